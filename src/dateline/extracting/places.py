"""Places in a sentence: regions and settlements of the theatre's gazetteer, and areas without agreed borders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dateline.extracting.lexicon import Lexicon
from dateline.gazetteer.names import Names
from dateline.records.place import Place
from dateline.theatres.loader import GazetteerPlace, Theatre


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """`text[start:end]` names `place`. `located` is whether it stands as a location ("in Sumy") and not as a
    government ("Kyiv said"). `rivals` are what else the name can mean: the region of the same name and, where
    nothing settles which settlement it is, every other settlement, the largest first."""

    start: int
    end: int
    place: Place
    located: bool
    rivals: tuple[Place, ...] = ()

    @property
    def towns(self) -> tuple[Place, ...]:
        """The settlements among which the name is not settled; empty where it is."""
        others = tuple(r for r in self.rivals if r.level == "settlement")
        return (self.place, *others) if others and self.place.level == "settlement" else ()


#: A name means the one settlement that has this many inhabitants, and this many times those of any other.
_KNOWN: Final = 10_000
_KNOWN_TIMES: Final = 5

_REGION: Final = r"(?i:regions?|oblasts?|provinces?)"
_REGION_WORD: Final = re.compile(rf"^,? {_REGION}(?!\w)")
_REGIONS_JOINED: Final = re.compile(
    rf"^(?:,? (?:{_REGION} )?(?:and |or )?(?:the )?[A-Z][\w-]+){{0,4}},? (?:and|or) (?:the )?[A-Z][\w-]+"
    r" (?i:regions|oblasts|provinces)(?!\w)"
)
_REGION_BEFORE: Final = re.compile(
    r"\b(?i:region|oblast|province)s? of (?:the )?(?:[A-Z][\w-]+(?:, and | and |, | or ))*$"
    r"|\b(?i:regions|oblasts|provinces)(?: of |: )(?:[A-Z][\w-]+(?:, and | and |, | or ))*$"
)
_SECTOR_WORD: Final = re.compile(r"^(?:'s|’s)?,? (?:sector|direction|axis|front|district|raion|rayon)(?!\w)", re.I)
_PREPOSITION: Final = re.compile(
    r"(?:\b(?:in|at|on|against|over|across|near|around|of|into|within|inside|throughout|toward|towards|from|to"
    r"|for|hit|struck|targeted"
    r"|targeting|occupies|controls|holds|entering|entered|outside|between|seized|captured|liberated|took|takes"
    r"|retook|recaptured|stormed|shelled|bombed|pounded|attacked|besieged)"
    r" (?:the |much of |most of |all of |parts of |northern |southern |eastern |western |central |occupied "
    r"|besieged |city of |cities of |\w+ern |industrial )*$)",
    re.IGNORECASE,
)
#: "according to Kyiv", "Kyiv and Moscow": a capital that stands for its government.
_OF_GOVERNMENT: Final = re.compile(
    r"\b(?:according to|told|tells|told by|accus(?:es|ed|ing)|urg(?:es|ed|ing)|ally of|allies of|support for"
    r"|(?:military |financial )?(?:aid|assistance|weapons|arms|loans?) (?:to|for)|pressure on|promised|between"
    r"|supplied to|blam(?:es|ed|ing)|talks with|contradict(?:s|ed|ing)|claims? (?:by|from|of)|figures? (?:by|from)) $",
    re.IGNORECASE,
)
#: Bodies that bear a place's name: what they say or do happens elsewhere.
_BODY: Final = re.compile(
    r" (?:[A-Z][\w'’-]+ |(?:of|for|and|the) ){0,5}?(?:Universit(?:y|ies)|Institute|School|Academy|College|Group|Bank"
    r"|Theat(?:re|er)|Museum|Opera|Independent|Post|Times|Journal|Today|News|Administration|Agency|Committee"
    r"|Foundation|Forum|Brigade|Regiment|Battalion|Division|FC|Council|Club|Company|Protocol|Agreements?|Memorandum"
    r"|Accords?|Declaration|Charter|Format|Initiative|Pride|Fashion|Security)(?!\w)"
)
#: A nuclear plant bears its region's name and stands in another town.
_NUCLEAR: Final = re.compile(r"^(?:'s|’s)? (?:[Nn]uclear|NPP|ZNPP|atomic)(?!\w)")
#: Capitalised words that may stand before a place without being part of a longer name.
_LEADS: Final = re.compile(
    r"(?:In|At|On|Near|Around|Over|Across|Outside|Inside|Within|Throughout|From|To|Into|Of|And|But|Or|As|The|For|With"
    r"|Against|Beyond|Behind|Between|Towards?|Via|Both|All|Only|Even|Besides|While|When|Where|If|Since|After|Before"
    r"|Until|Although|Because|Like|Unlike|Today|Yesterday|Overnight|Meanwhile|Now|Then|Here|There|That|This|City"
    r"|North|South|East|West|(?:North|South)[-]?(?:east|west)|Central|Upper|Lower|Greater|Occupied|Besieged|Village"
    r"|Town|Oblast|Region|[\w-]+(?:ern|ing|ed|ly|day|night)"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
)
_HYPHEN: Final = re.compile(r"[-‑]\w")
_WORD_BEFORE: Final = re.compile(r"(?<![\w.'’-])([A-Z][\w'’-]*) $")


def places(text: str, words: Lexicon, near: Place | None = None) -> list[PlaceMention]:
    """Places that `text` names, in order. A name that is both a region and its capital is the region where the
    text says "region" or "oblast", else the settlement, with the region among its rivals. `near` is the region that
    the sentences before speak of."""
    index = _index(words.theatre)
    titled = _is_titled(text)
    found: list[_Named] = []
    at = 0
    for start, end, name in index.names.find(text):
        if start < at or text[start - 1 : start] == "-" or _HYPHEN.match(text, end):
            continue
        if not titled and _is_part_of_name(text, start, end, words, found[-1].mention.end if found else -1):
            continue
        candidates = index.meanings[name]
        mention = _mention(text, start, end, candidates, words)
        if found and found[-1].mention.located and _LIST.fullmatch(text, at, start):
            mention = replace(mention, located=True)
        found.append(_Named(mention, candidates, _meant(name, candidates)))
        at = mention.end
    settled = [_settled(text, named, found, near) for named in found]
    settled.extend(_areas(text, words, settled))
    return sorted(settled, key=lambda m: m.start)


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention, all places of its name, and the settlements that the bare name can mean."""

    mention: PlaceMention
    candidates: tuple[GazetteerPlace, ...]
    meant: list[GazetteerPlace]


def _mention(text: str, start: int, end: int, candidates: Sequence[GazetteerPlace], words: Lexicon) -> PlaceMention:
    before, after = text[max(0, start - 80) : start], text[end : end + 120]
    worded = _REGION_WORD.match(after)
    region_word = worded or _REGIONS_JOINED.match(after) or _REGION_BEFORE.search(before)
    sector = _SECTOR_WORD.match(after)
    regions = [c.place for c in candidates if c.place.level == "region"]
    towns = [c.place for c in candidates if c.place.level == "settlement"]
    if sector is not None:
        closed = end + sector.end()
        return PlaceMention(start, closed, Place(text[start:closed], f"area:{text[start:end]}", "area"), True)
    located = region_word is not None or _is_located(before, text[start:end], after, words)
    if regions and _NUCLEAR.match(after):
        return PlaceMention(start, end, regions[0], True)
    if regions and (region_word is not None or not towns):
        return PlaceMention(start, end + (worded.end() if worded else 0), regions[0], located)
    return PlaceMention(start, end, towns[0], located, (*regions, *towns[1:]))


def _is_located(before: str, name: str, after: str, words: Lexicon) -> bool:
    """Whether a name stands as a place and not, as capitals do, for a government."""
    if name in words.theatre.defender.names and (
        _OF_GOVERNMENT.search(before)
        or re.match(rf" and (?:{'|'.join(map(re.escape, words.theatre.attacker.names))})(?!\w)", after)
    ):
        return False
    return _PREPOSITION.search(before) is not None


def _is_part_of_name(text: str, start: int, end: int, words: Lexicon, last: int) -> bool:
    """Whether the name belongs to a person, a club or a body ("Ivan Poltava", "Dynamo Kyiv", "the Kyiv School of
    Economics"). `last` is where the place before ends."""
    if _BODY.match(text, end):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if before is None or before.end(1) <= last or text[start:end].isupper():
        return False
    word = before[1].removesuffix("'s").removesuffix("’s")
    theatre = words.theatre
    own = (theatre.country.name, *theatre.defender.names, *theatre.defender.adjectives, *theatre.attacker.names,
           *theatre.attacker.adjectives)  # fmt: skip
    return word == before[1] and not (_LEADS.fullmatch(word) or word.isupper() or word in own)


def _is_titled(text: str) -> bool:
    """Whether `text` is a headline in capitals, where a capital says nothing of names."""
    words = re.findall(r"[A-Za-z][\w'’-]{3,}", text)
    return not text.rstrip().endswith((".", "!", "?")) and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def _meant(name: str, candidates: Sequence[GazetteerPlace]) -> list[GazetteerPlace]:
    """The settlements that a bare name can mean, the largest first. A place whose own name it is comes before those
    that bore it once, unless one of these is far larger; one that is far larger than all others is meant alone."""
    towns = sorted((c for c in candidates if c.place.level == "settlement"), key=lambda c: -c.population)
    own = [c for c in towns if name not in c.former]
    if own and own[0].population * _KNOWN_TIMES > max((c.population for c in towns if c not in own), default=0):
        towns = own
    alike = len(towns) > 1 and (not own or towns[0] in own)
    known = alike and towns[0].population >= max(_KNOWN, towns[1].population * _KNOWN_TIMES)
    return towns[:1] if known else towns


def _settled(text: str, named: _Named, found: Sequence[_Named], near: Place | None) -> PlaceMention:
    """A name of several settlements settled by the region that the text gives with it, else as the name that it
    mostly is, else by the one region that the sentence names, or that a place beside it in the sentence lies in, or
    that the sentences before speak of. Without any of these the settlements stay rivals."""
    mention = named.mention
    if mention.place.level != "settlement":
        return mention
    others = [f for f in found if f is not named]
    regions = [f.mention for f in others if f.mention.place.level == "region"]
    tied = [m.place.id for m in regions if _is_tied(text, mention, m)]
    beside = [f.meant[0].parent for f in others if len(f.meant) == 1 and _is_beside(text, mention, f.mention)]
    towns = named.meant
    for sought in (tied, None, [m.place.id for m in regions], beside, [near.id] if near is not None else []):
        if sought is None and len(towns) == 1:
            break
        there = [c for c in named.candidates if c.place.level == "settlement" and c.parent in (sought or ())]
        if there:
            towns = [c for c in towns if c in there] or there
            break
    kept = tuple(r for r in mention.rivals if r.level == "region")
    return replace(mention, place=towns[0].place, rivals=(*kept, *(t.place for t in towns[1:])))


#: "near Pokrovsk, Myrnohrad and Rodynske": what holds of the first place of a list holds of all.
_LIST: Final = re.compile(r", (?:and |or )?|,? (?:and|or) ")
#: "Malynivka, in the Kharkiv region", "the Kharkiv region's Malynivka", "in Kharkiv region, the village of Malynivka".
_TIED_AFTER: Final = re.compile(
    r",? \(?(?:(?:a|the) (?:\w+ )?(?:village|town|city|settlement) )?(?:(?:in|of) )?(?:the )?"
)
_TIED_BEFORE: Final = re.compile(
    r"(?:'s|’s)?,? (?:(?:the )?(?:\w+ )?(?:villages?|towns?|city|cities|settlements?) (?:of )?)?"
)
#: "Malynivka near Chuhuiv", "the village of Malynivka and Chuhuiv".
_BESIDE: Final = re.compile(
    r",? (?:and |or |near |outside |close to |\w+ of |towards? )?(?:the )?(?:(?:village|town) of )?"
)


def _is_tied(text: str, town: PlaceMention, region: PlaceMention) -> bool:
    if town.end <= region.start:
        return _TIED_AFTER.fullmatch(text, town.end, region.start) is not None
    return _TIED_BEFORE.fullmatch(text, region.end, town.start) is not None


def _is_beside(text: str, town: PlaceMention, other: PlaceMention) -> bool:
    first, second = sorted((town, other), key=lambda m: m.start)
    return other.place.level == "settlement" and _BESIDE.fullmatch(text, first.end, second.start) is not None


def _areas(text: str, words: Lexicon, found: list[PlaceMention]) -> Iterator[PlaceMention]:
    for match in words.areas.finditer(text):
        if any(m.start < match.end() and match.start() < m.end for m in found):
            continue
        name = match.group()
        before = text[max(0, match.start() - 12) : match.start()]
        if (
            re.search(r"(?:in|of|over|across) (?:the )?$", before)
            or name.endswith(words.theatre.country.name)
            or name in words.theatre.areas
        ):
            yield PlaceMention(match.start(), match.end(), Place(name, f"area:{name.lower()}", "area"), True)


@dataclass(frozen=True)
class _Index:
    """All names of a theatre, and the places that each can mean, regions first."""

    names: Names
    meanings: dict[str, tuple[GazetteerPlace, ...]]


@lru_cache(maxsize=4)
def _index(theatre: Theatre) -> _Index:
    """Names in lower case are left out: they are words of the language. Headlines write names in capitals."""
    meanings: dict[str, tuple[GazetteerPlace, ...]] = {}
    for place in theatre.gazetteer:
        for name in {place.place.name, *place.aliases}:
            # A village that bears the name of a city on the attacker's side is not what news means by it.
            if not name[:1].isupper() or place.place.level == "country" or name in theatre.attacker_soil:
                continue
            for form in {name, name.upper()}:
                meanings[form] = (*meanings.get(form, ()), place)
    return _Index(Names.of(meanings), meanings)

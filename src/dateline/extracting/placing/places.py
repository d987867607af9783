"""Places in a sentence: regions and settlements of the theatre's gazetteer, and areas without agreed borders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dateline.extracting.lexicon import Lexicon
from dateline.extracting.placing.mention import PlaceMention
from dateline.extracting.placing.standing import is_located, is_part_of_name, is_titled, is_water
from dateline.gazetteer.names import Names
from dateline.records.place import Place
from dateline.theatres.loader import GazetteerPlace, Theatre

#: A name means the one settlement that has this many inhabitants, and this many times those of any other.
_KNOWN: Final = 10_000
_KNOWN_TIMES: Final = 5
#: So large a city is meant whatever other region the sentence names.
_CITY: Final = 200_000

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
#: Of the districts of a region there is one of each name; "one Kyiv district" is a quarter of the town.
_A_QUARTER: Final = re.compile(r"\b(?:one|another|a|some|single|each|every) $")
#: A nuclear plant bears its region's name and stands in another town.
_NUCLEAR: Final = re.compile(r"^(?:'s|’s)? (?:[Nn]uclear|NPP|ZNPP|atomic)(?!\w)")
_HYPHEN: Final = re.compile(r"[-‑]\w")


def places(text: str, words: Lexicon, near: Place | None = None) -> list[PlaceMention]:
    """Places that `text` names, in order. A name that is both a region and its capital is the region where the
    text says "region" or "oblast", else the settlement, with the region among its rivals. `near` is the region that
    the sentences before speak of."""
    if not words.theatre.country.id:
        from dateline.extracting.placing.abroad import places_abroad

        return places_abroad(text, words)
    index = _index(words.theatre)
    titled = is_titled(text)
    found: list[_Named] = []
    at = 0
    for start, end, name in index.names.find(text):
        if start < at or text[start - 1 : start] == "-" or _HYPHEN.match(text, end):
            continue
        candidates = index.meanings[name]
        town = any(c.place.level == "settlement" for c in candidates)
        before = found[-1].mention.end if found else -1
        if (town and is_water(text, start, end)) or (not titled and is_part_of_name(text, start, end, words, before)):
            continue
        mention = _mention(text, start, end, candidates, words)
        if found and found[-1].mention.located and _LIST.fullmatch(text, at, start):
            mention = replace(mention, located=True)
        found.append(_Named(mention, candidates, _meant(name, candidates)))
        at = mention.end
    settled = [_as_region(text, _settled(text, named, found, near), words) for named in found]
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
    if sector is not None and _A_QUARTER.search(before) and sector.group().lower().endswith(" district"):
        sector, before = None, "in "  # "in one Kyiv district": a part of the city
    if sector is not None:
        closed = end + sector.end()
        return PlaceMention(start, closed, Place(text[start:closed], f"area:{text[start:end]}", "area"), True)
    located = region_word is not None or is_located(before, text[start:end], after, words)
    if regions and _NUCLEAR.match(after):
        return PlaceMention(start, end, regions[0], True)
    if regions and (region_word is not None or not towns):
        return PlaceMention(start, end + (worded.end() if worded else 0), regions[0], located)
    return PlaceMention(start, end, towns[0], located, (*regions, *towns[1:]))


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
    if regions and not tied and not _is_among(towns, regions) and towns[0].population < _CITY:
        towns = [c for c in named.candidates if c.place.level == "settlement"]  # a village of the region, perhaps
    for sought in (tied, None, [m.place.id for m in regions], beside, [near.id] if near is not None else []):
        if sought is None and len(towns) == 1:
            break
        there = [c for c in named.candidates if c.place.level == "settlement" and c.parent in (sought or ())]
        if there:
            towns = [c for c in towns if c in there] or there
            break
    kept = tuple(r for r in mention.rivals if r.level == "region")
    return replace(mention, place=towns[0].place, rivals=(*kept, *(t.place for t in towns[1:])))


def _as_region(text: str, mention: PlaceMention, words: Lexicon) -> PlaceMention:
    """The region that the town's bare name means where it is a place; "the city of Donetsk" and a district are not."""
    region = next((r for town, r in words.theatre.spoken_of_as if town == mention.place.id), None)
    if region is None or not mention.located:
        return mention
    known = _index(words.theatre).known
    district = text[mention.start : mention.end] in known[mention.place.id].former
    town = _TOWN_AFTER.match(text, mention.end) or _TOWN_BEFORE.search(text, 0, mention.start)
    return mention if town or district else replace(mention, place=known[region].place)


_TOWN_AFTER: Final = re.compile(r"(?:'s|’s)? (?:city|downtown|suburbs?|airport|cent(?:re|er))(?!\w)", re.I)
_TOWN_BEFORE: Final = re.compile(
    r"\b(?:(?:city|cent(?:re|er)|capital|outskirts|suburbs?) (?:of )?|near |outside |occupied |downtown )$", re.I
)


def _is_among(towns: Sequence[GazetteerPlace], regions: Sequence[PlaceMention]) -> bool:
    return bool({c.parent for c in towns} & {m.place.id for m in regions})


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
    r",? \(?(?:and |or |near |outside |close to |\w+ of |towards? )?(?:the )?(?:(?:village|town) of )?"
)


def _is_tied(text: str, town: PlaceMention, region: PlaceMention) -> bool:
    if town.end <= region.start:
        return _TIED_AFTER.fullmatch(text, town.end, region.start) is not None
    return _TIED_BEFORE.fullmatch(text, region.end, town.start) is not None


def _is_beside(text: str, town: PlaceMention, other: PlaceMention) -> bool:
    first, second = sorted((town, other), key=lambda m: m.start)
    return other.place.level == "settlement" and _BESIDE.fullmatch(text, first.end, second.start) is not None


#: "the eastern town of Lyman", "the southern region of Kherson": the place is the one that follows.
_OF_A_PLACE: Final = re.compile(
    r" (?:[A-Z]\w+ian )?(?:cit(?:y|ies)|towns?|villages?|settlements?|ports?|regions?|oblasts?|provinces?)"
    r" of (?:the )?[A-Z]"
)


def _areas(text: str, words: Lexicon, found: list[PlaceMention]) -> Iterator[PlaceMention]:
    for match in words.areas.finditer(text):
        if any(m.start < match.end() and match.start() < m.end for m in found) or _OF_A_PLACE.match(text, match.end()):
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
    """All names of a theatre, the places that each can mean, regions first, and the places by id."""

    names: Names
    meanings: dict[str, tuple[GazetteerPlace, ...]]
    known: dict[str, GazetteerPlace]


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
    return _Index(Names.of(meanings), meanings, {place.place.id: place for place in theatre.gazetteer})

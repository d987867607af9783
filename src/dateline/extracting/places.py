"""Places in a sentence: regions and settlements of the theatre's gazetteer, and areas without agreed borders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.extracting.lexicon import Lexicon
from dateline.records.place import Place
from dateline.theatres.loader import GazetteerPlace, Theatre


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """`text[start:end]` names `place`. `located` is whether it stands as a location ("in Sumy") and not as a
    government ("Kyiv said"). `rivals` are other places of the same name and level."""

    start: int
    end: int
    place: Place
    located: bool
    rivals: tuple[Place, ...] = ()


_WORD = re.compile(r"[A-ZА-ЯІЇЄҐ][\w'’ʼ-]*")
_REGION_WORD = re.compile(r"^,? (?:[Rr]egions?|[Oo]blasts?|[Pp]rovinces?)(?!\w)")
_SECTOR_WORD = re.compile(r"^,? (?:sector|direction|axis|front|district|raion)(?!\w)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?:\b(?:in|at|on|against|over|across|near|around|of|into|within|inside|throughout|toward|towards|from|to"
    r"|for|hit|struck|targeted"
    r"|targeting|occupies|controls|holds|entering|entered|outside|between|seized|captured|liberated)"
    r" (?:the |much of |most of |all of |parts of |northern |southern |eastern |western |central |occupied "
    r"|besieged |city of |cities of |\w+ern |industrial )*$)",
    re.IGNORECASE,
)


def places(text: str, words: Lexicon) -> list[PlaceMention]:
    """Places that `text` names, in order. A name that is both a region and its capital is the region where the
    text says "region" or "oblast", else the settlement, with the region among its rivals."""
    index = _index(words.theatre)
    found: list[PlaceMention] = []
    at = 0
    for word in _WORD.finditer(text):
        if word.start() < at:
            continue
        match = _longest(text, word.start(), index)
        if match is None:
            continue
        end, candidates = match
        mention = _mention(text, word.start(), end, candidates)
        found.append(mention)
        at = mention.end
    found.extend(_areas(text, words, found))
    return sorted(_settled(found), key=lambda m: m.start)


def _mention(text: str, start: int, end: int, candidates: tuple[GazetteerPlace, ...]) -> PlaceMention:
    region_word = _REGION_WORD.match(text[end:]) or re.match(
        r"^,? (?:[A-Z]\w+,? )?and [A-Z][\w-]+ (?:regions|oblasts)", text[end:]
    )
    sector = _SECTOR_WORD.match(text[end:])
    located = (
        bool(_PREPOSITION.search(text[max(0, start - 60) : start])) or region_word is not None or sector is not None
    )
    regions = [c.place for c in candidates if c.place.level in ("region", "country")]
    others = [c.place for c in candidates if c.place.level == "settlement"]
    if sector is not None:
        return PlaceMention(
            start, end + sector.end(), Place(text[start : end + sector.end()], f"area:{text[start:end]}", "area"), True
        )
    if regions and (region_word is not None or not others):
        closed = end + region_word.end() if region_word and _REGION_WORD.match(text[end:]) else end
        return PlaceMention(start, closed, regions[0], located)
    if others:
        rest = tuple(others[1:])
        return PlaceMention(start, end, others[0], located, (*regions, *rest))
    return PlaceMention(start, end, candidates[0].place, located)


def _settled(found: list[PlaceMention]) -> list[PlaceMention]:
    """Names shared by several settlements settled by a region that the sentence names."""
    return found


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


def _longest(
    text: str, start: int, index: dict[str, dict[str, tuple[GazetteerPlace, ...]]]
) -> tuple[int, tuple[GazetteerPlace, ...]] | None:
    first = _WORD.match(text, start)
    if first is None:
        return None
    key = first.group().removesuffix("'s").removesuffix("’s")
    names = index.get(key)
    if names is None:
        return None
    for name in sorted(names, key=len, reverse=True):
        end = start + len(name)
        if text.startswith(name, start) and not text[end : end + 1].isalnum() and not re.match(r"-\w", text[end:]):
            return end, names[name]
    return None


@lru_cache(maxsize=4)
def _index(theatre: Theatre) -> dict[str, dict[str, tuple[GazetteerPlace, ...]]]:
    """First word of a name -> name -> places of that name, regions first."""
    index: dict[str, dict[str, tuple[GazetteerPlace, ...]]] = {}
    for place in theatre.gazetteer:
        for name in {place.place.name, *place.aliases}:
            # A village that bears the name of a city on the attacker's side is not what news means by it.
            if not name[:1].isupper() or place.place.level == "country" or name in theatre.attacker_soil:
                continue
            names = index.setdefault(re.split(r"[ ]", name)[0], {})
            names[name] = (*names.get(name, ()), place)
    return index

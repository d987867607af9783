"""What the words that point at a place mean: "there", "of it", "of their town", "of which", "the regional capital"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.whereabouts import named_places
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.placing.mention import PlaceMention
from dateline.records.place import Place

#: "of which Kyiv keeps 5,100", "in which 12 died", right behind a place's name.
_OF_WHICH: Final = re.compile(r"(?: (?:region|oblast|province|state|district))?, (?:of|in) (?:which|it) ")
#: "a quarter of it", "two-thirds of the region": a share of the ground spoken of.
_OF_IT: Final = re.compile(
    r"\s*of (?:it|(?:this|that|the|(?:their|its|his|her)(?: own)?) (?:region|oblast|province|district|enclave|city|town"
    r"|village|camp))(?!\w)"
)
_OF_THEIRS: Final = when_asked(r" of (?:their|his|her|its) ")
_THERE: Final = re.compile(
    r"\bthere\b(?! (?:was|were|is|are|had|have|has|will|would|may|might|could))"
    r"|\b(?:in|of|on|across|inside|at|around|into) (?:the|this|that) (?:\w+ )?(?:city|town|village|camp|capital|region"
    r"|oblast|area|province|district|port|governorate|enclave|territory|state|island|city['’]s|town['’]s|camp['’]s"
    r"|region['’]s|enclave['’]s)(?!\w| of)",
    re.IGNORECASE,
)
_CAPITAL: Final = re.compile(
    r"\b(?:the|its) (?:regional|region['’]s|oblast['’]s|provincial) (?:capital|cent(?:re|er))\b"
    r"|\bthe (?:region|oblast)['’]s (?:main|largest) city\b",
    re.IGNORECASE,
)
#: "33 of them in the capital": the country's.
_THE_CAPITAL: Final = when_asked(r"\b(?:in|on|at|over|against|across) the capital\b(?! (?:of|city of)\b|['’])")


_HERE: Final = re.compile(
    r"(?:^|(?<=\s))here\b(?! (?:is|are|were|was)\b)"
    r"|\b(?:over|on|at|across|in|into|against|around|hit|struck) (?:our|my|their|its|the|this) (?:own )?"
    r"(?:city|town|village|region|district|community|sector|post|position)\b",
    re.IGNORECASE,
)


def points_somewhere(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` points at a place without a name: "here", "there", "over the city", "in our town"."""
    return _HERE.search(text, start, end) is not None or _THERE.search(text, start, end) is not None


def named_here(parse: Parse) -> list[PlaceMention]:
    """Places smaller than a country that the sentence names, without those of its speakers."""
    return [m for m in named_places(parse) if m.place.level != "country"]


def pointed(parse: Parse, named: list[PlaceMention], start: int, end: int) -> Place | None:
    """What "there", "of it", "of which" and "the regional capital" mean."""
    clause = parse.clause(start)
    if _THE_CAPITAL.search(parse.text, clause[0], max(end, clause[1])) is not None and (own := _own_capital(parse)):
        return own
    if (capital := _CAPITAL.search(parse.text, *clause)) is not None:
        return _capital_of(parse, named, capital.start())
    for mention in reversed([m for m in parse.places if m.end <= start]):
        if _OF_WHICH.match(parse.text, mention.end) and start - mention.end < 60:
            return _region(mention)
    if _OF_IT.match(parse.text, end) is None and _THERE.search(parse.text, clause[0], max(end, clause[1])) is None:
        return None
    here = [m for m in named if m.end <= start]
    if _OF_THEIRS.match(parse.text, end) is not None:  # "residents of Mocha say that half of their town"
        here = [m for m in parse.places if m.end <= start and m.place.level not in ("country", "area")] or here
    if here:
        return here[-1].place
    last = named_here(parse.before.last) if parse.before.last is not None else []
    return last[-1].place if last else parse.before.place


def _region(mention: PlaceMention) -> Place:
    return next((r for r in (mention.place, *mention.rivals) if r.level == "region"), mention.place)


def _own_capital(parse: Parse) -> Place | None:
    """The largest town, where it is a region of its own; of other theatres "the capital" may be anyone's."""
    regions = dict(parse.words.theatre.spoken_of_as)
    towns = [g for g in parse.words.theatre.gazetteer if g.place.level == "settlement"]
    largest = max(towns, key=lambda g: g.population, default=None)
    region = regions.get(largest.place.id) if largest is not None else None
    return next((g.place for g in parse.words.theatre.gazetteer if g.place.id == region), None)


def _capital_of(parse: Parse, named: list[PlaceMention], at: int) -> Place | None:
    """The largest town of the region spoken of."""
    regions = [m.place for m in named if m.end <= at and m.place.level == "region"]
    region = regions[-1] if regions else parse.before.place
    towns = [g for g in parse.words.theatre.gazetteer if region is not None and g.parent == region.id]
    return max(towns, key=lambda g: g.population).place if towns else None

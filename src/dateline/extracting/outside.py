"""Figures that no ledger of the theatre is of, though their words are those of its measures: what the defender fires
himself, what one unit or crew has done, what is made or sold, what floods and fires did, and older wars."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.extracting.numerals import number
from dateline.extracting.parse import Parse
from dateline.records.claim import Claim

_UNIT: Final = (
    r"brigade|regiment|battalion|division|company|platoon|squadron|squad|crew|battery|pilot|gunner|sniper"
    r"|operator|detachment"
    r"|mobile fire group|assault group|soldier|serviceman|servicewoman"
)
#: "The brigade downed 45", "our crew has", "45 were downed by the 47th Brigade"; not "the Russian units of the region".
_BY_UNIT: Final = re.compile(
    rf"(?:^|[,;:“\"] ?|\b(?:and|that|while|by|said|says) )(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]heir|[Ii]ts|[Hh]is"
    rf"|[Oo]ne|[Aa] single|[Tt]his|[Ee]ach)"
    rf" )(?:[\w'’-]+ ){{0,4}}?(?:{_UNIT})\b(?! of the Air Force)",
    re.IGNORECASE,
)
_MADE: Final = (
    r"production|output|exports?|sales?|purchases?|imports?|deliver(?:y|ies)|stocks?|stockpiles?|prices?|costs?|makers?"
    r"|factor(?:y|ies)|manufactur\w+|industry"
)
_INDUSTRY: Final = re.compile(
    rf"\b(?:drones?|missiles?|shells?|UAVs?|weapons?)(?:['’]s?)? (?:{_MADE})\b"
    rf"|\b(?:{_MADE}) of (?:[\w-]+ ){{0,2}}?(?:drones?|missiles?|UAVs?)\b",
    re.IGNORECASE,
)
_OTHER_CAUSE: Final = re.compile(
    r"\b(?:floods?|earthquakes?|quake|tsunami|cyclone|hurricane|road (?:deaths|accidents?|toll)|traffic (?:deaths"
    r"|accidents?)"
    r"|(?:train|plane|car|bus|road) crash|covid\S*|pandemic|cholera|derailment|wildfires?|forest fires?|heatwave)\b",
    re.IGNORECASE,
)
#: Ground that is no territory won or lost.
_LAND_USE: Final = re.compile(
    r"^ of (?:\w+ )?(?:forests?|farmland|cropland|fields|minefields?|water|woodland|steppe|wetlands?)\b"
)
_YEAR: Final = re.compile(r"(?<![\d-])(?:1[5-9]|20)\d\d(?![\d%])")
_AGO: Final = re.compile(r"\b(?P<n>[\w-]+) years ago\b", re.IGNORECASE)


def outside(parse: Parse, claim: Claim) -> bool:
    """Whether the measure that was read for the claim is not its own."""
    if claim.measure is None:
        return False
    start, end = parse.clause(claim.quote.start - parse.sentence.start)
    clause = parse.text[start:end]
    match claim.measure.partition(".")[0]:
        case "casualties":
            return _OTHER_CAUSE.search(clause) is not None or _of_old(parse, clause)
        case "territory":
            after = parse.text[claim.quote.end - parse.sentence.start :]
            return _BY_UNIT.search(clause) is not None or _LAND_USE.match(after) is not None
        case "strikes":
            side = parse.words.theatre.defender
            own = _defender_fires(tuple(side.names), tuple(side.adjectives))
            return any(p.search(clause) for p in (_BY_UNIT, _INDUSTRY, own)) or _of_old(parse, clause)
        case _:
            return False


def _of_old(parse: Parse, clause: str) -> bool:
    """Whether the clause dates itself before the war that the theatre is of."""
    start = parse.words.theatre.war_start
    if start is None:
        return False
    years = [int(m.group()) for m in _YEAR.finditer(clause)]
    ago = (number(m["n"].lower()) for m in _AGO.finditer(clause))
    years += [parse.ref.year - int(n) for n in ago if n]
    return bool(years) and max(years) < start.year


@lru_cache(maxsize=8)
def _defender_fires(names: tuple[str, ...], adjectives: tuple[str, ...]) -> re.Pattern[str]:
    """ "Ukraine's deep strikes", "Ukrainian drone attacks": the defender's own, unless they are on himself."""
    name = "|".join(map(re.escape, names)) or "(?!)"
    adjective = "|".join(map(re.escape, adjectives)) or "(?!)"
    return re.compile(
        rf"(?:(?<!on )(?<!against )(?<!at )(?:{adjective})|(?:{name})['’]s?) (?:own |deep |long-range |mid-range "
        rf"|drone |missile |air |aerial |night |overnight"
        r"|retaliatory |cross-border |sea |naval )*(?:strikes?|attacks?|raids?|barrages?|salvos?"
        r"|launches)\b(?! on (?:its|Ukrain))"
        rf"|(?:^|[,;:] |[Tt]hat |and )(?:{name}) (?:has |have |had |also )*(?:launch(?:ed|es)|fir(?:ed|es)|sent"
        rf"|sends|struck|stepped up|intensified)\b"
    )

"""Figures that no ledger of the theatre is of, though their words are those of its measures: what the defender fires
himself, and what one unit or crew has done."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

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
_MEASURES: Final = ("strikes.", "territory.")


def outside(parse: Parse, claim: Claim) -> bool:
    """Whether the measure that was read for the claim is not its own."""
    if claim.measure is None or not claim.measure.startswith(_MEASURES):
        return False
    start, end = parse.clause(claim.quote.start - parse.sentence.start)
    clause = parse.text[start:end]
    if _BY_UNIT.search(clause) is not None:
        return True
    if not claim.measure.startswith("strikes."):
        return False
    side = parse.words.theatre.defender
    return _defender_fires(tuple(side.names), tuple(side.adjectives)).search(clause) is not None


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

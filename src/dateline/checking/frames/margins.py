"""How far outside a figure must lie before a ledger refutes it.

Maps differ: for April 2025 AFP counts 379 km2 from ISW's map where DeepState's gives 202, both in good faith, so one
map refutes an unattributed change only beyond a factor of two. A map-maker's own published month differs from its
mirrored polygons by its cut-off hour: June 2025 reads 498 here and 556 as published. Areas held agree far better.
"""

from __future__ import annotations

from dateline.checking.context import CheckContext
from dateline.checking.evidence import root_of
from dateline.records.claim import Claim

#: "Ten times as many" is a figure of speech as much as a figure.
LOOSE_MULTIPLE, LOOSE_FROM = 0.25, 3.0
OTHER_MAP, OWN_MAP, HELD, REGION = 0.5, 0.15, 0.05, 0.25


def margin_of(claim: Claim, context: CheckContext) -> float:
    """The share of the larger figure by which a reading must differ to refute; 0 where counts are exact."""
    measure = claim.measure or ""
    if not measure.startswith("territory."):
        return LOOSE_MULTIPLE if claim.frame == "ratio" and (claim.value or 0.0) >= LOOSE_FROM else 0.0
    region = REGION if claim.place is not None and claim.place.level == "region" else 0.0
    if measure == "territory.held":
        return max(HELD, region)
    ledgers = context.ledgers
    own = ledgers.available("territory") and root_of(claim, context) == ledgers.territory.producer
    return max(OWN_MAP if own else OTHER_MAP, region)

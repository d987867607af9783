"""Runs: "three consecutive nights last week" means the run itself, not the week that it fell in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from dateline.checking.context import CheckContext
from dateline.records.claim import Claim
from dateline.records.period import Period

#: Longer runs than this are periods of their own.
LONGEST_RUN = 14


def told_runs(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those of a sentence that tells of a run of nights ("over three consecutive nights") speaking of that
    run: its length goes into `dimensions["nights"]` where the claim has the run's period and no length of its own."""
    told = list(claims)
    lengths = {
        (c.sentence, c.period): int(c.value)
        for c in told
        if c.frame == "streak" and c.dimensions.get("direction") == "present" and c.value is not None and _in_nights(c)
    }
    return [_with_nights(c, lengths.get((c.sentence, c.period))) for c in told]


def _in_nights(claim: Claim) -> bool:
    return (claim.measure or "").startswith("strikes.") and claim.dimensions.get("granularity", "night") == "night"


def _with_nights(claim: Claim, length: int | None) -> Claim:
    if length is None or claim.frame == "streak" or "nights" in claim.dimensions:
        return claim
    return replace(claim, dimensions={**claim.dimensions, "nights": str(length)})


def of_run(claim: Claim, context: CheckContext) -> Claim:
    """The claim with its period narrowed to the heaviest run of `dimensions["nights"]` nights that overlaps it; the
    run may cross the period's end, since a night is dated by its morning. Other claims come back as they are."""
    length = claim.dimensions.get("nights", "")
    if not length.isdigit() or claim.period is None or not (claim.measure or "").startswith("strikes."):
        return claim
    nights = int(length)
    if not 1 < nights <= LONGEST_RUN or claim.period.days == nights or not context.ledgers.available("strikes"):
        return claim
    ledger, weapon = context.ledgers.as_of(context.visible).strikes, claim.dimensions.get("weapon")
    if weapon is not None and weapon not in context.ledgers.weapons:
        return claim
    best: tuple[float, Period] | None = None
    for offset in range(1 - nights, claim.period.days):
        start = claim.period.start + timedelta(days=offset)
        run = Period(start, start + timedelta(days=nights), "night")
        if run.last > min(context.visible, context.report_date):
            break
        tally, found = ledger.over(run, weapon, context.visible)
        if found == nights and (best is None or tally.launched > best[0]):
            best = (tally.launched, run)
    return claim if best is None else replace(claim, period=best[1])

"""Running totals that a text does not date: "the toll stands at 41,000", or one dated by the day of its report alone.

Where a body publishes a running total day by day, a figure that fits the total of the day in question can be nothing
else. A figure that fits none may be of another stretch: nothing is ever refuted here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateline.checking.context import CheckContext
from dateline.records.claim import Claim
from dateline.records.period import Period

#: Smaller figures than this may be a day's own; no running total is looked up for them.
LEAST = 1000.0
#: How many days before the day in question a total may end that the writer still took for the latest.
_BACK_DAYS = 2


def may_run(claim: Claim, context: CheckContext) -> bool:
    """Whether the claim is a toll as large as running totals are, of the whole, and without a stretch of its own."""
    casualties = (claim.measure or "") in ("casualties.killed", "casualties.injured")
    if not casualties or claim.frame != "level" or claim.value is None or claim.value < LEAST:
        return False
    if claim.place is not None and claim.place.id != context.country:
        return False
    if "subset" in claim.dimensions or "cause" in claim.dimensions or "elsewhere" in claim.dimensions:
        return False
    dated = claim.period is None or claim.period.days <= _BACK_DAYS
    return dated and claim.comparator in ("eq", "approx", "gt", "ge") and context.ledgers.available("casualties")


def as_totals(claim: Claim, context: CheckContext) -> Iterator[Claim]:
    """The claim as of the running total to each day that it may mean: the day itself, those before, the day after."""
    ledger = context.ledgers.as_of(context.visible).casualties
    today = min(context.report_date, context.visible)
    last = today if claim.period is None else claim.period.last
    days = [last - timedelta(days=back) for back in range(_BACK_DAYS + 1)]
    if last < today:
        days.append(last + timedelta(days=1))
    for runs in ledger.runs(claim.measure or ""):
        starts: set[date] = {entry.period.start for entry in runs.running.values()}
        for end in days:
            if starts and runs.total(end + timedelta(days=1), context.visible) is not None:
                period = Period.through(min(starts), end, "span")
                yield replace(claim, period=period, doubt=None, doubt_detail="", inherited=False)

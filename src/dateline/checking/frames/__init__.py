"""Weighing claims: one file a frame family, each from a claim to its evidence."""

from __future__ import annotations

from collections.abc import Callable

from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence, unanswered
from dateline.checking.frames.amounts import weigh_amount
from dateline.checking.frames.calendars import weigh_elapsed, weigh_weekday
from dateline.checking.frames.comparisons import weigh_comparison
from dateline.checking.frames.meetings import weigh_meetings
from dateline.checking.frames.roles import weigh_role
from dateline.checking.frames.streaks import weigh_streak
from dateline.checking.frames.superlatives import weigh_superlative
from dateline.records.claim import Claim

Weigher = Callable[[Claim, CheckContext], Evidence]

#: The one list of frames that data can settle, each with the function that weighs it.
WEIGHERS: dict[str, Weigher] = {
    "level": weigh_amount,
    "rate": weigh_amount,
    "share": weigh_amount,
    "part_of": weigh_amount,
    "change": weigh_comparison,
    "ratio": weigh_comparison,
    "extreme": weigh_superlative,
    "rank": weigh_superlative,
    "first_since": weigh_superlative,
    "streak": weigh_streak,
    "trend": weigh_streak,
    "elapsed": weigh_elapsed,
    "weekday": weigh_weekday,
    "role": weigh_role,
}


#: What would settle a claim that the extractor itself abstains on.
_SETTLES: dict[str, str] = {
    "ambiguous_period": "the period that the figure is for",
    "ambiguous_place": "the place that the figure is for",
    "undefined_term": "the term in numbers, or within borders that are agreed",
}


def weigh_claim(claim: Claim, context: CheckContext) -> Evidence:
    """The evidence on a claim whose frame data can settle."""
    if claim.doubt is not None:
        return unanswered(claim.doubt, _SETTLES.get(claim.doubt, "an editor's word"))
    if claim.measure is None or claim.measure == "events.count":
        return unanswered("no_ledger", "a ledger of this quantity")
    if claim.measure == "talks.meetings":
        return weigh_meetings(claim, context)
    return WEIGHERS[claim.frame](claim, context)

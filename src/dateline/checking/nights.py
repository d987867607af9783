"""Nights that a text does not date: "a raid last December", or a daily report that names no day at all.

The figure is looked up in each night that the text leaves open. Where one fits, that night is named; where none does,
the period stays unclear, since the text may speak of another: nothing is ever refuted here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateline.checking.context import CheckContext
from dateline.records.claim import Claim
from dateline.records.period import Period

#: How far back a daily report that names no night may reach, in nights before its own date.
UNDATED_BACK = 1
#: A week that a text points at and does not name.
_THAT_WEEK = re.compile(r"\bthat week\b", re.IGNORECASE)
#: "More than N" is said of figures that lie above N by no more than this share.
LOOSE = 0.1


def is_open(claim: Claim) -> bool:
    """Whether the claim is of one night and the text does not say which."""
    if not (claim.measure or "").startswith("strikes.") or claim.frame not in ("level", "part_of"):
        return False
    return _undated(claim) or _one_of_many(claim)


def candidates(claim: Claim, context: CheckContext) -> Iterator[Claim]:
    """The claim as of each night that the text leaves open, latest first; none where its wording fits too easily."""
    bounded = claim.comparator in ("lt", "le") or (claim.comparator in ("gt", "ge") and _one_of_many(claim))
    if claim.value is None or bounded:
        return
    last = min(claim.period.last if claim.period is not None else context.report_date, context.visible)
    if _undated(claim) and _THAT_WEEK.search(claim.sentence):
        yield from _weeks(claim, last)
        return
    first = claim.period.start if _one_of_many(claim) and claim.period is not None else last - UNDATED_BACK * _DAY
    night = last
    while night >= first:
        yield replace(claim, doubt=None, doubt_detail="", period=Period.of_day(night, "day"))
        night -= _DAY


def _weeks(claim: Claim, last: date) -> Iterator[Claim]:
    """The claim as of each week that "that week" may be in a text without another: the seven days to the report's, or
    to the day before, and the last whole week from Monday to Sunday."""
    sunday = last - timedelta(days=(last.weekday() + 1) % 7)
    for end in dict.fromkeys((last, last - _DAY, sunday)):
        yield replace(claim, doubt=None, doubt_detail="", period=Period.through(end - 6 * _DAY, end, "span"))


def fits_closely(claim: Claim, computed: float | None) -> bool:
    """Whether a night's figure is one that the claim's words would be used for: "more than 140" of 144, not of 300."""
    if claim.comparator not in ("gt", "ge"):
        return True
    return computed is not None and claim.value is not None and computed <= (1.0 + LOOSE) * claim.value


def _undated(claim: Claim) -> bool:
    return claim.doubt == "ambiguous_period" and claim.period is None


def _one_of_many(claim: Claim) -> bool:
    single = claim.dimensions.get("granularity") == "night"
    return claim.doubt is None and single and claim.period is not None and claim.period.days > 1


_DAY = timedelta(days=1)

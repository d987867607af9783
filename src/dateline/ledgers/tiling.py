"""Which entries fill a stretch of days without overlapping, and which days they leave open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from dateline.records.entry import Entry
from dateline.records.period import Period

_BY_END: Final = attrgetter("period.stop", "period.start")


@dataclass(frozen=True, slots=True)
class Tiling:
    """`entries` in order of time, none overlapping another; `days` they cover; `missing` what they do not."""

    entries: tuple[Entry, ...]
    days: int
    missing: tuple[Period, ...]

    @property
    def whole(self) -> bool:
        return not self.missing


def tiled(entries: Sequence[Entry], period: Period) -> Tiling:
    """The entries inside `period` that together cover the most of its days, the fewest of them where that is a tie.

    An entry that reaches over an end of the period is never used: how much of it falls inside nobody says.
    """
    start, stop = period.start, period.stop
    inside = [e for e in entries if start <= e.period.start and e.period.stop <= stop]
    if len(inside) > 1:
        inside.sort(key=_BY_END)
    missing = _missing(inside, period)
    if missing is not None:  # none has a rival
        return Tiling(tuple(inside), period.days - sum(gap.days for gap in missing), missing)
    stops = [e.period.stop for e in inside]
    best: list[tuple[int, int]] = [(0, 0)]
    came: list[int | None] = [None]
    for at, entry in enumerate(inside):
        before = bisect_right(stops, entry.period.start, 0, at)
        days, used = best[before]
        taken = (days + entry.period.days, used - 1)
        better = taken > best[at]
        best.append(taken if better else best[at])
        came.append(before if better else None)
    chosen: list[Entry] = []
    at = len(inside)
    while at:
        before_at = came[at]
        if before_at is None:
            at -= 1
        else:
            chosen.append(inside[at - 1])
            at = before_at
    chosen.reverse()
    return Tiling(tuple(chosen), best[-1][0], _missing(chosen, period) or ())


def _missing(chosen: Sequence[Entry], period: Period) -> tuple[Period, ...] | None:
    """The days between those of entries that lie inside the period, in order of their ends; None where two overlap."""
    found, start = [], period.start
    for entry in chosen:
        covered = entry.period
        if covered.start < start:
            return None
        if start < covered.start:
            found.append(Period(start, covered.start))
        start = covered.stop
    return (*found, Period(start, period.stop)) if start < period.stop else tuple(found)

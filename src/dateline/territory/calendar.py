"""A record cut into days, weeks, months or years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

Step = Literal["day", "week", "month", "year"]


def spans(days: Sequence[date], by: Step) -> list[tuple[int, int]]:
    """Pairs of numbers of snapshots: the last one on or before the first day of each span (the first of all for a span
    that begins before the record), and the last one on or before the day after it. Days are in rising order; spans in
    which no snapshot follows are left out."""
    if by == "day":
        return list(pairwise(range(len(days))))
    starts = [first_day(day, by) for day in days]
    # The snapshot before the first of a span is its start, unless one was made on the very first day.
    cuts = [0]
    for number in range(1, len(days)):
        if starts[number] != starts[number - 1]:
            cuts.append(number if days[number] == starts[number] else number - 1)
    return [(first, last) for first, last in pairwise([*cuts, len(days) - 1]) if last > first]


def first_day(day: date, by: Step) -> date:
    """The first day of the week (Monday), month or year that the day lies in."""
    if by == "week":
        return day - timedelta(days=day.weekday())
    if by == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if by == "year" else day

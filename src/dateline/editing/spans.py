"""Periods as an editor writes them: a day, a month, a year, or two days with a stroke between, both inclusive."""

from __future__ import annotations

import calendar
import re
from datetime import date

from dateline.editing.decisions import EditingError
from dateline.records.period import Granularity, Period


def read(key: str, value: str, *, night: bool = False) -> Period:
    """The period that `value` writes. A single day is a night where `night` says that the claim speaks of one.

    Raises EditingError, one line that begins with `key`, for anything else.
    """
    first, stroke, last = (part.strip() for part in value.partition("/"))
    try:
        start, end = _ends(first)
        if stroke:
            end = _ends(last)[1]
    except ValueError:
        raise EditingError(
            f"{key}: {value!r} is no period; write 2025-05-01/2025-05-31, 2025-05-25, 2025-05 or 2025 (ends inclusive)"
        ) from None
    if end < start:
        raise EditingError(f"{key}: {value!r} ends before it starts")
    granularity = _granularity(start, end)
    return Period.through(start, end, "night" if night and granularity == "day" else granularity)


def _ends(text: str) -> tuple[date, date]:
    """First and last day of a year, a month or a day; ValueError for anything else."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        raise ValueError(text)
    year, *rest = map(int, text.split("-"))
    if len(rest) == 2:
        return date(year, *rest), date(year, *rest)
    months = (rest[0], rest[0]) if rest else (1, 12)
    if not 1 <= months[0] <= 12:
        raise ValueError(text)
    return date(year, months[0], 1), date(year, months[1], calendar.monthrange(year, months[1])[1])


def _granularity(start: date, end: date) -> Granularity:
    if start == end:
        return "day"
    if start.day == 1 and (start.year, start.month) == (end.year, end.month):
        return "month"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return "year"
    return "span"

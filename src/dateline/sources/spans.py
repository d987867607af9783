"""Stretches of days as publishers abbreviate them: "2025", "2025-04", "2025-01..04", "2024-01-01..04-29"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from dateline.records.period import Granularity

_PARTS = re.compile(r"\d{4}(-\d{2}){0,2}$")
_TAIL = re.compile(r"\d{2}(-\d{2})?$")


@dataclass(frozen=True, slots=True)
class Span:
    """From the day `start` to the day `last`, both inside."""

    start: date
    last: date
    granularity: Granularity = "span"


def first_day(text: str) -> date:
    """The first day of a date written to the year, month or day. Raises ValueError for anything else."""
    parts = _parts(text)
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(text: str) -> date:
    """The last day of a date written to the year, month or day; of a span, its end. A partial date of publication
    counts as this day: the figure was public by then. Raises ValueError for anything else."""
    if ".." in text:
        return span(text).last
    parts = _parts(text)
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def span(text: str) -> Span:
    """A date or an abbreviated span: what the right side leaves out is taken from the left ("2024-01..07-30" ends
    on 30 July 2024). Raises ValueError where it cannot be read or ends before it starts."""
    left, dots, right = (part.strip() for part in text.partition(".."))
    if not dots:
        names: tuple[Granularity, ...] = ("year", "month", "day")
        return Span(first_day(left), last_day(left), names[len(_parts(left)) - 1])
    start, last = first_day(left), last_day(_completed(left, right))
    if last < start:
        raise ValueError(f"a span must not end before it starts: {text!r}")
    return Span(start, last)


def _completed(left: str, right: str) -> str:
    """The right side with the year, or year and month, that it shares with the left."""
    if not _TAIL.match(right):
        return right
    year, *rest = left.split("-")
    if "-" in right or len(rest) < 2:
        return f"{year}-{right}"
    return f"{year}-{rest[0]}-{right}"


def _parts(text: str) -> list[int]:
    if not _PARTS.match(text):
        raise ValueError(f"not a date written to the year, month or day: {text!r}")
    return [int(part) for part in text.split("-")]

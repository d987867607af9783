"""Dates and periods as people read them; ends are inclusive."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.records.period import Period

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
NBSP = "\u00a0"


def day(value: date, *, year: bool = True) -> str:
    """30 May 2025, on one line."""
    text = f"{value.day}{NBSP}{_MONTHS[value.month - 1]}"
    return f"{text}{NBSP}{value.year}" if year else text


def stretch(start: date, last: date) -> str:
    """From one day to another, both included, without repeating what they share."""
    if start == last:
        return day(start)
    if _whole_months(start, last):
        return _months(start, last)
    if start.year == last.year and start.month == last.month:
        return f"{start.day}–{day(last)}"
    return f"{day(start, year=start.year != last.year)} – {day(last)}"


def period(value: Period | None) -> str:
    """A period in words; a night is named by the day on which it ends."""
    if value is None:
        return ""
    words = stretch(value.start, value.last)
    if value.granularity == "night" and value.days == 1:
        return f"night to {words}"
    return words


def _whole_months(start: date, last: date) -> bool:
    return start.day == 1 and (last + timedelta(days=1)).day == 1


def _months(start: date, last: date) -> str:
    if (start.month, last.month) == (1, 12):
        return str(start.year) if start.year == last.year else f"{start.year}–{last.year}"
    first, final = _MONTHS[start.month - 1], f"{_MONTHS[last.month - 1]}{NBSP}{last.year}"
    if (start.year, start.month) == (last.year, last.month):
        return final
    return f"{first} – {final}" if start.year == last.year else f"{first}{NBSP}{start.year} – {final}"

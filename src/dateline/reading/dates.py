"""Calendar dates as pages write them. What could be read two ways is not read."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_SHORT = "|".join("sep(?:t(?:ember)?)?" if name == "september" else f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_MONTH = rf"(?P<month>{_SHORT})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b\.?"
_PATTERNS = (
    re.compile(rf"(?<![\d-]){_YEAR}[-/.](?P<mon>\d\d?)[-/.](?P<day>\d\d?)(?!\d)"),
    re.compile(rf"(?<!\d){_DAY}(?: of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}", re.IGNORECASE),
    re.compile(rf"(?<![\d/.])(?P<one>\d\d?)(?P<sep>[/.])(?P<two>\d\d?)(?P=sep){_YEAR}"),
)
#: Two numbers and a year; which is the day is not said.
AMBIGUOUS = re.compile(r"(?<![\d/.])\d\d?([/.])\d\d?\1(?:\d\d)?\d\d(?!\d)")
_DAY_AND_MONTH = (
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\d){_DAY}\s+{_MONTH}", re.IGNORECASE),
)


def find_dates(text: str) -> list[tuple[int, int, date]]:
    """Whole dates in the text with their offsets, in order. `03/04/2025` is two dates, so it is none."""
    found: list[tuple[int, int, date]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _date_of(match)
            if day is not None and not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), day))
    return sorted(found)


def find_date(text: str) -> date | None:
    """The first whole date in the text."""
    found = find_dates(text)
    return found[0][2] if found else None


def find_day_and_month(text: str) -> tuple[int, int] | None:
    """Month and day of a date without a year ("May 30"), as (month, day)."""
    for pattern in _DAY_AND_MONTH:
        if match := pattern.search(text):
            return _NUMBERS[match["month"][:3].lower()], int(match["day"])
    return None


def last_such_day(month: int, day: int, today: date) -> date | None:
    """The last day of that month and number on or before `today`; None for a day that no year has."""
    for year in range(today.year, today.year - 9, -1):
        found = _make(year, month, day)
        if found is not None and found <= today:
            return found
    return None


def parse_stamp(text: str) -> date | None:
    """The day of a machine's time stamp (ISO 8601, `20250530`, an e-mail date), as written in its own zone."""
    text = text.strip()
    if match := re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}|$)", text):
        return _make(int(match[1]), int(match[2]), int(match[3]))
    return find_date(text)


def _date_of(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if parts.get("month"):
        return _make(year, _NUMBERS[parts["month"][:3].lower()], int(parts["day"]))
    if parts.get("mon"):
        return _make(year, int(parts["mon"]), int(parts["day"]))
    one, two = int(parts["one"]), int(parts["two"])
    both = {_make(year, one, two), _make(year, two, one)} - {None}
    return both.pop() if len(both) == 1 else None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

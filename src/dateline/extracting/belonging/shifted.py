"""Times told by another: what "a day earlier", "the same period of 2024" and "a year before" move to."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.periods import Mention, dates
from dateline.records.period import Period

_STRETCH: Final = re.compile(r"\b(?:period|stretch|time|span|point)\b", re.IGNORECASE)


def years_back(parse: Parse, shift: Mention, period: Period, count: int) -> Period:
    """The same days of an earlier year; of "so far this year" as many of that year's, where "the same period" is
    what is named, and not "the same month"."""
    running = period.last == parse.ref and _STRETCH.search(parse.text[shift.start : shift.end]) is not None
    return dates.back(Period(period.start, period.stop) if running else period, "year", count)


def in_comparison(parse: Parse, match: re.Match[str]) -> bool:
    """ "468 were taken, 23 percent less than a month earlier": when the other was, and not these."""
    shifts = (m for m in parse.mentions if m.kind == "shift" and m.start < match.end() and match.start() < m.end)
    return any(parse.text[: m.start].endswith((" than ", " than in ")) for m in shifts)


def moved(parse: Parse, shift: Mention, known: Period) -> Period | None:
    """What "a day earlier" and "the same period of 2024" mean of what is known: of what has run since the war began
    the last day, or the same up to a year before."""
    if shift.anchor is not None:
        years = known.start.year - shift.anchor.start.year
        return years_back(parse, shift, known, years) if years > 0 else None
    if known.days <= _SPANS.get(shift.unit, known.days):
        return dates.back(known, shift.unit, shift.count)
    if known.start != parse.words.theatre.war_start or shift.unit not in ("day", "night"):
        return None
    return dates.back(Period.of_day(known.last), shift.unit, shift.count)


#: Days that a stretch may have of which "a day earlier", "a month earlier" says which one came before.
_SPANS: Final = {"day": 7, "night": 7, "week": 31, "month": 366}


def compares(parse: Parse, mention: Mention) -> bool:
    return (
        re.search(r"\b(?:than|as|from|against|with|to|over|on)(?: in| on)?(?: the)? $", parse.text[: mention.start])
        is not None
    )

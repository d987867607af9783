""" "The previous night", "the preceding month": the one before what the text speaks of, and before the report's only
where it speaks of no other."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from dateline.extracting.belonging.comparands import is_baseline
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention, dates
from dateline.extracting.periods.words import count_of
from dateline.records.period import Period

_PREVIOUS: Final = when_asked(
    r"(?:the |that )?(?:previous|preceding|prior) (?:(?P<count>[\w-]+) )?(?P<unit>day|night|week|month|quarter|year)s?$"
)
#: How many days a period may have to be one of these units.
_LENGTH: Final = {"day": 1, "night": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}


def points(parse: Parse, mention: Mention) -> bool:
    """Whether the words name a stretch only by the one after it."""
    return mention.kind == "at" and _previous(parse, mention) is not None


def pointed(parse: Parse, mention: Mention, before: Period | None, family: str) -> Period | None:
    """The stretch that the words mean: the one before the last that the sentence names, or before `before`, which the
    sentences before told of. None where that is too long or too short to have one before it, and where the text
    names none of a raid's; of anything else it is then the one before the report's."""
    found = _previous(parse, mention)
    assert found is not None
    unit, count = found["unit"], count_of(found["count"])
    told = [m.period for m in parse.mentions if m.end <= mention.start and _tells(parse, m) and m.period is not None]
    known = told[-1] if told else before
    if known is None:
        return None if _LENGTH[unit] == 1 and family == "strikes" else mention.period
    if count > 1 and _same_length(known, unit, count):
        return dates.back(known, unit, count)
    if known.days > _LENGTH[unit] or (unit == "week" and known.days != _LENGTH[unit]):
        return None
    calendar = unit in ("month", "quarter", "year")
    near, far = ((_calendar if calendar else dates.back)(known, unit, n) for n in (1, count))
    if near is None or far is None or count == 1:
        return near
    # "The previous three months": before the month told last, or before three of which the text told.
    return Period(far.start, near.stop, "span") if told else None


def _same_length(known: Period, unit: str, count: int) -> bool:
    if unit in ("day", "night", "week"):
        return known.days == count * _LENGTH[unit]
    return known.days > _LENGTH[unit] * (count - 1) and dates.back(known, unit, -count).start == known.stop


#: "A day after the record 728 drones, Russia sent another 397 on Thursday": the first figure is of an earlier time.
_EARLIER: Final = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|seven|ten|\d+) (?:nights?|days?|weeks?|months?|years?) "
    r"(?:after|before|following)\b[^,;:.]*$"
    r"|\b(?:after|following) (?:an?|one|another) (?:\w+ )?(?:night|day|week|month|raid|attack|strike|barrage) "
    r"(?:with|of|in which|when)\b[^,;:.]*$",
    re.IGNORECASE,
)


def leaves_open(parse: Parse, chosen: Mention, start: int) -> bool:
    """Whether the figure at `start` is of another time than `chosen`, which the text does not say: in "a day after
    those 728, 397 came on Thursday", or of some of several days that stand nearer ("on the 3rd, 7th and 12th")."""
    if _EARLIER.search(parse.text[:start]) is not None and "," in parse.text[start : chosen.start]:
        return True
    named = [m for m in parse.mentions if m.kind == "duration" and m.unit == "dates"]
    return any(abs(m.start - start) < abs(chosen.start - start) for m in named)


def _calendar(known: Period, unit: str, count: int) -> Period | None:
    """The calendar's month, quarter or year `count` before the one in which `known` lies; None where it lies in two."""
    stretch = {"month": dates.shifted_month, "quarter": dates.quarter, "year": _year}[unit]
    first, last = stretch(known.start, -count), stretch(known.last, -count)
    return first if first == last else None


def _year(day: dt.date, by: int) -> Period:
    return dates.year(day.year + by, day)


def _tells(parse: Parse, mention: Mention) -> bool:
    return mention.kind == "at" and not mention.speech and not is_baseline(parse, mention)


def _previous(parse: Parse, mention: Mention) -> re.Match[str] | None:
    return _PREVIOUS.search(parse.text[mention.start : mention.end].lower())

""" "The previous night", "the preceding month": the one before what the text speaks of, and before the report's only
where it speaks of no other."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.comparands import is_baseline
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention, dates
from dateline.records.period import Period

_PREVIOUS: Final = when_asked(r"(?:the |that )?(?:previous|preceding) (?P<unit>day|night|week|month|year)$")
#: How many days a period may have to be one of these units.
_LENGTH: Final = {"day": 1, "night": 1, "week": 7, "month": 31, "year": 366}


def points(parse: Parse, mention: Mention) -> bool:
    """Whether the words name a stretch only by the one after it."""
    return mention.kind == "at" and _unit(parse, mention) is not None


def pointed(parse: Parse, mention: Mention, before: Period | None, family: str) -> Period | None:
    """The stretch that the words mean: the one before the last that the sentence names, or before `before`, which the
    sentences before told of. None where that is too long or too short to have one before it, and where the text
    names none of a raid's; of anything else it is then the one before the report's."""
    unit = _unit(parse, mention)
    assert unit is not None
    told = [m.period for m in parse.mentions if m.end <= mention.start and _tells(parse, m) and m.period is not None]
    known = told[-1] if told else before
    if known is None:
        return None if _LENGTH[unit] == 1 and family == "strikes" else mention.period
    if unit in ("month", "year") and known.days <= _LENGTH[unit]:
        return _calendar(known, unit, parse)
    if known.days > _LENGTH[unit] or (unit == "week" and known.days != _LENGTH[unit]):
        return None
    return dates.back(known, unit)


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


def _calendar(known: Period, unit: str, parse: Parse) -> Period | None:
    """The calendar's month or year before the one in which `known` lies; None where it lies in two."""
    if (known.start.year, known.start.month if unit == "month" else 0) != (
        known.last.year,
        known.last.month if unit == "month" else 0,
    ):
        return None
    if unit == "month":
        return dates.shifted_month(known.start, -1)
    return dates.year(known.start.year - 1, parse.ref)


def _tells(parse: Parse, mention: Mention) -> bool:
    return mention.kind == "at" and not mention.speech and not is_baseline(parse, mention)


def _unit(parse: Parse, mention: Mention) -> str | None:
    match = _PREVIOUS.search(parse.text[mention.start : mention.end].lower())
    return match["unit"] if match is not None else None

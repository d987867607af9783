"""Days by their dates, and by where they stand to the report's: "August 28", "1 to 15 August", "yesterday"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from dateline.extracting.periods import dates, earlier
from dateline.extracting.periods.mention import Context, Mention, Reader, Rule, at, rule, several
from dateline.extracting.periods.tense import ahead
from dateline.extracting.periods.words import (
    AND,
    DATE_DMY,
    DATE_MDY,
    DATED,
    MONTHS,
    NUMBERED,
    POINTING,
    RANGE,
    RANGE_DMY,
    TO,
    UNITS,
    WEEKDAYS,
    day_number,
    i,
    month_number,
    year_number,
)
from dateline.records.period import Granularity, Period

#: A date that lies further ahead than this is not the next of its name, whatever the verb says.
_FARTHEST: Final = 240
#: A day that its weekday shows to lie ahead may be this far from the report's.
_NEXT_DAYS: Final = 10


def resolve_day(match: re.Match[str], month: str, day: str, year: str | None, context: Context) -> dt.date | None:
    """The day: without its year the last of that name, or the next one where the words around speak of what is to
    come. None where no calendar has it."""
    number = year_number(year, context.ref) if year else earlier.year_of(match, context)
    if number:
        return dates.day(number, month_number(month), day_number(day))
    if ahead(match, context):
        coming = dates.recent_day(month_number(month), day_number(day), context.ref, future=True)
        if coming is not None and (coming - context.ref).days <= _FARTHEST:
            return coming
    recent = dates.recent_day(month_number(month), day_number(day), context.ref)
    stated = match.groupdict().get("weekday")
    if stated and recent is not None and f"{recent:%A}" != stated:
        # "Saturday, June 7" in a text of Friday the 6th is tomorrow, whatever its verbs.
        coming = dates.recent_day(month_number(month), day_number(day), context.ref, future=True)
        if coming is not None and (coming - context.ref).days <= _NEXT_DAYS and f"{coming:%A}" == stated:
            return coming
    return recent


def date_of(granularity: Granularity) -> Reader:
    def read(match: re.Match[str], context: Context) -> Mention | None:
        parts = match.groupdict()
        day = resolve_day(match, parts["month"], parts["day"], parts.get("year"), context)
        if day is None:
            return None
        return at(match, Period.of_day(day, granularity), weekday=parts.get("weekday") or "")

    return read


def day_range(night: bool) -> Reader:
    """From one day to another, whichever of the two carries the month; `night`: the night between them."""

    def read(match: re.Match[str], context: Context) -> Mention | None:
        parts = match.groupdict()
        month, month2 = parts["month"] or parts["month2"], parts["month2"] or parts["month"]
        last = resolve_day(match, month2, parts["day2"], parts["year"], context)
        if last is None:
            return None
        if night:
            return at(match, Period.of_day(last, "night"), unit="range")
        year = year_number(parts["year1"], context.ref) if parts["year1"] else last.year
        first = dates.day(year, month_number(month), day_number(parts["day"]))
        if first is not None and first > last:
            first = dates.day(last.year - 1, first.month, first.day)
        return at(match, Period.through(first, last)) if first is not None and first <= last else None

    return read


def of_year(match: re.Match[str], context: Context) -> Mention | None:
    """ "2025-08-28", and "8/28/25" with the month first, as the American press writes it."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if year < 100:
        year += 100 * ((context.ref.year + 10 - year) // 100)
    if first > 12:
        first, second = second, first
    day = dates.day(year, first, second) if year else None
    return at(match, Period.of_day(day)) if day is not None else None


def of_month(match: re.Match[str], context: Context) -> Mention | None:
    """ "on the 24th": of the month that the sentence names before, else the last one that has begun."""
    if not re.search(r"\b(?:on|by|since|until|from|to|before|of) $", match.string[: match.start()], re.IGNORECASE):
        return None
    named = set() if match["of"] else earlier.months(match, context)
    if len(named) > 1:
        return several(match, context)
    by = 0 if day_number(match["day"]) <= context.ref.day or ahead(match, context) else -1
    by -= 1 if (match["of"] or "") == "last" and by == 0 else 0
    month = named.pop().start if named else dates.shifted_month(context.ref, by).start
    day = dates.day(month.year, month.month, day_number(match["day"]))
    return at(match, Period.of_day(day)) if day is not None else None


def days_of_month(match: re.Match[str], context: Context) -> Mention | None:
    """ "on the 5th and 6th": both, where one follows the other."""
    found = of_month(match, context)
    if found is None or found.period is None or day_number(match["day2"]) != day_number(match["day"]) + 1:
        return several(match, context)
    return at(match, Period.through(found.period.start, found.period.start + dates.DAY))


def fixed(days_on: int, granularity: Granularity = "day") -> Reader:
    """So many days from the report's; its evening and night are that day's night."""

    def read(match: re.Match[str], context: Context) -> Mention | None:
        night = re.search(r"night|evening", match.group(), re.IGNORECASE) is not None
        day = context.ref + days_on * dates.DAY
        return at(match, Period.of_day(day, "night" if night and days_on else granularity))

    return read


def dotted_range(match: re.Match[str], context: Context) -> Mention | None:
    """ "From 24.02.22 to 04.10.25", as bulletins write: day, month, year."""
    first, last = _dotted(match, "1"), _dotted(match, "2")
    return at(match, Period.through(first, last)) if first and last and first <= last else None


def dotted(match: re.Match[str], context: Context) -> Mention | None:
    """ "04.10.25": day, month, year."""
    day = _dotted(match, "1")
    return at(match, Period.of_day(day)) if day is not None else None


def _dotted(match: re.Match[str], which: str) -> dt.date | None:
    day, month, year = (int(part) for part in match.group(f"d{which}", f"m{which}", f"y{which}"))
    return dates.day(year if year > _TWO_DIGITS else 2000 + year, month, day)


_TWO_DIGITS: Final = 99
_DOTTED: Final = r"(?P<d{n}>[0-3]?\d)\.(?P<m{n}>[01]?\d)\.(?P<y{n}>(?:19|20)\d\d|\d\d)"
_BETWEEN: Final = r"between (?:the (?:morning|afternoon|evening)s of )?"
_TIME_OF_DAY: Final = r"(?: (?:morning|afternoon|evening|night))?"

RULES: Final[tuple[Rule, ...]] = (
    rule("between", DATED, i(_BETWEEN) + RANGE.replace(TO, AND), day_range(night=False)),
    rule(f"from {MONTHS}", DATED, i(r"(?:from )?") + RANGE, day_range(night=False)),
    rule("between", DATED, i(_BETWEEN) + RANGE_DMY.replace(TO, AND), day_range(night=False)),
    rule("from 0", DATED, i(r"(?:from )?") + RANGE_DMY, day_range(night=False)),
    rule(f"{MONTHS} {WEEKDAYS}", DATED, DATE_MDY, date_of("day")),
    rule(f"0 {WEEKDAYS}", DATED, DATE_DMY, date_of("day")),
    rule("the", DATED, i(r"the ") + DATE_DMY, date_of("day")),
    rule("0", NUMBERED, r"(?P<year>\d{4})-(?P<first>[01]\d)-(?P<second>[0-3]\d)", of_year),
    rule(
        "from 0",
        NUMBERED,
        i(r"(?:from )?") + rf"{_DOTTED.format(n='1')} ?(?:to|until|[-–—]) ?{_DOTTED.format(n='2')}",
        dotted_range,
    ),
    rule("0", NUMBERED, r"(?P<d1>[0-3]\d)\.(?P<m1>[01]\d)\.(?P<y1>(?:19|20)\d\d|\d\d)(?![.\d])", dotted),
    rule("0", NUMBERED, r"(?P<first>[0-3]?\d)/(?P<second>[0-3]?\d)/(?P<year>\d{4}|\d\d)", of_year),
    rule(
        "the",
        NUMBERED,
        i(
            r"the (?P<day>[0-3]?\d(?:st|nd|rd|th))(?: and |[-–]| to )(?:the )?(?P<day2>[0-3]?\d(?:st|nd|rd|th))"
            r"(?: of (?P<of>this|last|the) month)?(?= ?[.,;:)]|$| (?:and|when|it|they|the|in|at|from|as|with) )"
        ),
        days_of_month,
    ),
    rule(
        "the",
        NUMBERED,
        i(
            r"the (?P<day>[0-3]?\d(?:st|nd|rd|th))(?: of (?P<of>this|last|the) month"
            r"|(?= ?[.,;:)]|$| (?:and|to|when|it|they|he|she|we|the|an?|in|at|from|as|with|was|were|had|alone) ))"
        ),
        of_month,
    ),
    rule("the", UNITS, i(r"the day before yesterday"), fixed(-2)),
    rule("the", UNITS, i(r"the day after tomorrow"), fixed(2)),
    rule("today this", POINTING, i(r"today|this (?:morning|afternoon|evening)"), fixed(0)),
    rule("tonight", POINTING, i(r"tonight"), fixed(1, "night")),
    rule("yesterday late early", POINTING, i(rf"(?:late |early )?yesterday{_TIME_OF_DAY}"), fixed(-1)),
    rule("tomorrow", POINTING, i(rf"tomorrow{_TIME_OF_DAY}"), fixed(1)),
)

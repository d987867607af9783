"""Stretches told by where they stand to the report's date or to another time: "this month", "the past three weeks",
"a year earlier", "two days later", "that night", and what dates nothing ("recently")."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import dates
from dateline.extracting.periods.mention import Context, Mention, Rule, at, duration, rule
from dateline.extracting.periods.words import FEW, NUMBER, NUMBERS, UNITS, count_of, i
from dateline.extracting.periods.years import loose_part
from dateline.records.period import Period


def relative(match: re.Match[str], context: Context) -> Mention | None:
    """ "this month", "last week", "so far this year", "late last year", "the past decade", "next month"."""
    which, unit = match["which"].lower().removeprefix("the "), match["unit"].lower()
    begins_today = match["which"].lower() == "the next"
    if begins_today or (which == "past" and unit == "quarter"):
        # The calendar's next year or the one from today on, the last quarter or the last three months: not said.
        return Mention(match.start(), match.end(), "duration", unit="month" if unit == "quarter" else unit)
    by = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(which, -1)
    period = _unit(unit, by, which == "past", context)
    part = (match["part"] or "").lower().removeprefix("the ").removesuffix(" of")
    if unit in ("decade", "century"):
        return at(match, period, unit="" if by < 0 else unit)
    if part in ("", "so far"):
        return at(match, period, unit=DAY_LONG if (which, unit) == ("past", "day") else "")
    if part == "earlier" or (part in ("early", "late", "mid") and unit == "week"):
        return Mention(match.start(), match.end(), "within", period)
    if part == "later":
        start, stop = max(period.start, context.ref + dates.DAY), _whole(period, unit).stop
        return at(match, Period(start, stop) if start < stop else period, unit=unit)
    if unit == "year":
        return at(match, loose_part(period.start.year, part, context.ref), unit="year")
    if part in ("end", "close"):
        return at(match, Period.of_day(_whole(period, unit).last), unit=unit)
    return at(match, Period.of_day(period.start) if part in ("start", "beginning") else period, unit=unit)


def opened(match: re.Match[str], context: Context) -> Mention | None:
    """ "since the beginning of the month": the first day of the one under way."""
    return at(match, Period.of_day(_unit(match["unit"].lower(), 0, False, context).start))


#: How a stretch of 24 hours up to the report is marked, which touches two days of the calendar.
DAY_LONG: Final = "24 hours"


def _whole(period: Period, unit: str) -> Period:
    """The calendar's unit without the cut at the report's date."""
    after = period.start + 7 * dates.DAY
    if unit in ("month", "quarter", "year"):
        after = dates.back(Period.of_day(period.start), unit, -1).start
    elif unit in ("day", "night"):
        after = period.stop
    return Period(period.start, after, period.granularity)


def _unit(unit: str, by: int, past: bool, context: Context) -> Period:
    """The calendar's unit `by` units from the one that holds the report's date. "The past" one is the stretch up to
    the report, except in the unit's first days, where it is the one just ended."""
    ref = context.ref
    if unit == "month":
        return dates.rolling(ref, 1, "month") if past and ref.day > 5 else dates.shifted_month(ref, by)
    if unit == "year":
        return (
            dates.rolling(ref, 1, "year") if past and ref.timetuple().tm_yday > 10 else dates.year(ref.year + by, ref)
        )
    if unit == "week":
        return replace(dates.rolling(ref, 7, "day") if past else dates.week(ref, by), granularity="week")
    if unit == "quarter":
        return dates.quarter(ref, by)
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        if by < 0:
            return dates.rolling(ref, length, "year")
        start = ref.year // length * length + by * length
        return Period(dt.date(start, 1, 1), dt.date(start + length, 1, 1))
    night = unit == "night"
    return Period.of_day(ref + (by + 1 if night and by < 0 else by) * dates.DAY, "night" if night else "day")


#: "would last 45 days": a verb, and no days past.
_MODAL: Final = when_asked(
    r"\b(?:would|will|could|might|may|to|should|must|can|did|does|not|n['’]t|only|also) $", re.IGNORECASE
)


def rolling(match: re.Match[str], context: Context) -> Mention | None:
    """ "the past three nights": the days up to the report's."""
    count, unit = match["count"].lower(), match["unit"].lower()
    lasting = match.group().lower().startswith("last ") and _MODAL.search(match.string[: match.start()])
    if lasting or re.fullmatch(FEW, count):
        return Mention(match.start(), match.end(), "duration", unit=unit)
    amount = count_of(count)
    if unit == "hour":
        return at(match, Period.of_day(context.ref), unit=DAY_LONG) if amount <= 24 else _hours(match)
    if not 0 < amount < 400 or (unit == "year" and amount > 100):
        return None
    months = amount * {"quarter": 3, "decade": 120}.get(unit, 1)
    unit = {"night": "day", "weekend": "week", "quarter": "month", "decade": "month"}.get(unit, unit)
    return at(match, dates.rolling(context.ref, months, unit))


#: "In 24 hours on 5 June": a day of its own behind the hours.
_DATED: Final = re.compile(r",? (?:on|from|ending|ended|up to|until|between) ")


def hours(match: re.Match[str], context: Context) -> Mention | None:
    """ "in 24 hours" ends with the report; of longer spells the text does not say which days they are."""
    if count_of(match["count"]) != 24 or _DATED.match(match.string, match.end()):
        return _hours(match)
    return at(match, Period.of_day(context.ref), unit=DAY_LONG)


def _hours(match: re.Match[str]) -> Mention:
    return Mention(match.start(), match.end(), "duration", unit="day")


_WHICH: Final = (
    r"(?<!any )(?<!every )(?<!each )(?P<which>this|last|next|the past|past|the previous|previous|the current"
    r"|current|the last|the preceding|the prior"
    r"|the next|the coming|coming|(?:the )?(?:latest|most recent)(?= quarter))"
)
_PART: Final = (
    r"(?:(?P<part>so far|earlier|later|early|late|mid|(?:the )?(?:end|close|start|beginning|middle) of)[ -])?"
)
_FIRSTS: Final = (
    "so earlier later early late mid the end close start beginning middle this last next past previous current coming"
    " latest most"
)

RULES: Final[tuple[Rule, ...]] = (
    rule(
        "in over within during for the past last previous preceding latest",
        UNITS,
        i(
            r"(?:in |over |within |during |for )?(?:the )?(?:past|last|previous|preceding|prior|latest)"
            rf" (?P<count>{NUMBER}|{FEW}) (?P<unit>hour|day|night|week|weekend|month|quarter|year|decade)s?"
        ),
        rolling,
    ),
    rule(
        "in over within",
        UNITS,
        i(rf"(?:in|over|within) (?:the space of )?(?P<count>{NUMBER}) (?:hour)s(?! of| ago| earlier| before| to| and)"),
        hours,
    ),
    rule("the", UNITS, i(r"the (?:start|beginning) of the (?P<unit>month|week|quarter)(?! (?:of|in|when)\b)"), opened),
    rule(
        "the next coming following",
        UNITS,
        i(
            rf"(?:the )?(?:next|coming|following) (?:{NUMBER}|{FEW})"
            r" (?P<unit>day|night|week|month|quarter|year|decade)s?"
        ),
        duration,
    ),
    rule(
        _FIRSTS,
        UNITS,
        i(
            rf"{_PART}{_WHICH} (?:fiscal |calendar |financial )?"
            r"(?P<unit>day|night|week|month|quarter|year|decade|century)"
        ),
        relative,
    ),
    rule(
        "in over within across during",
        UNITS,
        i(
            rf"(?:in|over|within|across|during) (?:just |only |barely )?(?:a single|{NUMBER})"
            r" (?P<unit>day|night|week|month)s?(?! of| ago| earlier| before| to)"
        ),
        duration,
    ),
    rule(
        "in over within across during",
        UNITS,
        i(
            rf"(?:in|over|within|across|during) (?:a|the|that) {NUMBER}-(?P<unit>day|night|week|month)"
            r" (?:period|span|stretch|spell|window)"
        ),
        duration,
    ),
    rule(
        f"{NUMBERS} several",
        UNITS,
        i(rf"(?:{NUMBER}|several) (?:(?:consecutive|straight|successive) )(?P<unit>day|night|week|month|year)s"),
        duration,
    ),
)

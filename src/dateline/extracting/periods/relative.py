"""Stretches told by where they stand to the report's date or to another time: "this month", "the past three weeks",
"a year earlier", "two days later", "that night", and what dates nothing ("recently")."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from dateline.extracting import dates
from dateline.extracting.periods.mention import Context, Mention, Rule, at, duration, rule
from dateline.extracting.periods.words import FEW, NUMBER, NUMBERS, POINTING, RAIDS, UNITS, count_of, i
from dateline.extracting.periods.years import loose_part
from dateline.records.period import Period


def relative(match: re.Match[str], context: Context) -> Mention | None:
    """ "this month", "last week", "so far this year", "late last year", "the past decade", "next month"."""
    which, unit = match["which"].lower().removeprefix("the "), match["unit"].lower()
    if which == "next" and match["which"].lower() != "next" or which in ("coming",) and unit != "week":
        return Mention(match.start(), match.end(), "duration", unit=unit)  # "over the next year" begins today
    by = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(which, -1)
    period = _unit(unit, by, which == "past", context)
    part = (match["part"] or "").lower().removeprefix("the ").removesuffix(" of")
    if unit in ("decade", "century"):
        return at(match, period, unit="" if by < 0 else unit)
    if part in ("", "so far", "earlier"):
        return at(match, period)
    if part == "later":
        start, stop = max(period.start, context.ref + dates.DAY), _whole(period, unit).stop
        return at(match, Period(start, stop) if start < stop else period, unit=unit)
    if unit == "year":
        return at(match, loose_part(period.start.year, part, context.ref), unit="year")
    if part in ("end", "close"):
        return at(match, Period.of_day(_whole(period, unit).last), unit=unit)
    return at(match, Period.of_day(period.start) if part in ("start", "beginning") else period, unit=unit)


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


def rolling(match: re.Match[str], context: Context) -> Mention | None:
    """ "the past three nights": the days up to the report's."""
    count, unit = match["count"].lower(), match["unit"].lower()
    if re.fullmatch(FEW, count):
        return Mention(match.start(), match.end(), "duration", unit=unit)
    amount = count_of(count)
    if unit == "hour":
        return at(match, Period.of_day(context.ref)) if amount <= 24 else _hours(match)
    if not 0 < amount < 400 or (unit == "year" and amount > 100):
        return None
    months = amount * {"quarter": 3, "decade": 120}.get(unit, 1)
    unit = {"night": "day", "weekend": "week", "quarter": "month", "decade": "month"}.get(unit, unit)
    return at(match, dates.rolling(context.ref, months, unit))


def hours(match: re.Match[str], context: Context) -> Mention | None:
    """ "in 24 hours" ends with the report; of longer spells the text does not say which days they are."""
    return at(match, Period.of_day(context.ref)) if count_of(match["count"]) == 24 else _hours(match)


def _hours(match: re.Match[str]) -> Mention:
    return Mention(match.start(), match.end(), "duration", unit="day")


def shift(match: re.Match[str], context: Context) -> Mention | None:
    parts = match.groupdict()
    unit = (parts.get("by") or parts.get("unit") or "year").lower().rstrip("s")
    unit = "year" if unit == "weekend" else unit
    stated = parts.get("year")
    anchor = dates.year(int(stated), context.ref) if stated else None
    return Mention(match.start(), match.end(), "shift", None, anchor, count_of(parts.get("count")), unit)


def later(match: re.Match[str], context: Context) -> Mention | None:
    parts = match.groupdict()
    return Mention(match.start(), match.end(), "later", count=count_of(parts.get("count")), unit=match["unit"].lower())


def that(match: re.Match[str], context: Context) -> Mention | None:
    return Mention(match.start(), match.end(), "that", unit=match["unit"].lower())


def end_of(match: re.Match[str], context: Context) -> Mention | None:
    unit = (match.groupdict().get("unit") or "year").lower()
    return Mention(match.start(), match.end(), "that", unit=f"end of {unit}")


def vague(match: re.Match[str], context: Context) -> Mention | None:
    return Mention(match.start(), match.end(), "vague", unit=match.lastgroup or "")


_UNIT: Final = r"(?P<unit>day|night|week|weekend|month|quarter|year)"
_WHICH: Final = (
    r"(?P<which>this|last|next|the past|past|the previous|previous|the current|current|the last|the preceding"
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
        "the same corresponding equivalent like",
        UNITS,
        i(
            r"(?:the )?(?:same|corresponding|equivalent|like) (?:month|period|stretch|time|week|quarter|night"
            r"|span|day|date|months)(?:(?: of| in)? (?P<year>(?:19|20)\d\d)|(?: of| in| a| the| last| one"
            r"| previous)* (?P<by>year)(?: (?:before|earlier|ago|prior|previous))?)"
            r"|(?:(?<=than )|(?<=from )|(?<=against )|(?<=versus )|(?<=with )|(?<=to )|(?<=in )|(?<=over )|(?<=for ))"
            r"(?:the )?(?:corresponding|equivalent|like) (?:month|period|stretch|week|quarter|span|months)"
            r"|(?:(?<=than )|(?<=from )|(?<=against )|(?<=versus )|(?<=with ))(?:in )?"
            r"(?:the )?same (?:month|period|stretch|time|week|quarter|span|months)"
        ),
        shift,
    ),
    rule(
        f"a an {NUMBERS}",
        UNITS,
        i(
            rf"(?:an?|(?P<count>{NUMBER})) (?P<unit>day|night|week|month|quarter|year|decade)s? (?:earlier|before|ago|prior"
            r"|previously)"
        ),
        shift,
    ),
    rule(
        "several a few some years decades months weeks days",
        UNITS,
        i(rf"(?P<past>(?:(?:{FEW}|some|a week or so) )?(?:years|decades|months|weeks|days) (?:ago|earlier))"),
        vague,
    ),
    rule("the", UNITS, i(rf"the {_UNIT} (?:before|prior)(?! (?:last|yesterday))"), shift),
    rule(
        "the year month week quarter",
        UNITS,
        i(
            r"(?P<unit>year|month|week)[- ](?:on|over)[- ](?:year|month|week)|(?:the )?(?P<by>year|month|week|quarter)-"
            r"(?:ago|earlier)(?: (?:period|quarter|month|level|figure|total))?"
        ),
        shift,
    ),
    rule(
        "in the previous preceding prior",
        UNITS,
        i(
            r"(?:(?<=than )|(?<=from )|(?<=against )|(?<=over )|(?<=versus )|(?<=with )"
            r"|(?<=to ))(?:in )?(?:the )?(?:previous|preceding|prior) (?P<unit>day|night|week|month|quarter"
            r"|year)"
        ),
        shift,
    ),
    rule(
        "in over within during for the past last previous preceding latest",
        UNITS,
        i(
            rf"(?:in |over |within |during |for )?(?:the )?(?:past|last|previous|preceding|latest) (?P<count>{NUMBER}|{FEW})"
            r" (?P<unit>hour|day|night|week|weekend|month|quarter|year|decade)s?"
        ),
        rolling,
    ),
    rule(
        "in over within",
        UNITS,
        i(rf"(?:in|over|within) (?:the space of )?(?P<count>{NUMBER}) (?:hour)s(?! of| ago| earlier| before| to| and)"),
        hours,
    ),
    rule(
        "the next coming following",
        UNITS,
        i(
            rf"(?:the )?(?:next|coming|following) (?:{NUMBER}|{FEW}) (?P<unit>day|night|week|month|quarter|year|decade)s?"
        ),
        duration,
    ),
    rule(
        "the next",
        UNITS,
        i(r"the following (?P<unit>day|night|week|month|quarter|year)|(?:the )?next (?P<day>day|night|morning)"),
        lambda match, context: Mention(
            match.start(), match.end(), "later", unit=(match["unit"] or match["day"]).lower().replace("morning", "day")
        ),
    ),
    rule("the", UNITS, i(r"the (?P<unit>day|night|week|month|year) after"), later),
    rule(
        f"a an {NUMBERS}",
        UNITS,
        i(
            rf"(?:an?|(?P<count>{NUMBER})) (?P<unit>day|night|week|month|quarter|year|decade)s? (?:later|afterwards?|after(?= ?[.,;]|$))"
        ),
        later,
    ),
    rule(
        _FIRSTS,
        UNITS,
        i(
            rf"{_PART}{_WHICH} (?:fiscal |calendar |financial )?(?P<unit>day|night|week|month|quarter|year|decade|century)"
        ),
        relative,
    ),
    rule("the", UNITS, i(r"the (?:end|close) of (?:the|that) (?P<unit>month|week|year)"), end_of),
    rule("year yearend", UNITS, i(r"year[- ]?end"), end_of),
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
    rule(
        "that the same",
        UNITS | RAIDS,
        i(
            r"(?:that|the same|the) (?P<unit>night|attack|raid|strike|assault|barrage|day|week|month|quarter|year"
            r"|salvo)(?!s| of | on | with | when | in which | that |-)"
        ),
        that,
    ),
    rule(
        "now currently current nowadays presently at these",
        POINTING | UNITS,
        i(r"(?P<present>now|currently|nowadays|presently|at present|at the moment|these days|current)"),
        vague,
    ),
    rule(
        "recently lately recent in the most that back then",
        POINTING | UNITS,
        i(
            r"(?P<past>recently|lately|(?:the )?(?:most )?recent (?:hours|days|weeks|months|quarters|years|decades)"
            rf"|in the past(?! (?:{NUMBER} |{FEW} )?(?:hour|day|night|week|month|quarter|year|decade|century))"
            r"|(?<=at )(?:the|that) time|back then|(?<=since )then)"
        ),
        vague,
    ),
    rule(
        "soon the future in",
        POINTING | UNITS,
        i(
            r"(?P<future>(?<!as )soon(?! after| as)|(?:the )?(?:near |foreseeable |immediate |not-too-distant )?future(?! of)"
            r"|the (?:near|short|long) term|the coming (?:hours|days|weeks|months|years))"
        ),
        vague,
    ),
)

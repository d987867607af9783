"""Calendar: elapsed time and weekdays."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from dateline.checking.answers import Answer
from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence, unanswered, weigh
from dateline.checking.policy import Weighed
from dateline.checking.resolve import command
from dateline.checking.tolerance import Admitted, admitted
from dateline.records.claim import Claim
from dateline.records.finding import Reading
from dateline.records.period import Period

PRODUCER = "calendar"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ANNIVERSARY_DAYS = 21
#: "Enters its tenth month" is written so many days before the month begins.
MONTH_NEAR_DAYS = 7
#: Words before "the tenth month of the war" that make it a time of which something is told, not the time it is.
_TIMED = re.compile(
    r"\b(?:in|on|during|throughout|over|for|by|before|after|since|until|till|at|from|of|within)\s+$", re.I
)
#: A date so many days from the report's and without its year may be of another year, in which the weekday is right.
_YEAR_UNSAID_DAYS = 92
_YEAR_SAID = re.compile(r"(?:19|20)\d\d|\byear\b", re.I)
_MONTHS_IN = {"month": 1, "year": 12}
_DAYS_IN = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.2425}


def weigh_weekday(claim: Claim, context: CheckContext) -> Evidence:
    """A date has one weekday."""
    named = claim.dimensions.get("weekday", "")
    if claim.period is None or not named:
        return unanswered("ambiguous_period", "the date that the weekday goes with")
    when = claim.period.start
    real = WEEKDAYS[when.weekday()]
    within = real.casefold() == named.strip().casefold()
    far = abs((context.report_date - when).days) > _YEAR_UNSAID_DAYS
    if not within and far and _YEAR_SAID.search(claim.quote.exact) is None:
        return unanswered("ambiguous_period", "the year of a date that is further back")
    reading = Reading(
        PRODUCER, "weekday of the date", Period.of_day(when), context.visible, "recorded", None, within, True,
        answer=real, standing="independent", rows=1,
    )  # fmt: skip
    return Evidence(
        (Weighed(reading, PRODUCER, 0.0 if within else 1.0),),
        sources=(context.ledgers.producers[PRODUCER].source(),),
        query=command(claim, context, Period.of_day(when)), relation="none",
    )  # fmt: skip


def weigh_elapsed(claim: Claim, context: CheckContext) -> Evidence:
    """The span from the start of the war (or the event the text dates) to the report's day."""
    war = context.ledgers.calendar.war() if context.ledgers.available("calendar") else None
    start = _start(claim, war.start if war else None)
    if start is None or claim.value is None:
        return unanswered("undefined_term", "the event that the time is counted from")
    end = context.report_date
    if claim.period is not None and start < claim.period.last < end and claim.period.days > 1:
        end = claim.period.last
    if end <= start:
        return unanswered("ambiguous_period", "a day after the event")
    unit = (claim.unit or "years").rstrip("s")
    ordinal = claim.dimensions.get("ordinal") == "true"
    limits = _limits(claim, unit)
    if limits is None:
        return unanswered("undefined_term", "a number of years, months, weeks or days")
    value = elapsed(start, end, unit, ordinal)
    if ordinal and claim.value < value and _names_a_time(claim):
        return unanswered("ambiguous_period", "a text that says how long it has lasted: this names a time gone by")
    period = Period.through(start, end)
    answer = Answer(
        PRODUCER, f"from {start} to {end}", "elapsed", period, value, "recorded", 1, period.days,
        note=_spelled(start, end), sources=(context.ledgers.producers[PRODUCER].source("", war.source if war else ""),),
    )  # fmt: skip
    answers = [answer]
    if ordinal and _next_near(start, end, unit):
        answers.append(replace(answer, value=value + 1, convention="next", note=f"its next {unit} is about to begin"))
    weighed = weigh(claim, answers, limits, context)
    return Evidence(
        weighed, claim.unit, limits.record(), sources=answer.sources, relation="none",
        query=command(claim, context, period, "--in", f"nth-{unit}" if ordinal else f"{unit}s"),
    )  # fmt: skip


def _names_a_time(claim: Claim) -> bool:
    """ "By the end of the tenth month of the war": a past that the sentence tells of."""
    return _TIMED.search(claim.sentence.partition(claim.quote.exact)[0]) is not None


def _start(claim: Claim, war: date | None) -> date | None:
    if claim.baseline is not None:
        return claim.baseline.period.start
    return claim.period.start if claim.period is not None and claim.period.days > 1 else war


def _limits(claim: Claim, unit: str) -> Admitted | None:
    """A day's number may count the first day as one or as nought."""
    limits = admitted(claim) if unit in _DAYS_IN else None
    if unit == "day" and claim.value is not None and claim.comparator == "eq" and claim.dimensions.get("ordinal"):
        # "The 1,500th day" is that day and no round number.
        return Admitted(claim.value - 1.5, claim.value + 1.5, "the first day counts or not")
    if unit == "day" and limits is not None and claim.value is not None:
        return limits.at_least(1.5, claim.value, "the first day counts or not")
    return limits


def elapsed(start: date, end: date, unit: str, ordinal: bool) -> float:
    """Days, weeks, months or years ("day" ...) from `start` to `end`, months and years by the calendar; an ordinal
    counts the one that runs."""
    days = (end - start).days
    if unit in _MONTHS_IN:
        whole = _whole_months(start, end) // _MONTHS_IN[unit]
        if ordinal:
            return float(whole + 1)
        return whole + (end - _after(start, whole * _MONTHS_IN[unit])).days / _DAYS_IN[unit]
    return float(days // 7 + 1) if ordinal and unit == "week" else days / _DAYS_IN[unit]


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end < _after(start, months))


def _after(start: date, months: int) -> date:
    """The same day so many months later, the last of a month that is too short."""
    index = start.year * 12 + start.month - 1 + months
    return date(index // 12, index % 12 + 1, min(start.day, monthrange(index // 12, index % 12 + 1)[1]))


def _next_near(start: date, end: date, unit: str) -> bool:
    """ "Enters its fourth year" is written in the weeks before the day, "its tenth month" in the days before."""
    ahead = {"year": ANNIVERSARY_DAYS, "month": MONTH_NEAR_DAYS}.get(unit)
    return ahead is not None and elapsed(start, end + timedelta(days=ahead), unit, True) > elapsed(
        start, end, unit, True
    )


def _spelled(start: date, end: date) -> str:
    whole = _whole_months(start, end) // 12
    return f"{whole} years and {(end - _after(start, 12 * whole)).days} days"

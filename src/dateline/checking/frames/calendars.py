"""Calendar: elapsed time and weekdays."""

from __future__ import annotations

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
_DAYS_IN = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.2425}


def weigh_weekday(claim: Claim, context: CheckContext) -> Evidence:
    """A date has one weekday."""
    named = claim.dimensions.get("weekday", "")
    if claim.period is None or not named:
        return unanswered("ambiguous_period", "the date that the weekday goes with")
    when = claim.period.start
    real = WEEKDAYS[when.weekday()]
    within = real.casefold() == named.strip().casefold()
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
    period = Period.through(start, end)
    answer = Answer(
        PRODUCER, f"from {start} to {end}", "elapsed", period, value, "recorded", 1, period.days,
        note=_spelled(start, end), sources=(context.ledgers.producers[PRODUCER].source("", war.source if war else ""),),
    )  # fmt: skip
    answers = [answer]
    if ordinal and unit == "year" and _anniversary_near(start, end):
        answers.append(replace(answer, value=value + 1, convention="next", note="its next year is about to begin"))
    weighed = weigh(claim, answers, limits, context)
    return Evidence(
        weighed, claim.unit, limits.record(), sources=answer.sources, relation="none",
        query=command(claim, context, period, "--in", f"nth-{unit}" if ordinal else f"{unit}s"),
    )  # fmt: skip


def _start(claim: Claim, war: date | None) -> date | None:
    if claim.baseline is not None:
        return claim.baseline.period.start
    return claim.period.start if claim.period is not None and claim.period.days > 1 else war


def _limits(claim: Claim, unit: str) -> Admitted | None:
    """A day's number may count the first day as one or as nought."""
    limits = admitted(claim) if unit in _DAYS_IN else None
    if unit == "day" and limits is not None and claim.value is not None:
        return limits.at_least(1.5, claim.value, "the first day counts or not")
    return limits


def elapsed(start: date, end: date, unit: str, ordinal: bool) -> float:
    """Days, weeks, months or years ("day" ...) from `start` to `end`; an ordinal counts the one that runs."""
    days = (end - start).days
    if unit == "year":
        whole = _whole_years(start, end)
        if ordinal:
            return float(whole + 1)
        since = date(start.year + whole, start.month, min(start.day, 28 if start.month == 2 else start.day))
        return whole + (end - since).days / 365.2425
    return days / _DAYS_IN[unit] + (1.0 if ordinal and unit != "day" else 0.0)


def _whole_years(start: date, end: date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def _anniversary_near(start: date, end: date) -> bool:
    """ "Enters its fourth year" is written in the weeks before the day."""
    return _whole_years(start, end + timedelta(days=ANNIVERSARY_DAYS)) > _whole_years(start, end)


def _spelled(start: date, end: date) -> str:
    whole = _whole_years(start, end)
    try:
        since = start.replace(year=start.year + whole)
    except ValueError:  # 29 February
        since = start.replace(year=start.year + whole, day=28) + timedelta(days=1)
    return f"{whole} years and {(end - since).days} days"

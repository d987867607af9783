"""Streaks and trends: so many periods in a row, or one period against the one before."""

from __future__ import annotations

import itertools
from datetime import timedelta

from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence, unanswered
from dateline.checking.frames.margins import margin_of
from dateline.checking.phrases import label, plain
from dateline.checking.policy import Weighed
from dateline.checking.resolve import command, question
from dateline.checking.series import Drawn, series_of
from dateline.checking.tracks import Track, tracks
from dateline.records.claim import Claim
from dateline.records.finding import Reading
from dateline.records.period import Period

_STEPS = {"night": "night", "nights": "night", "day": "night", "days": "night", "month": "month", "months": "month",
          "week": "week", "weeks": "week", "year": "year", "years": "year"}  # fmt: skip

#: No war has streaks longer than these; a larger number was something else.
LONGEST = {"night": 1000, "week": 300, "month": 120, "year": 30}


def weigh_streak(claim: Claim, context: CheckContext) -> Evidence:
    """Every step of the streak must go the way the text says; one that does not breaks it. A trend without a number
    of steps is its period against the one it is compared with, else against the one before."""
    step = _step(claim)
    length = int(claim.value or 1)
    if claim.dimensions.get("direction") not in ("up", "down", "present"):
        return unanswered("undefined_term", "which way the streak goes")
    if claim.period is None or step is None or not 1 <= length <= LONGEST[step]:
        return unanswered("ambiguous_period", "the periods of the streak")
    if claim.frame == "trend" and step == "night" and not (claim.measure or "").startswith("strikes"):
        return unanswered("ambiguous_period", "a month or a week: from one day to the next maps say little")
    if (claim.measure or "").startswith("strikes") and claim.place is not None and claim.place.id != context.country:
        return unanswered("no_ledger", "a strike ledger for the place named")
    found = tracks(question(claim, context), context.ledgers)
    if not found:
        return unanswered("no_ledger", f"a ledger for {claim.measure}")
    present = claim.dimensions.get("direction") == "present"
    periods = _pair(claim) or _periods(claim, step, length + (0 if present else 1))
    weighed = [w for track in found if (w := _weighed(claim, context, track, periods, present)) is not None]
    if not weighed:
        return unanswered("gap", f"a figure for each of {label(periods[0])} to {label(periods[-1])}")
    by = "day" if step == "night" else step if step in ("day", "week", "month") else "month"
    whole = Period(periods[0].start, periods[-1].stop)
    return Evidence(
        tuple(weighed), claim.unit, None, margin=margin_of(claim, context),
        sources=tuple(dict.fromkeys(s for track in found for s in track.sources))[:6],
        query=command(claim, context, whole, "--by", by, *(() if present else ("--per", "day"))),
        series=series_of(claim, context, Drawn(found[0], claim.period, whole, step, not present)),
    )  # fmt: skip


def _pair(claim: Claim) -> list[Period]:
    """The period compared with and the trend's own; empty where the text names no earlier one."""
    if claim.frame != "trend" or claim.baseline is None or claim.period is None or claim.value is not None:
        return []
    before = claim.baseline.period
    return [before, claim.period] if before.stop <= claim.period.start else []


def _step(claim: Claim) -> str | None:
    for stated in (claim.dimensions.get("granularity"), claim.unit, claim.period.granularity if claim.period else None):
        if stated in _STEPS:
            return _STEPS[stated]
    return None


def _periods(claim: Claim, step: str, count: int) -> list[Period]:
    """`count` neighbouring periods that end with the claim's."""
    assert claim.period is not None
    found: list[Period] = []
    stop = claim.period.stop
    for _ in range(count):
        last = stop - timedelta(days=1)
        if step == "month":
            start = last.replace(day=1)
        elif step == "year":
            start = last.replace(month=1, day=1)
        else:
            start = stop - timedelta(days=7 if step == "week" else 1)
        found.append(Period(start, stop))
        stop = start
    return found[::-1]


def _weighed(claim: Claim, context: CheckContext, track: Track, periods: list[Period], present: bool) -> Weighed | None:
    """None where a period has no figure. Rates are compared, since months are of unequal length."""
    values = [track.value(period) for period in periods]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    rates = [total / days for total, days in known]
    totals = [total for total, _ in known]
    up = claim.dimensions.get("direction", "up") != "down"
    within = all(t > 0 for t in totals) if present else _monotonic(rates, up) or _monotonic(totals, up)
    declared, producers = context.ledgers.producers[track.producer], context.ledgers.producers
    named = claim.attribution.producer if claim.attribution else None
    words = ", ".join(f"{label(p)} {plain(t)}" for p, t in zip(periods, totals, strict=True))
    reading = Reading(
        track.producer, track.definition, Period(periods[0].start, periods[-1].stop), context.visible, "inferred",
        None, within, producers.independent(track.producer, named), words,
        "recorded" if track.basis == "recorded" else "computed", declared.standing, declared.bound, (), len(periods),
    )  # fmt: skip
    return Weighed(reading, producers.root(track.producer), 0.0 if within else _break(totals, up))


def _monotonic(values: list[float], up: bool) -> bool:
    return all((b > a) if up else (b < a) for a, b in itertools.pairwise(values))


def _break(values: list[float], up: bool) -> float:
    """How clearly the streak is broken: the largest step the other way, as a share."""
    steps = [(a - b if up else b - a) / max(abs(a), abs(b), 1e-9) for a, b in itertools.pairwise(values)]
    return max([0.0, *steps])

"""The parts of a figure: stretches of time, or the values of a dimension."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.checking.answers import Answer, Question
from dateline.checking.context import CheckContext
from dateline.figures.flags import kinds
from dateline.figures.forms import Formed, formed
from dateline.figures.shape import Asked, By, FigureError
from dateline.figures.steps import steps
from dateline.ledgers import MEASURES, Ledgers
from dateline.records.period import Granularity, Period
from dateline.records.place import Place
from dateline.records.series import Point

#: Parts that are stretches of time.
TIMES = ("day", "week", "month")
#: The dimension of a measure that a part which is none needs.
_DIMENSION = {"region": "place"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its point of the series, and the answer behind it, None where there is none or it was not asked for."""

    point: Point
    answer: Answer | None


def allowed(asked: Asked) -> None:
    """Raises FigureError for a part or a filter that the measure does not have."""
    keys = MEASURES[asked.measure].dimensions
    if asked.by and asked.by not in TIMES and _DIMENSION.get(asked.by, asked.by) not in keys:
        have = [{"place": "region"}.get(key, key) for key in keys]
        raise FigureError(f"--by {asked.by}: {asked.measure} has no such parts; it has {', '.join((*TIMES, *have))}")
    for key in asked.where:
        if key not in keys or key == "place":
            able = ", ".join(k for k in keys if k != "place") or "nothing"
            raise FigureError(f"--where {key}: {asked.measure} can be filtered by {able}")


def parted(question: Question, asked: Asked, context: CheckContext, *, behind: bool) -> Iterator[Part]:
    """Every part; of a dimension those without any answer are left out, regions are not. Without `behind` the answers
    behind stretches of time are not all asked for."""
    if asked.by in TIMES and not behind:
        step = steps(question, asked, context)
        for stretch in stretches(question.period, asked.by or "day"):
            point = step(stretch)
            yield Part(point, None) if point else _part("", replace(question, period=stretch), asked, context)
        return
    for label, part, narrowed in _parts(question, asked, context.ledgers):
        made = _part(label, part, narrowed, context)
        if asked.by in (*TIMES, "region") or made.point.value:
            yield made


def _part(label: str, question: Question, asked: Asked, context: CheckContext) -> Part:
    found = formed(question, asked, context)
    best = None if found.broken else first(found, asked)
    flags = () if label else kinds(question, found)
    value = None if best is None else best.value
    low, high = (best.low, best.high) if best is not None and asked.form == "amount" else (None, None)
    period = question.period
    return Part(Point(period.start, period.last, value, flags, label=label, low=low, high=high), best)


def first(found: Formed, asked: Asked) -> Answer | None:
    """The answer that is the value."""
    return next(iter(ranked(found, asked)), None)


def ranked(found: Formed, asked: Asked) -> list[Answer]:
    """The answers asked for, the standard definition worked out from the ledger's own rows first: the parts of a
    figure add up only where all of them come from there. What covers a part of the days comes last."""
    kept = [a for a in found.answers.found if asked.producer in (None, a.producer)]
    if asked.reading is not None:
        kept = [a for a in kept if _reads(a, asked.reading)]
    if found.broken:
        return kept  # the parts on either side, in order of time
    return sorted(kept, key=lambda a: ("coverage" in a.departs, bool(a.departs), a.basis != "computed"))


def told(answer: Answer) -> str:
    """A reading in words, as --reading takes it."""
    return f"{answer.definition}; {answer.note}" if answer.note else answer.definition


def _reads(answer: Answer, reading: str) -> bool:
    return reading in (answer.definition, told(answer))


def _parts(question: Question, asked: Asked, ledgers: Ledgers) -> Iterator[tuple[str, Question, Asked]]:
    """The question once for each part, with the part's name where it is no stretch of time."""
    if asked.by == "region":
        regions = _regions(asked, ledgers)
        if not regions:
            raise FigureError(f"--by region: no entry tells {asked.measure} apart by it")
        for region in regions:
            yield region, replace(question, place=Place(region, region, "region")), asked
    elif asked.by == "weapon" and asked.measure.startswith("strikes."):
        below = ledgers.weapons.below(question.weapon)
        for weapon in (w for w in ledgers.theatre.weapons if w in below):
            yield weapon, replace(question, weapon=weapon), asked
    elif asked.by in TIMES or asked.by is None:
        for stretch in stretches(question.period, asked.by or "day"):
            yield "", replace(question, period=stretch), asked
    else:
        values = ledgers.series.values(asked.measure, asked.by)
        if not values:
            raise FigureError(f"--by {asked.by}: no entry tells {asked.measure} apart by it")
        for value in values:
            yield value, question, replace(asked, where={**asked.where, asked.by: value})


def _regions(asked: Asked, ledgers: Ledgers) -> tuple[str, ...]:
    own = ledgers.territory.regions if asked.measure.startswith("territory.") and ledgers.available("territory") else ()
    return (*own, *(p for p in ledgers.series.values(asked.measure, "place") if p not in own))


def stretches(period: Period, by: By | str) -> Iterator[Period]:
    """`period` cut at days, Mondays or firsts of months; the ends of what is cut stay its own."""
    start = period.start
    while start < period.stop:
        if by == "month":
            stop = date(start.year + start.month // 12, start.month % 12 + 1, 1)
        else:
            stop = start + timedelta(days=1 if by == "day" else 7 - start.weekday())
        stop = min(stop, period.stop)
        last = stop - timedelta(days=1)
        yield Period(start, stop, "day" if start == last else granularity(start, last))
        start = stop


def granularity(start: date, end: date) -> Granularity:
    """What the days from `start` to `end`, inclusive, are: a day, a calendar month or a span."""
    if start == end:
        return "day"
    after = end + timedelta(days=1)
    return "month" if start.day == after.day == 1 and (after - start).days <= 31 else "span"

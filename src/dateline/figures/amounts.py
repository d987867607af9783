"""Figures that ledgers count: the questions of a check, put for any period, alone and in parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from dateline.checking.answers import Answer, Answers, Question
from dateline.checking.asking import ask
from dateline.figures.shape import Asked, By, Figure, FigureError
from dateline.ledgers import MEASURES, Ledgers
from dateline.records.finding import Gap, Source
from dateline.records.period import Granularity, Period
from dateline.records.place import Place
from dateline.records.series import Point, Series
from dateline.theatres.loader import Theatre

#: Keys of --where, by the family that has them.
WHERE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"territory": (), "strikes": ("weapon",), "casualties": ("population", "victim")}
)
#: More flags than this are counted and not listed one by one.
LISTED = 12


def counted(asked: Asked, home: Theatre, ledgers: Ledgers) -> Figure:
    """The figure from the ledgers of areas, strikes and casualties.

    A whole that no ledger answers may still have parts that do: then `value` is None. Raises FigureError where
    neither has an answer, and for a part or filter that the measure does not have.
    """
    family = asked.measure.partition(".")[0]
    _allowed(family, asked)
    where = asked.where
    question = Question(
        asked.measure, asked.period, asked.place, asked.as_of, home.country.id,
        where.get("weapon"), where.get("victim"), where.get("population"), asked.producer,
    )  # fmt: skip
    answers = ask(question, ledgers)
    found = _ranked(answers, asked)
    parts = list(_parted(question, asked, ledgers)) if asked.by else []
    behind = [answer for _, answer in parts if answer is not None]
    if not found and not behind:
        raise FigureError(_none(question, answers, asked.producer))
    first = found[0] if found else None
    unit = _unit(asked.measure, where.get("weapon"), ledgers) + ("/day" if asked.per_day else "")
    producer = (first or behind[0]).producer
    return Figure(
        measure=asked.measure,
        unit=unit,
        period=asked.period,
        place=asked.place or home.country,
        as_of=asked.as_of,
        value=first.value if first else None,
        low=first.low if first else None,
        high=first.high if first else None,
        readings=tuple(found),
        series=Series(asked.measure, unit, tuple(point for point, _ in parts), MEASURES[asked.measure].name, producer),
        flags=_flags(question, answers, family),
        coverage=answers.coverage,
        sources=_sources(found or behind),
        definition=MEASURES[asked.measure].definition,
        query=asked.query,
    )


def _allowed(family: str, asked: Asked) -> None:
    for part, families in (("region", ("territory",)), ("weapon", ("strikes",))):
        if asked.by == part and family not in families:
            raise FigureError(f"--by {part}: {asked.measure} has no such parts")
    for key in asked.where:
        if key not in WHERE[family]:
            allowed = ", ".join(WHERE[family]) or "nothing"
            raise FigureError(f"--where {key}: {asked.measure} can be filtered by {allowed}")


def _ranked(answers: Answers, asked: Asked) -> list[Answer]:
    """The answers asked for, the standard definition worked out from the ledger's own rows first: the parts of a
    figure add up only where all of them come from there."""
    found = [_daily(a) if asked.per_day else a for a in answers.found if asked.producer in (None, a.producer)]
    return sorted(found, key=lambda a: (bool(a.departs), a.basis != "computed"))


def _none(question: Question, answers: Answers, producer: str | None) -> str:
    if answers.found:
        others = ", ".join(dict.fromkeys(a.producer for a in answers.found))
        return f"{producer} gives no {question.measure} for {question.period}; who does: {others}"
    return f"no {question.measure} for {question.period}: it would take {answers.needs}"


def granularity(start: date, end: date) -> Granularity:
    """What the days from `start` to `end`, inclusive, are: a day, a calendar month or a span."""
    if start == end:
        return "day"
    after = end + timedelta(days=1)
    return "month" if start.day == after.day == 1 and (after - start).days <= 31 else "span"


def _parted(question: Question, asked: Asked, ledgers: Ledgers) -> Iterator[tuple[Point, Answer | None]]:
    """Every part with the answer behind it; weapons without any are left out."""
    for label, part in _parts(question, asked.by, ledgers):
        answers = ask(part, ledgers)
        found = next(iter(_ranked(answers, asked)), None)
        if asked.by == "weapon" and (found is None or not found.value):
            continue
        flags = () if label else _kinds(part, answers)
        value = None if found is None else found.value
        yield Point(part.period.start, part.period.last, value, flags, label=label), found


def _parts(question: Question, by: By | None, ledgers: Ledgers) -> Iterator[tuple[str, Question]]:
    """The question once for each part, with the part's name where it is no stretch of time."""
    if by == "region":
        for region in ledgers.territory.regions:
            yield region, replace(question, place=Place(region, region, "region"))
    elif by == "weapon":
        below = ledgers.weapons.below(question.weapon)
        for weapon in (w for w in ledgers.theatre.weapons if w in below):
            yield weapon, replace(question, weapon=weapon)
    else:
        for stretch in stretches(question.period, by or "day"):
            yield "", replace(question, period=stretch)


def stretches(period: Period, by: str) -> Iterator[Period]:
    """`period` cut at days, Mondays or firsts of months; the ends of what is cut stay its own."""
    start = period.start
    while start < period.stop:
        if by == "month":
            stop = date(start.year + start.month // 12, start.month % 12 + 1, 1)
        else:
            stop = start + timedelta(days=1 if by == "day" else 7 - start.weekday())
        stop = min(stop, period.stop)
        last = stop - timedelta(days=1)
        yield Period(start, stop, granularity(start, last))
        start = stop


def _kinds(question: Question, answers: Answers) -> tuple[str, ...]:
    kinds = [gap.flag for gap in _inside(question, answers)]
    if not answers.found:
        kinds.append("gap")
    return tuple(dict.fromkeys(kinds))


def _inside(question: Question, answers: Answers) -> list[Gap]:
    gaps = (*answers.gaps, *(answers.coverage.gaps if answers.coverage else ()))
    period = question.period
    return [g for g in dict.fromkeys(gaps) if g.start <= period.stop and period.start <= g.last]


def _flags(question: Question, answers: Answers, family: str) -> tuple[str, ...]:
    """Words of the one list, each with its date: what a reader must know of the days behind the value."""
    gaps = _inside(question, answers)
    flags = [f"{g.flag} {g.start}" if g.start == g.last else f"{g.flag} {g.start} to {g.last}" for g in gaps[:LISTED]]
    if len(gaps) > LISTED:
        flags.append(f"gap and {len(gaps) - LISTED} more flagged stretches")
    coverage, period = answers.coverage, question.period
    if coverage is not None and family != "casualties":
        if period.start < coverage.start:
            flags.append(f"partial {period.start} to {coverage.start - timedelta(days=1)}")
        if period.last > min(coverage.end, question.as_of):
            flags.append(f"partial {min(coverage.end, question.as_of) + timedelta(days=1)} to {period.last}")
    return tuple(flags)


def _daily(answer: Answer) -> Answer:
    """The answer as an average over the days between the ends that were used."""
    days = answer.days or 1
    low, high = (None if v is None else v / days for v in (answer.low, answer.high))
    return replace(answer, value=answer.value / days, low=low, high=high)


def _sources(found: list[Answer]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for answer in found for source in answer.sources))


def _unit(measure: str, weapon: str | None, ledgers: Ledgers) -> str:
    unit = MEASURES[measure].unit
    if measure.startswith("strikes.") and weapon is not None:
        kinds = (weapon, *ledgers.weapons.above(weapon))
        return "drones" if "drone" in kinds else "missiles" if "missile" in kinds else unit
    return unit

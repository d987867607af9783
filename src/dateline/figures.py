"""One measure for a period, alone and in parts: what a finding's query prints, by the same questions to the ledgers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Literal

from dateline.checking.answers import Answer, Answers, Question
from dateline.checking.asking import ask
from dateline.ledgers import MEASURES, Ledgers
from dateline.ledgers import load as load_ledgers
from dateline.records.finding import Coverage, Gap, Source
from dateline.records.period import Granularity, Period
from dateline.records.place import Place
from dateline.records.series import Point, Series
from dateline.theatres import loader

By = Literal["day", "week", "month", "region", "weapon"]
FAMILIES = ("territory", "strikes", "casualties")
#: Keys of --where, by the family that has them.
WHERE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"territory": (), "strikes": ("weapon",), "casualties": ("population", "victim")}
)
#: More flags than this are counted and not listed one by one.
LISTED = 12


class FigureError(Exception):
    """One line that says which question cannot be asked or answered, and what could be."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with every other admissible reading of it. `value` is the standard definition's, in `unit`; `series`
    holds its parts, by time (ends inclusive) or by region or weapon (then `label` names each)."""

    measure: str
    unit: str
    period: Period
    place: Place
    as_of: date
    value: float | None
    readings: tuple[Answer, ...]
    series: Series
    flags: tuple[str, ...]
    coverage: Coverage | None
    sources: tuple[Source, ...]
    definition: str
    query: str
    low: float | None = None
    high: float | None = None


def figure(
    measure: str,
    start: date,
    end: date,
    *,
    by: By | None = None,
    place: Place | None = None,
    where: Mapping[str, str] | None = None,
    per_day: bool = False,
    producer: str | None = None,
    as_of: date | None = None,
    theatre: str = "ukraine",
) -> Figure:
    """`measure` from `start` to `end`, both inclusive, as known on `as_of` (today where None).

    Raises FigureError for a measure, part or filter that does not exist, and where no ledger has an answer.
    """
    where = dict(where or {})
    family = _family(measure, by, where)
    if end < start:
        raise FigureError(f"--to {end} lies before --from {start}")
    home = loader.load(theatre)
    ledgers = load_ledgers(home.folder)
    question = Question(
        measure, Period.through(start, end, _granularity(start, end)), place, as_of or date.today(), home.country.id,
        where.get("weapon"), where.get("victim"), where.get("population"), producer,
    )  # fmt: skip
    answers = ask(question, ledgers)
    found = _ranked(answers, producer, per_day)
    if not found:
        raise FigureError(_none(question, answers, producer))
    points = tuple(_points(question, by, ledgers, per_day, producer)) if by else ()
    unit = _unit(measure, where.get("weapon"), ledgers)
    if per_day:
        unit = f"{unit}/day"
    first = found[0]
    return Figure(
        measure=measure,
        unit=unit,
        period=question.period,
        place=place or home.country,
        as_of=question.as_of,
        value=first.value,
        low=first.low,
        high=first.high,
        readings=tuple(found),
        series=Series(measure, unit, points, MEASURES[measure].name, first.producer),
        flags=_flags(question, answers, family),
        coverage=answers.coverage,
        sources=_sources(found),
        definition=MEASURES[measure].definition,
        query=query(question, by, where, per_day, producer),
    )


def query(
    question: Question, by: str | None, where: Mapping[str, str], per_day: bool = False, producer: str | None = None
) -> str:
    """The command that prints this figure again."""
    parts = [f"dateline figure {question.measure} --from {question.period.start} --to {question.period.last}"]
    parts += [f"--by {by}"] if by else []
    parts += [f"--place {question.place.id}"] if question.place else []
    parts += [f"--where {key}={value}" for key, value in where.items()]
    parts += ["--per day"] if per_day else []
    parts += [f"--producer {producer}"] if producer else []
    return " ".join([*parts, f"--as-of {question.as_of}"])


def figure_dict(figure: Figure) -> dict[str, Any]:
    """The figure as product.md's JSON; ends inclusive."""
    return {
        "schema": 1,
        "measure": figure.measure,
        "unit": figure.unit,
        "from": figure.period.start.isoformat(),
        "to": figure.period.last.isoformat(),
        "place": figure.place.id,
        "as_of": figure.as_of.isoformat(),
        "value": _round(figure.value),
        "low": _round(figure.low),
        "high": _round(figure.high),
        "definition": figure.definition,
        "readings": [
            {
                "producer": a.producer, "definition": a.definition, "start": a.period.start.isoformat(),
                "end": a.period.last.isoformat(), "known": a.known, "basis": a.basis, "value": _round(a.value),
                "days": a.days, "rows": a.rows, "departs": list(a.departs), "note": a.note,
            }
            for a in figure.readings
        ],
        "series": [
            {"start": p.start.isoformat(), "end": p.last.isoformat(), "label": p.label, "value": _round(p.value),
             "flags": list(p.flags)}
            for p in figure.series.points
        ],
        "flags": list(figure.flags),
        "coverage": None if figure.coverage is None else {
            "start": figure.coverage.start.isoformat(), "end": figure.coverage.end.isoformat()
        },
        "sources": [{"producer": s.producer, "title": s.title, "url": s.url, "sha256": s.sha256, "licence": s.licence}
                    for s in figure.sources],
        "query": figure.query,
    }  # fmt: skip


def _family(measure: str, by: str | None, where: Mapping[str, str]) -> str:
    family = measure.partition(".")[0]
    known = [m for m in MEASURES.ids() if m.partition(".")[0] in FAMILIES]
    if measure not in known:
        raise FigureError(f"no measure {measure!r}; there are {', '.join(known)}")
    for part, families in (("region", ("territory",)), ("weapon", ("strikes",))):
        if by == part and family not in families:
            raise FigureError(f"--by {by}: {measure} has no such parts")
    for key in where:
        if key not in WHERE[family]:
            allowed = ", ".join(WHERE[family]) or "nothing"
            raise FigureError(f"--where {key}: {measure} can be filtered by {allowed}")
    return family


def _ranked(answers: Answers, producer: str | None, per_day: bool) -> list[Answer]:
    """The answers asked for, the standard definition worked out from the ledger's own rows first: the parts of a
    figure add up only where all of them come from there."""
    found = [_daily(a) if per_day else a for a in answers.found if producer in (None, a.producer)]
    return sorted(found, key=lambda a: (bool(a.departs), a.basis != "computed"))


def _none(question: Question, answers: Answers, producer: str | None) -> str:
    if answers.found:
        others = ", ".join(dict.fromkeys(a.producer for a in answers.found))
        return f"{producer} gives no {question.measure} for {question.period}; who does: {others}"
    return f"no {question.measure} for {question.period}: it would take {answers.needs}"


def _granularity(start: date, end: date) -> Granularity:
    if start == end:
        return "day"
    after = end + timedelta(days=1)
    return "month" if start.day == after.day == 1 and (after - start).days <= 31 else "span"


def _points(
    question: Question, by: By | None, ledgers: Ledgers, per_day: bool, producer: str | None
) -> Iterator[Point]:
    for label, part in _parts(question, by, ledgers):
        answers = ask(part, ledgers)
        found = next(iter(_ranked(answers, producer, per_day)), None)
        if by == "weapon" and (found is None or not found.value):
            continue
        yield Point(part.period.start, part.period.last, None if found is None else found.value,
                    () if label else _kinds(part, answers), label=label)  # fmt: skip


def _parts(question: Question, by: By | None, ledgers: Ledgers) -> Iterator[tuple[str, Question]]:
    """The question once for each part, with the part's name where it is no stretch of time."""
    if by == "region":
        for region in ledgers.territory.regions:
            yield region, replace(question, place=Place(region, region, "region"))
    elif by == "weapon":
        below = ledgers.weapons.below(question.weapon)
        for weapon in (w for w in loader.load(ledgers.folder.name).weapons if w in below):
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
        yield Period(start, stop, _granularity(start, last))
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


def _round(value: float | None) -> float | None:
    return None if value is None or value in (float("inf"), float("-inf")) else round(value, 4)

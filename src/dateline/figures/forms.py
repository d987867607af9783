"""The answers to a question in the form asked for: as they stand, a day, as a share, against another period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dateline.checking.answers import Answer, Answers, Question
from dateline.checking.asking import ask_family
from dateline.checking.asking.tolls import tolls
from dateline.checking.changes import Terms, changes
from dateline.checking.context import CheckContext
from dateline.checking.resolve import AREA_UNITS, SPANS
from dateline.checking.shares import divided, shares, usual_whole
from dateline.figures.shape import Asked
from dateline.figures.streams import streamed
from dateline.ledgers import MEASURES
from dateline.records.finding import Gap
from dateline.records.period import Period

#: Keys of --where that the families of their own understand; any other is asked of the series alone.
_OWN_KEYS = {"territory": (), "strikes": ("weapon",), "casualties": ("population", "victim")}


@dataclass(frozen=True, slots=True)
class Formed:
    """`answers` in the form asked. `broken` are the days inside on which the definition changes: then no value stands
    for the whole, and the answers are its parts. `base` is the period compared with, `plain` the amounts behind."""

    answers: Answers
    broken: tuple[date, ...] = ()
    base: Period | None = None
    plain: tuple[Answers, ...] = ()


def formed(question: Question, asked: Asked, context: CheckContext) -> Formed:
    """Every answer in the form asked, blocked with a reason where no ledger has one."""
    found = amounts(question, asked, context)
    base = against(question.period, asked) if asked.form == "change" else None
    broken = breaks(found, asked.measure, question.period, base)
    if base is not None:
        before = amounts(replace(question, period=base), asked, context)
        if before.blocked is not None or found.blocked is not None:
            return Formed(before if before.blocked is not None else found, broken, base)
        made = changes(found, before, _terms(asked), scale=AREA_UNITS.get(asked.into or "", 1.0), daily=True)
        gaps = (*before.gaps, *found.gaps)
        return Formed(replace(found, found=tuple(made), gaps=gaps), broken, base, (before, found))
    if broken:
        return Formed(replace(found, found=_split(question, asked, context, found, broken)), broken)
    return Formed(replace(found, found=_put(question, asked, context, found)))


def amounts(question: Question, asked: Asked, context: CheckContext) -> Answers:
    """The plain amounts of every ledger that has the measure: the family's own, then the series."""
    family, where = asked.measure.partition(".")[0], dict(asked.where)
    strange = [key for key in where if key not in _OWN_KEYS.get(family, ())]
    found = (
        ask_family(question, context.ledgers)
        if not strange
        else Answers(blocked="no_ledger", needs=f"entries by {strange[0]}")
    )
    more: tuple[Answer, ...] = streamed(question, where, context.ledgers)
    gaps: tuple[Gap, ...] = ()
    country = question.place is None or question.place.id == question.country
    if family == "strikes" and not strange:
        more = (*more, *_by_kind(question, context, found))
    if family == "casualties" and not strange and country and context.ledgers.available(family):
        reckoned, gaps = tolls(question, context.ledgers, found.found)
        more = (*reckoned, *more)
    if not more:
        return replace(found, gaps=(*found.gaps, *gaps))
    # A running total cut off before the period's end is no answer where one of its own days is.
    kept = tuple(a for a in found.found if a.convention != "cumulative")
    return replace(found, found=(*kept, *more), blocked=None, needs="", gaps=(*found.gaps, *gaps))


def _by_kind(question: Question, context: CheckContext, found: Answers) -> Iterator[Answer]:
    """What a bulletin counts apart and the press as the whole: attack drones without the reconnaissance drones."""
    weapons = context.ledgers.weapons
    standard = next((a for a in found.found if not a.departs), None)
    if question.weapon not in weapons or standard is None:
        return
    for kind in sorted(weapons.below(question.weapon)):
        if weapons.above(kind)[:1] == (question.weapon,):
            part = ask_family(replace(question, weapon=kind), context.ledgers).found[:1]
            yield from (
                replace(a, definition=f"{a.definition}, {weapons.name(kind)} alone", departs=(*a.departs, "definition"))
                for a in part
                if 0 < a.value < standard.value
            )


def against(period: Period, asked: Asked) -> Period:
    """The period that a change is set against."""
    if isinstance(asked.than, Period):
        return asked.than
    if asked.than == "year":
        return Period.through(_year_before(period.start), _year_before(period.last), period.granularity)
    if period.granularity == "month" or (period.start.day == period.stop.day == 1):
        months = (period.stop.year - period.start.year) * 12 + period.stop.month - period.start.month
        return Period(_months_before(period.start, months), period.start, period.granularity)
    return period.moved(-period.days, -period.days)


def breaks(found: Answers, measure: str, period: Period, base: Period | None) -> tuple[date, ...]:
    """Days after the first, inside the period or from the period compared with on, on which the definition changes."""
    if not MEASURES[measure].breaks or found.coverage is None:
        return ()
    start = period.start if base is None else min(base.start, period.start)
    last = period.last if base is None else max(base.last, period.last)
    return tuple(g.start for g in found.coverage.gaps if g.flag == "definition-break" and start < g.start <= last)


def _split(
    question: Question, asked: Asked, context: CheckContext, whole: Answers, broken: tuple[date, ...]
) -> tuple[Answer, ...]:
    """What each side of a break says under its own definition; what is comparable across it comes as a further one."""
    period, found = question.period, []
    for start, stop in zip((period.start, *broken), (*broken, period.stop), strict=True):
        part = replace(question, period=Period(start, stop))
        answers = _put(part, asked, context, amounts(part, asked, context))
        found += [replace(a, departs=(*a.departs, "coverage")) for a in answers if "definition" not in a.departs][:1]
    across = _put(question, asked, context, whole)
    return (*found, *(replace(a, departs=(*a.departs, "definition")) for a in across if not a.exact))


def _put(question: Question, asked: Asked, context: CheckContext, found: Answers) -> tuple[Answer, ...]:
    if asked.form == "share":
        return tuple(shares(question, found, asked.of or usual_whole(asked.measure), context))
    by = AREA_UNITS.get(asked.into or "", 1.0)
    days = SPANS[asked.per] if asked.per else 0.0
    return tuple(divided(a, by * (a.days or 1) / days if days else by) for a in found.found)


def _terms(asked: Asked) -> Terms:
    return asked.into if asked.into in ("percent", "times", "times-less") else "unit"


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return date(day.year - 1, 2, 28)


def _months_before(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)

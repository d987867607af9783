"""The place of a period among those of its kind, and when the measure was last higher.

Only periods that have a figure are compared, on one track: one producer under one definition. Where a flag leaves the
ends of a change open, the answer is given for the least and the most that it may be, or none is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from dateline.checking.answers import Question
from dateline.checking.context import CheckContext
from dateline.checking.resolve import SPANS
from dateline.checking.tracks import Track, tracks, units
from dateline.figures.flags import UNSURE
from dateline.figures.forms import amounts
from dateline.figures.shape import Asked, FigureError, Rank, Record
from dateline.figures.streams import stream_tracks
from dateline.ledgers import MEASURES
from dateline.records.finding import Gap
from dateline.records.period import Period
from dateline.records.series import Point

_NAMES = {"night": "days", "week": "weeks", "month": "months", "quarter": "quarters", "year": "years"}
#: How many of the periods above are named.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Field:
    """The track, the period with its value (and the least and most that its flags leave open), and its rivals in order
    of time, a value of None where one has no figure. Values are signed so that larger is more."""

    track: Track
    kind: str
    own: float
    least: float
    most: float
    rivals: tuple[tuple[Period, float | None], ...]
    touched: tuple[str, ...]


def ranks(question: Question, asked: Asked, context: CheckContext) -> Rank:
    """The period's place in the window asked for, else in all that the ledger has."""
    field = _field(question, asked, context)
    known = [(period, value) for period, value in field.rivals if value is not None]
    above = sorted(((v, p) for p, v in known if v > field.own), key=lambda pair: pair[0], reverse=True)
    sign = -1.0 if asked.lowest else 1.0
    return Rank(
        _name(field.kind, question),
        asked.among or Period.through(field.track.first, min(field.track.last, question.as_of)),
        1 + sum(v > field.most for _, v in known),
        1 + sum(v > field.least for _, v in known),
        1 + len(known),
        len(field.rivals) - len(known),
        tuple(p for p, v in known if v == field.own)[:_NAMED],
        tuple((p, sign * v) for v, p in above[-_NAMED:]),
        field.touched,
    )


def records(question: Question, asked: Asked, context: CheckContext) -> Record:
    """When a period of this kind was last higher than the one asked; nothing is claimed past a period that may be."""
    field = _field(question, asked, context)
    sign = -1.0 if asked.lowest else 1.0
    kind = _name(field.kind, question)
    earlier = [(p, v) for p, v in field.rivals if p.start < question.period.start]
    missed: list[Period] = []
    quiet = asked.measure.startswith("strikes.") and field.kind == "night"  # nothing flew, and no bulletin says so
    for period, value in reversed(earlier):
        if value is None:
            missed.append(period)
        elif value > field.least:
            flags = (*field.touched, *(f"gap {p.start}" for p in missed[-1:]))
            why = ""
            if value <= field.most:
                why = f"a flagged day leaves open whether {period} was higher"
            elif missed and not quiet:
                why = f"{len(missed)} {kind} between have no figure"
            return Record(kind, field.track.first, period, sign * value, not why, why, flags)
    why = f"{len(missed)} {kind} before have no figure" if missed and not quiet else ""
    return Record(kind, field.track.first, None, None, not why, why, field.touched)


def rivals(question: Question, asked: Asked, context: CheckContext) -> tuple[Point, ...]:
    """The periods that a rank or record is among, in order of time, the one asked lit."""
    field = _field(question, asked, context)
    sign = -1.0 if asked.lowest else 1.0
    own = Point(question.period.start, question.period.last, sign * field.own, lit=True)
    others = (Point(p.start, p.last, None if v is None else sign * v) for p, v in field.rivals)
    return tuple(sorted((own, *others), key=lambda point: point.start))


def _field(question: Question, asked: Asked, context: CheckContext) -> _Field:
    side = _side(asked, question, context)
    track = _track(question, asked, context)
    sign, kind = (-1.0 if asked.lowest else 1.0), kind_of(question.period)
    own = None if track is None else _score(track, question.period, asked, sign)
    if track is None or own is None:
        raise FigureError(
            f"no whole {asked.measure} for {question.period} of its own: it has no place among the others"
        )
    first, last = max(track.first, side[0]), min(track.last, question.as_of, side[1])
    if asked.among is not None:
        first, last = max(first, asked.among.start), min(last, asked.among.last)
    flagged = _gaps(question, context)
    without = {day for g in flagged if g.flag == "gap" and kind == "night" for day in _days(g)}
    rivals = tuple(
        (unit, None if unit.start in without else _score(track, unit, asked, sign))
        for unit in units(kind, first, last, question.period)
    )
    gaps = [g for g in flagged if _touches(g, question.period)]
    moved = list(_moved(track, question.period, asked, sign)) if any(g.flag in UNSURE for g in gaps) else []
    return _Field(
        track, kind, own, min([own, *moved]), max([own, *moved]), rivals,
        tuple(dict.fromkeys(f"{g.flag} {g.start}" for g in gaps)),
    )  # fmt: skip


def _track(question: Question, asked: Asked, context: CheckContext) -> Track | None:
    own = [] if set(asked.where) - {"weapon", "victim", "population"} else list(tracks(question, context.ledgers))
    found = [*own, *stream_tracks(question, dict(asked.where), context.ledgers)]
    kept = [t for t in found if asked.producer in (None, t.producer) and asked.reading in (None, t.definition)]
    answering = [t for t in kept if t.value(question.period) is not None]
    return next(iter(answering), None) or (None if asked.reading else _reckoned(question, asked, context))


def _reckoned(question: Question, asked: Asked, context: CheckContext) -> Track | None:
    """A track of what a figure gives for each period: of a family whose entries tile periods that nobody published."""

    def value(period: Period) -> tuple[float, int] | None:
        found = amounts(replace(question, period=period), asked, context).found
        same = [a for a in found if not a.departs and asked.producer in (None, a.producer)]
        return (same[0].value, same[0].days or 1) if same else None

    found = amounts(question, asked, context)
    if found.coverage is None or value(question.period) is None:
        return None
    last = min(found.coverage.end, question.as_of)
    return Track(found.found[0].producer, "as the figure gives it", found.coverage.start, last, lru_cache(value))


def _side(asked: Asked, question: Question, context: CheckContext) -> tuple[date, date]:
    """The days that share the period's definition: a record is sought on its own side of a break."""
    first, last = date.min, date.max
    family = asked.measure.partition(".")[0]
    if not MEASURES[asked.measure].breaks or not context.ledgers.available(family):
        return first, last
    for gap in getattr(context.ledgers, family).coverage().gaps:
        if gap.flag == "definition-break":
            if gap.start <= question.period.start:
                first = max(first, gap.start)
            else:
                last = min(last, gap.start - timedelta(days=1))
    if question.period.last > last:
        raise FigureError(f"the definition of {asked.measure} changes on {last + timedelta(days=1)}, inside the period")
    return first, last


def kind_of(period: Period) -> str:
    """What the period is one of: nights, weeks from Monday, months, quarters, years, else windows of its length."""
    if period.days == 1:
        return "night"
    if period.days == 7 and period.start.weekday() == 0:
        return "week"
    if period.start.day == period.stop.day == 1:
        months = (period.stop.year - period.start.year) * 12 + period.stop.month - period.start.month
        if months == 1:
            return "month"
        if months == 3 and period.start.month % 3 == 1:
            return "quarter"
        if months == 12 and period.start.month == 1:
            return "year"
    return "span"


def _name(kind: str, question: Question) -> str:
    """The kind in words; strikes are counted by night."""
    period = question.period
    if kind == "night" and question.measure.startswith("strikes."):
        return "nights"
    return _NAMES.get(kind, f"stretches of {period.days} days")


def _score(track: Track, period: Period, asked: Asked, sign: float) -> float | None:
    found = track.value(period)
    if found is None or period.start < track.first:
        return None
    value, days = found
    return sign * (value * SPANS[asked.per] / days if asked.per else value)


def _moved(track: Track, period: Period, asked: Asked, sign: float) -> Iterator[float]:
    """The value with either end a day aside: what a map that was not drawn that day leaves open."""
    for shift in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        start, stop = period.start + timedelta(days=shift[0]), period.stop + timedelta(days=shift[1])
        if start < stop and (value := _score(track, Period(start, stop), asked, sign)) is not None:
            yield value


def _gaps(question: Question, context: CheckContext) -> tuple[Gap, ...]:
    family = question.measure.partition(".")[0]
    if not context.ledgers.available(family):
        return ()
    gaps: tuple[Gap, ...] = getattr(context.ledgers, family).coverage().gaps
    return tuple(g for g in gaps if g.flag != "definition-break" or MEASURES[question.measure].breaks)


def _days(gap: Gap) -> Iterator[date]:
    """The days of a gap: a level of the day before is no figure of theirs."""
    return (gap.start + timedelta(days=n) for n in range((gap.last - gap.start).days + 1))


def _touches(gap: Gap, period: Period) -> bool:
    """Does the flag touch an end of the period, where it can move what the period holds? A jump on the day after an end
    shows what had happened before it."""
    if gap.flag == "jump" and any((gap.start - end).days in (0, 1) for end in (period.start, period.stop)):
        return True
    return gap.start <= period.start <= gap.last or gap.start <= period.stop <= gap.last

"""The points of a series of days, weeks or months, read off what the ledgers hold ready for them.

A part of a figure is answered by every reading there is, of which its point shows the first. Over a whole war that is
a thousand questions of which one number each is shown. Where nothing but the ledger's own standard definition can be
that first reading, the number is taken from its running sums; everywhere else the question is put as it always is. A
test holds the two to the same points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dateline.checking.answers import Question
from dateline.checking.asking.casualties import SHORTEST_DAYS
from dateline.checking.asking.strikes import open_range
from dateline.checking.asking.territory import STALE_DAYS
from dateline.checking.context import CheckContext
from dateline.checking.resolve import AREA_UNITS, SPANS
from dateline.figures.shape import Asked
from dateline.ledgers import MEASURES, Ledgers
from dateline.ledgers.strikes import StrikesLedger, Tally
from dateline.ledgers.territory import TerritoryLedger
from dateline.records.finding import Gap
from dateline.records.period import Period
from dateline.records.series import Point

#: The point of a stretch; None where the question has to be put.
Step = Callable[[Period], Point | None]
#: Value, its low and high ends, and the days that it is of.
_Value = tuple[float, float | None, float | None, int]
_DAY = timedelta(days=1)


def steps(question: Question, asked: Asked, context: CheckContext) -> Step:
    """What gives the points of the question's stretches. `question.period` is of no account."""
    family = asked.measure.partition(".")[0]
    plain = asked.form in ("amount", "rate") and asked.reading is None and asked.into in (None, *AREA_UNITS)
    ledgers = context.ledgers.as_of(question.as_of)
    if not plain:
        return _asked
    if family in _FAMILIES and ledgers.available(family):
        return _FAMILIES[family](question, asked, ledgers)
    return _streams(question, asked, ledgers) if family not in _FAMILIES else _asked


def _asked(stretch: Period) -> Point | None:
    return None


def _point(stretch: Period, found: _Value, asked: Asked, flags: tuple[str, ...]) -> Point:
    """The point in the unit asked for, or as an average over so long."""
    value, low, high, days = found
    by = AREA_UNITS.get(asked.into or "", 1.0)
    if asked.per:
        by *= (days or 1) / SPANS[asked.per]
    if by != 1.0:
        value, low, high = value / by, None if low is None else low / by, None if high is None else high / by
    if asked.form != "amount":
        low = high = None
    return Point(stretch.start, stretch.stop - _DAY, value, flags, low=low, high=high)


def _strikes(question: Question, asked: Asked, ledgers: Ledgers) -> Step:
    ledger, weapon, as_of = ledgers.strikes, question.weapon, question.as_of
    placed = question.place is not None and question.place.id != question.country
    ours = asked.producer in (None, ledger.producer) and not set(asked.where) - {"weapon"}
    if placed or not ours or (weapon is not None and weapon not in ledgers.weapons):
        return _asked
    coverage, nightly = ledger.coverage(), ledger.nightly(weapon)
    broken = [g.start for g in coverage.gaps] if MEASURES[asked.measure].breaks else []
    ends = coverage.end if asked.measure != "strikes.lost" else min(coverage.end, ledger.merged_from - _DAY)

    brought = asked.measure in ledgers.series.measures

    def step(stretch: Period) -> Point | None:
        start, stop = stretch.start, stretch.stop
        if start < coverage.start or stop - _DAY > ends or any(start < day < stop for day in broken):
            return None
        flags = ("definition-break",) if start in broken else ()
        if stop - start == _DAY:
            tally, days = (nightly.get(start) if start <= as_of else None), 1
            if tally is None and not brought:  # the night that the day may have been named by
                tally = nightly.get(stop) if stop <= as_of else None
                if tally is None:
                    return Point(start, start, None, (*flags, "gap"))
        else:
            tally, days = _over(ledger, stretch, weapon, as_of)
        if tally is None:
            return None
        value = _measured(asked.measure, tally)
        low, high = open_range(asked.measure, tally, weapon, value)
        return _point(stretch, (value, low, high, days), asked, flags)

    return step


def _over(ledger: StrikesLedger, stretch: Period, weapon: str | None, as_of: date) -> tuple[Tally | None, int]:
    """The sum of the nights and the days that it is of, up to the day asked; None where no night has a bulletin."""
    tally, nights = ledger.over(stretch, weapon, as_of)
    return tally if nights else None, (min(stretch.stop - _DAY, as_of) - stretch.start).days + 1


def _measured(measure: str, tally: Tally) -> float:
    """The measure under its standard definition."""
    if measure == "strikes.launched":
        return tally.launched
    if measure == "strikes.intercepted":
        return tally.destroyed
    return tally.lost if measure == "strikes.lost" else tally.launched - tally.destroyed - tally.lost - tally.still


def _territory(question: Question, asked: Asked, ledgers: Ledgers) -> Step:
    ledger, place, as_of = ledgers.territory, question.place, question.as_of
    where = None if place is None or place.id == question.country else place.id
    if asked.where or asked.producer not in (None, ledger.producer) or not ledger.has(where):
        return _asked
    flagged, days, last = _Flagged(ledger.gaps), ledger.days, ledger.days[-1]
    value = _held(ledger, where, as_of) if asked.measure == "territory.held" else _moved(asked.measure, ledger, where,
                                                                                         as_of)  # fmt: skip
    flow = asked.measure != "territory.held"

    def step(stretch: Period) -> Point | None:
        start, stop = stretch.start, stretch.stop
        if start < days[0] or (min(stop - _DAY, as_of) - last).days > STALE_DAYS:
            return None
        touching = flagged.near(start, stop + _DAY)
        if flow and (stop - start).days <= 2 and any(
            gap.flag in ("gap", "frozen") and start <= gap.start < stop for gap in touching
        ):  # fmt: skip
            return None
        found = value(stretch)
        if found is None:
            return None
        kinds = [
            gap.flag
            for gap in touching
            if gap.flag != "definition-break"
            and gap.start < (stop if not flow else stop + (2 if gap.flag == "jump" else 1) * _DAY)
        ]
        return _point(stretch, found, asked, tuple(dict.fromkeys(kinds)) if kinds else ())

    return step


def _held(ledger: TerritoryLedger, place: str | None, as_of: date) -> Callable[[Period], _Value | None]:
    held = ledger.held_by_map(place)

    def value(stretch: Period) -> _Value | None:
        when = stretch.stop - _DAY
        at = ledger.index(when, as_of)
        if at is None or (when - ledger.days[at]).days > STALE_DAYS:
            return None
        return held[at], None, None, 1

    return value


def _moved(measure: str, ledger: TerritoryLedger, place: str | None, as_of: date) -> Callable[[Period], _Value | None]:
    if measure == "territory.net_change":
        sums: Sequence[float] = ledger.held_by_map(place)
    else:
        sums = ledger.summed_by_map(place, lost=measure == "territory.lost")

    def value(stretch: Period) -> _Value | None:
        ends = ledger.ends(stretch.start, stretch.stop, as_of)
        if ends is None:
            return None
        first, last = ends
        return sums[last] - sums[first], None, None, (ledger.days[last] - ledger.days[first]).days

    return value


class _Flagged:
    """Flagged stretches in order, so that a part finds its own without asking all."""

    def __init__(self, gaps: Sequence[Gap]) -> None:
        self._gaps = sorted(dict.fromkeys(gaps), key=lambda gap: gap.start)
        self._starts = [gap.start for gap in self._gaps]
        self._longest = max(((gap.last - gap.start) for gap in self._gaps), default=timedelta())

    def near(self, first: date, last: date) -> list[Gap]:
        """Those that reach into the days from `first` to `last`, inclusive."""
        at = bisect_left(self._starts, first - self._longest)
        return [gap for gap in self._gaps[at : bisect_right(self._starts, last)] if first <= gap.last]


def _casualties(question: Question, asked: Asked, ledgers: Ledgers) -> Step:
    """Single days: the difference of two running totals, or nothing where nobody counts by the day."""
    ledger, measure, as_of = ledgers.casualties, asked.measure, question.as_of
    placed = question.place is not None and question.place.id != question.country
    if asked.where or placed or ledger.coverage().gaps:
        return _asked
    runs, reaches = ledger.runs(measure), ledgers.series.reach(measure, as_of)
    ours = runs and asked.producer in (None, runs[0].producer)

    def step(stretch: Period) -> Point | None:
        if stretch.days >= SHORTEST_DAYS:
            return None
        if ours and stretch.days == 1:
            before, after = runs[0].total(stretch.start, as_of), runs[0].total(stretch.stop, as_of)
            if before is None or after is None:
                return None
            return _point(stretch, (after.value - before.value, None, None, 1), asked, ())
        if runs or ledger.vintages(measure, stretch, as_of) or reaches(stretch):
            return None
        return Point(stretch.start, stretch.stop - _DAY, None, ("gap",))

    return step


def _streams(question: Question, asked: Asked, ledgers: Ledgers) -> Step:
    """Stretches that no stream reaches into, of a measure without a family."""
    if asked.where or (question.place is not None and question.place.id != question.country):
        return _asked
    reaches = ledgers.series.reach(asked.measure, question.as_of)

    def step(stretch: Period) -> Point | None:
        if reaches(stretch):
            return None
        return Point(stretch.start, stretch.stop - _DAY, None, ("gap",))

    return step


_FAMILIES = {"territory": _territory, "strikes": _strikes, "casualties": _casualties}

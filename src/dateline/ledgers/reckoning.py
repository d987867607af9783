"""What one stream of entries answers for a period: a published total, a sum of parts, a count of events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.ledgers.tiling import Tiling, tiled
from dateline.records.entry import Entry
from dateline.records.finding import Known
from dateline.records.period import Period

#: The dimension that tells one coded event from another: where entries carry it, a day without any is a day of nought.
EVENT = "event"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One stream's answer. `period` is what was asked for, `days` how many of it are covered, `missing` the rest;
    `how` is published, summed, counted or "last known"; `crossing` counts entries that reach over an end and are
    left out. `low` and `high` are None where no entry has them."""

    producer: str
    definition: str
    population: str
    period: Period
    value: float
    how: str
    entries: tuple[Entry, ...]
    days: int
    missing: tuple[Period, ...] = ()
    crossing: int = 0
    low: float | None = None
    high: float | None = None

    @property
    def known(self) -> Known:
        return "recorded" if self.entries and all(e.known == "recorded" for e in self.entries) else "inferred"


class Level:
    """Entries that may be added, in order of their first days, so that a period finds its own without asking all."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = sorted(entries, key=lambda e: e.period.start)
        self.starts = [e.period.start for e in self.entries]
        self.longest = timedelta(days=max((e.period.days for e in self.entries), default=0))
        self.cells = len({(e.place, e.dimensions) for e in self.entries})
        self.coded = any(dimension(e, EVENT) for e in self.entries)

    def bears_on(self, period: Period) -> bool:
        """Whether an entry begins inside, or a day without one is a day of nought."""
        at = bisect_left(self.starts, period.start)
        return self.coded or (at < len(self.starts) and self.starts[at] < period.stop)

    def within(self, period: Period) -> list[Entry]:
        first, stop = bisect_left(self.starts, period.start), bisect_left(self.starts, period.stop)
        return [e for e in self.entries[first:stop] if e.period.stop <= period.stop]

    def touching(self, period: Period) -> int:
        """How many reach into the period."""
        before = period.start - self.longest if period.start - date.min > self.longest else date.min
        first, stop = bisect_left(self.starts, before), bisect_left(self.starts, period.stop)
        return sum(e.period.overlaps(period) for e in self.entries[first:stop])


@dataclass(frozen=True, slots=True)
class Fitting:
    """What of a stream's entries, known on a day, fits a question, by level. `span` reaches from the first day of all
    its entries to their last."""

    stream: tuple[str, str, str]
    span: Period
    levels: list[Level]


def dimension(entry: Entry, key: str) -> str:
    """What the entry holds under a key, "" where it has none."""
    return next((value for name, value in entry.dimensions if name == key), "")


def _cells(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    """Entries by what they are of: of one cell the periods may overlap and are alternatives, cells are added."""
    cells: dict[tuple[str, tuple[tuple[str, str], ...]], list[Entry]] = {}
    for entry in entries:
        cells.setdefault((entry.place, entry.dimensions), []).append(entry)
    return cells.values()


def reckoned(of: Fitting, chosen: Level, period: Period, level: bool) -> Iterator[Reckoned]:
    """The answers from the entries of one level; `level`: the last entry before the end of the period speaks for it."""
    stream = of.stream
    if level:
        yield from _last(stream, chosen.entries, period)
        return
    if chosen.coded:
        yield from _events(stream, chosen, period, of.span)
        return
    inside = chosen.within(period)
    if not inside:
        return
    cells = [inside] if chosen.cells == 1 else list(_cells(inside))
    first, stop = period.start, period.stop
    exact = [e for cell in cells for e in cell if e.period.start == first and e.period.stop == stop]
    if chosen.cells == len(exact) == 1:
        yield _made(stream, period, exact, "published", period.days)
    totals = {id(e) for e in exact}
    parts = [_without(cell, totals, period) for cell in cells]
    used = [entry for part in parts for entry in part.entries]
    if used and len(cells) < chosen.cells:
        yield _made(stream, period, used, "summed", 0, (period,))  # of some cells nothing is known
    elif used:
        worst = min(parts, key=lambda part: part.days)
        yield _made(stream, period, used, "summed", worst.days, worst.missing)


def _without(cell: list[Entry], totals: Set[int], period: Period) -> Tiling:
    """The tiles of a cell besides its own total for the period; the total itself where there are no others."""
    if len(cell) == 1:
        return tiled(cell, period)
    rest = [e for e in cell if id(e) not in totals]
    found = tiled(rest, period) if rest else tiled(cell, period)
    return found if found.whole or not rest else max((found, tiled(cell, period)), key=lambda t: t.days)


def _last(stream: tuple[str, str, str], chosen: list[Entry], period: Period) -> Iterator[Reckoned]:
    ends = [
        max(before, key=lambda e: e.period.stop)
        for cell in _cells(chosen)
        if (before := [e for e in cell if e.period.start <= period.last])
    ]
    if ends:
        yield _made(stream, period, ends, "last known", period.days)


def _events(stream: tuple[str, str, str], chosen: Level, period: Period, coded: Period) -> Iterator[Reckoned]:
    """Coded events inside the period; between the coder's first and last event a day without one is nought."""
    first, stop = coded.start, coded.stop
    inside = chosen.within(period)
    crossing = chosen.touching(period) - len(inside)
    missing = []
    if period.start < first:
        missing.append(Period(period.start, first))
    if stop < period.stop:
        missing.append(Period(stop, period.stop))
    days = period.days - sum(p.days for p in missing)
    yield replace(_made(stream, period, inside, "counted", days, tuple(missing)), crossing=crossing)


def _made(
    stream: tuple[str, str, str],
    period: Period,
    entries: Sequence[Entry],
    how: str,
    days: int,
    missing: tuple[Period, ...] = (),
) -> Reckoned:
    bounded = any(e.low is not None or e.high is not None for e in entries)
    low = sum(e.value if e.low is None else e.low for e in entries) if bounded else None
    high = sum(e.value if e.high is None else e.high for e in entries) if bounded else None
    value = sum(e.value for e in entries)
    return Reckoned(*stream, period, value, how, tuple(entries), days, missing, 0, low, high)

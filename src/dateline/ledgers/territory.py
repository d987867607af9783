"""Area held by day and region, its net change, and daily gains and losses, from a map-maker's snapshots."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from dateline.ledgers.borders import areas_km2
from dateline.ledgers.files import Folder, LedgerError, day, grid, table
from dateline.records.finding import Coverage, Gap

#: Columns of territory_held.csv that are not a region.
_NOT_REGIONS = frozenset({"day", "source", "sha256"})
_FLAGS = frozenset({"gap", "frozen", "jump", "redraw", "definition-break"})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One day's map: `value_km2` held in the place asked, and the file that it came from."""

    day: date
    value_km2: float
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two snapshots in km2; `days` lie between them, `rows` were read."""

    value_km2: float
    first: Snapshot
    last: Snapshot
    rows: int

    @property
    def days(self) -> int:
        return (self.last.day - self.first.day).days


class TerritoryLedger:
    """Snapshots of `producer` in order of day. `place` is a region id, "unassigned", or None or `country` for the
    whole."""

    def __init__(self, folder: Folder, producer: str, country: str) -> None:
        self.producer = producer
        self._country = country
        header, rows = grid(folder / "territory_held.csv")
        if not rows or header[:1] != ["day"]:
            raise LedgerError("territory_held.csv: no snapshots")
        self.days = [date.fromisoformat(row[0]) for row in rows]
        self.regions = tuple(name for name in header if name not in _NOT_REGIONS)
        columns = {name: header.index(name) for name in self.regions}
        self._held = {name: [float(row[at]) for row in rows] for name, at in columns.items()}
        self._held[country] = [sum(values) for values in zip(*self._held.values(), strict=True)]
        source, sha = header.index("source"), header.index("sha256")
        self._files = [(row[source], row[sha]) for row in rows]
        self._steps = _steps(folder, self.days)
        self._sums: dict[str, tuple[list[float], list[float]]] = {}
        self.gaps = _gaps(folder)
        self._folder = folder
        self._drawn: dict[str, float] | None = None

    def has(self, place: str | None) -> bool:
        return (place or self._country) in self._held

    def drawn_area_km2(self, place: str | None) -> float | None:
        """Area within the simplified borders by which the region's held part was cut, None without borders."""
        if self._drawn is None:
            self._drawn = areas_km2(self._folder.parent / "regions.json")
        return self._drawn.get(place or "")

    def coverage(self) -> Coverage:
        return Coverage("territory", self.days[0], self.days[-1], self.gaps)

    def index(self, when: date, as_of: date) -> int | None:
        """The snapshot of `when`, else the nearest earlier one, among those known on `as_of` (lag 0)."""
        found = bisect_right(self.days, min(when, as_of)) - 1
        return found if found >= 0 else None

    def snapshot(self, at: int, place: str | None) -> Snapshot:
        source, sha = self._files[at]
        return Snapshot(self.days[at], self._held[place or self._country][at], source, sha)

    def held(self, when: date, place: str | None, as_of: date) -> Snapshot | None:
        at = self.index(when, as_of)
        return None if at is None else self.snapshot(at, place)

    def ends(self, start: date, stop: date, as_of: date) -> tuple[int, int] | None:
        """Indices of the two snapshots of a change over [start, stop): that of the day after the last, else the
        latest known, and that of `start`, else the nearest earlier. None where the two are one."""
        first, last = self.index(start, as_of), self.index(stop, as_of)
        return None if first is None or last is None or last <= first else (first, last)

    def net(
        self, start: date, stop: date, place: str | None, as_of: date, shift: tuple[int, int] = (0, 0)
    ) -> Change | None:
        """Held at the end minus held at the start; `shift` moves either end by so many snapshots."""
        ends = self.ends(start, stop, as_of)
        if ends is None:
            return None
        first, last = ends[0] + shift[0], ends[1] + shift[1]
        if first < 0 or last >= len(self.days) or self.days[last] > as_of or last <= first:
            return None
        one, two = self.snapshot(first, place), self.snapshot(last, place)
        return Change(two.value_km2 - one.value_km2, one, two, 2)

    def summed(self, start: date, stop: date, place: str | None, as_of: date, lost: bool = False) -> Change | None:
        """Gains (or losses) of the daily steps between the two ends, summed: before the opposite is set off."""
        ends = self.ends(start, stop, as_of)
        if ends is None:
            return None
        sums = self._cumulative(place or self._country)[1 if lost else 0]
        value = sums[ends[1]] - sums[ends[0]]
        return Change(value, self.snapshot(ends[0], place), self.snapshot(ends[1], place), ends[1] - ends[0])

    def held_by_map(self, place: str | None) -> Sequence[float]:
        """Held in the place by each map, km2, in order of `days`."""
        return self._held[place or self._country]

    def summed_by_map(self, place: str | None, lost: bool = False) -> Sequence[float]:
        """Gained (or lost) in the place from the first map to each, km2, in order of `days`."""
        return self._cumulative(place or self._country)[1 if lost else 0]

    def flagged(self, start: date, last: date) -> tuple[Gap, ...]:
        """Missing and frozen days, jumps and redraws between the two days, inclusive."""
        return tuple(gap for gap in self.gaps if gap.start <= last and start <= gap.last)

    def _cumulative(self, place: str) -> tuple[list[float], list[float]]:
        if place not in self._sums:
            gained, lost = [0.0] * len(self.days), [0.0] * len(self.days)
            for at, region, more, less in self._steps:
                if place in (self._country, region):
                    gained[at] += more
                    lost[at] += less
            self._sums[place] = (list(accumulate(gained)), list(accumulate(lost)))
        return self._sums[place]


def _steps(folder: Folder, days: list[date]) -> list[tuple[int, str, float, float]]:
    at = {when.isoformat(): n for n, when in enumerate(days)}
    header, rows = grid(folder / "territory_change.csv")
    names = ("day", "region", "gained_km2", "lost_km2")
    missing = [name for name in names if name not in header]
    if missing:
        raise LedgerError(f"territory_change.csv: no column {', '.join(missing)}")
    when, region, more, less = (header.index(name) for name in names)
    return [(at[r[when]], r[region], float(r[more] or 0), float(r[less] or 0)) for r in rows if r[when] in at]


def _gaps(folder: Folder) -> tuple[Gap, ...]:
    found = []
    for row in table(folder / "territory_gaps.csv", ("start", "last", "flag")):
        first, last = day(row["start"]), day(row["last"])
        if first is not None and last is not None and row["flag"] in _FLAGS:
            found.append(Gap(first, last, row["flag"]))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda gap: (gap.start, gap.flag)))

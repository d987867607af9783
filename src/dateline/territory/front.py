"""The record of one layer of a map, day by day, and every question about area that it answers.

    front = Front.of(snapshots, regions)          # snapshots: (day, outline in degrees), in order of time
    front.area(date(2025, 6, 1), "UA-14")
    front.change(date(2025, 5, 1), date(2025, 6, 1))
    front.polygons(date(2025, 5, 1), date(2025, 6, 1)).gained
    front.history("month")
    front.append(date(2025, 6, 2), outline)

A day without a snapshot is answered by the nearest earlier one. Areas are km2; a place is a region's id, "unassigned",
or None for all of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.territory.calendar import Step, spans
from dateline.territory.cells import Cells
from dateline.territory.edges import edges_of
from dateline.territory.faces import Faces, faces
from dateline.territory.lives import Lives
from dateline.territory.measured import FrontError, Measured
from dateline.territory.projection import to_degrees, transform
from dateline.territory.regions import Regions
from dateline.territory.vertices import DECIMALS, projected

#: Snapshots measured together: bounds the memory while a long record is read.
_TOGETHER = 256


@dataclass(frozen=True, slots=True)
class Moved:
    """Ground that changed hands between two snapshots, in km2. `gained` and `lost` compare the end points alone;
    `gained_by_day` and `lost_by_day` are the sums over every step between, with what changed hands more than once."""

    gained: float
    lost: float
    gained_by_day: float
    lost_by_day: float

    @property
    def net(self) -> float:
        return self.gained - self.lost


@dataclass(frozen=True, slots=True)
class Span:
    """One row of a history: the days of the two snapshots compared, and what moved between them."""

    start: date
    end: date
    moved: Moved


@dataclass(frozen=True, slots=True, eq=False)
class Grounds:
    """Shapely multipolygons in degrees, empty where nothing moved."""

    gained: Any
    lost: Any


class Front:
    """Snapshots in order of time; grows at its end only."""

    def __init__(self, regions: Regions) -> None:
        self.regions = regions
        self.days: list[date] = []
        self.lives = Lives()
        self.measured = Measured(regions)
        self._cells: Cells | None = None

    @classmethod
    def of(cls, snapshots: Iterable[tuple[date, Any]], regions: Regions) -> Front:
        """A whole record. The outlines are valid polygons or multipolygons in degrees, or empty."""
        front = cls(regions)
        waiting: list[tuple[date, Any]] = []
        for snapshot in snapshots:
            waiting.append(snapshot)
            if len(waiting) == _TOGETHER:
                front._extend(waiting)
                waiting = []
        front._extend(waiting)
        front.lives.check()
        return front

    def append(self, day: date, outline: Any) -> None:
        """One more snapshot, later than all others; nothing before it is worked out again."""
        self._extend([(day, outline)])

    def area(self, day: date, place: str | None = None) -> float:
        """Held on the day."""
        return self.measured.held(self.at(day), place)

    def by_region(self, day: date) -> dict[str, float]:
        """Held on the day by region, those without any left out."""
        return self.measured.split(self.at(day))

    def change(self, start: date, end: date, place: str | None = None) -> Moved:
        """What moved from the snapshot of `start` to that of `end`."""
        first, last = self._ends(start, end)
        return self._moved(first, last, *self.cells.change(first, last), place)

    def change_by_region(self, start: date, end: date) -> dict[str, Moved]:
        """The same by region, those without any left out."""
        first, last = self._ends(start, end)
        gained, lost = self.cells.change(first, last)
        found = {c: self._moved(first, last, gained, lost, c) for c in self.regions.columns}
        still = Moved(0.0, 0.0, 0.0, 0.0)
        return {code: moved for code, moved in found.items() if moved != still}

    def polygons(self, start: date, end: date) -> Grounds:
        """Where ground was gained and lost."""
        found = self._faces(*self.lives.rows().between(*self._ends(start, end)))
        gained, lost = (_united(found.shape[found.winding * way > 0]) for way in (1, -1))
        return Grounds(self._degrees(gained), self._degrees(lost))

    def outline(self, day: date) -> Any:
        """What was held on the day, drawn again from its edges: a shapely multipolygon in degrees."""
        return self._degrees(self._faces(*self.lives.rows().alive(self.at(day))).shape)

    def history(self, by: Step = "day", place: str | None = None) -> list[Span]:
        """What moved in each day, week, month or year, from the snapshot of its first day (or the nearest earlier, or
        the first of all) to that of the first day after it (or the last of all)."""
        return [
            Span(self.days[first], self.days[last], self._moved(first, last, *self.cells.change(first, last), place))
            for first, last in spans(self.days, by)
        ]

    @property
    def cells(self) -> Cells:
        """Worked out at the first question that compares two days."""
        if self._cells is None:
            self._cells = Cells(self.lives.rows(), len(self.days), self.regions)
        return self._cells

    def at(self, day: date) -> int:
        """The number of the day's snapshot, or of the nearest earlier. Raises FrontError before the first."""
        found = bisect_right(self.days, day) - 1
        if found < 0:
            first = f"begins on {self.days[0]}" if self.days else "is empty"
            raise FrontError(f"{day}: the record {first}; ask for a later day")
        return found

    def _ends(self, start: date, end: date) -> tuple[int, int]:
        if end < start:
            raise FrontError(f"{start} to {end}: the end lies before the start; swap them")
        return self.at(start), self.at(end)

    def _moved(self, first: int, last: int, gained: Any, lost: Any, place: str | None) -> Moved:
        column = self.measured.column(place)
        daily = self.measured.summed(first, last, place)
        return Moved(float(gained[column].sum()), float(lost[column].sum()), *daily)

    def _extend(self, snapshots: Sequence[tuple[date, Any]]) -> None:
        if not snapshots:
            return
        first = len(self.days)
        for edges, (day, _) in zip(edges_of(outline for _, outline in snapshots), snapshots, strict=True):
            if self.days and day <= self.days[-1]:
                raise FrontError(f"{day}: not later than {self.days[-1]}, the last snapshot; sort them, one a day")
            self.lives.add(edges)
            self.days.append(day)
        if first == 0:
            self.measured.begin(snapshots[0][1])
        step, start, end = self.lives.rows().steps(max(first, 1), len(self.days))
        found = faces(step, start, end, transform(self.regions.crs))
        self.measured.extend(len(self.days), found, step, self._areas(start, end))
        if self._cells is not None:
            for number in range(first, len(self.days)):
                self._cells.add(found.of(number))

    def _areas(self, start: Any, end: Any) -> Any:
        """The signed km2 under each edge: their sum over closed rings is the area within."""
        import numpy as np

        distinct, metres = projected(np.concatenate([start, end]), transform(self.regions.crs))
        one, two = metres[np.searchsorted(distinct, start)], metres[np.searchsorted(distinct, end)]
        return (one[:, 0] * two[:, 1] - two[:, 0] * one[:, 1]) / 2e6

    def _faces(self, start: Any, end: Any) -> Faces:
        import numpy as np

        return faces(np.zeros(len(start), dtype=np.int64), start, end, transform(self.regions.crs))

    def _degrees(self, metres: Any) -> Any:
        """Polygons in metres as one multipolygon in degrees, rounded to the millionths that vertices were drawn in."""
        import numpy as np
        import shapely

        back = to_degrees(self.regions.crs)
        return shapely.multipolygons(shapely.transform(metres, lambda xy: np.round(back(xy), DECIMALS)))


def by_layer(drawn: Iterable[tuple[date, Mapping[str, Any]]], regions: Regions) -> dict[str, Front]:
    """The record of each layer of a map (occupied, contested, claimed): snapshots give the outline of each by name. A
    layer that a day does not draw holds nothing on it."""
    import shapely

    days = list(drawn)
    names = sorted({name for _, layers in days for name in layers})
    nothing = shapely.MultiPolygon()
    return {name: Front.of(((day, layers.get(name, nothing)) for day, layers in days), regions) for name in names}


def _united(shapes: Any) -> Any:
    """Polygons that share a border made one."""
    import shapely

    parts = shapely.get_parts(shapely.union_all(shapes))
    return parts[shapely.get_dimensions(parts) == 2]

"""The picture of a front between two days, and its coarser form for a public page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateline.mapping import grounds, wording
from dateline.mapping.record import MappingError, Record
from dateline.publishing.maps import Picture, Region, Words, picture
from dateline.records.place import Place
from dateline.territory.front import Front, Moved
from dateline.territory.projection import transform
from dateline.theatres.loader import Theatre

#: Least width and height of what is shown, in metres: a town with what lies around it, and nothing finer.
_LEAST_M = 2000 * grounds.AROUND_KM


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two maps and what lies between them; shapely geometries in metres of the theatre's plane, areas in km2. `middle`
    is the settlement whose surroundings are shown, in the same plane."""

    earlier: date
    later: date
    held: Any
    gained: Any
    lost: Any
    held_km2: float
    moved: Moved
    by_region: Mapping[str, Moved]
    view: grounds.View
    regions: list[Region]
    middle: tuple[float, float] | None = None

    def box(self) -> tuple[float, float, float, float]:
        """What the map shows: what lies around the settlement, else the region, else wherever ground changed hands,
        else all that is held."""
        import shapely

        if self.middle is not None:
            x, y = self.middle
            return x - _LEAST_M / 2, y - _LEAST_M / 2, x + _LEAST_M / 2, y + _LEAST_M / 2
        moved = [shape for shape in (self.gained, self.lost) if not shapely.is_empty(shape)]
        shapes = [r.shape for r in self.regions if r.id == self.view.region] or moved or [self.held]
        west, south, east, north = shapely.total_bounds(shapes).tolist()
        more = max(0.0, _LEAST_M - max(east - west, north - south)) / 2
        return west - more, south - more, east + more, north + more


def private(record: Record, theatre: Theatre, start: date, end: date, place: Place | None = None) -> str:
    """An SVG of the period from `start` to `end`, both inclusive, for the user's own use: the maps of the first day and
    of the day after the last are compared, as `dateline figure` compares them. Raises MappingError."""
    return drawn(compared(record, theatre, start, end, place), theatre, record)


def compared(record: Record, theatre: Theatre, start: date, end: date, place: Place | None = None) -> Compared:
    """The two maps of a period. Raises MappingError where there are not two."""
    import shapely

    if end < start:
        raise MappingError(f"--to {end} lies before --from {start}; swap them")
    borders = grounds.borders(theatre)
    view = grounds.view_of(place, theatre, borders)
    region = view.region
    earlier, later = record.at(start), record.at(end + timedelta(days=1))
    if later[0] <= earlier[0]:
        raise MappingError(f"{record.where}: one map, of {earlier[0]}, serves both ends; ask for a longer period")
    front = Front.of([earlier, later], borders)
    between = front.polygons(earlier[0], later[0])
    plane = transform(borders.crs)
    held, gained, lost = (shapely.transform(s, plane) for s in (later[1], between.gained, between.lost))
    ends = earlier[0], later[0]
    return Compared(
        *ends, held, gained, lost, front.area(later[0], region), front.change(*ends, region),
        front.change_by_region(*ends), view, grounds.in_metres(theatre, borders), _in_plane(view.middle, plane),
    )  # fmt: skip


def _in_plane(degrees: tuple[float, float] | None, plane: Callable[[Any], Any]) -> tuple[float, float] | None:
    import numpy as np

    if degrees is None:
        return None
    ((x, y),) = plane(np.array([degrees])).tolist()
    return x, y


def drawn(found: Compared, theatre: Theatre, record: Record, *more: str) -> str:
    """The SVG, with `more` notes after the usual ones."""
    producer = record.producer
    key = wording.key(found.earlier, found.later, found.held_km2, found.moved, found.view.within)
    secret = wording.keep_private(producer)
    names = {region.id: region.name for region in found.regions}
    compared_ = wording.compared(found.earlier, found.later, producer)
    parts = wording.by_region(found.by_region, names, found.view.region)
    said = [wording.net(found.moved), *wording.sources(theatre, producer)]
    own = [f"For your own use. {secret}"] if secret and not more else []
    words = Words(
        title=wording.title(theatre, found.view.name),
        under=compared_,
        key=key,
        notes=[*said, *more, *own],
        told=" ".join([compared_, *(f"{text}." for _, text in key), *parts, *said]),
    )
    towns = grounds.towns(theatre, grounds.borders(theatre))
    return picture(Picture(words, found.held, found.gained, found.lost, found.regions, towns, found.box()))

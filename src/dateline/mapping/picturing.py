"""The picture of a front between two days, and its coarser form for a public page."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two maps and what lies between them; shapely geometries in metres of the theatre's plane, areas in km2."""

    earlier: date
    later: date
    held: Any
    gained: Any
    lost: Any
    held_km2: float
    moved: Moved
    region: str | None
    regions: list[Region]

    def box(self) -> tuple[float, float, float, float]:
        """What the map shows: the region, else all ground that was held on either day."""
        import shapely

        shapes = [r.shape for r in self.regions if r.id == self.region] or [self.held, self.gained, self.lost]
        west, south, east, north = shapely.total_bounds(shapes).tolist()
        return west, south, east, north

    def place(self) -> str:
        return next((r.name for r in self.regions if r.id == self.region), "")


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
    region = grounds.region_of(place, theatre, borders)
    earlier, later = record.at(start), record.at(end + timedelta(days=1))
    if later[0] <= earlier[0]:
        raise MappingError(f"{record.where}: one map, of {earlier[0]}, serves both ends; ask for a longer period")
    front = Front.of([earlier, later], borders)
    between = front.polygons(earlier[0], later[0])
    plane = transform(borders.crs)
    held, gained, lost = (shapely.transform(s, plane) for s in (later[1], between.gained, between.lost))
    return Compared(
        earlier[0], later[0], held, gained, lost, front.area(later[0], region),
        front.change(earlier[0], later[0], region), region, grounds.in_metres(theatre, borders),
    )  # fmt: skip


def drawn(found: Compared, theatre: Theatre, record: Record, *more: str) -> str:
    """The SVG, with `more` notes after the usual ones."""
    producer = record.producer
    key = wording.key(found.earlier, found.later, found.held_km2, found.moved)
    secret = wording.keep_private(producer)
    words = Words(
        title=wording.title(theatre, found.place()),
        under=wording.compared(found.earlier, found.later, producer),
        key=key,
        notes=[wording.net(found.moved), *wording.sources(theatre, producer), *more,
               *([f"For your own use. {secret}"] if secret and not more else [])],
        told=". ".join([wording.compared(found.earlier, found.later, producer).rstrip("."), *(text for _, text in key),
                        wording.net(found.moved), *wording.sources(theatre, producer)]),
    )  # fmt: skip
    towns = grounds.towns(theatre, grounds.borders(theatre))
    return picture(Picture(words, found.held, found.gained, found.lost, found.regions, towns, found.box()))

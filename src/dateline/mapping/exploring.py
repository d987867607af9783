"""The explorer of a whole record: its edge file, its figures by day and month, and the page that holds both."""

from __future__ import annotations

import gzip
import math
from datetime import date, timedelta

from dateline.mapping import grounds, wording
from dateline.mapping.record import MappingError, Record
from dateline.publishing import dates
from dateline.publishing.amounts import number
from dateline.publishing.maps import Explorer, Library, Month, page
from dateline.records.place import Place
from dateline.territory import edgefile
from dateline.territory.front import Front
from dateline.theatres.loader import Theatre

LAYER = "occupied"


def explorer(
    record: Record, theatre: Theatre, start: date, end: date, library: Library, place: Place | None = None
) -> str:
    """The page, with the record whole; it opens on the map of the day after `end` against that of `start`. Raises
    MappingError."""
    if end < start:
        raise MappingError(f"--to {end} lies before --from {start}; swap them")
    borders = grounds.borders(theatre)
    view = grounds.view_of(place, theatre, borders)
    front = Front.of(record.outlines(), borders)
    if not front.days:
        raise MappingError(f"{record.where}: none of the maps there can be used: {record.skipped[0]}")
    return page(_shown(front, record, theatre, (start, end + timedelta(days=1)), view), library)


def _shown(front: Front, record: Record, theatre: Theatre, ends: tuple[date, date], view: grounds.View) -> Explorer:
    producer, column = record.producer, front.measured.column(view.region)
    secret = wording.keep_private(producer)
    edges = gzip.compress(edgefile.dump(front.days, {LAYER: front.lives.rows()}, secret), 9, mtime=0)
    last = min(ends[1], front.days[-1])
    return Explorer(
        title=wording.title(theatre, view.name),
        notice=secret or "Its source stands below.",
        notes=(
            f"{producer.name}: {len(front.days):,} maps, {dates.day(front.days[0])} to {dates.day(front.days[-1])}. "
            "A day without a map shows the nearest earlier. Gained and lost are the sums of every step from one map "
            "to the next, so that ground taken and retaken counts in both; the colours compare the two days alone.",
            *wording.sources(theatre, producer),
            "Drawn by MapLibre GL JS (BSD 3-Clause).",
        ),
        legend={"held": f"Held by {theatre.attacker.names[0]}", "gained": "Gained since the day compared with",
                "lost": "Lost since then"},
        edges=edges,
        days=[day.isoformat() for day in front.days],
        day=last.isoformat(),
        since=ends[0].isoformat(),
        held=front.measured.by_region[:, column].sum(axis=1).tolist(),
        gained=front.measured.gained[:, column].sum(axis=1).tolist(),
        lost=front.measured.lost[:, column].sum(axis=1).tolist(),
        bounds=_bounds(front, view),
        regions=grounds.as_geojson(front.regions),
        towns=grounds.towns_geojson(theatre.folder),
        months=_months(front, view.region),
        within=f" in {view.within or view.name}" if view.name else "",
    )  # fmt: skip


def _bounds(front: Front, view: grounds.View) -> tuple[float, float, float, float]:
    """What lies around the settlement, else the region, else all ground on which an edge ever lay, in degrees."""
    import shapely

    from dateline.territory.vertices import PER_DEGREE, unpack

    if view.middle is not None:
        (lon, lat), high = view.middle, grounds.AROUND_KM / grounds.KM_A_DEGREE
        wide = high / math.cos(math.radians(lat))
        west, south, east, north = lon - wide, lat - high, lon + wide, lat + high
    elif view.region is not None:
        outline = front.regions.outlines[front.regions.ids.index(view.region)]
        west, south, east, north = shapely.bounds(outline).tolist()
    else:
        degrees = unpack(front.lives.rows().low) / PER_DEGREE
        (west, south), (east, north) = degrees.min(axis=0).tolist(), degrees.max(axis=0).tolist()
    return west, south, east, north


def _months(front: Front, region: str | None) -> list[Month]:
    return [
        Month(dates.day(span.start), dates.day(span.end), number(span.moved.net), number(span.moved.gained_by_day),
              number(span.moved.lost_by_day))
        for span in front.history("month", region)
    ]  # fmt: skip

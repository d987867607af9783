"""The explorer of a whole record: its edge file, its figures by day and month, and the page that holds both."""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping
from datetime import date, timedelta

from dateline.mapping import grounds, wording
from dateline.mapping.record import OCCUPIED, MappingError, Record
from dateline.publishing import dates
from dateline.publishing.amounts import number
from dateline.publishing.maps import Explorer, Layer, Library, Month, page
from dateline.records.place import Place
from dateline.territory import edgefile
from dateline.territory.front import Front, by_layer
from dateline.theatres.loader import Theatre

#: Bytes that the edges may take; of more layers than fit the smaller ones are left out, which the page says.
MOST_BYTES = 200_000


def explorer(
    record: Record, theatre: Theatre, start: date, end: date, library: Library, place: Place | None = None
) -> str:
    """The page, with the record whole; it opens on the map of the day after `end` against that of `start`. Raises
    MappingError."""
    if end < start:
        raise MappingError(f"--to {end} lies before --from {start}; swap them")
    borders = grounds.borders(theatre)
    view = grounds.view_of(place, theatre, borders)
    fronts = by_layer(record.layers(), borders)
    if not fronts:
        raise MappingError(f"{record.where}: none of the maps there can be used: {record.skipped[0]}")
    return page(_shown(fronts, record, theatre, (start, end + timedelta(days=1)), view), library)


def _shown(
    fronts: Mapping[str, Front], record: Record, theatre: Theatre, ends: tuple[date, date], view: grounds.View
) -> Explorer:
    producer = record.producer
    secret = wording.keep_private(producer)
    names, edges = _fitting(fronts, secret)
    front = fronts[names[0]]
    left = [name for name in fronts if name not in names]
    last = min(ends[1], front.days[-1])
    return Explorer(
        title=wording.title(theatre, view.name),
        notice=secret or "Its source stands below.",
        notes=(
            f"{producer.name}: {len(front.days):,} maps, {dates.day(front.days[0])} to {dates.day(front.days[-1])}. "
            "A day without a map shows the nearest earlier. Gained and lost are the sums of every step from one map "
            "to the next, so that ground taken and retaken counts in both; the colours compare the two days alone.",
            *([f"Left out, for the file would be too large: {', '.join(left)}."] if left else []),
            *wording.sources(theatre, producer),
            "Drawn by MapLibre GL JS (BSD 3-Clause).",
        ),
        legend={"gained": "Gained since the day compared with", "lost": "Lost since then"},
        edges=edges,
        days=[day.isoformat() for day in front.days],
        day=last.isoformat(),
        since=ends[0].isoformat(),
        layers=[_layer(name, fronts[name], view.region, theatre) for name in names],
        bounds=_bounds(front, view),
        regions=grounds.as_geojson(front.regions),
        towns=grounds.towns_geojson(theatre.folder),
        within=f" in {view.within or view.name}" if view.name else "",
    )  # fmt: skip


def _fitting(fronts: Mapping[str, Front], notice: str) -> tuple[list[str], bytes]:
    """The layers that the file can hold, what is held first and then the larger ones, and the file."""
    order = sorted(fronts, key=lambda name: (name != OCCUPIED, -float(fronts[name].measured.by_region[-1].sum()), name))
    days, packed = fronts[order[0]].days, b""
    kept: list[str] = []
    for name in order:
        rows = {known: fronts[known].lives.rows() for known in (*kept, name)}
        tried = gzip.compress(edgefile.dump(days, rows, notice), 9, mtime=0)
        if not kept or len(tried) <= MOST_BYTES:
            kept, packed = [*kept, name], tried
    return kept, packed


def _layer(name: str, front: Front, region: str | None, theatre: Theatre) -> Layer:
    column = front.measured.column(region)
    held, gained, lost = (
        of[:, column].sum(axis=1).tolist()
        for of in (front.measured.by_region, front.measured.gained, front.measured.lost)
    )
    said = f"Held by {theatre.attacker.names[0]}" if name == OCCUPIED else f"Marked as {name}"
    return Layer(name, said, held, gained, lost, _months(front, region))


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

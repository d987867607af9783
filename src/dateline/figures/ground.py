"""Ground gained and lost between two days, from a folder of a map-maker's own files, as a sheet to draw."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.figures.shape import FigureError
from dateline.ledgers.producers import Producers
from dateline.publishing.maps import Region, Sheet, Town
from dateline.records.place import Place
from dateline.sources import deepstate
from dateline.sources.deepstate import Snapshot
from dateline.sources.description import describe
from dateline.territory.front import Front, Moved
from dateline.territory.projection import transform
from dateline.territory.regions import Regions, load
from dateline.theatres import loader

#: Free ground around what moved, of its size, and the least width of a view in metres.
_MARGIN, _LEAST_M = 0.12, 60_000.0


def ground(maps: Path, start: date, last: date, place: Place | None = None, theatre: str = "ukraine") -> Sheet:
    """The map of the day after `last` (else the latest before it) against that of `start` (else the nearest earlier),
    whole or of one region. Raises FigureError, SourceError or TheatreError with one line."""
    known = loader.load(theatre)
    producer = Producers.read(known.folder / "producers.yml")["deepstate"]
    if not (known.folder / "regions.json").is_file():
        raise FigureError(f"{theatre}: this theatre has no regions to draw a map of")
    regions = load(known.folder / "regions.json")
    if place is not None and place.id != known.country.id and place.id not in regions.ids:
        raise FigureError(
            f"--place {place.name}: no region; a map shows the country or one of {', '.join(regions.ids)}"
        )
    region = place.id if place is not None and place.id in regions.ids else None
    one, two = _pair(maps, start, last + timedelta(days=1))
    front = Front.of([(one.day, one.outline), (two.day, two.outline)], regions)
    moved = front.change(one.day, two.day, region)
    grounds = front.polygons(one.day, two.day)
    to_metres = transform(regions.crs)
    held, gained, lost = (_metres(shape, to_metres) for shape in (two.outline, grounds.gained, grounds.lost))
    names = {g.place.id: g.place.name for g in known.gazetteer}
    outlines = dict(zip(regions.ids, (_metres(o, to_metres) for o in regions.outlines), strict=True))
    return Sheet(
        title=f"Ground gained and lost{f', {names[region]} region' if region else ''}",
        start=one.day,
        end=two.day,
        side=known.attacker.names[0],
        producer=f"{producer.name} ({producer.url})",
        policy=known.border_policy,
        use="" if producer.redistribute == "rows" else "Its polygons may not be passed on: for your own use.",
        view=_view(outlines[region] if region else gained.union(lost), held),
        held=held,
        gained=gained,
        lost=lost,
        gained_km2=moved.gained,
        lost_km2=moved.lost,
        regions=_regions(regions, outlines, names, front.change_by_region(one.day, two.day), region),
        towns=_towns(known.folder / "places.csv", to_metres),
    )


def _pair(maps: Path, start: date, end: date) -> tuple[Snapshot, Snapshot]:
    """The two snapshots; a file that cannot be used is passed over for the one before."""
    files = deepstate.files(maps)
    one, two = _latest(files, start), _latest(files, end)
    if one is None:
        raise FigureError(f"--from {start}: the maps in {maps} begin on {files[0][0]}; ask for a later day")
    if two is None or two.day <= one.day:
        raise FigureError(f"no map in {maps} between {one.day} and {end}; name a later --to or get more maps")
    return one, two


def _latest(files: list[tuple[date, Path]], day: date) -> Snapshot | None:
    for when, path in reversed(files):
        if when <= day:
            try:
                return deepstate.snapshot(when, path, describe("deepstate"))
            except ValueError:
                continue
    return None


def _metres(shape: Any, to_metres: Any) -> Any:
    import shapely

    return shapely.transform(shape, to_metres)


def _view(wanted: Any, held: Any) -> tuple[float, float, float, float]:
    """What is wanted with some ground around it; all that is held where nothing moved."""
    west, south, east, north = (held if wanted.is_empty else wanted).bounds
    margin = max(_MARGIN * max(east - west, north - south), (_LEAST_M - max(east - west, north - south)) / 2)
    return west - margin, south - margin, east + margin, north + margin


def _regions(
    regions: Regions, outlines: dict[str, Any], names: dict[str, str], moved: dict[str, Moved], only: str | None
) -> tuple[Region, ...]:
    """All regions' outlines; what moved is said of the one asked for, or of all."""
    still = Moved(0.0, 0.0, 0.0, 0.0)
    said = {code: moved.get(code, still) if only in (None, code) else still for code in regions.ids}
    return tuple(
        Region(names.get(code, code), outlines[code], said[code].gained, said[code].lost) for code in regions.ids
    )


def _towns(path: Path, to_metres: Any) -> tuple[Town, ...]:
    import numpy as np

    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["level"] == "settlement" and row["lat"] and row["lon"]]
    points = to_metres(np.array([(float(row["lon"]), float(row["lat"])) for row in rows]))
    return tuple(
        Town(row["name"], float(x), float(y), int(row["population"] or 0))
        for row, (x, y) in zip(rows, points, strict=True)
    )

"""Regions and towns of a theatre, ready for a map."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.mapping.record import MappingError
from dateline.publishing.maps import Region, Town
from dateline.records.place import Place
from dateline.territory import regions
from dateline.territory.projection import ProjectionError, transform
from dateline.territory.regions import Regions
from dateline.theatres.loader import Theatre

#: A place this near a more important one is named after it, as if it had a tenth of its inhabitants.
_QUARTER_KM, _LESS = 10.0, 10.0
_LATE = 8_000_000
KM_A_DEGREE = 111.2
#: From a settlement to each edge of its map, at the least: nothing finer is ever shown.
AROUND_KM = 30.0


@dataclass(frozen=True, slots=True)
class Settlement:
    """A town by its name, in degrees; the greater `size` is named first. Nothing finer is ever drawn."""

    name: str
    lon: float
    lat: float
    size: int


def borders(theatre: Theatre) -> Regions:
    """The first-level regions. Raises MappingError where the theatre has none drawn."""
    path = theatre.folder / "regions.json"
    if not path.exists():
        raise MappingError(f"--theatre {theatre.id}: its regions are not drawn; there is no map of it")
    try:
        return regions.load(path)
    except ProjectionError as fault:
        raise MappingError(f"--theatre {theatre.id}: {fault}") from fault


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows. `region` has the figures, None for the whole country; `name` is said in the title, empty for
    the country; around a settlement `middle` is where it lies, in degrees, and `within` the name of what is counted.
    """

    region: str | None = None
    name: str = ""
    middle: tuple[float, float] | None = None
    within: str = ""


def view_of(place: Place | None, theatre: Theatre, drawn: Regions) -> View:
    """A region is shown whole, a settlement with what lies around it: figures go no finer than a region. Raises
    MappingError for a place without borders, and for one of another theatre."""
    if place is None or place.id == theatre.country.id:
        return View()
    names = {g.place.id: g.place.name for g in theatre.gazetteer}
    if place.id in drawn.ids:
        return View(place.id, names.get(place.id, place.name))
    found = _position(theatre.folder, place.id)
    if found is None:
        raise MappingError(
            f"--place {place.name}: a map is of a region (as UA-14) or around a settlement of the theatre"
        )
    lon, lat, parent = found
    region = parent if parent in drawn.ids else None
    within = names.get(parent, theatre.country.name) if region else theatre.country.name
    return View(region, f"around {place.name}", (lon, lat), within)


def _position(folder: Path, place: str) -> tuple[float, float, str] | None:
    """Longitude, latitude and region of a settlement; None for any other place."""
    with (folder / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["id"] == place and row["level"] == "settlement" and row.get("lon") and row.get("lat"):
                return float(row["lon"]), float(row["lat"]), row["parent"]
    return None


def in_metres(theatre: Theatre, drawn: Regions) -> list[Region]:
    """The regions in the plane in which they are measured."""
    import shapely

    names = {g.place.id: g.place.name for g in theatre.gazetteer}
    metres = shapely.transform(drawn.outlines, transform(drawn.crs))
    return [Region(code, names.get(code, code), shape) for code, shape in zip(drawn.ids, metres, strict=True)]


def towns(theatre: Theatre, drawn: Regions) -> list[Town]:
    """The settlements in the same plane."""
    import numpy as np

    found = settlements(theatre.folder)
    if not found:
        return []
    metres = transform(drawn.crs)(np.array([(s.lon, s.lat) for s in found]))
    return [Town(s.name, x, y, s.size) for s, (x, y) in zip(found, metres.tolist(), strict=True)]


@lru_cache(maxsize=4)
def settlements(folder: Path) -> tuple[Settlement, ...]:
    """Those of the theatre's places that have a population, the most important first. `size` is the population, less
    where a more important place lies so near that this is its quarter or suburb."""
    import numpy as np

    with (folder / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "settlement" and row.get("population")]
    if not rows:
        return ()
    degrees = np.array([(float(row["lon"]), float(row["lat"])) for row in rows])
    size = np.array([int(row["population"]) / (_LESS if _late(row["id"]) else 1) for row in rows])
    north_km, east_km = (
        (axis[:, None] - axis[None, :]) * KM_A_DEGREE * narrow
        for axis, narrow in ((degrees[:, 1], 1.0), (degrees[:, 0], np.cos(np.radians(degrees[:, 1].mean()))))
    )
    near = (np.hypot(north_km, east_km) < _QUARTER_KM) & (size[None, :] > size[:, None])
    size[near.any(axis=1)] /= _LESS
    found = [
        Settlement(row["name"], lon, lat, max(1, round(weight)))
        for row, (lon, lat), weight in zip(rows, degrees.tolist(), size.tolist(), strict=True)
    ]
    return tuple(sorted(found, key=lambda s: (-s.size, s.name)))


def _late(place: str) -> bool:
    """Whether a place was entered late: GeoNames counts up, and quarters of cities came after the cities."""
    source, _, number = place.partition(":")
    return source == "geonames" and number.isdigit() and int(number) > _LATE


def as_geojson(drawn: Regions) -> Mapping[str, Any]:
    """The regions' borders for a browser."""
    import shapely

    features = [
        {"type": "Feature", "properties": {"id": code}, "geometry": json.loads(shapely.to_geojson(shape))}
        for code, shape in zip(drawn.ids, drawn.outlines, strict=True)
    ]
    return {"type": "FeatureCollection", "features": features}


def towns_geojson(folder: Path) -> Mapping[str, Any]:
    """The settlements for a browser; `size` is the decimal logarithm of theirs."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": s.name, "size": round(math.log10(s.size), 2)},
            "geometry": {"type": "Point", "coordinates": [s.lon, s.lat]},
        }
        for s in settlements(folder)
    ]
    return {"type": "FeatureCollection", "features": features}

"""Polygons of control from GeoJSON, whatever its form: a Feature, a FeatureCollection, a bare Polygon, MultiPolygon or
GeometryCollection; one feature a day or many; with holes, rings that touch or cross themselves, drawn either way round.

What comes out is one valid outline in degrees, rounded to 1e-6 degree, that covers no ground twice.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from dateline.sources.plain_geojson import Texts, multipolygon

#: Decimals kept of a degree. On most days half of a publisher's vertices carry more, on some none do: without
#: rounding, two drawings of one border differ by slivers that look like movement.
DECIMALS = 6
#: Vertices of one map beyond which it is refused: a hundred times what a front line of 1,000 km is drawn with.
MOST_VERTICES = 300_000
#: Bytes of one file beyond which it is not even parsed.
MOST_BYTES = 64_000_000

Box = tuple[tuple[float, float], tuple[float, float]]
_WORLD: Box = ((-180.0, 180.0), (-90.0, 90.0))
_CRS = re.compile(rb'"crs"\s*:\s*\{[^{}]*\{[^{}]*"name"\s*:\s*"([^"]*)"')
_DEGREES = re.compile(r"(?:CRS:?84|EPSG:{1,2}(?:\d[\d.]*:)?4326)$", re.IGNORECASE)


def outline(content: bytes, box: Box = _WORLD, where: str = "the theatre", texts: Texts | None = None) -> Any:
    """The one outline of all polygons of a file, which must lie within `box` (least and greatest longitude, then
    latitude). `texts` makes the second of two like maps faster. Raises ValueError, in words for the reader, where the
    file cannot be used."""
    import shapely

    if len(content) > MOST_BYTES:
        raise ValueError(f"{len(content):,} bytes; at most {MOST_BYTES:,} are read")
    _refuse_projection(content)
    plain = multipolygon(content, Texts(DECIMALS) if texts is None else texts)
    if plain is not None:
        _refuse_unfit(shapely.get_coordinates(plain), box, where)
        return plain if shapely.is_valid(plain) else _mended(shapely.get_parts(plain))
    try:
        drawn = shapely.from_geojson(content)
    except shapely.GEOSException:
        drawn = _without_nulls(content)
    return _sound(drawn, box, where)


def layers(content: bytes, layer: str, box: Box = _WORLD, where: str = "the theatre") -> dict[str, Any]:
    """The outline of each layer: of the features whose property `layer` has one value (occupied, contested, claimed).
    Raises ValueError as `outline` does, also for a feature that names no layer."""
    if len(content) > MOST_BYTES:
        raise ValueError(f"{len(content):,} bytes; at most {MOST_BYTES:,} are read")
    read = _parsed(content)
    features = read.get("features", [read]) if isinstance(read, Mapping) else []
    by_layer: dict[str, list[Any]] = defaultdict(list)
    for number, feature in enumerate(features, start=1):
        properties = feature.get("properties") if isinstance(feature, Mapping) else None
        name = properties.get(layer) if isinstance(properties, Mapping) else None
        if not isinstance(name, str) or not name:
            raise ValueError(f"feature {number} has no {layer!r}, which names its layer")
        by_layer[name].append(feature)
    if not by_layer:
        raise ValueError("holds no polygon")
    _refuse_projection(content)
    return {
        name: outline(json.dumps({"type": "FeatureCollection", "features": some}).encode(), box, where)
        for name, some in by_layer.items()
    }


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise ValueError("not whole GeoJSON: the file is truncated or damaged") from fault


def _without_nulls(content: bytes) -> Any:
    """What is drawn besides features without a geometry, which GeoJSON allows and GEOS refuses."""
    import shapely

    read = _parsed(content)
    if isinstance(read, dict) and isinstance(read.get("features"), list):
        features = read["features"]
        read["features"] = [f for f in features if not (isinstance(f, dict) and f.get("geometry", 0) is None)]
    try:
        return shapely.from_geojson(json.dumps(read))
    except shapely.GEOSException as fault:
        raise ValueError(f"not sound GeoJSON: {str(fault).partition(':')[2].strip() or fault}") from fault


def _refuse_projection(content: bytes) -> None:
    """Old GeoJSON names its projection; anything but WGS 84 degrees would be read wrongly."""
    named = _CRS.search(content, 0, 4096) or _CRS.search(content, max(0, len(content) - 4096))
    if named:
        name = named.group(1).decode("utf-8", "replace")
        if not _DEGREES.search(name):
            raise ValueError(f"is in {name}, not in degrees; convert it to EPSG:4326")


def _sound(drawn: Any, box: Box, where: str) -> Any:
    import numpy as np
    import shapely

    parts = shapely.get_parts(drawn)
    while (kinds := shapely.get_type_id(parts)).size and kinds.max() > 3:  # a collection of collections
        parts = shapely.get_parts(parts)
    parts = parts[(kinds == 3) & ~shapely.is_empty(parts)]
    degrees = shapely.get_coordinates(parts)
    if not len(degrees):
        raise ValueError("holds no polygon")
    _refuse_unfit(degrees, box, where)
    parts = shapely.set_coordinates(parts, np.round(degrees, DECIMALS))
    whole = shapely.multipolygons(parts)
    return whole if shapely.is_valid(whole) else _mended(parts)


def _mended(parts: Any) -> Any:
    """Polygons that overlap or cross themselves as one outline."""
    import shapely

    parts = shapely.get_parts(shapely.make_valid(parts))
    whole = shapely.union_all(parts[shapely.get_dimensions(parts) == 2])
    if shapely.is_empty(whole):
        raise ValueError("holds no polygon: all are thinner than 1e-6 degree")
    return whole


def _refuse_unfit(degrees: Any, box: Box, where: str) -> None:
    """Raises ValueError for too many points, and for those outside the box: swapped, projected or elsewhere."""
    import numpy as np

    if len(degrees) > MOST_VERTICES:
        raise ValueError(f"{len(degrees):,} vertices; at most {MOST_VERTICES:,} are read: simplify it")
    if not np.isfinite(degrees).all():
        raise ValueError("holds coordinates that are no numbers")
    (west, south), (east, north) = ((float(f(c)) for c in degrees.T) for f in (np.min, np.max))
    if _within(west, east, south, north, box):
        return
    lies = f"lies at {west:.1f} {south:.1f} to {east:.1f} {north:.1f}"
    if not _within(west, east, south, north, _WORLD):
        raise ValueError(f"{lies}, not in degrees: convert it to EPSG:4326")
    if _within(south, north, west, east, box):
        raise ValueError(f"{lies}: latitude and longitude are swapped; GeoJSON puts longitude first")
    raise ValueError(f"{lies}, not in {where}")


def _within(west: float, east: float, south: float, north: float, box: Box) -> bool:
    (least_x, most_x), (least_y, most_y) = box
    return bool(least_x <= west and east <= most_x and least_y <= south and north <= most_y)

"""DeepState's daily snapshots of the occupied territory, one GeoJSON file a day, to polygons in whole microdegrees."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.sources.description import Description, describe
from dateline.sources.documents import read_json, unknown_keys
from dateline.sources.intake import BY_FAR, Skipped, SourceError, plausible

_NAME = re.compile(r"deepstatemap_data_(\d{4})(\d{2})(\d{2})\.geojson$")
#: Decimals kept of a degree. On most days half of the published vertices carry more, on some none do: without
#: rounding, two drawings of one border differ by slivers that look like movement.
DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The territory on one day: `outline` is a shapely polygon or multipolygon in degrees (longitude, latitude),
    rounded, valid, without overlapping parts. `sha256` is of the file's bytes."""

    day: date
    name: str
    sha256: str
    outline: Any


def files(folder: Path) -> list[tuple[date, Path]]:
    """The snapshot files of a folder by day. Raises SourceError where there are none, or one is named after no day."""
    found: list[tuple[date, Path]] = []
    if folder.is_dir():
        for path in folder.iterdir():
            named = _NAME.search(path.name)
            if named:
                found.append((_day(path, [int(part) for part in named.groups()]), path))
    if not found:
        description = describe("deepstate")
        raise SourceError(f"{folder}: no {description.files[0]} in it; get them from {description.address}")
    if len(found) > BY_FAR * describe("deepstate").rows[1]:
        raise SourceError(
            f"{folder}: {len(found):,} maps, more than {BY_FAR} times what is expected; is it one folder?"
        )
    return sorted(found)


def notices(folder: Path) -> list[str]:
    """What differs from the description: a number of maps out of the expected range, keys of the newest map that
    nobody knows. A map that cannot be read is `read`'s to name."""
    description = describe("deepstate")
    found = files(folder)
    low, high = description.rows
    said = [] if low <= len(found) <= high else [f"{folder.name}: {len(found):,} maps, expected {low:,} to {high:,}"]
    newest = found[-1][1]
    try:
        content = read_json(newest, description)
    except SourceError:
        return said
    return said + unknown_keys(newest, _objects(content), description)


def _objects(content: Any) -> Iterator[dict[str, Any]]:
    """The collection, its features and their geometries; what properties hold is the publisher's own."""
    if isinstance(content, dict):
        yield content
        features = content.get("features")
        for part in (*(features if isinstance(features, list) else ()), content.get("geometry")):
            yield from _objects(part)


def _day(path: Path, parts: list[int]) -> date:
    try:
        return date(*parts)
    except ValueError as fault:
        raise SourceError(f"{path}: the name holds no day of the calendar; rename the file or delete it") from fault


def read(folder: Path) -> Iterator[Snapshot | tuple[date, Skipped]]:
    """Each day's snapshot in order of time; for a file that cannot be used its day and the reason."""
    description = describe("deepstate")
    for day, path in files(folder):
        try:
            yield snapshot(day, path, description)
        except ValueError as fault:
            yield day, Skipped(path.name, str(fault))


def snapshot(day: date, path: Path, description: Description) -> Snapshot:
    """One file. Raises ValueError, in words for the reader, where it is truncated, empty or misplaced."""
    import numpy as np
    import shapely

    plausible(day, description)
    if path.stat().st_size > description.megabytes * 1_000_000:
        raise ValueError(f"larger than {description.megabytes} MB, which no day's map is")
    content = path.read_bytes()
    try:
        drawn = shapely.from_geojson(content)
    except shapely.GEOSException as fault:
        raise ValueError("not whole GeoJSON: the file is truncated or damaged") from fault
    rounded = shapely.transform(drawn, lambda degrees: np.round(degrees, DECIMALS))
    parts = shapely.get_parts(shapely.make_valid(shapely.get_parts(rounded)))
    outline = shapely.union_all(parts[shapely.get_dimensions(parts) == 2])
    if shapely.is_empty(outline):
        raise ValueError("holds no polygon")
    west, south, east, north = shapely.bounds(outline)
    (least_x, most_x), (least_y, most_y) = description.ranges["longitude"], description.ranges["latitude"]
    if not (least_x <= west and east <= most_x and least_y <= south and north <= most_y):
        raise ValueError(f"lies at {west:.1f} {south:.1f} to {east:.1f} {north:.1f}, not in degrees or not in Ukraine")
    return Snapshot(day, path.name, hashlib.sha256(content).hexdigest(), outline)

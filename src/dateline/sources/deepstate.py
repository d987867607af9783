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
from dateline.sources.plain_geojson import Texts
from dateline.sources.polygons import DECIMALS, outline

_NAME = re.compile(r"deepstatemap_data_(\d{8})\.geojson$")


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
                found.append((_day(path, named[1]), path))
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


def _day(path: Path, digits: str) -> date:
    try:
        return date.fromisoformat(digits)
    except ValueError as fault:
        raise SourceError(f"{path}: the name holds no day of the calendar; rename the file or delete it") from fault


def read(folder: Path, strict: bool = False) -> Iterator[Snapshot | tuple[date, Skipped]]:
    """Each day's snapshot in order of time; for a file that cannot be used its day and the reason. Of several files of
    one day the first that can be used counts. Raises SourceError for the first such file where `strict`."""
    description = describe("deepstate")
    last: Snapshot | None = None
    texts = Texts(DECIMALS)
    for day, path in files(folder):
        try:
            read = snapshot(day, path, description, texts)
            if last is not None and last.day == day:
                raise ValueError(_again(last, read))
        except (ValueError, OSError) as fault:
            why = fault.strerror or str(fault) if isinstance(fault, OSError) else str(fault)
            if strict:
                raise SourceError(f"{path}: {why}") from fault
            yield day, Skipped(path.name, why)
        else:
            last = read
            yield read


def snapshot(day: date, path: Path, description: Description, texts: Texts | None = None) -> Snapshot:
    """One file; `texts` makes the next ones faster. Raises ValueError, in words for the reader, where it is truncated,
    empty or misplaced."""
    plausible(day, description)
    if path.stat().st_size > description.megabytes * 1_000_000:
        raise ValueError(f"larger than {description.megabytes} MB, which no day's map is")
    content = path.read_bytes()
    box = (description.ranges["longitude"], description.ranges["latitude"])
    return Snapshot(day, path.name, hashlib.sha256(content).hexdigest(), outline(content, box, "Ukraine", texts))


def _again(first: Snapshot, second: Snapshot) -> str:
    import shapely

    if shapely.equals(first.outline, second.outline):
        return f"a second file for {first.day}, with the map of {first.name}"
    return f"a second file for {first.day} that disagrees with {first.name}, which is kept"

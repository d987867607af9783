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
from dateline.sources.intake import Skipped, SourceError
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
    """The snapshot files of a folder by day. Raises SourceError where there are none."""
    found: list[tuple[date, Path]] = []
    if folder.is_dir():
        for path in folder.iterdir():
            day = _day(path.name)
            if day is not None:
                found.append((day, path))
    if not found:
        description = describe("deepstate")
        raise SourceError(f"{folder}: no {description.files[0]} in it; get them from {description.address}")
    return sorted(found)


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
    content = path.read_bytes()
    box = (description.ranges["longitude"], description.ranges["latitude"])
    return Snapshot(day, path.name, hashlib.sha256(content).hexdigest(), outline(content, box, "Ukraine", texts))


def _day(name: str) -> date | None:
    named = _NAME.search(name)
    if named is None:
        return None
    try:
        return date.fromisoformat(named.group(1))
    except ValueError:
        return None


def _again(first: Snapshot, second: Snapshot) -> str:
    import shapely

    if shapely.equals(first.outline, second.outline):
        return f"a second file for {first.day}, with the map of {first.name}"
    return f"a second file for {first.day} that disagrees with {first.name}, which is kept"

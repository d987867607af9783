"""A theatre's regions as small paths: for a map beside a figure, where a vertex in ten is enough and no library of
geometry need be loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, radians, sin, sqrt
from pathlib import Path

#: Steps of the grid to the width of the map. Neighbours fall on the same points of it, so that no gap opens between.
STEPS = 140
_TALLEST = 100
#: Steps squared below which an island is left out; a region's largest part is always drawn.
_LEAST = 3.0

Point = tuple[float, float]
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outlines:
    """`paths` is the `d` of each region by id, and `middles` a point for its label, both in steps of the grid; `high`
    is the height in steps."""

    paths: dict[str, str]
    middles: dict[str, Point]
    high: int


@lru_cache(maxsize=8)
def outlines(path: Path) -> Outlines | None:
    """The regions in a GeoJSON file with the property `id`, in an equal-area projection about their middle; None where
    there is no such file."""
    if not path.exists():
        return None
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    rings = {f["properties"]["id"]: list(_rings(f["geometry"])) for f in features}
    lons, lats = zip(*(point for drawn in rings.values() for ring in drawn for point in ring), strict=True)
    middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    planes = {
        code: [[_plane(lon, lat, *middle) for lon, lat in ring] for ring in drawn] for code, drawn in rings.items()
    }
    xs, ys = zip(*(point for drawn in planes.values() for ring in drawn for point in ring), strict=True)
    step = max((max(xs) - min(xs)) / (STEPS - 2), (max(ys) - min(ys)) / (_TALLEST - 2))
    left, high = (min(xs) + max(xs)) / 2 - step * STEPS / 2, round((max(ys) - min(ys)) / step) + 2
    top = max(ys) + step
    paths, middles = {}, {}
    for code, drawn in planes.items():
        cells = [_thinned([(round((x - left) / step), round((top - y) / step)) for x, y in ring]) for ring in drawn]
        largest = max(cells, key=lambda ring: abs(_area(ring)))
        paths[code] = "".join(_path(ring) for ring in cells if ring is largest or abs(_area(ring)) >= _LEAST)
        middles[code] = _middle(largest)
    return Outlines(paths, middles, high)


def _rings(geometry: dict[str, object]) -> Iterator[Sequence[Point]]:
    coordinates = geometry["coordinates"]
    for polygon in coordinates if geometry["type"] == "MultiPolygon" else [coordinates]:  # type: ignore[attr-defined]
        yield from polygon


def _plane(lon: float, lat: float, lon_0: float, lat_0: float) -> Point:
    """Lambert azimuthal equal-area on a sphere of radius 1 (Snyder 1987, 24-2 to 24-4)."""
    phi, phi_0, turn = radians(lat), radians(lat_0), radians(lon - lon_0)
    k = sqrt(2 / (1 + sin(phi_0) * sin(phi) + cos(phi_0) * cos(phi) * cos(turn)))
    return k * cos(phi) * sin(turn), k * (cos(phi_0) * sin(phi) - sin(phi_0) * cos(phi) * cos(turn))


def _thinned(ring: Sequence[Cell]) -> list[Cell]:
    """The ring, open, without points that repeat or lie on the way from the one before to the next."""
    kept: list[Cell] = []
    for cell in ring:
        if kept and cell == kept[-1]:
            continue
        while len(kept) > 1 and _turn(kept[-2], kept[-1], cell) == 0:
            kept.pop()
        kept.append(cell)
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept


def _turn(one: Cell, two: Cell, three: Cell) -> int:
    return (two[0] - one[0]) * (three[1] - two[1]) - (two[1] - one[1]) * (three[0] - two[0])


def _area(ring: Sequence[Cell]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True)) / 2


def _middle(ring: Sequence[Cell]) -> Point:
    """The centre of gravity; of a ring without area the middle of its points."""
    area = _area(ring)
    if not area:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    x = y = 0.0
    for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / (6 * area), y / (6 * area)


def _path(ring: Sequence[Cell]) -> str:
    moved: list[str] = []
    last = "l"
    for (x0, y0), (x1, y1) in pairwise(ring):
        dx, dy = x1 - x0, y1 - y0
        kind = "v" if not dx else "h" if not dy else "l"
        told = f"{dx or dy}" if kind != "l" else f"{dx}{dy}" if dy < 0 else f"{dx} {dy}"
        space = " " if kind == last and moved and told[0] != "-" else ""
        moved.append((kind if kind != last or not moved else space) + told)
        last = kind
    return f"M{ring[0][0]} {ring[0][1]}{''.join(moved) or 'h1v1'}z"

"""A front line of our own making, in the publisher's format: for tests, and for measuring where no map may be used.

    python benchmarks/toy_front.py FOLDER [--days 60]

Nothing in it was drawn after a real front: a strip between two parallels is held up to a wavy line, which moves in some
places on some days, mostly outwards. A detached patch comes and goes, and a hole stays.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

FIRST = date(2031, 3, 1)
SOUTH, NORTH, EAST = 46.9, 49.4, 39.4
STEP = 0.008
Ring = list[list[float]]


def days(number: int, seed: int = 7) -> Iterator[tuple[date, list[list[Ring]]]]:
    """So many days, each with its polygons: rings in degrees, the outer one first."""
    chance = random.Random(seed)
    rows = [round(SOUTH + n * STEP, 6) for n in range(round((NORTH - SOUTH) / STEP) + 1)]
    line = [37.2 + 0.35 * math.sin(4 * lat) + 0.1 * math.sin(17 * lat) for lat in rows]
    for n in range(number):
        for _ in range(chance.choice((0, 1, 1, 2))):
            at, wide = chance.randrange(len(rows)), chance.randrange(4, 24)
            push = chance.choice((-1, -1, -1, 1)) * chance.uniform(0.004, 0.03)
            for i in range(max(0, at - wide), min(len(rows), at + wide)):
                line[i] += push * (1 - abs(i - at) / wide)
        yield FIRST + timedelta(days=n), _polygons(rows, line, patch=n % 9 > 4)


def _polygons(rows: list[float], line: list[float], patch: bool) -> list[list[Ring]]:
    west = [[round(lon, 6), lat] for lon, lat in zip(line, rows, strict=True)]
    east = [[EAST, lat] for lat in reversed(rows)]
    outer = [*reversed(west), *reversed(east)]
    main = [[*outer, outer[0]], _square(38.6, 48.0, 0.06)[::-1]]
    return [main, [_square(35.2, 47.9, 0.05)]] if patch else [main]


def _square(lon: float, lat: float, half: float) -> Ring:
    corners = ((-half, -half), (half, -half), (half, half), (-half, half), (-half, -half))
    return [[round(lon + x, 6), round(lat + y, 6)] for x, y in corners]


def write(folder: Path, number: int, seed: int = 7) -> list[date]:
    """Writes a file a day; gives the days."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for day, polygons in days(number, seed):
        geometry = {"type": "MultiPolygon", "coordinates": polygons}
        feature = {"type": "Feature", "properties": {}, "geometry": geometry}
        path = folder / f"deepstatemap_data_{day:%Y%m%d}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
        written.append(day)
    return written


def main() -> int:
    given = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    given.add_argument("folder", type=Path)
    given.add_argument("--days", type=int, default=60)
    options = given.parse_args()
    print(f"{len(write(options.folder, options.days))} maps in {options.folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

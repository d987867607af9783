"""Outlines drawn for these tests: boxes with short edges, as real borders have (a long edge bends when projected)."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import shapely

import dateline.theatres
from dateline.territory.regions import Regions, load

REGIONS: Regions = load(Path(dateline.theatres.__file__).parent / "ukraine" / "regions.json")
FIRST = date(2031, 1, 1)


def box(west: float, south: float, east: float, north: float) -> Any:
    """With a vertex at every hundredth of a degree, so that boxes side by side share their borders' vertices."""
    xs = np.arange(round(west * 100), round(east * 100) + 1) / 100
    ys = np.arange(round(south * 100), round(north * 100) + 1) / 100
    sides = [(xs, [south]), ([east], ys), (xs[::-1], [north]), ([west], ys[::-1])]
    return rounded(shapely.Polygon([(x, y) for across, up in sides for x in across for y in up]))


def rounded(outline: Any) -> Any:
    return shapely.transform(outline, lambda degrees: np.round(degrees, 6))


def daily(outlines: Sequence[Any], first: date = FIRST) -> list[tuple[date, Any]]:
    """The outlines as snapshots of days in a row."""
    return [(first + timedelta(days=n), outline) for n, outline in enumerate(outlines)]

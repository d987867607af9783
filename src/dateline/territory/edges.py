"""Outlines to directed edges: the held side is on the left of each, whatever way the publisher drew the ring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dateline.territory.vertices import PER_DEGREE, pack

#: Outlines taken together: enough to spare calls, few enough to stay in the processor's cache.
_TOGETHER = 32
#: Odd factors of the key of an edge; any would do. `Lives.check` would notice two edges with one key.
_LOW, _HIGH = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """The edges of one outline, arrays of one length. An edge joins the vertices `low` < `high` (packed) and runs from
    `low` to `high` where the last bit of `key` is set, else the other way; the other bits of `key` (uint64) are the
    edge's own.

    `twice_area` is twice the outline's area in square millionths of a degree, exactly.
    """

    key: Any
    low: Any
    high: Any
    twice_area: int


def edges_of(outlines: Iterable[Any]) -> Iterator[Edges]:
    """The edges of each valid polygon or multipolygon in degrees. Rings may be drawn either way, closed, with holes
    and touching points. An empty outline has no edges."""
    import numpy as np

    for some in _some(outlines):
        yield from _edges(np.array(some, dtype=object))


def _some(outlines: Iterable[Any]) -> Iterator[list[Any]]:
    together: list[Any] = []
    for outline in outlines:
        together.append(outline)
        if len(together) == _TOGETHER:
            yield together
            together = []
    if together:
        yield together


def _edges(outlines: Any) -> Iterator[Edges]:
    import numpy as np
    import shapely

    parts, outline_of_part = shapely.get_parts(outlines, return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    counts = shapely.get_num_coordinates(rings)
    whole = np.rint(shapely.get_coordinates(rings) * PER_DEGREE).astype(np.int64)
    stops = np.cumsum(counts)
    inside = np.ones(len(whole), dtype=bool)
    inside[stops - 1] = False  # from the end of one ring to the start of the next is no edge
    inside = inside[:-1]
    areas = _twice_areas(whole, inside, stops - counts)
    holes = np.zeros(len(rings), dtype=bool)
    holes[1:] = part_of_ring[1:] == part_of_ring[:-1]
    backwards = np.repeat((areas < 0) != holes, counts - 1)
    key, low, high = _keyed(pack(whole), inside, backwards)
    outline_of_ring = outline_of_part[part_of_ring]
    number = np.bincount(outline_of_ring, counts - 1, len(outlines)).astype(np.int64)
    points = low == high  # both ends round to one vertex
    if points.any():
        number -= np.bincount(np.repeat(outline_of_ring, counts - 1)[points], minlength=len(outlines))
        key, low, high = key[~points], low[~points], high[~points]
    signed = np.where(holes, -np.abs(areas), np.abs(areas))
    twice = np.zeros(len(outlines), dtype=np.int64)
    np.add.at(twice, outline_of_ring, signed)
    for (first, stop), area in zip(pairwise(np.concatenate([[0], np.cumsum(number)])), twice, strict=True):
        one = slice(first, stop)
        yield Edges(key[one], low[one], high[one], int(area))


def _twice_areas(whole: Any, inside: Any, starts: Any) -> Any:
    """Twice the signed area of each ring. Integers that overflow on the way come back: the sum itself fits."""
    import numpy as np

    x, y = whole[:, 0], whole[:, 1]
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    cross[~inside] = 0
    return np.add.reduceat(np.append(cross, 0), starts) if len(starts) else np.zeros(0, dtype=np.int64)


def _keyed(packed: Any, inside: Any, backwards: Any) -> tuple[Any, Any, Any]:
    """The key, the low and the high vertex of each edge of all rings, in the order drawn."""
    import numpy as np

    start, end = packed[:-1][inside], packed[1:][inside]
    low, high = np.minimum(start, end), np.maximum(start, end)
    key = low * np.uint64(_LOW) + high * np.uint64(_HIGH)
    key &= ~np.uint64(1)
    key |= (start < end) ^ backwards
    return key, low, high

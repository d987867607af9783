"""How often closed rings of directed edges wind around points: 1 inside an outline, 0 outside, for a difference of two
outlines 1 where ground was gained and -1 where it was lost."""

from __future__ import annotations

from typing import Any

#: Pairs of a point and an edge weighed at once; bounds the memory.
_AT_ONCE = 200_000


def crossings(points: Any, starts: Any, ends: Any) -> tuple[Any, Any, Any]:
    """The edges that a ray from each point towards greater x crosses: arrays of the point's number, the edge's number
    and 1 where the edge runs upwards (its left side holds the point), -1 where it runs downwards.

    Arrays of shape (n, 2), in any units; a point lies on no edge. The winding number of a point is the sum of its.
    """
    import numpy as np

    order = np.argsort(points[:, 1])
    heights = points[order, 1]
    lower, upper = np.minimum(starts[:, 1], ends[:, 1]), np.maximum(starts[:, 1], ends[:, 1])
    first, stop = np.searchsorted(heights, lower, side="left"), np.searchsorted(heights, upper, side="left")
    number = stop - first  # points at heights in [lower, upper): a level edge meets none, a vertex counts once
    found: list[tuple[Any, Any, Any]] = []
    for some in _batches(number):
        edge = np.repeat(some, number[some])
        before = np.cumsum(number[some]) - number[some]
        nth = np.arange(len(edge)) - np.repeat(before, number[some])
        point = order[first[edge] + nth]
        found.append(_crossed(points, starts, ends, point, edge))
    point, edge, way = (np.concatenate(column) for column in zip(*found, strict=True))
    return point, edge, way


def winding_numbers(points: Any, starts: Any, ends: Any) -> Any:
    """The winding number of all the edges around each point (int64)."""
    import numpy as np

    point, _, way = crossings(points, starts, ends)
    return np.bincount(point, way, len(points)).astype(np.int64)


def _crossed(points: Any, starts: Any, ends: Any, point: Any, edge: Any) -> tuple[Any, Any, Any]:
    import numpy as np

    (x, y), (x1, y1), (x2, y2) = points[point].T, starts[edge].T, ends[edge].T
    upwards = y2 > y1
    left = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)  # positive where the point lies left of the edge
    hit = (left > 0) == upwards
    return point[hit], edge[hit], np.where(upwards[hit], 1, -1)


def _batches(number: Any) -> list[Any]:
    """The edges' numbers in stretches of at most `_AT_ONCE` pairs, or one edge."""
    import numpy as np

    total = np.cumsum(number)
    cuts = np.searchsorted(total, np.arange(_AT_ONCE, total[-1] if len(total) else 0, _AT_ONCE))
    return list(np.split(np.arange(len(number)), cuts))

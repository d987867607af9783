"""Directed edges joined end to end into as few lines as there are places where more than two meet."""

from __future__ import annotations

from typing import Any


def chains(start: Any, end: Any) -> tuple[Any, Any]:
    """Edges as lines. `start` and `end` are arrays of vertices (uint64 or integers) of edges that form closed rings, so
    that as many end at a vertex as start there.

    Gives the edges' numbers in order along the lines, and where each line begins in that order. A line runs on through
    vertices where one edge ends and one starts, and stops elsewhere; a ring without such a stop is one line.
    """
    import numpy as np

    by_start = np.argsort(start, kind="stable")
    sorted_starts = start[by_start]
    first = np.searchsorted(sorted_starts, end, side="left")
    single = np.searchsorted(sorted_starts, end, side="right") - first == 1
    after = np.where(single, by_start[np.minimum(first, len(start) - 1)], -1).tolist()
    begins = np.ones(len(start), dtype=bool)
    begins[[number for number in after if number >= 0]] = False
    return _walk(after, np.flatnonzero(begins).tolist())


def _walk(after: list[int], begins: list[int]) -> tuple[Any, Any]:
    import numpy as np

    seen = bytearray(len(after))
    order: list[int] = []
    starts: list[int] = []
    for begin in [*begins, *range(len(after))]:  # what the beginnings do not reach are whole rings
        if seen[begin]:
            continue
        starts.append(len(order))
        at = begin
        while at >= 0 and not seen[at]:
            seen[at] = 1
            order.append(at)
            at = after[at]
    return np.array(order, dtype=np.int64), np.array(starts, dtype=np.int64)


def lines(starts: Any, ends: Any, order: Any, begins: Any) -> Any:
    """The chains as shapely lines: `starts` and `ends` are the edges' coordinates, of shape (n, 2)."""
    import numpy as np
    import shapely

    line = np.zeros(len(order), dtype=np.int64)
    line[begins[1:]] = 1
    line = np.cumsum(line)
    lasts = np.append(begins[1:], len(order)) - 1
    coordinates = np.insert(starts[order], lasts + 1, ends[order[lasts]], axis=0)
    return shapely.linestrings(coordinates, indices=np.insert(line, lasts + 1, line[lasts]))

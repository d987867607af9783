"""What differs between two outlines, as faces: the edges of the one and the reversed edges of the other that do not
cancel, cut where they cross, and the winding number in each face.

Edges are straight in the plane of the theatre's equal-area projection, so that pieces add up to the whole however it is
cut. Many differences are worked out together: each is laid on one long sheet above the one before, so that the cutting,
which costs most when it is called often, is called once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dateline.territory.chains import chains, lines
from dateline.territory.vertices import PER_DEGREE, unpack
from dateline.territory.winding import winding_numbers

#: Free space between two differences on the sheet, in metres.
_GAP_M = 100.0


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """Arrays of one length: `shape` a polygon in metres, `winding` 1 for gained and -1 for lost, `step` the number of
    the difference that it belongs to."""

    shape: Any
    winding: Any
    step: Any

    def of(self, step: int) -> Faces:
        """Those of one difference."""
        own = self.step == step
        return Faces(self.shape[own], self.winding[own], self.step[own])


def faces(step: Any, start: Any, end: Any, to_metres: Callable[[Any], Any]) -> Faces:
    """The faces of differences. An edge from the packed vertex `start` to `end` belongs to the difference `step`
    (integers in rising order); edges to be taken off come reversed."""
    import numpy as np
    import shapely

    if not len(step):
        return Faces(np.empty(0, dtype=object), np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    distinct, vertex = np.unique(np.concatenate([start, end]), return_inverse=True)
    metres = to_metres(unpack(distinct) / PER_DEGREE)
    start, end = vertex[: len(step)], vertex[len(step) :]
    from_, to, shift, floor = _sheet(step, metres[start], metres[end])
    order, begins = chains(start + step * len(distinct), end + step * len(distinct))
    cut = polygons(lines(from_, to, order, begins))
    inner = shapely.get_coordinates(shapely.point_on_surface(cut))
    winding = winding_numbers(inner, from_, to)
    cut, inner, winding = cut[winding != 0], inner[winding != 0], winding[winding != 0]
    nth = np.searchsorted(floor, inner[:, 1], side="right") - 1
    coordinates, of = shapely.get_coordinates(cut, return_index=True)
    return Faces(shapely.set_coordinates(cut, coordinates - shift[nth][of]), winding, np.unique(step)[nth])


def polygons(drawn: Any) -> Any:
    """All bounded faces between lines that may cross, meet and end anywhere: an array of polygons."""
    import shapely

    together = shapely.multilinestrings(drawn)
    try:
        noded = shapely.node(together)
    except shapely.GEOSException:  # cutting moved a line across another again and again: the slow way snaps
        noded = shapely.union_all(drawn)
    return shapely.get_parts(shapely.polygonize([noded]))


def _sheet(step: Any, start: Any, end: Any) -> tuple[Any, Any, Any, Any]:
    """The ends of the edges on the sheet, by how much each difference was moved, and the height at which it begins."""
    import numpy as np

    firsts = np.flatnonzero(np.concatenate([[True], step[1:] != step[:-1]]))
    nth = np.repeat(np.arange(len(firsts)), np.diff(np.append(firsts, len(step))))
    low = np.minimum.reduceat(np.minimum(start, end), firsts)
    high = np.maximum.reduceat(np.maximum(start, end), firsts)
    height = high[:, 1] - low[:, 1] + _GAP_M
    floor = np.cumsum(height) - height
    shift = np.stack([-low[:, 0], floor - low[:, 1]], axis=-1)
    return start + shift[nth], end + shift[nth], shift, floor - _GAP_M / 2

"""The smallest pieces of ground that every snapshot holds wholly or not at all: with them any two days are compared by
looking up which pieces the one holds and the other does not."""

from __future__ import annotations

from typing import Any

from dateline.territory.faces import Faces, polygons
from dateline.territory.lives import Rows
from dateline.territory.projection import transform
from dateline.territory.regions import Regions
from dateline.territory.vertices import PER_DEGREE, unpack
from dateline.territory.winding import crossings


class Cells:
    """`shape` holds polygons in metres, `km2` their areas by region (columns as `Regions.columns`), and `inside`
    (cells x snapshots, bool) which snapshot holds which."""

    def __init__(self, rows: Rows, snapshots: int, regions: Regions) -> None:
        import shapely

        self.regions = regions
        to_metres = transform(regions.crs)
        low, high = (to_metres(unpack(packed) / PER_DEGREE) for packed in (rows.low, rows.high))
        shape, inner = _pieces(rows, low, high)
        inside = _inside(inner, rows, low, high, snapshots)
        ever = inside.any(axis=1)
        self.shape, self.inside = shape[ever], inside[ever]
        self.km2 = regions.split_each(self.shape, shapely.area(self.shape) / 1e6)

    def change(self, earlier: int, later: int) -> tuple[Any, Any]:
        """The km2 gained and lost by region between the two snapshots."""
        before, after = self.inside[:, earlier], self.inside[:, later]
        return self.km2[after & ~before].sum(axis=0), self.km2[before & ~after].sum(axis=0)

    def lost_between_all(self) -> Any:
        """A matrix of km2, [i, j] what snapshot i holds and j does not: lost from i to j and gained from j to i."""
        import numpy as np

        moved = ~self.inside.all(axis=1)
        roots = np.sqrt(self.km2[moved].sum(axis=1))
        weighed = self.inside[moved] * roots[:, None]
        both = weighed.T @ weighed
        return np.diag(both)[:, None] - both

    def add(self, step: Faces) -> None:
        """One more snapshot, which differs from the last by `step`: cells that a face cuts become two."""
        import numpy as np
        import shapely

        self.inside = np.concatenate([self.inside, self.inside[:, -1:]], axis=1)
        for sign in (1, -1):
            changed = step.shape[step.winding == sign]
            if len(changed):
                self._turn(shapely.union_all(changed), sign > 0)

    def _turn(self, ground: Any, held: bool) -> None:
        """In the last snapshot `ground` is held, or not."""
        import numpy as np
        import shapely

        near = np.flatnonzero(shapely.intersects(self.shape, ground))
        cells = self.shape[near]
        for within, state in ((False, None), (True, held)):
            cut = (shapely.intersection if within else shapely.difference)(cells, ground)
            self._put(cut, self.inside[near], state)
        if held:
            fresh = shapely.difference(ground, shapely.union_all(cells))
            self._put(np.array([fresh]), np.zeros((1, self.inside.shape[1]), dtype=bool), held)
        keep = np.ones(len(self.shape), dtype=bool)
        keep[near] = False
        self.shape, self.inside, self.km2 = self.shape[keep], self.inside[keep], self.km2[keep]

    def _put(self, shapes: Any, inside: Any, state: bool | None) -> None:
        """Pieces with the history `inside` at the end of the arrays, those without area left out."""
        import numpy as np
        import shapely

        some = shapely.area(shapes) > 0
        shapes, inside = shapes[some], inside[some].copy()
        if state is not None:
            inside[:, -1] = state
        self.shape = np.concatenate([self.shape, shapes])
        self.inside = np.concatenate([self.inside, inside])
        self.km2 = np.concatenate([self.km2, self.regions.split_each(shapes, shapely.area(shapes) / 1e6)])


def _pieces(rows: Rows, low: Any, high: Any) -> tuple[Any, Any]:
    """The faces of all edges ever drawn, and a point inside each."""
    import numpy as np
    import shapely

    _, first = np.unique(np.stack([rows.low, rows.high]), axis=1, return_index=True)
    cut = polygons(shapely.linestrings(np.stack([low[first], high[first]], axis=1)))
    return cut, shapely.get_coordinates(shapely.point_on_surface(cut))


def _inside(points: Any, rows: Rows, low: Any, high: Any, snapshots: int) -> Any:
    """Which points lie inside which snapshot: an edge turns the points beside it while it lives."""
    import numpy as np

    point, edge, way = crossings(points, low, high)
    way = way * rows.sign[edge]
    turned = np.zeros((len(points), snapshots + 1), dtype=np.int16)
    np.add.at(turned, (point, rows.born[edge]), way)
    np.subtract.at(turned, (point, np.minimum(rows.died[edge], snapshots)), way)
    return np.cumsum(turned[:, :snapshots], axis=1, dtype=np.int16) > 0

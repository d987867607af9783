"""First-level regions and what of a polygon lies in each. What no region covers is `unassigned`: it never vanishes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.territory.projection import ProjectionError, about, around, transform

#: The residue: waters, and strips between our simplified borders and the map-maker's.
UNASSIGNED = "unassigned"


@dataclass(frozen=True, slots=True, eq=False)
class Regions:
    """`ids` are ISO 3166-2, `outlines` an array of shapely geometries in degrees in the same order. `crs` is the
    equal-area projection in which the theatre is measured, and in which borders are straight between vertices."""

    ids: tuple[str, ...]
    outlines: Any
    crs: str
    _metres: Any = field(init=False)

    def __post_init__(self) -> None:
        """The outlines in metres, prepared for many questions."""
        import shapely

        metres = shapely.transform(self.outlines, transform(self.crs))
        shapely.prepare(metres)
        object.__setattr__(self, "_metres", metres)

    @property
    def columns(self) -> tuple[str, ...]:
        """The ids and the residue, as `split_each` orders them."""
        return (*self.ids, UNASSIGNED)

    def split(self, polygon: Any) -> dict[str, float]:
        """The km2 of a polygon in degrees in each region that it reaches, the residue among them; they add up to its
        area.

        Regions without any of it are left out. The residue may come out a hair below zero by rounding of sums.
        """
        import numpy as np
        import shapely

        metres = shapely.transform(np.array([polygon]), transform(self.crs))
        row = self.split_each(metres, shapely.area(metres) / 1e6)[0].tolist()
        *held, residue = row
        return {**{code: km2 for code, km2 in zip(self.ids, held, strict=True) if km2 > 0}, UNASSIGNED: residue}

    def split_each(self, metres: Any, total: Any) -> Any:
        """The km2 of many polygons, given in metres of `crs` with the area of each, by region: an array of shape
        (polygons, regions + 1), the last column the residue. Polygons inside one region are not cut."""
        import numpy as np
        import shapely

        split = np.zeros((len(metres), len(self.ids) + 1))
        which, region = shapely.STRtree(self._metres).query(metres)
        within = shapely.contains_properly(self._metres[region], metres[which])
        split[which[within], region[within]] = total[which[within]]
        which, region = which[~within], region[~within]
        cut = shapely.intersection(metres[which], self._metres[region])
        np.add.at(split, (which, region), shapely.area(cut) / 1e6)
        split[:, -1] = total - split.sum(axis=1)
        return split


def none(crs: str) -> Regions:
    """No regions at all: everything is residue."""
    import numpy as np

    return Regions((), np.empty(0, dtype=object), crs)


def load(path: Path) -> Regions:
    """Regions from a GeoJSON FeatureCollection with the property `id`, in order of id, in the plane about the point
    that the collection names as its `centre` (longitude and latitude), else about the middle of all of them. Raises
    ProjectionError for a centre that is none."""
    import numpy as np
    import shapely
    from shapely.geometry import shape

    collection: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    features: list[Mapping[str, Any]] = collection["features"]
    drawn = sorted(((f["properties"]["id"], shape(f["geometry"])) for f in features), key=lambda pair: str(pair[0]))
    outlines = np.array([outline for _, outline in drawn])
    centre = collection.get("centre")
    if centre is not None and not (isinstance(centre, list) and len(centre) == 2):
        raise ProjectionError(f"{path.name}: centre: {centre!r} is not a longitude and a latitude")
    crs = around(*shapely.total_bounds(outlines).tolist()) if centre is None else about(*centre)
    return Regions(tuple(str(code) for code, _ in drawn), outlines, crs)

"""First-level regions and what of a polygon lies in each. What no region covers is `unassigned`: it never vanishes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.territory.projection import area_km2

#: The residue: waters, and strips between our simplified borders and the map-maker's.
UNASSIGNED = "unassigned"


@dataclass(frozen=True, slots=True, eq=False)
class Regions:
    """`ids` are ISO 3166-2, `outlines` an array of shapely geometries in degrees in the same order."""

    ids: tuple[str, ...]
    outlines: Any

    def split(self, polygon: Any) -> dict[str, float]:
        """The km2 of a polygon in each region that it reaches, the residue among them; they add up to its area.

        Regions without any of it are left out. The residue may come out a hair below zero by rounding of sums.
        """
        import numpy as np
        import shapely

        reached = np.flatnonzero(shapely.intersects(self.outlines, polygon))
        areas = area_km2(shapely.intersection(self.outlines[reached], polygon))
        split = {self.ids[index]: float(area) for index, area in zip(reached, areas, strict=True) if area > 0}
        split[UNASSIGNED] = float(area_km2(polygon)) - sum(split.values())
        return split


def load(path: Path) -> Regions:
    """Regions from a GeoJSON FeatureCollection with the property `id`, in order of id."""
    import numpy as np
    import shapely
    from shapely.geometry import shape

    features: list[Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    drawn = sorted(((f["properties"]["id"], shape(f["geometry"])) for f in features), key=lambda pair: str(pair[0]))
    outlines = np.array([outline for _, outline in drawn])
    shapely.prepare(outlines)
    return Regions(tuple(str(code) for code, _ in drawn), outlines)

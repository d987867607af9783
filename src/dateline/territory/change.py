"""What was gained and lost between two outlines of control."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.territory.projection import UKRAINE, transform
from dateline.territory.regions import Regions

#: A part is an artefact of rounding where it is both smaller than this and thinner than `ARTEFACT_WIDTH_M`: vertices
#: rounded to 1e-6 degree move by up to 0.07 m each, so one border drawn with other vertices leaves slivers that thin.
ARTEFACT_KM2 = 1e-3
ARTEFACT_WIDTH_M = 0.2


@dataclass(frozen=True, slots=True)
class Change:
    """km2 by region id, "unassigned" among them; a region without change is absent."""

    gained: dict[str, float]
    lost: dict[str, float]

    @property
    def net_km2(self) -> float:
        return sum(self.gained.values()) - sum(self.lost.values())

    @property
    def still(self) -> bool:
        """Nothing moved: a quiet day, or one on which the map was not drawn. Polygons cannot tell them apart."""
        return not self.gained and not self.lost


def between(earlier: Any, later: Any, regions: Regions) -> Change:
    """The areas of `later` outside `earlier` and of `earlier` outside `later`, clipped to regions."""
    import shapely

    return Change(
        _by_region(without_artefacts(shapely.difference(later, earlier)), regions),
        _by_region(without_artefacts(shapely.difference(earlier, later)), regions),
    )


def without_artefacts(difference: Any) -> Any:
    """The polygons of a difference that are more than rounding, as one geometry (empty where none is)."""
    import shapely

    parts = shapely.get_parts(difference)
    parts = parts[shapely.get_dimensions(parts) == 2]
    return shapely.multipolygons(parts[~artefacts(shapely.transform(parts, transform(UKRAINE)))])


def artefacts(metres: Any) -> Any:
    """Which of an array of polygons in metres are no more than rounding."""
    import shapely

    area = shapely.area(metres)
    small = area < ARTEFACT_KM2 * 1e6
    return small & (2 * area < ARTEFACT_WIDTH_M * shapely.length(metres))


def _by_region(difference: Any, regions: Regions) -> dict[str, float]:
    if difference.is_empty:
        return {}
    return {region: area for region, area in regions.split(difference).items() if area > 0.0005}

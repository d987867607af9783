"""What was gained and lost in one step of a record, and which differences are no more than rounding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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


def artefacts(metres: Any) -> Any:
    """Which of an array of polygons in metres are no more than rounding."""
    import shapely

    area = shapely.area(metres)
    small = area < ARTEFACT_KM2 * 1e6
    return small & (2 * area < ARTEFACT_WIDTH_M * shapely.length(metres))

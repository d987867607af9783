"""Areas in the plane of the shipped theatre, for what is measured against them."""

from typing import Any

from dateline.territory import projection

CRS = projection.about(32, 48.5)


def area_km2(outlines: Any, crs: str = CRS) -> Any:
    return projection.area_km2(outlines, crs)

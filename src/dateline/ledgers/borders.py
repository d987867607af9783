"""Areas of first-level regions as their borders are drawn, from GeoJSON, on the ellipsoid to within 0.01 %."""

from __future__ import annotations

import json
from math import radians, sin
from pathlib import Path

#: Radius of the sphere with the surface of the WGS 84 ellipsoid (km).
_AUTHALIC_RADIUS_KM = 6371.00718
#: First terms of the series from geodetic to authalic latitude, which keeps areas equal (Snyder 1987, 3-18).
_AUTHALIC_TERMS = (0.00223921, 0.0000029)


def areas_km2(path: Path) -> dict[str, float]:
    """Area in km2 by the features' `id` property; empty where the file is absent."""
    if not path.exists():
        return {}
    found = json.loads(path.read_text(encoding="utf-8"))
    return {feature["properties"]["id"]: _area(feature["geometry"]) for feature in found["features"]}


def _area(geometry: dict[str, object]) -> float:
    rings = geometry["coordinates"]
    polygons = rings if geometry["type"] == "MultiPolygon" else [rings]
    total = 0.0
    for polygon in polygons:  # type: ignore[attr-defined]
        outer, *holes = [abs(_ring(ring)) for ring in polygon]
        total += outer - sum(holes)
    return total


def _ring(ring: list[list[float]]) -> float:
    """Area under the ring on the equal-area sphere; the sign is its direction."""
    total = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        total += radians(x2 - x1) * (2.0 + sin(_authalic(y1)) + sin(_authalic(y2)))
    return total * _AUTHALIC_RADIUS_KM**2 / 2.0


def _authalic(degrees: float) -> float:
    latitude = radians(degrees)
    return latitude - _AUTHALIC_TERMS[0] * sin(2 * latitude) + _AUTHALIC_TERMS[1] * sin(4 * latitude)

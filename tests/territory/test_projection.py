"""Areas are measured where areas are kept."""

import pytest
import shapely
from pyproj import Geod

from dateline.territory.projection import ProjectionError

from .plane import area_km2

BOX = shapely.segmentize(shapely.box(36.0, 47.0, 37.0, 48.0), 0.01)


def test_the_area_is_that_of_the_ellipsoid() -> None:
    geodesic = abs(Geod(ellps="WGS84").geometry_area_perimeter(BOX)[0]) / 1e6
    assert area_km2(BOX) == pytest.approx(geodesic, rel=3e-7)


def test_albers_agrees() -> None:
    albers = "+proj=aea +lat_1=46 +lat_2=51 +lat_0=48.5 +lon_0=32 +ellps=WGS84"
    assert area_km2(BOX, albers) == pytest.approx(area_km2(BOX), rel=1e-6)


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:32637"])
def test_a_projection_that_does_not_keep_areas_is_refused(crs: str) -> None:
    with pytest.raises(ProjectionError, match="equal-area"):
        area_km2(BOX, crs)

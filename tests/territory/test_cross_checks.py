"""The engine against other ways to the same figure: plain overlay, the geodesic, what was published at the time.

Small twins drawn here always run; the publishers' own maps where they are at hand.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from pyproj import Geod

from dateline.sources import deepstate
from dateline.sources.deepstate import Snapshot
from dateline.territory import edgefile
from dateline.territory.front import Front
from dateline.territory.projection import transform

from .drawing import REGIONS, box, daily
from .plane import CRS, area_km2

REAL = Path(__file__).parents[3] / "shared" / "data" / "deepstate"
real = pytest.mark.skipif(not REAL.is_dir(), reason="the publishers' files (../shared/data) are not here")

AREA_KM2, CHANGE_KM2, GEODESIC = 0.005, 0.025, 1e-5


def agrees_with_overlay(front: Front, snapshots: Sequence[tuple[date, shapely.Geometry]]) -> None:
    """Areas, and the gains and losses of the steps between neighbours."""
    metres = [(day, shapely.transform(outline, transform(CRS))) for day, outline in snapshots]
    for day, outline in metres:
        assert front.area(day) == pytest.approx(shapely.area(outline) / 1e6, abs=AREA_KM2)
    for (earlier, one), (later, two) in pairwise(metres):
        moved = front.change(earlier, later)
        assert moved.gained == pytest.approx(shapely.area(shapely.difference(two, one)) / 1e6, abs=CHANGE_KM2)
        assert moved.lost == pytest.approx(shapely.area(shapely.difference(one, two)) / 1e6, abs=CHANGE_KM2)
        if front.at(later) == front.at(earlier) + 1:  # one step: both samplings are one
            assert moved.gained_by_day == pytest.approx(moved.gained, abs=CHANGE_KM2)


def geodesic_km2(outline: shapely.Geometry) -> float:
    """On the ellipsoid; holes are taken off."""
    oriented = shapely.orient_polygons(outline)
    return sum(Geod(ellps="WGS84").geometry_area_perimeter(part)[0] for part in shapely.get_parts(oriented)) / 1e6


TWIN = daily(
    [
        box(37.2, 47.6, 37.8, 48.2),
        shapely.union_all([box(37.2, 47.6, 37.8, 48.2), box(37.77, 47.9, 38.13, 48.07)]),
        shapely.difference(box(37.2, 47.6, 37.9, 48.2), box(37.33, 47.71, 37.52, 47.86)),
        shapely.MultiPolygon([box(37.25, 47.6, 37.5, 48.3), box(37.6, 47.5, 37.9, 47.9)]),
    ]
)


def test_the_twin_agrees_with_overlay() -> None:
    agrees_with_overlay(Front.of(TWIN, REGIONS), TWIN)


def test_the_twin_agrees_with_the_geodesic() -> None:
    front = Front.of(TWIN, REGIONS)
    for day, outline in TWIN:
        assert front.area(day) == pytest.approx(geodesic_km2(outline), rel=GEODESIC)


@pytest.fixture(scope="module")
def snapshots() -> dict[date, shapely.Geometry]:
    """Every map from July 2025 to September 2025, one a week before and after, and the ends of months."""
    wanted = [
        (day, path)
        for day, path in deepstate.files(REAL)
        if (date(2025, 7, 1) <= day <= date(2025, 9, 2)) or day.day == 1 or day.toordinal() % 7 == 0
    ]
    read = [deepstate.snapshot(day, path, deepstate.describe("deepstate")) for day, path in wanted]
    return {snapshot.day: snapshot.outline for snapshot in read}


@pytest.fixture(scope="module")
def front(snapshots: dict[date, shapely.Geometry]) -> Front:
    return Front.of(snapshots.items(), REGIONS)


@real
def test_sampled_days_agree_with_overlay(front: Front, snapshots: dict[date, shapely.Geometry]) -> None:
    agrees_with_overlay(front, list(snapshots.items())[:90:2])
    agrees_with_overlay(front, [(d, o) for d, o in snapshots.items() if date(2025, 8, 1) <= d <= date(2025, 8, 20)])


@real
def test_sampled_days_agree_by_region(front: Front, snapshots: dict[date, shapely.Geometry]) -> None:
    for day in list(snapshots)[5::40]:
        split = REGIONS.split(snapshots[day])
        for region, km2 in front.by_region(day).items():
            assert km2 == pytest.approx(split[region], abs=AREA_KM2), (day, region)


@real
def test_sampled_days_agree_with_the_geodesic(front: Front, snapshots: dict[date, shapely.Geometry]) -> None:
    for day in list(snapshots)[::30]:
        assert front.area(day) == pytest.approx(geodesic_km2(snapshots[day]), rel=GEODESIC)
        assert front.area(day) == pytest.approx(area_km2(snapshots[day]), abs=1e-6)


@real
@pytest.mark.parametrize(
    ("start", "end", "published"),
    # Net change of a month as the map-maker published it. Its cut-off is another hour than the mirror's.
    [("2025-05-01", "2025-06-01", 449), ("2025-08-01", "2025-09-01", 464), ("2025-09-01", "2025-10-01", 259),
     ("2025-10-01", "2025-11-01", 267)],
)  # fmt: skip
def test_months_are_near_what_was_published(front: Front, start: str, end: str, published: float) -> None:
    moved = front.change(date.fromisoformat(start), date.fromisoformat(end))
    assert moved.net == pytest.approx(published, rel=0.04)


@real
def test_august_2025_loses_more_by_day_than_between_its_ends(front: Front) -> None:
    moved = front.change(date(2025, 8, 1), date(2025, 9, 1))
    assert moved.lost == pytest.approx(12.1, abs=0.3)
    assert moved.lost_by_day == pytest.approx(31.4, abs=0.4)


@real
def test_an_edge_file_draws_the_publishers_maps(
    front: Front, snapshots: dict[date, shapely.Geometry], tmp_path: Path
) -> None:
    from .test_edgefile import redrawn

    path = tmp_path / "front.edges.gz"
    assert edgefile.write(path, front.days, {"occupied": front.lives.rows()}, "") < 200_000
    rows = edgefile.read(path).layers["occupied"]
    for number in (0, 60, len(front.days) - 1):
        assert shapely.equals(redrawn(rows, number), snapshots[front.days[number]])


@real
def test_all_maps_can_be_read_but_the_truncated_one() -> None:
    paths = dict(deepstate.files(REAL))
    sample = [day for n, day in enumerate(sorted(paths)) if n % 50 == 0 or n > 765]
    read = {}
    for day in sample:
        try:
            read[day] = deepstate.snapshot(day, paths[day], deepstate.describe("deepstate"))
        except ValueError as fault:
            assert (day, "truncated" in str(fault)) == (date(2026, 8, 22), True)
    assert len(read) == len(sample) - 1
    assert all(isinstance(found, Snapshot) for found in read.values())

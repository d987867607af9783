"""Steps of a record: rounding is no movement, movement is never lost."""

import pytest
import shapely

from dateline.territory.change import artefacts
from dateline.territory.front import Front
from dateline.territory.history import measure
from dateline.territory.projection import transform

from .drawing import REGIONS, box, daily, rounded
from .plane import CRS, area_km2


def artefact(outline: shapely.Geometry) -> bool:
    return bool(artefacts(shapely.transform(outline, transform(CRS))))


def step(earlier: shapely.Geometry, later: shapely.Geometry) -> Front:
    return Front.of(daily([earlier, later]), REGIONS)


def test_a_sliver_of_rounding_is_no_movement() -> None:
    flat = shapely.box(37.2, 47.6, 37.21, 47.61)
    bent = shapely.Polygon([(37.2, 47.6), (37.205, 47.599999), (37.21, 47.6), (37.21, 47.61), (37.2, 47.61)])
    assert 0 < area_km2(shapely.difference(bent, flat)) < 1e-3
    front = step(flat, bent)
    assert front.measured.still.tolist() == [False, True]
    assert front.measured.step(1) == ({}, {})
    assert front.area(front.days[1]) == pytest.approx(area_km2(bent), abs=1e-9)  # what is held follows every vertex


def test_a_vertex_more_on_the_same_border_is_no_movement() -> None:
    base = box(37.2, 47.6, 37.8, 48.2)
    assert step(base, rounded(shapely.segmentize(base, 0.003))).measured.still.tolist() == [False, True]


def test_a_small_field_is_movement() -> None:
    field = shapely.box(38.0, 48.0, 38.0004, 48.0003)  # 30 m by 33 m: smaller than 0.001 km2, wider than any rounding
    assert area_km2(field) < 1e-3
    assert not artefact(field)


def test_a_long_thin_strip_of_real_area_is_movement() -> None:
    strip = shapely.box(37.0, 48.0, 38.0, 48.000002)
    assert area_km2(strip) > 1e-3
    assert not artefact(strip)


def test_the_way_back_gains_what_the_way_there_lost() -> None:
    base, moved = box(37.2, 47.6, 37.8, 48.2), box(37.5, 47.9, 38.1, 48.5)
    there, back = step(base, moved).measured.step(1), step(moved, base).measured.step(1)
    assert there[0] == pytest.approx(back[1])
    assert there[1] == pytest.approx(back[0])


def test_a_record_keeps_names_and_not_outlines() -> None:
    from dateline.sources.deepstate import Snapshot

    snapshots = [Snapshot(day, f"{day}.geojson", "0", outline) for day, outline in daily([box(37, 48, 38, 48.5)] * 2)]
    first, second = measure(snapshots, REGIONS)
    assert (first.change, second.since, second.name) == (None, first.day, "2031-01-02.geojson")
    assert second.change is not None and second.change.still

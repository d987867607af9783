"""Cells: any two days, and days added later."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.territory.front import Front
from dateline.territory.projection import transform

from .drawing import REGIONS, box, daily
from .plane import CRS, area_km2

OUTLINES = [
    box(37.2, 47.6, 37.8, 48.2),
    box(37.2, 47.6, 37.9, 48.2),
    shapely.union_all([box(37.2, 47.6, 37.5, 48.2), box(37.8, 47.6, 38.0, 47.8)]),
    shapely.difference(box(37.2, 47.6, 37.9, 48.3), box(37.4, 47.8, 37.5, 47.9)),
    shapely.MultiPolygon(),
    box(36.53, 47.4, 37.6, 48.4),
]


def overlay(earlier: shapely.Geometry, later: shapely.Geometry) -> float:
    """km2 of `later` outside `earlier`, by plain overlay in metres."""
    one, two = (shapely.transform(outline, transform(CRS)) for outline in (earlier, later))
    return float(shapely.area(shapely.difference(two, one))) / 1e6


def test_all_pairs_are_what_plain_overlay_gives() -> None:
    lost = Front.of(daily(OUTLINES), REGIONS).cells.lost_between_all()
    for i, one in enumerate(OUTLINES):
        for j, two in enumerate(OUTLINES):
            assert lost[i, j] == pytest.approx(overlay(two, one), abs=0.005), (i, j)


def test_a_pair_by_region_adds_up_to_the_matrix() -> None:
    cells = Front.of(daily(OUTLINES), REGIONS).cells
    gained, lost = cells.change(3, 5)
    matrix = cells.lost_between_all()
    assert gained.sum() == pytest.approx(matrix[5, 3])
    assert lost.sum() == pytest.approx(matrix[3, 5])
    assert (gained > 0.001).sum() > 1  # the boxes reach several regions


def test_no_cell_lies_outside_all_outlines_and_none_overlap() -> None:
    cells = Front.of(daily(OUTLINES), REGIONS).cells
    ever = shapely.union_all([shapely.transform(outline, transform(CRS)) for outline in OUTLINES])
    assert cells.km2.sum() == pytest.approx(shapely.area(ever) / 1e6, abs=0.005)


def test_a_day_added_gives_what_a_whole_build_gives() -> None:
    whole = Front.of(daily(OUTLINES), REGIONS)
    grown = Front.of(daily(OUTLINES[:2]), REGIONS)
    assert grown.cells.inside.shape[1] == 2
    for day, outline in daily(OUTLINES)[2:]:
        grown.append(day, outline)
    assert np.allclose(grown.cells.lost_between_all(), whole.cells.lost_between_all(), atol=0.002)
    for one, two in zip(grown.cells.change(1, 5), whole.cells.change(1, 5), strict=True):
        assert np.allclose(one, two, atol=0.002)


def test_areas_held_are_those_of_the_cells_inside() -> None:
    front = Front.of(daily(OUTLINES), REGIONS)
    held = front.cells.inside.T @ front.cells.km2
    assert np.allclose(held, front.measured.by_region, atol=1e-6)


boxes = st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(1, 5), st.integers(1, 5)).map(
    lambda b: box(37 + b[0] / 10, 47.5 + b[1] / 10, 37 + (b[0] + b[2]) / 10, 47.5 + (b[1] + b[3]) / 10)
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(boxes, max_size=3).map(shapely.union_all), min_size=2, max_size=5))
def test_any_history_agrees_with_overlay_and_with_itself(outlines: list[shapely.Geometry]) -> None:
    front = Front.of(daily(outlines), REGIONS)
    lost = front.cells.lost_between_all()
    assert lost[0, -1] == pytest.approx(overlay(outlines[-1], outlines[0]), abs=0.01)
    assert lost[-1, 0] == pytest.approx(overlay(outlines[0], outlines[-1]), abs=0.01)
    for day, outline in daily(outlines):
        assert front.area(day) == pytest.approx(area_km2(outline), abs=1e-6)

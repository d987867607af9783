"""Faces of a difference: the ground gained and lost, whole, whatever crosses or touches."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.territory.chains import chains
from dateline.territory.edges import edges_of
from dateline.territory.faces import Faces, faces
from dateline.territory.lives import Lives
from dateline.territory.projection import transform

from .drawing import box
from .plane import CRS, area_km2

TO_METRES = transform(CRS)


def between(*outlines: shapely.Geometry) -> Faces:
    """All steps of a record of these outlines."""
    lives = Lives()
    for edges in edges_of(outlines):
        lives.add(edges)
    return faces(*lives.rows().steps(1, len(outlines)), TO_METRES)


def km2(found: Faces, sign: int, step: int = 1) -> float:
    return float(shapely.area(found.of(step).shape[found.of(step).winding == sign]).sum()) / 1e6


BASE = box(37.2, 47.6, 37.8, 48.2)


def test_the_same_outline_has_no_faces() -> None:
    assert len(between(BASE, BASE).shape) == 0


def test_a_gain_and_a_loss_elsewhere_are_two_faces() -> None:
    found = between(BASE, box(37.3, 47.6, 37.9, 48.2))
    assert sorted(found.winding.tolist()) == [-1, 1]
    assert km2(found, 1) == pytest.approx(area_km2(box(37.8, 47.6, 37.9, 48.2)), rel=1e-5)
    assert km2(found, -1) == pytest.approx(area_km2(box(37.2, 47.6, 37.3, 48.2)), rel=1e-5)


def test_borders_that_cross_are_cut() -> None:
    found = between(BASE, box(37.5, 47.9, 38.1, 48.5))
    assert sorted(found.winding.tolist()) == [-1, 1]
    shared = area_km2(box(37.5, 47.9, 37.8, 48.2))
    assert km2(found, -1) == pytest.approx(area_km2(BASE) - shared, abs=0.02)


def test_a_pocket_gained_and_a_hole_lost_in_one_step() -> None:
    holed = shapely.difference(BASE, box(37.4, 47.8, 37.5, 47.9))
    pocket = shapely.MultiPolygon([*shapely.get_parts(BASE), box(38.0, 47.8, 38.1, 47.9)])
    found = between(holed, pocket)
    assert found.winding.tolist() == [1, 1]
    back = between(pocket, holed)
    assert back.winding.tolist() == [-1, -1]
    assert km2(back, -1) == pytest.approx(km2(found, 1))


def test_each_step_keeps_its_own_faces() -> None:
    found = between(BASE, box(37.2, 47.6, 37.8, 48.3), BASE, BASE, box(37.2, 47.6, 37.9, 48.2))
    assert dict(zip(found.step.tolist(), found.winding.tolist(), strict=True)) == {1: 1, 2: -1, 4: 1}
    assert km2(found, 1, 1) == pytest.approx(km2(found, -1, 2), rel=1e-9)


def test_faces_lie_where_the_ground_is() -> None:
    (face,) = between(BASE, box(37.2, 47.6, 37.9, 48.2)).shape
    inside, outside = shapely.points(TO_METRES(np.array([[37.85, 47.9], [37.7, 47.9]])))
    assert shapely.contains(face, inside)
    assert not shapely.contains(face, outside)


def test_a_way_out_where_cutting_does_not_settle(monkeypatch: pytest.MonkeyPatch) -> None:
    def unsettled(_: object) -> None:
        raise shapely.GEOSException("Iterated noding failed to converge")

    usual = between(BASE, box(37.5, 47.9, 38.1, 48.5))
    monkeypatch.setattr(shapely, "node", unsettled)
    assert km2(between(BASE, box(37.5, 47.9, 38.1, 48.5)), 1) == pytest.approx(km2(usual, 1), rel=1e-9)


boxes = st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(1, 5), st.integers(1, 5)).map(
    lambda b: box(37 + b[0] / 10, 47.5 + b[1] / 10, 37 + (b[0] + b[2]) / 10, 47.5 + (b[1] + b[3]) / 10)
)


@settings(max_examples=40, deadline=None)
@given(st.lists(boxes, min_size=1, max_size=4), st.lists(boxes, min_size=1, max_size=4))
def test_faces_are_what_plain_overlay_gives(before: list[shapely.Polygon], after: list[shapely.Polygon]) -> None:
    earlier, later = (shapely.union_all(some) for some in (before, after))
    found = between(earlier, later)
    one, two = (shapely.transform(outline, TO_METRES) for outline in (earlier, later))
    assert km2(found, 1) == pytest.approx(shapely.area(shapely.difference(two, one)) / 1e6, abs=0.005)
    assert km2(found, -1) == pytest.approx(shapely.area(shapely.difference(one, two)) / 1e6, abs=0.005)
    assert km2(found, 1) - km2(found, -1) == pytest.approx(area_km2(later) - area_km2(earlier), abs=1e-6)


def test_chains_run_through_plain_vertices_and_stop_where_more_meet() -> None:
    # Two triangles that share the vertex 0, and a ring of its own.
    start, end = np.array([0, 1, 2, 0, 3, 4, 5, 6, 7]), np.array([1, 2, 0, 3, 4, 0, 6, 7, 5])
    order, begins = chains(start, end)
    lengths = np.diff(np.append(begins, len(order))).tolist()
    assert sorted(lengths) == [3, 3, 3]
    assert sorted(order.tolist()) == list(range(9))
    for first, stop in zip(begins, [*begins[1:], len(order)], strict=True):
        line = order[first:stop]
        assert end[line[:-1]].tolist() == start[line[1:]].tolist()

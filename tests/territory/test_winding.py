"""Winding numbers against shapely's own answer."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from dateline.territory import winding
from dateline.territory.winding import winding_numbers


def ring(*corners: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
    points = np.array(corners, dtype=float)
    return points, np.roll(points, -1, axis=0)


SQUARE = ring((0, 0), (4, 0), (4, 4), (0, 4))


def test_inside_is_one_outside_is_nothing_and_backwards_is_less_than_nothing() -> None:
    points = np.array([[1.0, 1.0], [5.0, 1.0], [-1.0, 1.0], [1.0, 9.0], [1.5, 0.0 + 1e-9]])
    starts, ends = SQUARE
    assert winding_numbers(points, starts, ends).tolist() == [1, 0, 0, 0, 1]
    assert winding_numbers(points, ends, starts).tolist() == [-1, 0, 0, 0, -1]


def test_a_ray_through_a_vertex_counts_once() -> None:
    starts, ends = ring((0, 0), (4, 2), (0, 4))
    assert winding_numbers(np.array([[1.0, 2.0], [-1.0, 2.0]]), starts, ends).tolist() == [1, 0]


def test_a_figure_of_eight_has_a_side_of_each() -> None:
    starts, ends = ring((0, 0), (4, 4), (4, 0), (0, 4))
    assert sorted(winding_numbers(np.array([[0.5, 2.0], [3.5, 2.0]]), starts, ends).tolist()) == [-1, 1]


coordinate = st.integers(0, 40)


@given(
    st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=9, unique=True),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), min_size=1, max_size=20),
)
def test_it_agrees_with_shapely_on_simple_rings(corners: list[tuple[int, int]], at: list[tuple[int, int]]) -> None:
    polygon = shapely.Polygon(shapely.convex_hull(shapely.multipoints(corners)).buffer(0.1).exterior)
    starts = shapely.get_coordinates(polygon.exterior)[:-1]
    ends = np.roll(starts, -1, axis=0)
    points = np.array(at, dtype=float) + 0.317
    expected = shapely.contains(polygon, shapely.points(points))
    assert (winding_numbers(points, starts, ends) != 0).tolist() == expected.tolist()


def test_many_pairs_are_weighed_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(3)
    points = random.uniform(-1, 5, (200, 2))
    whole = winding_numbers(points, *SQUARE)
    monkeypatch.setattr(winding, "_AT_ONCE", 7)
    assert winding_numbers(points, *SQUARE).tolist() == whole.tolist()
    assert 0 < whole.sum() < 200

"""Outlines to edges: however a publisher draws the same ground, the same edges come out."""

import numpy as np
import shapely

from dateline.territory.edges import Edges, edges_of
from dateline.territory.vertices import PER_DEGREE, pack, unpack


def edges(*outlines: shapely.Geometry) -> list[Edges]:
    return list(edges_of(outlines))


def same(one: Edges, two: Edges) -> bool:
    return np.array_equal(np.sort(one.key), np.sort(two.key)) and one.twice_area == two.twice_area


SQUARE = [(37.0, 48.0), (37.1, 48.0), (37.1, 48.1), (37.0, 48.1)]
HOLE = [(37.02, 48.02), (37.04, 48.02), (37.04, 48.04), (37.02, 48.04)]


def test_vertices_survive_packing_at_the_ends_of_the_world() -> None:
    whole = np.array([[-180, -90], [180, 90], [0, 0], [-180, 90]], dtype=np.int64) * PER_DEGREE
    assert np.array_equal(unpack(pack(whole)), whole)
    assert len(set(pack(whole).tolist())) == 4


def test_either_way_round_and_any_first_vertex_are_the_same_edges() -> None:
    (drawn, turned, rolled) = edges(
        shapely.Polygon(SQUARE), shapely.Polygon(SQUARE[::-1]), shapely.Polygon(SQUARE[2:] + SQUARE[:2])
    )
    assert same(drawn, turned)
    assert same(drawn, rolled)
    assert drawn.twice_area == 2 * (PER_DEGREE // 10) ** 2


def test_more_decimals_are_the_same_edges() -> None:
    moved = [(x + 3e-8, y - 4e-8) for x, y in SQUARE]
    assert same(*edges(shapely.Polygon(SQUARE), shapely.Polygon(moved)))


def test_a_hole_is_taken_off_whichever_way_it_is_drawn() -> None:
    one, two, full = edges(
        shapely.Polygon(SQUARE, [HOLE]), shapely.Polygon(SQUARE, [HOLE[::-1]]), shapely.Polygon(SQUARE)
    )
    assert same(one, two)
    assert full.twice_area - one.twice_area == 2 * (PER_DEGREE // 50) ** 2
    assert len(one.key) == 8


def test_parts_that_touch_in_a_point_keep_all_edges() -> None:
    corner = shapely.MultiPolygon([shapely.box(37, 48, 37.1, 48.1), shapely.box(37.1, 48.1, 37.2, 48.2)])
    assert [len(found.key) for found in edges(corner)] == [8]


def test_a_border_that_two_parts_share_is_drawn_once_each_way() -> None:
    halves = shapely.MultiPolygon([shapely.box(37, 48, 37.1, 48.1), shapely.box(37.1, 48, 37.2, 48.1)])
    (found,) = edges(halves)
    assert [len(found.key), len(set((found.key >> np.uint64(1)).tolist()))] == [8, 7]
    assert found.twice_area == 2 * 200_000 * 100_000


def test_edges_and_rings_thinner_than_the_rounding_vanish() -> None:
    close = shapely.Polygon([(37.0, 48.0), (37.1, 48.0), (37.1, 48.1), (37.1 - 1e-8, 48.1), (37.0, 48.1)])
    sliver = shapely.Polygon([(38.0, 48.0), (38.1, 48.0), (38.05, 48.0 + 1e-8)])
    (whole, thin) = edges(close, sliver)
    assert same(whole, edges(shapely.Polygon(SQUARE))[0])
    assert thin.twice_area == 0


def test_nothing_held_has_no_edges() -> None:
    assert [len(found.key) for found in edges(shapely.MultiPolygon(), shapely.Polygon(SQUARE))] == [0, 4]
    assert [len(found.key) for found in edges(shapely.Polygon())] == [0]


def test_many_outlines_come_out_in_order() -> None:
    squares = [shapely.box(37, 48, 37 + n / 100, 48.1) for n in range(1, 80)]
    assert [found.twice_area for found in edges(*squares)] == [2 * n * 10_000 * 100_000 for n in range(1, 80)]

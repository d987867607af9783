"""Lives of edges: born once, dead once, born again; and books that balance to the last unit."""

import numpy as np
import pytest
import shapely

from dateline.territory.edges import Edges, edges_of
from dateline.territory.lives import OPEN, BalanceError, Lives

WEST, EAST = shapely.box(37, 48, 37.1, 48.1), shapely.box(37.2, 48, 37.3, 48.1)
BOTH = shapely.MultiPolygon([WEST, EAST])


def lives(*outlines: shapely.Geometry) -> Lives:
    kept = Lives()
    for edges in edges_of(outlines):
        kept.add(edges)
    return kept


def spans(kept: Lives) -> list[tuple[int, int]]:
    rows = kept.rows()
    return sorted(zip(rows.born.tolist(), rows.died.tolist(), strict=True))


def test_a_border_that_stays_is_one_row() -> None:
    assert spans(lives(WEST, WEST, WEST)) == [(0, OPEN)] * 4


def test_what_goes_and_comes_again_lives_twice() -> None:
    assert spans(lives(BOTH, WEST, WEST, BOTH)) == sorted([(0, OPEN)] * 4 + [(0, 1)] * 4 + [(3, OPEN)] * 4)


def test_a_day_without_ground_ends_all_lives() -> None:
    assert spans(lives(WEST, shapely.Polygon(), WEST)) == sorted([(0, 1)] * 4 + [(2, OPEN)] * 4)


def test_the_edges_of_a_day_and_of_a_difference() -> None:
    rows = lives(WEST, BOTH, EAST).rows()
    assert [len(rows.alive(n)[0]) for n in range(3)] == [4, 8, 4]
    assert len(rows.between(0, 2)[0]) == 8
    assert len(rows.between(1, 1)[0]) == 0
    step, _, _ = rows.steps(1, 3)
    assert step.tolist() == [1] * 4 + [2] * 4


def test_only_a_change_is_said_to_be_one() -> None:
    first, same, other = edges_of([WEST, WEST, EAST])
    kept = Lives()
    assert [kept.add(first), kept.add(same), kept.add(other)] == [True, False, True]


def test_two_edges_with_one_key_do_not_balance() -> None:
    first, second = edges_of([WEST, shapely.box(37, 48, 37.1, 48.2)])
    kept = Lives()
    kept.add(first)
    kept.add(Edges(first.key, second.low, second.high, second.twice_area))  # as if the keys had met by chance
    with pytest.raises(BalanceError, match="snapshot 1"):
        kept.check()


def test_books_balance_over_random_squares() -> None:
    random = np.random.default_rng(1)
    corners = random.integers(0, 9, (60, 2))
    lives(*(shapely.box(37 + x / 10, 48 + y / 10, 37 + x / 10 + 0.3, 48 + y / 10 + 0.2) for x, y in corners)).check()

"""Lives of edges: born once, dead once, born again; and books that balance to the last unit."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from dateline.territory.edges import Edges, edges_of
from dateline.territory.lives import OPEN, BalanceError, Lives, OverlapError

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


def test_a_border_that_two_parts_share_has_no_life_and_ground_held_twice_is_refused() -> None:
    halves = shapely.MultiPolygon([shapely.box(37, 48, 37.1, 48.1), shapely.box(37.1, 48, 37.2, 48.1)])
    assert len(lives(halves).rows()) == 6
    lives(WEST, halves, EAST, halves).check()
    with pytest.raises(OverlapError, match="overlap"):
        lives(WEST, shapely.MultiPolygon([EAST, EAST]))


def test_an_edge_that_only_turns_dies_and_is_born() -> None:
    frame = shapely.Polygon(shapely.box(36.9, 47.9, 37.2, 48.2).exterior, [WEST.exterior])
    kept = lives(WEST, frame, WEST)
    kept.check()
    assert spans(kept) == sorted([(0, 1)] * 4 + [(1, 2)] * 8 + [(2, OPEN)] * 4)


def drawn(*edges: tuple[int, bool]) -> Edges:
    """Edges by number and direction, their keys nearly all alike in the highest bits."""
    key = np.array([(n % 3 << 60) + 2 * n + 2 + forward for n, forward in edges], dtype=np.uint64)
    low = np.array([n for n, _ in edges], dtype=np.uint64)
    return Edges(key, low, low + 100, 0)


@given(st.lists(st.lists(st.tuples(st.integers(0, 12), st.booleans()), max_size=20, unique=True), max_size=8))
def test_lives_are_those_that_counting_gives(days: list[list[tuple[int, bool]]]) -> None:
    kept = Lives()
    expected: list[dict[int, bool]] = []  # an edge drawn once each way is not there
    for day in days:
        kept.add(drawn(*day))
        expected.append({n: forward for n, forward in day if (n, not forward) not in day})
    rows = kept.rows()
    for number, edges in enumerate(expected):
        start, end = rows.alive(number)
        found = {int(min(s, e)): bool(s < e) for s, e in zip(start, end, strict=True)}
        assert (len(start), found) == (len(edges), edges)
    lived = sum(n not in before or before[n] != way for before, now in zip([{}, *expected], expected, strict=False)
                for n, way in now.items())  # fmt: skip
    assert len(rows) == lived


def test_a_border_that_two_parts_share_stays_none_while_the_parts_move() -> None:
    left, right = shapely.box(37, 48, 37.1, 48.1), shapely.box(37.1, 48, 37.2, 48.1)
    wider = shapely.box(37.1, 48, 37.3, 48.1)
    kept = lives(shapely.MultiPolygon([left, right]), shapely.MultiPolygon([left, wider]), left)
    kept.check()
    assert [len(kept.rows().alive(n)[0]) for n in range(3)] == [6, 6, 4]


def test_a_snapshot_refused_leaves_the_record_as_it_was() -> None:
    kept = lives(BOTH)
    (twice,) = edges_of([shapely.MultiPolygon([EAST, EAST])])
    with pytest.raises(OverlapError, match="overlap"):
        kept.add(twice)
    (west,) = edges_of([WEST])
    kept.add(west)
    kept.check()
    assert spans(kept) == sorted([(0, OPEN)] * 4 + [(0, 1)] * 4)


def test_rings_that_begin_elsewhere_and_come_in_another_order_are_no_change() -> None:
    turned = shapely.MultiPolygon([shapely.Polygon(np.roll(np.array(EAST.exterior.coords[:-1]), 2, axis=0)), WEST])
    first, other = edges_of([BOTH, turned])
    kept = Lives()
    assert [kept.add(first), kept.add(other)] == [True, False]

"""Lives of edges: born once, dead once, born again; and books that balance to the last unit."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from dateline.territory import numbering as module
from dateline.territory.edges import Edges, OverlapError, edges_of
from dateline.territory.lives import OPEN, BalanceError, Lives
from dateline.territory.numbering import Numbering

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


@given(st.lists(st.lists(st.integers(0, 60), max_size=30), max_size=8))
def test_numbers_are_those_of_a_dictionary(batches: list[list[int]]) -> None:
    numbering, known = Numbering(), {}
    for batch in batches:
        # Highest bits alike, so that nearly all collide.
        keys = np.array([(n % 3 << 60) + n for n in batch], dtype=np.uint64)
        for key in np.unique(keys[[key not in known for key in keys.tolist()]] if len(keys) else keys).tolist():
            known[key] = len(known)
        assert numbering.of(keys).tolist() == [known[key] for key in keys.tolist()]
    assert numbering.count == len(known)


def test_numbers_stay_when_the_table_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FIRST_BITS", 3)
    numbering = Numbering()
    keys = np.random.default_rng(5).integers(0, 2**63, 20_000, dtype=np.uint64)
    first = numbering.of(keys[:5])
    assert sorted(numbering.of(keys).tolist()) == list(range(20_000))
    assert numbering.of(keys[:5]).tolist() == first.tolist()

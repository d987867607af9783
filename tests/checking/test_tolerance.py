from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.checking.tolerance import Admitted, admitted


@pytest.mark.parametrize(
    ("value", "unit", "low", "high"),
    [
        (14.0, "km2/day", 13.5, 14.5),
        (1200.0, "people", 1150.0, 1250.0),
        (400.0, "km2", 380.0, 420.0),
        (120.0, "drones", 115.0, 125.0),
        (367.0, "weapons", 366.5, 367.5),
        (19.0, "%", 18.5, 19.5),
        (0.04, "%", 0.035, 0.045),
        (20.0, "missiles", 19.5, 20.5),
        (2.0, "x", 1.8, 2.2),
        (14.0, "x", 13.5, 14.5),
    ],
)
def test_rounding(claim, value, unit, low, high):
    found = admitted(claim("level", "strikes.launched", value, unit=unit))
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("comparator", "inside", "outside"),
    [("gt", 201, 200), ("ge", 200, 199), ("lt", 199, 200), ("le", 200, 201), ("approx", 185, 179)],
)
def test_comparators(claim, comparator, inside, outside):
    found = admitted(claim("level", "casualties.killed", 200.0, comparator=comparator))
    assert found.holds(inside)
    assert not found.holds(outside)


def test_nearly_reaches_down_and_not_up(claim):
    found = admitted(claim("level", "strikes.launched", 300.0, comparator="approx", low=270.0, high=300.0))
    assert found.holds(293)
    assert not found.holds(301)


def test_vague_words_are_ranges(claim):
    found = admitted(claim("level", "strikes.launched", None, comparator="approx", low=200.0, high=999.0))
    assert found.holds(995)
    assert not found.holds(199)
    assert admitted(claim("level", "strikes.launched", None)) is None


def test_a_fall_of_more_than_so_much_is_lower(claim):
    found = admitted(claim("change", "territory.net_change", -18.0, unit="%", comparator="gt"))
    assert found.holds(-23)
    assert not found.holds(-10)


def test_fractions_in_words_are_looser_than_digits(claim):
    words = admitted(claim("share", "territory.held", 66.7, unit="%", quote="two-thirds"))
    digits = admitted(claim("share", "territory.held", 66.7, unit="%", quote="66.7 percent"))
    loose = admitted(claim("share", "strikes.intercepted", 90, unit="%", quote="nine in ten"))
    assert loose is not None and loose.holds(81.5) and not loose.holds(80.0)  # nobody counted to the unit
    assert words.holds(68.7)
    assert not digits.holds(68.7)


@given(st.floats(1, 1e6), st.sampled_from([0.01, 0.03, 0.05]))
def test_widening_never_narrows(value, share):
    exact = Admitted(value - 0.5, value + 0.5, "rounding")
    wide = exact.widened(share, value, "another map")
    assert wide.low <= exact.low
    assert wide.high >= exact.high


@given(st.floats(-1e5, 1e5), st.floats(0, 1e4), st.floats(-1e6, 1e6))
def test_distance_is_nought_exactly_inside(middle, half, value):
    found = Admitted(middle - half, middle + half, "")
    assert (found.distance(value) == 0.0) is found.holds(value) or found.distance(value) < 1e-6

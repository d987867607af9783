from __future__ import annotations

import pytest

from dateline.publishing.amounts import amount, between, number, ordinal, rounded


@pytest.mark.parametrize(
    ("value", "words"),
    [(13.899999, "13.9"), (404.31, "404.3"), (2526, "2,526"), (0.94, "0.94"), (-12.0, "−12"), (-0.001, "0"),
     (1e6, "1,000,000")],
)  # fmt: skip
def test_numbers_keep_the_decimals_that_mean_something(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (13.9, "km2/day", "13.9 km² a day"), (19, "%", "19%"), (2.9, "x", "2.9 times"), (1, "drones", "1 drone"),
        (1, "people", "1 person"), (2, "rank", "2nd"), (5000, "drones/month", "5,000 drones a month"), (7, None, "7"),
        (None, "km2", ""), (1, "km2", "1 km²"), (0.5, "points", "0.5 percentage points"),
    ],
)  # fmt: skip
def test_amounts_name_their_unit(value: float | None, unit: str | None, words: str) -> None:
    assert amount(value, unit).replace("\u00a0", " ") == words


def test_a_number_is_glued_to_its_unit() -> None:
    assert " " not in amount(13.9, "km2/day")


def test_ordinals_and_intervals() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 111, 1.5)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "111th", "1.5",
    ]  # fmt: skip
    assert between(13.5, 14.5, "km2").replace("\u00a0", " ") == "13.5 to 14.5 km²"
    assert between(200, None) == "200 or more"
    assert between(None, 3) == "up to 3"
    assert between(None, None) == "any value"


@pytest.mark.parametrize(
    ("value", "out"), [(13.899999999999999, 13.9), (367.0, 367), (None, None), (0.0000123, 0.000012), (-2.0004, -2)]
)
def test_values_for_machines_are_short(value: float | None, out: float | None) -> None:
    assert rounded(value) == out
    assert type(rounded(value)) is type(out)

"""Amounts keep their wording, and unknown is never zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.amounts import amount, count


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("363", 363, None, None),
        ("702.1", 702.1, None, None),
        ("116,165", 116165, None, None),
        ("-116", -116, None, None),
        ("~500", 500, None, None),
        ("3600+", 3600, 3600, None),
        ("12340+", 12340, 12340, None),
        ("500-550", 525, 500, 550),
        ("<=10", 10, None, 10),
    ],
)
def test_the_wording_is_read(text: str, value: float, low: float | None, high: float | None) -> None:
    found = amount(text)
    assert (found.value, found.low, found.high, found.original) == (value, low, high, text)


@pytest.mark.parametrize("text", ["", "about a lot", "500--550", "1.2.3", "n/a"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        amount(text)


def test_an_empty_cell_is_unknown_and_not_zero() -> None:
    assert count("") is None
    assert count("0.0") == 0


@pytest.mark.parametrize("text", ["1.5", "-3", "many"])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        count(text)


@given(st.integers(-200_000, 200_000))
def test_a_whole_number_reads_back(number: int) -> None:
    assert amount(str(number)).value == number

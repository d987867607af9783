"""Number words and digits."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extracting.amounts import numerals
from dateline.extracting.amounts.numerals import number

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WHOLE = st.integers(0, 999_999)


@pytest.mark.parametrize(
    ("text", "value"),
    [("third", 3), ("twenty-first", 21), ("thousandth", 1000), ("one-hundredth", 100), ("1,205th", 1205), ("11th", 11),
     ("hourly", None), ("", None)],
)  # fmt: skip
def test_ordinals(text: str, value: float | None) -> None:
    assert numerals.ordinal(text) == value


def spelt(n: int, joined: str = " and ") -> str:
    """`n` in words, as a style guide writes it."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100]} hundred" + (joined + spelt(n % 100, joined) if n % 100 else "")
    rest = n % 1000
    return f"{spelt(n // 1000, joined)} thousand" + (f" {spelt(rest, joined)}" if rest else "")


@given(WHOLE, st.sampled_from([" and ", " "]))
def test_words_of_every_whole_number_are_read_back(n: int, joined: str) -> None:
    assert number(spelt(n, joined)) == n
    assert number(spelt(n, joined).capitalize()) == n


@given(WHOLE)
def test_digits_with_any_separator_are_read_back(n: int) -> None:
    grouped = f"{n:,}"
    for separator in (",", "", " ", "\u00a0", "\u202f"):
        assert number(grouped.replace(",", separator)) == n


@given(WHOLE)
def test_the_pattern_of_digits_takes_the_whole_number(n: int) -> None:
    match = re.match(numerals.DIGITS, f"{n:,} drones")
    assert match is not None
    assert match.group() == f"{n:,}"


@given(st.integers(0, 99_999), st.integers(1, 9))
def test_decimals_are_read_back(whole: int, tenths: int) -> None:
    assert number(f"{whole:,}.{tenths}") == pytest.approx(whole + tenths / 10)


@given(
    st.integers(1, 999),
    st.sampled_from([("hundred", 100), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("mln", 1e6)]),
)
def test_scale_words_multiply(n: int, scale: tuple[str, float]) -> None:
    assert number(f"{n} {scale[0]}") == n * scale[1]
    assert number(f"{n}.5 {scale[0]}") == (n + 0.5) * scale[1]


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert number(text) is None or isinstance(number(text), float)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and twelve", 212),
        ("Twenty-six", 26),
        ("a hundred", 100),
        ("a hundred and five", 105),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("three hundred thousand", 300_000),
        ("1.2 million", 1_200_000),
        ("12,500", 12_500),
        ("7k", 7_000),
        ("10 000", 10_000),
    ],
)
def test_numerals_of_the_press(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "drones", "twelve drones", "1.2.3", "and", "half", "12:30"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None

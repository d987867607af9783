"""Amounts: how many, how exactly, and which numbers are none."""

from __future__ import annotations

import pytest

from dateline.extracting.amounts.quantities import Amount, amounts


def only(text: str) -> Amount:
    found, _ = amounts(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("at least 40", "ge"),
        ("no fewer than 40", "ge"),
        ("more than 40", "gt"),
        ("over 40", "gt"),
        ("well over 40", "gt"),
        ("up to 40", "le"),
        ("as many as 40", "le"),
        ("no more than 40", "le"),
        ("not more than 40", "le"),
        ("fewer than 40", "lt"),
        ("just under 40", "lt"),
        ("about 40", "approx"),
        ("some 40", "approx"),
        ("roughly 40", "approx"),
        ("an estimated 40", "approx"),
        ("40 or more", "ge"),
        ("40 or so", "approx"),
        ("40 or fewer", "le"),
        ("40", "eq"),
    ],
)
def test_modifiers(words: str, comparator: str) -> None:
    text = f"Crews counted {words} drones."
    amount = only(text)
    assert (amount.value, amount.comparator) == (40.0, comparator)
    assert text[amount.core_start : amount.core_end] == "40"
    assert text[amount.start : amount.end] == words


@pytest.mark.parametrize("word", ["nearly", "almost", "close to"])
def test_nearly_is_below_and_not_above(word: str) -> None:
    amount = only(f"They fired {word} 40 missiles.")
    assert (amount.comparator, amount.low, amount.high) == ("approx", 36.0, 40.0)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("20 to 30 drones", 20, 30),
        ("between 20 and 30 drones", 20, 30),
        ("20-30 drones", 20, 30),
        ("20–30 drones", 20, 30),
        ("500 to 550 square kilometers", 500, 550),
        ("two to 3 million people", 2e6, 3e6),
    ],
)
def test_ranges(text: str, low: float, high: float) -> None:
    amount = only(text)
    assert (amount.value, amount.low, amount.high, amount.comparator) == ((low + high) / 2, low, high, "approx")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of drones", 24, 99),
        ("scores of drones", 40, 99),
        ("hundreds of drones", 200, 999),
        ("thousands of drones", 2000, None),
        ("several hundred drones", 200, 999),
        ("tens of thousands of people", 20_000, 99_999),
    ],
)
def test_vague_words_have_bounds_and_no_value(text: str, low: float, high: float | None) -> None:
    amount = only(text)
    assert (amount.kind, amount.value, amount.low, amount.high) == ("vague", None, low, high)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("two-thirds of the land", 66.6667),
        ("three quarters of the drones", 75.0),
        ("a third of the country", 33.3333),
        ("half of the country", 50.0),
        ("a tenth of the oblast", 10.0),
        ("one in five villages", 20.0),
        ("nine out of 10 drones", 90.0),
    ],
)
def test_fractions_are_percentages(text: str, percent: float) -> None:
    amount = only(text)
    assert (amount.kind, amount.value) == ("fraction", percent)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("83 percent of them", "percent", 83.0),
        ("83% of them", "percent", 83.0),
        ("83 per cent of them", "percent", 83.0),
        ("0.94 percent", "percent", 0.94),
        ("2 percentage points", "points", 2.0),
        ("six times more", "multiple", 6.0),
        ("10-fold", "multiple", 10.0),
        ("1.5 million people", "count", 1_500_000.0),
    ],
)
def test_kinds(text: str, kind: str, value: float) -> None:
    amount = only(text)
    assert (amount.kind, amount.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The plant was built in 1984.", "a year"),
        ("the 2023-24 season", "years"),
        ("a 25-year-old driver", "an age"),
        ("Olena, aged 41, fled", "age"),
        ("at 3:30 in the morning", "a time"),
        ("at 4 a.m.", "a time"),
        ("the 47th Brigade", "an ordinal"),
        ("soldiers of the 47 Mechanized Brigade", "a unit's number"),
        ("a Boeing 737", "designation"),
        ("Resolution 1325", "designation"),
        ("an F-16 flew", "designation"),
        ("155 mm shells", "a calibre"),
        ("a 5 min read", "furniture"),
    ],
)
def test_what_is_no_amount(text: str, why: str) -> None:
    found, skipped = amounts(text)
    assert found == []
    assert len(skipped) == 1
    assert why in skipped[0].why


@pytest.mark.parametrize("text", ["one of the towns", "no one came", "on the one side", "that one", "two-faced talk"])
def test_small_words_that_count_nothing_are_passed_over(text: str) -> None:
    assert amounts(text) == ([], [])


def test_a_year_before_a_counted_noun_is_an_amount() -> None:
    assert only("Crews shot at 2024 drones.").value == 2024.0


def test_numbers_inside_dates_are_left_alone() -> None:
    text = "On August 28, 40 drones came."
    start = text.index("August")
    found, _ = amounts(text, ((start, start + len("August 28")),))
    assert [a.value for a in found] == [40.0]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("26 missiles and 597 drones", [26.0, 597.0]),
        ("three dead, 14 hurt", [3.0, 14.0]),
        ("1,388 and then 827", [1388.0, 827.0]),
        ("it rose from 134 to 290 units", [134.0, 290.0]),
        ("25 and 319 were stopped", [25.0, 319.0]),
    ],
)
def test_several_amounts_in_order(text: str, values: list[float]) -> None:
    assert [a.value for a in amounts(text)[0]] == values


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("it cost $5 million", 5e6, "dollar", "$5 million"),
        ("it cost €300", 300.0, "euro", "€300"),
        ("it cost over £1.5bn in all", 1.5e9, "pound sterling", "over £1.5bn"),
        ("it cost $20-30 million", 25e6, "dollar", "$20-30 million"),
        ("it cost UAH 40,000", 40_000.0, "ukrainian hryvnia", "UAH 40,000"),
    ],
)
def test_sums_of_money(text: str, value: float, unit: str, words: str) -> None:
    amount = only(text)
    assert (amount.kind, amount.value, amount.unit) == ("money", value, unit)
    assert text[amount.start : amount.end] == words


@pytest.mark.parametrize(
    ("text", "percent"),
    [("eight in ten drones", 80.0), ("four-fifths of it", 80.0), ("one half of the region", 50.0)],
)
def test_more_fractions(text: str, percent: float) -> None:
    assert (only(text).kind, only(text).value) == ("fraction", percent)


def test_only_a_word_makes_so_many_in_ten_approximate() -> None:
    assert only("nine out of ten drones").comparator == "eq"
    assert only("about nine in ten drones").comparator == "approx"
    assert only("fewer than one in 10 drones").comparator == "lt"


@pytest.mark.parametrize("text", ["In the past 40 days", "over the past 12 weeks", "during this past 30 days"])
def test_the_past_is_no_bound(text: str) -> None:
    assert only(text).comparator in ("eq",)


def test_a_number_and_a_half() -> None:
    assert only("two and a half thousand drones").value == 2500.0

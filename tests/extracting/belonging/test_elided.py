"""Bare numbers whose thing was named before: set against a figure, with a month of their own, as a rate."""

from __future__ import annotations

import pytest

from ..said import elsewhere, there


@pytest.mark.parametrize(
    ("text", "quote", "value", "noun"),
    [
        ("In May the army flew 2,165 flights, against 1,716 in the whole of last year.", "1,716", 1716, "flights"),
        ("Rebels contest two districts, down from five in July.", "five", 5, "districts"),
        ("By Friday 12,000 families had crossed, up from 8,000 on Wednesday.", "8,000", 8000, "families"),
        ("The office logged 310 abductions in May after April's 280.", "280", 280, "abductions"),
        ("The rebels say they took eleven hills; the government admits to losing three.", "three", 3, "hills"),
        ("Of the valley's 23 villages the militia now holds nine.", "nine", 9, "villages"),
        ("The army downed 12 balloons, the rebels counted 20.", "20", 20, "balloons"),
    ],
)
def test_what_is_set_beside_a_figure_counts_what_it_counts(text: str, quote: str, value: float, noun: str) -> None:
    found = there(text, quote)
    assert (found.value, found.noun, found.measure) == (value, noun, None)


def test_a_possessive_month_is_the_figures_own() -> None:
    text = "Deaths fell in July, to 1,240, a drop after May's 1,800 and June's 1,550."
    assert str(there(text, "1,800").period) == "2025-05-01 to 2025-05-31"
    assert str(there(text, "1,550").period) == "2025-06-01 to 2025-06-30"
    assert there(text, "1,800").measure == "casualties.killed"


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("The army mounted 550 attacks in July, an average of nine a day.", "nine a day", "attacks/day"),
        ("Clinics lost 14 ambulances, five a month.", "five a month", "ambulances/month"),
    ],
)
def test_so_many_a_day_is_a_rate_of_what_was_counted(text: str, quote: str, unit: str) -> None:
    found = there(text, quote)
    assert (found.frame, found.unit) == ("rate", unit)


def test_events_stay_events_and_nothing_else_is_measured() -> None:
    assert there("Monitors logged 550 attacks in July, nine a day.", "nine a day").measure == "events.count"
    assert there("Planes carried 40 tonnes in May, against 30 in April.", "30").measure is None


@pytest.mark.parametrize(
    "text",
    [
        "The mission visited 14 villages and was told of 12.",  # of what, is not said
        "The general, 61, spoke of 12 hills and of duty.",
    ],
)
def test_nothing_is_made_of_a_number_that_is_set_beside_nothing(text: str) -> None:
    assert [c.value for c in elsewhere(text) if c.value in (12, 61) and not c.noun] == []


def test_people_are_counted_by_what_befell_them() -> None:
    found = there("Some 80,000 fled in March.", "Some 80,000")
    assert (found.unit, found.value, found.measure) == ("people", 80_000, None)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Rebels have taken over posts and nine towns along the border.", "nine towns"),
        ("Since June the army has lost five towns there.", "five towns"),
        ("Our forces put four enemy brigades out of action.", "four enemy brigades"),
        ("Rebels hold eight of the province's 14 districts.", "14 districts"),
    ],
)
def test_a_noun_phrase_ends_at_the_words_behind_it(text: str, quote: str) -> None:
    there(text, quote)

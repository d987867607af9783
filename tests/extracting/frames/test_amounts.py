"""Levels, rates and parts."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import expect, known, quotes, the, unread

CASES: list[Any] = [
    ("Russia launched 598 drones on August 28.", "598 drones", {"frame": "level", "value": 598.0, "unit": "drones"}),
    (
        "In July Russia gained 20 square kilometers a day.",
        "20 square kilometers a day",
        {"frame": "rate", "unit": "km2/day", "period": "2025-07-01 to 2025-07-31"},
    ),
    (
        "Russia launched an average of 203 drones a day in July.",
        "203 drones a day",
        {"frame": "rate", "unit": "drones/day", "period": "2025-07-01 to 2025-07-31"},
    ),
    (
        "Russia gained an average of 20 square kilometers per day in July.",
        "20 square kilometers per day",
        {"frame": "rate", "unit": "km2/day"},
    ),
    (
        "Russia launched 6,297 drones monthly this summer.",
        "6,297 drones monthly",
        {"frame": "rate", "unit": "drones/month"},
    ),
    (
        "Russia gained between 450 and 480 square kilometers in August.",
        "between 450 and 480 square kilometers",
        {"value": 465.0, "low": 450.0, "high": 480.0, "comparator": "approx"},
    ),
    (
        "Russia launched hundreds of drones overnight.",
        "hundreds of drones",
        {"value": None, "low": 200.0, "high": 999.0, "comparator": "eq"},
    ),
    (
        "Russia launched some dozens of drones overnight.",
        "some dozens of drones",
        {"value": None, "low": 24.0, "high": 99.0, "comparator": "approx"},
    ),
    (
        "Russia launched more than 6,000 drones in July.",
        "more than 6,000 drones",
        {"value": 6000.0, "comparator": "gt", "period": "2025-07-01 to 2025-07-31"},
    ),
    (
        "Russia launched 598 drones on August 28, including nine Shaheds.",
        "nine Shaheds",
        {"frame": "part_of", "weapon": "shahed", "measure": "strikes.launched"},
    ),
    (
        "Russian forces gained 120 square kilometers in Donetsk region in August.",
        "120 square kilometers",
        {"place": "UA-14", "measure": "territory.net_change"},
    ),
    (
        "Russian forces gained 120 square kilometers in Sumy and Kharkiv in August.",
        "120 square kilometers",
        {"doubt": "ambiguous_place"},
    ),
    (
        "Russian forces gained 120 square kilometers in Sumy and Kharkiv regions in August.",
        "120 square kilometers",
        {"doubt": "ambiguous_place"}),
    (
        "Russia holds 87,000 square kilometers, not counting Crimea.",
        "87,000 square kilometers",
        {"doubt": "undefined_term"},
    ),
    (
        "Russia launched 20 missiles at Odesa on August 28.",
        "20 missiles",
        {"place": "geonames:698740", "measure": "strikes.launched"},
    ),
    (
        "A raid last December involved 158 drones.",
        "158 drones",
        {"granularity": "night", "period": "2024-12-01 to 2024-12-31"},
    ),
    ("Troops captured 15 settlements in August.", "15 settlements", {"measure": None, "value": 15.0}),
    (
        "Russian forces gained 80 square kilometers in the first week of August.",
        "80 square kilometers",
        {"period": "2025-08-01 to 2025-08-07"}),
    known(
        "Russia launched fewer than 6,000 drones in each month this summer.",
        "fewer than 6,000 drones",
        {"frame": "rate"},
        why="read as the sum of the months",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_what_an_amount_states(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(the(text, quote), **fields)


def test_every_figure_is_a_claim_of_its_own() -> None:
    text = "Russia launched 598 drones and 31 missiles on August 28; 563 drones and 26 missiles were shot down."
    assert quotes(text) == ["598 drones", "31 missiles", "563 drones", "26 missiles"]


def test_numbers_that_no_frame_reads_are_listed() -> None:
    text = "The 47th Brigade fought for 12 hours in 2024 near Route 5."
    assert quotes(text) == []
    assert [u.exact for u in unread(text)] == ["47", "12", "5"]
    assert all(u.why for u in unread(text))


def test_a_stretch_of_time_is_listed_as_such() -> None:
    assert [u.why for u in unread("They fought for 12 hours.")] == ["a stretch of time"]

"""Levels, rates and parts."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import expect, known, quotes, the, there, unread

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


def test_ground_of_a_country_by_the_day_is_a_rate() -> None:
    expect(the("Russia took 14 square kilometres of Ukraine a day in May.", "14 square kilometres of Ukraine a day"),
           frame="rate", unit="km2/day")  # fmt: skip


def test_regions_over_which_drones_were_downed_are_no_count() -> None:
    text = "In May 76 drones were downed over eight regions."
    assert "over eight regions" not in quotes(text)


def test_events_named_before_are_counted() -> None:
    text = "Drone attacks rose from 14 a week in March to 39 a week in April."
    expect(there(text, "14 a week"), frame="rate", measure="events.count", period="2025-03-01 to 2025-03-31")
    expect(there(text, "39 a week"), unit="attacks/week", weapon="drone")


def test_people_told_apart() -> None:
    fled = "Some 9 million have fled, of whom 2.1 million crossed a border."
    expect(there(fled, "2.1 million"), frame="part_of", measure=None, unit="people")
    rose = "The number of people facing hunger rose to 24 million, up from 17 million."
    expect(there(rose, "24 million"), measure=None, unit="people")
    expect(there(rose, "17 million"), measure=None, unit="people")

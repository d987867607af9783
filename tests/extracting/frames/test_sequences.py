"""Streaks, firsts and counts of exceptions."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, known, quotes

CASES: list[Any] = [
    (
        "Russian gains slowed in August for the third month in a row.",
        "for the third month in a row",
        {"frame": "streak", "measure": "territory.net_change", "value": 3.0, "unit": "months", "direction": "down",
         "period": "2025-06-01 to 2025-08-31"},
    ),
    (
        "The number of drones rose in July for the second consecutive month.",
        "for the second consecutive month",
        {"frame": "streak", "measure": "strikes.launched", "value": 2.0, "direction": "up"},
    ),
    (
        "The talks in Istanbul in May were the first direct talks since 2022.",
        "the first direct talks since 2022",
        {"frame": "first_since", "measure": "talks.meetings", "window": "since", "direct": "true",
         "period": "2025-05-01 to 2025-05-31"},
    ),
    (
        "Direct talks were held in May for the first time in three years.",
        "for the first time in three years",
        {"frame": "first_since", "measure": "talks.meetings", "window": "window"},
    ),
    (
        "Russia captured 464 square kilometers in August; only two months this year exceed it.",
        "only two months this year exceed it",
        {"frame": "rank", "value": 3.0, "unit": "rank", "direction": "max", "granularity": "month",
         "period": "2025-08-01 to 2025-08-31", "baseline": "2025-01-01 to 2025-09-02"},
    ),
    (
        "Not since November had Russia taken more ground.",
        "Not since November had Russia taken more",
        {"frame": "extreme", "window": "since", "baseline": "2024-11-01 to 2024-11-30"},
    ),
    known(
        "Russian gains rose in August after falling for three months in a row.",
        "three months in a row",
        {"direction": "down"},
        why="the nearer verb counts the streak",
    ),
    (
        "Russian gains have slowed for two months in succession.",
        "two months in succession",
        {"value": 2.0, "period": "2025-07-01 to 2025-08-31", "inherited": True},
    ),
    (
        "Russian forces gained ground in each of the last four months.",
        "in each of the last four months",
        {"value": 4.0, "direction": "present", "period": "2025-05-01 to 2025-08-31"},
    ),
    (
        "For a fifth night in a row there were raids.",
        "For a fifth night in a row",
        {"measure": "strikes.launched", "period": "2025-08-29 to 2025-09-02", "inherited": True},
    ),
    (
        "Six nights passed without a single ballistic missile.",
        "Six nights passed without a single",
        {"direction": "absent", "weapon": "ballistic", "doubt": "undefined_term"},
    ),
    (
        "It was the third raid on the capital in as many nights.",
        "the third raid on the capital in as many nights",
        {"value": 3.0, "doubt": "no_ledger"},
    ),
    (
        "The village was without water for a ninth day.",
        "for a ninth day",
        {"measure": None, "value": 9.0, "direction": "absent"},
    ),
    (
        "Drone launches rose in the second quarter of 2025 for the third quarter in succession.",
        "for the third quarter in succession",
        {"unit": "quarters", "direction": "up", "period": "2024-10-01 to 2025-06-30"},
    ),
    (
        "No night since May 1 had been heavier for the drone crews than August 30.",
        "No night since May 1 had been heavier",
        {"frame": "extreme", "period": "2025-08-30", "baseline": "2025-05-01", "weapon": "drone"},
    ),
    (
        "Not since May 2022 have the Russians seized so much land.",
        "Not since May 2022 have the Russians seized so much land",
        {"frame": "first_since", "measure": "territory.net_change"},
    ),
    (
        "July's 6,297 drones were second only to those of March.",
        "second only to those of March",
        {"frame": "rank", "value": 2.0, "period": "2025-07-01 to 2025-07-31", "inherited": True},
    ),
    (
        "Only on three nights since May had it launched more drones.",
        "Only on three nights since May had it launched more",
        {"frame": "rank", "value": 4.0, "doubt": "ambiguous_period"},
    ),
    (
        "August was the third straight month in which Russia gained ground.",
        "the third straight month",
        {"measure": "territory.net_change", "direction": "present"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_what_a_sequence_states(text: str, quote: str, fields: dict[str, Any]) -> None:
    (claim,) = [c for c in claims(text) if c.quote.exact.startswith(quote)]
    expect(claim, **fields)


@pytest.mark.parametrize("text", ["The third month was quiet.", "It was the first of many.", "Only two came."])
def test_what_is_no_sequence(text: str) -> None:
    assert quotes(text) == []

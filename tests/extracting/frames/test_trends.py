"""Trends without a number."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, the

CASES: list[Any] = [
    ("The pace of Russian gains slowed again in August.", "slowed again",
     {"measure": "territory.net_change", "direction": "down", "period": "2025-08-01 to 2025-08-31", "inherited": True}),
    ("Drone launches declined in August from the month before.", "declined",
     {"measure": "strikes.launched", "weapon": "drone", "direction": "down", "baseline": "2025-07-01 to 2025-07-31",
      "inherited": False}),
    ("Civilian harm has continued to rise, the mission said.", "continued to rise",
     {"measure": None, "direction": "up", "population": "civilians"}),
    ("The trend has been downward since March.", "trend has been downward", {"direction": "down"}),
    ("In the week ending August 31, 900 drones were launched, a small drop on the previous week.",
     "a small drop on the previous week", {"direction": "down", "measure": "strikes.launched"}),
    ("Russian gains quickened for a third month in August.", "quickened for a third month",
     {"value": 3.0, "direction": "up", "period": "2025-08-01 to 2025-08-31"}),
    ("Russia stepped up its drone attacks in July.", "stepped up", {"measure": "strikes.launched", "direction": "up"}),
    ("Gains were slower than in July.", "were slower than in July", {"direction": "down"}),
    ("Russia launched 500 drones in that week, up on the week before.", "up on the week before", {"direction": "up"}),
    ("The rate of Russian advance has stabilised.", "stabilised", {"direction": "flat", "doubt": "undefined_term"}),
    ("Ukrainian drone strikes on Russian refineries increased in August.", "increased", {"measure": None}),
    ("The interception rate fell in August.", "fell", {"measure": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_which_way_it_goes(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(the(text, quote), frame="trend", **fields)


@pytest.mark.parametrize(
    "text",
    [
        "The guns fell silent in August.",
        "The town fell to Russian forces in August.",
        "Russia launched 300 drones in June, up from 250 in May.",
        "The institute expects the tempo to rise in autumn.",
        "Falling debris started a fire.",
        "The rising toll is a worry.",
        "The rate of advance could slow in autumn.",
        "Drone attacks rose by 12 percent in June.",
        "The bus drove slowly up the hill and eased into the yard.",
    ],
)
def test_what_is_no_trend(text: str) -> None:
    assert [c for c in claims(text) if c.frame == "trend"] == []

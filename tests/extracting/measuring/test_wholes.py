"""What a share is a share of where it points back."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import expect, the

AUGUST = "2025-08-01 to 2025-08-31"
CASES: list[Any] = [
    (
        "Russia took 464 square kilometres in August, two-thirds of it in Donetsk region.",
        "two-thirds",
        {"measure": "territory.gained", "place": "UA-14", "of": "whole", "period": AUGUST, "inherited": False},
    ),
    (
        "Russia took 464 square kilometres in August. Three-quarters of that was in Donetsk region.",
        "Three-quarters",
        {"measure": "territory.gained", "place": "UA-14", "period": AUGUST, "inherited": True},
    ),
    (
        "Russia launched 31 missiles overnight, half of which were intercepted.",
        "half",
        {"measure": "strikes.intercepted", "of": "launched", "weapon": "missile", "period": "2025-09-02"},
    ),
    (
        "Russia launched 598 drones and 31 missiles overnight, 90 percent of which were intercepted.",
        "90 percent",
        {"measure": "strikes.intercepted", "weapon": None, "period": "2025-09-02"},
    ),
    (
        "Some 14,000 people have been killed in Kharkiv, 40 percent of them women.",
        "40 percent",
        {"measure": "casualties.killed", "place": "geonames:706483"},
    ),
    (
        "The UN attributed 58 percent of civilian deaths in August to weapons used near the front.",
        "58 percent",
        {"measure": "casualties.killed", "population": "civilians", "period": AUGUST},
    ),
]


@pytest.mark.parametrize(("text", "quote", "wanted"), CASES)
def test_shares_that_point_back(text: str, quote: str, wanted: dict[str, Any]) -> None:
    expect(the(text, quote), frame="share", **wanted)


def test_the_place_of_a_part_is_not_the_wholes() -> None:
    text = "Russia took 464 square kilometres in August, two-thirds of it in Donetsk region."
    expect(the(text, "464 square kilometres"), place=None)


def test_those_drones_are_named_and_not_pointed_at() -> None:
    text = "Russia launched 598 drones and 31 missiles overnight. Ukraine stopped 90 percent of those drones."
    found = next(q for q in ("90 percent of those drones", "90 percent") if q in text)
    expect(the(text, found), measure="strikes.intercepted", weapon="drone")

"""Firsts, with and without a window."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, the

CASES: list[Any] = [
    ("The talks that opened in Geneva on Monday are the first between the two sides since 2022.",
     "the first between the two sides since 2022", {"measure": "talks.meetings", "period": "2025-09-01"}),
    ("The first aid convoy to reach the town since May arrived on Monday.",
     "The first aid convoy to reach the town since May",
     {"measure": None, "period": "2025-09-01", "baseline": "2025-05-01 to 2025-05-31"}),
    ("Monday's raid was the first of more than 400 drones since June.", "the first of more than 400 drones since June",
     {"measure": "strikes.launched", "value": 400.0, "comparator": "gt", "weapon": "drone", "inherited": True}),
    ("For the first time a drone hit the opera house.", "For the first time", {"measure": None, "baseline": None}),
    ("In August Russia lost ground for the first time since the autumn of 2023.",
     "for the first time since the autumn of 2023",
     {"measure": "territory.net_change", "comparator": "lt", "value": 0.0, "period": "2025-08-01 to 2025-08-31"}),
    ("It was the first change of hands on that front line since the truce of March 2024.",
     "the first change of hands on that front line since the truce of March 2024",
     {"doubt": "undefined_term", "baseline": "2024-03-01 to 2024-03-31"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_what_was_first(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(the(text, quote), frame="first_since", **fields)


@pytest.mark.parametrize(
    "text",
    ["The first week of the war was chaos.", "In the first half of May it rained.", "The first lady spoke in Kyiv."],
)
def test_what_is_no_first(text: str) -> None:
    assert [c for c in claims(text) if c.frame == "first_since"] == []

"""Shares of the country, of a region, of the weapons, of what was gained."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, the

CASES: list[Any] = [
    (
        "Russian troops hold 19.1 percent of Ukraine.",
        "19.1 percent of Ukraine",
        {"measure": "territory.held", "value": 19.1, "of": "country", "place": "UA", "period": "2025-09-02"},
    ),
    (
        "About a fifth of the country is occupied.",
        "About a fifth",
        {"measure": "territory.held", "value": 20.0, "comparator": "approx", "of": "country"},
    ),
    (
        "Russia occupies nearly 76 percent of Donetsk region.",
        "nearly 76 percent of Donetsk region",
        {"measure": "territory.held", "of": "place", "place": "UA-14", "low": 68.4, "high": 76.0},
    ),
    (
        "Russia took 0.1 percent of Ukraine in August.",
        "0.1 percent of Ukraine",
        {"measure": "territory.net_change", "of": "country", "period": "2025-08-01 to 2025-08-31"},
    ),
    (
        "Air defenses downed 93 percent of the drones launched in August.",
        "93 percent of the drones",
        {"measure": "strikes.intercepted", "of": "launched", "weapon": "drone", "period": "2025-08-01 to 2025-08-31"},
    ),
    (
        "Crews stopped 88 percent of the missiles launched in August, compared with 71 percent in July.",
        "71 percent",
        {"measure": "strikes.intercepted", "weapon": "missile", "period": "2025-07-01 to 2025-07-31"},
    ),
    (
        "Ukrainian forces hold 23 percent of Donetsk region.",
        "23 percent of Donetsk region",
        {"measure": None, "place": "UA-14"},
    ),
    # a level to which a share rose, and no change of what was said before it
    (
        "Drone use fell by a third in August, but the share intercepted rose above 83 percent.",
        "above 83 percent",
        {"measure": "strikes.intercepted", "of": "launched", "comparator": "gt", "period": "2025-08-01 to 2025-08-31"},
    ),
    (
        "Drone attacks increased in July and the proportion shot down reached 90 percent.",
        "90 percent",
        {"measure": "strikes.intercepted", "value": 90.0, "period": "2025-07-01 to 2025-07-31"},
    ),
    ("Some 60 percent of voters agreed.", "Some 60 percent", {"measure": None}),
    (
        "Two-thirds of the ground gained in August was in Donetsk region.",
        "Two-thirds",
        {"measure": "territory.gained", "place": "UA-14", "of": "whole"}),
    (
        "Russia occupies 18 percent of Ukraine, not counting Crimea.",
        "18 percent of Ukraine",
        {"doubt": "undefined_term"}),
    (
        "About one in five Ukrainians lives under occupation.",
        "About one in five",
        {"measure": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_what_a_share_states(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(the(text, quote), frame="share", unit="%", **fields)


def test_a_list_of_regions_is_a_claim_each() -> None:
    text = "Russia controls 99 percent of Luhansk region and 76 percent of Donetsk region."
    assert [(c.value, c.place.id) for c in claims(text) if c.place] == [(99.0, "UA-09"), (76.0, "UA-14")]

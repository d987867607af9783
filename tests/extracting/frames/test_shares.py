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
        {"measure": "territory.held", "place": "UA-14", "doubt": "no_ledger"},
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


def test_what_happened_to_a_share_of_the_drones_fired() -> None:
    text = "Nine in ten of the drones fired overnight were shot down."
    expect(the(text, "Nine in ten of the drones"), measure="strikes.intercepted", weapon="drone")
    expect(the("Three in four missiles got through overnight.", "Three in four missiles"), measure="strikes.through")
    expect(
        the("Only half the missiles were downed on Monday night.", "half the missiles"), measure="strikes.intercepted"
    )


def test_a_share_of_the_gains_by_two_regions_is_asked_of_no_ledger() -> None:
    text = "Some 62 percent of August's gains came in the Zaporizhzhia and Dnipropetrovsk regions."
    expect(the(text, "Some 62 percent"), place=None, doubt="ambiguous_place", period="2025-08-01 to 2025-08-31")


def test_a_share_that_makes_most_exact() -> None:
    text = "Most of August's gains, 62 percent, came in Donetsk region."
    expect(the(text, "62 percent"), measure="territory.gained", of="whole", place="UA-14")


def test_the_neighbours_territory_is_the_country() -> None:
    expect(
        the("Russia occupies one fifth of its neighbour's territory.", "one fifth"),
        measure="territory.held",
        of="country",
    )


def test_a_bare_number_set_against_a_share_is_one() -> None:
    text = "Russia holds 79 percent of Donetsk region, against 65 in January."
    expect(the(text, "65"), frame="share", unit="%", measure="territory.held", place="UA-14", period="2025-01-31")


def test_a_poll_has_its_month_and_no_measure() -> None:
    text = "Asked by a pollster in July, 69 percent of Ukrainians wanted talks."
    expect(the(text, "69 percent"), frame="share", measure=None, period="2025-07-01 to 2025-07-31")


def test_ground_that_no_list_names_is_asked_of_no_ledger() -> None:
    expect(the("Troops hold 40 percent of Zzyzxgrad.", "40 percent"), measure="territory.held", doubt="ambiguous_place")


def test_a_share_of_the_region_whose_part_is_spoken_of() -> None:
    text = "The occupied part of Donetsk region has grown to 79 percent, against 62 percent a year ago."
    expect(the(text, "79 percent"), measure="territory.held", place="UA-14", of="place")
    expect(the(text, "62 percent"), measure="territory.held", place="UA-14", of="place")

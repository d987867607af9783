"""First-level places by publishers' names, and which rows of the whole world are of a theatre."""

from __future__ import annotations

import pytest

from dateline.sources.description import describe
from dateline.sources.regions import Regions, regions


@pytest.mark.parametrize(
    ("name", "place"),
    [("Donetsk", "UA-14"), ("kirovograd", "UA-35"), ("Kyiv City", "UA-30"), ("Kyiv", "UA-32"), ("Bakhmut", None)],
)
def test_regions_are_known_by_their_spellings_and_settlements_are_not(name: str, place: str | None) -> None:
    assert regions("ukraine", describe("acled")).place(name) == place


def test_a_publishers_own_spelling_is_taken_where_its_place_is_the_theatres() -> None:
    assert Regions("ukraine", {"The Capital": "UA-30", "Elsewhere": "XX-1"}).place("the capital") == "UA-30"
    assert Regions("ukraine", {"Elsewhere": "XX-1"}).place("Elsewhere") is None


@pytest.mark.parametrize(
    ("state", "first_level", "inside"),
    [
        ("Palestine", "Gaza Strip", True),
        ("Israel", "Gaza", True),
        ("Israel", "Haifa", False),
        ("Mozambique", "Gaza", False),
        ("Gaza", "", True),
    ],
)
def test_ground_filed_under_another_state_is_found_and_a_namesake_is_not(
    state: str, first_level: str, inside: bool
) -> None:
    assert regions("gaza", describe("ucdp_ged")).hold(state, first_level) is inside


def test_a_country_that_is_a_state_holds_what_is_filed_under_it() -> None:
    assert regions("ukraine", describe("acled")).hold("Ukraine", "")
    assert not regions("ukraine", describe("acled")).hold("Elsewhere", "Donetsk oblast")

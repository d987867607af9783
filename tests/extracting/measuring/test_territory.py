"""Territory: whose gain it is, and which ground is no ledger's."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, the

CASES = [
    ("Russian forces took 464 square kilometers in August.", "464 square kilometers", "territory.net_change"),
    ("Ukraine lost 464 square kilometers in August.", "464 square kilometers", "territory.net_change"),
    ("Some 464 square kilometers fell to Russia in August.", "Some 464 square kilometers", "territory.net_change"),
    ("Moscow occupied 464 square kilometers in August.", "464 square kilometers", "territory.net_change"),
    ("Russia occupies 114,000 square kilometers.", "114,000 square kilometers", "territory.held"),
    ("Some 114,000 square kilometers are occupied.", "Some 114,000 square kilometers", "territory.held"),
    ("Ukrainian troops liberated 12 square kilometers in August.", "12 square kilometers", "territory.lost"),
    ("Ukrainian troops advanced by 12 square kilometers in August.", "12 square kilometers", "territory.lost"),
    ("Russia lost 12 square kilometers in August.", "12 square kilometers", "territory.lost"),
    ("The August total was 464 square kilometers.", "464 square kilometers", "territory.net_change"),
    # a difference, or a change whose sign the sentence turns about
    ("Russia holds 85 square kilometers more of the Sumy region than a month ago.", "85 square kilometers", None),
    ("Ukraine recorded a net gain of 116 square kilometers in August.", "116 square kilometers", None),
    # of nobody's ledger
    ("Before the invasion Russia held 43,000 square kilometers.", "43,000 square kilometers", None),
    ("In 2014 Russia seized 27,000 square kilometers.", "27,000 square kilometers", None),
    ("Ukraine seized 1,000 square kilometers of Kursk region last August.", "1,000 square kilometers", None),
    ("In Belgorod region Ukrainian troops took 45 square kilometers.", "45 square kilometers", None),
    ("Israel took 60 square kilometers of Syria in August.", "60 square kilometers", None),
    ("Russia demanded 6,600 square kilometers of Donetsk region.", "6,600 square kilometers", None),
    ("The Kremlin wants 6,600 square kilometers that it does not hold.", "6,600 square kilometers", None),
]


@pytest.mark.parametrize(("text", "quote", "measure"), CASES)
def test_measure_of_an_area(text: str, quote: str, measure: str | None) -> None:
    expect(the(text, quote), measure=measure, unit="km2")


def test_ground_is_held_on_a_day() -> None:
    expect(the("Russia held 114,000 square kilometers in August.", "114,000 square kilometers"), period="2025-08-31")
    expect(the("Russia holds 114,000 square kilometers.", "114,000 square kilometers"), period="2025-09-02")


def test_a_commander_of_the_defender_speaks_of_his_own_gains() -> None:
    text = "Syrskyi said that troops had advanced by 12 square kilometers in August."
    expect(the(text, "12 square kilometers"), measure="territory.lost", by="ua_commander")


def test_what_is_denied_is_no_claim() -> None:
    assert claims("Russia did not capture 1,000 square kilometers in August.") == []


MOVED: list[Any] = [
    ("Russia's occupied zone grew by 464 sq km in August.", "464 sq km", 464.0),
    ("Moscow extended its control by 464 square kilometres in August.", "464 square kilometres", 464.0),
    ("The occupied area shrank by 12 sq km in August.", "12 sq km", -12.0),
    ("Russian gains have shrunk, to 447 sq km in August.", "447 sq km", 447.0),
    ("Since March Russian troops have established control over 3,500 sq km.", "3,500 sq km", 3500.0),
    ("Russian units overran 180 sq km in August.", "180 sq km", 180.0),
    ("In August troops were moving forward by 17 sq km a day.", "17 sq km a day", 17.0),
    ("Ukraine ceded 464 sq km in August.", "464 sq km", 464.0),
]


@pytest.mark.parametrize(("text", "quote", "value"), MOVED)
def test_ground_that_moved(text: str, quote: str, value: float) -> None:
    expect(the(text, quote), measure="territory.net_change", value=value, comparator="eq")


NOT_MOVED = [
    "The grey zone expanded by 40 sq km in August.",
    "The area under Ukrainian control shrank by 464 sq km in August.",
    "The growth of the occupied area fell by 40 sq km in August.",
    "Ukraine's gains shrank to 12 square kilometres in August.",
]


@pytest.mark.parametrize("text", NOT_MOVED)
def test_ground_of_which_no_ledger_says_so(text: str) -> None:
    assert [c.measure for c in claims(text) if c.unit == "km2"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv's forces still cling to 6,600 square kilometres of Donetsk region.",
        "Ukrainian forces hold 5,000 square kilometers of Donetsk region.",
        "Kyiv keeps roughly a fifth of Luhansk region.",
    ],
)
def test_what_the_defender_holds_is_held_and_no_map_answers_it(text: str) -> None:
    [found] = claims(text)
    assert (found.measure, found.doubt, found.inherited) == ("territory.held", "no_ledger", True)


def test_what_one_side_lost_control_of_the_other_holds() -> None:
    expect(the("Kyiv lost control of 20 percent of the country.", "20 percent"), measure="territory.held")
    expect(the("Russia lost control of 20 percent of the country.", "20 percent"), measure=None)

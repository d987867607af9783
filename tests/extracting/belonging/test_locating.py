"""Where a figure holds, and figures that no ledger of this theatre holds."""

from __future__ import annotations

import pytest

from ..said import claims, expect, the

KM = "120 square kilometers"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In August Russia took 120 square kilometers.", None),
        ("In August Russia took 120 square kilometers in Sumy region.", "UA-59"),
        ("In August Russia took 120 square kilometers in Sumy.", "UA-59"),
        ("In Sumy region Russia took 120 square kilometers in August.", "UA-59"),
        ("In August Russia took 120 square kilometers, mostly in Sumy region.", None),
        ("In August Russia took 120 square kilometers, including 30 in Sumy region.", None),
    ],
)
def test_places_of_ground(text: str, place: str | None) -> None:
    expect(the(text, KM), place=place, measure="territory.net_change")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Russia launched 20 drones at Odesa on August 28.", "geonames:698740"),
        ("On August 28, 20 drones came from the north, south and east over Ukraine.", None),
        ("Russia launched 20 drones from Crimea on August 28.", None),
    ],
)
def test_places_of_strikes(text: str, place: str | None) -> None:
    expect(the(text, "20 drones"), place=place)


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine took 120 square kilometers in Kursk region in August.",
        "Israel took 120 square kilometers in August.",
        "Sudan's army took 120 square kilometers in August.",
    ],
)
def test_other_ground(text: str) -> None:
    expect(the(text, KM), measure=None)


def test_in_which_russia_is_no_place() -> None:
    text = "August was the month in which Russia took 120 square kilometers."
    expect(the(text, KM), measure="territory.net_change")


def test_the_region_before_a_number_whose_verb_is_left_out() -> None:
    text = "In May Kharkiv region lost 22 square kilometres and Zaporizhzhia 61, DeepState said."
    expect(the(text, "61"), measure="territory.net_change", place="UA-23")
    shares = "Donetsk region accounted for 55 percent of the gains in May, Kharkiv for 13."
    expect(the(shares, "13"), frame="share", measure="territory.gained", place="UA-63", inherited=True)


def test_a_place_and_several_others_are_the_whole() -> None:
    text = "On May 4 Russia fired 18 missiles at Kyiv and eight other regions."
    expect(the(text, "18 missiles"), place=None)
    assert [c for c in claims(text) if c.value == 8.0] == []


def test_ground_of_another_country_says_where() -> None:
    text = "Ukraine's army has taken 90 square kilometres in the Kursk region since August."
    expect(the(text, "90 square kilometres"), measure=None, where="Kursk region")
    joined = "Air defences downed 70 Ukrainian drones over Belgorod, Bryansk and the sea."
    expect(the(joined, "70 Ukrainian drones"), place=None)


@pytest.mark.parametrize(("text", "place"), [
    ("August's gains in Sumy region, 120 square kilometers, exceeded those in Donetsk.", "UA-59"),
    ("In Sumy region Russia took 120 square kilometers in August, ahead of those in Donetsk region.", "UA-59"),
    ("In August Russia took 120 square kilometers in Donetsk region.", "UA-14"),
])  # fmt: skip
def test_ground_that_is_only_compared_with_lies_elsewhere(text: str, place: str) -> None:
    expect(the(text, KM), place=place)

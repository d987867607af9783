"""Where a figure holds, and figures that no ledger of this theatre holds."""

from __future__ import annotations

import pytest

from ..said import expect, the

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

"""Places of a war that no theatre covers, and a blow whose victims come later in the sentence."""

from __future__ import annotations

import pytest

from dateline.extracting.lexicon import lexicon
from dateline.extracting.placing.places import places
from dateline.theatres import loader

from ..said import expect, the

ANYWHERE = lexicon(loader.load(loader.ANYWHERE))


def named(text: str) -> list[tuple[str, str]]:
    return [(m.place.name, m.place.level) for m in places(text, ANYWHERE)]


@pytest.mark.parametrize(
    ("text", "places_named"),
    [
        ("A drone hit the market in Omdurman on Friday.", [("Omdurman", "settlement")]),
        ("Twelve died in Kachin state last week.", [("Kachin state", "region")]),
        ("Shells fell in western Aleppo at dusk.", [("western Aleppo", "area")]),
        ("They fled the camp at Sortoni on foot.", [("Sortoni", "settlement")]),
        ("Fighting spread across Ethiopia and Somalia.", []),
        ("Sudanese officials spoke in March.", []),
        ("The UN said on Monday that it would leave.", []),
    ],
)
def test_places_without_a_theatre(text: str, places_named: list[tuple[str, str]]) -> None:
    assert named(text) == places_named


def test_victims_are_where_the_blow_fell() -> None:
    claim = the("A missile struck a bus in Izium on August 28, killing six people.", "six people")
    expect(claim, place="geonames:707292")


def test_another_subject_is_not_where_the_blow_fell() -> None:
    text = "A missile struck a bus in Izium, while the air force shot down 40 drones on August 28."
    expect(the(text, "40 drones"), place=None)

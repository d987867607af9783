"""Places: regions, towns and areas without agreed borders."""

from __future__ import annotations

import pytest

from dateline.extracting.lexicon import lexicon
from dateline.extracting.placing.mention import PlaceMention
from dateline.extracting.placing.places import places

from ..said import UKRAINE


def first(text: str) -> PlaceMention:
    found = places(text, lexicon(UKRAINE))
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "place", "level"),
    [
        ("gains in Donetsk region", "UA-14", "region"),
        ("gains in the Donetsk oblast", "UA-14", "region"),
        ("gains in Kharkiv Oblast", "UA-63", "region"),
        ("gains in Dnipropetrovsk region", "UA-12", "region"),
        ("a strike on Kyiv", "UA-30", "region"),
        ("a strike on Kiev", "UA-30", "region"),
        ("a strike on Odesa", "geonames:698740", "settlement"),
    ],
)
def test_names(text: str, place: str, level: str) -> None:
    mention = first(text)
    assert (mention.place.id, mention.place.level) == (place, level)
    assert mention.located


def test_a_town_keeps_the_region_of_its_name_as_a_rival() -> None:
    mention = first("gains in Sumy")
    assert mention.place.level == "settlement"
    assert "UA-59" in {r.id for r in mention.rivals}


def test_old_and_new_names_are_one_place() -> None:
    assert first("fighting near Pokrovsk").place.id == first("fighting near Krasnoarmiisk").place.id


def test_a_government_is_no_place() -> None:
    assert not first("Kyiv said that it would answer").located


@pytest.mark.parametrize("text", ["gains in the Pokrovsk sector", "gains in the Donbas", "gains in eastern Ukraine"])
def test_areas_without_borders(text: str) -> None:
    assert first(text).place.level == "area"


@pytest.mark.parametrize("text", ["fighting in Kursk", "fires in Belgorod", "nobody was in town", "in Moscow"])
def test_what_is_no_place_of_this_theatre(text: str) -> None:
    assert places(text, lexicon(UKRAINE)) == []


def test_spans_are_the_names() -> None:
    text = "Gains in Donetsk region, in Sumy and near Kupiansk."
    found = places(text, lexicon(UKRAINE))
    assert [text[m.start : m.end] for m in found] == ["Donetsk region", "Sumy", "Kupiansk"]

"""What a name means: spellings, regions by other words, names of several settlements, names of people and bodies."""

from __future__ import annotations

import pytest

from dateline.extracting.lexicon import lexicon
from dateline.extracting.placing.mention import PlaceMention
from dateline.extracting.placing.places import places
from dateline.records.place import Place

from ..said import UKRAINE, expect, the


def named(text: str, near: Place | None = None) -> dict[str, PlaceMention]:
    return {text[m.start : m.end]: m for m in places(text, lexicon(UKRAINE), near)}


@pytest.mark.parametrize(
    ("spelling", "place"),
    [
        ("Kiev", "UA-30"), ("Kharkov", "geonames:706483"), ("Odessa", "geonames:698740"),
        ("Krasnoarmeysk", "geonames:704422"), ("Krasnoarmiisk", "geonames:704422"), ("Avdeevka", "geonames:713122"),
        ("Nikolaev", "geonames:700569"), ("Dnepropetrovsk", "geonames:709930"), ("KHARKIV", "geonames:706483"),
        ("Zaporizhzhia", "geonames:687700"), ("Sloviansk", "geonames:693468"), ("Troieshchyna", "geonames:703448"),
    ],
)  # fmt: skip
def test_spellings_and_districts_of_a_city(spelling: str, place: str) -> None:
    mention = named(f"Smoke rose over {spelling} at noon.")[spelling]
    assert mention.place.id == place
    assert not mention.towns


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Shelling in Kharkivshchyna and Sumshchyna went on.", ["UA-63", "UA-59"]),
        ("Shelling in Poltavska oblast went on.", ["UA-53"]),
        ("Shelling in the Donetsk, Luhansk and Kherson regions went on.", ["UA-14", "UA-09", "UA-65"]),
        ("Shelling in the regions of Odesa and Mykolaiv went on.", ["UA-51", "UA-48"]),
        ("Shelling in the oblast of Chernihiv went on.", ["UA-74"]),
        ("Shelling in the Kiev region went on.", ["UA-32"]),
        ("Shelling near the Zaporizhzhia nuclear power plant went on.", ["UA-23"]),
    ],
)
def test_regions_by_other_words(text: str, regions: list[str]) -> None:
    found = places(text, lexicon(UKRAINE))
    assert [m.place.id for m in found] == regions
    assert all(m.located for m in found)


@pytest.mark.parametrize("text", ["in the Chuhuiv district", "along the Lyman axis", "in the Izium raion"])
def test_districts_and_sectors_are_areas(text: str) -> None:
    (mention,) = places(text, lexicon(UKRAINE))
    assert mention.place.level == "area"


def test_a_name_of_several_settlements_keeps_them_as_rivals() -> None:
    mention = named("Shells fell on Malynivka.")["Malynivka"]
    assert len(mention.towns) >= 3
    assert {t.level for t in mention.towns} == {"settlement"}


@pytest.mark.parametrize(
    ("text", "name", "parent"),
    [
        ("Shells fell on Malynivka in the Zaporizhzhia region.", "Malynivka", "UA-23"),
        ("In Zaporizhzhia oblast, shells fell on Malynivka.", "Malynivka", "UA-23"),
        ("Shells fell on Artemivsk, Donetsk region.", "Artemivsk", "UA-14"),
        ("Shells fell on Artemivsk, Luhansk region.", "Artemivsk", "UA-09"),
        ("Shells fell on Mykolaiv, in Lviv region.", "Mykolaiv", "UA-46"),
        ("Shells fell on Mykolaiv and on Lviv region.", "Mykolaiv", "UA-48"),
        ("Shells fell on Zolochiv near Vovchansk.", "Zolochiv", "UA-63"),
    ],
)
def test_settled_by_the_sentence(text: str, name: str, parent: str) -> None:
    mention = named(text)[name]
    assert not mention.towns
    assert parent_of(mention.place) == parent


def test_settled_by_the_sentences_before() -> None:
    region = Place("Zaporizhzhia", "UA-23", "region")
    mention = named("Shells fell on Malynivka.", region)["Malynivka"]
    assert not mention.towns
    assert parent_of(mention.place) == "UA-23"


def test_two_regions_that_both_have_the_name_settle_nothing() -> None:
    text = "Donetsk region burned, Zaporizhzhia region burned; fires at Malynivka went on."
    assert len(named(text)["Malynivka"].towns) == 2


def test_an_unsettled_place_is_a_doubt_that_names_the_candidates() -> None:
    claim = the("Russia launched 20 drones at Malynivka on August 28.", "20 drones")
    expect(claim, doubt="ambiguous_place")
    assert "Kharkiv region" in claim.doubt_detail
    assert "Zaporizhzhia region" in claim.doubt_detail


def test_a_region_named_before_lifts_the_doubt() -> None:
    text = "Russia struck the Zaporizhzhia region on August 28. It launched 20 drones at Malynivka on August 28."
    expect(the(text, "20 drones"), doubt=None)


@pytest.mark.parametrize(
    "text",
    [
        "According to Kyiv it is over.",
        "Kyiv said that it would answer.",
        "Talks between Kyiv and Moscow broke down.",
        "They sent military aid to Kyiv again.",
        "Kyiv's negotiators left.",
    ],
)
def test_a_capital_that_stands_for_its_government(text: str) -> None:
    assert not named(text)["Kyiv"].located


def test_what_a_capital_reports_is_not_of_its_region() -> None:
    claim = the("According to Kyiv, Russia took 120 square kilometers in August.", "120 square kilometers")
    expect(claim, place=None)


@pytest.mark.parametrize(
    "text",
    [
        "The Kyiv School of Economics counted them.",
        "Analysts at the Kharkiv Human Rights Protection Group counted them.",
        "A win for Dynamo Kyiv ended the day.",
        "A doctor, Ivan Poltava, counted them.",
        "Figures of the Lviv National University were used.",
        "Kyiv-based analysts counted them.",
    ],
)
def test_people_and_bodies_that_bear_the_name(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Drones hit Kharkiv's suburbs.", "Kharkiv"),
        ("Drones hit Kharkiv’s suburbs.", "Kharkiv"),
        ("Russia Strikes Kharkiv With 20 Drones", "Kharkiv"),
        ("DRONES POUND KHERSON", "KHERSON"),
        ("Overnight Sumy was hit.", "Sumy"),
        ("Russian-occupied Melitopol was hit.", "Melitopol"),
        ("A train left for Kyiv–Lviv.", "Kyiv"),
    ],
)
def test_possessives_capitals_and_words_before(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    ["They crossed the Dnipro River at dawn.", "They crossed the Dnipro in boats.", "Both banks of the Dnipro."],
)
def test_a_river_is_no_town(text: str) -> None:
    assert named(text) == {}


def test_a_town_of_another_region_is_not_taken_for_the_sentences_own() -> None:
    mention = named("In Sumy oblast shells fell on Zolochiv.")["Zolochiv"]
    assert len(mention.towns) >= 2


def test_the_town_and_not_the_quarter_it_lies_in() -> None:
    assert list(named("Fighting went on in the eastern town of Toretsk.")) == ["Toretsk"]


def test_a_list_is_located_as_its_first() -> None:
    found = named("Fighting near Pokrovsk, Myrnohrad and Rodynske went on.")
    assert [m.located for m in found.values()] == [True, True, True]


def parent_of(place: Place) -> str:
    return next(g.parent for g in UKRAINE.gazetteer if g.place.id == place.id)

"""Toponyms in news text. The sentences are the project's own."""

from __future__ import annotations

import pytest

from dateline.extracting.placing.toponyms import Toponym, toponyms


def found(text: str, parse: bool = False) -> dict[str, Toponym]:
    return {t.name: t for t in toponyms([text], parse=parse)[0]}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The storm moved into Norway and Sweden overnight.", ["Norway", "Sweden"]),
        ("A bridge near Spokane, Wash., was closed.", ["Spokane", "Wash."]),
        ("Voters in Harrisburg, Pennsylvania, queued.", ["Harrisburg", "Pennsylvania"]),
        ("Deputies from Maricopa County searched the hills.", ["Maricopa County"]),
        ("Fires burned in Napa and Sonoma counties.", ["Napa", "Sonoma"]),
        ("A Tucson-based maker of lenses was sold.", ["Tucson"]),
        ("The ship left for Valparaíso.", ["Valparaíso"]),
        ("Residents of St. Louis and Saint Paul met.", ["St. Louis", "Saint Paul"]),
        ("Marseille's port was shut.", ["Marseille"]),
        ("He grew up near Lake Baikal.", ["Lake Baikal"]),
    ],
)
def test_places_by_pattern_and_gazetteer(text: str, names: list[str]) -> None:
    assert list(found(text)) == names
    assert {t.role for t in found(text).values()} == {"place"}


def test_spans_are_the_names() -> None:
    text = "Rain fell in Oslo, Norway."
    assert [text[t.start : t.end] for t in toponyms([text], parse=False)[0]] == ["Oslo", "Norway"]


@pytest.mark.parametrize(
    "text",
    [
        "Sydney Carton smiled.",
        "Judge Austin adjourned the hearing.",
        "Dr. Jackson operated for an hour.",
        "The Houston Chronicle reported it first.",
        "Several people were reading.",
    ],
)
def test_names_of_people_and_papers_are_no_places(text: str) -> None:
    assert found(text) == {}


def test_a_person_with_a_place_for_a_name_is_told_by_the_parse_tier() -> None:
    assert "Florence" not in found("Years later Florence Marlowe wrote that she had left the stage.", parse=True)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The Georgian parliament sat late.", "Georgian", "people"),
        ("Two Norwegians were rescued.", "Norwegians", "people"),
        ("The Denver City Council sat late.", "Denver", "body"),
        ("A spokesman for Phoenix Police declined to speak.", "Phoenix", "body"),
        ("A tree fell on Larkspur Avenue.", "Larkspur Avenue", "road"),
        ("A truck overturned on Interstate 12.", "Interstate 12", "road"),
        ("The lawmaker (R-Omaha) voted against it.", "Omaha", "place"),
    ],
)
def test_roles(text: str, name: str, role: str) -> None:
    assert found(text)[name].role == role


def test_a_dish_is_no_people() -> None:
    assert found("They sold Belgian fries and Mexican food.") == {}


def test_capitals_are_read_at_the_head_of_a_story() -> None:
    assert list(found("BRATISLAVA, Slovakia (AP) — The talks began.")) == ["BRATISLAVA", "Slovakia"]


def test_an_abbreviation_is_a_state_only_beside_a_town() -> None:
    assert found("Miss. Brown was ill. Ill. was written on the chart.") == {}


def test_the_place_that_a_state_behind_it_says_comes_first() -> None:
    best = found("A fair was held in Paris, Texas, on Sunday.")["Paris"].candidates[0]
    assert best.parent == "US-TX"


def test_the_place_that_the_text_shares_comes_first() -> None:
    text = "Crews from Multnomah County drove to Salem, then to Eugene and Portland in Oregon."
    assert {t.candidates[0].parent for name, t in found(text).items() if name in ("Salem", "Eugene", "Portland")} == {
        "US-OR"
    }


def test_a_name_that_is_sure_once_is_read_elsewhere() -> None:
    text = "The mill in Decatur, Illinois, is closing. Decatur lost another plant last year."
    assert len([t for t in toponyms([text], parse=False)[0] if t.name == "Decatur"]) == 2


def test_texts_are_read_one_by_one() -> None:
    assert [len(ours) for ours in toponyms(["In Peru.", "", "In Chad and Mali."], parse=False)] == [1, 0, 2]


def test_a_place_of_the_parse_tier_that_the_gazetteer_lacks() -> None:
    names = toponyms(["Shells fell on the village of Zhovtanivka in the east."], parse=True)[0]
    assert [(t.name, t.candidates) for t in names] == [("Zhovtanivka", ())]

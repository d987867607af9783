"""What a sentence leaves open may be confirmed and is never refuted; what it says plainly stays refutable."""

from __future__ import annotations

import pytest

from ..said import claims, the


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Russia launched 4,132 drones at Ukraine in August.", "4,132 drones"),
        ("Russia launched 4,132 drones in August, down from 6,297 in July.", "4,132 drones"),
        ("Russia took 464 square kilometres in August, DeepState said on Monday.", "464 square kilometres"),
        ("Russia took 62 square kilometres in the Donetsk region in August.", "62 square kilometres"),
        ("Russia launched 4,132 drones from the Kursk region in August.", "4,132 drones"),
        (
            "All but 12 of that day's drones were shot down, and the August 28 raid killed two in Sumy region.",
            "12 of that day's drones",
        ),
    ],
)
def test_plain_sentences(text: str, quote: str) -> None:
    assert not the(text, quote).inherited


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # The region stands outside the figure's clause: of the region or of the country?
        ("The advance in the Sumy region slowed, with 43 square kilometres taken in August.", "43 square kilometres"),
        # Two dates in one clause, and neither tied to the figure.
        ("Since Sunday evening and in the early hours of August 26 Russia launched 349 drones.", "349 drones"),
    ],
)
def test_another_place_or_date_may_be_the_figures_own(text: str, quote: str) -> None:
    assert the(text, quote).inherited


def test_a_speakers_city_is_no_place_of_the_figure() -> None:
    assert not any(c.inherited for c in claims("Kyiv said Russia launched 4,132 drones in August."))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # Compared is one region with the other, and not one month with the one before.
        ("Donetsk region lost 490 km² in July, over seven times as much as Kharkiv.", "over seven times as much"),
        ("In May it took 12 km² of Kharkiv region, and eight times as much in Sumy region.", "eight times as much"),
        # Behind a comma a region may be the next figure's.
        ("Dnipropetrovsk region lost 22 km² in August, Zaporizhzhia region four times that.", "22 km²"),
    ],
)
def test_two_regions_may_be_compared_with_each_other(text: str, quote: str) -> None:
    assert the(text, quote).inherited


def test_each_of_two_regions_has_the_figure_beside_it() -> None:
    text = "In August Russia took 62 km² in Donetsk region and 12 km² in Sumy region."
    assert [(c.place.id if c.place else None, c.inherited) for c in claims(text)] == [
        ("UA-14", False),
        ("UA-59", False),
    ]

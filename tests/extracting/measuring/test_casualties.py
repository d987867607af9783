"""Casualties: killed, injured, both, and tolls of a part."""

from __future__ import annotations

import pytest

from dateline.records.claim import Claim

from ..said import claims, expect, the

CASES = [
    ("In July 286 civilians were killed.", "286 civilians", "casualties.killed", "civilians", None),
    ("In July 1,388 civilians were injured.", "1,388 civilians", "casualties.injured", "civilians", None),
    ("In July 286 people died.", "286 people", "casualties.killed", None, None),
    ("The toll in July was 286 civilian deaths.", "286 civilian deaths", "casualties.killed", "civilians", None),
    ("In July 1,674 civilians were killed or wounded.", "1,674 civilians", "casualties.killed", "civilians", "both"),
    ("July saw 1,674 civilian casualties.", "1,674 civilian casualties", "casualties.killed", "civilians", "both"),
    ("In July 2,000 soldiers were killed.", "2,000 soldiers", None, None, None),
    ("Some 31 children were killed in July.", "Some 31 children", "casualties.killed", None, None),
    ("Drones killed 67 civilians in July.", "67 civilians", "casualties.killed", "civilians", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "measure", "population", "victim"), CASES)
def test_measure_of_people(text: str, quote: str, measure: str, population: str, victim: str) -> None:
    expect(_ending(text, quote), measure=measure, population=population, victim=victim, unit="people", place=None)


def _ending(text: str, quote: str) -> Claim:
    """The claim with that quote, with or without the mark that ends the sentence."""
    found = [c for c in claims(text) if c.quote.exact.rstrip(".") == quote.rstrip(".")]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "quote", "measure", "place"),
    [
        ("Two people were killed in Odesa overnight.", "Two people", "casualties.killed", "geonames:698740"),
        ("In Kherson region, 30 civilians were killed in July.", "30 civilians", "casualties.killed", "UA-65"),
        ("In July 286 civilians were killed and 1,388 injured.", "1,388 injured", "casualties.injured", None),
        ("Russia killed 286 civilians and wounded 1,388 in July.", "286 civilians", "casualties.killed", None),
        (
            "Two people were killed and 17 were injured in Odesa overnight.",
            "17",
            "casualties.injured",
            "geonames:698740",
        ),
        (
            "Drones hit Odesa overnight, killing three people.",
            "three people",
            "casualties.killed",
            "geonames:698740",
        ),
        (
            "Twelve people, including two children, were killed in Odesa overnight.",
            "Twelve people",
            "casualties.killed",
            "geonames:698740",
        ),
    ],
)
def test_each_figure_keeps_its_harm_and_its_place(text: str, quote: str, measure: str, place: str) -> None:
    expect(_ending(text, quote), measure=measure, place=place)


def test_the_dead_of_another_country_are_there() -> None:
    found = _ending("In Gaza, 98 people were killed on Friday.", "98 people")
    expect(found, measure="casualties.killed", elsewhere="Gaza", where="Gaza")


@pytest.mark.parametrize("text", [
    "The number of civilians killed or injured in 2024, 8,900, was higher.",
    "The number of civilians killed and injured in 2024 reached 8,900.",
    "The total of killed and wounded civilians in 2024 came to 8,900.",
])  # fmt: skip
def test_a_number_of_both_may_have_its_year_before_it(text: str) -> None:
    expect(the(text, "8,900"), measure="casualties.killed", victim="both", period="2024-01-01 to 2024-12-31")

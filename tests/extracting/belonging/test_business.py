"""Stakes, sales, polls and prices are told in the words of ground and strikes; no ledger of a war holds them."""

from __future__ import annotations

import pytest

from dateline.extracting.belonging.business import of_business

from ..said import claims


@pytest.mark.parametrize(
    "text",
    [
        "In polls taken in May 2025, 47.3 percent backed the governor.",
        "The state bank held a 12.5 percent stake in the insurer in May 2025.",
        "The mill is controlled 51 percent by a state-owned holding.",
        "Its income posted a 20 percent gain in May 2025.",
        "Russia's grain exports fell 30 percent in May 2025, the steepest fall since the invasion.",
        "Unemployment fell for the third month in a row in May 2025.",
        "Ukraine's central bank said inflation was the lowest since January.",
        "The third month in which hiring grew was May 2025.",
    ],
)
def test_what_an_economy_does_is_in_no_ledger(text: str) -> None:
    assert {c.measure for c in claims(text)} <= {None}


def test_a_talk_of_business_leaves_no_topic_behind() -> None:
    found = claims("Sales gains were broad in May 2025, the company said. The figure was 12 percent up on April.")
    assert {c.measure for c in found} <= {None}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Russia, which holds 19 percent of Ukraine, named land as the price of peace in May 2025.", "territory.held"),
        ("Russia's drone launches rose 45 percent in May 2025, as energy prices climbed.", "strikes.launched"),
        ("Missile strikes on the power market were up 12 percent in May 2025 on April.", "strikes.launched"),
    ],
)
def test_a_war_told_beside_business_stays_one(text: str, measure: str) -> None:
    first, *others = claims(text)
    assert first.measure == measure
    assert all(c.measure is None for c in others)


def test_words_of_both() -> None:
    assert of_business("Prices climbed.")
    assert not of_business("Prices climbed after drones hit the port.")
    assert not of_business("It climbed.")

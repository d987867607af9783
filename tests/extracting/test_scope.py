"""The verb that governs a figure, and the claim that is made of it."""

from __future__ import annotations

import pytest

from .said import claims, known, the


@pytest.mark.parametrize(
    ("text", "quote", "measure"),
    [
        ("On August 28 Russia launched 598 drones and crews shot down 563 drones.", "598 drones", "launched"),
        ("On August 28 Russia launched 598 drones and crews shot down 563 drones.", "563 drones", "intercepted"),
        ("On August 28, 563 drones were shot down and 22 drones got through.", "563 drones", "intercepted"),
        ("On August 28, 563 drones were shot down and 22 drones got through.", "22 drones", "through"),
        ("Of the 598 drones launched on August 28, 563 were shot down.", "598 drones", "launched"),
        ("Of the 598 drones launched on August 28, 563 were shot down.", "563", "intercepted"),
        known(
            "On August 28 among the drones were 30 Shaheds, and 21 of them were shot down.",
            "30 Shaheds",
            "launched",
            why="the verb of the part is taken for the whole's",
        ),
    ],
)
def test_each_figure_has_its_own_verb(text: str, quote: str, measure: str) -> None:
    assert the(text, quote).measure == f"strikes.{measure}"


def test_a_claim_keeps_its_sentence_and_its_surroundings() -> None:
    text = "It rained. On August 28 Russia launched 598 drones. It rained again."
    (claim,) = claims(text)
    assert claim.sentence == "On August 28 Russia launched 598 drones."
    assert claim.quote.prefix == "On August 28 Russia launched "
    assert claim.quote.suffix == "."


def test_the_last_to_speak_before_a_figure_says_it() -> None:
    text = "DeepState said that, according to the Air Force, 598 drones were launched on August 28."
    claim = the(text, "598 drones")
    assert claim.attribution is not None
    assert claim.attribution.producer == "airforce"

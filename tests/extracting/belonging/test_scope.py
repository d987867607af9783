"""The verb that governs a figure, and the claim that is made of it."""

from __future__ import annotations

import pytest

from ..said import claims, expect, known, the


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


def source(text: str, quote: str) -> str | None:
    attribution = the(text, quote).attribution
    return attribution.source if attribution else None


@pytest.mark.parametrize(
    ("text", "quote", "who"),
    [
        ("Russia fired 40 missiles on August 28; Moscow said that 30 drones were sent.", "40 missiles", None),
        ("After 40 drones fell on Lviv on August 28, the mayor said that schools would close.", "40 drones", None),
        (
            "The army lost 40 drones, Zelensky said on Friday, and 30 missiles flew in, by ISW's count.",
            "30 missiles",
            "ISW",
        ),
        (
            "ISW saw 590 square kilometers in August; DeepState had 464 square kilometers.",
            "464 square kilometers",
            "DeepState",
        ),
        (
            "The mayor said 12 people died, while the district court counted 15 people.",
            "15 people",
            "the district court",
        ),
        ("Russia launched 598 drones on August 28, the Air Force said on Telegram.", "598 drones", "the Air Force"),
    ],
)
def test_a_speech_reaches_its_own_clause(text: str, quote: str, who: str | None) -> None:
    assert source(text, quote) == who


def test_a_bulletin_s_figures_are_its_publisher_s() -> None:
    text = "The Air Force published its summary of the night on Friday. Air defences downed 90 drones and 4 missiles."
    assert source(text, "90 drones") == "The Air Force"
    apart = text.replace("Friday. ", "Friday.\n\n")
    assert source(apart, "90 drones") is None


@pytest.mark.parametrize(
    ("text", "quote", "who"),
    [
        ("Russia sent 60 drones on Tuesday, the Air Force said. In all 70 weapons were launched.", "70 weapons", True),
        ("Russia sent 60 drones on Tuesday, the Air Force said. It was the largest attack of the war.", "", False),
    ],
)
def test_a_sentence_that_goes_on_has_the_source_before(text: str, quote: str, who: bool) -> None:
    found = [c for c in claims(text) if c.quote.start > 55 and quote in c.quote.exact]
    assert found
    assert all((c.attribution is not None) == who for c in found)


@pytest.mark.parametrize(
    ("text", "producer"),
    [
        ("Prime Minister Yulia Svyrydenko said 30 drones were shot down.", "ua_government"),
        ("The Interior Ministry of Ukraine said 30 drones were shot down.", "ua_government"),
        ("Valery Gerasimov said 30 square kilometers were taken.", "ru_mod"),
        ("The Russian General Staff said 30 square kilometers were taken.", "ru_mod"),
        ("The General Staff said 30 drones were shot down.", "ua_general_staff"),
        ("Danielle Bell said 30 civilians were killed.", "hrmmu"),
    ],
)
def test_office_holders_speak_for_their_bodies(text: str, producer: str) -> None:
    assert [c.attribution.producer for c in claims(text) if c.value == 30.0 and c.attribution] == [producer]


def test_a_speaker_behind_a_semicolon_speaks_for_what_follows_it() -> None:
    text = "Russia sent 400 drones; 385 of them were stopped, the Air Force said."
    expect(the(text, "400 drones"), attribution=None)
    expect(the(text, "385 of them"), by="airforce")

"""What a text denies, asks, supposes, plays or only guesses at."""

from __future__ import annotations

import pytest

from ..said import claims, the, unread


def measured(text: str) -> list[str]:
    return [c.quote.exact for c in claims(text) if c.measure and c.frame not in ("weekday", "role", "elapsed")]


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that 340 drones were launched on August 28.",
        "The Kremlin rejected reports that 600 drones had been launched on Sunday.",
        "There is no evidence that Russia took 300 square kilometers in August.",
        "Reports that 90 drones were shot down on August 28 are false.",
        "Officials dismissed as propaganda a claim that 90 drones had been launched on August 28.",
        'The colonel called the figure of 400 drones launched on August 28 "a lie".',
        "Neither the 300 drones nor the 20 missiles launched on August 28 were new.",
        "The ministry denied on Friday that 300 drones had been launched or that 20 missiles had been fired.",
        "The suggestion that Russia took 40 square kilometers in August was laughed off.",
        "What are 300 drones launched on August 28 to us?",
        "Did Russia launch 800 drones on August 28?",
        "Was it the largest attack of the war?",
        "In the exercise 40 missiles were launched on August 28.",
        "If Russia had launched 700 drones on August 28, the city would have burned.",
    ],
)
def test_it_is_no_claim(text: str) -> None:
    assert measured(text) == []


def test_the_reason_is_told() -> None:
    text = "It is not true that 340 drones were launched on August 28."
    assert [u.why for u in unread(text) if u.exact.startswith("340")] == ["the text denies it"]


@pytest.mark.parametrize(
    "text",
    [
        "Why did Russia launch 598 drones on August 28?",
        "The Kremlin denied the report, but 598 drones were launched on August 28.",
        "No fewer than 598 drones were launched on August 28.",
    ],
)
def test_what_is_said_beside_a_denial_stands(text: str) -> None:
    assert measured(text) != []


def test_a_guess_is_never_refuted() -> None:
    assert the("Russia may have launched 400 drones on August 28.", "400 drones").inherited
    assert not the("Russia launched 400 drones on August 28.", "400 drones").inherited


@pytest.mark.parametrize(
    "text",
    [
        "The brigade shot down 45 drones in August.",
        "A single crew has downed 120 Shaheds since January.",
        "Ukraine's deep strikes rose 40 percent in July.",
        "Ukrainian drone attacks doubled in July.",
        "Russian air defences downed 13 missiles and 140 drones on August 28.",
        "The number of drones shot down by Russia rose to 4,000 in August.",
        "F-16s downed seven missiles on August 28.",
        "Mobile groups shot down 40 percent of the drones in August.",
        "Russia shot down 140 drones on August 28.",
        "The Russian Defence Ministry said 140 drones were shot down on August 28.",
        "Russia hit 37 targets in Lviv on August 28.",
    ],
)
def test_what_one_unit_or_the_defender_does_has_no_measure(text: str) -> None:
    assert measured(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Aviation, missile troops and mobile fire groups shot down 563 drones on August 28.",
        "Ukraine shot down 563 drones on August 28.",
        "Attacks on Ukrainian cities doubled in July.",
    ],
)
def test_what_the_defence_does_has(text: str) -> None:
    assert measured(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Floods in the west killed 12 people on Sunday.",
        "Fires burned 464 square kilometers of forest in August.",
        "Russian drone production doubled in August.",
        "Forty years ago a blast at the plant killed 31 people.",
        "In 1943 the retreat killed 9,000 civilians.",
    ],
)
def test_other_causes_and_other_times_have_no_measure(text: str) -> None:
    assert measured(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dnipro saw 4 drones on August 28.",
        "Near Zarichne Russian forces took 4 square kilometers on August 28.",
        "In the Velykyi direction Russian forces took 4 square kilometers on August 28.",
    ],
)
def test_ground_at_a_spot_without_a_ledger_is_in_doubt(text: str) -> None:
    assert all(c.doubt or c.place or c.measure is None for c in claims(text) if c.value == 4.0)


def test_a_name_that_says_without_denies_nothing() -> None:
    assert the("Doctors Without Borders counted 40 people killed in May.", "40 people killed").value == 40.0

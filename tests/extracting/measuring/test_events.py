"""Events: attacks, battles and incidents that somebody counts one by one, and no weapon."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, elsewhere, expect, the, there

CASES: list[Any] = [
    ("ACLED recorded 1,087 air and drone strikes in July.", "1,087 air and drone strikes", "level", "events.count"),
    ("The monitors logged 550 attacks in July; 62 of them hit hospitals.", "550 attacks", "level", "events.count"),
    ("The monitors logged 550 attacks in July; 62 of them hit hospitals.", "62 of them", "part_of", "events.count"),
    ("UCDP recorded 550 battles in July, a third of the battles in Sumy region.", "a third", "share", "events.count"),
    ("Some 30 assaults a day are beaten off here.", "Some 30 assaults a day", "rate", None),
    ("The defenders repelled 120 attacks on Monday.", "120 attacks", "level", None),
]


@pytest.mark.parametrize(("text", "quote", "frame", "measure"), CASES)
def test_events(text: str, quote: str, frame: str, measure: str | None) -> None:
    expect(the(text, quote), frame=frame, measure=measure)


@pytest.mark.parametrize("noun", ["drone strikes", "drone attacks", "missile strikes", "Shahed raids"])
def test_strikes_by_drones_are_no_count_of_drones(noun: str) -> None:
    found = claims(f"Russia carried out 21 {noun} in August.")
    assert [c.measure for c in found if c.value == 21.0] == ["events.count"]


@pytest.mark.parametrize("noun", ["strike drones", "attack drones"])
def test_drones_that_strike_are(noun: str) -> None:
    expect(the(f"Russia launched 598 {noun} overnight.", f"598 {noun}"), measure="strikes.launched", unit="drones")


def test_a_ranking_of_raids_counts_none() -> None:
    assert [c for c in claims("The two heaviest raids fell in July.") if c.frame == "level"] == []


COMPARED: list[Any] = [
    ("ACLED logged 140 incidents in May, 9 percent fewer than in April.", "9 percent fewer", "change", "events.count"),
    ("Monitors logged 21 drone raids in May, twice as many as in June.", "twice as many", "ratio", "events.count"),
    ("The project recorded 187 raids in May, with the port accounting for four in ten.", "four in ten", "share",
     "events.count"),
    ("The project recorded 187 raids in May; 62 of them, or one in three, hit farms.", "one in three", "share",
     "events.count"),
    ("ACLED logged 140 raids that killed 30 people, half of them children.", "half", "share", "casualties.killed"),
    ("The rebels made 140 raids in May, 9 percent fewer than in April.", "9 percent fewer", "change", "events.count"),
    ("The rebels made 140 assaults in May, 9 percent fewer than in April.", "9 percent fewer", "change", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "frame", "measure"), COMPARED)
def test_what_is_said_of_counted_events(text: str, quote: str, frame: str, measure: str | None) -> None:
    expect(there(text, quote), frame=frame, measure=measure)


def test_events_by_one_weapon_name_it() -> None:
    [found] = elsewhere("ACLED recorded 21 drone strikes in May.")
    assert found.dimensions == {"weapon": "drone"}

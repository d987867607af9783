"""How often something happened, and the ordinals that count it."""

from __future__ import annotations

import pytest

from ..said import elsewhere, there


@pytest.mark.parametrize(
    ("text", "quote", "frame", "value", "unit"),
    [
        ("The port has been shelled 14 times since June.", "14 times", "level", 14.0, "times"),
        ("They attack ten times a day.", "ten times a day", "rate", 10.0, "times/day"),
        ("It was the fourth attack on the hospital this year.", "the fourth attack", "level", 4.0, "attacks"),
        ("His visit was his third since January.", "his third", "level", 3.0, "visits"),
    ],
)
def test_counts_of_times(text: str, quote: str, frame: str, value: float, unit: str) -> None:
    found = there(text, quote)
    assert (found.frame, found.value, found.unit, found.measure) == (frame, value, unit, None)


@pytest.mark.parametrize(
    "text",
    [
        "It is three times larger than Paris.",
        "Nine times out of ten it fails.",
        "The second attack failed.",
        "In the third attack on the town a house burned.",
    ],
)
def test_what_counts_no_times(text: str) -> None:
    assert not [c for c in elsewhere(text) if c.unit in ("times", "attacks")]

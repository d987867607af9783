"""Counts of meetings."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, the

CASES: list[Any] = [
    ("The sides held the second round of talks in Istanbul in June.", "the second round of talks",
     {"value": 2.0, "unit": "rounds", "period": "2025-06-01 to 2025-06-30"}),
    ("Kyiv and Moscow have held two rounds of talks this year.", "two rounds of talks", {"value": 2.0}),
    ("The delegations met four times in May.", "met four times", {"value": 4.0, "unit": "meetings"}),
    ("The two leaders met in Geneva for the third time this year.", "met in Geneva for the third time", {"value": 3.0}),
    ("It was the two presidents' third meeting this summer.", "presidents' third meeting", {"value": 3.0}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_how_many_meetings(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(the(text, quote), frame="level", measure="talks.meetings", **fields)


@pytest.mark.parametrize(
    "text",
    ["The Security Council held its fourth emergency meeting.", "He fired two rounds at the drone.",
     "The team met its third target."],
)  # fmt: skip
def test_other_meetings_are_none(text: str) -> None:
    assert [c for c in claims(text) if c.measure == "talks.meetings"] == []

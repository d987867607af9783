"""Counts that came to nought."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, elsewhere, expect, the, there

KILLED, INJURED = "casualties.killed", "casualties.injured"

NOUGHTS: list[Any] = [
    ("No one was killed.", "No one", KILLED, {}),
    ("In May no civilians were killed in Kosti.", "no civilians", KILLED, {"population": "civilians"}),
    ("A shell hit the school on Monday; none of the pupils was hurt.", "none of the pupils", INJURED,
     {"subset": "pupils"}),
    ("Not a single child died in the camp in May.", "Not a single child", KILLED, {"subset": "child"}),
    ("There were no casualties, the mayor said.", "There were no casualties", KILLED, {"victim": "both"}),
    ("No injuries were reported after the raid on Kosti.", "No injuries", INJURED, {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "measure", "dimensions"), NOUGHTS)
def test_nobody_was_harmed(text: str, quote: str, measure: str, dimensions: dict[str, str]) -> None:
    found = there(text, quote)
    expect(found, frame="level", measure=measure, value=0.0, unit="people", inherited=True)
    assert {k: v for k, v in found.dimensions.items() if k != "until"} == dimensions


def test_none_of_some_things() -> None:
    found = there("Not one of the 30 buses that left on Monday reached Kosti.", "Not one")
    expect(found, frame="level", measure=None, value=0.0, unit="buses", period="2025-09-01")


def test_none_of_the_weapons_was_stopped() -> None:
    found = the("None of the six missiles aimed at Odesa on May 3 was intercepted.", "None of the six missiles")
    expect(found, measure="strikes.intercepted", value=0.0, weapon="missile", period="2025-05-03")
    again = the("Russia fired 12 missiles on May 3; none was shot down.", "none")
    expect(again, measure="strikes.intercepted", value=0.0, weapon="missile")


@pytest.mark.parametrize(
    "text",
    [
        "If no one is killed this week, the truce will hold.",
        "No more than 40 people were killed.",
        "They promised that no civilian would be killed.",
        "No army has ever held the hill.",
    ],
)
def test_what_is_no_nought(text: str) -> None:
    assert not [c for c in (*elsewhere(text), *claims(text)) if c.value == 0.0]


def test_no_civilians_says_nothing_of_those_who_were_hurt() -> None:
    found = there("No civilians were killed, but 12 people were injured.", "12 people")
    expect(found, measure=INJURED)
    assert "population" not in found.dimensions

"""Who does it: the side named last before the verb, as its subject."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.extracting.measuring.sides import by_attacker, by_defender
from dateline.extracting.parse import Discourse, Parse
from dateline.extracting.sentences import Sentence

from ..said import WORDS


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Russia seized the town.", "attacker"),
        ("Ukrainian troops seized the town.", "defender"),
        ("Russian gains in Ukraine slowed, and Moscow seized the town.", "attacker"),
        ("The army seized the town.", None),
        ("Zelensky said the army seized the town.", None),
    ],
)
def test_side_of_a_verb(text: str, side: str | None) -> None:
    parsed = Parse(Sentence(0, len(text), text, "story", 0), dt.date(2025, 9, 2), WORDS, Discourse(), frozenset())
    verb = next(p for p in parsed.predicates if text[p.start : p.end] == "seized")
    assert (by_attacker(parsed, verb), by_defender(parsed, verb)) == (side == "attacker", side == "defender")

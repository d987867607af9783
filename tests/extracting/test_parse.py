"""One sentence taken apart."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.extracting.parse import Discourse, Parse
from dateline.extracting.sentences import Sentence
from dateline.extracting.signs import NUMBER
from dateline.records.period import Period

from .said import WORDS

DAY = dt.date(2025, 9, 2)
NIGHT = Period.of_day(dt.date(2025, 8, 28), "night")


def taken_apart(text: str, before: Discourse | None = None) -> Parse:
    return Parse(Sentence(0, len(text), text, "story", 0), DAY, WORDS, before or Discourse(), frozenset({NUMBER}))


def test_times_are_read_before_amounts() -> None:
    parsed = taken_apart("On August 28 Russia launched 598 drones.")
    assert [a.value for a in parsed.amounts] == [598.0]
    assert [str(m.period) for m in parsed.mentions] == ["2025-08-28"]


def test_each_amount_has_its_thing() -> None:
    parsed = taken_apart("Some 19 of the 20 missiles and 40 people were hit over 12 square kilometers.")
    assert [t.kind for t in parsed.things] == ["weapon", "weapon", "people", "area"]


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("Russia took ground, while Kyiv waited.", "Kyiv", " while Kyiv waited."),
        ("Russia took ground; Kyiv waited.", "Kyiv", " Kyiv waited."),
        ("Russia took ground - Kyiv waited.", "took", "Russia took ground "),
        ("Russia took ground in May 2025.", "May", "Russia took ground in May 2025."),
    ],
)
def test_clauses(text: str, word: str, clause: str) -> None:
    start, end = taken_apart(text).clause(text.index(word))
    assert clause.strip() in text[start:end]
    assert len(text[start:end]) <= len(clause) + 2


def test_that_attack_is_the_night_spoken_of_before() -> None:
    parsed = taken_apart("That attack killed four people.", Discourse(periods={"strikes": NIGHT}, family="strikes"))
    assert [m.period for m in parsed.mentions] == [NIGHT]
    assert [m.period for m in taken_apart("That attack killed four people.").mentions] == [None]


def test_the_month_is_the_one_spoken_of_else_the_one_under_way() -> None:
    july = Period(dt.date(2025, 7, 1), dt.date(2025, 8, 1), "month")
    (known,) = taken_apart("Gains slowed in the month.", Discourse(periods={"territory": july})).mentions
    (bare,) = taken_apart("Gains slowed in the month.").mentions
    assert known.period == july
    assert str(bare.period) == "2025-08-01 to 2025-08-31"  # on 2 September, the month just over

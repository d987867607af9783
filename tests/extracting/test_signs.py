"""The first look: it may see too much, and it must not miss what a frame would read."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest
import re2

from dateline.extracting import document
from dateline.extracting.frames import FRAMES
from dateline.extracting.signs import NUMBER, NUMBERED, Signs

from .said import claims, unread

GOLD = Path(__file__).resolve().parents[1] / "golden" / "extraction"
SENTENCES = [
    f"{line['context'] or ''} {line['sentence']}".strip()
    for path in sorted(GOLD.glob("*.jsonl"))
    for line in map(json.loads, path.read_text(encoding="utf-8").splitlines())
]


def test_names_of_what_a_text_holds() -> None:
    signs = Signs({"a": r"\bfirst\b", "b": r"\d"})
    assert signs("The FIRST of 12 é") == {"a", "b"}
    assert signs("nothing — here") == frozenset()
    assert signs("") == frozenset()


def test_a_pattern_that_re2_does_not_know_is_named() -> None:
    with pytest.raises(ValueError, match="'later'"):
        Signs({"later": r"(?=x)"})


@pytest.mark.parametrize("name", FRAMES)
def test_every_frame_names_its_words(name: str) -> None:
    trigger = importlib.import_module(f"dateline.extracting.frames.{name}").TRIGGER
    assert re2.compile(trigger).groups >= 0


@pytest.mark.parametrize(
    "number",
    ["7", "seven", "Twenty-six", "a dozen", "half", "two-thirds", "hundreds", "1.2 million", "a third", "twice"],
)
def test_numbers_are_seen(number: str) -> None:
    assert NUMBER in Signs({NUMBER: NUMBERED})(f"It lost {number} of them.")


def test_nothing_is_lost_by_the_first_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every gold sentence read through all frames gives what it gives through those that the first look lets in."""
    seen = [(claims(text), unread(text)) for text in SENTENCES]
    everything = document._signs().names
    assert everything >= {*FRAMES, NUMBER, "fractions.part"}
    monkeypatch.setattr(document, "_signs", lambda: lambda text: everything)
    assert [(claims(text), unread(text)) for text in SENTENCES] == seen
    assert len(SENTENCES) >= 300

"""The first look: it may see too much, and it must not miss what a frame would read."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import re
from pathlib import Path

import pytest
import re2

from dateline.extracting import document
from dateline.extracting.frames import FRAMES
from dateline.extracting.periods import reading
from dateline.extracting.signs import NUMBER, NUMBERED, Openings, Signs, wider

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


def test_nothing_is_lost_by_the_look_at_where_a_time_may_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    day, war = dt.date(2025, 5, 30), dt.date(2022, 2, 24)
    seen = [reading.mentions(text, day, war) for text in SENTENCES]
    monkeypatch.setattr(reading, "_openings", lambda: lambda text, at: range(len(reading.RULES)))
    assert [reading.mentions(text, day, war) for text in SENTENCES] == seen
    assert sum(map(len, seen)) >= 300


def test_openings_are_those_of_a_place() -> None:
    openings = Openings([r"\d+ days(?! ago)", "two", r"\w+ \w+"])
    assert openings("about 2 days", 6) == [0, 2]
    assert openings("two days", 0) == [1, 2]
    assert openings("two", 1) == []


def test_where_re2_gives_up_everything_may_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    signs, openings = Signs({"a": "x", "b": "y"}), Openings(["x", "y"])

    class GivesUp:
        def Match(self, text: str) -> None:  # noqa: N802
            return None

    monkeypatch.setattr(signs, "_set", GivesUp())
    monkeypatch.setattr(openings, "_set", GivesUp())
    assert signs("neither") == {"a", "b"}
    assert list(openings("neither", 0)) == [0, 1]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\w+", "é"),
        (r"[\w-]+", "Ґ"),
        (r"[^\w]", "é"),
        (r"[^\w]x", "—x"),
        (r"\d", "٣"),
        (r"a\sb", "a\u00a0b"),
        (r"a\sb", "a\x1fb"),
        (r"[^\s]b", "éb"),
        (r"x$", "x\n"),
        (r"a[$]", "a$"),
        (r"\bcafé\b", "un café"),
        (r"(?<=a)b(?=c)(?!d(?:e|[)]))c", "abc"),
        (r"é\B", "éa"),
    ],
)
def test_what_is_wider_finds_what_re_finds(pattern: str, text: str) -> None:
    if re.search(pattern, text):
        assert re2.search(wider(pattern), text)
    else:
        assert pattern == r"[^\w]"

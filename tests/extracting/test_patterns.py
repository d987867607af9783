"""Patterns that wait to be compiled read as those that do not."""

from __future__ import annotations

import re

import pytest

from dateline.extracting.amounts.numerals import WORDS
from dateline.extracting.patterns import when_asked


def test_a_pattern_that_waits_finds_what_a_compiled_one_does() -> None:
    pattern = r"in (\d+)(?! drones)(?!\w)"
    waiting, whole = when_asked(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
    for text in ("In 2000 drones", "in 2000 and", "on 2000"):
        found, wanted = waiting.match(text, 0), whole.match(text)
        assert (found and found.span(1)) == (wanted and wanted.span(1))
        assert waiting.findall(text) == whole.findall(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a hundred and five thousand", ["a hundred and five thousand"]),
        ("a man, an hour, a and a half", []),
        ("two and a half million, three of them", ["two and a half million", "three"]),
        ("twenty-one and two", ["twenty-one", "two"]),
        ("a million, three hundred", ["a million, three hundred"]),
    ],
)
def test_number_words(text: str, found: list[str]) -> None:
    assert [m.group() for m in re.finditer(WORDS, text)] == found

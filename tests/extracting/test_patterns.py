"""Patterns that wait to be compiled read as those that do not."""

from __future__ import annotations

import re

import pytest

from dateline.extracting.amounts.numerals import WORDS
from dateline.extracting.patterns import when_outlined


@pytest.mark.parametrize("text", ["in 2000 drones", "in 2000 and", "on 2000"])
def test_an_outline_finds_what_the_whole_pattern_does(text: str) -> None:
    refused = r"(?! drones)"
    pattern = rf"in \d+{refused}(?!\w)"
    outlined, whole = when_outlined(pattern, refused), re.compile(pattern)
    for _ in range(2):
        found, wanted = outlined.match(text, 0), whole.match(text)
        assert (found and found.span()) == (wanted and wanted.span())


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

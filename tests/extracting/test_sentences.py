"""Sentences and their offsets."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extracting.sentences import sentences, split
from dateline.records.report import Block, Report


def pieces(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One came. Two left.", 2),
        ("Gen. Petrenko spoke to Mr. Bondar. Nobody answered.", 2),
        ("The U.S. envoy left at 6 p.m. on Friday.", 1),
        ("Sergey V. Lavrov spoke. So did I. They left.", 3),
        ("It rose by 0.5 percent. It fell later.", 2),
        ('"We shot down 40." He smiled.', 2),
        ("Was it 40? It was!", 2),
        ("Kyiv fell silent… Then it began.", 2),
        ("No. 7 stood alone.", 1),
        ("A headline without a stop", 1),
        ("First paragraph\n\nSecond paragraph", 2),
        ("Ceded 5 sq. km. Later more.", 2),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(pieces(text)) == count, pieces(text)


@given(st.text(max_size=300))
def test_offsets_cover_the_text_in_order(text: str) -> None:
    spans = split(text)
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


@pytest.mark.parametrize(
    ("text", "pieces_of_it"),
    [
        ("2. The total was lower. It fell again.", ["The total was lower.", "It fell again."]),
        ("(3) The total was lower.", ["The total was lower."]),
        ("- 40 drones came", ["40 drones came"]),
        ("• Losses: 40", ["Losses: 40"]),
        ("-40 degrees were measured.", ["-40 degrees were measured."]),
        ("12.5 percent left.", ["12.5 percent left."]),
        ("40 came. 30 left.", ["40 came.", "30 left."]),
    ],
)
def test_the_mark_of_an_item_is_no_part_of_it(text: str, pieces_of_it: list[str]) -> None:
    whole = Report(text, (Block(0, len(text), "story"),), dt.date(2025, 9, 2), "given")
    assert [s.text for s in sentences(whole)] == pieces_of_it


def test_only_blocks_that_may_state_figures_are_read() -> None:
    text = "Title here.\nBy A Writer.\nTuesday, September 2, 2025\nStory one. Story two.\nSubscribe now."
    roles = ("title", "byline", "dateline", "story", "furniture")
    blocks, at = [], 0
    for role, line in zip(roles, text.split("\n"), strict=True):
        blocks.append(Block(at, at + len(line), role))  # type: ignore[arg-type]
        at += len(line) + 1
    found = list(sentences(Report(text, tuple(blocks), dt.date(2025, 9, 2), "given")))
    assert [(s.text, s.role, s.block) for s in found] == [
        ("Title here.", "title", 0),
        ("Story one.", "story", 3),
        ("Story two.", "story", 3),
    ]
    assert all(text[s.start : s.end] == s.text for s in found)

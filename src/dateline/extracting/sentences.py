"""Sentences of a report's claimed blocks, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.languages import en
from dateline.records.report import CLAIMED_ROLES, Report, Role

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9А-ЯІЇЄҐ])|[.!?…]+[\"”’')\]]*\s*$|\n{2,}")
#: "2. Losses rose", "- 40 drones": what marks an item of a list is no part of its sentence.
_ITEM = re.compile(r"\s*(?:[-*•–—]|\(?\d{1,2}[.)]+(?=\s+\D))\s+")
_LONGEST = 1500
_LAST_WORD = re.compile(r"[\w.]+$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text == report.text[start:end]`. `block` numbers the paragraph, so that frames know what stands together;
    `item` is whether it stands in an item of a list."""

    start: int
    end: int
    text: str
    role: Role
    block: int
    item: bool = False


def sentences(report: Report) -> Iterator[Sentence]:
    """Every sentence of the blocks that may state figures, in text order."""
    for number, block in enumerate(report.blocks):
        if block.role in CLAIMED_ROLES:
            item = _ITEM.match(report.text, block.start, block.end)
            opened = item.end() if item is not None else block.start
            for start, end in split(report.text[opened : block.end]):
                a, b = opened + start, opened + end
                yield Sentence(a, b, report.text[a:b], block.role, number, item is not None)


def split(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of one paragraph, white space around them left out."""
    spans, at = [], 0
    for mark in _END.finditer(text):
        if not _abbreviated(text, mark):
            spans.append((at, mark.end()))
            at = mark.end()
    spans.append((at, len(text)))
    spans = [piece for a, b in spans for piece in _bounded(text, a, b)]
    return [s for s in (_stripped(text, a, b) for a, b in spans) if s[0] < s[1]]


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is longer than any sentence is a list or a table: read piece by piece, since the time that a reading takes
    grows with the square of the length. A piece ends at white space where there is any."""
    pieces = []
    while end - start > _LONGEST:
        cut = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
        cut = cut if cut > start else start + _LONGEST
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _abbreviated(text: str, mark: re.Match[str]) -> bool:
    if not mark.group().startswith(".") or len(mark.group()) > 1 or mark.end() >= len(text.rstrip()):
        return False
    word = _LAST_WORD.search(text, max(0, mark.start() - 20), mark.start())
    if word is None:
        return False
    letters = word.group().lower().strip(".")
    # One letter is an initial ("Sergey V. Lavrov"), except the last word of a sentence that is a pronoun.
    return letters in en.ABBREVIATIONS or (len(letters) == 1 and letters.isalpha() and letters != "i")


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())

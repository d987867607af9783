"""What differs between two texts, word for word, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "del", "ins"]
_TOKENS = re.compile(r"\s+|\w+(?:[.,]\d+)*|[^\w\s]")
_BREAK = re.compile(r"\n[ \t]*\n\s*")
#: Two changed stretches with more pairs of words than this are shown whole, one struck out and one put in.
MOST_PAIRS = 4_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: in both texts, only in the old one, or only in the new one."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of either text; `changed` where anything in it is not in both."""

    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        return any(piece.kind != "same" for piece in self.pieces)


def differences(old: str, new: str) -> list[Paragraph]:
    """Every paragraph of both texts, in order, with what was struck out and what was put in."""
    before, after = _paragraphs(old), _paragraphs(new)
    found: list[Paragraph] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Paragraph((Piece("same", text),)) for text in before[a:b]]
        else:
            found += _changed(before[a:b], after[c:d])
    return found


def words(old: str, new: str) -> tuple[Piece, ...]:
    """One stretch of text with what was struck out and put in, word for word."""
    a, b = _TOKENS.findall(old), _TOKENS.findall(new)
    if len(a) * len(b) > MOST_PAIRS:
        return tuple(_whole(old, new))
    return tuple(_joined(_pieces(a, b)))


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Paragraph]:
    """Paragraphs that stand in the same place are compared; those that one text has more are shown whole."""
    for old, new in zip(before, after, strict=False):
        yield Paragraph(words(old, new))
    for old in before[len(after) :]:
        yield Paragraph((Piece("del", old),))
    for new in after[len(before) :]:
        yield Paragraph((Piece("ins", new),))


def _pieces(a: list[str], b: list[str]) -> Iterator[Piece]:
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(a[i:j]))
        else:
            yield from _whole("".join(a[i:j]), "".join(b[k:m]))


def _whole(old: str, new: str) -> Iterator[Piece]:
    if old:
        yield Piece("del", old)
    if new:
        yield Piece("ins", new)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Changed words parted by nothing but a space are one change: easier to read, and to listen to."""
    struck = put = ""
    gap = ""
    for piece in pieces:
        if piece.kind == "same" and (piece.text.strip() or not (struck or put)):
            yield from _whole(struck, put)
            if gap:
                yield Piece("same", gap)
            struck = put = gap = ""
            yield piece
        elif piece.kind == "same":
            gap += piece.text
        else:
            struck, put = (struck + gap, put + gap) if gap else (struck, put)
            gap = ""
            struck, put = (struck + piece.text, put) if piece.kind == "del" else (struck, put + piece.text)
    yield from _whole(struck, put)
    if gap:
        yield Piece("same", gap)


def _paragraphs(text: str) -> list[str]:
    return [part for part in _BREAK.split(text.replace("\r\n", "\n").strip()) if part.strip()]

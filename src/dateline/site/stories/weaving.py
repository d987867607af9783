"""Hangs the marks of figures on the words of a story's HTML.

A claim lies in the text that was read from the story's Markdown. The words of that text are found again in what the
HTML shows, as two versions of one text are compared; so each character of a claim has its place in the HTML whatever
emphasis, links or table cells lie between. What is left at the front is the headline and the standfirst.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from html import escape
from html.parser import HTMLParser
from itertools import takewhile

from dateline.publishing.fragments import Fragments
from dateline.publishing.marking import Piece, pieces
from dateline.records.claim import Claim
from dateline.records.report import Block, Report

_WORD = re.compile(r"\S+")
#: In these a button would be one control inside another: the words are marked, the badge follows.
_CONTROLS = frozenset(("a",))


@dataclass(frozen=True, slots=True)
class Woven:
    """`body` with its marks, the blocks of the report that it does not hold (headline, standfirst), and the ids of
    the claims marked in it."""

    body: str
    before: tuple[Block, ...]
    marked: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Text:
    """A run of text of the HTML; `start` is its place in all of them joined."""

    words: str
    start: int
    linked: bool


class _Runs(HTMLParser):
    """The HTML as tags, kept as written, and runs of text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str | _Text] = []
        self.length = self._controls = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._controls += tag in _CONTROLS
        self.parts.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self._controls -= tag in _CONTROLS
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(_Text(data, self.length, self._controls > 0))
        self.length += len(data)

    @property
    def text(self) -> str:
        return "".join(part.words for part in self.parts if isinstance(part, _Text))


def weave(html: str, report: Report, claims: Sequence[Claim], fragments: Fragments) -> Woven:
    """`html`, clean and well-formed, with the figures of `claims` marked."""
    runs = _Runs(html)
    place, before = _places(runs.text, report)
    moved = [found for claim in claims if (found := _moved(claim, report.text, place)) is not None]
    out: list[str] = []
    owed: list[str] = []
    for part in runs.parts:
        if isinstance(part, _Text):
            out.append(_marked(part, moved, fragments, owed))
        else:
            out.append(part)
            if part == "</a>":
                out += [fragments.badge(claim) for claim in owed]
                owed.clear()
    return Woven("".join(out), before, frozenset(claim.id for claim in moved))


def _places(text: str, report: Report) -> tuple[dict[int, int], tuple[Block, ...]]:
    """Where characters of the report's words stand in the HTML's text, and the blocks before the first that was
    found."""
    read, shown = (list(_WORD.finditer(whole)) for whole in (report.text, text))
    alike = SequenceMatcher(None, [w[0] for w in read], [w[0] for w in shown], autojunk=False)
    place: dict[int, int] = {}
    for left, right, size in alike.get_matching_blocks():
        for ours, theirs in zip(read[left : left + size], shown[right : right + size], strict=True):
            place |= {ours.start() + i: theirs.start() + i for i in range(len(ours[0]))}
    before = takewhile(lambda block: not _found(block, report.text, place), report.blocks)
    return place, tuple(before)


def _found(block: Block, text: str, place: dict[int, int]) -> bool:
    """Whether most of a block is in the HTML: its words, not one that stands there as well."""
    spots = [i for i in range(block.start, block.end) if not text[i].isspace()]
    return bool(spots) and 2 * sum(i in place for i in spots) > len(spots)


def _moved(claim: Claim, text: str, place: dict[int, int]) -> Claim | None:
    """The claim with the place of its words in the HTML's text; None where they are not in it."""
    spots = [place[i] for i in range(claim.quote.start, min(claim.quote.end, len(text))) if i in place]
    if not spots:
        return None
    return replace(claim, quote=replace(claim.quote, start=spots[0], end=spots[-1] + 1))


def _marked(run: _Text, claims: Sequence[Claim], fragments: Fragments, owed: list[str]) -> str:
    """A run of text with its marks; the badges of figures that end inside a link are `owed` after it."""
    size = len(run.words)
    here = [
        replace(claim, quote=replace(claim.quote, start=claim.quote.start - run.start, end=claim.quote.end - run.start))
        for claim in claims
        if claim.quote.start < run.start + size and claim.quote.end > run.start
    ]
    if not here or not run.words.strip():  # between the cells of a table nothing but white space may stand
        return escape(run.words, quote=False)
    running = {claim.id for claim in here if claim.quote.end > size}
    out = []
    for piece in pieces(run.words, 0, size, here):
        ends = tuple(claim for claim in piece.ends if claim not in running)
        if run.linked:
            owed += ends
            out.append(_worded(replace(piece, ends=()), piece.text, fragments, linked=True))
        else:
            out.append(_closed(replace(piece, ends=ends), fragments))
    return "".join(out)


def _closed(piece: Piece, fragments: Fragments) -> str:
    """A piece with the badges of the claims that end with it; the first does not leave the last word."""
    if not piece.ends:
        return _worded(piece, piece.text, fragments)
    head = _worded(piece, piece.head, fragments) if piece.head else ""
    tail = _worded(piece, piece.tail, fragments) if piece.tail else ""
    first, *rest = (fragments.badge(claim) for claim in piece.ends)
    return f'{head}<span class="nb">{tail}{first}</span>{"".join(rest)}'


def _worded(piece: Piece, text: str, fragments: Fragments, *, linked: bool = False) -> str:
    return fragments.words(piece, text, linked=linked) if piece.claims else escape(text, quote=False)

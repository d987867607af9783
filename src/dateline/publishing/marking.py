"""Cuts a report's text at its figures, so that a page can mark them even where one lies inside another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.records.claim import Claim
from dateline.records.report import CLAIMED_ROLES, Block, Report, Role


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same claims. `claims` are their ids, the narrowest first; `ends` are those that
    end here and whose badge follows."""

    text: str
    claims: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """All but the last word of a piece that ends a claim, so that its badge need not stand alone on a line."""
        return self.text.removesuffix(self.tail)

    @property
    def tail(self) -> str:
        """The last word, where it is short enough to stay beside the badge."""
        last = self.text.rpartition(" ")[2]
        return last if self.ends and len(last) <= 20 else ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the report, cut into pieces. Joined, they give the block's text."""

    role: Role
    heading: bool
    pieces: tuple[Piece, ...]

    @property
    def plain(self) -> str:
        return " ".join("".join(piece.text for piece in self.pieces).split())


def cut_sentence(claim: Claim) -> tuple[str, str, str]:
    """The sentence before, at and after the figure; the figure alone is empty where the sentence lacks it."""
    exact, sentence = claim.quote.exact, claim.sentence
    for width in (24, 8, 0):
        lead = claim.quote.prefix[len(claim.quote.prefix) - width :] if width else ""
        at = sentence.find(lead + exact)
        if at >= 0 and exact:
            start = at + len(lead)
            return sentence[:start], exact, sentence[start + len(exact) :]
    return sentence, "", ""


def pieces(text: str, start: int, end: int, claims: Sequence[Claim]) -> tuple[Piece, ...]:
    """`text[start:end]` cut wherever a claim begins or ends; a claim that goes on past `end` closes there."""
    within = [c for c in claims if c.quote.start < end and c.quote.end > start and c.quote.end > c.quote.start]
    cuts = {start, end}
    for claim in within:
        cuts |= {max(start, claim.quote.start), min(end, claim.quote.end)}
    edges = sorted(cuts)
    narrow = sorted(within, key=lambda c: (c.quote.end - c.quote.start, -c.quote.start))
    out = []
    for left, right in pairwise(edges):
        here = tuple(c.id for c in narrow if c.quote.start < right and c.quote.end > left)
        ends = tuple(c.id for c in narrow if min(end, c.quote.end) == right)
        out.append(Piece(text[left:right], here, ends))
    return tuple(out)


def paragraphs(report: Report, claims: Sequence[Claim]) -> list[Paragraph]:
    """The blocks that a reader reads: story, title, standfirst and captions, and any other block that holds a claim
    (the page's date line). Furniture is left out; so is a title that only repeats one already shown."""
    shown: list[Paragraph] = []
    titles: set[str] = set()
    for block in report.blocks:
        held = [c for c in claims if c.quote.start < block.end and c.quote.end > block.start]
        if block.role not in CLAIMED_ROLES and not held:
            continue
        made = Paragraph(block.role, block.heading, _closing(report.text, block, held))
        if not made.plain or (block.role == "title" and made.plain in titles and not held):
            continue
        if block.role == "title":
            titles.add(made.plain)
        shown.append(made)
    return shown


def _closing(text: str, block: Block, held: Sequence[Claim]) -> tuple[Piece, ...]:
    """The block's pieces; a claim that runs into a later block has its badge there and not here as well."""
    running = {c.id for c in held if c.quote.end > block.end}
    cut = pieces(text, block.start, block.end, held)
    return tuple(Piece(p.text, p.claims, tuple(i for i in p.ends if i not in running)) for p in cut)

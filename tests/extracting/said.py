"""What the extractor makes of a few sentences, without reading a page: paragraphs are parted by a blank line."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dateline.extracting.document import extract
from dateline.extracting.lexicon import lexicon
from dateline.records.claim import Claim, Unread
from dateline.records.report import Block, Report
from dateline.theatres import loader

UKRAINE = loader.load("ukraine")
ANYWHERE = loader.load("anywhere")
WORDS = lexicon(UKRAINE)
#: The day on which the sentences are said, a Tuesday.
DAY = "2025-09-02"


def report(text: str, day: str = DAY, theatre: str = "ukraine") -> Report:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph), "story"))
        at += len(paragraph) + 2
    return Report(text, tuple(blocks), dt.date.fromisoformat(day), "given", theatre=theatre)


def claims(text: str, day: str = DAY) -> list[Claim]:
    return extract(report(text, day), UKRAINE)[0]


def elsewhere(text: str, day: str = DAY) -> list[Claim]:
    """The claims of a text about a war that no theatre covers."""
    return extract(report(text, day, "anywhere"), ANYWHERE)[0]


def gaza(text: str, day: str = DAY) -> list[Claim]:
    return extract(report(text, day, "gaza"), loader.load("gaza"))[0]


def unread(text: str, day: str = DAY) -> list[Unread]:
    return extract(report(text, day), UKRAINE)[1]


def quotes(text: str, day: str = DAY) -> list[str]:
    return [c.quote.exact for c in claims(text, day)]


def the(text: str, quote: str, day: str = DAY) -> Claim:
    """The one claim whose quote is `quote`; fails with everything that was read where there is none."""
    return _only(claims(text, day), quote)


def there(text: str, quote: str, day: str = DAY) -> Claim:
    """As `the`, in a war that no theatre covers."""
    return _only(elsewhere(text, day), quote)


def _only(read: list[Claim], quote: str) -> Claim:
    found = [c for c in read if c.quote.exact == quote]
    assert len(found) == 1, [(c.quote.exact, c.frame, c.measure) for c in read]
    return found[0]


def expect(claim: Claim, **fields: Any) -> None:
    """Compares fields of a claim; `period` and `baseline` as text, `place` as id, `by` as the producer, any other
    name that a claim does not have as a dimension."""
    for name, wanted in fields.items():
        assert _field(claim, name) == wanted, (name, claim)


def _field(claim: Claim, name: str) -> Any:
    special = {
        "period": lambda: str(claim.period) if claim.period else None,
        "baseline": lambda: str(claim.baseline.period) if claim.baseline else None,
        "window": lambda: claim.baseline.kind if claim.baseline else None,
        "place": lambda: claim.place.id if claim.place else None,
        "where": lambda: claim.place.name if claim.place else None,
        "by": lambda: claim.attribution.producer if claim.attribution else None,
    }
    if name in special:
        return special[name]()
    return getattr(claim, name) if name in Claim.__slots__ else claim.dimensions.get(name)


def known(*case: Any, why: str) -> Any:
    """A case that is read wrongly today. Once it is right the test fails, and the mark is to be taken off."""
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=why))

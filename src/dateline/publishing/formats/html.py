"""The proof page: one file, no network; the report's text with every figure marked, a card for each.

Its one script adds buttons that copy and keeps one card open at a time; everything else works without it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from dateline.publishing import dates, marking, wording
from dateline.publishing.cards import Card, card
from dateline.publishing.citing import bibtex
from dateline.publishing.fragments import TEMPLATES, charts_of, environment
from dateline.publishing.furniture import as_of_words, lines
from dateline.publishing.producers import names_of
from dateline.publishing.reach import ledger_line
from dateline.records.check import Check
from dateline.records.claim import DATES_AND_OFFICES
from dateline.records.report import Report


def render(check: Check, *, width: int = 100, color: bool = False) -> str:
    """A whole HTML document in UTF-8. Everything that comes from the report or a source is escaped."""
    return page(check)


def page(check: Check, drawn: Mapping[str, Sequence[tuple[str, str]]] | None = None, note: str = "") -> str:
    """The document; `drawn` are charts (what each shows, its SVG) by the heading of the text under which they stand,
    `note` is one more line among the notes."""
    names = names_of(check.theatre)
    made = [card(check, claim, names) for claim in check.claims]
    shown = marking.paragraphs(check.report, check.claims)
    head, body = _split(shown, check.report)
    return environment().get_template("page.html").render(
        report=check.report,
        check=check,
        head=head,
        body=body,
        cards={c.id: c for c in made},
        in_text={claim for p in shown for piece in p.pieces for claim in piece.ends},
        charts=charts_of(made, names),
        same_map=_same_map(made),
        drawn=drawn or {},
        dates=dates,
        wording=wording,
        counts=check.summary,
        ledgers=ledger_line(check),
        as_of=as_of_words(check),
        furniture=lines(check),
        byline=_byline(check.report),
        warnings=[w for w in dict.fromkeys((*check.report.warnings, *check.warnings, note)) if w],
        offices=DATES_AND_OFFICES,
        bibtex=bibtex(check, names),
        script=_script()[0],
        script_hash=_script()[1],
    ) + "\n"  # fmt: skip


@lru_cache(maxsize=1)
def _script() -> tuple[str, str]:
    """The page's script, and the hash by which its own policy lets it and no other run."""
    script = (TEMPLATES / "page.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return script, f"sha256-{digest}"


def _split(shown: list[marking.Paragraph], report: Report) -> tuple[dict[str, Any], list[marking.Paragraph]]:
    """The first title and standfirst go to the page's head, with their marks; all else stays in order. What only the
    report's own page states of itself is no part of its text, and is told apart by its role."""
    head: dict[str, Any] = {"title": None, "standfirst": None}
    body = []
    for paragraph in shown:
        if paragraph.role in head and head[paragraph.role] is None:
            head[paragraph.role] = paragraph
        else:
            body.append(paragraph)
    if head["title"] is None and report.title:
        head["title"] = marking.Paragraph("furniture", False, (marking.Piece(report.title),))
    if head["standfirst"] is None and report.standfirst:
        head["standfirst"] = marking.Paragraph("furniture", False, (marking.Piece(report.standfirst),))
    return head, body


def _byline(report: Report) -> str:
    parts = [" and ".join(report.authors), report.outlet or ""]
    if report.published:
        parts.append(f"published {dates.day(report.published)}")
    if report.updated:
        parts.append(f"updated {dates.day(report.updated)}")
    if report.date_basis not in ("published", "updated"):
        parts.append(f"read as of {dates.day(report.date)}")
    parts.append(f"{report.words:,} words, {report.minutes} min")
    return " · ".join(part for part in parts if part)


def _same_map(made: list[Card]) -> dict[str, str]:
    """Of each card with a map the first that has the same one."""
    seen: dict[Any, str] = {}
    return {c.id: seen.setdefault((c.regions.measure, c.regions.points), c.id) for c in made if c.regions is not None}

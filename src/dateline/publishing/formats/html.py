"""The proof page: one file, no network; the report's text with every figure marked, a card for each.

Its one script adds buttons that copy and keeps one card open at a time; everything else works without it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.publishing import charts, dates, marking, wording
from dateline.publishing.cards import Card, card, series_heading, series_rows
from dateline.publishing.citing import bibtex
from dateline.publishing.furniture import as_of_words, lines
from dateline.publishing.producers import Names, names_of
from dateline.publishing.reach import ledger_line
from dateline.records.check import Check
from dateline.records.claim import DATES_AND_OFFICES
from dateline.records.report import Report

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent.parent / "templates"


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
    return _environment().get_template("page.html").render(
        report=check.report,
        check=check,
        head=head,
        body=body,
        cards={c.id: c for c in made},
        in_text={claim for p in shown for piece in p.pieces for claim in piece.ends},
        charts=_charts(made, names),
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
def _environment() -> Environment:
    """Templates, compiled once; autoescape is on for all of them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip


@lru_cache(maxsize=1)
def _script() -> tuple[str, str]:
    """The page's script, and the hash by which its own policy lets it and no other run."""
    script = (_TEMPLATES / "page.js").read_text(encoding="utf-8")
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


def _charts(made: list[Card], names: Names) -> dict[str, dict[str, Any]]:
    """Each card's chart; a table of points that an earlier card has is pointed to, not repeated."""
    seen: dict[Any, str] = {}
    shown = {}
    for c in made:
        if c.share is not None:
            if svg := charts.share(c.share[0], c.figure, f"chart-{c.id}", claimed=c.share[1]):
                shown[c.id] = _share(c, svg)
            continue
        if c.series is None:
            continue
        svg = charts.draw(c.series, f"chart-{c.id}", frame=c.frame, lowest=c.lowest)
        if not svg:
            continue
        key = tuple((p.start, p.last, p.value) for p in c.series.points)
        same = seen.setdefault(key, c.id)
        rows, left_out = series_rows(c.series) if same == c.id else ([], 0)
        shown[c.id] = {
            "svg": svg,
            "heading": series_heading(c.series),
            "producer": names[c.series.producer] if c.series.producer else "",
            "rows": rows,
            "left_out": left_out,
            "same": same,
        }
    return shown


def _share(c: Card, svg: str) -> dict[str, Any]:
    """A share's bar, with its two values as the table behind it."""
    facts = dict(c.facts)
    rows = [(label, facts[label], "", False) for label in ("Claimed", "Computed", "Recorded") if label in facts]
    return {"svg": svg, "heading": "share of the whole", "producer": "", "rows": rows, "left_out": 0, "same": c.id}

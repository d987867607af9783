"""What a publication keeps: the story's HTML with its figures marked, and every figure with its card, chart and data.

What a producer does not let be passed on is taken out before anything is drawn.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from html import escape
from typing import Any

from dateline.publishing import marking
from dateline.publishing.cards import Card, card
from dateline.publishing.fragments import CardParts, Fragments, chart_file
from dateline.publishing.furniture import NOT_COVERED, as_of_words
from dateline.publishing.producers import Names, names_of
from dateline.publishing.schema import claim_dict
from dateline.publishing.withholding import withhold
from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.records.finding import Finding
from dateline.records.report import Block
from dateline.records.series import Series
from dateline.site.stories.rendering import body_html
from dateline.site.stories.weaving import Woven, weave

#: Parts a kept card: head, what was found, chart, who decided, working. What a report says never holds it: there
#: "<" is escaped.
CUT = "<!--cut-->"


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """One figure. `claim` is its part of the check's JSON, `card` the inside of its card as HTML (`card_parts` cuts
    it), `chart` an SVG document or nothing, `series` the points behind it as JSON."""

    key: str
    exact: str
    measure: str
    verdict: str
    decided_by: str
    claim: dict[str, Any]
    card: str
    chart: str
    series: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Frozen:
    """A story's parts as HTML, and its figures in order of the text. A figure whose words are not found in the HTML
    is among them all the same."""

    title: str
    standfirst: str
    body: str
    summary: str
    figures: tuple[FrozenFigure, ...]


def freeze(check: Check, text: str) -> Frozen:
    """The story as readers see it. `check` is of the whole Markdown, `text` the Markdown below headline and standfirst.
    A card has its map, but neither its chart (a file of its own) nor what could be said otherwise (the desk's)."""
    return _frozen(check, text, desk=False)


def annotated(check: Check, text: str) -> Frozen:
    """The draft as the desk sees it: cards whole, with their sentence, chart and what it could read."""
    return _frozen(check, text, desk=True)


def card_parts(kept: str) -> CardParts:
    """The pieces of a frozen card. A card that was kept as a whole is all `said`."""
    cut = kept.split(CUT)
    return CardParts(*cut) if len(cut) == 5 else CardParts("", kept, "", "", "")


def _frozen(check: Check, text: str, *, desk: bool) -> Frozen:
    shown = withhold(check)
    names = names_of(shown.theatre)
    cards = [card(shown, claim, names) for claim in shown.claims]
    if not desk:
        cards = [replace(c, suggested="") for c in cards]
    warnings = [w for w in dict.fromkeys((*shown.report.warnings, *shown.warnings)) if w] if desk else []
    fragments = Fragments(shown, cards, names, warnings)
    woven = weave(body_html(text), shown.report, shown.claims, fragments)
    return Frozen(
        title=_heading(shown, woven, fragments, title=True),
        standfirst=_heading(shown, woven, fragments, title=False),
        body=woven.body,
        summary=fragments.summary() + _beside(shown),
        figures=tuple(
            _figure(claim, c, fragments, names, desk=desk) for claim, c in zip(shown.claims, cards, strict=True)
        ),
    )


def _heading(check: Check, woven: Woven, fragments: Fragments, *, title: bool) -> str:
    """The headline, or the standfirst, with its marks: the report's blocks before the story."""
    blocks = [b for b in woven.before if (b.role == "title") is title and b.role != "caption"]
    if not blocks:
        return escape((check.report.title or "") if title else (check.report.standfirst or ""), quote=False)
    return " ".join(fragments.flow(_paragraph(check, block)) for block in blocks)


def _paragraph(check: Check, block: Block) -> marking.Paragraph:
    return marking.Paragraph(block.role, False, marking.pieces(check.report.text, block.start, block.end, check.claims))


def _beside(check: Check) -> str:
    """What was seen and not checked, put aside or not covered, and whose borders were used."""
    unread = "".join(
        f"<li><q>{escape(u.exact)}</q>{f' <span>{escape(u.why)}</span>' if u.why else ''}</li>" for u in check.unread
    )
    aside = "".join(f"<li><q>{escape(c.quote.exact)}</q> <span>{escape(why)}</span></li>" for c, why in check.dismissed)
    parts = [
        _folded("Numbers seen and not checked", len(check.unread), unread),
        _folded("Put aside by an editor", len(check.dismissed), aside),
        f'<p class="fine">{escape(as_of_words(check))} {escape(NOT_COVERED)}</p>',
        f'<p class="fine">Borders: {escape(check.border_policy)}</p>' if check.border_policy else "",
    ]
    return "".join(parts)


def _folded(heading: str, count: int, items: str) -> str:
    if not items:
        return ""
    return f'<details class="unread"><summary>{heading} ({count})</summary><ul>{items}</ul></details>'


def _figure(claim: Claim, made: Card, fragments: Fragments, names: Names, *, desk: bool) -> FrozenFigure:
    finding = claim.finding or Finding("unverified", "no_ledger", "Not checked yet.")
    parts = fragments.card(claim.id, quoted=desk, charted=desk)
    return FrozenFigure(
        key=claim.id,
        exact=made.exact[:300],
        measure=claim.measure or "",
        verdict=finding.verdict,
        decided_by=finding.decided_by,
        claim=claim_dict(claim),
        card=CUT.join(astuple(parts)),
        chart=chart_file(made),
        series=series_points(finding.series, names) if finding.series is not None else [],
    )


def series_points(series: Series, names: Names) -> list[dict[str, Any]]:
    """The points of a series as JSON, one a period, ends inclusive."""
    producer = names.heading(series.producer) if series.producer else ""
    return [
        {
            "start": point.start.isoformat(), "end": point.last.isoformat(), "value": point.value, "low": point.low,
            "high": point.high, "unit": series.unit, "flags": list(point.flags), "claimed": point.lit,
            "label": point.label, "producer": producer,
        }
        for point in series.points
    ]  # fmt: skip

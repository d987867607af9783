"""Parts of the proof page for pages that someone else puts together: headline and standfirst with their marks, what is
hung on a figure in the text, the cards in pieces, the summary. All of it is drawn by `templates/parts.html`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.publishing import charts, dates, wording
from dateline.publishing.cards import Card, series_heading, series_rows
from dateline.publishing.producers import Names

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.environment import TemplateModule

    from dateline.publishing.marking import Paragraph, Piece
    from dateline.records.check import Check

TEMPLATES = Path(__file__).parent / "templates"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Templates, compiled once; autoescape is on for all of them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from dateline.publishing.compiled import Compiled

    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False, bytecode_cache=Compiled(),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardParts:
    """A card in the order in which it is read: `head` (verdict and figure), `said` (what was found, the facts, the
    definition), `chart` (with the map, where there is one; empty without either), `decided` (by whom), `working`
    (readings, sources, query, citation)."""

    head: str
    said: str
    chart: str
    decided: str
    working: str


class Fragments:
    """Draws the parts of one check. `claims` of a piece must be ids of `cards`."""

    def __init__(self, check: Check, cards: Sequence[Card], names: Names, warnings: Sequence[str] = ()) -> None:
        self._cards = {card.id: card for card in cards}
        self._charts = charts_of(cards, names)
        self._parts: TemplateModule = environment().get_template("parts.html").make_module({
            "report": check.report, "cards": self._cards, "in_text": frozenset(), "wording": wording, "dates": dates,
            "counts": check.summary, "warnings": list(warnings), "bibtex": "",
        })  # fmt: skip

    def flow(self, paragraph: Paragraph) -> str:
        """A paragraph with its figures marked."""
        return self._draw("flow", paragraph).strip()

    def words(self, piece: Piece, text: str, *, linked: bool = False) -> str:
        """`text`, a part of a piece that is under a claim, as the label of that claim's badge; in a link (`linked`),
        which may hold no other control, marked and no more."""
        return self._draw("words", self._cards[piece.claims[0]], piece, text, linked)

    def badge(self, claim: str) -> str:
        """What opens the card of a claim."""
        return self._draw("badge", self._cards[claim])

    def summary(self) -> str:
        """How many of each verdict, what to look at first, notes."""
        return self._draw("summary").strip()

    def card(self, claim: str, *, quoted: bool = True, charted: bool = True) -> CardParts:
        """The inside of a claim's card; `quoted` repeats its sentence, without `charted` the map stands alone."""
        card, chart = self._cards[claim], self._charts.get(claim) if charted else None
        return CardParts(
            head=self._draw("head", card),
            said=self._draw("said", card, quoted),
            chart=(self._draw("figure", card, chart) if chart else "")
            + (self._draw("regions", card, card.map) if card.regions is not None else ""),
            decided=self._draw("decided", card),
            working=self._draw("working", card),
        )

    def _draw(self, macro: str, *values: Any) -> str:
        return str(getattr(self._parts, macro)(*values))


def charts_of(made: Sequence[Card], names: Names) -> dict[str, dict[str, Any]]:
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


def chart_file(card: Card) -> str:
    """The card's chart as an SVG document of its own; empty without one."""
    if card.share is not None:
        return charts.share(card.share[0], card.figure, f"chart-{card.id}", claimed=card.share[1], standalone=True)
    if card.series is None:
        return ""
    return charts.draw(card.series, f"chart-{card.id}", standalone=True, frame=card.frame, lowest=card.lowest)


def _share(c: Card, svg: str) -> dict[str, Any]:
    """A share's bar, with its two values as the table behind it."""
    facts = dict(c.facts)
    rows = [(label, facts[label], "", False) for label in ("Claimed", "Computed", "Recorded") if label in facts]
    return {"svg": svg, "heading": "share of the whole", "producer": "", "rows": rows, "left_out": 0, "same": c.id}

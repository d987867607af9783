"""Every figure at an address of its own: as a page, as JSON, as a table, as a chart."""

from __future__ import annotations

import base64
import csv
import datetime as dt
import hashlib
import io
import json
from collections.abc import Sequence
from typing import Any, NamedTuple, cast
from urllib.parse import urlencode

from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe

from dateline.ledgers.measures import MEASURES
from dateline.publishing import charts, dates, wording
from dateline.publishing.amounts import amount
from dateline.publishing.charts.frame import STYLE
from dateline.publishing.formats.csv import inert
from dateline.records.finding import Verdict
from dateline.site.stories import asking, describing
from dateline.site.stories.freezing import card_parts
from dateline.site.stories.models import Figure, State
from dateline.site.stories.pages import page, published

COLUMNS = ("kind", "start", "end", "value", "low", "high", "unit", "producer", "definition", "known_on", "note")
FIGURES_A_PAGE = 50
#: A chart opened on its own has its colours from the style inside it, and from nothing else.
_CHART_POLICY = {
    "script-src": ["'none'"],
    "style-src": [
        f"'sha256-{base64.b64encode(hashlib.sha256(STYLE[7:-8].encode()).digest()).decode()}'",
    ],
}


class Version(NamedTuple):
    """A figure in one publication; `changed` says whether it reads otherwise than in the one before."""

    figure: Figure
    word: str
    shape: str
    summary: str
    changed: bool


class Row(NamedTuple):
    """A point of the series in words."""

    period: str
    value: str
    flags: str
    claimed: bool


@published
def index(request: HttpRequest) -> HttpResponse:
    """The figures that readers see now, of one measure or verdict where asked."""
    shown = asking.figures()
    chosen = {name: request.GET.get(name, "").replace("\0", "") for name in ("measure", "verdict")}
    measures = sorted(set(shown.order_by().exclude(measure="").values_list("measure", flat=True)))
    for name, value in chosen.items():
        if value:
            shown = shown.filter(**{name: value[:60]})
    found = Paginator(shown, FIGURES_A_PAGE).get_page(request.GET.get("page"))
    query = urlencode({name: value for name, value in chosen.items() if value})
    context = {
        "figures": [(figure, *_verdict(figure)) for figure in found], "found": found, "chosen": chosen,
        "query": f"{query}&" if query else "",
        "measures": [(name, measure_words(name)) for name in measures],
        "verdicts": [(verdict, wording.WORDS[verdict]) for verdict in wording.ORDER], "canonical": "/figures/",
    }  # fmt: skip
    return page("stories/figures.html", context)


@published
def figure(request: HttpRequest, address: str) -> HttpResponse:
    """One figure as last published, with what it was before."""
    versions = _versions(address)
    shown = versions[-1]
    story = shown.publication.story
    word, shape = _verdict(shown)
    parts = card_parts(shown.card)
    context = {
        "figure": shown, "story": story, "revision": shown.publication.revision, "word": word, "shape": shape,
        "parts": parts, "working": _under_the_headline(parts.working), "chart": mark_safe(charts.embedded(shown.chart)),
        "rows": [_row(point) for point in shown.series], "history": _history(versions),
        "measure": measure_words(shown.measure), "definition": _definition(shown),
        "current": story.publication_id == shown.publication_id, "canonical": shown.get_absolute_url(),
        "linked": describing.figure(shown),
    }  # fmt: skip
    return page("stories/figure.html", context)


@published
def as_json(request: HttpRequest, address: str) -> HttpResponse:
    """The figure as data: its claim with finding and readings, the points behind its chart, its history."""
    versions = _versions(address)
    shown = versions[-1]
    told = {
        "schema": 1,
        "address": describing.address(shown.get_absolute_url()),
        "story": describing.address(shown.publication.story.get_absolute_url()),
        "headline": shown.publication.revision.title,
        "published": shown.publication.at.isoformat(timespec="seconds"),
        "evidence_sha256": shown.publication.sha256,
        "verdict": shown.verdict,
        "decided_by": shown.decided_by,
        "claim": shown.claim,
        "series": shown.series,
        "history": [
            {"published": v.figure.publication.at.isoformat(timespec="seconds"), "exact": v.figure.exact,
             "verdict": v.figure.verdict, "summary": v.summary, "decided_by": v.figure.decided_by}
            for v in _history(versions)
        ],
    }  # fmt: skip
    written = json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return HttpResponse(written, content_type="application/json; charset=utf-8")


@published
def as_csv(request: HttpRequest, address: str) -> HttpResponse:
    """The readings and the points of the series as a table; no cell is one that a spreadsheet would run."""
    shown = _versions(address)[-1]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([inert(cell) if isinstance(cell, str) else cell for cell in row] for row in _table(shown))
    response = HttpResponse(file.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="figure-{shown.address}.csv"'
    return response


@published
@csp_replace(_CHART_POLICY)  # type: ignore[untyped-decorator]
def as_svg(request: HttpRequest, address: str) -> HttpResponse:
    """The figure's chart."""
    shown = _versions(address)[-1]
    if not shown.chart:
        raise Http404
    return HttpResponse(shown.chart, content_type="image/svg+xml; charset=utf-8")


def measure_words(measure: str) -> str:
    """A measure's name for readers: "territory, net change"."""
    return measure.replace(".", ", ").replace("_", " ")


def _versions(address: str) -> list[Figure]:
    """The figure in every publication of its story, the first one first. Raises Http404 where readers may see none:
    an unknown address, or a story that was withdrawn."""
    found = (
        Figure.objects.filter(address=address, publication__story__state=State.PUBLISHED)
        .select_related("publication__story", "publication__revision")
        .defer("publication__evidence", "publication__page", "publication__revision__text")
        .order_by("publication__number")
    )
    versions: list[Figure] = list(found)
    if not versions:
        raise Http404
    return versions


def _under_the_headline(working: str) -> SafeString:
    """The working of a card, whose headings stand below those of a story, for a page of its own."""
    return mark_safe(working.replace("<h4>", "<h2>").replace("</h4>", "</h2>"))


def _history(versions: Sequence[Figure]) -> list[Version]:
    told: list[Version] = []
    before: tuple[str, ...] | None = None
    for version in versions:
        finding = version.claim.get("finding") or {}
        said = (version.exact, version.verdict, str(finding.get("summary", "")), version.decided_by)
        told.append(Version(version, *_verdict(version), said[2], before is not None and said != before))
        before = said
    return told


def _verdict(figure: Figure) -> tuple[str, str]:
    """A verdict's word and sign."""
    return describing.verdict_word(figure.verdict), wording.SHAPES.get(cast(Verdict, figure.verdict), "?")


def _definition(figure: Figure) -> str:
    return MEASURES[figure.measure].definition if figure.measure in MEASURES else ""


def _row(point: dict[str, Any]) -> Row:
    start, end = dt.date.fromisoformat(point["start"]), dt.date.fromisoformat(point["end"])
    value = amount(point["value"], point["unit"]) or "no answer"
    return Row(point["label"] or dates.stretch(start, end), value, ", ".join(point["flags"]), point["claimed"])


def _table(figure: Figure) -> list[tuple[Any, ...]]:
    finding = figure.claim.get("finding") or {}
    rows: list[tuple[Any, ...]] = []
    for reading in finding.get("readings", ()):
        period = reading["period"] or {}
        rows.append((
            "reading", period.get("start", ""), period.get("end", ""), reading["value"], "", "", finding.get("unit"),
            reading["producer"], reading["definition"], reading["as_of"], reading["note"] or reading["answer"],
        ))  # fmt: skip
    for point in figure.series:
        rows.append((
            "series", point["start"], point["end"], point["value"], point["low"], point["high"], point["unit"],
            point["producer"], "", "", " ".join(point["flags"]),
        ))  # fmt: skip
    return [tuple("" if cell is None else cell for cell in row) for row in rows]

"""A figure as JSON, CSV, SVG and as a notebook shows it."""

from __future__ import annotations

import base64
import csv
import io
import json
from html import escape
from typing import Any

from dateline.figures.drawing import chart
from dateline.figures.shape import Change, Figure, FigureError, Rank, Record
from dateline.figures.telling import sentences
from dateline.figures.withholding import outgoing
from dateline.publishing.withholding import reason
from dateline.records.period import Period
from dateline.records.series import Point

_COLUMNS = ("measure", "unit", "start", "end", "place", "part", "value", "flags", "producer", "as_of")
#: A chart that stands alone is no larger than this.
MOST_BYTES = 8192


class Shown(Figure):
    """A figure that can show itself: as JSON, CSV, a chart, and in a notebook."""

    __slots__ = ()

    def to_json(self) -> str:
        return json.dumps(figure_dict(self), ensure_ascii=False, indent=2) + "\n"

    def to_csv(self) -> str:
        """The parts, one a row; of a figure without parts the one row of the whole."""
        return as_csv(self)

    def to_svg(self) -> str:
        """A chart of the parts that stands alone. Raises FigureError where there are fewer than two."""
        return as_svg(self)

    def _repr_html_(self) -> str:
        return as_html(self)


def figure_dict(figure: Figure) -> dict[str, Any]:
    """The figure as product.md's JSON; ends inclusive."""
    figure = outgoing(figure)
    return {
        "schema": 1,
        "measure": figure.measure,
        "as": figure.form,
        "unit": figure.unit,
        "from": figure.period.start.isoformat(),
        "to": figure.period.last.isoformat(),
        "place": figure.place.id,
        "as_of": figure.as_of.isoformat(),
        "value": _round(figure.value),
        "low": _round(figure.low),
        "high": _round(figure.high),
        "definition": figure.definition,
        "said": list(figure.said),
        **_forms(figure),
        "readings": [
            {
                "producer": a.producer, "definition": a.definition, "start": a.period.start.isoformat(),
                "end": a.period.last.isoformat(), "known": a.known, "basis": a.basis, "value": _round(a.value),
                "low": _round(a.low), "high": _round(a.high), "days": a.days, "rows": a.rows,
                "departs": list(a.departs), "note": a.note,
            }
            for a in figure.readings
        ],
        "series": [_point(p) for p in figure.series.points],
        "flags": list(figure.flags),
        "coverage": None if figure.coverage is None else {
            "start": figure.coverage.start.isoformat(), "end": figure.coverage.end.isoformat()
        },
        "sources": [{"producer": s.producer, "title": s.title, "url": s.url, "sha256": s.sha256, "licence": s.licence}
                    for s in figure.sources],
        "query": figure.query,
    }  # fmt: skip


def _forms(figure: Figure) -> dict[str, Any]:
    """What only a change, a rank or a record has."""
    found: dict[str, Any] = {}
    if figure.change is not None:
        found["change"] = _change(figure.change)
    if figure.rank is not None:
        found["rank"] = _rank(figure.rank)
    if figure.record is not None:
        found["record"] = _record(figure.record)
    return found


def _change(change: Change) -> dict[str, Any]:
    return {
        "than": _span(change.baseline), "before": _round(change.before), "now": _round(change.now),
        "absolute": _round(change.absolute), "percent": _round(change.percent), "times": _round(change.times),
    }  # fmt: skip


def _rank(rank: Rank) -> dict[str, Any]:
    return {
        "place": rank.least if rank.least == rank.most else None, "least": rank.least, "most": rank.most,
        "of": rank.of, "kind": rank.kind, "among": _span(rank.window), "uncovered": rank.uncovered,
        "tied": [_span(p) for p in rank.tied],
        "above": [{**_span(p), "value": _round(value)} for p, value in rank.above],
        "flags": list(rank.flags),
    }  # fmt: skip


def _record(record: Record) -> dict[str, Any]:
    last = None if record.last is None else {**_span(record.last), "value": _round(record.value)}
    return {
        "kind": record.kind, "since": record.since.isoformat(), "last": last, "sure": record.sure, "why": record.why,
        "flags": list(record.flags),
    }  # fmt: skip


def _span(period: Period) -> dict[str, Any]:
    return {"start": period.start.isoformat(), "end": period.last.isoformat()}


def _point(point: Point) -> dict[str, Any]:
    return {
        "start": point.start.isoformat(), "end": point.last.isoformat(), "label": point.label,
        "value": _round(point.value), "flags": list(point.flags),
    }  # fmt: skip


def as_csv(figure: Figure) -> str:
    """One row a part, of a figure without parts one row of the whole; an empty value is unknown."""
    figure = outgoing(figure)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_COLUMNS)
    rows: list[tuple[Any, ...]] = [
        (p.start, p.last, p.label, p.value, " ".join(p.flags)) for p in figure.series.points
    ] or [(figure.period.start, figure.period.last, "", figure.value, "; ".join(figure.flags))]
    for start, last, label, value, flags in rows:
        shown = "" if value is None else f"{value:.10g}"
        writer.writerow((figure.measure, figure.unit, start, last, figure.place.id, label, shown, flags,
                         figure.series.producer, figure.as_of))  # fmt: skip
    return file.getvalue()


def as_svg(figure: Figure) -> str:
    """A chart in a file of its own that follows the reader's light or dark: the parts as bars or a line, a share as one
    bar, a rank or record among its rivals."""
    drawn = chart(outgoing(figure))
    if not drawn and figure.withheld:
        raise FigureError(reason(", ".join(figure.withheld.values())))
    if not drawn:
        raise FigureError("a chart needs two parts that have a figure: add --by day, week, month, region or weapon")
    return drawn


def as_html(figure: Figure) -> str:
    """The value, its readings and its chart, as a notebook shows them."""
    from dateline.publishing.amounts import amount

    figure = outgoing(figure)
    value = "none" if figure.value is None else amount(figure.value, figure.unit)
    rows = "".join(
        f"<tr><td>{escape(amount(a.value, figure.unit))}</td><td>{escape(a.producer)}</td>"
        f"<td>{escape(a.definition)}</td><td>{escape(a.note)}</td></tr>"
        for a in figure.readings
    )
    drawn = _picture(chart(figure), figure)
    flags = f"<p>Flags: {escape('; '.join(figure.flags))}</p>" if figure.flags else ""
    head = escape(f"{figure.measure}, {figure.place.name}, {figure.period}: {value}")
    again = f"<p><code>{escape(figure.query)}</code></p>"
    said = "".join(f"<br>{escape(sentence)}" for sentence in (*sentences(figure), figure.definition))
    return f"<p><b>{head}</b>{said}</p><table>{rows}</table>{drawn}{flags}{again}"


def _picture(svg: str, figure: Figure) -> str:
    """The chart as a picture: its style stays inside, and touches nothing else in a notebook."""
    if not svg:
        return ""
    coded = base64.b64encode(svg.encode()).decode()
    return f'<img width="560" alt="{escape(figure.series.title)}" src="data:image/svg+xml;base64,{coded}">'


def _round(value: float | None) -> float | None:
    return None if value is None or value in (float("inf"), float("-inf")) else round(value, 4)

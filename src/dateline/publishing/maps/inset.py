"""The map on a card: regions shaded by a figure of the ledgers, with no producer's geometry in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from dateline.publishing import dates
from dateline.publishing.amounts import amount, number
from dateline.publishing.maps.outlines import STEPS, Outlines
from dateline.records.series import Point, Series

#: Pixels to a step of the outlines' grid.
_SCALE = 3
#: km2 below which a region is left plain and unnamed.
_LEAST = 0.05
#: Shades from faint to full: a region has the first whose part of the greatest figure it does not exceed.
_SHADES = ((0.1, 0.3), (0.3, 0.5), (0.6, 0.75), (1.0, 1.0))
_LABELS, _LETTER, _LINE = 7, 6.4, 12.0


@dataclass(frozen=True, slots=True)
class Inset:
    """`svg` is at most 8 kB. `told` says what is to be seen; `rows` are region, figure and whether it is the place
    asked about, the greatest first."""

    svg: str
    heading: str
    told: str
    rows: tuple[tuple[str, str, bool], ...]


def inset(series: Series, names: Mapping[str, str], drawn: Outlines, producer: str, name: str) -> Inset | None:
    """`series` holds a region a point, its id as label. `name` makes the ids on the page unique. None where no region
    has anything."""
    shown = [p for p in series.points if p.value is not None and abs(p.value) >= _LEAST]
    shown.sort(key=lambda p: -abs(p.value or 0.0))
    if not any(p.label in drawn.paths for p in shown):
        return None
    signed = series.measure == "territory.net_change"
    rows = tuple((names.get(p.label, "in no region"), _figure(p, series.unit, signed), p.lit) for p in shown)
    when = dates.stretch(shown[0].start, shown[0].last)
    heading = f"{series.title} by region, {when} ({producer})"
    listed = "; ".join(f"{region} {figure}" for region, figure, _ in rows[:3])
    rest = len(rows) - 3
    told = f"Most in {listed}{f'; {rest} more below' if rest > 0 else ''}."
    return Inset(_svg(shown, drawn, signed, heading, told, name), heading, told, rows)


def _figure(point: Point, unit: str, signed: bool) -> str:
    shown = amount(point.value, unit)
    return f"+{shown}" if signed and (point.value or 0) > 0 else shown


def _svg(shown: Sequence[Point], drawn: Outlines, signed: bool, heading: str, told: str, name: str) -> str:
    most = abs(shown[0].value or 0.0)
    shaded = [(p, drawn.paths[p.label]) for p in shown if p.label in drawn.paths]
    fills = "".join(_region(p, most, path, name) for p, path in shaded)
    bare = "".join(path for code, path in drawn.paths.items() if code not in {p.label for p, _ in shaded})
    stripes = (
        f'<pattern id="{name}-s" width="1.5" height="1.5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path class="rm-line" d="M.7 0v1.5"/></pattern>' if any((p.value or 0.0) < 0 for p, _ in shaded) else ""
    )  # fmt: skip
    labels = "".join(_labels([p for p, _ in shaded], drawn, signed))
    return (
        f'<svg class="chart rmap" viewBox="0 0 {STEPS * _SCALE} {drawn.high * _SCALE}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(_plain(heading))}</title>'
        f'<desc id="{name}-d">{escape(_plain(told))}</desc>{stripes}'
        f'<g transform="scale({_SCALE})" fill-rule="evenodd"><path class="rm-land" d="{bare}"/>{fills}</g>'
        f'<g class="rm-name" text-anchor="middle">{labels}</g></svg>'
    )


def _region(point: Point, most: float, path: str, name: str) -> str:
    """One shaded region: plain where its figure is above nought, striped where it is below."""
    value = point.value or 0.0
    kind, own = ("rm-more" if value > 0 else "rm-less"), (" rm-own" if point.lit else "")
    fill = "" if value > 0 else f' fill="url(#{name}-s)"'
    return f'<path class="{kind}{own}"{fill} fill-opacity="{_shade(value, most)}" d="{path}"/>'


def _shade(value: float, most: float) -> float:
    return next(opacity for part, opacity in _SHADES if abs(value) <= part * most * (1 + 1e-9))


def _labels(shown: Sequence[Point], drawn: Outlines, signed: bool) -> Iterator[str]:
    """Figures in the middle of their regions, the greatest first, none over another."""
    taken: list[tuple[float, float, float, float]] = []
    for point in shown[:_LABELS]:
        value = point.value or 0.0
        text = f"{'+' if signed and value > 0 else ''}{number(value)}"
        x, y = (at * _SCALE for at in drawn.middles[point.label])
        half = _LETTER * len(text) / 2
        box = (x - half, y - _LINE / 2, x + half, y + _LINE / 2)
        if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            continue
        taken.append(box)
        yield f'<text x="{x:.0f}" y="{y + 4:.0f}">{text}</text>'


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")

"""Bars in layers: each period's kinds on top of one another, named beside their colours; or one bar of its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

from dateline.publishing.amounts import amount, number
from dateline.publishing.charts import frame
from dateline.records.series import Point, Series

#: Colours that stay apart in light and dark; what lies beyond them is one layer, "other".
COLOURS = 6
#: More segments than this make a file too large, and each too thin to see.
MOST = 180
_KEY_WIDTH = 6.2
_BAR_TOP, _BAR_HEIGHT = 34, 34


def draw(layers: Mapping[str, Series], name: str, *, standalone: bool = False) -> str:
    """The layers, all over the same periods, stacked from the first; empty with fewer than two periods that have any
    value, and with more than MOST segments. A period is missing where no layer has it."""
    kept = list(layers.items())[:COLOURS]
    total = whole([series for _, series in kept])
    if total is None or len(kept) * len(total.points) > MOST:
        return ""
    ruler = frame.scale(total, from_zero=True)
    heights = [0.0] * len(total.points)
    body = []
    for n, (_, series) in enumerate(kept, 1):
        paths = []
        for i, point in enumerate(series.points):
            if not point.value:
                continue
            low, heights[i] = heights[i], heights[i] + point.value
            left, right = ruler.x(i + 0.12), ruler.x(i + 0.88)
            paths.append(f"M{left:.1f} {ruler.y(low):.1f}V{ruler.y(heights[i]):.1f}H{right:.1f}V{ruler.y(low):.1f}z")
        body.append(f'<path class="ch-s{n}" d="{"".join(paths)}"/>')
    marks = "".join(_mark(ruler, i, heights[i]) for i, point in enumerate(total.points) if point.lit)
    body.append(f'<path class="ch-mark" d="{marks}"/>' if marks else "")
    body.append(keys([label for label, _ in kept]))
    told = f"Stacked: {', '.join(label for label, _ in kept)}."
    return frame.assemble(total, name, ruler, "".join(body), standalone=standalone, told=told)


def parts(series: Series, name: str, *, standalone: bool = False) -> str:
    """One bar whose segments are the points, each with its label; empty with fewer than two that have a value."""
    shown = _merged([p for p in series.points if p.value and p.value > 0])
    together = sum(p.value or 0.0 for p in shown)
    if len(shown) < 2 or any((p.value or 0.0) < 0 for p in series.points):
        return ""
    at, body = 8.0, []
    room = frame.WIDTH - 16
    for n, point in enumerate(shown, 1):
        width = room * (point.value or 0.0) / together
        body.append(f'<path class="ch-s{n}" d="M{at:.1f} {_BAR_TOP}h{width:.1f}v{_BAR_HEIGHT}h-{width:.1f}z"/>')
        at += width
    labels = [f"{p.label} {number(p.value or 0.0)}" for p in shown]
    body.append(f'<text x="8" y="22">{escape(amount(together, series.unit))}</text>')
    body.append("".join(_key(n, label, 8 + 205 * ((n - 1) % 2), 88 + 17 * ((n - 1) // 2))
                        for n, label in enumerate(labels, 1)))  # fmt: skip
    return frame.wrapped(series, name, f"Parts of {amount(together, series.unit)}: {'; '.join(labels)}.", "".join(body),
                         standalone=standalone)  # fmt: skip


def keys(labels: Sequence[str]) -> str:
    """The names of the layers beside squares of their colours, in a row above the bars."""
    out, x = [], 50.0
    for n, label in enumerate(labels, 1):
        out.append(_key(n, label, x, 11))
        x += 20 + _KEY_WIDTH * len(label)
    return "".join(out)


def _key(n: int, label: str, x: float, y: float) -> str:
    return (
        f'<path class="ch-s{n}" d="M{x:.0f} {y - 8:.0f}h9v9h-9z"/><text x="{x + 13:.0f}" y="{y}">{escape(label)}</text>'
    )


def _mark(ruler: frame.Scale, i: int, height: float) -> str:
    return f"M{ruler.x(i + 0.5):.1f} {ruler.y(height) - 3:.1f}l-4-6h8z"


def whole(layers: Sequence[Series]) -> Series | None:
    """The sum of the layers, None with fewer than two periods that have any."""
    if not layers:
        return None
    points = []
    for column in zip(*(series.points for series in layers), strict=True):
        known = [p.value for p in column if p.value is not None]
        points.append(replace(column[0], value=sum(known) if known else None, lit=any(p.lit for p in column)))
    enough = sum(p.value is not None for p in points) > 1
    return replace(layers[0], points=tuple(points)) if enough else None


def _merged(points: list[Point]) -> list[Point]:
    """The largest, and the rest as one."""
    if len(points) <= COLOURS:
        return points
    ordered = sorted(points, key=lambda p: -(p.value or 0.0))
    rest = ordered[COLOURS - 1 :]
    return [*ordered[: COLOURS - 1], replace(rest[0], label="other", value=sum(p.value or 0.0 for p in rest))]

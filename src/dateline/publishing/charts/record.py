"""A record: the periods as bars, the line that the lit one draws, and in another colour every other that reaches it."""

from __future__ import annotations

from dateline.publishing import dates
from dateline.publishing.amounts import amount
from dateline.publishing.charts import frame
from dateline.records.series import Point, Series

#: More periods than this are cut to those before the lit one, and a few after it.
MOST = 120
_AFTER = 12


def draw(series: Series, name: str, *, lowest: bool = False, standalone: bool = False) -> str:
    """The series up to its lit period; empty without a lit period that has a value, or without another."""
    at = next((i for i, p in reversed(list(enumerate(series.points))) if p.lit and p.value is not None), None)
    if at is None:
        return ""
    own, stop = series.points[at], min(len(series.points), max(at + 1 + _AFTER, MOST))
    points = series.points[max(0, stop - MOST) : stop]
    if own.value is None or sum(p.value is not None for p in points) < 2:
        return ""
    shown = Series(series.measure, series.unit, points, series.title, series.producer)
    ruler = frame.scale(shown, from_zero=True)
    zero = ruler.y(0)
    bars: dict[str, list[str]] = {"ch-bar": [], "ch-lit": [], "ch-s5": [], "ch-none": []}
    reached = []
    for i, point in enumerate(points):
        left, right = ruler.x(i + 0.12), ruler.x(i + 0.88)
        if point.value is None:
            bars["ch-none"].append(f"M{left:.1f} {zero - 3:.1f}H{right:.1f}v2H{left:.1f}z")
            continue
        reaches = not point.lit and (point.value <= own.value if lowest else point.value >= own.value)
        kind = "ch-lit" if point.lit else "ch-s5" if reaches else "ch-bar"
        bars[kind].append(f"M{left:.1f} {zero:.4g}V{ruler.y(point.value):.1f}h{right - left:.1f}V{zero:.4g}")
        reached += [point] if reaches else []
    body = "".join(f'<path class="{kind}" d="{"".join(paths)}"/>' for kind, paths in bars.items() if paths)
    line = ruler.y(own.value)
    body += f'<path class="ch-record" d="M46 {line:.1f}H412"/>'
    return frame.assemble(shown, name, ruler, body, standalone=standalone, told=_told(own, reached, lowest))


def _told(own: Point, reached: list[Point], lowest: bool) -> str:
    word = "as low or lower" if lowest else "as high or higher"
    said = f"The record line is at {amount(own.value)};"
    if not reached:
        return f"{said} no other period shown is {word}."
    return f"{said} {len(reached)} shown {'are' if len(reached) > 1 else 'is'} {word}, the last {_when(reached[-1])}."


def _when(point: Point) -> str:
    return dates.stretch(point.start, point.last)

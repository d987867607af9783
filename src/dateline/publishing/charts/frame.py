"""What every chart shares: the scale, the axis, the claimed line, the words that stand in for the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

from dateline.publishing import dates
from dateline.publishing.amounts import amount, number
from dateline.records.series import Series

WIDTH, HEIGHT = 420, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 8, 16, 22
#: For a chart in a file of its own; on a page the page's style decides.
STYLE = (
    "<style>svg{--ch-bar:#8a97a6;--ch-lit:#0b5f9e;--ch-line:#5b6876;--ch-claim:#b3261e;--ch-grid:#d9dde2;"
    "--ch-none:#c9ced4;--ch-text:#333}@media(prefers-color-scheme:dark){svg{--ch-bar:#7f8b99;--ch-lit:#6cb4ee;"
    "--ch-line:#a9b4c0;--ch-claim:#ff8a80;--ch-grid:#3a4149;--ch-none:#4d555e;--ch-text:#d6dbe0}}"
    ".ch-bar{fill:#8a97a6;fill:var(--ch-bar)}.ch-lit{fill:#0b5f9e;fill:var(--ch-lit)}"
    ".ch-line{fill:none;stroke:#5b6876;stroke:var(--ch-line);stroke-width:1.5}"
    ".ch-dot{fill:#0b5f9e;fill:var(--ch-lit)}"
    ".ch-claim{stroke:#b3261e;stroke:var(--ch-claim);stroke-width:1.5;stroke-dasharray:5 3}"
    ".ch-grid{fill:none;stroke:#d9dde2;stroke:var(--ch-grid)}.ch-none{fill:#c9ced4;fill:var(--ch-none)}"
    ".ch-s1{fill:#2878b5;fill:var(--ch-s1,#2878b5)}.ch-s2{fill:#c2702a;fill:var(--ch-s2,#c2702a)}"
    ".ch-s3{fill:#4f8f5b;fill:var(--ch-s3,#4f8f5b)}.ch-s4{fill:#8a6bb0;fill:var(--ch-s4,#8a6bb0)}"
    ".ch-s5{fill:#a8862b;fill:var(--ch-s5,#a8862b)}.ch-s6{fill:#7f8b99;fill:var(--ch-s6,#7f8b99)}"
    ".ch-mark{fill:#333;fill:var(--ch-text)}.ch-band{fill:#8a97a6;fill:var(--ch-bar);opacity:.35}"
    ".ch-record{fill:none;stroke:#0b5f9e;stroke:var(--ch-lit);stroke-dasharray:2 3}"
    "text{font:11px sans-serif;fill:#333;fill:var(--ch-text)}.ch-said{fill:#b3261e;fill:var(--ch-claim)}</style>"
)


@dataclass(frozen=True, slots=True)
class Scale:
    """From values and positions to pixels; `ticks` are the values that the axis names."""

    low: float
    high: float
    count: int
    ticks: tuple[float, ...]

    def x(self, position: float) -> float:
        return _LEFT + position * (WIDTH - _LEFT - _RIGHT) / self.count

    def y(self, value: float) -> float:
        return _TOP + (self.high - value) * (HEIGHT - _TOP - _BOTTOM) / (self.high - self.low)


def scale(series: Series, *, from_zero: bool) -> Scale:
    """A scale that holds every value and the claimed one, with two to five round ticks."""
    values = [v for p in series.points for v in (p.value, p.low, p.high) if v is not None and math.isfinite(v)]
    if series.claimed is not None:
        values.append(series.claimed)
    low, high = min(values), max(values)
    if from_zero:
        low, high = min(0.0, low), max(0.0, high)
    if high - low < 1e-9:
        low, high = low - 0.5, high + 0.5
    rough = (high - low) / 3
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough)
    low, high = math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step
    ticks = tuple(low + i * step for i in range(round((high - low) / step) + 1))
    return Scale(low, high, max(1, len(series.points)), ticks)


def assemble(series: Series, name: str, ruler: Scale, body: str, *, standalone: bool, told: str = "") -> str:
    """The chart as one `<svg>` whose title and description say in words what it shows; `told` is said besides."""
    inner = f"{_axis(ruler)}{body}{_claimed(series, ruler)}{_times(series, ruler)}"
    return wrapped(series, name, f"{describe(series)} {told}".strip(), inner, standalone=standalone)


def wrapped(series: Series, name: str, told: str, inner: str, *, standalone: bool, height: int = HEIGHT) -> str:
    """`inner` in an `<svg>` with the series' title and `told` as its description."""
    title = escape(series.title or series.measure.replace(".", ", ").replace("_", " "))
    xmlns = ' xmlns="http://www.w3.org/2000/svg"' if standalone else ""
    return (
        f'<svg{xmlns} class="chart" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{title}</title><desc id="{name}-d">{escape(told).replace(chr(0xA0), " ")}</desc>'
        f"{STYLE if standalone else ''}{inner}</svg>"
    )


def embedded(svg: str) -> str:
    """A chart that was drawn to stand alone, for a page whose own style decides."""
    return svg.replace(STYLE, "").replace(' xmlns="http://www.w3.org/2000/svg"', "")


def describe(series: Series) -> str:
    """The chart in words: span, lowest, highest, the claimed period, the claimed value, what is missing."""
    points = [p for p in series.points if p.value is not None]
    low, high = min(points, key=lambda p: p.value or 0), max(points, key=lambda p: p.value or 0)
    said = [
        f"{len(series.points)} periods, {dates.stretch(series.points[0].start, series.points[-1].last)}.",
        f"Lowest {amount(low.value, series.unit)} in {dates.stretch(low.start, low.last)},",
        f"highest {amount(high.value, series.unit)} in {dates.stretch(high.start, high.last)}.",
    ]
    lit = [p for p in points if p.lit]
    if lit:
        said.append(
            f"Claimed period: {'; '.join(f'{dates.stretch(p.start, p.last)}, {amount(p.value)}' for p in lit[:3])}."
        )
    if series.claimed is not None:
        said.append(f"The report says {amount(series.claimed, series.unit)}.")
    if len(points) < len(series.points):
        said.append(f"No answer for {len(series.points) - len(points)} of them.")
    return " ".join(said).replace("\u00a0", " ")


def _axis(ruler: Scale) -> str:
    rules = "".join(f"M{_LEFT} {ruler.y(tick):.1f}H{WIDTH - _RIGHT}" for tick in ruler.ticks)
    names = "".join(f'<text x="{_LEFT - 5}" y="{ruler.y(tick) + 4:.1f}">{number(tick)}</text>' for tick in ruler.ticks)
    return f'<path class="ch-grid" d="{rules}"/><g text-anchor="end">{names}</g>'


def _claimed(series: Series, ruler: Scale) -> str:
    if series.claimed is None:
        return ""
    y = ruler.y(series.claimed)
    beside = y - 4 if y > _TOP + 8 else y + 12
    return (
        f'<line class="ch-claim" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<text class="ch-said" x="{_LEFT + 4}" y="{beside:.1f}">claimed {number(series.claimed)}</text>'
    )


def _times(series: Series, ruler: Scale) -> str:
    """First and last period at the ends, the lit one where it does not run into them."""
    points, y = series.points, HEIGHT - 6
    first, last = _short(series, 0), _short(series, len(points) - 1)
    out = [
        f'<text x="{_LEFT}" y="{y}">{first}</text>',
        f'<text x="{WIDTH - _RIGHT}" y="{y}" text-anchor="end">{last}</text>',
    ]
    lit = [i for i, p in enumerate(points) if p.lit]
    if lit:
        label, x = _short(series, lit[-1]), ruler.x(lit[-1] + 0.5)
        half = 3.2 * len(label)
        clear = _LEFT + 6.4 * len(first) + 10 + half < x < WIDTH - _RIGHT - 6.4 * len(last) - 10 - half
        if clear:
            out.append(f'<text x="{x:.1f}" y="{y}" text-anchor="middle">{label}</text>')
    return "".join(out)


def _short(series: Series, i: int) -> str:
    point = series.points[i]
    if point.label:
        return escape(point.label)
    if (point.last - point.start).days > 360:
        return str(point.start.year)
    if (point.last - point.start).days > 26:
        return f"{point.start:%b} {point.start.year}"
    return f"{point.start.day} {point.start:%b} {point.start.year}"

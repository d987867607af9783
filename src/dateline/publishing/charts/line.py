"""A line: standing levels and long series; it breaks where a period has no answer."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.publishing.charts import frame
from dateline.records.series import Point, Series

#: About one point every pixel: more would only make the file larger.
_MOST_POINTS = 360
#: With a band, which has two edges more.
_MOST_RANGED = 150


def draw(series: Series, name: str, *, standalone: bool = False) -> str:
    """The series as a line with the claimed periods as dots; the axis need not start at zero."""
    ruler = frame.scale(series, from_zero=False)
    path, up = [], False
    kept = _kept(series.points, _MOST_RANGED if any(p.low is not None for p in series.points) else _MOST_POINTS)
    for i in kept:
        value = series.points[i].value
        if value is None:
            up = False
            continue
        path.append(f"{'L' if up else 'M'}{ruler.x(i + 0.5):.1f} {ruler.y(value):.1f}")
        up = True
    lit = [(i, p.value) for i, p in enumerate(series.points) if p.lit and p.value is not None]
    shown = lit if len(lit) <= 12 else [lit[0], lit[-1]]
    dots = "".join(
        f'<circle class="ch-dot" cx="{ruler.x(i + 0.5):.1f}" cy="{ruler.y(v):.1f}" r="4"/>' for i, v in shown
    )
    band = _band(series, ruler, kept)
    told = "The band runs from the low to the high that the producer gives." if band else ""
    body = f'{band}<path class="ch-line" d="{"".join(path)}"/>{dots}'
    return frame.assemble(series, name, ruler, body, standalone=standalone, told=told)


def _band(series: Series, ruler: frame.Scale, kept: Sequence[int]) -> str:
    """The interval from low to high, in stretches without a break; a single period's is as wide as the period."""
    shapes: list[str] = []
    run: list[tuple[float, float, float]] = []
    for i in [*kept, -1]:
        point = series.points[i] if i >= 0 else None
        if point is not None and point.low is not None and point.high is not None:
            run.append((ruler.x(i + 0.5), ruler.y(point.high), ruler.y(point.low)))
            continue
        if len(run) == 1:
            x, top, bottom = run[0]
            run = [(x - 1.5, top, bottom), (x + 1.5, top, bottom)]
        if run:
            over = "L".join(f"{x:.1f} {top:.1f}" for x, top, _ in run)
            under = "L".join(f"{x:.1f} {bottom:.1f}" for x, _, bottom in reversed(run))
            shapes.append(f"M{over}L{under}z")
        run = []
    return f'<path class="ch-band" d="{"".join(shapes)}"/>' if shapes else ""


def _kept(points: Sequence[Point], most: int) -> list[int]:
    """Positions to draw: all, or of a longer series each stretch's lowest and highest, so that no peak is lost."""
    if len(points) <= most:
        return list(range(len(points)))
    size = -(-len(points) * 2 // most)
    kept: set[int] = set()
    for start in range(0, len(points), size):
        stretch = range(start, min(start + size, len(points)))
        known = [(points[i].value or 0.0, i) for i in stretch if points[i].value is not None]
        kept |= {min(known)[1], max(known)[1]} if known else {start}
    return sorted(kept | {0, len(points) - 1})

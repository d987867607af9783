"""Bars: one a period, the claimed ones lit, a period without an answer a low dash."""

from __future__ import annotations

from dateline.publishing.charts import frame
from dateline.records.series import Series


def draw(series: Series, name: str, *, standalone: bool = False) -> str:
    """The series as bars from zero; lit bars also carry a mark above them, so that colour is not alone."""
    ruler = frame.scale(series, from_zero=True)
    plain: list[str] = []
    lit: list[str] = []
    missing, marks = [], []
    zero = ruler.y(0)
    for i, point in enumerate(series.points):
        left, right = ruler.x(i + 0.12), ruler.x(i + 0.88)
        if point.value is None:
            missing.append(f"M{left:.1f} {zero - 3:.1f}H{right:.1f}v2H{left:.1f}z")
            continue
        y = ruler.y(point.value)
        (lit if point.lit else plain).append(f"M{left:.1f} {zero:.4g}V{y:.1f}h{right - left:.1f}V{zero:.4g}")
        if point.lit:
            top = min(y, zero) - 3
            marks.append(f"M{(left + right) / 2:.1f} {top:.1f}l-4-6h8z")
    body = "".join(
        f'<path class="{kind}" d="{"".join(paths)}"/>'
        for kind, paths in (("ch-none", missing), ("ch-bar", plain), ("ch-lit", lit), ("ch-lit", marks))
        if paths
    )
    return frame.assemble(series, name, ruler, body, standalone=standalone)

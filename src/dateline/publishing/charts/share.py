"""A share as one bar: the part filled, the whole its length, the claimed share a dashed line."""

from __future__ import annotations

from dateline.publishing.amounts import number
from dateline.publishing.charts import frame
from dateline.records.series import Series

_TOP, _TALL = 38, 40
_LOW = 104


def draw(percent: float, title: str, name: str, *, claimed: float | None = None, standalone: bool = False) -> str:
    """`percent` of 100, and the share that the report states; empty where either is no share of a whole."""
    if not all(0 <= share <= 100 for share in (percent, claimed or 0.0)):
        return ""
    room = frame.WIDTH - 16
    filled = room * percent / 100
    body = [
        f'<path class="ch-none" d="M8 {_TOP}h{room}v{_TALL}h-{room}z"/>',
        f'<path class="ch-lit" d="M8 {_TOP}h{filled:.1f}v{_TALL}h-{filled:.1f}z"/>',
        f'<text x="8" y="24">{number(percent)}%</text><text x="8" y="98">0</text>',
        f'<text x="{frame.WIDTH - 8}" y="98" text-anchor="end">100%</text>',
    ]
    told = f"{number(percent)}% of the whole."
    if claimed is not None:
        at = 8 + room * claimed / 100
        anchor = "end" if claimed > 60 else "start"
        body.append(
            f'<line class="ch-claim" x1="{at:.1f}" x2="{at:.1f}" y1="{_TOP - 6}" y2="{_TOP + _TALL + 6}"/>'
            f'<text class="ch-said" x="{at:.1f}" y="118" text-anchor="{anchor}">claimed {number(claimed)}%</text>'
        )
        told += f" The report says {number(claimed)}%."
    series = Series("", "%", (), title)
    height = _LOW if claimed is None else _LOW + 20
    return frame.wrapped(series, name, told, "".join(body), standalone=standalone, height=height)

"""Small charts as SVG text: no script, no inline style, colours from the page's own variables."""

from __future__ import annotations

from dateline.publishing.charts import bars, line
from dateline.records.series import Series

#: Above so many points a bar is thinner than the space beside it.
_MOST_BARS = 120


def draw(series: Series, name: str, *, standalone: bool = False) -> str:
    """An SVG of at most 8 kB: bars for amounts of a period, a line for a standing level or a long series.

    `name` makes the ids of title and description unique on the page. `standalone` adds the style that a file of its
    own needs. Empty where the series has fewer than two values to compare.
    """
    values = [p for p in series.points if p.value is not None]
    if len(values) < 2:
        return ""
    level = series.measure in ("territory.held", "calendar.elapsed")
    make = line.draw if level or len(series.points) > _MOST_BARS else bars.draw
    return make(series, name, standalone=standalone)

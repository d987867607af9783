"""Small charts as SVG text: no script, no inline style, colours from the page's own variables."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.publishing.charts import bars, line, record, stacked
from dateline.publishing.charts import share as shares
from dateline.publishing.charts.frame import embedded
from dateline.records.series import Series

#: Above so many points a bar is thinner than the space beside it.
_MOST_BARS = 120
#: Frames whose claim is that a period stands out among the others.
RECORDS = frozenset({"extreme", "rank", "record", "first_since"})

__all__ = ["RECORDS", "draw", "embedded", "layered", "parts", "share"]


def draw(series: Series, name: str, *, standalone: bool = False, frame: str = "", lowest: bool = False) -> str:
    """An SVG of at most 8 kB: bars for amounts of a period, a line for a standing level, a long series or one with an
    interval, a record plot where `frame` says that a period stands out (`lowest`: as the lowest).

    `name` makes the ids of title and description unique on the page. `standalone` adds the style that a file of its
    own needs. Empty where the series has fewer than two values to compare.
    """
    values = [p.value for p in series.points if p.value is not None]
    if len(values) < 2:
        return ""
    level = series.measure in ("territory.held", "calendar.elapsed")
    if frame in RECORDS and not level:
        drawn = record.draw(series, name, lowest=lowest, standalone=standalone)
        if drawn:
            return drawn
    ranged = any(p.low is not None and p.high is not None and p.low < p.high for p in series.points)
    make = line.draw if level or ranged or len(series.points) > _MOST_BARS else bars.draw
    return make(series, name, standalone=standalone)


def layered(layers: Mapping[str, Series], name: str, *, standalone: bool = False) -> str:
    """Series over the same periods stacked by kind, of too many the sum; empty where fewer than two periods have a
    value."""
    drawn = stacked.draw(layers, name, standalone=standalone)
    total = None if drawn else stacked.whole(tuple(layers.values()))
    return drawn if total is None else draw(total, name, standalone=standalone)


def parts(series: Series, name: str, *, standalone: bool = False) -> str:
    """The parts of one whole as segments of a bar, which must not overlap; empty with fewer than two."""
    return stacked.parts(series, name, standalone=standalone)


def share(percent: float, title: str, name: str, *, claimed: float | None = None, standalone: bool = False) -> str:
    """A share of a whole as one bar, with the claimed share beside; empty where it is none."""
    return shares.draw(percent, title, name, claimed=claimed, standalone=standalone)

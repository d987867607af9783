"""A figure as it may leave this machine: what producers with `redistribute: none` counted is taken out of every file
and page, with the reason in its place. The table on one's own screen has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from dateline.figures.shape import Figure
from dateline.ledgers.producers import Producers
from dateline.publishing.withholding import WITHHELD, may_leave, reason

_Any = TypeVar("_Any", bound=Figure)


def held_back(figure: Figure, producers: Producers) -> dict[str, str]:
    """The producers of this figure whose numbers may not be passed on, with their printed names."""
    made = dict.fromkeys((*(reading.producer for reading in figure.readings), figure.series.producer))
    return {p: producers[p].short for p in made if p and not may_leave(p, producers)}


def outgoing(figure: _Any) -> _Any:
    """The figure without the numbers that it may not carry; the same object where it has none of those.

    Parts go wherever any producer's are held back: each part is answered by whoever has it.
    """
    if not figure.withheld:
        return figure
    readings = tuple(r for r in figure.readings if r.producer not in figure.withheld)
    why = reason(", ".join(figure.withheld.values()))
    points = tuple(replace(p, value=None, flags=(*p.flags, WITHHELD)) for p in figure.series.points)
    if figure.series.producer not in figure.withheld:
        return replace(
            figure, readings=readings, series=replace(figure.series, points=points), said=(*figure.said, why),
            flags=(*figure.flags, why),
        )  # fmt: skip
    return replace(
        figure, value=None, low=None, high=None, readings=readings, series=replace(figure.series, points=points),
        flags=(*figure.flags, why), change=None, rank=None, record=None, said=(why,), rivals=(),
    )  # fmt: skip

"""A measure over consecutive periods: what a chart draws and `dateline figure` prints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Point:
    """One period's value. `last` is inclusive. `value` None is a period without an answer. `lit` marks the claimed
    period. `flags` are words of product.md's list (gap, frozen, jump, partial, definition-break, ...). `low` and
    `high` are the ends that its producer gives."""

    start: date
    last: date
    value: float | None
    flags: tuple[str, ...] = ()
    lit: bool = False
    label: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """`points` in order of time; `unit` is theirs; `claimed` is the figure that the report states, in `unit`.
    `producer` is the id of who counted."""

    measure: str
    unit: str
    points: tuple[Point, ...]
    title: str = ""
    producer: str = ""
    claimed: float | None = None

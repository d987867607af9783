"""A claim: one checkable statement at an exact span of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from dateline.records.finding import Finding, Reason
from dateline.records.period import Period
from dateline.records.place import Place

Frame = Literal[
    "level", "rate", "change", "ratio", "share", "part_of", "extreme", "rank", "streak", "trend",
    "first_since", "elapsed", "weekday", "role", "plan", "prediction", "opinion",
]  # fmt: skip
#: Frames that no data can settle.
NOT_CHECKABLE: frozenset[str] = frozenset({"plan", "prediction", "opinion"})
#: Frames shown apart from the quantities in the summary.
DATES_AND_OFFICES: frozenset[str] = frozenset({"elapsed", "weekday", "role"})

Measure = Literal[
    "territory.held", "territory.net_change", "territory.gained", "territory.lost",
    "strikes.launched", "strikes.intercepted", "strikes.lost", "strikes.through",
    "casualties.killed", "casualties.injured", "events.count",
    "talks.meetings", "officials.role", "calendar.elapsed", "calendar.weekday",
]  # fmt: skip
Comparator = Literal["eq", "approx", "gt", "ge", "lt", "le"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Where the claim stands: W3C TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector."""

    exact: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have made the figure. `producer` is the theatre's canonical id, None where unknown."""

    source: str
    producer: str | None
    cue: str
    kind: Literal["direct", "indirect"] = "indirect"
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a claim compares with.

    kind "period": the one period of a `change` or `ratio`. "window": the periods among which an `extreme`,
    `rank` or `streak` was sought (its own period included). "since": a `first_since` or an `extreme` "since
    September": the period named is the last that is not beaten, the window starts after it. "span" of the war:
    kind "window" from the calendar's start.
    """

    kind: Literal["period", "window", "since"]
    period: Period
    label: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement, at one span, in the terms of product.md.

    `value` is in `unit`; frames without a number leave it None. `low`/`high` carry a stated range ("20 to 30").
    `unit`: km2, km2/day, drones, missiles, weapons, people, %, x (a multiple), points, years, rank, months,
    nights, ... A rate's unit is "<unit>/<day|week|month|year>". Signed: a `change` downwards is negative;
    a `ratio` is how many times the larger is the smaller and `dimensions["direction"]` says "up" or "down".

    `dimensions` keys: weapon, population, side, victim, person, office, country, direction, by, of (what a share
    is a share of: "country", "whole", "launched"), granularity (of an extreme: night, day, week, month, year),
    term ("current" or "former", of a role), weekday, scope ("the text speaks of X": a place narrower than the
    ledger's); of a toll, subset (the group of victims counted: "children"), cause ("drones", "strike"), elsewhere
    (another war), until ("report": it runs to the report's day and the text names none). The period of a `streak` is
    all its units, that of a `trend` the last. `doubt` is a reason the
    extractor abstains for; checking prints it as `unverified`. `anchor` is the id of the claim that a `part_of` is
    part of. `inherited`: what it counts, or when, was carried over from another figure and not said, so that it may
    hold and is never refuted.
    """

    id: str
    sentence: str
    quote: Quote
    frame: Frame
    measure: Measure | None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    comparator: Comparator = "eq"
    noun: str | None = None
    period: Period | None = None
    baseline: Baseline | None = None
    place: Place | None = None
    dimensions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    attribution: Attribution | None = None
    doubt: Reason | None = None
    doubt_detail: str = ""
    anchor: str | None = None
    finding: Finding | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A number that was seen and not turned into a claim, and why."""

    exact: str
    start: int
    end: int
    why: str

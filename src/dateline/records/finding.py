"""A finding: a claim's table of readings, and the verdict that the policy draws from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dateline.records.period import Period
from dateline.records.series import Series

Verdict = Literal["not_checkable", "unverified", "disputed", "holds", "qualified", "contradicted"]
#: The verdicts that say something about the figure; none exists without a query, rows and a producer.
DECISIVE: frozenset[str] = frozenset({"disputed", "holds", "qualified", "contradicted"})
Reason = Literal[
    "plan", "prediction", "opinion",
    "no_ledger", "out_of_coverage", "gap", "stale", "ambiguous_period", "ambiguous_place", "undefined_term", "misread",
    "scope", "definition", "population", "coverage", "cut_off", "tie", "misattributed",
]  # fmt: skip
Standing = Literal["independent", "aligned", "party", "unknown"]
Known = Literal["recorded", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One admissible answer: producer x definition x period convention x as-of.

    `value` is in the claim's unit, or None where the reading is a yes or no (an extreme, a role): then `answer`
    holds it in words. `departs` names what this reading departs from in the text's own terms (scope, definition,
    population, coverage, cut_off, tie): empty for the reading that the text states. `rows` counts the ledger rows
    read. `note` is for the reader ("both ends moved one snapshot later").
    """

    producer: str
    definition: str
    period: Period | None
    as_of: date
    known: Known
    value: float | None
    within: bool
    independent: bool
    answer: str = ""
    basis: Literal["computed", "recorded"] = "computed"
    standing: Standing = "unknown"
    bound: Literal["exact", "lower", "range"] = "exact"
    departs: tuple[Reason, ...] = ()
    rows: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """The interval of values, in the claim's unit, that the wording admits; None is unbounded. `rule` names it."""

    low: float | None
    high: float | None
    rule: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows were got from."""

    producer: str
    title: str
    url: str
    retrieved: date | None = None
    sha256: str | None = None
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days of a ledger without an answer: `missing` (no file) or `frozen` (a file that repeats the day before)."""

    start: date
    last: date
    flag: Literal["gap", "frozen", "jump", "redraw", "definition-break"] = "gap"


@dataclass(frozen=True, slots=True)
class Coverage:
    """First and last day that a ledger answers for, inclusive, with what is missing between."""

    ledger: str
    start: date
    end: date
    gaps: tuple[Gap, ...] = ()
    retrieved: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the ledgers say of one claim.

    `reason` is the code for `not_checkable`, `unverified` and `qualified`, else None. `computed` is the value shown
    first, in `unit`. `today` is the verdict with everything known now, where it differs from `verdict`; `since` its
    sentence ("since revised to 221"). `needs` says what would settle an unverified claim. `query` is the command
    that repeats the figure. `series` is what the card draws; `regions` the measure by region over the same period (a
    point each, its id as label), where it is ground that a map-maker's ledger tells apart. `withheld` are the producers
    whose figures may not leave the machine and were taken out.
    """

    verdict: Verdict
    reason: Reason | None
    summary: str
    computed: float | None = None
    unit: str | None = None
    tolerance: Tolerance | None = None
    readings: tuple[Reading, ...] = ()
    attribution: Literal["confirmed", "differs", "not_found", "none"] = "none"
    independent_check: Literal["yes", "shared_root", "party_only", "none"] = "none"
    basis: Literal["computed", "recorded"] | None = None
    decided_by: str = "machine"
    coverage: Coverage | None = None
    sources: tuple[Source, ...] = ()
    query: str = ""
    definition: str = ""
    as_of: date | None = None
    today: Verdict | None = None
    since: str = ""
    needs: str = ""
    series: Series | None = field(default=None)
    withheld: tuple[str, ...] = ()
    regions: Series | None = None

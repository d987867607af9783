"""Questions to the ledgers and their answers, before any wording is compared with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dateline.records.finding import Coverage, Gap, Known, Reason, Source
from dateline.records.period import Period
from dateline.records.place import Place


@dataclass(frozen=True, slots=True)
class Question:
    """A measure over a period and place, as of a day. `claimed_by` is the producer to whom the text ascribes it:
    what departs from the standard definition is no departure in its own maker's mouth. `part` is what a toll is limited
    to (a group of the victims, a cause, another war), None for the whole; `to_report` that it runs to the report's day
    without naming one, so that the latest total published before it is meant as well."""

    measure: str
    period: Period
    place: Place | None
    as_of: date
    country: str
    weapon: str | None = None
    victim: str | None = None
    population: str | None = None
    claimed_by: str | None = None
    part: str | None = None
    to_report: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One producer's value under one definition and period convention.

    `convention` pairs answers of two periods. `low`/`high`: the producer's rows leave the value open between these
    (a combined model, decoys counted in): inside, nothing is refuted. `exact`: matches only to the digit. `ceiling`:
    the value is the most there can be, so that it refutes only larger claims. `days` is the length that a rate divides
    by.
    """

    producer: str
    definition: str
    convention: str
    period: Period
    value: float
    known: Known
    rows: int
    days: int
    basis: Literal["computed", "recorded"] = "computed"
    departs: tuple[Reason, ...] = ()
    note: str = ""
    low: float | None = None
    high: float | None = None
    exact: bool = False
    ceiling: bool = False
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """`blocked` is why the ledger cannot answer (then `needs` says what could); `whole` that every day asked for is
    covered; `narrower` that the text speaks of a smaller place than the ledger."""

    found: tuple[Answer, ...] = ()
    blocked: Reason | None = None
    needs: str = ""
    coverage: Coverage | None = None
    gaps: tuple[Gap, ...] = field(default=())
    whole: bool = True
    narrower: bool = False


def blocked(reason: Reason, needs: str, coverage: Coverage | None = None) -> Answers:
    return Answers((), reason, needs, coverage, whole=False)

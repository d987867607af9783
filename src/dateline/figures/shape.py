"""What is asked of `dateline figure`, and what it answers: a value, every other reading of it, its parts."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from dateline.checking.answers import Answer
from dateline.records.finding import Coverage, Source
from dateline.records.period import Period
from dateline.records.place import Place
from dateline.records.series import Point, Series
from dateline.theatres.loader import shipped_default

#: Stretches of time first, then the dimensions by which a measure may be parted.
By = Literal["day", "week", "month", "region", "weapon", "side", "kind", "population", "victim"]
Form = Literal["amount", "rate", "share", "change", "rank", "record"]
Of = Literal["country", "place", "whole", "launched"]
#: Units of the answer: of a change per cent or multiples, of an area another unit, of elapsed time whole units or the
#: one that runs ("nth-year": the fourth year).
In = Literal[
    "percent", "times", "times-less", "km2", "sqmi", "mi2", "ha",
    "days", "weeks", "months", "years", "nth-day", "nth-week", "nth-month", "nth-year",
]  # fmt: skip
Per = Literal["day", "week", "month", "year"]


class FigureError(Exception):
    """One line that says which question cannot be asked or answered, and what could be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for. `place` None is the whole country; `where` filters; `per` asks for an average. `than` is
    what a change is set against: the period before, the same a year earlier, or a period. `among` are the days in
    which a rank or record is sought. `reading` chooses a reading by its definition."""

    measure: str
    period: Period
    as_of: date
    by: By | None = None
    place: Place | None = None
    where: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    per: Per | None = None
    producer: str | None = None
    form: Form = "amount"
    of: Of | None = None
    than: Literal["previous", "year"] | Period = "previous"
    into: In | None = None
    among: Period | None = None
    lowest: bool = False
    reading: str | None = None
    theatre: str = ""

    @property
    def query(self) -> str:
        """The command that prints this figure again."""
        parts = ["dateline", "figure", self.measure, "--from", str(self.period.start), "--to", str(self.period.last)]
        parts += ["--by", self.by] if self.by else []
        parts += ["--place", self.place.id] if self.place else []
        for key, value in self.where.items():
            parts += ["--where", f"{key}={value}"]
        parts += ["--as", self.form] if self.form not in ("amount", "rate") else []
        parts += ["--of", self.of] if self.of else []
        parts += ["--than", _than(self.than)] if self.form == "change" else []
        parts += ["--in", self.into] if self.into else []
        parts += ["--among", _than(self.among)] if self.among else []
        parts += ["--lowest"] if self.lowest else []
        parts += ["--per", self.per] if self.per else []
        parts += ["--producer", self.producer] if self.producer else []
        parts += ["--reading", self.reading] if self.reading else []
        parts += ["--theatre", self.theatre] if self.theatre not in ("", shipped_default().id) else []
        return shlex.join([*parts, "--as-of", str(self.as_of)])


def _than(than: str | Period) -> str:
    return than if isinstance(than, str) else f"{than.start}/{than.last}"


@dataclass(frozen=True, slots=True)
class Change:
    """From the amount of `baseline` to that of the period asked: `absolute` in the measure's unit. `percent` and
    `times` are None where the earlier amount is nought or below."""

    baseline: Period
    before: float
    now: float
    absolute: float
    percent: float | None
    times: float | None


@dataclass(frozen=True, slots=True)
class Rank:
    """The period's place among those of its kind ("nights"), the highest first (or the lowest). `least` and `most`
    are the places that the figure may have where a flag leaves its ends open; equal where it leaves none. `of` counts
    the periods that have a figure, `uncovered` those that have none; `tied` are as high; `above` those higher, the
    nearest last, at most five. `flags` are those touched."""

    kind: str
    window: Period
    least: int
    most: int
    of: int
    uncovered: int
    tied: tuple[Period, ...] = ()
    above: tuple[tuple[Period, float], ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """When the measure was last higher (or lower): `last` with its `value`, None where it never was since `since`, on
    which the ledger starts. `sure` is False where a flag or a period without a figure leaves it open: then nothing is
    claimed, and `why` says so."""

    kind: str
    since: date
    last: Period | None
    value: float | None
    sure: bool
    why: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with every other admissible reading of it. `value` is the standard definition's, in `unit`, None where
    no ledger has it or definitions may not be added; `series` holds its parts, by time (ends inclusive) or by region,
    weapon or another dimension (then `label` names each). `rivals` are the periods that a rank or record is among, this
    one lit. `said` are sentences that go with the value. `withheld`
    are producers, with their names, whose numbers may be seen on this machine and not passed on."""

    measure: str
    unit: str
    period: Period
    place: Place
    as_of: date
    value: float | None
    readings: tuple[Answer, ...]
    series: Series
    flags: tuple[str, ...]
    coverage: Coverage | None
    sources: tuple[Source, ...]
    definition: str
    query: str
    low: float | None = None
    high: float | None = None
    form: Form = "amount"
    change: Change | None = None
    rank: Rank | None = None
    record: Record | None = None
    said: tuple[str, ...] = ()
    rivals: tuple[Point, ...] = ()
    withheld: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

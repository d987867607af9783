"""A figure as `dateline figure` gives it: a value, every other reading of it, its parts, and the command again."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

from dateline.checking.answers import Answer
from dateline.records.finding import Coverage, Source
from dateline.records.period import Period
from dateline.records.place import Place
from dateline.records.series import Series

By = Literal["day", "week", "month", "region", "weapon"]


class FigureError(Exception):
    """One line that says which question cannot be asked or answered, and what could be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for. `place` None is the whole country; `where` filters; `per_day` asks for an average."""

    measure: str
    period: Period
    as_of: date
    by: By | None = None
    place: Place | None = None
    where: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    per_day: bool = False
    producer: str | None = None

    @property
    def query(self) -> str:
        """The command that prints this figure again."""
        parts = ["dateline", "figure", self.measure, "--from", str(self.period.start), "--to", str(self.period.last)]
        parts += ["--by", self.by] if self.by else []
        parts += ["--place", self.place.id] if self.place else []
        for key, value in self.where.items():
            parts += ["--where", f"{key}={value}"]
        parts += ["--per", "day"] if self.per_day else []
        parts += ["--producer", self.producer] if self.producer else []
        return shlex.join([*parts, "--as-of", str(self.as_of)])


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with every other admissible reading of it. `value` is the standard definition's, in `unit`; `series`
    holds its parts, by time (ends inclusive) or by region or weapon (then `label` names each)."""

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


def figure_dict(figure: Figure) -> dict[str, Any]:
    """The figure as product.md's JSON; ends inclusive."""
    return {
        "schema": 1,
        "measure": figure.measure,
        "unit": figure.unit,
        "from": figure.period.start.isoformat(),
        "to": figure.period.last.isoformat(),
        "place": figure.place.id,
        "as_of": figure.as_of.isoformat(),
        "value": _round(figure.value),
        "low": _round(figure.low),
        "high": _round(figure.high),
        "definition": figure.definition,
        "readings": [
            {
                "producer": a.producer, "definition": a.definition, "start": a.period.start.isoformat(),
                "end": a.period.last.isoformat(), "known": a.known, "basis": a.basis, "value": _round(a.value),
                "days": a.days, "rows": a.rows, "departs": list(a.departs), "note": a.note,
            }
            for a in figure.readings
        ],
        "series": [
            {"start": p.start.isoformat(), "end": p.last.isoformat(), "label": p.label, "value": _round(p.value),
             "flags": list(p.flags)}
            for p in figure.series.points
        ],
        "flags": list(figure.flags),
        "coverage": None if figure.coverage is None else {
            "start": figure.coverage.start.isoformat(), "end": figure.coverage.end.isoformat()
        },
        "sources": [{"producer": s.producer, "title": s.title, "url": s.url, "sha256": s.sha256, "licence": s.licence}
                    for s in figure.sources],
        "query": figure.query,
    }  # fmt: skip


def _round(value: float | None) -> float | None:
    return None if value is None or value in (float("inf"), float("-inf")) else round(value, 4)

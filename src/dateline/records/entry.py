"""An entry: one producer's value for a measure, a period, a place, with its provenance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.records.finding import Known
from dateline.records.period import Period


@dataclass(frozen=True, slots=True)
class Entry:
    """`value` is in the measure's own unit; `original_value` is the cell as published. `known_at` is the day on
    which the value was public, and `known` how that day is known: recorded (stated), inferred (end of the period
    plus the producer's lag) or unknown. `place` is a place id. `definition` names the measure's reading
    ("net", "gross", "month vintage 2025-06-01"). `dimensions` are the other keys by which values are told apart
    (weapon, population, person ...), in order of key. `sha256` is of the bytes that the entry was read from."""

    measure: str
    period: Period
    place: str
    value: float
    producer: str
    known_at: date
    known: Known
    source: str
    original_value: str = ""
    definition: str = ""
    unit: str = ""
    low: float | None = None
    high: float | None = None
    note: str = ""
    dimensions: tuple[tuple[str, str], ...] = ()
    sha256: str = ""

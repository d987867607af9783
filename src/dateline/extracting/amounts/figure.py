"""What a text states in figures: the record that rules fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Change = Literal["=", "~", ">", "<", "up", "down"]
Kind = Literal["count", "percent", "points", "money", "measure", "duration", "age", "fraction", "multiple", "vague"]


@dataclass(frozen=True, slots=True)
class Stated:
    """`text[start:end]` is the number with its unit, `core_start:core_end` the bare number.

    `value` is None for ranges and vague words, which have `low` and `high` (None: open); "from 9 to 5" keeps its ends
    in the order stated. Fractions are fractions of one. `unit` is what the text calls the unit, "" where it names
    none or a noun that no table holds. `doubtful` marks a number that may be part of a name ("Apollo 11").
    """

    start: int
    end: int
    core_start: int
    core_end: int
    kind: Kind
    value: float | None
    low: float | None = None
    high: float | None = None
    change: Change = "="
    unit: str = ""
    name: str = ""
    doubtful: bool = False


#: What an amount is by the dimension of its unit; any other dimension makes it a measure.
KIND_OF: Final[Mapping[str, Kind]] = MappingProxyType(
    {"ratio": "percent", "points": "points", "money": "money", "time": "duration", "age": "age", "multiple": "multiple"}
)

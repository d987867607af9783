"""Where a figure holds. Geography lives here and in no other dimension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["country", "region", "settlement", "area"]


@dataclass(frozen=True, slots=True)
class Place:
    """`id` is ISO 3166-2 for regions ("UA-14"), ISO 3166-1 for countries ("UA"), "unassigned" for the residue
    that no region covers, a GeoNames id ("geonames:703448") for settlements. `level` "area" is a named area
    without agreed borders ("the south"), which no ledger answers."""

    name: str
    id: str
    level: Level

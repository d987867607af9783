"""What a map shows, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Town:
    """A place with a name, in metres of the map's projection; the larger are named first."""

    name: str
    x: float
    y: float
    population: int


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A first-level region: its outline in metres, and km2 gained and lost in it."""

    name: str
    outline: Any
    gained: float = 0.0
    lost: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Ground in metres of an equal-area projection (shapely polygons): `held` on the later day, `gained` and `lost`
    since the earlier. `view` is the least x and y, then the greatest. `side` holds and gains; `use` says what may be
    done with the map."""

    title: str
    start: date
    end: date
    side: str
    producer: str
    policy: str
    use: str
    view: tuple[float, float, float, float]
    held: Any
    gained: Any
    lost: Any
    gained_km2: float
    lost_km2: float
    regions: tuple[Region, ...]
    towns: tuple[Town, ...]

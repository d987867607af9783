"""The world's places: countries, first-level regions, counties of the United States, towns, and their peoples."""

from __future__ import annotations

import csv
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from dateline.gazetteer.names import Names

Kind = Literal["country", "region", "county", "town", "area", "people"]
FOLDER: Final = Path(__file__).parent
_KINDS: Final[dict[str, Kind]] = {"C": "country", "R": "region", "D": "county", "P": "town"}


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name can mean. `id` is ISO 3166-1 ("GE"), ISO 3166-2 ("US-GA"), a country and a name where that has no
    code here ("GB:Kent"), a county's FIPS code, a GeoNames id, or "x-" and a word for areas without borders; `parent`
    the country or the state. `lat` and `lon` are degrees to a hundredth, None for areas without a middle;
    `population` is rounded, 0 where unknown. "people" are those of the place with this id ("Georgian")."""

    kind: Kind
    id: str
    parent: str
    lat: float | None
    lon: float | None
    population: int


@dataclass(frozen=True)
class World:
    """All names, and what each can mean in the file's words; meanings are read when they are asked for."""

    names: Names
    _senses: dict[str, str]
    _also: dict[str, tuple[Sense, ...]]

    def senses(self, name: str) -> tuple[Sense, ...]:
        """What `name` can mean: countries first, then regions, counties and towns, the largest first."""
        stated = self._senses.get(name)
        read = map(_sense, stated.split(";")) if stated else ()
        return tuple(dict.fromkeys((*self._also.get(name, ()), *read)))


@lru_cache(maxsize=1)
def world() -> World:
    """The gazetteer, read once."""
    stated, meant = zlib.decompress((FOLDER / "world.z").read_bytes()).decode().split("\0")
    names = stated.split("\n")
    senses = dict(zip(names, meant.split("\n"), strict=True))
    also = _peoples(senses)
    return World(Names((*names, *(name for name in also if name not in senses))), senses, also)


def _peoples(senses: dict[str, str]) -> dict[str, tuple[Sense, ...]]:
    """Other names of countries and areas, and what their people are called."""
    with (FOLDER / "peoples.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    codes = {row["code"] for row in rows}
    wide = (line.split(";", 1)[0] for line in senses.values() if line[0] in "CR")
    middles = {sense.id: sense for sense in (_sense(cell) for cell in wide if cell.split("|", 2)[1] in codes)}
    found: dict[str, tuple[Sense, ...]] = {}
    for row in rows:
        code = row["code"]
        kind: Kind = "area" if code.startswith("x-") else "country" if len(code) == 2 else "region"
        known = middles.get(code) or Sense(kind, code, "", None, None, 0)
        people = Sense("people", code, known.parent, known.lat, known.lon, 0)
        for column, sense in (("names", known), ("adjectives", people)):
            for name in filter(None, row[column].split("|")):
                found[name] = (*found.get(name, ()), sense)
    return found


def _sense(cell: str) -> Sense:
    kind, number, parent, lat, lon, population = cell.split("|")
    code = f"geonames:{number}" if kind == "P" else f"fips:{number}" if kind == "D" else number
    return Sense(_KINDS[kind], code, parent, float(lat), float(lon), int(population))

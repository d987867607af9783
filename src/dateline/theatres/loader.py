"""Reads a theatre: a folder of data that names one conflict's actors, places, weapons, calendar and borders."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import yaml

from dateline.records.place import Level, Place

FOLDER = Path(__file__).parent
#: Reads a war that no installed theatre covers; it has words and no ledger, and is no theatre to choose.
ANYWHERE = "anywhere"


class TheatreError(Exception):
    """One line that says which theatre is missing and which are installed."""


@dataclass(frozen=True)
class Side:
    id: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True)
class Actor:
    """Someone who makes or speaks figures. `kind` is producer, party (a government's people) or outlet."""

    id: str
    kind: str
    name: str
    side: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Weapon:
    id: str
    parent: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class GazetteerPlace:
    """`aliases` are other spellings of the place's own name and its `former` names; `parent` is the id of the place
    that it lies in; `population` in inhabitants, 0 where unknown."""

    place: Place
    parent: str
    aliases: tuple[str, ...]
    area_km2: float | None
    former: tuple[str, ...] = ()
    population: int = 0


@dataclass(frozen=True)
class Theatre:
    """One conflict. `country` is the place that the ledgers describe; `attacker_soil` are names whose figures they
    do not. `spoken_of_as` are ids of settlements whose bare name means a region, each with that region's id.
    `war_start` is None for the reader of wars that no theatre covers (ANYWHERE)."""

    id: str
    title: str
    time_zone: str
    border_policy: str
    country: Place
    country_area_km2: float
    other_country_areas_km2: tuple[float, ...]
    war_start: dt.date | None
    defender: Side
    attacker: Side
    recognise: tuple[str, ...]
    hints: tuple[str, ...]
    attacker_soil: tuple[str, ...]
    strike_producer: str
    defender_weapons: tuple[str, ...]
    areas: tuple[str, ...]
    spoken_of_as: tuple[tuple[str, str], ...]
    neighbours: tuple[str, ...]
    folder: Path

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        return tuple(
            Actor(r["id"], r["kind"], r["name"], r["side"], _split(r["aliases"])) for r in self._rows("actors.csv")
        )

    @cached_property
    def weapons(self) -> dict[str, Weapon]:
        rows = self._rows("weapons.csv")
        return {r["id"]: Weapon(r["id"], r["parent"], r["name"], _split(r["aliases"])) for r in rows}

    @cached_property
    def gazetteer(self) -> tuple[GazetteerPlace, ...]:
        return tuple(_place(r) for r in self._rows("places.csv"))

    @cached_property
    def areas_km2(self) -> dict[str, float]:
        """Official areas by place id, square kilometres, the country included."""
        areas = {g.place.id: g.area_km2 for g in self.gazetteer if g.area_km2 is not None}
        return {**areas, self.country.id: self.country_area_km2}

    def weapon_line(self, weapon: str) -> tuple[str, ...]:
        """`weapon` and its parents, nearest first."""
        line = []
        while weapon:
            line.append(weapon)
            weapon = self.weapons[weapon].parent
        return tuple(line)

    def recognises(self, text: str) -> int:
        """How plainly `text` is about this conflict: the number of its names in it, and of its hints; 0 where there
        are fewer than two of either and not one beside a hint."""
        own, hints = _count(self.recognise, text), _count(self.hints, text)
        return own + hints if own >= 2 or (own == 1 and hints > 0) or hints >= 2 else 0

    def _rows(self, name: str) -> Iterator[dict[str, str]]:
        with (self.folder / name).open(encoding="utf-8", newline="") as f:
            yield from csv.DictReader(f)


def installed() -> tuple[str, ...]:
    """Ids of the theatres that ship with the package."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob("*/theatre.yml") if p.parent.name != ANYWHERE))


@lru_cache(maxsize=8)
def load(name: str) -> Theatre:
    """The theatre called `name`; TheatreError where none is installed under that name."""
    path = FOLDER / name / "theatre.yml"
    if not re.fullmatch(r"\w+", name) or not path.is_file():
        raise TheatreError(f"no theatre named {name!r}; installed: {', '.join(installed())}")
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    country = raw["country"]
    return Theatre(
        id=raw["id"],
        title=raw["title"],
        time_zone=raw["time_zone"],
        border_policy=" ".join(raw["border_policy"].split()),
        country=Place(country["name"], country["id"], "country"),
        country_area_km2=float(country["area_km2"]),
        other_country_areas_km2=tuple(map(float, country.get("other_areas_km2", ()))),
        war_start=raw["war"]["start"],
        defender=_side(raw["defender"]),
        attacker=_side(raw["attacker"]),
        recognise=tuple(raw["recognise"]),
        hints=tuple(raw["hints"]),
        attacker_soil=tuple(raw["attacker_soil"]),
        strike_producer=raw.get("strike_producer", ""),
        defender_weapons=tuple(raw.get("defender_weapons", ())),
        areas=tuple(raw.get("areas", ())),
        spoken_of_as=tuple(raw.get("spoken_of_as", {}).items()),
        neighbours=tuple(raw.get("neighbours", ())),
        folder=path.parent,
    )


def recognise(text: str) -> Theatre | None:
    """The installed theatre that `text` is most about, or None."""
    known = [(t.recognises(text), t) for t in map(load, installed())]
    best = max(known, key=lambda k: k[0], default=None)
    return best[1] if best is not None and best[0] else None


def named(text: str) -> tuple[Theatre, ...]:
    """The installed theatres any of whose names `text` holds, be it once."""
    return tuple(t for t in map(load, installed()) if _count(t.recognise, text))


def _side(raw: dict[str, object]) -> Side:
    names, adjectives = raw["names"], raw["adjectives"]
    assert isinstance(names, list) and isinstance(adjectives, list)
    return Side(str(raw["id"]), tuple(names), tuple(adjectives))


def _place(row: dict[str, str]) -> GazetteerPlace:
    level: Level = row["level"]  # type: ignore[assignment]
    area = float(row["area_km2"]) if row["area_km2"] else None
    place, former = Place(row["name"], row["id"], level), _split(row.get("former", ""))
    aliases = (*_split(row["aliases"]), *former)
    return GazetteerPlace(place, row["parent"], aliases, area, former, int(row.get("population") or 0))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _count(names: tuple[str, ...], text: str) -> int:
    if not names:
        return 0
    pattern = r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?!\w)"
    return len(re.findall(pattern, text))

"""Reads a theatre: a folder of data that names one conflict's actors, places, weapons, calendar and borders."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import get_args

from dateline.records.place import Level, Place
from dateline.theatres.fields import Fields, Row, rows
from dateline.theatres.folders import FILE, FOLDER, VARIABLE, TheatreError, folders

__all__ = [
    "ANYWHERE", "FOLDER", "VARIABLE", "Theatre", "TheatreError", "default", "folders", "installed", "load",
    "load_folder", "named", "recognise", "shipped_default",
]  # fmt: skip

#: Reads a war that no installed theatre covers; it has words and no ledger, and is no theatre to choose.
ANYWHERE = "anywhere"
#: The keys of theatre.yml; docs/how-to/add-a-theatre.md says what each is.
KEYS = (
    "id", "title", "covers", "default", "time_zone", "night_ends", "gained_means", "country", "border_policy", "war",
    "defender", "attacker", "recognise", "hints", "attacker_soil", "strike_producer", "defender_weapons", "areas",
    "spoken_of_as", "neighbours",
)  # fmt: skip
#: What "captured 40 km2" may count, without more: the first unless a theatre says the other.
GAINED = ("territory.net_change", "territory.gained")
_KINDS = ("producer", "party", "outlet")


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
    `war_start` is None for the reader of wars that no theatre covers (ANYWHERE). `within` are states under which data
    of the whole world file the country's ground, where it is no state itself. `default`: texts that name no conflict
    are read as of it. `gained_means` is the measure of ground gained without more. A bulletin whose window ends before
    the hour `night_ends` is of the night, later ones of the day."""

    id: str
    title: str
    default: bool
    time_zone: str
    gained_means: str
    night_ends: str
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
    within: tuple[str, ...] = ()

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        found = rows(self.folder / "actors.csv", ("id", "kind", "name", "side", "aliases"))
        return tuple(
            Actor(r.filled("id"), r.one_of("kind", _KINDS), r.filled("name"), r["side"], r.parts("aliases"))
            for r in found
        )

    @cached_property
    def weapons(self) -> dict[str, Weapon]:
        found: dict[str, Weapon] = {}
        listed = list(rows(self.folder / "weapons.csv", ("id", "parent", "name", "aliases")))
        known = ("", *(r["id"] for r in listed))
        for r in listed:
            if r.filled("id") in found:
                raise r.wrong(f"the id {r['id']!r} is there already")
            found[r["id"]] = Weapon(r["id"], r.one_of("parent", known), r.filled("name"), r.parts("aliases"))
        return found

    @cached_property
    def gazetteer(self) -> tuple[GazetteerPlace, ...]:
        listed = rows(self.folder / "places.csv", ("id", "name", "level", "parent", "aliases", "area_km2"))
        return tuple(map(_place, listed))

    @cached_property
    def areas_km2(self) -> dict[str, float]:
        """Official areas by place id, square kilometres, the country included."""
        listed = rows(self.folder / "places.csv", ("id", "area_km2"))  # few have one: the others need not be made
        areas = {r.filled("id"): area for r in listed if (area := r.number("area_km2")) is not None}
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


def installed() -> tuple[str, ...]:
    """Names of the theatres that ship with the package, and of the user's own."""
    return tuple(sorted(name for name in folders() if name != ANYWHERE))


def load(name: str) -> Theatre:
    """The theatre called `name`; TheatreError where none is installed under that name."""
    folder = folders().get(name)
    if folder is None:
        raise TheatreError(f"no theatre named {name!r}; installed: {', '.join(installed())}")
    return load_folder(folder)


def default() -> Theatre:
    """The theatre as of which a text is read that names no conflict: the one that says so of itself, the user's own
    before the package's."""
    own = [t for t in map(load, installed()) if t.default and t.folder.parent != FOLDER]
    return own[0] if own else shipped_default()


@lru_cache(maxsize=1)
def shipped_default() -> Theatre:
    """The package's own default, whose name a query may leave out: the same on every machine."""
    shipped = [load_folder(path.parent) for path in sorted(FOLDER.glob(f"*/{FILE}")) if path.parent.name != ANYWHERE]
    return next((t for t in shipped if t.default), shipped[0])


@lru_cache(maxsize=16)
def load_folder(folder: Path) -> Theatre:
    """The theatre in `folder`, whose name is its id."""
    raw = Fields.of_file(folder / FILE)
    raw.only(KEYS)
    country, war = raw.inner("country"), raw.inner("war")
    country.only(("id", "name", "area_km2", "other_areas_km2", "within"))
    return Theatre(
        id=raw.matching("id", re.escape(folder.name), f"the name of its folder, {folder.name}"),
        title=raw.text("title"),
        default=raw.flag("default"),
        time_zone=raw.matching("time_zone", r"[A-Z]\w*(?:/[\w+-]+)*", "a time zone as Europe/Kyiv"),
        gained_means=raw.matching("gained_means", "|".join(map(re.escape, GAINED)), " or ".join(GAINED), GAINED[0]),
        night_ends=raw.matching("night_ends", r"(?:[01]\d|2[0-4]):00", "an hour as 13:00", "13:00"),
        border_policy=raw.text("border_policy"),
        country=Place(country.text("name"), country.text("id"), "country"),
        country_area_km2=country.number("area_km2"),
        other_country_areas_km2=country.numbers("other_areas_km2"),
        war_start=war.day_or_none("start"),
        defender=_side(raw.inner("defender")),
        attacker=_side(raw.inner("attacker")),
        recognise=raw.words("recognise"),
        hints=raw.words("hints", ()),
        attacker_soil=raw.words("attacker_soil", ()),
        strike_producer=raw.text("strike_producer", ""),
        defender_weapons=raw.words("defender_weapons", ()),
        areas=raw.words("areas", ()),
        spoken_of_as=raw.pairs("spoken_of_as"),
        neighbours=raw.words("neighbours", ()),
        folder=folder,
        within=country.words("within", ()),
    )


def recognise(text: str) -> Theatre | None:
    """The installed theatre that `text` is most about, or None."""
    known = [(t.recognises(text), t) for t in map(load, installed())]
    best = max(known, key=lambda k: k[0], default=None)
    return best[1] if best is not None and best[0] else None


def named(text: str) -> tuple[Theatre, ...]:
    """The installed theatres any of whose names `text` holds, be it once."""
    return tuple(t for t in map(load, installed()) if _count(t.recognise, text))


def begun_on(text: str) -> tuple[Theatre, ...]:
    """The installed theatres whose war's first day `text` writes out: "since 7 October 2023", "since Feb. 24, 2022"."""
    return tuple(t for t in map(load, installed()) if t.war_start is not None and _written(t.war_start, text))


def _written(day: dt.date, text: str) -> bool:
    month = rf"{day:%b}(?:{f'{day:%B}'[3:]}|\.)?"
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    forms = rf"{number} {month},? {day.year}|{month} {number},? {day.year}|{day.isoformat()}"
    return re.search(rf"(?<![\w-])(?:{forms})(?![\w-])", text) is not None


def _side(raw: Fields) -> Side:
    return Side(raw.text("id"), raw.words("names"), raw.words("adjectives"))


def _place(row: Row) -> GazetteerPlace:
    level: Level = row.one_of("level", get_args(Level))  # type: ignore[assignment]
    place, former = Place(row.filled("name"), row.filled("id"), level), row.parts("former")
    aliases = (*row.parts("aliases"), *former)
    population = int(row.number("population") or 0)
    return GazetteerPlace(place, row["parent"], aliases, row.number("area_km2"), former, population)


def _count(names: tuple[str, ...], text: str) -> int:
    if not names:
        return 0
    pattern = r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?!\w)"
    return len(re.findall(pattern, text))

"""Places, weapons and producers as an editor names them, looked up in the theatres that are installed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from dateline.editing.decisions import EditingError
from dateline.records.place import Place
from dateline.theatres import loader


def place(value: str) -> Place:
    """The one place with this id or name, a region before a settlement of its name.

    Raises EditingError where no place or more than one has it."""
    found: list[Place] = []
    names: list[str] = []
    for theatre in map(loader.load, loader.installed()):
        entries = [(theatre.country, (theatre.country.name,)), *((g.place, g.aliases) for g in theatre.gazetteer)]
        for known, aliases in entries:
            if known.id == value:
                return known
            if value.casefold() in {known.name.casefold(), *(a.casefold() for a in aliases)}:
                found.append(known)
            names.append(known.name)
    wider = [p for p in found if p.level in ("country", "region")]
    found = list({p.id: p for p in wider or found}.values())
    if len(found) > 1:
        options = ", ".join(p.id for p in found[:6])
        raise EditingError(f"place: {value!r} names {len(found)} places; write one by its id: {options}")
    if not found:
        raise EditingError(f"place: {value!r} is in no installed theatre{_nearest(value, names)}; UA-14 is an id")
    return found[0]


def weapon(value: str) -> str:
    """The id of the weapon with this id, name or alias; EditingError with the ids where there is none."""
    known = [w for theatre in map(loader.load, loader.installed()) for w in theatre.weapons.values()]
    for one in known:
        if value.casefold() in {one.id.casefold(), one.name.casefold(), *(a.casefold() for a in one.aliases)}:
            return one.id
    raise EditingError(f"weapon: {value!r} is not one of all, {', '.join(w.id for w in known)}")


def producer(value: str) -> str:
    """`value` where it is a producer's id; EditingError with the ids where it is not."""
    ids = sorted({actor.id for theatre in map(loader.load, loader.installed()) for actor in theatre.actors})
    if value not in ids:
        raise EditingError(f"producer: {value!r} is not one of none, {', '.join(ids)}")
    return value


def producer_called(name: str) -> str | None:
    """The id of the producer with this name or alias, None where nobody has it."""
    for theatre in map(loader.load, loader.installed()):
        for actor in theatre.actors:
            if name.casefold() in {actor.id, actor.name.casefold(), *(a.casefold() for a in actor.aliases)}:
                return actor.id
    return None


def _nearest(value: str, names: Iterable[str]) -> str:
    near = get_close_matches(value, list(names), n=3)
    return f" (near: {', '.join(dict.fromkeys(near))})" if near else ""

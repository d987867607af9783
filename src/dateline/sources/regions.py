"""First-level places by the names that publishers give them: nothing finer than a region leaves a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.records.place import Place
from dateline.sources.description import Description
from dateline.theatres import loader

#: The place of what no region covers, or whose region is not stated.
UNASSIGNED = "unassigned"


class Regions:
    """The country and regions of a theatre. `spellings` are names that only one publisher uses, each with its id;
    `within` are states under which it files the country's ground, where that is not a state of its own."""

    def __init__(self, theatre: str, spellings: Mapping[str, str] | None = None, within: Sequence[str] = ()) -> None:
        found = loader.load(theatre)
        self.country: Place = found.country
        self._states = {found.country.name.casefold()}
        self._within = {state.casefold() for state in within}
        self._names = {name.casefold() for g in found.gazetteer if g.place.id == found.country.id
                       for name in (g.place.name, *g.aliases)}  # fmt: skip
        regions = [g for g in found.gazetteer if g.place.level == "region"]
        self.ids = frozenset({found.country.id, UNASSIGNED, *(g.place.id for g in regions)})
        self._by_name = {alias.casefold(): g.place.id for g in regions for alias in g.aliases}
        self._by_name |= {g.place.name.casefold(): g.place.id for g in regions}
        self._by_name |= {name.casefold(): id_ for name, id_ in (spellings or {}).items() if id_ in self.ids}

    def hold(self, state: str, first_level: str) -> bool:
        """Whether what data of the whole world file under this state and first-level place lies in the country: under
        its own name, or as a place of a state that it is filed under. A province of the same name elsewhere is not."""
        if state.casefold() in self._states:
            return True
        here = first_level.casefold() in self._names or self.place(first_level) is not None
        return state.casefold() in self._within and here

    def place(self, name: str) -> str | None:
        """The id of the region called so, with or without the word for such a region; None where there is none."""
        plain = name.casefold().strip()
        return next((self._by_name[n] for n in (plain, f"{plain} oblast") if n in self._by_name), None)


def regions(theatre: str, description: Description) -> Regions:
    """The regions of an installed theatre, as this source writes of them. Raises TheatreError for one that is not."""
    within: Mapping[str, Sequence[str]] = description.extra.get("within", {})
    return Regions(theatre, description.extra.get("regions"), within.get(theatre, ()))

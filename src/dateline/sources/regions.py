"""First-level places by the names that publishers give them: nothing finer than a region leaves a source."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dateline.records.place import Place
from dateline.theatres import loader

#: The place of what no region covers, or whose region is not stated.
UNASSIGNED = "unassigned"


class Regions:
    """The country and regions of a theatre. `spellings` are names that only one publisher uses, each with its id."""

    def __init__(self, theatre: str, spellings: Mapping[str, str] | None = None) -> None:
        found = loader.load(theatre)
        self.country: Place = found.country
        regions = [g for g in found.gazetteer if g.place.level == "region"]
        self.ids = frozenset({found.country.id, UNASSIGNED, *(g.place.id for g in regions)})
        self._by_name = {alias.casefold(): g.place.id for g in regions for alias in g.aliases}
        self._by_name |= {g.place.name.casefold(): g.place.id for g in regions}
        self._by_name |= {name.casefold(): id_ for name, id_ in (spellings or {}).items() if id_ in self.ids}

    def place(self, name: str) -> str | None:
        """The id of the region called so, with or without the word for such a region; None where there is none."""
        plain = name.casefold().strip()
        return next((self._by_name[n] for n in (plain, f"{plain} oblast") if n in self._by_name), None)


@lru_cache(maxsize=16)
def _regions(theatre: str, spellings: tuple[tuple[str, str], ...]) -> Regions:
    return Regions(theatre, dict(spellings))


def regions(theatre: str, spellings: Mapping[str, str] | None = None) -> Regions:
    """The regions of an installed theatre. Raises TheatreError for one that is not."""
    return _regions(theatre, tuple((spellings or {}).items()))

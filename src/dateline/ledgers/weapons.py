"""The theatre's weapons as a tree: a drone is any of its kinds, a combined model stands at the parent it shares."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dateline.ledgers.files import table

#: No filter means these two together; bombs and the rest are not in the national tallies' totals.
ALL_WEAPONS = ("drone", "missile")


class Weapons:
    """Ids with parents, as weapons.csv declares them."""

    def __init__(self, folder: Path) -> None:
        rows = list(table(folder / "weapons.csv", ("id", "parent", "name")))
        self._parent = {row["id"]: row["parent"] or None for row in rows}
        self._name = {row["id"]: row["name"] for row in rows}
        self.below = cache(self._below)

    def __contains__(self, weapon: object) -> bool:
        return weapon in self._parent

    def name(self, weapon: str | None) -> str:
        return self._name.get(weapon or "", "drones and missiles" if weapon is None else weapon)

    def above(self, weapon: str) -> tuple[str, ...]:
        """The ancestors of `weapon`, nearest first."""
        found = []
        parent = self._parent.get(weapon)
        while parent is not None:
            found.append(parent)
            parent = self._parent.get(parent)
        return tuple(found)

    def _below(self, weapon: str | None) -> frozenset[str]:
        """`weapon` with all its kinds; None is every drone and missile."""
        roots = ALL_WEAPONS if weapon is None else (weapon,)
        return frozenset(w for w in self._parent if w in roots or any(a in roots for a in self.above(w)))

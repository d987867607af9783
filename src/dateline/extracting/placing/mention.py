"""A place as a sentence names it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records.place import Place


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """`text[start:end]` names `place`. `located` is whether it stands as a location ("in Sumy") and not as a
    government ("Kyiv said"). `rivals` are what else the name can mean: the region of the same name and, where
    nothing settles which settlement it is, every other settlement, the largest first."""

    start: int
    end: int
    place: Place
    located: bool
    rivals: tuple[Place, ...] = ()

    @property
    def towns(self) -> tuple[Place, ...]:
        """The settlements among which the name is not settled; empty where it is."""
        others = tuple(r for r in self.rivals if r.level == "settlement")
        return (self.place, *others) if others and self.place.level == "settlement" else ()

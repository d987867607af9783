"""What one import brings, and what it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from dateline.ledgers.files import LedgerError


class StoreError(LedgerError):
    """The store cannot be read or written. One line that says why and how to mend it."""


@dataclass(frozen=True, slots=True)
class Archived:
    """A file as it was imported: its name, and the SHA-256 of its bytes, under which the archive may hold them."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """One (theatre, source) as published on `released`.

    `parts` are the tables of which it states a part only: what it leaves out of them has not vanished, and nothing in
    them is late. `sha256` is of its bytes (of several files: of their names and hashes). `origin` is "import", or
    "starter" for the layer that ships with the package. `reader` is the version that read it: the same bytes read by
    another version are read again. `segment` (the file with its rows, relative to the store) with `part` (its number in
    that file), `tables` (by table what it added, changed ...) and `turns` (by table whether it changed what was known)
    are the store's to fill.
    """

    theatre: str
    source: str
    released: date
    retrieved_at: date
    sha256: str
    parts: frozenset[str] = frozenset()
    files: tuple[Archived, ...] = ()
    origin: str = "import"
    reader: str = ""
    segment: str = ""
    part: int = 0
    tables: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    turns: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        return hash((self.theatre, self.source, self.released, self.sha256, self.reader))

    def as_dict(self) -> dict[str, Any]:
        return {
            "theatre": self.theatre, "source": self.source, "released": self.released.isoformat(),
            "retrieved_at": self.retrieved_at.isoformat(), "sha256": self.sha256, "origin": self.origin,
            "reader": self.reader, "segment": self.segment, "part": self.part,
            "parts": sorted(self.parts), "turns": sorted(self.turns),
            "tables": {table: dict(counts) for table, counts in self.tables.items()},
            "files": [[file.name, file.sha256] for file in self.files],
        }  # fmt: skip

    @classmethod
    def of(cls, stated: Mapping[str, Any]) -> Release:
        """Raises KeyError, TypeError or ValueError where `stated` is no release."""
        return cls(
            theatre=stated["theatre"], source=stated["source"], released=date.fromisoformat(stated["released"]),
            retrieved_at=date.fromisoformat(stated["retrieved_at"]), sha256=stated["sha256"],
            origin=stated["origin"], reader=stated["reader"], segment=stated["segment"], part=stated["part"],
            parts=frozenset(stated["parts"]), turns=frozenset(stated["turns"]),
            tables=MappingProxyType({table: MappingProxyType(dict(c)) for table, c in stated["tables"].items()}),
            files=tuple(Archived(name, sha256) for name, sha256 in stated["files"]),
        )  # fmt: skip


_COUNTS = ("added", "changed", "vanished", "late", "unchanged", "late_rows")


@dataclass(frozen=True, slots=True)
class Appended:
    """Entries that a release added, changed, dropped (`vanished`), stated late, and left as they were; the late ones
    are among the added. `late_rows` are the rows of the table that the late entries stand in: a row may have several.
    `tables` are the same counts by table. `known` : the store held these bytes already and nothing was written."""

    added: int = 0
    changed: int = 0
    vanished: int = 0
    late: int = 0
    unchanged: int = 0
    late_rows: int = 0
    known: bool = False
    tables: Mapping[str, Appended] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def over(cls, tables: Mapping[str, Appended]) -> Appended:
        """The counts of several tables together."""
        added, changed, vanished, late, unchanged, rows = (
            sum(column) for column in zip(*(t.counts() for t in (cls(), *tables.values())), strict=True)
        )
        return cls(added, changed, vanished, late, unchanged, rows, tables=MappingProxyType(dict(tables)))

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Appended:
        """The counts of one table as a release keeps them."""
        added, changed, vanished, late, unchanged, late_rows = (counts[name] for name in _COUNTS)
        return cls(added, changed, vanished, late, unchanged, late_rows)

    def counts(self) -> tuple[int, int, int, int, int, int]:
        return self.added, self.changed, self.vanished, self.late, self.unchanged, self.late_rows

    def as_dict(self) -> dict[str, int]:
        return dict(zip(_COUNTS, self.counts(), strict=True))


def chain(releases: Iterable[Release], theatre: str, source: str) -> list[Release]:
    """The releases of one source in order of the day on which they were published, then of their import."""
    found = [r for r in releases if (r.theatre, r.source) == (theatre, source)]
    return sorted(found, key=lambda release: release.released)

"""The tables of one theatre, as its ledgers read them: from the store where it has them, else the starter's files."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.ledgers.correctable import KINDS
from dateline.ledgers.corrected import Corrected, corrected_pieces
from dateline.ledgers.corrections import Correction
from dateline.ledgers.files import Table
from dateline.ledgers.pieces import Piece, pieces
from dateline.ledgers.shapes import SERIES, SHAPES, Row
from dateline.records.entry import Entry

if TYPE_CHECKING:
    from dateline.ledgers.store import Store

#: Which releases of which source the starter's tables are: columns source, released, tables (joined by "|").
RELEASES = "releases.csv"


@dataclass(frozen=True, slots=True)
class StarterRelease:
    """The starter's own layer of one source."""

    source: str
    released: date
    tables: tuple[str, ...]


def starter_releases(starter: Path) -> tuple[StarterRelease, ...]:
    """What the folder of a theatre's starter says of its own tables; nothing where it does not."""
    try:
        with (starter / RELEASES).open(encoding="utf-8", newline="") as file:
            return tuple(
                StarterRelease(row["source"], date.fromisoformat(row["released"]), tuple(row["tables"].split("|")))
                for row in csv.DictReader(file)
            )
    except FileNotFoundError:
        return ()


@dataclass(frozen=True)
class Stored:
    """A table whose rows stand in the store, as of a day (None: now). Read like a file of `ledgers.files`."""

    store: Store
    theatre: str
    name: str
    as_of: date | None

    def rows(self) -> list[Row]:
        table = Path(self.name).stem
        return SHAPES[table].rows(self.store.entries(self.theatre, table, self.as_of))


@dataclass(frozen=True)
class Viewed:
    """A table whose rows stand in the store as they are now, and in a file of it that is ready to read."""

    stored: Stored
    path: Path

    @property
    def name(self) -> str:
        return self.stored.name

    def rows(self) -> list[Row]:
        from dateline.ledgers.store import views

        try:
            return views.rows(self.path)
        except OSError:  # another process has written since, and cleared it away
            return self.stored.rows()


@dataclass(frozen=True)
class Tables:
    """Stands for the folder `theatre`/starter: `tables / "strikes.csv"` is what to read, a file or a stored table."""

    theatre: Path
    store: Store | None = None
    as_of: date | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def parent(self) -> Path:
        return self.theatre

    def __truediv__(self, name: str) -> Path | Table:
        plain, own = (
            self._plain(name),
            tuple(c for c in self.corrections if c.table == Path(name).stem and self._seen(c)),
        )
        return Corrected(plain, name, own) if own else plain

    def _seen(self, correction: Correction) -> bool:
        """A vintage has its day of knowing in its row, and a fact was always so."""
        revises = KINDS[correction.table].mode == "revision"
        return not revises or self.as_of is None or correction.made <= self.as_of

    def _plain(self, name: str) -> Path | Table:
        table = Path(name).stem
        if self.store is not None and table in SHAPES and table in self._stored:
            stored = Stored(self.store, self.theatre.name, name, self.as_of)
            ready = self.store.view(self.theatre.name, table) if self.as_of is None else None
            return Viewed(stored, ready) if ready is not None else stored
        return self.theatre / "starter" / name

    def entries(self, table: str) -> list[Entry]:
        """The entries of a table that only the store has, such as `series`; none without a store."""
        return self.store.entries(self.theatre.name, table, self.as_of) if self.store is not None else []

    def series(self, brought: Sequence[Piece] = ()) -> tuple[Piece, ...]:
        """What reads the entries that need no family of their own, by measure and producer, with the vintages that the
        log adds."""
        found = (*brought, *self._pieces(SERIES))
        return (*found, *corrected_pieces(found, (c for c in self.corrections if c.table == SERIES)))

    def _pieces(self, table: str) -> tuple[Piece, ...]:
        if self.store is None or table not in self.store.tables(self.theatre.name):
            return ()
        return self.store.pieces(self.theatre.name, table) if self.as_of is None else pieces(self.entries(table))

    def turns(self, tables: Iterable[str]) -> tuple[date, ...]:
        """Days on which what is known of any of the tables changed, in order."""
        asked = frozenset(tables)
        days = {c.made for c in self.corrections if c.table in asked and KINDS[c.table].mode == "revision"}
        if self.store is not None:
            for table in asked & self._stored:
                days.update(self.store.turns(self.theatre.name, table))
        return tuple(sorted(days))

    def seen(self, day: date) -> Tables:
        """The tables as of `day`; these themselves where nothing turned after it. All days between two turns have one
        view, named after the turn before them."""
        before = bisect_right(self._turns, day)
        if before == len(self._turns):
            return self
        return replace(self, as_of=self._turns[before - 1] if before else date.min)

    @cached_property
    def _turns(self) -> tuple[date, ...]:
        return self.turns(SHAPES.keys() | {SERIES})

    @cached_property
    def _stored(self) -> frozenset[str]:
        """The tables that the store has, unless those that ship are of a later day: then it has not been told yet."""
        if self.store is None:
            return frozenset()
        newest: dict[str, date] = {}
        for release in self.store.releases():
            if release.theatre == self.theatre.name:
                for table in release.tables:
                    newest[table] = max(newest.get(table, date.min), release.released)
        shipped = {t: s.released for s in starter_releases(self.theatre / "starter") for t in s.tables}
        return frozenset(table for table, day in newest.items() if shipped.get(table, date.min) <= day)

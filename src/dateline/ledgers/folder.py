"""All ledgers of one theatre, each read on first use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from dateline.ledgers import corrected, corrections
from dateline.ledgers.area import AreaLedger
from dateline.ledgers.calendar import CalendarLedger
from dateline.ledgers.casualties import CasualtyLedger
from dateline.ledgers.correctable import tables_of
from dateline.ledgers.corrections import Correction
from dateline.ledgers.files import LedgerAbsent, LedgerError, Table, first_wrong
from dateline.ledgers.officials import OfficialsLedger
from dateline.ledgers.pieces import pieces
from dateline.ledgers.producers import Producers
from dateline.ledgers.series import SeriesLedger
from dateline.ledgers.shapes import SERIES
from dateline.ledgers.store import Store, home, manifest, open_store
from dateline.ledgers.strikes import StrikesLedger
from dateline.ledgers.tables import Tables
from dateline.ledgers.talks import TalksLedger
from dateline.ledgers.territory import TerritoryLedger
from dateline.ledgers.weapons import Weapons
from dateline.records.entry import Entry
from dateline.records.finding import Coverage
from dateline.theatres.loader import Theatre, load_folder

_Family = TypeVar("_Family")
#: Ledger ids, in the order in which coverage is printed.
FAMILIES = ("territory", "strikes", "casualties", "area_published", "talks", "officials", "calendar")

#: The tables that each family reads.
_TABLES = {
    "territory": ("territory_held", "territory_change", "territory_gaps"),
    **{family: (family,) for family in FAMILIES if family != "territory"},
}


def _naming_rows(read: Callable[[Ledgers], _Family]) -> Callable[[Ledgers], _Family]:
    """Reads a family; what is wrong in its files is a LedgerError that names file and row."""

    def reading(self: Ledgers) -> _Family:
        try:
            return read(self)
        except LedgerError:
            raise
        except (ValueError, KeyError, TypeError, AssertionError) as error:
            files = sorted((self.folder / "starter").glob(f"{read.__name__}*.csv"))
            wrong = next(filter(None, map(first_wrong, files)), None)
            raise LedgerError(wrong or f"{self.folder.name}: {read.__name__}: {error}") from None

    return reading


class Ledgers:
    """The families of the theatre in `folder` (its starter/*.csv, producers.yml, weapons.csv); tables that `store` has
    are read from there. `as_of` gives them as they stood on a day.

    `series` are entries that need no family of their own.
    A family raises `LedgerError` on first use where its file is absent or malformed; `available` asks first.
    """

    def __init__(
        self,
        folder: Path,
        store: Store | None = None,
        series: Sequence[Entry] = (),
        log: Sequence[Correction] = (),
    ) -> None:
        self.folder = folder
        self._tables = Tables(folder, store, corrections=tuple(c for c in log if c.theatre == folder.name))
        self._series = tuple(series)
        self._now: Ledgers | None = None
        self._views: dict[Tables, Ledgers] = {}

    def as_of(self, day: date) -> Ledgers:
        """The same ledgers as they stood on `day`, without what was revised, dropped or brought in late after it; these
        themselves where nothing was. What was new and in time stays: its day of knowing stands in each entry."""
        now = self._now or self
        tables = now._tables.seen(day)
        if tables is now._tables:
            return now
        view = now._views.get(tables)
        if view is None:
            view = now._views[tables] = Ledgers(self.folder, series=self._series)
            view._tables, view._now = tables, now
        return view

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What an editor of the data put right in this theatre."""
        return self._tables.corrections

    def table(self, table: str) -> Path | Table:
        """Where the rows of a table are, corrections among them."""
        return self._tables / f"{table}.csv"

    def correction(self, asked: Correction) -> Correction | None:
        """`asked` with the table in which its entry stands, the value that it has and what tells it from others; None
        where there is none. Raises LedgerError where several fit."""
        for table in tables_of(asked.measure):
            own = replace(asked, table=table)
            if table == SERIES:
                found = corrected.standing_entry(self._tables.series(pieces(self._series)), own)
            elif table == "strikes" and asked.producer != self.producers.of(table):
                continue  # its rows name no producer: they are all of the one who fills it
            else:
                found = corrected.standing(self.table(table), own)
            if found is not None:
                return found
        return None

    def entries(self, table: str) -> list[Entry]:
        """The entries of a table that no family reads, such as `series`."""
        return self._tables.entries(table)

    @cached_property
    def theatre(self) -> Theatre:
        return load_folder(self.folder)

    @cached_property
    def producers(self) -> Producers:
        return self._now.producers if self._now is not None else Producers.read(self.folder / "producers.yml")

    @cached_property
    def weapons(self) -> Weapons:
        return self._now.weapons if self._now is not None else Weapons(self.folder)

    @cached_property
    @_naming_rows
    def territory(self) -> TerritoryLedger:
        producer = self.producers.of("territory")
        return self._family("territory", lambda: TerritoryLedger(self._tables, producer, self.theatre.country.id))

    @cached_property
    @_naming_rows
    def strikes(self) -> StrikesLedger:
        producer = self.producers[self.producers.of("strikes")]
        return self._family(
            "strikes", lambda: StrikesLedger(self._tables, self.weapons, producer, self.theatre.night_ends)
        )

    @cached_property
    @_naming_rows
    def casualties(self) -> CasualtyLedger:
        return self._family("casualties", lambda: CasualtyLedger(self._tables))

    @cached_property
    @_naming_rows
    def area_published(self) -> AreaLedger:
        return self._family("area_published", lambda: AreaLedger(self._tables, self.theatre.country.id))

    @cached_property
    @_naming_rows
    def talks(self) -> TalksLedger:
        return self._family("talks", lambda: TalksLedger(self._tables))

    @cached_property
    @_naming_rows
    def officials(self) -> OfficialsLedger:
        return self._family("officials", lambda: OfficialsLedger(self._tables))

    @cached_property
    @_naming_rows
    def calendar(self) -> CalendarLedger:
        return self._family("calendar", lambda: CalendarLedger(self._tables))

    def _family(self, family: str, read: Callable[[], _Family]) -> _Family:
        """A family as of the view's day: today's own where none of its tables turned since."""
        if self._now is not None:
            turns = self._tables.turns(_TABLES[family])
            if not turns or (self._tables.as_of is not None and turns[-1] <= self._tables.as_of):
                found: _Family = getattr(self._now, family)
                return found
        return read()

    @cached_property
    def series(self) -> SeriesLedger:
        found = self._tables.series(pieces(self._series))
        return SeriesLedger(found, self.theatre.country.id if found else "")

    def available(self, family: str) -> bool:
        """Does the theatre have this family? Raises LedgerError where it cannot be read, StoreError where
        the store is damaged."""
        if family not in FAMILIES:
            return False
        try:
            getattr(self, family)
        except LedgerAbsent:
            return False
        return True

    def coverage(self) -> tuple[Coverage, ...]:
        """What each family that the theatre has answers for. Reads them all: under 150 ms of CPU."""
        return tuple(getattr(self, family).coverage() for family in FAMILIES if self.available(family))


def load(folder: Path) -> Ledgers:
    """The ledgers of the theatre in `folder`, with what the user's store has of it; cheap, since each file is read on
    first use, and once a process as long as nothing is imported."""
    at = home()
    return _loaded(folder, at, manifest.stamp(at), corrections.read(at))


@lru_cache(maxsize=8)
def _loaded(folder: Path, at: Path, stamp: object, log: tuple[Correction, ...]) -> Ledgers:
    """`stamp` stands for what the store holds: another one, and it is opened again."""
    store = open_store(at)
    return Ledgers(folder, store if store.generation else None, log=log)

"""All ledgers of one theatre, each read on first use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from dateline.ledgers.area import AreaLedger
from dateline.ledgers.calendar import CalendarLedger
from dateline.ledgers.casualties import CasualtyLedger
from dateline.ledgers.files import LedgerError
from dateline.ledgers.officials import OfficialsLedger
from dateline.ledgers.producers import Producers
from dateline.ledgers.store import Store, StoreError, open_store
from dateline.ledgers.strikes import StrikesLedger
from dateline.ledgers.tables import Tables
from dateline.ledgers.talks import TalksLedger
from dateline.ledgers.territory import TerritoryLedger
from dateline.ledgers.weapons import Weapons
from dateline.records.entry import Entry
from dateline.records.finding import Coverage

_Family = TypeVar("_Family")
#: Ledger ids, in the order in which coverage is printed.
FAMILIES = ("territory", "strikes", "casualties", "area_published", "talks", "officials", "calendar")

#: The tables that each family reads.
_TABLES = {
    "territory": ("territory_held", "territory_change", "territory_gaps"),
    **{family: (family,) for family in FAMILIES if family != "territory"},
}


class Ledgers:
    """The families of the theatre in `folder` (its starter/*.csv, producers.yml, weapons.csv); tables that `store` has
    are read from there. `as_of` gives them as they stood on a day.

    A family raises `LedgerError` on first use where its file is absent or malformed; `available` asks first.
    """

    def __init__(self, folder: Path, store: Store | None = None) -> None:
        self.folder = folder
        self._tables = Tables(folder, store)
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
            view = now._views[tables] = Ledgers(self.folder)
            view._tables, view._now = tables, now
        return view

    def entries(self, table: str) -> list[Entry]:
        """The entries of a table that no family reads, such as `series`."""
        return self._tables.entries(table)

    @cached_property
    def producers(self) -> Producers:
        return self._now.producers if self._now is not None else Producers.read(self.folder / "producers.yml")

    @cached_property
    def weapons(self) -> Weapons:
        return self._now.weapons if self._now is not None else Weapons(self.folder)

    @cached_property
    def territory(self) -> TerritoryLedger:
        return self._family("territory", lambda: TerritoryLedger(self._tables))

    @cached_property
    def strikes(self) -> StrikesLedger:
        return self._family("strikes", lambda: StrikesLedger(self._tables, self.weapons))

    @cached_property
    def casualties(self) -> CasualtyLedger:
        return self._family("casualties", lambda: CasualtyLedger(self._tables))

    @cached_property
    def area_published(self) -> AreaLedger:
        return self._family("area_published", lambda: AreaLedger(self._tables))

    @cached_property
    def talks(self) -> TalksLedger:
        return self._family("talks", lambda: TalksLedger(self._tables))

    @cached_property
    def officials(self) -> OfficialsLedger:
        return self._family("officials", lambda: OfficialsLedger(self._tables))

    @cached_property
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

    def available(self, family: str) -> bool:
        """Does the theatre have this family, readable? A store that is damaged is no family that is absent: it raises
        StoreError."""
        if family not in FAMILIES:
            return False
        try:
            getattr(self, family)
        except StoreError:
            raise
        except LedgerError:
            return False
        return True

    def coverage(self) -> tuple[Coverage, ...]:
        """What each family that the theatre has answers for. Reads them all: under 150 ms of CPU."""
        return tuple(getattr(self, family).coverage() for family in FAMILIES if self.available(family))


def load(folder: Path) -> Ledgers:
    """The ledgers of the theatre in `folder`, with what the user's store has of it; cheap, since each file is read on
    first use, and once a process as long as nothing is imported."""
    store = open_store()
    return _loaded(folder, store.home, store.generation)


@lru_cache(maxsize=8)
def _loaded(folder: Path, home: Path, generation: int) -> Ledgers:
    store = open_store(home)
    return Ledgers(folder, store if store.generation else None)

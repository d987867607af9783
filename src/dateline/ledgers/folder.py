"""All ledgers of one theatre, each read on first use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from dateline.ledgers.area import AreaLedger
from dateline.ledgers.calendar import CalendarLedger
from dateline.ledgers.casualties import CasualtyLedger
from dateline.ledgers.files import LedgerAbsent, LedgerError, first_wrong
from dateline.ledgers.officials import OfficialsLedger
from dateline.ledgers.producers import Producers
from dateline.ledgers.series import SeriesLedger
from dateline.ledgers.strikes import StrikesLedger
from dateline.ledgers.talks import TalksLedger
from dateline.ledgers.territory import TerritoryLedger
from dateline.ledgers.weapons import Weapons
from dateline.records.entry import Entry
from dateline.records.finding import Coverage
from dateline.theatres.loader import Theatre, load_folder

#: Ledger ids, in the order in which coverage is printed.
FAMILIES = ("territory", "strikes", "casualties", "area_published", "talks", "officials", "calendar")


_Family = TypeVar("_Family")


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
    """The families of the theatre in `folder` (its starter/*.csv, producers.yml, weapons.csv).

    `series` are entries that need no family of their own.
    A family raises `LedgerError` on first use where its file is absent or malformed; `available` asks first.
    """

    def __init__(self, folder: Path, series: Sequence[Entry] = ()) -> None:
        self.folder = folder
        self._starter = folder / "starter"
        self._series = series

    @cached_property
    def theatre(self) -> Theatre:
        return load_folder(self.folder)

    @cached_property
    def producers(self) -> Producers:
        return Producers.read(self.folder / "producers.yml")

    @cached_property
    def weapons(self) -> Weapons:
        return Weapons(self.folder)

    @cached_property
    @_naming_rows
    def territory(self) -> TerritoryLedger:
        return TerritoryLedger(self._starter, self.producers.of("territory"), self.theatre.country.id)

    @cached_property
    @_naming_rows
    def strikes(self) -> StrikesLedger:
        producer = self.producers[self.producers.of("strikes")]
        return StrikesLedger(self._starter, self.weapons, producer, self.theatre.night_ends)

    @cached_property
    @_naming_rows
    def casualties(self) -> CasualtyLedger:
        return CasualtyLedger(self._starter)

    @cached_property
    @_naming_rows
    def area_published(self) -> AreaLedger:
        return AreaLedger(self._starter, self.theatre.country.id)

    @cached_property
    @_naming_rows
    def talks(self) -> TalksLedger:
        return TalksLedger(self._starter)

    @cached_property
    @_naming_rows
    def officials(self) -> OfficialsLedger:
        return OfficialsLedger(self._starter)

    @cached_property
    @_naming_rows
    def calendar(self) -> CalendarLedger:
        return CalendarLedger(self._starter)

    @cached_property
    def series(self) -> SeriesLedger:
        return SeriesLedger(self._series, self.theatre.country.id)

    def available(self, family: str) -> bool:
        """Does the theatre have this family? Raises LedgerError where it has and it cannot be read."""
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
    """The ledgers of the theatre in `folder`; cheap, since each file is read on first use."""
    return Ledgers(folder)

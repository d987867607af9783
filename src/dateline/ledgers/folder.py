"""All ledgers of one theatre, each read on first use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from dateline.ledgers.area import AreaLedger
from dateline.ledgers.calendar import CalendarLedger
from dateline.ledgers.casualties import CasualtyLedger
from dateline.ledgers.files import LedgerError
from dateline.ledgers.officials import OfficialsLedger
from dateline.ledgers.producers import Producers
from dateline.ledgers.series import SeriesLedger
from dateline.ledgers.strikes import StrikesLedger
from dateline.ledgers.talks import TalksLedger
from dateline.ledgers.territory import TerritoryLedger
from dateline.ledgers.weapons import Weapons
from dateline.ledgers.yaml_file import read_yaml
from dateline.records.entry import Entry
from dateline.records.finding import Coverage

#: Ledger ids, in the order in which coverage is printed.
FAMILIES = ("territory", "strikes", "casualties", "area_published", "talks", "officials", "calendar")


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
    def producers(self) -> Producers:
        return Producers.read(self.folder / "producers.yml")

    @cached_property
    def weapons(self) -> Weapons:
        return Weapons(self.folder)

    @cached_property
    def territory(self) -> TerritoryLedger:
        return TerritoryLedger(self._starter)

    @cached_property
    def strikes(self) -> StrikesLedger:
        return StrikesLedger(self._starter, self.weapons)

    @cached_property
    def casualties(self) -> CasualtyLedger:
        return CasualtyLedger(self._starter)

    @cached_property
    def area_published(self) -> AreaLedger:
        return AreaLedger(self._starter)

    @cached_property
    def talks(self) -> TalksLedger:
        return TalksLedger(self._starter)

    @cached_property
    def officials(self) -> OfficialsLedger:
        return OfficialsLedger(self._starter)

    @cached_property
    def calendar(self) -> CalendarLedger:
        return CalendarLedger(self._starter)

    @cached_property
    def series(self) -> SeriesLedger:
        return SeriesLedger(self._series, read_yaml(self.folder / "theatre.yml")["country"]["id"])

    def available(self, family: str) -> bool:
        """Does the theatre have this family, readable?"""
        if family not in FAMILIES:
            return False
        try:
            getattr(self, family)
        except LedgerError:
            return False
        return True

    def coverage(self) -> tuple[Coverage, ...]:
        """What each family that the theatre has answers for. Reads them all: under 150 ms of CPU."""
        return tuple(getattr(self, family).coverage() for family in FAMILIES if self.available(family))


def load(folder: Path) -> Ledgers:
    """The ledgers of the theatre in `folder`; cheap, since each file is read on first use."""
    return Ledgers(folder)

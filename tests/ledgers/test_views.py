"""Ledgers over a store: which table is read from where, and how they stood on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.ledgers.files import LedgerError, table
from dateline.ledgers.folder import Ledgers
from dateline.ledgers.shapes import SHAPES
from dateline.ledgers.store import Release, Store, StoreError, open_store

NIGHT = date(2025, 5, 25)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "home")


def put(store: Store, theatre: Path, released: date, *, launched: int = 298, late: bool = False) -> None:
    """The theatre's strikes as released on a day: with another count of one model, with a row that came late."""
    rows = [dict(row) for row in table(theatre / "starter" / "strikes.csv", ())]
    rows[0]["launched"] = str(launched)
    if late:
        rows.append(rows[0] | {"model": "a kite", "launched": "2", "destroyed": "", "lost": ""})
    release = Release(theatre.name, "airforce", released, date(2032, 1, 1), f"{released}")
    store.append(release, {"strikes": SHAPES["strikes"].entries(rows)})


def launched(ledgers: Ledgers) -> float:
    tally = ledgers.strikes.night(NIGHT, "shahed")
    assert tally is not None
    return tally.launched


def test_a_view_shows_what_stood_on_its_day(store: Store, theatre: Path) -> None:
    put(store, theatre, date(2025, 6, 1))
    put(store, theatre, date(2025, 7, 1), launched=300)
    put(store, theatre, date(2025, 8, 1), launched=300, late=True)
    ledgers = Ledgers(theatre, store)
    seen = {day: launched(ledgers.as_of(day)) for day in map(date, (2025,) * 5, (5, 6, 7, 8, 9), (30,) * 5)}
    assert list(seen.values()) == [298 + 7, 298 + 7, 300 + 7, 300 + 7 + 2, 300 + 7 + 2]


def test_days_between_two_turns_share_one_view_and_what_never_turned_is_todays(store: Store, theatre: Path) -> None:
    put(store, theatre, date(2025, 6, 1))
    put(store, theatre, date(2025, 7, 1), launched=300)
    ledgers = Ledgers(theatre, store)
    before = ledgers.as_of(date(2025, 6, 30))
    assert before is ledgers.as_of(date(2020, 1, 1)) is before.as_of(date(2025, 6, 2))
    assert ledgers.as_of(date(2025, 7, 1)) is ledgers is before.as_of(date(2030, 1, 1))
    assert before.territory is ledgers.territory
    assert before.strikes is not ledgers.strikes


def test_without_a_store_every_day_has_the_same_view(theatre: Path) -> None:
    ledgers = Ledgers(theatre)
    assert ledgers.as_of(date(2020, 1, 1)) is ledgers
    assert ledgers.entries("series") == []


def test_a_starter_that_is_newer_than_the_store_is_read_instead(store: Store, theatre: Path) -> None:
    put(store, theatre, date(2025, 6, 1), launched=1)
    listed = theatre / "starter" / "releases.csv"
    listed.write_text("source,released,tables\nairforce,2025-06-01,strikes\n", encoding="utf-8")
    assert launched(Ledgers(theatre, store)) == 1 + 7
    listed.write_text("source,released,tables\nairforce,2025-06-02,strikes\n", encoding="utf-8")
    assert launched(Ledgers(theatre, store)) == 298 + 7


def test_a_damaged_store_is_said_and_not_taken_for_an_absent_family(store: Store, theatre: Path) -> None:
    put(store, theatre, date(2025, 6, 1))
    (segment,) = store.home.glob("segments/*/*/*.parquet")
    segment.write_bytes(b"PAR1")
    for view in store.home.glob("views/*/*"):
        view.write_bytes(view.read_bytes()[:-9])  # damaged as well: else it is read
    ledgers = Ledgers(theatre, open_store(store.home))
    with pytest.raises(StoreError, match="damaged"):
        ledgers.available("strikes")
    assert issubclass(StoreError, LedgerError)

"""DeepState's maps into the store: a map that it has measured before is not measured again.

What a step gained and lost needs the map of the day before: from the files at hand, else from the archive. Where it is
in neither, the step is counted by its net change in each region, and a notice says so.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline.importing.tables import Table, Tables, maps, territory_tables
from dateline.ledgers.files import table
from dateline.ledgers.shapes import SHAPES, Row
from dateline.ledgers.store import Store, StoreError
from dateline.ledgers.tables import Tables as LedgerTables
from dateline.sources import deepstate
from dateline.sources.description import describe
from dateline.sources.intake import Skipped, SourceError
from dateline.territory import history, regions
from dateline.territory.change import Change

#: What a day without a map says in its note; any other gap is a file that could not be used.
_NO_FILE = "no file"
_Days = list[tuple[date, Path]]


class Record:
    """The maps as they were measured before, for the store or for the starter: rows of three tables, by day."""

    def __init__(self, store: Store, theatre: Path) -> None:
        def rows(name: str) -> list[Row]:
            standing = LedgerTables(theatre, store) / f"{name}.csv"
            absent = isinstance(standing, Path) and not standing.exists()
            return [] if absent else list(table(standing, SHAPES[name].columns[:1]))

        self.held = {date.fromisoformat(row["day"]): row for row in rows("territory_held")}
        self.moved: dict[date, list[Row]] = {}
        for row in rows("territory_change"):
            self.moved.setdefault(date.fromisoformat(row["day"]), []).append(row)
        self.unusable = {date.fromisoformat(row["start"]): row["note"] for row in rows("territory_gaps")
                         if row["flag"] == "gap" and row["note"] != _NO_FILE}  # fmt: skip

    def has(self, day: date, sha256: str) -> bool:
        return day in self.held and self.held[day]["sha256"] == sha256[: len(self.held[day]["sha256"])]

    def change(self, day: date) -> Change:
        rows = self.moved.get(day, ())
        return Change(
            {row["region"]: float(row["gained_km2"]) for row in rows if float(row["gained_km2"])},
            {row["region"]: float(row["lost_km2"]) for row in rows if float(row["lost_km2"])},
        )


def tables(files: Sequence[Path], hashes: Mapping[Path, str], theatre: Path, store: Store) -> Tables:
    """The tables as they are after these files. `hashes` gives the SHA-256 of each.

    Raises SourceError where no file can be used and none was before.
    """
    days = [(day, path) for day, path in deepstate.files(files[0].parent) if path in hashes]
    record = Record(store, theatre)
    fresh = [(day, path) for day, path in days if not record.has(day, hashes[path])]
    measured, unusable, notices = _measured(fresh, dict(days), record, theatre, store)
    if not measured and not record.held:
        raise SourceError(f"{files[0].parent}: none of {len(files)} files can be used")
    borders = regions.load(theatre / "regions.json")
    everything = sorted((*measured.values(), *(d for d in _again(record) if d.day not in measured)), key=_day)
    stood = {day: note for day, note in record.unusable.items() if day not in measured}
    flagged = history.flags(everything, stood | {day: skipped.why for day, skipped in unusable.items()})
    made = territory_tables(list(measured.values()), flagged, borders.ids, unusable)
    again = [day for day, _ in days if day in record.held and day not in measured]
    held, moved = made["territory_held"], made["territory_change"]
    columns = held.columns
    restated = tuple(tuple(record.held[day].get(name, "0") for name in columns) for day in again)
    told = (*notices, *(deepstate.notices(files[0].parent) if fresh else ()))
    return made | {
        "territory_held": replace(held, rows=(*restated, *held.rows), notices=told, counted=len(days)),
        "territory_change": replace(moved, rows=(*moved.rows, *_nothing_now(measured, record, moved))),
    }


def _measured(
    fresh: _Days, at_hand: Mapping[date, Path], record: Record, theatre: Path, store: Store
) -> tuple[dict[date, history.Day], dict[date, Skipped], tuple[str, ...]]:
    """The new maps measured, and with them the steps to the maps that follow them."""
    measured: dict[date, history.Day] = {}
    unusable: dict[date, Skipped] = {}
    notices: list[str] = []
    new = {day for day, _ in fresh}
    for run in _runs(sorted(new | record.held.keys()), new):
        found, aside, _ = maps(_snapshots(run, at_hand, record, store), theatre)
        unusable |= aside
        drawn = {day.day: day for day in found}
        for when in run if run[0] in new else run[1:]:
            day = drawn.get(when) or _as_held(when, record)
            if day is None or when in aside:
                continue
            before = _before(when, record, measured, unusable)
            if day.change is None and before is not None:
                day = _by_net(day, before)
                notices.append(f"{day.name}: the map of {day.since} is not here; its step is counted by net change")
            measured[when] = day
    return measured, unusable, tuple(notices)


def _runs(days: Sequence[date], new: set[date]) -> Iterator[list[date]]:
    """Stretches of neighbouring maps to measure: the new ones and the one after them, led by the one before."""
    run: list[date] = []
    for number, day in enumerate(days):
        if day in new or (number and days[number - 1] in new):
            run += [day] if run or not number else [days[number - 1], day]
        elif run:
            yield run
            run = []
    if run:
        yield run


def _snapshots(
    run: Sequence[date], at_hand: Mapping[date, Path], record: Record, store: Store
) -> Iterator[deepstate.Snapshot | tuple[date, Skipped]]:
    description = describe("deepstate")
    for day in run:
        try:
            if day in at_hand:
                yield deepstate.snapshot(day, at_hand[day], description)
                continue
            row = record.held[day]
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / row["source"]
                path.write_bytes(store.archived(row["sha256"]))
                yield deepstate.snapshot(day, path, description)
        except StoreError:
            continue  # neither at hand nor in the archive
        except ValueError as fault:
            yield day, Skipped(at_hand[day].name if day in at_hand else str(day), str(fault))


def _before(
    day: date, record: Record, measured: Mapping[date, history.Day], unusable: Mapping[date, Skipped]
) -> tuple[date, Mapping[str, float]] | None:
    """The last map before a day and what it held, as far as it is known."""
    known = max((other for other in (*record.held, *measured) if other < day and other not in unusable), default=None)
    if known is None:
        return None
    if known in measured:
        return known, measured[known].held
    return known, _areas(record.held[known])


def _by_net(day: history.Day, before: tuple[date, Mapping[str, float]]) -> history.Day:
    since, held = before
    by_region = {name: round(area - held.get(name, 0.0), 3) for name, area in day.held.items()}
    change = Change({n: v for n, v in by_region.items() if v > 0}, {n: -v for n, v in by_region.items() if v < 0})
    return replace(day, since=since, change=change)


def _as_held(day: date, record: Record) -> history.Day | None:
    """A day whose map is not to be had, as it was measured before, its step left open."""
    row = record.held.get(day)
    return None if row is None else history.Day(day, row["source"], row["sha256"], _areas(row))


def _again(record: Record) -> Iterator[history.Day]:
    """The days as they were measured before; what they held is of no account for their flags."""
    days = sorted(record.held)
    for since, day in zip([None, *days], days, strict=False):
        row = record.held[day]
        yield history.Day(day, row["source"], row["sha256"], {}, since, None if since is None else record.change(day))


def _day(measured: history.Day) -> date:
    return measured.day


def _areas(row: Row) -> dict[str, float]:
    return {name: float(text) for name, text in row.items() if name not in ("day", "source", "sha256")}


def _nothing_now(
    measured: Mapping[date, history.Day], record: Record, moved: Table
) -> Iterator[tuple[str | date | float | None, ...]]:
    """Rows of nought for regions that moved in a step as it was known before and do not any more."""
    now = {(row[0], row[2]) for row in moved.rows}
    for day, found in measured.items():
        for row in record.moved.get(day, ()):
            if (day, row["region"]) not in now:
                yield (day, found.since, row["region"], 0.0, 0.0, found.name)

"""What sources read, as the tables that ledgers read: one builder a source, for the starter and for the store."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dateline.ledgers.shapes import cell
from dateline.records.entry import Entry
from dateline.sources import airforce, deepstate, gaza, hrmmu, mapped_area, officials, talks
from dateline.sources.intake import Intake, Skipped, SourceError
from dateline.territory import history, regions

Cell = str | int | float | date | bool | None
Watch = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a ledger: its columns, its rows, and what its source put aside. `counted` is the number of rows that
    the source's file held, those put aside among them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    counted: int = 0

    def cells(self) -> list[dict[str, str]]:
        """The rows as a ledger reads them from a file."""
        return [dict(zip(self.columns, map(cell, row), strict=True)) for row in self.rows]


Tables = dict[str, Table]


def strikes(files: Sequence[Path], theatre: Path) -> Tables:
    """Tallies by bulletin window and model, national and regional ones told apart by their scope."""
    weapons, parents = taxonomy(theatre)
    intake = airforce.read(files[0], weapons, parents)
    columns = ("night", "window_start", "window_end", "scope", "target", "weapon", "model", "launched", "destroyed",
               "lost", "still", "hits", "source")  # fmt: skip
    rows = [(t.night, t.window_start, t.window_end, t.scope, t.target, t.weapon, t.model, t.launched, t.destroyed,
             t.lost, t.still, t.hits, t.source) for t in intake.rows]  # fmt: skip
    return {"strikes": _table(columns, rows, intake)}


def casualties(files: Sequence[Path], theatre: Path) -> Tables:
    """Every vintage of the UN's figures."""
    return {"casualties": _tolls(hrmmu.read(files[0], files[1]))}


def gaza_casualties(files: Sequence[Path], theatre: Path) -> Tables:
    """The health ministry's reports by day, and its running totals."""
    return {"casualties": _tolls(gaza.read(files[0]))}


def _tolls(intake: Intake[Entry]) -> Table:
    columns = ("body", "start", "end", "measure", "value", "known_at", "known", "definition", "original_value",
               "source", "note")  # fmt: skip
    rows = [(e.producer, e.period.start, e.period.last, e.measure, e.value, e.known_at, e.known, e.definition,
             e.original_value, e.source, e.note) for e in intake.rows]  # fmt: skip
    return _table(columns, rows, intake)


def areas(files: Sequence[Path], theatre: Path) -> Tables:
    """Area changes as published, beside what the polygons give."""
    intake: Intake[Entry] = mapped_area.read(files[0])
    columns = ("producer", "start", "end", "value_km2", "low", "high", "measure", "definition", "known_at", "known",
               "original_value", "source", "note")  # fmt: skip
    rows = [(e.producer, e.period.start, e.period.last, e.value, e.low, e.high, e.measure, e.definition, e.known_at,
             e.known, e.original_value, e.source, e.note) for e in intake.rows]  # fmt: skip
    return {"area_published": _table(columns, rows, intake)}


def meetings(files: Sequence[Path], theatre: Path) -> Tables:
    """Talks, calls, truces and exchanges."""
    intake = talks.read(files[0])
    columns = ("start", "end", "place", "parties", "kind", "direct", "held", "source", "note")
    rows = [(m.start, m.end, m.place, m.parties, m.kind, m.direct, m.held, m.source, m.note) for m in intake.rows]
    return {"talks": _table(columns, rows, intake)}


def terms(files: Sequence[Path], theatre: Path) -> Tables:
    """Terms of office."""
    intake = officials.read(files[0], files[1])
    columns = ("person", "name_variants", "office", "office_variants", "country", "start", "end", "source",
               "confidence", "note")  # fmt: skip
    rows = [(t.person, "|".join(t.names), t.office, "|".join(t.titles), t.country, t.start, t.end, t.source,
             t.confidence, t.note) for t in intake.rows]  # fmt: skip
    return {"officials": _table(columns, rows, intake)}


def maps(
    snapshots: Iterable[deepstate.Snapshot | tuple[date, Skipped]], theatre: Path
) -> tuple[list[history.Day], dict[date, Skipped], regions.Regions]:
    """The snapshots measured, in order of time; those that cannot be used, by day; the regions they were cut by."""
    borders = regions.load(theatre / "regions.json")
    unusable: dict[date, Skipped] = {}

    def usable() -> Iterator[deepstate.Snapshot]:
        for read in snapshots:
            if isinstance(read, deepstate.Snapshot):
                yield read
            else:
                unusable[read[0]] = read[1]

    return list(history.measure(usable(), borders)), unusable, borders


def territory_tables(
    days: Sequence[history.Day], flagged: Iterable[history.Flag], ids: Sequence[str], unusable: Mapping[date, Skipped]
) -> Tables:
    """Area held by day and region, what each step gained and lost, and the days that say less than they seem to."""
    columns = (*ids, regions.UNASSIGNED)
    return {
        "territory_held": Table(("day", *columns, "source", "sha256"),
                                tuple((d.day, *_held(d, ids), d.name, d.sha256[:16]) for d in days),
                                tuple(unusable.values())),
        "territory_change": Table(("day", "since", "region", "gained_km2", "lost_km2", "source"),
                                  tuple(row for d in days for row in _moved(d, columns))),
        "territory_gaps": Table(("start", "last", "flag", "note", "source"),
                                tuple((f.start, f.last, f.flag, f.note, f.source) for f in flagged)),
    }  # fmt: skip


def territory(folder: Path, theatre: Path, watch: Watch | None = None) -> Tables:
    """A whole folder of maps."""

    def read() -> Iterator[deepstate.Snapshot | tuple[date, Skipped]]:
        for number, found in enumerate(deepstate.read(folder), start=1):
            yield found
            if watch is not None and number % 100 == 0:
                watch(f"  {number} snapshots")

    days, unusable, borders = maps(read(), theatre)
    if not days:
        raise SourceError(f"{folder}: none of {len(unusable)} files can be used")
    flagged = history.flags(days, {day: put_aside.why for day, put_aside in unusable.items()})
    made = territory_tables(days, flagged, borders.ids, unusable)
    held = replace(made["territory_held"], notices=tuple(deepstate.notices(folder)))
    return made | {"territory_held": held}


def _held(day: history.Day, ids: Sequence[str]) -> list[float]:
    """The regions to 3 decimals, and a residue that makes the row add up to the country's rounded total."""
    held = [round(day.held.get(code, 0.0), 3) for code in ids]
    return [*held, round(day.total_km2, 3) - sum(held)]


def _moved(day: history.Day, columns: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    if day.change is None:
        return
    for region in columns:
        gained, lost = (round(side.get(region, 0.0), 3) for side in (day.change.gained, day.change.lost))
        if gained or lost:
            yield (day.day, day.since, region, gained, lost, day.name)


def taxonomy(theatre: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Models to taxonomy ids, and ids to their parents, from the theatre's weapons."""
    with (theatre / "weapons.csv").open(encoding="utf-8", newline="") as stream:
        kinds = list(csv.DictReader(stream))
    return (
        {model: kind["id"] for kind in kinds for model in kind["models"].split("|") if model},
        {kind["id"]: kind["parent"] for kind in kinds},
    )


def _table(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], intake: Intake[Any]) -> Table:
    kept = tuple(rows)
    return Table(columns, kept, intake.skipped, intake.notices, intake.counted or len(kept))


Build = Callable[[Sequence[Path], Path], Tables]
#: The sources that bring tables of a ledger, by id. DeepState's maps are measured one by one (`importing.maps`); the
#: others bring entries as they are (`importing.reading`).
BUILDS: Mapping[str, Build] = MappingProxyType({
    "airforce": strikes,
    "hrmmu": casualties,
    "mapped_area": areas,
    "talks": meetings,
    "officials": terms,
    "gaza": gaza_casualties,
})  # fmt: skip

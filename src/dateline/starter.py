"""Builds the figures that ship with a theatre from files in the publishers' own formats.

    python -m dateline.starter DATA_DIR [--theatre NAME] [--out DIR] [--only NAME ...]

DATA_DIR holds one folder a publisher, as the descriptions in `dateline.sources` name them. Every table is written
whole or not at all, the same files give the same bytes, and a summary on standard output says what was put aside
and why. Progress goes to standard error.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.records.entry import Entry
from dateline.sources import airforce, deepstate, gaza, hrmmu, mapped_area, officials, talks
from dateline.sources.intake import Intake, Skipped, SourceError
from dateline.territory import history, regions

THEATRES = Path(__file__).parent / "theatres"
THEATRE = THEATRES / "ukraine"
Cell = str | int | float | date | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """One file to write: its columns, its rows, and what its source put aside."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()


def strikes(data: Path) -> dict[str, Table]:
    """Tallies by bulletin window and model, national and regional ones told apart by their scope."""
    weapons, parents = _taxonomy()
    releases = sorted((data / "strikes").glob("missile_attacks_daily*.csv"))
    if not releases:
        raise SourceError(f"{data / 'strikes'}: no missile_attacks_daily*.csv there")
    intake = airforce.read(releases[-1], weapons, parents)
    columns = ("night", "window_start", "window_end", "scope", "target", "weapon", "model", "launched", "destroyed",
               "lost", "still", "hits", "source")  # fmt: skip
    rows = [(t.night, t.window_start, t.window_end, t.scope, t.target, t.weapon, t.model, t.launched, t.destroyed,
             t.lost, t.still, t.hits, t.source) for t in intake.rows]  # fmt: skip
    return {"strikes": _table(columns, rows, intake)}


def casualties(data: Path) -> dict[str, Table]:
    """Every vintage of the UN's figures."""
    folder = data / "casualties"
    return {"casualties": _tolls(hrmmu.read(folder / "hrmmu_monthly.csv", folder / "hrmmu_reference.csv"))}


def gaza_casualties(data: Path) -> dict[str, Table]:
    """The health ministry's reports by day, and its running totals."""
    return {"casualties": _tolls(gaza.read(data / "gaza" / "casualties_daily.min.json"))}


def _tolls(intake: Intake[Entry]) -> Table:
    columns = ("body", "start", "end", "measure", "value", "known_at", "known", "definition", "original_value",
               "source", "note")  # fmt: skip
    rows = [(e.producer, e.period.start, e.period.last, e.measure, e.value, e.known_at, e.known, e.definition,
             e.original_value, e.source, e.note) for e in intake.rows]  # fmt: skip
    return _table(columns, rows, intake)


def areas(data: Path) -> dict[str, Table]:
    """Area changes as published, beside what the polygons give."""
    intake: Intake[Entry] = mapped_area.read(data / "territory_reference" / "published.csv")
    columns = ("producer", "start", "end", "value_km2", "low", "high", "measure", "definition", "known_at", "known",
               "original_value", "source", "note")  # fmt: skip
    rows = [(e.producer, e.period.start, e.period.last, e.value, e.low, e.high, e.measure, e.definition, e.known_at,
             e.known, e.original_value, e.source, e.note) for e in intake.rows]  # fmt: skip
    return {"area_published": _table(columns, rows, intake)}


def meetings(data: Path) -> dict[str, Table]:
    """Talks, calls, truces and exchanges."""
    intake = talks.read(data / "talks" / "talks.csv")
    columns = ("start", "end", "place", "parties", "kind", "direct", "held", "source", "note")
    rows = [(m.start, m.end, m.place, m.parties, m.kind, m.direct, m.held, m.source, m.note) for m in intake.rows]
    return {"talks": _table(columns, rows, intake)}


def terms(data: Path) -> dict[str, Table]:
    """Terms of office."""
    folder = data / "officials"
    intake = officials.read(folder / "officials.csv", folder / "executive.yaml")
    columns = ("person", "name_variants", "office", "office_variants", "country", "start", "end", "source",
               "confidence", "note")  # fmt: skip
    rows = [(t.person, "|".join(t.names), t.office, "|".join(t.titles), t.country, t.start, t.end, t.source,
             t.confidence, t.note) for t in intake.rows]  # fmt: skip
    return {"officials": _table(columns, rows, intake)}


def territory(data: Path) -> dict[str, Table]:
    """Area held by day and region, what each step gained and lost, and the days that say less than they seem to."""
    borders = regions.load(THEATRE / "regions.json")
    unusable: dict[date, Skipped] = {}

    def usable() -> Iterator[deepstate.Snapshot]:
        for number, read in enumerate(deepstate.read(data / "deepstate"), start=1):
            if isinstance(read, deepstate.Snapshot):
                yield read
            else:
                unusable[read[0]] = read[1]
            if number % 100 == 0:
                _progress(f"  {number} snapshots")

    days = list(history.measure(usable(), borders))
    if not days:
        raise SourceError(f"{data / 'deepstate'}: none of {len(unusable)} files can be used")
    flagged = history.flags(days, {day: put_aside.why for day, put_aside in unusable.items()})
    columns = (*borders.ids, regions.UNASSIGNED)
    return {
        "territory_held": Table(("day", *columns, "source", "sha256"),
                                tuple((d.day, *_held(d, borders.ids), d.name, d.sha256[:16]) for d in days),
                                tuple(unusable.values())),
        "territory_change": Table(("day", "since", "region", "gained_km2", "lost_km2", "source"),
                                  tuple(row for d in days for row in _moved(d, columns))),
        "territory_gaps": Table(("start", "last", "flag", "note", "source"),
                                tuple((f.start, f.last, f.flag, f.note, f.source) for f in flagged)),
    }  # fmt: skip


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


Build = Callable[[Path], dict[str, Table]]
#: By theatre, the tables by the name that `--only` takes. `calendar.csv` is written by hand and stays as it is.
BUILDS: dict[str, dict[str, Build]] = {
    "ukraine": {
        "strikes": strikes,
        "casualties": casualties,
        "area_published": areas,
        "talks": meetings,
        "officials": terms,
        "territory": territory,
    },
    "gaza": {"casualties": gaza_casualties},
}


def build(data: Path, out: Path, only: Sequence[str] = (), theatre: str = "ukraine") -> list[str]:
    """Builds the named tables of a theatre (all without names) from `data` into `out`; gives the lines of the summary.

    Raises SourceError with one line where a file is missing or not what it should be; tables written before stay.
    """
    if not data.is_dir():
        raise SourceError(f"{data}: no such folder; name the one that holds strikes/, casualties/, deepstate/ ...")
    if theatre not in BUILDS:
        raise SourceError(f"{theatre}: no such theatre; there are {', '.join(BUILDS)}")
    unknown = [name for name in only if name not in BUILDS[theatre]]
    if unknown:
        raise SourceError(f"{', '.join(unknown)}: no such table; there are {', '.join(BUILDS[theatre])}")
    lines: list[str] = []
    for name, make in BUILDS[theatre].items():
        if only and name not in only:
            continue
        _progress(f"{name} ...")
        for stem, table in make(data).items():
            size = write(out / f"{stem}.csv", table)
            lines += [f"{stem}.csv: {len(table.rows):,} rows, {size / 1000:,.0f} kB", *_said(table)]
    return lines


def write(path: Path, table: Table) -> int:
    """Writes the table as UTF-8 with line feeds, whole or not at all; gives its size in bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    content = text.getvalue().encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        waiting.write_bytes(content)
        waiting.replace(path)
    finally:
        waiting.unlink(missing_ok=True)
    return len(content)


def _table(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], intake: Intake[Any]) -> Table:
    return Table(columns, tuple(rows), intake.skipped, intake.notices)


def _cell(value: Cell) -> str:
    """Unknown is empty, truth is a word, a whole number has no decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return str(value)


def _taxonomy() -> tuple[dict[str, str], dict[str, str]]:
    """Models to taxonomy ids, and ids to their parents, from the theatre's weapons."""
    with (THEATRE / "weapons.csv").open(encoding="utf-8", newline="") as stream:
        kinds = list(csv.DictReader(stream))
    return (
        {model: kind["id"] for kind in kinds for model in kind["models"].split("|") if model},
        {kind["id"]: kind["parent"] for kind in kinds},
    )


def _said(table: Table) -> Iterable[str]:
    """What was put aside, one line a thing; many of one kind as a count with the first as example."""
    reasons = Counter(item.why for item in table.skipped)
    for why, number in reasons.items():
        first = next(item.what for item in table.skipped if item.why == why)
        yield f"  skipped {first}: {why}" + (f" (and {number - 1} more)" if number > 1 else "")
    for notice in table.notices:
        yield f"  note {notice}"


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"{text}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Exit code 2 and one line where a file is missing or wrong."""
    parser = argparse.ArgumentParser(prog="python -m dateline.starter", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder with one folder a publisher")
    parser.add_argument("--theatre", default="ukraine", help=f"of {', '.join(BUILDS)}; ukraine without it")
    parser.add_argument("--out", type=Path, help="where the tables go; into the theatre without it")
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME", help="tables by name; all without it")
    given = parser.parse_args(arguments)
    try:
        out = given.out or THEATRES / given.theatre / "starter"
        lines = build(given.data, out, given.only, given.theatre)
    except (SourceError, OSError) as fault:
        sys.stderr.write(f"dateline.starter: {fault}\n")
        return 2
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

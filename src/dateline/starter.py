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
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from dateline.importing.finding import Batch, batches
from dateline.importing.tables import BUILDS as READ
from dateline.importing.tables import Table, Tables, territory
from dateline.ledgers.shapes import OPEN, SHAPES, cell
from dateline.ledgers.tables import RELEASES, starter_releases
from dateline.sources.intake import SourceError

THEATRES = Path(__file__).parent / "theatres"
THEATRE = THEATRES / "ukraine"
#: By theatre and by the name that `--only` takes, the source of the tables and the folder of its publisher.
#: `calendar.csv` is written by hand and stays as it is.
BUILDS: dict[str, dict[str, tuple[str, str]]] = {
    "ukraine": {
        "strikes": ("airforce", "strikes"),
        "casualties": ("hrmmu", "casualties"),
        "area_published": ("mapped_area", "territory_reference"),
        "talks": ("talks", "talks"),
        "officials": ("officials", "officials"),
        "territory": ("deepstate", "deepstate"),
    },
    "gaza": {"casualties": ("gaza", "gaza")},
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
    for name, (source, folder) in BUILDS[theatre].items():
        if only and name not in only:
            continue
        _progress(f"{name} ...")
        batch, tables = _read(source, data / folder, THEATRES / theatre)
        for stem, table in tables.items():
            size = write(out / f"{stem}.csv", table)
            lines += [f"{stem}.csv: {len(table.rows):,} rows, {size / 1000:,.0f} kB", *_said(table)]
        write(out / RELEASES, _releases(out, source, _released(batch, tables), tuple(tables)))
    return lines


def _read(source: str, path: Path, theatre: Path) -> tuple[Batch, Tables]:
    """The newest release at `path`."""
    if not path.is_dir():
        raise SourceError(f"{path}: no such folder")
    found = batches(source, path)
    batch = found[0] if source == "gaza" else found[-1]  # beside the ministry's file lie those of other places
    return batch, territory(path, theatre, _progress) if source == "deepstate" else READ[source](batch.files, theatre)


def _released(batch: Batch, tables: Tables) -> date:
    """The day that the files' names state, else the last on which anything in them is recorded as known."""
    if batch.stamp is not None:
        return batch.stamp
    days = []
    for name, table in tables.items():
        entries = SHAPES[name].entries(table.cells())
        known = [e.known_at for e in entries if e.known == "recorded"] or [e.period.start for e in entries]
        days.append(max(day for day in known if day != OPEN))
    return max(days)


def _releases(out: Path, source: str, released: date, tables: tuple[str, ...]) -> Table:
    """The list of what these tables are releases of, with one source's line written anew."""
    lines = {stood.source: (stood.source, stood.released, "|".join(stood.tables)) for stood in starter_releases(out)}
    lines[source] = (source, released, "|".join(tables))
    return Table(("source", "released", "tables"), tuple(lines[name] for name in sorted(lines)))


def write(path: Path, table: Table) -> int:
    """Writes the table as UTF-8 with line feeds, whole or not at all; gives its size in bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(map(cell, row) for row in table.rows)
    content = text.getvalue().encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        waiting.write_bytes(content)
        waiting.replace(path)
    finally:
        waiting.unlink(missing_ok=True)
    return len(content)


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

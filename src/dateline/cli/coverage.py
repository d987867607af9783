"""`dateline coverage`: from when to when each ledger answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import click

from dateline.cli import output

if TYPE_CHECKING:
    from dateline.records.finding import Gap


@click.command()
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True,
              help="For people or for programs.")  # fmt: skip
def command(format_: str) -> None:
    """Print the first and last day of every ledger, and the days between that have no answer of their own."""
    from dateline import ledgers
    from dateline.cli.tables import table
    from dateline.theatres import loader

    rows = [
        (theatre.id, coverage)
        for theatre in map(loader.load, loader.installed())
        for coverage in ledgers.load(theatre.folder).coverage()
    ]
    if format_ == "json":
        found = [
            {
                "theatre": theatre, "ledger": c.ledger, "start": c.start.isoformat(), "end": c.end.isoformat(),
                "gaps": [{"start": g.start.isoformat(), "end": g.last.isoformat(), "flag": g.flag} for g in c.gaps],
            }
            for theatre, c in rows
        ]  # fmt: skip
        output.write(output.as_json({"schema": 1, "coverage": found}), None)
        return
    head = ("Theatre", "Ledger", "First day", "Last day", "Missing between")
    cells = [(t, c.ledger.replace("_", " "), str(c.start), _end(c.end), _missing(c.gaps)) for t, c in rows]
    output.write(table(head, cells, output.width()), None)


def _end(day: date) -> str:
    return "no end" if day == date.max else str(day)


def _missing(gaps: Iterable[Gap]) -> str:
    """Counts by kind, then the days without any file."""
    gaps = list(gaps)
    if not gaps:
        return "nothing noted"
    counts = "; ".join(f"{n} {flag}" for flag, n in Counter(g.flag for g in gaps).items())
    without = [str(g.start) if g.start == g.last else f"{g.start} to {g.last}" for g in gaps if g.flag == "gap"]
    return counts + (f"; no file: {', '.join(without)}" if without else "")

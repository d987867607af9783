"""`dateline coverage`: from when to when each producer of each ledger answers, and how old the last of it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import output

if TYPE_CHECKING:
    from dateline.ledgers.covering import Covered
    from dateline.records.finding import Gap

#: Stretches without any answer are named up to so many.
_NAMED = 8


@click.command()
@click.option("--theatre", metavar="NAME", help="Only this conflict.")
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True,
              help="For people or for programs.")  # fmt: skip
def command(theatre: str | None, format_: str) -> None:
    """Print the first and last day of every ledger by producer, its age in days, and the days between that have no
    answer of their own: gaps, frozen maps and the jumps after them, breaks of a definition."""
    from dateline import ledgers
    from dateline.cli.tables import table
    from dateline.ledgers.covering import covered
    from dateline.theatres import loader

    today = date.today()
    names = (theatre,) if theatre else loader.installed()
    rows = [(home.id, one) for home in map(loader.load, names) for one in covered(ledgers.load(home.folder))]
    if format_ == "json":
        found = [_dict(name, one, today) for name, one in rows]
        output.write(output.as_json({"schema": 1, "as_of": today.isoformat(), "coverage": found}), None)
        return
    head = ("Theatre", "Ledger", "Producer", "First day", "Last day", "Age", "Missing between")
    cells = [
        (name, c.coverage.ledger.replace("_", " "), c.producer, str(c.coverage.start), _end(c.coverage.end),
         _age(c.age_days(today)), _missing(c.coverage.gaps))
        for name, c in rows
    ]  # fmt: skip
    output.write(table(head, cells, output.width()), None)


def _dict(theatre: str, one: Covered, today: date) -> dict[str, Any]:
    gaps = one.coverage.gaps
    return {
        "theatre": theatre, "ledger": one.coverage.ledger, "producer": one.producer,
        "start": one.coverage.start.isoformat(), "end": one.coverage.end.isoformat(), "age_days": one.age_days(today),
        "entries": one.entries, "counts": dict(Counter(g.flag for g in gaps)),
        "gaps": [{"start": g.start.isoformat(), "end": g.last.isoformat(), "flag": g.flag} for g in gaps],
    }  # fmt: skip


def _end(day: date) -> str:
    return "no end" if day == date.max else str(day)


def _age(days: int | None) -> str:
    return "" if days is None else f"{days:,} d"


def _missing(gaps: Iterable[Gap]) -> str:
    """Counts by kind, then the latest days without any answer."""
    gaps = list(gaps)
    if not gaps:
        return "nothing noted"
    counts = "; ".join(f"{n} {flag}" for flag, n in Counter(g.flag for g in gaps).items())
    without = [str(g.start) if g.start == g.last else f"{g.start} to {g.last}" for g in gaps if g.flag == "gap"]
    shown = without[-_NAMED:]
    word = "the last" if len(shown) < len(without) else "days"
    return counts + (f"; {word} without any: {', '.join(shown)}" if shown else "")

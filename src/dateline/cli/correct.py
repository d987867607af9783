"""`dateline correct`: an editor of the data says that an entry is wrong; the log keeps who, when and why."""

from __future__ import annotations

import getpass
import math
import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from dateline.cli import output
from dateline.cli.dates import Day

if TYPE_CHECKING:
    from dateline.ledgers.corrections import Correction


@click.command()
@click.argument("measure", required=False)
@click.option("--producer", metavar="P", help="Whose entry it is.")
@click.option("--from", "start", type=Day(), help="First day of the entry's period.")
@click.option("--to", "end", type=Day(), help="Last day of it, inclusive.")
@click.option("--value", type=float, help="The right value, in the measure's unit.")
@click.option("--because", metavar="TEXT", help="Why; kept in the log and shown with the entry.")
@click.option("--by", metavar="NAME", help="Who says so; else DATELINE_EDITOR, else the login.")
@click.option("--source", metavar="ADDRESS", default="", help="Where the right value stands.")
@click.option("--theatre", metavar="NAME", help="The conflict; without it the one that the package names first.")
@click.option("--list", "listed", is_flag=True, help="Print the log instead.")
def command(
    *, measure: str | None, producer: str | None, start: date | None, end: date | None, value: float | None,
    because: str | None, by: str | None, source: str, theatre: str | None, listed: bool,
) -> None:  # fmt: skip
    """Correct an entry for MEASURE that is wrong in the ledgers: a toll or a published area, which keep vintages.

    The correction is a vintage of its own, known from today on; the old value stays, and dateline recheck says what now
    reads differently. The log (corrections.jsonl in the data folder) is only ever added to.
    """
    from dateline.ledgers import corrections
    from dateline.ledgers.store import open_store

    home = open_store().home
    if listed:
        for one in corrections.read(home):
            click.echo(
                f"{one.made} {one.by}: {one.theatre}, {one.producer}, {one.measure}, {one.start} to {one.end}: "
                f"{one.was:.12g} is {one.value:.12g}, because {one.because}"
            )
        return
    asked = {"MEASURE": measure, "--producer": producer, "--from": start, "--to": end, "--value": value,
             "--because": because}  # fmt: skip
    missing = [name for name, given in asked.items() if given is None or given == ""]
    if missing:
        raise click.UsageError(f"also say {', '.join(missing)}")
    assert measure and producer and start and end and value is not None and because
    if not math.isfinite(value) or end < start:
        raise click.UsageError("--value is a finite number, and --to does not lie before --from")
    made = _made(theatre, measure, producer, (start, end), value)
    who = " ".join((by or os.environ.get("DATELINE_EDITOR") or getpass.getuser()).split())
    kept = replace(made, by=who, because=" ".join(because.split()), source=source)
    corrections.append(home, kept)
    output.say(f"{kept.was:.12g} is {kept.value:.12g} from {kept.made} on; kept in {home / corrections.FILE}")


def _made(theatre: str | None, measure: str, producer: str, span: tuple[date, date], value: float) -> Correction:
    """What is corrected, with the value that the entry has now."""
    from dateline.ledgers import corrections, load
    from dateline.theatres import loader

    table = {"casualties": "casualties", "territory": "area_published"}.get(measure.partition(".")[0])
    if table is None:
        raise click.UsageError(f"{measure} keeps no vintages; only casualties and published areas can be corrected")
    home = loader.load(theatre) if theatre else loader.shipped_default()
    asked = corrections.Correction(
        date.today(), "", "", home.id, table, measure, producer, *span, 0.0, value, ""
    )  # fmt: skip
    return replace(asked, was=corrections.standing(load(home.folder).table(table), asked))

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

#: Cells of facts that hold a day or a word of truth.
_DAYS, _TRUTHS = ("start", "end"), ("direct", "held")


@click.command()
@click.argument("measure", required=False)
@click.option("--producer", metavar="P", help="Whose entry it is; of meetings and terms of office nobody's.")
@click.option("--from", "start", type=Day(), help="First day of the entry's period.")
@click.option("--to", "end", type=Day(), help="Last day of it, inclusive; without it the first.")
@click.option("--where", multiple=True, metavar="KEY=VALUE",
              help="Tells it from others of its days: model=X-101, place=UA-14, person=NAME.")  # fmt: skip
@click.option("--value", type=float, help="The right value, in the measure's unit.")
@click.option("--set", "cell", metavar="COLUMN=VALUE", help="What is right of a meeting or a term: end=2025-01-19.")
@click.option("--because", metavar="TEXT", help="Why; kept in the log and shown with the entry.")
@click.option("--by", metavar="NAME", help="Who says so; else DATELINE_EDITOR, else the login.")
@click.option("--source", metavar="ADDRESS", default="", help="Where the right value stands.")
@click.option("--theatre", metavar="NAME", help="The conflict; without it the one that the package names first.")
@click.option("--list", "listed", is_flag=True, help="Print the log instead.")
def command(
    *, measure: str | None, producer: str | None, start: date | None, end: date | None, where: tuple[str, ...],
    value: float | None, cell: str | None, because: str | None, by: str | None, source: str, theatre: str | None,
    listed: bool,
) -> None:  # fmt: skip
    """Correct an entry for MEASURE that is wrong in the ledgers: a toll, a published area, a strike bulletin, an entry
    of a series that was brought, a meeting (talks.meetings) or a term of office (officials.role).

    From today on the entry reads corrected; the old value stays as of the days before, and dateline recheck says what
    now reads differently. Meetings and terms are facts and read corrected whatever the day. The log (corrections.jsonl
    in the data folder) is only ever added to.
    """
    from dateline.ledgers import corrections
    from dateline.ledgers.store import home

    at = home()
    if listed:
        for one in corrections.read(at):
            click.echo(f"{one.made} {one.by}: {one.told}, because {one.because}")
        return
    fact = measure is not None and _is_fact(measure)
    _complete(measure, producer, start, value, cell, because, fact=fact)
    assert measure and because
    column, right = _cell(measure, cell) if cell else ("", value)
    assert right is not None
    asked = corrections.Correction(
        date.today(), "", "", "", "", measure, producer or "", start or date.min,
        end or (date.max if fact else start or date.max), 0.0, right, source,
        where=tuple(map(_pair, where)), column=column,
    )  # fmt: skip
    if asked.end < asked.start:
        raise click.UsageError("--to does not lie before --from")
    made = _made(theatre, asked)
    who = " ".join((by or os.environ.get("DATELINE_EDITOR") or getpass.getuser()).split())
    kept = replace(made, by=who, because=" ".join(because.split()))
    corrections.append(at, kept)
    output.say(f"{kept.told} from {kept.made} on; kept in {at / corrections.FILE}")


def _is_fact(measure: str) -> bool:
    from dateline.ledgers.correctable import KINDS, tables_of

    return KINDS[tables_of(measure)[0]].mode == "fact"


def _complete(
    measure: str | None, producer: str | None, start: date | None, value: float | None, cell: str | None,
    because: str | None, *, fact: bool,
) -> None:  # fmt: skip
    """Raises UsageError where something is missing, or is of the other kind."""
    needed: dict[str, object] = {"MEASURE": measure}
    needed |= {"--set": cell} if fact else {"--producer": producer, "--from": start, "--value": value}
    needed["--because"] = because
    missing = [name for name, given in needed.items() if given is None or given == ""]
    if missing:
        raise click.UsageError(f"also say {', '.join(missing)}")
    if fact and (value is not None or producer):
        raise click.UsageError(f"{measure} is nobody's count: leave --value and --producer away, and use --set")
    if not fact and cell is not None:
        raise click.UsageError(f"--set is for meetings and terms of office; {measure} takes --value")
    if value is not None and not math.isfinite(value):
        raise click.UsageError("--value is a finite number")


def _cell(measure: str, text: str) -> tuple[str, str]:
    from dateline.ledgers.correctable import KINDS, tables_of
    from dateline.ledgers.files import day

    column, value = _pair(text)
    allowed = KINDS[tables_of(measure)[0]].sets
    if column not in allowed:
        raise click.UsageError(f"--set {column}: {measure} has {', '.join(allowed)}")
    try:
        fits = column not in _DAYS or day(value) is not None or (column == "end" and not value)
    except ValueError:
        fits = False
    if column in _TRUTHS:
        fits = value in ("true", "false")
    if not fits:
        wanted = "true or false" if column in _TRUTHS else "a date as 2025-05-30"
        raise click.UsageError(f"--set {column}: {value!r} is not {wanted}")
    return column, value


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not key:
        raise click.UsageError(f"{text!r}: write KEY=VALUE, as in model=X-101")
    return key, value


def _made(theatre: str | None, asked: Correction) -> Correction:
    """What is corrected, with the value that the entry has now. Raises LedgerError where there is no such entry, or
    several."""
    from dateline.ledgers import load
    from dateline.ledgers.files import LedgerError
    from dateline.theatres import loader

    home = loader.load(theatre) if theatre else loader.shipped_default()
    found = load(home.folder).correction(replace(asked, theatre=home.id))
    if found is None:
        whose = f"of {asked.producer} " if asked.producer else ""
        days = f" from {asked.start} to {asked.end}" if asked.start != date.min else ""
        raise LedgerError(
            f"no entry {whose}for {asked.measure}{days} in {home.id} fits; dateline figure shows which there are"
        )
    if found.was == found.value:
        raise LedgerError(f"{found.told} already: nothing to correct")
    return found

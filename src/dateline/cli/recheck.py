"""`dateline recheck`: an earlier check's JSON in, the findings that would now read differently out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dateline.cli import output
from dateline.cli.dates import Day


@click.command()
@click.argument("check", metavar="CHECK.json")
@click.option(
    "--as-of", type=Day("published", "today"), default="today", show_default=True,
    help="With what was known on the report's day, today, or on another day.",
)  # fmt: skip
@click.option("--theatre", metavar="NAME", help="The conflict, where an older file does not name it.")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True,
              help="For people or for programs.")  # fmt: skip
@click.option("--out", metavar="FILE", help="Write there instead of to standard output.")
def command(check: str, as_of: date | str, theatre: str | None, format_: str, out: str | None) -> int:
    """Say which findings of an earlier check would now read differently, and why: a new vintage, new days, a corrected
    entry, a newer policy or program.

    CHECK.json is what `dateline check --format json` wrote. The report is not read again: its claims are those of the
    file. Exit codes: 0 nothing differs; 1 something does; 2 an error.
    """
    path = output.checked_out(out, check) if out is not None else None
    from dateline.rechecking import recheck, telling

    found = recheck(Path(check), as_of=as_of, theatre=theatre)  # type: ignore[arg-type]
    if format_ == "json":
        output.write(output.as_json(telling.as_dict(found)), path)
    else:
        output.write(telling.text(found, output.width()), path)
    return 1 if found.differences else 0

"""`dateline doctor`: whether everything that a check needs is here, and what would mend what is not."""

from __future__ import annotations

from datetime import date

import click

from dateline.cli import output

_WORDS = {"ok": "ok", "note": "note", "old": "old", "bad": "BAD"}


@click.command()
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True,
              help="For people or for programs.")  # fmt: skip
def command(format_: str) -> int:
    """Look at the program, the data folder, its space, the theatres, and each ledger's age; needs no network.

    Every line that is not "ok" says what mends it. Exit codes: 0 checks can run (old figures are no error); 2 they
    cannot.
    """
    from dateline.cli.health import examine
    from dateline.cli.tables import table

    parts = list(examine(date.today()))
    if format_ == "json":
        rows = [{"state": p.state, "part": p.name, "found": p.found, "remedy": p.remedy} for p in parts]
        output.write(output.as_json({"schema": 1, "parts": rows}), None)
    else:
        cells = [(_WORDS[p.state], p.name, f"{p.found}; {p.remedy}" if p.remedy else p.found) for p in parts]
        output.write(table(("", "Part", "Found, and what mends it"), cells, output.width()), None)
    bad = [part for part in parts if part.state == "bad"]
    if bad:
        raise output.OutputError("no check can run: " + "; ".join(f"{p.name}: {p.found} ({p.remedy})" for p in bad))
    return 0

"""`dateline demo`: the whole main job on a report that ships with the package, offline."""

from __future__ import annotations

from importlib import resources

import click

from dateline.cli import output

REPORT = "august_2025.txt"
PAGE = "dateline-demo.html"


@click.command()
@click.option("--out", metavar="FILE", default=PAGE, show_default=True, help="Where the page is written.")
def command(out: str) -> None:
    """Check a bundled report, written for this project in the shape of a news page; print its table, write its page.

    Most of its figures are real and sourced; some are invented, so that every verdict can be seen.
    """
    path = output.checked_out(out)
    from dateline import desk
    from dateline.cli.check import rendered

    with resources.as_file(resources.files("dateline") / "demo" / REPORT) as report:
        checked = desk.check(desk.read(str(report)))
    output.write(rendered(checked, "text", None), None)
    from dateline.editing.writing import replace_file

    replace_file(path, rendered(checked, "html", path).encode("utf-8"))
    click.echo(f"\nThe page with every figure marked, its card and its sources: {path.absolute()}")
    click.echo("Your own report: dateline check REPORT --out page.html")

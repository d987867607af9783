"""`dateline map`: ground gained and lost between two days, drawn from the maps on this machine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dateline.cli import output
from dateline.cli.dates import Day


@click.command()
@click.option("--from", "start", type=Day(), required=True, help="First day.")
@click.option("--to", "end", type=Day(), required=True, help="Last day, inclusive.")
@click.option("--place", metavar="P", help="A region's id or name; without it wherever ground changed hands.")
@click.option("--maps", metavar="FOLDER", required=True, help="Where the map-maker's daily files lie.")
@click.option("--theatre", metavar="NAME", default="ukraine", show_default=True, help="The conflict.")
@click.option("--out", metavar="FILE.svg", required=True, help="Write there.")
def command(*, start: date, end: date, place: str | None, maps: str, theatre: str, out: str) -> None:
    """Draw the ground gained and lost from one day to another as an SVG for print and phone, with the figures, the
    scale, the producer and the border policy, and all of it in words for those who do not see it."""
    if end < start:
        raise click.UsageError(f"--to {end} lies before --from {start}; swap them")
    if not out.lower().endswith(".svg"):
        raise click.UsageError(f"--out {out}: name a file that ends in .svg")
    path = output.checked_out(out)
    from dateline.editing import naming
    from dateline.figures.ground import ground
    from dateline.publishing.maps import draw

    where = naming.place(place) if place else None
    output.write(draw(ground(Path(maps), start, end, where, theatre)), path)

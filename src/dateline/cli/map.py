"""`dateline map`: where the front line ran, what was gained and lost; a picture, or an explorer of the whole record."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli import output
from dateline.cli.dates import Day

if TYPE_CHECKING:
    from dateline.records.place import Place

_KINDS = (".svg", ".html")


@click.command("map")
@click.option("--from", "start", type=Day(), help="First day.")
@click.option("--to", "end", type=Day(), help="Last day, inclusive: the map of the day after it is drawn.")
@click.option(
    "--place", metavar="P", help="A region, or a settlement with what lies around it, by id or name; else all."
)
@click.option("--out", metavar="FILE", help="A picture (.svg), or an explorer with a day slider (.html).")
@click.option("--maps", "folder", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Read the daily maps here, not from the store.")  # fmt: skip
@click.option(
    "--layer", metavar="PROPERTY", help="In an explorer: what names the layer of a feature, where maps have several."
)
@click.option("--public", is_flag=True, help="An SVG that may be published: regions shaded by the figure.")
@click.option("--theatre", metavar="NAME", default="ukraine", show_default=True, help="The conflict.")
@click.option(
    "--set-up", is_flag=True, help="Fetch what draws the explorer (MapLibre GL, by npm), once; takes no days."
)
def command(
    *, start: date | None, end: date | None, place: str | None, out: str | None, folder: Path | None, layer: str | None,
    public: bool, theatre: str, set_up: bool,
) -> None:  # fmt: skip
    """Draw the ground held after --to, and what was gained and lost since --from.

    The maps are the user's own, imported or in a folder, and so is what is drawn from them: it is not for publication.
    With --public what is drawn may be published.
    """
    if set_up:
        from dateline import mapping

        click.echo(f"MapLibre GL {mapping.set_up()} is installed; dateline map --out FILE.html can draw")
        return
    if start is None or end is None or out is None:
        raise click.UsageError("name --from, --to and --out, as in: --from 2025-08-01 --to 2025-08-31 --out august.svg")
    kind = Path(out).suffix.lower()
    if kind not in _KINDS:
        raise click.UsageError(f"--out {out}: name a file that ends in .svg or .html")
    if public and kind != ".svg":
        raise click.UsageError("--public: an explorer holds the producer's geometry; a public map is an .svg")
    if layer is not None and kind != ".html":
        raise click.UsageError("--layer: a picture is of one layer; an explorer (.html) lets its reader choose")
    path = output.checked_out(out)
    from dateline.editing import naming

    where = naming.place(place) if place else None
    text = (
        _public(start, end, where, folder, theatre)
        if public
        else _own(start, end, where, (folder, layer), theatre, kind)
    )
    output.write(text, path)


def _own(
    start: date, end: date, place: Place | None, maps: tuple[Path | None, str | None], theatre: str, kind: str
) -> str:
    from dateline import mapping
    from dateline.mapping import library
    from dateline.theatres import loader

    home = loader.load(theatre)
    drawn_by = library.load() if kind == ".html" else None
    folder, layer = maps
    record = mapping.record(home, folder, layer=layer)
    if drawn_by is None:
        text = mapping.private(record, home, start, end, place)
    else:
        text = mapping.explorer(record, home, start, end, drawn_by, place)
    for line in record.skipped:
        output.warn(line)
    if record.producer.redistribute != "rows":
        output.say(f"for your own use: it holds the geometry of {record.producer.name}, which may not be published")
    return text


def _public(start: date, end: date, place: Place | None, folder: Path | None, theatre: str) -> str:
    from dateline import mapping
    from dateline.mapping.record import territory_producer
    from dateline.theatres import loader

    home = loader.load(theatre)
    producer = territory_producer(home)
    record = mapping.record(home, folder) if producer.redistribute == "rows" else None
    if record is None and place is not None:
        raise click.UsageError("--public: regions are shaded side by side; leave --place away")
    return mapping.public(record, producer, home, start, end, place)

"""`dateline figure`: one measure for a period, as every finding's query asks for it."""

from __future__ import annotations

import csv
import io
import textwrap
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import output
from dateline.cli.dates import Day

if TYPE_CHECKING:
    from dateline.figures import Figure


@click.command()
@click.argument("measure")
@click.option("--from", "start", type=Day(), required=True, help="First day.")
@click.option("--to", "end", type=Day(), required=True, help="Last day, inclusive.")
@click.option("--by", type=click.Choice(("day", "week", "month", "region", "weapon")), help="Also in these parts.")
@click.option("--place", metavar="P", help="A region's id or name; without it the whole country.")
@click.option("--where", multiple=True, metavar="KEY=VALUE", help="weapon=shahed, victim=both, population=civilians.")
@click.option("--per", type=click.Choice(("day",)), help="As an average a day.")
@click.option("--as-of", type=Day("today"), default="today", show_default=True, help="With what was known on that day.")
@click.option("--producer", metavar="P", help="Only this producer's readings.")
@click.option("--theatre", metavar="NAME", default="ukraine", show_default=True, help="The conflict.")
@click.option("--format", "format_", type=click.Choice(("table", "json", "csv")), default="table", show_default=True,
              help="For people, for programs, for a spreadsheet.")  # fmt: skip
@click.option("--out", metavar="FILE", help="Write there instead of to standard output.")
def command(*, measure: str, start: date, end: date, where: tuple[str, ...], out: str | None, **options: Any) -> None:
    """Print MEASURE (territory.net_change, strikes.launched, casualties.killed ...) from one day to another, with every
    other admissible reading of it, flags for the days behind it, and its sources."""
    path = output.checked_out(out) if out is not None else None
    from dateline.editing import naming
    from dateline.figures import figure, figure_dict

    as_of = options["as_of"]
    found = figure(
        measure,
        start,
        end,
        by=options["by"],
        place=naming.place(options["place"]) if options["place"] else None,
        where={key: naming.weapon(value) if key == "weapon" else value for key, value in map(_pair, where)},
        per_day=options["per"] == "day",
        producer=options["producer"],
        as_of=None if as_of == "today" else as_of,
        theatre=options["theatre"],
    )
    if options["format_"] == "json":
        output.write(output.as_json(figure_dict(found)), path)
    else:
        output.write(_csv(found) if options["format_"] == "csv" else _table(found), path)


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not value:
        raise click.UsageError(f"--where {text!r}: write KEY=VALUE, as in weapon=shahed")
    return key, value


def _table(figure: Figure) -> str:
    from dateline.cli.tables import table

    width = output.width()
    lines = [f"{figure.measure}, {figure.place.name}, {figure.period}: {_number(figure.value)} {figure.unit}"]
    lines += textwrap.wrap(figure.definition, width)
    rows = [(_number(a.value), a.producer, _told(a.definition, *a.departs, a.note)) for a in figure.readings]
    head = (figure.unit.split("/")[0], "Producer", "Reading")
    parts = [*lines, "", *([table(head, rows, width)] if rows else [])]
    if figure.series.points:
        head = ("Part", figure.unit, "Flags")
        names = _region_names()
        cells = [
            (f"{p.label} {names.get(p.label, '')}".strip() or str(p.start), _number(p.value), " ".join(p.flags))
            for p in figure.series.points
            if p.value or not p.label
        ]
        parts.append(table(head, cells, width))
    if figure.flags:
        parts.append("Flags: " + "; ".join(figure.flags))
    if figure.coverage is not None:
        parts.append(f"The ledger has {figure.coverage.start} to {figure.coverage.end}; as of {figure.as_of}.")
    parts += [f"Source: {s.title}, {s.url}" for s in figure.sources[:6]]
    return "\n".join([*parts, f"Again: {figure.query}"]) + "\n"


def _region_names() -> dict[str, str]:
    from dateline.theatres import loader

    places = (g.place for theatre in map(loader.load, loader.installed()) for g in theatre.gazetteer)
    return {place.id: place.name for place in places if place.level == "region"}


def _told(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _csv(figure: Figure) -> str:
    """The parts, one a row; without --by the whole period is the one part."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("measure", "unit", "start", "end", "place", "part", "value", "flags", "producer", "as_of"))
    rows: list[tuple[Any, ...]] = [
        (p.start, p.last, p.label, p.value, " ".join(p.flags)) for p in figure.series.points
    ] or [(figure.period.start, figure.period.last, "", figure.value, "; ".join(figure.flags))]
    for start, last, label, value, flags in rows:
        shown = "" if value is None else f"{value:.10g}"
        writer.writerow((figure.measure, figure.unit, start, last, figure.place.id, label, shown, flags,
                         figure.series.producer, figure.as_of))  # fmt: skip
    return file.getvalue()


def _number(value: float | None) -> str:
    if value is None:
        return "none"
    return f"{value:,.0f}" if float(value).is_integer() or abs(value) >= 1000 else f"{value:,.1f}"

"""`dateline figure`: one measure for a period, as every finding's query asks for it."""

from __future__ import annotations

import re
import shlex
import textwrap
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import output
from dateline.cli.dates import Day

if TYPE_CHECKING:
    from dateline.figures import Figure, Shown
    from dateline.records.period import Period
    from dateline.records.place import Place

BY = ("day", "week", "month", "region", "weapon", "side", "kind", "population", "victim")
IN = (
    "percent", "times", "times-less", "km2", "sqmi", "mi2", "ha",
    "days", "weeks", "months", "years", "nth-day", "nth-week", "nth-month", "nth-year",
)  # fmt: skip
_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})", re.ASCII)


class Span(click.ParamType):  # type: ignore[type-arg]  # generic only from Click 8.4 on
    """Two dates, both inclusive, or one of the words that the option also takes."""

    name = "span"

    def __init__(self, *words: str) -> None:
        self.words = words

    def get_metavar(self, param: click.Parameter, *rest: Any, **named: Any) -> str:
        return "|".join((*self.words, "DATE/DATE"))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Period | str:
        from dateline.records.period import Period

        if isinstance(value, Period) or value in self.words:
            return value  # type: ignore[no-any-return]
        found = _SPAN.fullmatch(str(value))
        try:
            if found is None:
                raise ValueError(value)
            return Period.through(date.fromisoformat(found[1]), date.fromisoformat(found[2]))
        except ValueError:
            others = f", or {' or '.join(self.words)}" if self.words else ""
            self.fail(f"{value!r} is no stretch of days; write it as 2025-05-01/2025-05-31{others}", param, ctx)


@click.command()
@click.argument("measure")
@click.option("--from", "start", type=Day(), required=True, help="First day.")
@click.option("--to", "end", type=Day(), required=True, help="Last day, inclusive.")
@click.option("--by", type=click.Choice(BY), help="Also in these parts.")
@click.option("--place", metavar="P", help="A region's id or name; without it the whole country.")
@click.option("--where", multiple=True, metavar="KEY=VALUE", help="weapon=shahed, victim=both, population=civilians.")
@click.option("--as", "form", type=click.Choice(("amount", "rate", "share", "change", "rank", "record")),
              default="amount", show_default=True,
              help="As it stands; a day; of a whole; against another period; its place among those of its kind; when "
              "it was last higher.")  # fmt: skip
@click.option("--per", type=click.Choice(("day", "week", "month", "year")), help="As an average over so long.")
@click.option("--of", type=click.Choice(("country", "place", "whole", "launched")),
              help="What a share is of: the country's area, the place's own, the whole counted, all launched.",
)  # fmt: skip
@click.option("--than", type=Span("previous", "year"), default="previous", show_default=True,
              help="What a change is against: the period before, the same a year earlier, or another.")  # fmt: skip
@click.option("--in", "into", type=click.Choice(IN), metavar="UNIT",
              help=f"A change in per cent or multiples, an area or time in another unit: {', '.join(IN)}.")  # fmt: skip
@click.option("--among", type=Span(), help="The days in which a rank or record is sought; else all that are covered.")
@click.option("--lowest", is_flag=True, help="Rank and record from the lowest on.")
@click.option("--as-of", type=Day("today"), default="today", show_default=True, help="With what was known on that day.")
@click.option("--producer", metavar="P", help="Only this producer's readings.")
@click.option("--reading", metavar="TEXT", help="Only this reading, written as the table shows it.")
@click.option("--theatre", metavar="NAME", help="The conflict; without it the one that the package names first.")
@click.option("--format", "format_", type=click.Choice(("table", "json", "csv", "svg")), default="table",
              show_default=True, help="For people, for programs, for a spreadsheet, as a chart.")  # fmt: skip
@click.option("--out", metavar="FILE", help="Write there instead of to standard output.")
def command(
    *, measure: str, start: date, end: date, where: tuple[str, ...], format_: str, out: str | None, **options: Any
) -> None:
    """Print MEASURE (territory.net_change, strikes.launched, casualties.killed ...) from one day to another, with every
    other admissible reading of it, flags for the days behind it, and its sources."""
    path = output.checked_out(out) if out is not None else None
    found = _found(measure, start, end, where, **options)
    render = {"json": found.to_json, "csv": found.to_csv, "svg": found.to_svg}.get(format_)
    output.write(render() if render else _table(found), path)


def of_query(query: str) -> Figure:
    """The figure that a finding's query asks for. Raises click.UsageError for what is no such query, and what the
    command itself would raise."""
    try:
        name, verb, *arguments = shlex.split(query)
    except ValueError:
        name, verb, arguments = "", "", []
    if (name, verb) != ("dateline", "figure") or "--help" in arguments:
        raise click.UsageError(f"{query!r} is no `dateline figure` command")
    given = command.make_context("figure", list(arguments)).params
    for unused in ("format_", "out"):
        given.pop(unused)
    return _found(given.pop("measure"), given.pop("start"), given.pop("end"), given.pop("where"), **given)


def _found(measure: str, start: date, end: date, where: tuple[str, ...], **options: Any) -> Shown:
    from dateline.figures import figure

    as_of, place = options.pop("as_of"), options.pop("place")
    return figure(
        measure,
        start,
        end,
        place=_place(place) if place else None,
        where={key: _weapon(value) if key == "weapon" else value for key, value in map(_pair, where)},
        as_of=None if as_of == "today" else as_of,
        **options,
    )


def _place(name: str) -> Place:
    from dateline.editing import naming  # with all that an editor may mend: only who names a place needs it

    return naming.place(name)


def _weapon(name: str) -> str:
    from dateline.editing import naming

    return naming.weapon(name)


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not value:
        raise click.UsageError(f"--where {text!r}: write KEY=VALUE, as in weapon=shahed")
    return key, value


def _table(figure: Figure) -> str:
    from dateline.cli.tables import table
    from dateline.figures.telling import sentences

    width = output.width()
    shown = "none" if figure.value is None else f"{_number(figure.value)} {figure.unit}"
    lines = [f"{figure.measure}, {figure.place.name}, {figure.period}: {shown}"]
    for sentence in (*sentences(figure), figure.definition):
        lines += textwrap.wrap(sentence, width)
    parts = [*lines, "", *_readings(figure, width)]
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


def _readings(figure: Figure, width: int) -> list[str]:
    from dateline.cli.tables import table
    from dateline.figures import told

    rows = [
        (_number(a.value), a.producer, " ".join([told(a), *(f"[{d}]" for d in a.departs)])) for a in figure.readings
    ]
    return [table((figure.unit.split("/")[0], "Producer", "Reading"), rows, width)] if rows else []


def _region_names() -> dict[str, str]:
    from dateline.theatres import loader

    places = (g.place for theatre in map(loader.load, loader.installed()) for g in theatre.gazetteer)
    return {place.id: place.name for place in places if place.level == "region"}


def _number(value: float | None) -> str:
    if value is None:
        return "none"
    return f"{value:,.0f}" if float(value).is_integer() or abs(value) >= 1000 else f"{value:,.1f}"

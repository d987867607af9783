"""`dateline sources`: every source that can be read, what the ledgers hold of it, and who made the figures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import output

if TYPE_CHECKING:
    from dateline.records.finding import Coverage
    from dateline.sources.description import Description


@click.command()
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True,
              help="For people or for programs.")  # fmt: skip
def command(format_: str) -> None:
    """List every source with what the ledgers hold of it, its licence and how to credit it; then every producer whose
    figures are in the ledgers, with standing and licence.
    """
    from dateline.sources import SOURCES
    from dateline.sources.description import describe

    held = _held()
    sources = [_source(*_of_source(stated, held)) for stated in map(describe, SOURCES)]
    producers = _producers()
    if format_ == "json":
        output.write(output.as_json({"schema": 1, "sources": sources, "producers": producers}), None)
        return
    output.write(f"{_sources_table(sources)}\n{_producers_table(producers)}", None)


def _held() -> dict[tuple[str, str], Coverage]:
    """What each theatre's ledgers cover, by theatre and ledger."""
    from dateline import ledgers
    from dateline.theatres import loader

    return {
        (theatre.id, coverage.ledger): coverage
        for theatre in map(loader.load, loader.installed())
        for coverage in ledgers.load(theatre.folder).coverage()
    }


def _of_source(
    stated: Description, held: dict[tuple[str, str], Coverage]
) -> tuple[Description, str, tuple[date, date] | None]:
    """The source with the theatre and the days that it covers. The ledger of series has no family: what a source
    brought into it stands in the store."""
    from dateline.ledgers.shapes import SERIES
    from dateline.ledgers.store import open_store

    if stated.ledger == SERIES:
        found = open_store().span(stated.id, SERIES)
        return (stated, found[0], found[1:]) if found else (stated, stated.theatre, None)
    covered = held.get((stated.theatre, stated.ledger))
    return stated, stated.theatre, (covered.start, covered.end) if covered else None


def _source(stated: Description, theatre: str, covered: tuple[date, date] | None) -> dict[str, Any]:
    """`age_days` is from the last day that the ledger answers for to today; None where it holds nothing yet."""
    first, last = covered or (None, None)
    return {
        "source": stated.id, "theatre": theatre, "ledger": stated.ledger, "title": stated.title,
        "start": first.isoformat() if first else None, "end": last.isoformat() if last else None,
        "age_days": max(0, (date.today() - last).days) if last else None, "cadence": stated.cadence,
        "statement": stated.statement, "licence": stated.licence, "credit": stated.credit, "url": stated.address,
    }  # fmt: skip


def _producers() -> list[dict[str, Any]]:
    from dateline import ledgers
    from dateline.theatres import loader

    rows = []
    for theatre in map(loader.load, loader.installed()):
        producers = ledgers.load(theatre.folder).producers
        for producer in map(producers.__getitem__, producers.ids()):
            if producer.ledgers:
                rows.append({
                    "theatre": theatre.id, "producer": producer.id, "ledgers": list(producer.ledgers),
                    "standing": producer.standing, "redistribute": producer.redistribute, "title": producer.title,
                    "licence": producer.licence, "url": producer.url,
                })  # fmt: skip
    return rows


def _sources_table(rows: list[dict[str, Any]]) -> str:
    from dateline.cli.tables import table

    held = [
        (r["source"], r["theatre"], r["ledger"].replace("_", " "), r["start"] or "nothing yet", r["end"] or "",
         "" if r["age_days"] is None else f"{r['age_days']} days", r["cadence"])
        for r in rows
    ]  # fmt: skip
    terms = [(r["source"], f"{r['title']}; {r['licence']}. Credit: {r['credit']}. Address: {r['url']}") for r in rows]
    return "\n".join((
        table(("Source", "Theatre", "Ledger", "From", "To", "Age", "Published"), held, output.width()),
        table(("Source", "What, licence, how to credit it, address"), terms, output.width()),
    ))  # fmt: skip


def _producers_table(rows: list[dict[str, Any]]) -> str:
    from dateline.cli.tables import table

    head = ("Producer", "Ledgers", "Standing", "What, licence, address")
    cells = [
        (r["producer"], ", ".join(r["ledgers"]), r["standing"], f"{r['title']}; {r['licence']}; {r['url']}")
        for r in rows
    ]
    return table(head, cells, output.width())

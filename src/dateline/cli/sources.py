"""`dateline sources`: who made the figures in the ledgers."""

from __future__ import annotations

import click

from dateline.cli import output


@click.command()
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True,
              help="For people or for programs.")  # fmt: skip
def command(format_: str) -> None:
    """List every producer whose figures are in the ledgers, with standing, licence and address."""
    from dateline import ledgers
    from dateline.cli.tables import table
    from dateline.theatres import loader

    rows = []
    for theatre in map(loader.load, loader.installed()):
        producers = ledgers.load(theatre.folder).producers
        for producer in map(producers.__getitem__, producers.ids()):
            if producer.ledgers:
                rows.append({
                    "theatre": theatre.id, "source": producer.id, "ledgers": list(producer.ledgers),
                    "standing": producer.standing, "redistribute": producer.redistribute, "title": producer.title,
                    "licence": producer.licence, "url": producer.url,
                })  # fmt: skip
    if format_ == "json":
        output.write(output.as_json({"schema": 1, "sources": rows}), None)
        return
    head = ("Source", "Ledgers", "Standing", "What, licence, address")
    cells = [
        (str(r["source"]), ", ".join(r["ledgers"]), str(r["standing"]), f"{r['title']}; {r['licence']}; {r['url']}")
        for r in rows
    ]
    output.write(table(head, cells, output.width()), None)

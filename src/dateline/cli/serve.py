"""`dateline serve`: the newsroom, on this machine or behind a proxy."""

from __future__ import annotations

import sys

import click


@click.command()
@click.option("--demo", is_flag=True, help="A newsroom of its own with stories, accounts and comments to try.")
@click.option("--fresh", is_flag=True, help="With --demo: make it again from nothing.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="H", help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen on.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that draw pages; one a core without it.")
def command(demo: bool, fresh: bool, host: str, port: int, workers: int | None) -> int:
    """Serve the newsroom: readers' pages and the desk, with checks in the background. Makes its database where there is
    none and brings an older one up to date; stops on Ctrl-C.

    DATELINE_SITE_ADDRESS is the address that readers use, DATABASE_URL a PostgreSQL database in place of the SQLite
    file. Needs an extra: pip install 'dateline[site]'."""
    if fresh and not demo:
        raise click.UsageError("--fresh makes the demo again; write --demo --fresh (a real site is never thrown away)")
    from dateline.site import serving

    how = serving.Serving(host, port, workers or 0)
    if demo:
        return serving.serve_demo(how, _say, fresh=fresh)
    return serving.serve(how, _say)


def _say(line: str) -> None:
    click.echo(line)
    sys.stdout.flush()

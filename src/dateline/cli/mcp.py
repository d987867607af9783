"""`dateline mcp`: answers an assistant over standard input and output."""

from __future__ import annotations

import click

from dateline.cli import output


@click.command()
def command() -> int:
    """Serve check_text, figure, coverage and cite to an assistant over the Model Context Protocol.

    Speaks on standard input and output, only reads, opens no network connection. Needs an extra:
    pip install 'dateline[mcp]'."""
    from dateline import mcp

    try:
        made = mcp.server()
    except ImportError as fault:
        raise output.OutputError("the package mcp is not installed: pip install 'dateline[mcp]'") from fault
    made.run("stdio")
    return 0

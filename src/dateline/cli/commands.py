"""The list of commands. Each one's module is imported only when it runs, so that `dateline --help` starts at once."""

from __future__ import annotations

from importlib import import_module

import click

#: Command: the line that `dateline --help` prints. `dateline.cli.<command>` holds a Click command called `command`.
COMMANDS: dict[str, str] = {
    "demo": "Check a bundled report, offline, and write its page.",
    "check": "Check every figure of a report against the ledgers.",
    "recheck": "Say which findings of an earlier check would now read differently.",
    "verify": "Say whether a bundle is as it was packed.",
    "figure": "Print one measure for a period, as findings cite it.",
    "brief": "Write the figures of a week or month as a draft report.",
    "serve": "Serve the newsroom: readers' pages and the desk.",
    "site": "Look after the newsroom: backup, restore, invite.",
    "mcp": "Answer an assistant's questions (Model Context Protocol).",
    "pull": "Fetch what sources have published since, into the ledgers.",
    "import": "Bring a publisher's file into the store.",
    "correct": "Put an entry of the ledgers right, with who and why.",
    "map": "Draw the front line, gained and lost ground: SVG or HTML.",
    "sources": "Where the figures come from, and under which licence.",
    "coverage": "Where each ledger starts and ends, and what is missing.",
    "doctor": "Say whether this installation is whole.",
}
#: Modules of commands whose name is a word of Python.
_MODULES = {"import": "importing"}


class Commands(click.Group):
    """A group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"dateline.cli.{_MODULES.get(cmd_name, cmd_name)}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from importlib import metadata  # every command would pay for it

        click.echo(f"dateline {metadata.version('dateline')}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version and exit."
)
def dateline() -> None:
    """Read a war report, find every figure it states, work each one out again from open data, and publish the report
    with its proof. Nothing leaves this machine.

    Exit codes: 0 clean; 1 a finding at or above --fail-on; 2 an error, in one line.
    """

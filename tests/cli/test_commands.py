"""The list of commands, and that listing them loads none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import click
import pytest

from dateline.cli.commands import COMMANDS, dateline

HEAVY = ("numpy", "shapely", "pyproj", "trafilatura", "docx", "httpx", "rich", "jinja2", "lxml", "dateline.desk")


def test_every_command_listed_can_be_loaded_and_says_what_it_does() -> None:
    context = click.Context(dateline)
    for name in COMMANDS:
        command = dateline.get_command(context, name)
        assert command is not None
        assert command.help
        assert all(p.help for p in command.params if isinstance(p, click.Option)), name


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom dateline.cli.guard import run\n"
        f"code = run({arguments!r})\n"
        f"print('loaded:', [m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0
    assert done.stderr.strip() == "loaded: []"


def test_help_names_every_command(cli: Callable) -> None:
    ran = cli("--help")
    assert ran.code == 0
    for name, line in COMMANDS.items():
        assert name in ran.out
        assert line in ran.out


def test_version(cli: Callable) -> None:
    assert cli("--version").out.startswith("dateline 0.")

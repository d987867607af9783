"""`dateline doctor`: whether everything that a check needs is here."""

from __future__ import annotations

import platform
import re
import sys
from importlib import metadata

import click

from dateline.cli import output


@click.command()
def command() -> int:
    """Check Python, the packages and the bundled ledgers; exit with 2 where something is missing. Needs no network."""
    from dateline.cli.tables import table

    rows = [_python(), *_packages(), *_ledgers()]
    output.write(table(("", "Part", "Found"), [("ok" if ok else "MISSING", part, found) for ok, part, found in rows],
                       output.width()), None)  # fmt: skip
    bad = [part for ok, part, _ in rows if not ok]
    if bad:
        raise output.OutputError(f"not whole: {', '.join(bad)}; install again (README.md says how)")
    return 0


def _python() -> tuple[bool, str, str]:
    return sys.version_info >= (3, 11), "Python", f"{platform.python_version()} on {platform.platform(terse=True)}"


def _packages() -> list[tuple[bool, str, str]]:
    """The run-time requirements as the installed package states them."""
    rows = []
    for requirement in metadata.requires("dateline") or ():
        if "extra ==" in requirement:
            continue
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            rows.append((True, name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            rows.append((False, name, "not installed"))
    return rows


def _ledgers() -> list[tuple[bool, str, str]]:
    """Every family that a theatre's producers fill: its days, or why it does not read."""
    from dateline import ledgers
    from dateline.ledgers.files import LedgerError
    from dateline.ledgers.folder import FAMILIES
    from dateline.theatres import loader

    rows = []
    for theatre in map(loader.load, loader.installed()):
        found = ledgers.load(theatre.folder)
        for family in FAMILIES:
            if family not in found.producers.families():
                continue
            name = f"{theatre.id}: {family.replace('_', ' ')}"
            try:
                coverage = getattr(found, family).coverage()
                rows.append((True, name, f"{coverage.start} to {coverage.end}"))
            except LedgerError as error:
                rows.append((False, name, str(error)))
    return rows or [(False, "theatres", "none installed")]

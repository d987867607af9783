"""The command line: parse, call the desk, print. Commands load what they need when they run."""

from __future__ import annotations

from dateline.cli.guard import run


def main() -> None:
    """The entry point of `dateline`; ends the process with 0, 1 or 2."""
    raise SystemExit(run())

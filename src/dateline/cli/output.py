"""Where what we print goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click


class OutputError(Exception):
    """One line that says why nothing could be written there, and how to mend it."""


def checked_out(out: str, reading: str = "") -> Path:
    """The path to write, before any work is done. Raises OutputError where it cannot be written or is the report."""
    path = Path(out)
    if path.is_dir():
        raise OutputError(f"--out {out}: that is a folder; name a file in it")
    if path.exists() and not path.is_file():
        raise OutputError(f"--out {out}: that is a device or a pipe; name a file, or leave --out away and redirect")
    if not path.parent.is_dir():
        raise OutputError(f"--out {out}: there is no folder {path.parent}; make it first")
    if not os.access(path.parent, os.W_OK):
        raise OutputError(f"--out {out}: the folder {path.parent.absolute()} cannot be written to")
    if reading and Path(reading).exists() and path.exists() and path.samefile(reading):
        raise OutputError(f"--out {out}: that is the report itself; name another file")
    return path


def write(text: str, out: Path | None) -> None:
    """`text` to `out`, or to standard output."""
    if out is None:
        click.echo(text, nl=False, color=True)
    else:
        write_bytes(text.encode("utf-8"), out)


def write_bytes(data: bytes, out: Path) -> None:
    """`data` to `out`, whole or not at all."""
    from dateline.editing.writing import replace_file

    replace_file(out, data)
    say(f"wrote {out}")


def say(line: str) -> None:
    """Progress: on standard error, and only where a person looks on."""
    if sys.stderr.isatty():
        click.echo(f"dateline: {line}", err=True)


def warn(line: str) -> None:
    """Something the user must know although the output is for a machine."""
    click.echo(f"dateline: warning: {' '.join(line.split())}", err=True)


def colored(out: Path | None) -> bool:
    """Whether escape codes are welcome: a terminal that is not dumb, and no NO_COLOR."""
    dumb = os.environ.get("TERM") == "dumb" or bool(os.environ.get("NO_COLOR"))
    return out is None and sys.stdout.isatty() and not dumb


def width() -> int:
    """Columns to fill: the terminal's, at most 120; 100 where there is no terminal."""
    return max(40, min(120, shutil.get_terminal_size((100, 24)).columns))


def as_json(value: object) -> str:
    """JSON as every command prints it."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"

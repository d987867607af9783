"""Runs the commands that a page shows, in order and in one empty folder, and writes what they print below each.

A page shows a command as a line `$ dateline ...` of a fence. A fence whose info string has a second word, as in
"```markdown draft.md", is a file: it is written under that name before the commands that follow.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

PROMPT = "$ "
FENCE = "```"
#: As wide as a terminal of its own; nothing of the reader's machine shows.
SETTINGS = {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1", "DATELINE_OFFLINE": "1", "DATELINE_EDITOR": "you"}


@dataclass(frozen=True, slots=True)
class Ran:
    """One command as it stands on the page, its exit code, and what it printed on both streams."""

    command: str
    code: int
    printed: str


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a command: this one's, with `home` for a home and nothing that Dateline reads."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "XDG_"))}
    return {**kept, **SETTINGS, "HOME": str(home), "DATELINE_HOME": str(home / "store")}


def run(command: str, folder: Path, home: Path) -> Ran:
    """Runs `command` ("dateline ...") with this interpreter in `folder`."""
    name, *arguments = shlex.split(command)
    if name != "dateline":
        raise ValueError(f"only `dateline` is run from a page, not {command!r}")
    done = subprocess.run(
        [sys.executable, "-m", "dateline", *arguments],
        cwd=folder, env=surroundings(home), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        encoding="utf-8", stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return Ran(command, done.returncode, done.stdout)


def shown(page: str, *, sources: bool = True) -> str:
    """`page` with the output of each of its commands written anew."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        return walked(page, Path(folder), Path(home), sources=sources)[0]


def walked(page: str, folder: Path, home: Path, *, sources: bool = True) -> tuple[str, list[Ran]]:
    """The page with its outputs, and every command as it ran. Without `sources`, lines that name them are left out."""
    kept: list[str] = []
    ran: list[Ran] = []
    fence: list[str] | None = None
    for line in page.split("\n"):
        if fence is None:
            fence = [line] if line.startswith(FENCE) else None
            kept += [line] if fence is None else []
            continue
        fence.append(line)
        if line == FENCE:
            kept += _fence(fence, folder, home, ran, sources)
            fence = None
    return "\n".join(kept), ran


def _fence(lines: list[str], folder: Path, home: Path, ran: list[Ran], sources: bool) -> list[str]:
    """A fence as it is to stand on the page, after what it asks for was done."""
    commands = [line.removeprefix(PROMPT) for line in lines if line.startswith(PROMPT + "dateline ")]
    if not commands:
        _, _, name = lines[0].partition(" ")
        if name:
            (folder / name).write_text("\n".join(lines[1:-1]) + "\n", encoding="utf-8")
        return lines
    told = [lines[0]]
    for command in commands:
        ran.append(run(command, folder, home))
        told.append(PROMPT + command)
        printed = ran[-1].printed.rstrip().split("\n") if ran[-1].printed.strip() else []
        told += [line.rstrip() for line in printed if sources or not line.startswith("Source: ")]
    return [*told, lines[-1]]

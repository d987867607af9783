"""The real command, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.cli.guard import run

DRAFT = """\
Strikes on Ukraine

Published May 30, 2025

On the night of May 24-25, Russia launched 367 drones and missiles at Ukraine, according to the Ukrainian Air Force.

Russian forces seized an average of 14 square kilometers per day this month, according to DeepState.
"""


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def error(self) -> str:
        """The one line of an error; fails where there is more or less than one."""
        (line,) = self.err.splitlines()
        assert line.startswith("dateline: ")
        assert "Traceback" not in self.err + self.out
        return line


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def call(*arguments: object) -> Ran:
        code = run([str(a) for a in arguments])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return call


@pytest.fixture
def process() -> Callable[..., Ran]:
    """`dateline` as a user starts it, with `stdin` as bytes and changes to the environment."""

    def call(*arguments: object, stdin: bytes = b"", cwd: Path | None = None, **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "dateline", *map(str, arguments)],
            input=stdin, capture_output=True, cwd=cwd, env={**os.environ, **environment}, timeout=60, check=False,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return call


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path

"""Whatever goes wrong is one line and exit code 2."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.cli import commands, guard


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chek"], "No such command"),
        (["check"], "REPORT"),
        (["check", "x.txt", "--format", "pdf"], "text"),
        (["check", "x.txt", "--published", "30 May"], "2025-05-30"),
        (["check", "x.txt", "--published", "2025-02-30"], "2025-05-30"),
        (["check", "x.txt", "--as-of", "yesterday"], "published or today"),
        (["check", "x.txt", "--fail-on", "sometimes"], "contradicted"),
        (["check", "x.txt", "--mend", "c1"], "2 arguments"),
        (["check", "x.txt", "--nonsense"], "--nonsense"),
        (["figure", "territory.speed", "--from", "2025-05-01", "--to", "2025-05-31"], "territory.net_change"),
        (["figure", "strikes.launched", "--from", "2025-05-02", "--to", "2025-05-01"], "before"),
        (["demo", "--out", "no/such/folder/x.html"], "no folder"),
    ],
)
def test_a_wrong_command_line_is_one_line_that_says_how(cli: Callable, arguments: list[str], says: str) -> None:
    ran = cli(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert says in ran.error


class Odd(Exception):
    pass


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (Odd("something\nover two lines"), "unexpected Odd: something over two lines"),
        (KeyboardInterrupt(), "stopped"),
        (MemoryError(), "memory"),
        (PermissionError(13, "Permission denied", "x.txt"), "x.txt: Permission denied"),
        (RecursionError(), "RecursionError"),
    ],
)
def test_an_error_from_within_is_one_line(
    cli: Callable, monkeypatch: pytest.MonkeyPatch, error: BaseException, says: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    monkeypatch.setattr(commands.dateline, "invoke", fail)
    ran = cli("coverage")
    assert ran.code == 2
    assert says in ran.error


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise Odd

    monkeypatch.setenv("DATELINE_DEBUG", "1")
    monkeypatch.setattr(commands.dateline, "invoke", fail)
    with pytest.raises(Odd):
        guard.run(["coverage"])


def test_a_reader_who_goes_away_is_no_error() -> None:
    figure = "figure strikes.launched --from 2023-01-01 --to 2025-12-31 --by day"
    piped = f"set -o pipefail; {shlex.quote(sys.executable)} -m dateline {figure} | head -1"
    done = subprocess.run(["bash", "-c", piped], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.startswith("strikes.launched")


def test_expected_errors_exist_by_these_names() -> None:
    source = "\n".join(p.read_text(encoding="utf-8") for p in Path(guard.__file__).parents[1].rglob("*.py"))
    missing = [name for name in guard.EXPECTED if f"class {name}(" not in source]
    assert missing == []

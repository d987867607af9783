"""`dateline recheck`: exit codes, formats, and errors in one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def kept(cli: Callable, tmp_path: Path) -> Path:
    report = tmp_path / "un.txt"
    report.write_text("In April 2025, 209 civilians were killed in Ukraine, the UN mission HRMMU said.\n", "utf-8")
    assert cli("check", report, "--published", "2025-05-15", "--out", tmp_path / "un.json").code == 0
    return tmp_path / "un.json"


def test_exit_codes_say_whether_anything_differs(cli: Callable, kept: Path) -> None:
    assert cli("recheck", kept, "--as-of", "published").code == 0
    ran = cli("recheck", kept)
    assert ran.code == 1 and "new vintage" in ran.out
    assert cli("recheck", kept, "--as-of", "2025-05-20").code == 0


def test_json_for_programs(cli: Callable, kept: Path, tmp_path: Path) -> None:
    ran = cli("recheck", kept, "--format", "json")
    assert json.loads(ran.out)["differences"][0]["causes"][0]["code"] == "new_vintage"
    assert cli("recheck", kept, "--format", "json", "--out", tmp_path / "again.json").code == 1
    assert json.loads((tmp_path / "again.json").read_text("utf-8"))["schema"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere.json",), "No such file"),
        (("un.txt",), "is no JSON document"),
        (("un.json", "--as-of", "someday"), "is no date"),
        (("un.json", "--theatre", "narnia"), "no theatre named 'narnia'"),
        (("un.json", "--out", "un.json"), "name another file"),
    ],
)
def test_errors_are_one_line(
    cli: Callable, kept: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(kept.parent)
    ran = cli("recheck", *arguments)
    assert ran.code == 2
    assert words in ran.error

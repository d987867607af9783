"""`check --watch`: again on every change, through faults, until it is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest

from dateline.cli import watching
from dateline.cli.guard import run


def test_a_change_is_seen_once_it_is_whole(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("one")
    steps = iter([
        lambda: None,                                 # nothing happens
        lambda: draft.write_text("one, t"),           # a write begins
        lambda: draft.write_text("one, two"),         # and goes on
        lambda: None, lambda: None,                   # it is whole
        draft.unlink, lambda: None,                   # an editor moves it away
        lambda: draft.write_text("one, two, three"), lambda: None,
    ])  # fmt: skip
    seen = [draft.read_text() for _ in islice(watching.changes(draft, lambda _: next(steps)()), 3)]
    assert seen == ["one", "one, two", "one, two, three"]


def test_only_a_file_can_be_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "-", "--watch"]) == 2
    assert "only a draft on this machine" in capsys.readouterr().err


def test_a_draft_is_checked_again_and_a_fault_waited_out(tmp_path: Path) -> None:
    draft, page = tmp_path / "draft.txt", tmp_path / "draft.json"

    def write(drones: str) -> None:
        said = f"Russia launched {drones} drones at Ukraine in July 2025, the Ukrainian Air Force said.\n"
        draft.write_text(said if drones else "", encoding="utf-8")

    write("6,297")
    # Tests started in the background ignore Ctrl-C and hand that on; a person at a terminal does not.
    held = signal.signal(signal.SIGINT, signal.default_int_handler)
    started = subprocess.Popen(
        [sys.executable, "-m", "dateline", "check", str(draft), "--published", "2025-09-02", "--out", str(page),
         "--watch"], env=dict(os.environ), stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert awaited(lambda: page.exists() and '"value": 6297' in page.read_text(encoding="utf-8"))
        write("")
        time.sleep(3 * watching.INTERVAL)
        write("9,999")
        assert awaited(lambda: '"value": 9999' in page.read_text(encoding="utf-8"))
    finally:
        signal.signal(signal.SIGINT, held)
        started.send_signal(signal.SIGINT)
        said = started.communicate(timeout=60)[1]
    assert started.returncode == 1, "the last check found a figure that does not hold"
    assert "Traceback" not in said and "empty" in said


def awaited(there: object, seconds: float = 240) -> bool:
    assert callable(there)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if there():
            return True
        time.sleep(0.1)
    return False

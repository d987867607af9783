"""Serving: parts that are kept alive, ports that are taken, one line where something is missing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.cli.guard import run
from dateline.site import serving
from dateline.site.operating import setting_up
from dateline.site.operating.setting_up import SiteError
from newsroom.playing import played

#: Nothing here takes as long, unless it never comes.
PATIENCE_S = 60.0


def until(true: Callable[[], bool]) -> bool:
    """Waits for something; False where it does not come."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False


def part(name: str, code: str, *arguments: object) -> serving.Part:
    return serving.Part(name, [sys.executable, "-c", code, *map(str, arguments)], pause=0.02)


def told(seen: Callable[[], bool], number: int = signal.SIGTERM) -> threading.Thread:
    """Tells this process to stop once something is seen, or when patience ends."""

    def wait() -> None:
        until(seen)
        os.kill(os.getpid(), number)

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


_WRITES = "import sys, os, time; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n')"


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_part_that_dies_is_started_again_and_all_end_when_told(tmp_path: Path, number: int) -> None:
    dies, stays = tmp_path / "dies", tmp_path / "stays"
    parts = [
        part("one that dies", f"{_WRITES}; time.sleep(0.01)", dies),
        part("one that stays", f"{_WRITES}; time.sleep(600)", stays),
    ]
    said: list[str] = []
    thread = told(lambda: len(lines(dies)) >= 3 and len(lines(stays)) == 1, number)
    assert serving.supervise(parts, said.append) == 0
    thread.join()
    assert len(lines(dies)) >= 3
    assert any("one that dies ended with 0" in line for line in said)
    (pid,) = lines(stays)
    assert until(lambda: not Path(f"/proc/{pid}").exists())


def test_a_part_that_never_starts_ends_all(tmp_path: Path) -> None:
    stays = tmp_path / "stays"
    parts = [part("a broken one", "import sys; sys.exit(3)"), part("another", f"{_WRITES}; time.sleep(600)", stays)]
    said: list[str] = []
    assert serving.supervise(parts, said.append) == 2
    assert "a broken one cannot be started; what it printed says why" in said
    assert all(one.process is None or one.process.poll() is not None for one in parts)


def test_a_part_killed_from_outside_is_started_again(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    killed: list[int] = []

    def twice() -> bool:
        found = lines(pids)
        if len(found) == 1 and not killed:
            killed.append(int(found[0]))
            os.kill(killed[0], signal.SIGKILL)
        return len(found) == 2

    thread = told(twice)
    assert serving.supervise([part("the worker", f"{_WRITES}; time.sleep(600)", pids)], lambda line: None) == 0
    thread.join()
    first, second = lines(pids)
    assert first != second


def test_a_port_that_is_taken_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert str(port) in line and "--port" in line


def test_a_missing_extra_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_up, "_PACKAGES", ("django", "no_such_package_anywhere"))
    with pytest.raises(SiteError, match=r"pip install 'dateline\[site\]'"):
        setting_up.installed()


def test_a_page_that_fails_is_told_to_who_runs_the_site(tmp_path: Path) -> None:
    found = played("failing", "", tmp_path)
    assert found["statuses"] == [404, 400, 500]
    assert found["quiet"] == ""
    assert "Traceback" in found["said"] and "no such table" in found["said"]


def test_fresh_is_of_the_demo_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--fresh"]) == 2
    assert "--demo --fresh" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:8000"), ("0.0.0.0", "http://127.0.0.1:8000"), ("::1", "http://[::1]:8000")],
)
def test_the_address_is_one_that_a_browser_takes(host: str, address: str) -> None:
    assert serving.Serving(host).address == address


@pytest.mark.parametrize("address", ["mysql-of-old://x", "sqlite:////nowhere/at/all/site.sqlite3"])
def test_a_database_that_cannot_be_opened_is_one_line(tmp_path: Path, address: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "site", "backup", str(tmp_path / "kept.zip")],
        env={**os.environ, "DATABASE_URL": address, "DATELINE_SITE_HOME": str(tmp_path / "site"),
             "DJANGO_SETTINGS_MODULE": "dateline.site.settings"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "DATABASE_URL" in line and "unexpected" not in line

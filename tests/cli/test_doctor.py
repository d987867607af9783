"""`dateline doctor`: every line has its remedy, and only what stops a check is an error."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import health
from dateline.theatres.folders import FOLDER


@pytest.fixture
def parts(cli: Callable) -> Callable[[], dict[str, Any]]:
    def ask() -> dict[str, Any]:
        ran = cli("doctor", "--format", "json")
        return {"code": ran.code, "err": ran.err, **{p["part"]: p for p in json.loads(ran.out)["parts"]}}

    return ask


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_whole_installation_is_well_and_nothing_is_made(parts: Callable, home: Path) -> None:
    found = parts()
    assert found["code"] == 0
    assert {p["state"] for name, p in found.items() if name not in ("code", "err")} <= {"ok", "note", "old"}
    assert not home.exists()
    assert "not there yet" in found["data folder"]["found"]


def test_every_line_that_is_not_well_has_a_remedy() -> None:
    found = list(health.examine(date(2040, 1, 1)))
    assert [p for p in found if (p.state == "ok") == bool(p.remedy)] == []
    old = {p.name: p.remedy for p in found if p.state == "old"}
    assert old["ukraine: strikes"].startswith("dateline pull airforce")
    assert old["ukraine: area published"].startswith("dateline pull mapped_area")


def test_a_ledger_of_yesterday_is_not_old() -> None:
    found = {p.name: p for p in health.examine(date(2026, 8, 22))}
    assert found["ukraine: territory"].state == "ok" and "1 days old" in found["ukraine: territory"].found


def test_what_the_next_import_tidies_is_told(parts: Callable, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.importing import import_source
    from dateline.ledgers.store import merging

    rows = "producer,measure,start,end,value,unit\nmonitor,events.count,2031-05-01,2031-05-31,{},events\n"
    monkeypatch.setattr(merging, "MANY", 1000)
    for number in (1, 2):
        path = home.with_name(f"{number}.csv")
        path.write_text(rows.format(number), encoding="utf-8")
        import_source("own_csv", path, released=date(2031, 6, number), theatre="ukraine")
    assert (parts()["store"]["state"], parts()["store"]["found"]) == ("ok", "2 segments")
    assert "views" not in parts()
    monkeypatch.setattr(merging, "MANY", 2)
    for view in home.glob("views/*/*"):
        view.unlink()
    found = parts()
    assert (found["store"]["state"], found["store"]["found"]) == (
        "note",
        "2 segments, 2 of them small ones to be merged",
    )
    assert found["views"]["found"].startswith("1 tables")
    import_source("own_csv", path, theatre="ukraine")
    assert parts()["store"]["found"] == "1 segment"
    assert "views" not in parts()


def test_a_store_that_cannot_be_read_stops_checks(parts: Callable, home: Path) -> None:
    home.mkdir()
    (home / "manifest.json").write_text('{"format": 999}', encoding="utf-8")
    found = parts()
    assert found["code"] == 2 and found["data folder"]["state"] == "bad"
    assert len(found["err"].splitlines()) == 1 and str(home) in found["err"]


def test_files_that_nothing_names_are_counted(parts: Callable, home: Path) -> None:
    (home / "segments" / "ukraine" / "hrmmu").mkdir(parents=True)
    (home / "segments" / "ukraine" / "hrmmu" / "2026-01-01-00000000.parquet").write_bytes(b"x")
    found = parts()
    assert found["code"] == 0 and found["unused files"]["state"] == "note"
    assert found["unused files"]["found"].startswith("1,")


def test_a_password_in_a_proxys_address_is_not_shown(parts: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://ann:secret@proxy.example.org:8080")
    found = parts()
    assert found["proxy"]["found"] == "HTTPS_PROXY proxy.example.org"


def test_a_theatre_that_is_not_there_stops_checks(parts: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_THEATRES", str(FOLDER / "nowhere"))
    found = parts()
    assert found["code"] == 2
    assert "DATELINE_THEATRES" in found["theatres"]["remedy"]


def test_little_room_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage:
        free = 1000

    def usage(path: Path) -> Usage:
        return Usage()

    monkeypatch.setattr(health.shutil, "disk_usage", usage)
    found: Iterator[health.Part] = health.examine(date(2026, 8, 22))
    (disk,) = [p for p in found if p.name == "disk"]
    assert disk.state == "note" and "DATELINE_HOME" in disk.remedy

"""Corrections of bulletins, of brought series and of facts, each as its table keeps what was known."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dateline.cli.guard import run
from dateline.figures import figure
from dateline.importing import import_source
from dateline.ledgers import corrections, load
from dateline.ledgers.corrected import Corrected
from dateline.ledgers.corrections import Correction
from dateline.theatres import loader

TODAY = date.today()
NIGHT = date(2025, 5, 25)
HEADER = "producer,measure,start,end,value,unit,place\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def launched(as_of: date | None = None) -> float | None:
    return figure("strikes.launched", NIGHT, NIGHT, as_of=as_of).value


def bulletin(value: float, made: date = TODAY, was: float = 298.0) -> Correction:
    rows = csv.DictReader((loader.load("ukraine").folder / "starter" / "strikes.csv").open(encoding="utf-8"))
    row = next(r for r in rows if r["night"] == str(NIGHT) and r["launched"] == f"{was:.0f}")
    keys = ("model", "weapon", "window_start", "window_end", "scope", "target")
    return Correction(made, "Ann Editor", "a slip", "ukraine", "strikes", "strikes.launched", "airforce", NIGHT, NIGHT,
                      was, value, "", tuple((key, row[key]) for key in keys))  # fmt: skip


def correct(*arguments: str) -> int:
    return run(["correct", *arguments, "--because", "a slip", "--by", "Ann Editor"])


def test_a_bulletin_reads_corrected_from_the_day_on_and_as_it_did_before(home: Path) -> None:
    before = launched()
    assert before is not None
    corrections.append(home, bulletin(300, made=date(2026, 3, 1)))
    assert (launched(), launched(date(2026, 3, 1)), launched(date(2026, 2, 28))) == (before + 2, before + 2, before)
    corrections.append(home, bulletin(301, made=date(2026, 4, 1), was=298))
    assert launched() == before + 2, "it corrects what does not stand there any more"


@dataclass
class Bulletins:
    """A table of one row."""

    launched: str
    name: str = "strikes.csv"

    def rows(self) -> list[dict[str, str]]:
        return [{**dict(bulletin(300).where), "night": str(NIGHT), "launched": self.launched, "source": "there"}]


@pytest.mark.parametrize(("stands", "reads"), [("298", "300"), ("299", "299")])
def test_a_correction_stands_until_its_publisher_changes_the_row(stands: str, reads: str) -> None:
    (row,) = Corrected(Bulletins(stands), "strikes.csv", (bulletin(300),)).rows()
    assert row["launched"] == reads


def test_the_command_finds_the_row_and_asks_where_several_fit(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("strikes.launched", "--producer", "airforce", "--from", str(NIGHT), "--value", "300")
    before = launched() or 0.0
    assert correct(*asked) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "entries fit strikes.launched as asked; add --where 'model=" in line
    assert not home.exists()
    assert correct(*asked, "--where", "weapon=shahed") == 0
    (kept,) = corrections.read(home)
    assert (kept.was, kept.value, dict(kept.where)["weapon"]) == (298, 300, "shahed")
    assert launched() == before + 2
    assert correct(*asked, "--where", "weapon=shahed") == 2, "it reads so already"


@pytest.fixture
def brought(home: Path, tmp_path: Path) -> Path:
    path = tmp_path / "counts.csv"
    rows = [f"monitor,events.count,2025-05-01,2025-05-31,{value},events,{place}\n"
            for place, value in (("UA-14", 40), ("UA-23", 9))]  # fmt: skip
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    import_source("own_csv", path, released=date(2025, 6, 1), theatre="ukraine")
    return path


def events(as_of: date | None = None) -> float | None:
    return figure("events.count", date(2025, 5, 1), date(2025, 5, 31), as_of=as_of).value


def test_a_brought_entry_gets_a_vintage(brought: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("events.count", "--producer", "monitor", "--from", "2025-05-01", "--to", "2025-05-31", "--value", "44")
    assert correct(*asked) == 2
    assert "add --where 'place=UA-14' or --where 'place=UA-23'" in capsys.readouterr().err
    assert correct(*asked, "--where", "place=UA-14") == 0
    assert (events(), events(date(2025, 7, 1))) == (53, 49)
    assert correct(*asked[:-1], "45", "--where", "place=UA-14") == 0
    assert [(c.was, c.value) for c in corrections.read(home)] == [(40, 44), (44, 45)]
    assert events() == 54


def test_a_fact_reads_corrected_whatever_the_day(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def starts() -> list[date | None]:
        ledgers = load(loader.load("ukraine").folder)
        views = (ledgers, ledgers.as_of(date(2021, 1, 1)))
        return [t.start for view in views for t in view.officials.terms if (t.person, t.office) == who]

    term = next(t for t in load(loader.load("ukraine").folder).officials.terms if t.start is not None)
    who = term.person, term.office
    asked = ("officials.role", "--where", f"person={who[0]}", "--where", f"office={who[1]}")
    assert correct(*asked, "--set", "start=2001-02-03") == 0
    assert starts() == [date(2001, 2, 3)] * 2
    assert run(["correct", "--list"]) == 0
    assert f"start “{term.start}” is “2001-02-03”, because a slip" in capsys.readouterr().out


def test_a_meeting_that_was_not_held(home: Path) -> None:
    def direct() -> int:
        return len(load(loader.load("ukraine").folder).talks.direct())

    before = direct()
    last = load(loader.load("ukraine").folder).talks.direct()[-1]
    asked = ("talks.meetings", "--from", str(last.start), "--where", f"place={last.place}", "--set", "held=false")
    assert correct(*asked) == 0
    assert direct() == before - 1

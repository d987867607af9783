"""The corrections log: a correction is one more vintage, known from its day on; no line is ever changed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.cli.guard import run
from dateline.ledgers import corrections, load
from dateline.ledgers.corrections import Correction
from dateline.ledgers.files import LedgerError
from dateline.rechecking import recheck
from dateline.records.period import Period
from dateline.theatres import loader

APRIL = Period.through(date(2025, 4, 1), date(2025, 4, 30))
SLIP = Correction(
    date(2025, 9, 1), "Ann Editor", "the table of June has 223", "ukraine", "casualties", "casualties.killed", "hrmmu",
    APRIL.start, APRIL.last, 221, 223, "https://example.org/june",
)  # fmt: skip
CLAIM = "In April 2025, 221 civilians were killed in Ukraine, the U.N. Human Rights Monitoring Mission said.\n"
TODAY = date(2026, 9, 1)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def killed(as_of: date) -> list[float]:
    ledgers = load(loader.load("ukraine").folder)
    return [e.value for e in ledgers.casualties.vintages("casualties.killed", APRIL, as_of)]


def test_a_correction_is_known_from_its_day_on(home: Path) -> None:
    assert killed(TODAY) == [221, 209]
    corrections.append(home, SLIP)
    assert killed(date(2025, 8, 31)) == [221, 209]
    assert killed(TODAY) == [223, 221, 209]
    assert corrections.read(home) == (SLIP,)


def test_the_log_is_only_added_to(home: Path) -> None:
    corrections.append(home, SLIP)
    first = (home / corrections.FILE).read_bytes()
    corrections.append(home, replace(SLIP, made=date(2025, 9, 2), was=223, value=224))
    assert (home / corrections.FILE).read_bytes().startswith(first)
    assert killed(TODAY)[0] == 224


def test_another_theatre_and_another_entry_are_left_alone(home: Path) -> None:
    corrections.append(home, replace(SLIP, theatre="gaza"))
    corrections.append(home, replace(SLIP, end=date(2025, 4, 29)))
    assert killed(TODAY) == [221, 209]


def test_a_check_says_it_has_since_been_corrected_and_a_recheck_by_whom(home: Path, tmp_path: Path) -> None:
    kept = tmp_path / "check.json"
    report = dateline.read(CLAIM, published="2025-07-01")
    kept.write_text(dateline.check(report, today=TODAY).to_json(), encoding="utf-8")
    assert recheck(kept, today=TODAY).differences == ()
    corrections.append(home, SLIP)
    (found,) = recheck(kept, today=TODAY).differences
    assert (found.then.verdict, found.now.verdict) == ("holds", "qualified")
    (cause,) = found.causes
    assert (cause.code, cause.words) == ("corrected_entry", "Ann Editor, 2025-09-01: the table of June has 223")
    finding = dateline.check(report, today=TODAY).claims[0].finding
    assert finding is not None and finding.since == "Right when published; since revised to 223."


@pytest.mark.parametrize("line", ["{", "[]", '{"made": "2025-09-01"}', '"x"'])
def test_a_spoilt_log_is_one_line(home: Path, line: str) -> None:
    corrections.append(home, SLIP)
    with (home / corrections.FILE).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(LedgerError, match=r"corrections.jsonl line 2: is no correction") as caught:
        killed(TODAY)
    assert "\n" not in str(caught.value)


ASKED = ["correct", "casualties.killed", "--producer", "hrmmu", "--from", "2025-04-01", "--to", "2025-04-30"]


def test_the_command_keeps_who_and_why(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*ASKED, "--value", "223", "--because", "a slip", "--by", "Ann Editor"]) == 0
    (line,) = (home / corrections.FILE).read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert (told["was"], told["value"], told["by"], told["because"]) == (221, 223, "Ann Editor", "a slip")
    capsys.readouterr()
    assert run(["correct", "--list"]) == 0
    assert "221 is 223, because a slip" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (ASKED, "also say --value, --because"),
        ([*ASKED, "--value", "nan", "--because", "x"], "--value is a finite number"),
        ([*ASKED, "--value", "3", "--because", "x", "--theatre", "gaza"], "no entry of hrmmu"),
        ([*ASKED[:4], "--from", "2025-04-02", "--to", "2025-04-03", "--value", "3", "--because", "x"], "no entry of"),
        (["correct", "strikes.launched", *ASKED[2:], "--value", "3", "--because", "x"], "no entry of hrmmu"),
        (["correct", "strikes.through", *ASKED[2:], "--value", "3", "--because", "x"], "no entry of hrmmu"),
        ([*ASKED, "--set", "end=2025-04-29", "--value", "3", "--because", "x"], "--set is for meetings and terms"),
        (["correct", "talks.meetings", "--from", "2025-05-16", "--because", "x"], "also say --set"),
        (["correct", "talks.meetings", "--set", "held=no", "--because", "x"], "'no' is not true or false"),
        (["correct", "talks.meetings", "--set", "colour=red", "--because", "x"], "talks.meetings has start, end,"),
        (["correct", "officials.role", "--set", "end=May", "--because", "x"], "'May' is not a date"),
        (["correct", "officials.role", "--set", "end=2031-01-01", "--value", "3", "--because", "x"], "nobody's count"),
        (["correct", "officials.role", "--where", "person", "--set", "end=2031-01-01", "--because", "x"], "KEY=VALUE"),
    ],
)
def test_what_cannot_be_corrected_is_one_line(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert words in line
    assert not home.exists()

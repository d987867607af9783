"""`dateline check` through its own command line: formats, where output goes, exit codes, an editor's corrections."""

from __future__ import annotations

import json
import os
import pty
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from dateline.cli.check import GRAVITY, SUFFIXES, spread
from dateline.cli.guard import run
from dateline.publishing import FORMATS


def test_text_says_first_where_the_ledgers_end(cli: Callable, draft: Path) -> None:
    ran = cli("check", draft)
    assert ran.code == 0
    assert ran.out.startswith("Ledgers end:")
    assert "367 drones and" in ran.out
    assert "\x1b[" not in ran.out
    assert ran.err == ""


def test_json_round_trip(cli: Callable, draft: Path) -> None:
    found = json.loads(cli("check", draft, "--format", "json").out)
    text = draft.read_text(encoding="utf-8")
    assert found["claims"]
    for claim in found["claims"]:
        quote = claim["quote"]
        assert text[quote["start"] : quote["end"]] == quote["exact"]


def test_standard_input_round_trip(process: Callable, draft: Path) -> None:
    text = draft.read_text(encoding="utf-8") + "\nZelensky’s café, “367” and naïve — done.\n"
    ran = process("check", "-", "--format", "json", stdin=text.encode("utf-8"), PYTHONIOENCODING="latin-1")
    assert ran.code == 0
    for claim in json.loads(ran.out)["claims"]:
        assert text[claim["quote"]["start"] : claim["quote"]["end"]] == claim["quote"]["exact"]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_goes_to_a_file_whole(cli: Callable, draft: Path, tmp_path: Path, format_: str) -> None:
    out = tmp_path / f"page.{format_}"
    ran = cli("check", draft, "--format", format_, "--out", out)
    assert (ran.code, ran.out) == (0, "")
    assert out.read_text(encoding="utf-8").endswith("\n")
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["draft.txt", out.name])


def test_the_ending_of_out_chooses_the_format(cli: Callable, draft: Path, tmp_path: Path) -> None:
    assert {*SUFFIXES.values(), "github", "annotations"} == {*FORMATS, "bundle"}
    cli("check", draft, "--out", tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["schema"] == 1
    cli("check", draft, "--out", tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text(encoding="utf-8").lower().startswith("<!doctype html")


def test_an_old_file_stays_as_it_was_where_the_check_fails(cli: Callable, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    out.write_text("old", encoding="utf-8")
    assert cli("check", tmp_path / "missing.txt", "--out", out).code == 2
    assert out.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("where", ["no/such/folder/x.html", "."])
def test_out_that_cannot_be_written_is_one_line(cli: Callable, draft: Path, where: str) -> None:
    assert "--out" in cli("check", draft, "--out", where).error


def test_out_never_replaces_the_report(cli: Callable, draft: Path) -> None:
    before = draft.read_bytes()
    assert "the report itself" in cli("check", draft, "--out", draft).error
    assert draft.read_bytes() == before


WRONG = (
    "Published May 30, 2025\n\nOn the night of May 24-25, Russia launched 750 drones and missiles at Ukraine, "
    "according to the Ukrainian Air Force.\n"
)


def test_exit_codes_follow_fail_on(cli: Callable, tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, encoding="utf-8")
    verdicts = {c["finding"]["verdict"] for c in json.loads(cli("check", path, "--format", "json").out)["claims"]}
    assert verdicts == {"contradicted"}
    assert cli("check", path).code == 1
    assert {word: cli("check", path, "--fail-on", word).code for word in GRAVITY} == dict.fromkeys(GRAVITY, 1)
    assert cli("check", path, "--fail-on", "never").code == 0


def test_a_good_figure_fails_only_where_asked(cli: Callable, tmp_path: Path) -> None:
    path = tmp_path / "right.txt"
    path.write_text(WRONG.replace("750", "367"), encoding="utf-8")
    codes = [cli("check", path, "--fail-on", word).code for word in GRAVITY]
    assert codes == [0, 0, 0, 0, 0, 1]


def test_mends_are_kept_beside_the_report_and_used_again(cli: Callable, tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, encoding="utf-8")
    claim = json.loads(cli("check", path, "--format", "json").out)["claims"][0]
    mended = cli("check", path, "--mend", claim["id"], "value=367", "place=UA", "--format", "json")
    assert mended.code == 0
    (again,) = json.loads(cli("check", path, "--format", "json").out)["claims"]
    assert again["value"] == 367
    assert again["finding"]["verdict"] == "holds"
    assert again["finding"]["decided_by"] == "editor"
    kept = yaml.safe_load((tmp_path / "wrong.txt.dateline.yml").read_text(encoding="utf-8"))
    assert kept["decisions"][0]["mend"] == {"value": "367", "place": "UA"}
    path.write_text("A new opening line about Ukraine.\n\n" + WRONG, encoding="utf-8")
    assert [c["value"] for c in json.loads(cli("check", path, "--format", "json").out)["claims"]] == [367]


def test_a_dismissed_claim_is_put_aside_with_its_reason(cli: Callable, tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, encoding="utf-8")
    ran = cli("check", path, "--dismiss", "c1", "our own count")
    assert ran.code == 0
    assert "our own count" in ran.out
    assert json.loads(cli("check", path, "--format", "json").out)["claims"] == []


def test_a_decision_whose_figure_is_gone_is_warned_of(cli: Callable, tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, encoding="utf-8")
    cli("check", path, "--dismiss", "c1", "no")
    path.write_text(WRONG.replace("750", "367"), encoding="utf-8")
    ran = cli("check", path, "--format", "json")
    assert ran.code == 0
    assert "750 drones and missiles" in ran.error
    assert len(json.loads(ran.out)["claims"]) == 1


def test_decisions_for_standard_input_live_where_the_user_says(process: Callable, tmp_path: Path) -> None:
    kept = tmp_path / "kept.yml"
    refused = process("check", "-", "--dismiss", "c1", "no", stdin=WRONG.encode())
    assert refused.code == 2
    assert "--decisions" in refused.error
    assert process("check", "-", "--dismiss", "c1", "no", "--decisions", kept, stdin=WRONG.encode()).code == 0
    assert process("check", "-", "--decisions", kept, stdin=WRONG.encode()).code == 0
    assert "no such file" in process("check", "-", "--decisions", tmp_path / "x.yml", stdin=WRONG.encode()).error


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--mend", "c9", "value=1"], "c1"),
        (["--mend", "c1", "colour=red"], "period"),
        (["--mend", "c1", "period=soon"], "2025-05-01/2025-05-31"),
        (["--mend", "c1", "red"], "KEY=VALUE"),
        (["--dismiss", "c1", " "], "reason"),
    ],
)
def test_a_decision_that_cannot_be_taken_is_one_line(
    cli: Callable, draft: Path, arguments: list[str], says: str
) -> None:
    ran = cli("check", draft, *arguments)
    assert ran.code == 2
    assert says in ran.error
    assert [p.name for p in draft.parent.iterdir()] == [draft.name]


def test_one_mend_takes_several_values() -> None:
    given = ["draft.txt", "--mend", "c7", "period=2025", "place=UA-14", "--format", "json", "--mend", "c8", "value=1"]
    assert spread(given) == [
        "draft.txt", "--mend", "c7", "period=2025", "--mend", "c7", "place=UA-14", "--format", "json",
        "--mend", "c8", "value=1",
    ]  # fmt: skip
    assert spread(["--mend", "c7", "value=1", "draft.txt"]) == ["--mend", "c7", "value=1", "draft.txt"]
    assert spread(["--mend", "c7"]) == ["--mend", "c7"]
    assert spread(["--", "--mend", "a=1"]) == ["--", "--mend", "a=1"]


def on_a_terminal(arguments: list[str], **environment: str) -> str:
    """What the command prints where standard output is a terminal."""
    shown = b""
    pid, end = pty.fork()
    if pid == 0:
        os.execve(sys.executable, [sys.executable, "-m", "dateline", *arguments], {**os.environ, **environment})
    while True:
        try:
            piece = os.read(end, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.waitpid(pid, 0)
    return shown.decode("utf-8")


def test_colour_only_on_a_terminal_and_never_with_no_color(draft: Path) -> None:
    plain = {"TERM": "xterm", "COLUMNS": "100"}
    assert "\x1b[" in on_a_terminal(["check", str(draft)], **plain, NO_COLOR="")
    without = on_a_terminal(["check", str(draft)], **plain, NO_COLOR="1")
    assert "Ledgers end:" in without
    assert "\x1b[" not in without


def test_lines_fit_a_narrow_terminal(draft: Path) -> None:
    shown = on_a_terminal(["check", str(draft)], TERM="xterm", COLUMNS="64", NO_COLOR="1")
    assert max(len(line) for line in re.split(r"\r?\n", shown)) <= 64


def test_several_reports_are_checked_one_after_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("Russia launched 6,297 drones at Ukraine in July 2025, the Ukrainian Air Force said.\n")
    bad.write_text("Russia launched 9,999 drones at Ukraine in July 2025, the Ukrainian Air Force said.\n")
    asked = ["check", str(good), str(bad), "--published", "2025-08-05", "--format", "github"]
    assert run(asked) == 1 and run([*asked, "--fail-on", "never"]) == 0
    assert f"::error file={bad}" in capsys.readouterr().out
    for wrong in (["--out", str(tmp_path / "x.html")], ["--watch"], ["--format", "html"], ["-"]):
        assert run([*asked, *wrong]) == 2
        said = capsys.readouterr().err
        assert said.count("\n") == 1 and "one" in said

"""As of the report's day, of today and of any day: where two verdicts differ, every format shows both."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import dateline
from dateline.cli.guard import run
from dateline.desk import Checked
from dateline.records.claim import Claim

TODAY = dt.date(2026, 9, 1)
#: A text, its day, the figure as it was known then and as it stands now, and days before and after the revision.
REVISED = [
    pytest.param(
        "In April 2025, 209 civilians were killed in Ukraine, the U.N. Human Rights Monitoring Mission said.\n",
        "2025-05-15", "2025-06-15", "209", "221", id="april-2025",
    ),
    pytest.param(
        "In 2025, 2,514 civilians were killed in Ukraine, the U.N. Human Rights Monitoring Mission said.\n",
        "2026-01-20", "2026-03-05", "2,514", "2,526", id="the-year-2025",
    ),
]  # fmt: skip


def check(text: str, day: str, as_of: str = "published") -> Checked:
    return dateline.check(dateline.read(text, published=day), as_of=as_of, today=TODAY)


def only(checked: Checked) -> Claim:
    (claim,) = checked.claims
    assert claim.finding is not None
    return claim


@pytest.mark.parametrize(("text", "before", "after", "then", "now"), REVISED)
def test_the_verdict_follows_the_day(text: str, before: str, after: str, then: str, now: str) -> None:
    early, late = only(check(text, before)).finding, only(check(text, before, after)).finding
    assert early is not None and late is not None
    assert (early.verdict, early.today) == ("holds", "qualified")
    assert early.since == f"Right when published; since revised to {now}."
    assert (late.verdict, late.reason) == ("qualified", "cut_off")
    assert only(check(text, before, "today")).finding == only(check(text, before, TODAY.isoformat())).finding
    right = only(check(text.replace(then, now), after)).finding
    assert right is not None and (right.verdict, right.today) == ("holds", None)


@pytest.mark.parametrize("format", ["text", "html", "md"])
@pytest.mark.parametrize(("text", "before", "after", "then", "now"), REVISED)
def test_both_verdicts_are_shown(format: str, text: str, before: str, after: str, then: str, now: str) -> None:
    shown = " ".join(check(text, before).render(format).replace("\\", "").split())
    assert "As published: Matches. With everything known today: Matches, but." in shown
    assert f"Right when published; since revised to {now}." in shown


@pytest.mark.parametrize(("text", "before", "after", "then", "now"), REVISED)
def test_both_verdicts_are_in_the_json(text: str, before: str, after: str, then: str, now: str) -> None:
    finding = json.loads(check(text, before).to_json())["claims"][0]["finding"]
    assert (finding["verdict"], finding["today"], finding["as_of"]) == ("holds", "qualified", before)
    assert finding["since"] == f"Right when published; since revised to {now}."
    later = json.loads(check(text, before, "today").to_json())["claims"][0]["finding"]
    assert (later["verdict"], later["today"], later["since"]) == ("qualified", None, "")


def figure(capsys: pytest.CaptureFixture[str], start: str, end: str, as_of: str) -> float:
    asked = ["figure", "casualties.killed", "--from", start, "--to", end, "--as-of", as_of, "--format", "json"]
    assert run(asked) == 0
    value = json.loads(capsys.readouterr().out)["value"]
    assert isinstance(value, (int, float))
    return value


@pytest.mark.parametrize(
    ("start", "end", "as_of", "value"),
    [
        ("2025-04-01", "2025-04-30", "2025-05-15", 209),
        ("2025-04-01", "2025-04-30", "2025-06-15", 221),
        ("2025-04-01", "2025-04-30", "today", 221),
        ("2025-01-01", "2025-12-31", "2026-01-20", 2514),
        ("2025-01-01", "2025-12-31", "today", 2526),
    ],
)
def test_a_figure_follows_the_day(
    capsys: pytest.CaptureFixture[str], start: str, end: str, as_of: str, value: float
) -> None:
    assert figure(capsys, start, end, as_of) == value


def test_the_command_line_takes_each_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "un.txt"
    text, before, after, *_ = REVISED[0].values
    report.write_text(str(text), encoding="utf-8")
    ask: Callable[[str], str] = lambda day: _verdict(capsys, report, str(before), day)  # noqa: E731
    assert [ask(day) for day in ("published", "today", str(after), str(before))] == [
        "holds", "qualified", "qualified", "holds",
    ]  # fmt: skip


def _verdict(capsys: pytest.CaptureFixture[str], report: Path, published: str, as_of: str) -> str:
    run(["check", str(report), "--published", published, "--as-of", as_of, "--format", "json"])
    return str(json.loads(capsys.readouterr().out)["claims"][0]["finding"]["verdict"])

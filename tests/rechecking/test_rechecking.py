"""An earlier check looked at again: what differs, and by which cause."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.rechecking import CAUSES, recheck, telling
from dateline.rechecking.causes import Cause

from .test_kept import REPORTS, TODAY, first_form

APRIL = "In April 2025, 209 civilians were killed in Ukraine, the U.N. Human Rights Monitoring Mission said.\n"
YEAR = "In 2025, 2,514 civilians were killed in Ukraine, the U.N. Human Rights Monitoring Mission said.\n"
NIGHT = "Russia launched 298 drones at Ukraine on the night of May 24 to 25, 2025, the Ukrainian Air Force said.\n"


@pytest.fixture
def keep(tmp_path: Path) -> Callable[..., Path]:
    """A check of `text`, kept as its JSON after `change`."""

    def call(text: str, published: str, change: Callable[[dict[str, Any]], None] | None = None) -> Path:
        document = json.loads(dateline.check(dateline.read(text, published=published), today=TODAY).to_json())
        if change is not None:
            change(document)
        path = tmp_path / "check.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return path

    return call


@pytest.mark.parametrize("path", REPORTS, ids=[p.parent.name for p in REPORTS])
def test_nothing_differs_with_the_same_knowledge(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "check.json"
    file.write_text(dateline.check(path, today=TODAY).to_json(), encoding="utf-8")
    assert recheck(file, as_of="published", today=TODAY).differences == ()


@pytest.mark.parametrize(
    ("text", "published", "value", "now"), [(APRIL, "2025-05-15", 209, 221), (YEAR, "2026-01-20", 2514, 2526)]
)
def test_a_revision_is_a_new_vintage(keep: Callable, text: str, published: str, value: int, now: int) -> None:
    (found,) = recheck(keep(text, published), today=TODAY).differences
    assert (found.then.verdict, found.kind, found.told) == ("holds", "verdict", True)
    (cause,) = found.causes
    assert cause.code == "new_vintage"
    assert cause.then is not None and cause.now is not None
    assert (cause.then.value, cause.now.value) == (value, now)


@pytest.mark.parametrize(("day", "differs"), [(dt.date(2025, 5, 30), 0), (dt.date(2025, 6, 15), 1)])
def test_a_day_may_be_named(keep: Callable, day: dt.date, differs: int) -> None:
    assert len(recheck(keep(APRIL, "2025-05-15"), as_of=day, today=TODAY).differences) == differs


def test_a_map_that_has_gone_on_is_new_days(keep: Callable) -> None:
    text = "This month Russian forces have seized an average of 14 square kilometers per day, according to DeepState.\n"
    text += "\nUkraine's army said nothing of it.\n"
    found = recheck(keep(text, "2025-05-20"), today=TODAY).differences
    assert {cause.code for d in found for cause in d.causes} <= {"new_days"}


def altered(key: str, value: float) -> Callable[[dict[str, Any]], None]:
    def change(document: dict[str, Any]) -> None:
        finding = document["claims"][0]["finding"]
        finding["computed"] = value
        finding["readings"][0]["value"] = value

    return change


def test_an_entry_that_has_another_value_as_of_the_same_day_was_corrected(keep: Callable) -> None:
    path = keep(NIGHT, "2025-05-30", altered("value", 300.0))
    (found,) = recheck(path, as_of="published", today=TODAY).differences
    assert found.kind == "figure"
    (cause,) = found.causes
    assert cause.code == "corrected_entry"
    assert cause.then is not None and cause.now is not None
    assert (cause.then.value, cause.now.value) == (300, 298)


def other_verdict(document: dict[str, Any]) -> None:
    claim = document["claims"][0]
    claim["finding"]["verdict"], claim["finding"]["reason"] = "disputed", None
    document["summary"]["quantities"]["disputed"] += 1
    document["summary"]["quantities"]["holds"] -= 1


def other_policy(document: dict[str, Any]) -> None:
    other_verdict(document)
    document["policy"] = "0"


@pytest.mark.parametrize(("change", "code"), [(other_verdict, "newer_program"), (other_policy, "newer_policy")])
def test_another_verdict_on_the_same_readings_is_the_rules(
    keep: Callable, change: Callable[[dict[str, Any]], None], code: str
) -> None:
    (found,) = recheck(keep(NIGHT, "2025-05-30", change), today=TODAY).differences
    assert [cause.code for cause in found.causes] == [code]
    assert found.causes[0].words


def unanswered(document: dict[str, Any]) -> None:
    """The check as it was before the ledger had the night."""
    finding = document["claims"][0]["finding"]
    finding.update(verdict="unverified", reason="out_of_coverage", computed=None, readings=[])
    document["summary"]["quantities"]["unverified"] += 1
    document["summary"]["quantities"]["holds"] -= 1


def test_a_ledger_that_now_reaches_so_far_is_new_days(keep: Callable) -> None:
    (found,) = recheck(keep(NIGHT, "2025-05-30", unanswered), today=TODAY).differences
    assert (found.then.verdict, found.now.verdict) == ("unverified", "holds")
    assert {cause.code for cause in found.causes} == {"new_days"}


def test_a_doubt_of_the_reader_stays(keep: Callable) -> None:
    """The claim is not read again: what was left open then is left open now, whatever the ledgers have."""

    def doubted(document: dict[str, Any]) -> None:
        unanswered(document)
        document["claims"][0]["finding"]["reason"] = "ambiguous_period"
        document["claims"][0]["doubt"] = {"reason": "ambiguous_period", "detail": ""}

    assert recheck(keep(NIGHT, "2025-05-30", doubted), today=TODAY).differences == ()


def test_a_file_of_the_first_form_is_checked_in_the_theatre_of_its_producers(keep: Callable) -> None:
    path = keep(APRIL + "\n" + NIGHT, "2025-06-03")
    path.write_text(json.dumps(first_form(json.loads(path.read_text(encoding="utf-8")))), encoding="utf-8")
    found = recheck(path, today=TODAY)
    assert found.theatre == "ukraine"
    assert [d.then.verdict for d in found.differences] == ["holds"]


def test_text_and_json_say_the_same(keep: Callable) -> None:
    found = recheck(keep(APRIL, "2025-05-15"), today=TODAY)
    told = telling.as_dict(found)
    assert told["claims"] == 1 and [d["causes"][0]["code"] for d in told["differences"]] == ["new_vintage"]
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    text = telling.text(found, 80)
    assert "1 of 1 findings would read differently" in text
    assert "new vintage: UN HRMMU" in " ".join(text.split())
    assert "209 people, now 221 people" in " ".join(text.replace("\u00a0", " ").split())
    assert max(map(len, text.splitlines())) <= 80


def test_every_cause_has_words() -> None:
    assert set(telling.LABELS) == set(CAUSES)
    assert Cause("newer_policy", words="1, now 2").then is None

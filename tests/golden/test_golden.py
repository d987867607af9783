"""The golden reports: what is found in them stays as it was reviewed."""

from __future__ import annotations

import json
from typing import get_args

import pytest

import dateline
from dateline.records.finding import DECISIVE, Verdict

from .checked import FOLDER, KNOWN, NAMES, TODAY, check, compact, findings, written

CASES = [(name, quote) for name in KNOWN for quote in KNOWN[name]]


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_as_reviewed(name: str) -> None:
    kept = (FOLDER / name / "findings.json").read_text(encoding="utf-8")
    assert findings(name) == json.loads(kept), "review the difference and run tests/golden/update.py"
    assert written(name) == kept


@pytest.mark.parametrize(("name", "quote"), CASES)
@pytest.mark.xfail(strict=True, reason="read wrongly today: see KNOWN")
def test_what_is_known_to_be_wrong_still_is(name: str, quote: str) -> None:
    found = [compact(c) for c in check(name).claims if c.quote.exact == quote]
    if not found:
        pytest.fail("no such claim")
    right = KNOWN[name][quote]
    assert all(f.get(key) == value for f in found for key, value in right.items())


def test_the_goldens_are_all_here_and_show_every_verdict() -> None:
    assert len(NAMES) >= 3
    assert set(KNOWN) <= set(NAMES)
    shown = {f["verdict"] for name in NAMES for f in findings(name)}
    assert shown == set(get_args(Verdict))


@pytest.mark.parametrize("name", NAMES)
def test_each_golden_says_what_it_is(name: str) -> None:
    text = (FOLDER / name / "report.txt").read_text(encoding="utf-8")
    assert "This report was written for the Dateline project." in text
    assert len([f for f in findings(name) if f["verdict"] in DECISIVE]) >= 8


def test_a_report_about_gaza_is_recognised_and_named_alike() -> None:
    """By detection from its text and by --theatre gaza the same findings; the example is the golden's own report."""
    path = FOLDER.parents[1] / "examples" / "gaza_july_2025.txt"
    assert path.read_bytes() == (FOLDER / "gaza_in_july" / "report.txt").read_bytes()
    detected, named = dateline.read(path), dateline.read(path, theatre="gaza")
    assert detected.theatre == named.theatre == "gaza"
    one, other = (dateline.check(report, today=TODAY) for report in (detected, named))
    assert one.to_json() == other.to_json()
    named_in_text = {c.attribution.producer for c in one.claims if c.attribution is not None}
    assert named_in_text - {None} == {"gaza_moh"}
    held = {c.quote.exact for c in one.claims if c.finding is not None and c.finding.verdict == "holds"}
    assert {"134 people", "1,155 people", "at least 59,029 people", "142,135 injured"} <= held

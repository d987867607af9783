"""A check that is kept is the check that was made."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import desk
from dateline.editing import Decision, Decisions
from dateline.site.checks.keeping import KeepingError, keep, kept

ROOT = Path(__file__).parents[2]
REPORTS = [
    ROOT / "src/dateline/demo/august_2025.txt",
    ROOT / "examples/gaza_july_2025.txt",
    ROOT.parent / "shared/reports/russia_offensive_2025-05-30.txt",
]
TODAY = dt.date(2026, 6, 1)


@pytest.mark.parametrize("as_of", ["published", "today"])
@pytest.mark.parametrize("path", REPORTS, ids=[path.stem for path in REPORTS])
def test_nothing_is_lost(path: Path, as_of: str) -> None:
    if not path.is_file():
        pytest.skip(f"{path} is not here")
    check = desk.check(path, as_of=as_of, today=TODAY)
    assert any(claim.finding is not None and claim.finding.series is not None for claim in check.claims)
    again = kept(keep(check))
    assert again == check
    assert again.to_json() == check.to_json()
    assert again.to_html() == check.to_html()


def test_what_was_put_aside_is_kept_with_its_reason() -> None:
    text = "In August 2025, Russia gained 468 square kilometres of Ukraine, according to DeepState."
    report = desk.read(text, published="2025-09-02")
    (claim,) = desk.extract(report)
    check = desk.check(report, decisions=Decisions(None, (Decision(claim.quote, dismiss="another war"),)), today=TODAY)
    assert [why for _, why in check.dismissed] == ["another war"]
    assert kept(keep(check)) == check


def test_what_was_kept_cannot_be_changed() -> None:
    again = kept(keep(desk.check(REPORTS[0], today=TODAY)))
    with pytest.raises(TypeError):
        next(c for c in again.claims if c.dimensions).dimensions["weapon"] = "none"  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"form": 2, "check": {}}', '{"form": 1, "check": {}}', "nul",
     '{"form": 1, "check": {"report": 1}}'],
)  # fmt: skip
def test_anything_else_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(KeepingError, match=r"^[^\n]+check again$"):
        kept(text)


def test_a_word_that_no_verdict_has_is_refused() -> None:
    check = desk.check(REPORTS[0], today=TODAY)
    broken = keep(replace(check)).replace('"verdict":"holds"', '"verdict":"maybe"', 1)
    with pytest.raises(KeepingError):
        kept(broken)

"""`dateline coverage` and the forms of `dateline figure` on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

OCTOBER = ("figure", "strikes.launched", "--from", "2025-10-01", "--to", "2025-10-31")


def test_coverage_by_producer_with_gaps_and_age(cli: Callable) -> None:
    found = json.loads(cli("coverage", "--format", "json").out)
    rows = {(c["theatre"], c["ledger"], c["producer"]): c for c in found["coverage"]}
    maps = rows["ukraine", "territory", "deepstate"]
    assert {"start": "2025-03-31", "end": "2025-04-01", "flag": "gap"} in maps["gaps"]
    assert maps["counts"]["frozen"] > 50
    assert maps["age_days"] == (date.fromisoformat(found["as_of"]) - date.fromisoformat(maps["end"])).days
    assert rows["ukraine", "strikes", "airforce"]["counts"]["definition-break"] == 1
    assert rows["gaza", "casualties", "gaza_moh"]["counts"]["gap"] > 5
    assert rows["ukraine", "calendar", "calendar"]["age_days"] is None
    assert {"afp_isw", "isw", "uk_mod"} <= {p for _, ledger, p in rows if ledger == "area_published"}


def test_coverage_of_one_theatre_as_a_table(cli: Callable) -> None:
    ran = cli("coverage", "--theatre", "gaza")
    assert ran.code == 0
    assert "gaza_moh" in ran.out
    assert "deepstate" not in ran.out
    assert "no theatre" in cli("coverage", "--theatre", "mars").error


def test_a_chart_is_written_and_a_figure_without_parts_says_what_to_add(cli: Callable, tmp_path: Path) -> None:
    out = tmp_path / "october.svg"
    assert cli(*OCTOBER, "--by", "day", "--format", "svg", "--out", out).code == 0
    assert out.read_text(encoding="utf-8").startswith("<svg")
    assert out.stat().st_size <= 8192
    assert "--by" in cli(*OCTOBER, "--format", "svg").error


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--as", "change"), "against"),
        (("--as", "change", "--than", "2025-08-01/2025-08-31"), "August 2025"),
        (("--as", "rank"), "Number"),
        (("--as", "record"), "higher"),
        (("--as", "record", "--lowest"), "lower"),
        (("--as", "rate"), "weapons/day"),
        (("--as", "share", "--of", "whole", "--where", "weapon=drone"), "%"),
    ],
)
def test_every_form_is_told_and_its_query_repeats_it(cli: Callable, options: tuple[str, ...], says: str) -> None:
    ran = cli(*OCTOBER, *options)
    assert ran.code == 0
    assert says in ran.out
    again = ran.out.splitlines()[-1].removeprefix("Again: dateline ")
    assert cli(*again.split(" ")).out == ran.out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--than", "last"), "2025-05-01/2025-05-31"),
        (("--among", "2025-05-31/2025-05-01"), "stretch of days"),
        (("--as", "rank", "--by", "month"), "leave --by away"),
        (("--reading", "shot down"), "no such reading"),
    ],
)
def test_what_is_asked_wrongly_is_one_line(cli: Callable, options: tuple[str, ...], says: str) -> None:
    ran = cli(*OCTOBER, *options)
    assert ran.code == 2
    assert says in ran.error

"""Tolls put to ledgers of months, of days and of running totals, written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dateline.checking import CheckContext, check_claim
from dateline.ledgers import load
from dateline.records.claim import Claim
from dateline.records.period import Period

WAR = date(2031, 3, 4)
PRODUCERS = """ministry: {name: the health ministry, standing: party, side: A, population: all, ledgers: [casualties]}
mission: {name: the mission, standing: independent, bound: lower, population: civilians, ledgers: [casualties]}
"""
HEAD = "body,start,end,measure,value,known_at,known,definition,original_value,source,note"
ROWS = """ministry,2031-05-10,2031-05-10,casualties.killed,61,2031-05-10,recorded,day,61,a,
ministry,2031-05-11,2031-05-11,casualties.killed,43,2031-05-11,recorded,day,43,b,
ministry,2031-03-04,2031-05-09,casualties.killed,9100,2031-05-09,recorded,running total,9100,c,
ministry,2031-03-04,2031-05-10,casualties.killed,9161,2031-05-10,recorded,running total,9161,a,
ministry,2031-03-04,2031-05-11,casualties.killed,9204,2031-05-11,recorded,running total,9204,b,
ministry,2031-03-04,2031-05-11,casualties.injured,20110,2031-05-11,recorded,running total,20110,b,
"""


@pytest.fixture
def context(tmp_path: Path) -> Callable[[str], CheckContext]:
    (tmp_path / "starter").mkdir()
    (tmp_path / "producers.yml").write_text(PRODUCERS, encoding="utf-8")
    (tmp_path / "weapons.csv").write_text("id,parent,name,aliases,models\n", encoding="utf-8")
    (tmp_path / "starter" / "casualties.csv").write_text(f"{HEAD}\n{ROWS}", encoding="utf-8")

    def made(report: str) -> CheckContext:
        day = date.fromisoformat(report)
        return CheckContext(load(tmp_path), day, date(2032, 1, 1), country="AA", country_name="A")

    return made


def to(last: str) -> Period:
    return Period.through(WAR, date.fromisoformat(last))


def on(day: str) -> Period:
    return Period.of_day(date.fromisoformat(day))


OPEN = {"until": "report"}
CASES = {
    # name: report's day, value, period, dimensions, verdict, reason
    "a day's entry": ("2031-05-11", 43.0, on("2031-05-11"), {}, "holds", None),
    "a day's other toll may be one incident's": ("2031-05-11", 12.0, on("2031-05-11"), {}, "unverified", "no_ledger"),
    "a day without an entry": ("2031-05-12", 12.0, on("2031-05-12"), {}, "unverified", "no_ledger"),
    "two days": ("2031-05-11", 104.0, Period.through(date(2031, 5, 10), date(2031, 5, 11)), {}, "unverified",
                 "no_ledger"),
    "the day's children": ("2031-05-11", 43.0, on("2031-05-11"), {"subset": "children"}, "unverified", "no_ledger"),
    "the day's strike": ("2031-05-11", 43.0, on("2031-05-11"), {"cause": "strike"}, "unverified", "no_ledger"),
    "another war": ("2031-05-11", 43.0, on("2031-05-11"), {"elsewhere": "B"}, "unverified", "no_ledger"),
    "the total of the day": ("2031-05-11", 9204.0, to("2031-05-11"), {}, "holds", None),
    "an older total under the day's name": ("2031-05-11", 8204.0, to("2031-05-11"), {}, "contradicted", None),
    "yesterday's total, no day named": ("2031-05-11", 9161.0, to("2031-05-11"), OPEN, "holds", None),
    "the total of two days ago, no day named": ("2031-05-11", 9100.0, to("2031-05-11"), OPEN, "holds", None),
    "no total of the day yet": ("2031-05-12", 9204.0, to("2031-05-12"), OPEN, "holds", None),
    "no total of the day yet, and the text's is larger": ("2031-05-12", 9990.0, to("2031-05-12"), OPEN, "unverified",
                                                          "no_ledger"),
    "far below every total": ("2031-05-11", 8204.0, to("2031-05-11"), OPEN, "contradicted", None),
    "all counted as civilians": ("2031-05-11", 9204.0, to("2031-05-11"), {"population": "civilians"}, "qualified",
                                 "population"),
    "civilians may be a part of all": ("2031-05-11", 5204.0, to("2031-05-11"), {"population": "civilians"},
                                       "unverified", "no_ledger"),
    "combatants": ("2031-05-11", 9204.0, to("2031-05-11"), {"population": "combatants"}, "unverified", "no_ledger"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_tolls_against_days_and_running_totals(
    name: str, context: Callable[[str], CheckContext], claim: Callable[..., Claim]
) -> None:
    report, value, period, dimensions, verdict, reason = CASES[name]
    made = claim("level", "casualties.killed", value, period=period, dimensions=dimensions, unit="people")
    finding = check_claim(made, context(report))
    assert (finding.verdict, finding.reason) == (verdict, reason), finding.summary


def test_a_total_of_yesterday_is_not_one_as_of_today(
    context: Callable[[str], CheckContext], claim: Callable[..., Claim]
) -> None:
    made = claim("level", "casualties.killed", 9161.0, period=to("2031-05-11"), unit="people")
    readings = check_claim(made, context("2031-05-11")).readings
    assert [r.value for r in readings] == [9204.0]


def test_killed_and_injured_of_one_publication(
    context: Callable[[str], CheckContext], claim: Callable[..., Claim]
) -> None:
    both = {"victim": "both", **OPEN}
    made = claim("level", "casualties.killed", 29314.0, period=to("2031-05-11"), unit="people", dimensions=both)
    assert check_claim(made, context("2031-05-11")).verdict == "holds"

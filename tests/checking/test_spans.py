"""Tolls of stretches that nobody published, and totals that a text does not date, from a ledger of days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dateline.checking import CheckContext, check_claim, check_claims
from dateline.ledgers import load
from dateline.records.claim import Claim
from dateline.records.finding import Finding
from dateline.records.period import Period
from dateline.records.place import Place

PRODUCERS = "ministry: {name: the health ministry, standing: party, side: A, population: all, ledgers: [casualties]}\n"
HEAD = "body,start,end,measure,value,known_at,known,definition,original_value,source,note"
WAR = date(2031, 3, 4)


def _rows() -> str:
    """From 4 March to 30 June a report of 40 a day but for 20 May, which has none; the total takes in 200 more on
    1 June."""
    rows, total = [], 2000
    for offset in range(119):
        day = date.fromordinal(WAR.toordinal() + offset)
        total += 40 + (200 if day == date(2031, 6, 1) else 0)
        if day != date(2031, 5, 20):
            rows.append(f"ministry,{day},{day},casualties.killed,40,{day},recorded,reported in 24 hours,40,a,")
        rows.append(f"ministry,{WAR},{day},casualties.killed,{total},{day},recorded,cumulative,{total},a,")
    return "\n".join(rows)


@pytest.fixture
def context(tmp_path: Path) -> CheckContext:
    (tmp_path / "starter").mkdir()
    (tmp_path / "producers.yml").write_text(PRODUCERS, encoding="utf-8")
    (tmp_path / "weapons.csv").write_text("id,parent,name,aliases,models\n", encoding="utf-8")
    (tmp_path / "starter" / "casualties.csv").write_text(f"{HEAD}\n{_rows()}\n", encoding="utf-8")
    return CheckContext(load(tmp_path), date(2031, 6, 30), date(2032, 1, 1), country="AA", country_name="A")


def month(number: int) -> Period:
    return Period(date(2031, number, 1), date(2031, number + 1, 1), "month")


Make = Callable[..., Claim]


@pytest.fixture
def found(context: CheckContext, claim: Make) -> Callable[..., Finding]:
    def made(value: float, **more: object) -> Finding:
        return check_claim(claim("level", "casualties.killed", value, unit="people", **more), context)

    return made


@pytest.mark.parametrize(
    ("value", "number", "verdict"),
    [
        (1200.0, 4, "holds"),
        (1240.0, 5, "holds"),  # a day is missing: the totals alone answer
        (1200.0, 6, "holds"),  # the reports
        (1400.0, 6, "qualified"),  # the totals, which took older cases in
        (3100.0, 4, "disputed"),  # nobody published the month as such
        (1240.0, 6, "unverified"),  # reports of days are completed later
    ],
)
def test_a_month_is_its_reports_or_what_the_total_grew_by(
    found: Callable[..., Finding], value: float, number: int, verdict: str
) -> None:
    assert found(value, period=month(number)).verdict == verdict


def test_a_figure_far_from_all_is_of_something_else(context: CheckContext, claim: Make) -> None:
    made = claim("level", "casualties.killed", 7000.0, unit="people", period=month(4))
    (checked,) = check_claims([made], context)
    assert checked.finding is not None
    assert (checked.finding.verdict, checked.finding.reason) == ("unverified", "undefined_term")


def test_a_month_that_is_not_over_has_no_sum(found: Callable[..., Finding]) -> None:
    assert found(1240.0, period=Period(date(2031, 6, 10), date(2031, 7, 10))).verdict == "unverified"


TOTAL_OF_30_JUNE = 2000.0 + 119 * 40 + 200


@pytest.mark.parametrize(
    ("value", "more", "verdict"),
    [
        (TOTAL_OF_30_JUNE, {}, "holds"),
        (TOTAL_OF_30_JUNE - 40, {}, "holds"),  # the day before's
        (TOTAL_OF_30_JUNE - 900, {}, "unverified"),
        (TOTAL_OF_30_JUNE, {"period": Period.of_day(date(2031, 6, 30))}, "holds"),
        (TOTAL_OF_30_JUNE, {"dimensions": {"subset": "children"}}, "unverified"),
        (TOTAL_OF_30_JUNE, {"place": Place("the north", "AA-1", "region")}, "unverified"),
        (6900.0, {"comparator": "gt"}, "holds"),
        (3000.0, {"comparator": "gt"}, "unverified"),  # any number would do
    ],
)
def test_a_toll_without_a_stretch_is_held_against_the_running_total(
    found: Callable[..., Finding], value: float, more: dict[str, object], verdict: str
) -> None:
    finding = found(value, **more)
    assert finding.verdict == verdict
    assert ("running total to 2031-06-" in finding.summary) == (verdict == "holds")

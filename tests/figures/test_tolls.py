"""Tolls by day, week and month: reports that tile, and the difference of two running totals."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.figures import FigureError, Shown

AS_OF = date(2026, 9, 1)


def gaza(start: str, end: str, measure: str = "casualties.killed", **options: object) -> Shown:
    return dateline.figure(measure, start, end, **{"as_of": AS_OF, "theatre": "gaza", **options})  # type: ignore[arg-type]


def readings(found: Shown) -> dict[str, float]:
    return {a.convention: a.value for a in found.readings}


def test_a_month_is_the_sum_of_its_reports_and_the_totals_differ_by_as_much() -> None:
    march = gaza("2024-03-01", "2024-03-31")
    days = gaza("2024-03-01", "2024-03-31", by="day")
    assert readings(march)["reports"] == march.value == sum(p.value or 0.0 for p in days.series.points)
    ends = [gaza("2023-10-07", day).value or 0.0 for day in ("2024-03-31", "2024-02-29")]
    assert readings(march)["difference"] == ends[0] - ends[1]


def test_weeks_add_up_to_what_the_days_do() -> None:
    weeks = gaza("2024-01-01", "2024-01-28", by="week")
    assert len(weeks.series.points) == 4
    assert sum(p.value or 0.0 for p in weeks.series.points) == weeks.value


def test_missing_days_are_flagged_and_the_sum_says_how_many_it_holds() -> None:
    november = gaza("2023-11-01", "2023-11-30")
    assert any(flag.startswith("gap 2023-11-1") for flag in november.flags)
    (summed,) = [a for a in november.readings if a.convention == "reports"]
    assert "coverage" in summed.departs
    assert f"{summed.days} of 30 days" in summed.note
    assert november.value == readings(november)["difference"] != summed.value
    assert "cut-off 2023-11-29" in november.flags


def test_a_running_total_has_its_neighbours_beside_it() -> None:
    total = gaza("2023-10-07", "2025-06-17")
    before, after = gaza("2023-10-07", "2025-06-16"), gaza("2023-10-07", "2025-06-18")
    assert (total.value, readings(total)["running-1"]) == (55493, before.value)
    assert readings(total)["running+1"] == after.value


def test_a_total_without_a_report_of_its_day_is_flagged() -> None:
    assert "gap 2023-11-18" in gaza("2023-10-07", "2023-11-18").flags
    assert gaza("2023-10-07", "2024-02-29").flags == ()


def test_a_month_of_gaza_has_a_rank_and_a_record() -> None:
    with pytest.raises(FigureError, match="no whole"):
        gaza("2023-11-01", "2023-11-30", form="rank")
    ranked = gaza("2024-03-01", "2024-03-31", form="rank").rank
    assert ranked is not None
    assert ranked.kind == "months"
    assert gaza("2024-03-01", "2024-03-31", form="record").record is not None


def test_what_was_known_then_and_what_is_known_now() -> None:
    def killed(as_of: str) -> Shown:
        return dateline.figure("casualties.killed", "2025-01-01", "2025-12-31", as_of=as_of)

    assert (killed("2026-01-20").value, killed("2026-09-01").value) == (2514, 2526)


def test_a_published_total_and_the_sum_of_its_months_are_both_shown() -> None:
    half = dateline.figure("casualties.killed", "2024-01-01", "2024-12-31", as_of=AS_OF)
    assert half.value == 2088
    year = dateline.figure("casualties.killed", "2025-06-01", "2025-11-30", as_of=AS_OF)
    months = dateline.figure("casualties.killed", "2025-06-01", "2025-11-30", as_of=AS_OF, by="month")
    assert readings(year)["sum"] == sum(p.value or 0.0 for p in months.series.points)
    assert readings(year)["sum"] != year.value


def test_april_was_revised() -> None:
    april = ("casualties.killed", "2025-04-01", "2025-04-30")
    assert dateline.figure(*april, as_of="2025-05-15").value == 209
    assert dateline.figure(*april, as_of="2025-06-15").value == 221


def test_totals_of_different_vintages_are_not_subtracted() -> None:
    found = dateline.figure("casualties.killed", "2024-09-01", "2025-05-30", by="month", as_of="2025-05-30")
    assert "difference" not in readings(found)
    assert found.value is None


@pytest.mark.parametrize("measure", ["casualties.killed", "casualties.injured"])
def test_both_measures_answer_by_every_stretch(measure: str) -> None:
    for by in ("day", "week", "month"):
        points = gaza("2024-05-01", "2024-05-31", measure, by=by).series.points
        assert all(p.value is not None for p in points)

"""Calendar arithmetic."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.extracting.periods import dates
from dateline.records.period import Period

DAY = dt.date(2025, 5, 30)


def test_what_still_runs_is_cut_at_the_reports_day() -> None:
    assert str(dates.month(2025, 5, DAY)) == "2025-05-01 to 2025-05-30"
    assert str(dates.year(2025, DAY)) == "2025-01-01 to 2025-05-30"
    assert str(dates.week(DAY, 0)) == "2025-05-26 to 2025-05-30"
    assert str(dates.month(2025, 4, DAY)) == "2025-04-01 to 2025-04-30"


def test_a_month_before_a_cut_month_is_whole() -> None:
    assert str(dates.back(dates.month(2025, 5, DAY), "month")) == "2025-04-01 to 2025-04-30"
    assert str(dates.back(dates.month(2025, 5, DAY), "year")) == "2024-05-01 to 2024-05-31"


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        ("day", 1, "2025-05-29"),
        ("week", 1, "2025-05-23"),
        ("month", 1, "2025-04-30"),
        ("year", 1, "2024-05-30"),
        ("month", 3, "2025-02-28"),
        ("quarter", 1, "2025-02-28"),
        ("decade", 1, "2015-05-30"),
    ],
)
def test_a_day_moved_back(unit: str, count: int, expected: str) -> None:
    assert str(dates.back(Period.of_day(DAY), unit, count)) == expected


def test_quarters_follow_one_another() -> None:
    assert str(dates.quarter(DAY, 0)) == "2025-04-01 to 2025-05-30"
    assert str(dates.quarter(DAY, -2)) == "2024-10-01 to 2024-12-31"
    assert str(dates.quarter(DAY, 3)) == "2026-01-01 to 2026-03-31"


def test_the_next_weekday_may_be_the_same_day() -> None:
    friday = DAY.weekday()
    assert dates.coming_weekday(friday, DAY) == DAY
    assert str(dates.coming_weekday(3, DAY)) == "2025-06-05"


def test_a_winter_bears_the_year_in_which_it_begins() -> None:
    assert str(dates.season("winter", 2024, DAY)) == "2024-12-01 to 2025-02-28"
    assert str(dates.recent_season("winter", DAY)) == "2024-12-01 to 2025-02-28"


def test_days_that_no_calendar_has() -> None:
    assert dates.day(2025, 2, 30) is None
    assert dates.recent_day(2, 30, DAY) is None
    assert dates.recent_day(2, 29, DAY) == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [("month", "2025-05-01 to 2025-05-30"), ("week", "2025-05-24 to 2025-05-30"), ("night", "2025-05-30")],
)
def test_the_last_of_a_run(unit: str, wanted: str) -> None:
    assert str(dates.last_unit(Period(dt.date(2025, 3, 1), dt.date(2025, 5, 31)), unit)) == wanted

"""Dates as pages write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.dates import find_date, find_dates, find_day_and_month, last_such_day, parse_stamp


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-05-30", date(2025, 5, 30)),
        ("30 May 2025", date(2025, 5, 30)),
        ("30th of May, 2025", date(2025, 5, 30)),
        ("May 30, 2025", date(2025, 5, 30)),
        ("MAY 30 2025", date(2025, 5, 30)),
        ("Sept. 3, 2024", date(2024, 9, 3)),
        ("Saturday, May 31, 2025 at 10:32 a.m. ET", date(2025, 5, 31)),
        ("31/05/2025", date(2025, 5, 31)),
        ("05/31/2025", date(2025, 5, 31)),
        ("04/04/2025", date(2025, 4, 4)),
        ("03/04/2025", None),
        ("31 February 2025", None),
        ("367 drones", None),
        ("May 2025", None),
        ("maybe 30, 2025", None),
    ],
)
def test_find_date(text: str, day: date | None) -> None:
    assert find_date(text) == day


@given(st.dates(date(1991, 1, 1), date(2090, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%b %d, %Y", "%A, %d %b %Y"):
        text = f"x {day.strftime(form)} y"
        (found,) = find_dates(text)
        assert found[2] == day and text[found[0] : found[1]].strip() in text
    assert parse_stamp(day.strftime("%Y%m%d")) == day


def test_machine_stamps_keep_the_day_as_written() -> None:
    assert parse_stamp("2025-05-30T23:30:00-04:00") == date(2025, 5, 30)
    assert parse_stamp("Fri, 30 May 2025 10:15:00 GMT") == date(2025, 5, 30)
    assert parse_stamp("yesterday") is None


def test_days_without_a_year() -> None:
    assert find_day_and_month("KYIV, May 30") == (5, 30)
    assert find_day_and_month("3 Sept") == (9, 3)
    assert last_such_day(5, 30, date(2025, 5, 29)) == date(2024, 5, 30)
    assert last_such_day(2, 29, date(2026, 1, 1)) == date(2024, 2, 29)
    assert last_such_day(2, 31, date(2026, 1, 1)) is None

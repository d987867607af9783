"""Entries that fill a stretch of days without overlapping."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dateline.ledgers.tiling import tiled
from dateline.records.entry import Entry
from dateline.records.period import Period

START = date(2024, 3, 1)


def entry(first: int, days: int, value: float = 1.0) -> Entry:
    start = START + timedelta(days=first)
    period = Period(start, start + timedelta(days=days))
    return Entry("casualties.killed", period, "", value, "body", period.last, "recorded", "here")


def asked(days: int) -> Period:
    return Period(START, START + timedelta(days=days))


def test_reports_of_one_and_two_days_tile_a_week() -> None:
    found = tiled([entry(0, 1), entry(1, 2), entry(3, 1), entry(4, 1), entry(5, 2)], asked(7))
    assert found.whole
    assert [e.period.days for e in found.entries] == [1, 2, 1, 1, 2]


def test_a_missing_day_is_named() -> None:
    found = tiled([entry(0, 2), entry(3, 4)], asked(7))
    assert found.missing == (Period(START + timedelta(days=2), START + timedelta(days=3)),)
    assert found.days == 6


def test_what_reaches_over_an_end_is_left_out() -> None:
    assert tiled([entry(-1, 3), entry(5, 3)], asked(7)).entries == ()


def test_a_longer_report_replaces_days_that_leave_a_hole() -> None:
    found = tiled([entry(0, 1), entry(0, 3), entry(2, 1)], asked(3))
    assert [e.period.days for e in found.entries] == [3]


@given(st.lists(st.tuples(st.integers(-3, 12), st.integers(1, 6)), max_size=12))
def test_tiles_never_overlap_and_add_up_with_what_is_missing(spans: list[tuple[int, int]]) -> None:
    period = asked(10)
    found = tiled([entry(*span) for span in spans], period)
    days = [START + timedelta(days=n) for n in range(10)]
    counted = [sum(e.period.contains(day) for e in found.entries) for day in days]
    open_ = [sum(p.contains(day) for p in found.missing) for day in days]
    assert all(one + two == 1 for one, two in zip(counted, open_, strict=True))
    assert sum(counted) == found.days

"""Records cut into spans: every step lies in exactly one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.territory.calendar import Step, first_day, spans


def test_a_snapshot_on_the_first_day_ends_one_month_and_begins_the_next() -> None:
    days = [date(2031, 1, 20), date(2031, 2, 1), date(2031, 2, 10), date(2031, 3, 1)]
    assert spans(days, "month") == [(0, 1), (1, 3)]


def test_a_missing_first_day_is_the_nearest_earlier_snapshot() -> None:
    days = [date(2031, 1, 20), date(2031, 1, 30), date(2031, 2, 3), date(2031, 2, 10)]
    assert spans(days, "month") == [(0, 1), (1, 3)]


def test_weeks_begin_on_monday_and_years_in_january() -> None:
    assert first_day(date(2031, 1, 5), "week") == date(2030, 12, 30)
    assert first_day(date(2031, 7, 5), "year") == date(2031, 1, 1)
    assert first_day(date(2031, 7, 5), "day") == date(2031, 7, 5)


@pytest.mark.parametrize("by", ["day", "week", "month", "year"])
def test_a_record_of_one_day_or_none_has_no_spans(by: Step) -> None:
    assert spans([], by) == []
    assert spans([date(2031, 1, 1)], by) == []


@given(st.sets(st.integers(0, 500), min_size=2), st.sampled_from(["day", "week", "month", "year"]))
def test_spans_follow_each_other_without_a_gap(offsets: set[int], by: Step) -> None:
    days = [date(2031, 1, 1) + timedelta(n) for n in sorted(offsets)]
    found = spans(days, by)
    assert found[0][0] == 0
    assert found[-1][1] == len(days) - 1
    assert all(one[1] == two[0] for one, two in pairwise(found))

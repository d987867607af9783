"""Dates and spans as publishers abbreviate them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.spans import first_day, last_day, span


@pytest.mark.parametrize(
    ("text", "start", "last", "granularity"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2024-02-05", date(2024, 2, 5), date(2024, 2, 5), "day"),
        ("2025-01..04", date(2025, 1, 1), date(2025, 4, 30), "span"),
        ("2024-01..07-30", date(2024, 1, 1), date(2024, 7, 30), "span"),
        ("2024-01-01..04-29", date(2024, 1, 1), date(2024, 4, 29), "span"),
        ("2026-02-14..20", date(2026, 2, 14), date(2026, 2, 20), "span"),
        ("2022-02-24..2025-02", date(2022, 2, 24), date(2025, 2, 28), "span"),
        ("2024-03..2025-02", date(2024, 3, 1), date(2025, 2, 28), "span"),
    ],
)
def test_a_span_is_completed_from_its_left_side(text: str, start: date, last: date, granularity: str) -> None:
    found = span(text)
    assert (found.start, found.last, found.granularity) == (start, last, granularity)


def test_a_partial_date_of_publication_counts_as_its_last_day() -> None:
    assert last_day("2025-02") == date(2025, 2, 28)
    assert last_day("2026-01..02") == date(2026, 2, 28)
    assert first_day("2025") == date(2025, 1, 1)


@pytest.mark.parametrize("text", ["", "May 2025", "2025-13", "2025-04..01", "25-04", "2025-02-30", "2025-01..x"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        span(text)


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 2000))
def test_a_full_span_reads_back(start: date, days: int) -> None:
    last = start + timedelta(days=days)
    found = span(f"{start}..{last}")
    assert (found.start, found.last) == (start, last)

"""Feasts as dates, and the days beside them."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.extracting.periods import mentions

WAR = dt.date(2022, 2, 24)


def read(text: str, day: str) -> list[str]:
    found = mentions(text, dt.date.fromisoformat(day), WAR)
    return [str(m.period) for m in found if m.kind == "at"]


@pytest.mark.parametrize(
    ("text", "day", "period"),
    [
        ("Three days before Christmas the grid failed.", "2025-12-22", "2025-12-22"),
        ("The grid failed three days before Christmas.", "2026-02-01", "2025-12-22"),
        ("Two days after New Year's Day the grid failed.", "2026-01-05", "2026-01-03"),
        ("The day after Christmas Eve was quiet.", "2025-12-30", "2025-12-25"),
        ("A night before the New Year, lights went out.", "2026-01-04", "2025-12-31"),
        ("It was quiet on Christmas Day.", "2025-12-30", "2025-12-25"),
    ],
)
def test_days_beside_a_feast_are_counted_from_it(text: str, day: str, period: str) -> None:
    assert read(text, day) == [period]


@pytest.mark.parametrize(
    "text",
    [
        "In the run-up to Christmas the grid failed.",
        "With Christmas a week off, the grid failed.",
        "As troops dug in ahead of New Year's Eve, the grid failed.",
    ],
)
def test_a_feast_that_something_stands_beside_is_not_its_day(text: str) -> None:
    assert read(text, "2025-12-20") == []

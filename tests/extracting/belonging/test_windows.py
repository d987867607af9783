"""What a superlative is measured against."""

from __future__ import annotations

import pytest

from ..said import claims, expect, the


@pytest.mark.parametrize(
    ("text", "kind", "baseline"),
    [
        ("The raid on August 28 was the largest of the war.", "window", "2022-02-24 to 2025-09-02"),
        ("The raid on August 28 was the largest this year.", "window", "2025-01-01 to 2025-09-02"),
        ("The raid on August 28 was the largest since June.", "since", "2025-06-01 to 2025-06-30"),
        ("The raid on August 28 was the largest on record.", "window", "2022-02-24 to 2025-09-02"),
        ("Russian gains in August were the largest since November.", "since", "2024-11-01 to 2024-11-30"),
        ("August's Russian gains were the smallest since April.", "since", "2025-04-01 to 2025-04-30"),
    ],
)
def test_windows(text: str, kind: str, baseline: str) -> None:
    found = [c.baseline for c in claims(text) if c.frame == "extreme" and c.baseline]
    assert [(b.kind, str(b.period)) for b in found] == [(kind, baseline)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The raid on August 28 was the largest of the war.", "2025-08-28"),
        ("In July Russia captured the most territory this year.", "2025-07-01 to 2025-07-31"),
        ("August was the month with the smallest Russian gains since April.", "2025-08-01 to 2025-08-31"),
    ],
)
def test_what_is_ranked(text: str, period: str) -> None:
    assert [str(c.period) for c in claims(text, "2025-09-20") if c.frame == "extreme"] == [period]


@pytest.mark.parametrize("words", ["the most in a month since May", "the fewest in any single month since May"])
def test_each_month_is_no_window_where_one_is_named(words: str) -> None:
    found = the(f"In July 90 civilians were killed, {words}.", words)
    expect(found, window="since", baseline="2025-05-01 to 2025-05-31")


@pytest.mark.parametrize(("text", "kind", "doubt"), [
    ("July was the deadliest month for civilians in over two years.", "window", None),
    ("July was the deadliest month for Ukrainian civilians since March 2023.", "since", None),
    ("July was the deadliest month for civilians, a watchdog said, in two years.", None, "undefined_term"),
])  # fmt: skip
def test_a_window_behind_those_who_suffered(text: str, kind: str | None, doubt: str | None) -> None:
    found = next(c for c in claims(text) if c.frame == "extreme")
    expect(found, window=kind, doubt=doubt)


@pytest.mark.parametrize(("text", "period", "granularity"), [
    ("Not since last July had so many drones been launched in a month.", None, "month"),
    ("In August 4,132 drones came. Not since May had so many come in a month.",
     "2025-08-01 to 2025-08-31", "month"),
    ("Not since last July had so many drones been launched.", "2025-09-02", "night"),
])  # fmt: skip
def test_what_had_not_been_seen_in_a_month_is_no_night_s(text: str, period: str | None, granularity: str) -> None:
    found = next(c for c in claims(text) if c.frame == "first_since")
    expect(found, period=period, granularity=granularity)
    assert found.inherited is (period is None or period == "2025-09-02")

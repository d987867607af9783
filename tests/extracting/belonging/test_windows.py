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

"""Periods and figures that a text only compares with."""

from __future__ import annotations

import pytest

from ..said import expect, the

JULY, AUGUST, JUNE = "2025-07-01 to 2025-07-31", "2025-08-01 to 2025-08-31", "2025-06-01 to 2025-06-30"
BEFORE = "In August the mission verified 140 deaths. "


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        (BEFORE + "It verified 612 injuries, which is less than half of what it saw in June.", "612 injuries", AUGUST),
        (BEFORE + "It verified 612 injuries, fewer than it did in June.", "612 injuries", AUGUST),
        (BEFORE + "It verified 612 injuries, whereas in June there were 845.", "612 injuries", AUGUST),
        (BEFORE + "It verified 612 injuries, whereas in June there were 845.", "845", JUNE),
        ("Russia fired 210 missiles, more than Moscow fired in June, in July.", "210 missiles", JULY),
    ],
)  # fmt: skip
def test_a_clause_that_only_compares_dates_nothing_else(text: str, quote: str, period: str) -> None:
    expect(the(text, quote), period=period)


@pytest.mark.parametrize(
    ("text", "quote", "comparator"),
    [
        ("Russia launched 3,120 drones in August, far below the 5,210 of July.", "5,210", "eq"),
        ("Russia launched 3,120 drones in August, fewer than the 5,210 launched in July.", "5,210", "eq"),
        ("Russia launched more than 3,000 drones in August.", "more than 3,000 drones", "gt"),
        ("Russia launched 3,120 drones in August, past the 3,000 mark.", "past the 3,000 mark", "gt"),
    ],
)
def test_the_figure_compared_with_is_exact(text: str, quote: str, comparator: str) -> None:
    expect(the(text, quote), comparator=comparator)


def test_what_was_held_at_another_time_is_compared_with() -> None:
    text = "Russia holds 90 square kilometres in Sumy region, half of what it held at the beginning of May."
    expect(the(text, "90 square kilometres"), measure="territory.held", period="2025-09-02")

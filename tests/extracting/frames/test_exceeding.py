"""Extremes said as comparisons."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, quotes, the

CASES: list[Any] = [
    (
        "Russia captured more land in August than in any other month this year.",
        {"measure": "territory.net_change", "direction": "max", "period": "2025-08-01 to 2025-08-31",
         "baseline": "2025-01-01 to 2025-09-02"},
    ),
    (
        "In July Russia launched more drones than in any other month of the war.",
        {"measure": "strikes.launched", "direction": "max", "weapon": "drone", "period": "2025-07-01 to 2025-07-31",
         "baseline": "2022-02-24 to 2025-09-02"},
    ),
    (
        "In August Russia captured less ground than in any other month this year.",
        {"measure": "territory.net_change", "direction": "min"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), CASES)
def test_more_than_in_any_other(text: str, fields: dict[str, Any]) -> None:
    (claim,) = [c for c in claims(text) if c.frame == "extreme"]
    expect(claim, granularity="month", window="window", **fields)


def test_more_than_in_any_other_trade_is_nothing() -> None:
    assert quotes("The town baked more bread in August than in any other month this year.") == []


@pytest.mark.parametrize(
    ("text", "quote", "own", "other", "comparator"),
    [
        ("Russia took more land in May than in April.", "more land in May than in April", "2025-05", "2025-04", "gt"),
        (
            "In July Russia launched more drones than in all of 2023.",
            "more drones than in all of 2023",
            "2025-07",
            "2023",
            "gt",
        ),
        (
            "On the night of August 30 it sent 500 drones, outnumbering all those of August last year.",
            "outnumbering all those of August last year",
            "2025-08-30",
            "2024-08",
            "gt",
        ),
        ("Fewer civilians were killed in June than in May.", "Fewer civilians were killed in June than in May",
         "2025-06", "2025-05", "lt"),
    ],
)  # fmt: skip
def test_a_period_above_another(text, quote, own, other, comparator):
    found = the(text, quote)
    expect(found, frame="change", value=0.0, comparator=comparator, inherited=True)
    assert str(found.period).startswith(own)
    assert found.baseline is not None and str(found.baseline.period).startswith(other)


def test_two_years_put_together():
    found = the(
        "Russia's territorial gains in 2025 exceeded 2023 and 2024 put together.", "exceeded 2023 and 2024 put together"
    )
    assert str(found.baseline.period) == "2023-01-01 to 2024-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "In September it fired 36 percent more drones than in August.",
        "Russia launched more missiles in June than Ukraine did.",
        "The team scored more goals in May than in April.",
    ],
)
def test_a_number_or_another_thing_compared_is_none(text):
    assert [c for c in claims(text) if c.value == 0.0] == []


def test_a_better_night_is_no_count_of_what_came() -> None:
    text = "The crews shot down 88 per cent of the drones last night, a better rate than on any other night this week."
    (claim,) = [c for c in claims(text) if c.frame == "extreme"]
    expect(claim, measure="strikes.intercepted", doubt="undefined_term", baseline="2025-09-01 to 2025-09-02")


def test_worse_than_before_names_no_figure() -> None:
    (claim,) = [
        c
        for c in claims("August saw worse civilian deaths than any month of the two years before.")
        if c.frame == "extreme"
    ]
    expect(claim, measure=None, period="2025-08-01 to 2025-08-31", window="window")

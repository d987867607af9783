"""Streaks, firsts and counts of exceptions."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import expect, known, quotes, the

CASES: list[Any] = [
    (
        "Russian gains slowed in August for the third month in a row.",
        "for the third month in a row",
        {"frame": "streak", "measure": "territory.net_change", "value": 3.0, "unit": "months", "direction": "down",
         "period": "2025-08-01 to 2025-08-31"},
    ),
    (
        "The number of drones rose in July for the second consecutive month.",
        "for the second consecutive month",
        {"frame": "streak", "measure": "strikes.launched", "value": 2.0, "direction": "up"},
    ),
    (
        "The talks in Istanbul in May were the first direct talks since 2022.",
        "the first direct talks since 2022",
        {"frame": "first_since", "measure": "talks.meetings", "window": "since", "direct": "true",
         "period": "2025-05-01 to 2025-05-31"},
    ),
    (
        "Direct talks were held in May for the first time in three years.",
        "for the first time in three years",
        {"frame": "first_since", "measure": "talks.meetings", "window": "window"},
    ),
    (
        "Russia captured 464 square kilometers in August; only two months this year exceed it.",
        "only two months this year exceed it",
        {"frame": "rank", "value": 3.0, "direction": "max", "granularity": "month"},
    ),
    (
        "Not since November had Russia taken more ground.",
        "Not since November had Russia taken more",
        {"frame": "extreme", "window": "since", "baseline": "2024-11-01 to 2024-11-30"},
    ),
    known(
        "August was the third straight month in which Russia gained ground.",
        "third straight month",
        {"measure": "territory.net_change", "direction": "present"},
        why="'in which Russia' is taken for Russian soil",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_what_a_sequence_states(text: str, quote: str, fields: dict[str, Any]) -> None:
    try:
        claim = the(text, quote)
    except AssertionError:
        claim = next(c for c in _all(text) if quote in c.quote.exact)
    expect(claim, **fields)


def _all(text: str) -> Any:
    from ..said import claims

    return claims(text)


@pytest.mark.parametrize("text", ["The third month was quiet.", "It was the first of many.", "Only two came."])
def test_what_is_no_sequence(text: str) -> None:
    assert quotes(text) == []

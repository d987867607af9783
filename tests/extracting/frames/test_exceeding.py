"""Extremes said as comparisons."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, quotes

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

"""Figures set against each other: which of two periods each is of."""

from __future__ import annotations

import pytest

from ..said import expect, the

MOVED = "Missile launches fell almost fourfold between June and July, from 198 to 51."


def test_each_end_of_a_movement_is_of_its_month() -> None:
    expect(the(MOVED, "198"), period="2025-06-01 to 2025-06-30", unit="missiles", measure="strikes.launched")
    expect(the(MOVED, "51"), period="2025-07-01 to 2025-07-31", unit="missiles")
    ratio = the(MOVED, "almost fourfold")
    expect(ratio, frame="ratio", period="2025-07-01 to 2025-07-31", baseline="2025-06-01 to 2025-06-30")
    expect(ratio, direction="down")


def test_a_rise_is_no_range() -> None:
    text = "Gains doubled between June and August, from 232 to 464 square kilometres."
    expect(the(text, "232"), value=232.0, unit="km2", period="2025-06-01 to 2025-06-30")
    expect(the(text, "464 square kilometres"), value=464.0, period="2025-08-01 to 2025-08-31")
    expect(the(text, "doubled"), baseline="2025-06-01 to 2025-06-30", direction="up")


@pytest.mark.parametrize("between", ["against", "versus", "compared with"])
def test_a_pair_behind_a_comparison(between: str) -> None:
    text = f"Drone launches in August were a third fewer than in July, 4,132 {between} 6,297."
    expect(the(text, "4,132"), period="2025-08-01 to 2025-08-31", unit="drones")
    expect(the(text, "6,297"), period="2025-07-01 to 2025-07-31", unit="drones")


def test_a_figure_set_against_another_dates_no_sentence() -> None:
    text = "Russian forces seized 464 square kilometres in August, after 564 in July. The rate was 15 sq km a day."
    expect(the(text, "15 sq km a day"), period="2025-08-01 to 2025-08-31")

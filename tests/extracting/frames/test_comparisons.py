"""Changes and multiples, told apart by unit."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, the, there

AUGUST, JULY, JUNE = "2025-08-01 to 2025-08-31", "2025-07-01 to 2025-07-31", "2025-06-01 to 2025-06-30"
CASES: list[Any] = [
    (
        "Russia gained 30 percent less ground in August than in July.",
        "30 percent less",
        {"frame": "change", "value": -30.0, "unit": "%", "period": AUGUST, "baseline": JULY, "direction": "down"},
    ),
    (
        "Russia launched 6,297 drones in July, up 16 percent from June.",
        "16 percent",
        {"frame": "change", "value": 16.0, "period": JULY, "baseline": JUNE, "weapon": "drone", "direction": "up"},
    ),
    (
        "The number of drones fell by 34 percent in August compared with July.",
        "34 percent",
        {"frame": "change", "value": -34.0, "measure": "strikes.launched", "period": AUGUST, "baseline": JULY},
    ),
    (
        "In July 286 civilians were killed, 23 percent more than in June.",
        "23 percent more",
        {"measure": "casualties.killed", "value": 23.0, "period": JULY, "baseline": JUNE, "population": "civilians"},
    ),
    (
        "Russia launched 859 more drones in July than in June.",
        "859 more",
        {"frame": "change", "value": 859.0, "unit": "drones", "period": JULY, "baseline": JUNE},
    ),
    (
        "In August Russia gained 23 percent less ground than a month earlier.",
        "23 percent less",
        {"value": -23.0, "period": AUGUST, "baseline": JULY},
    ),
    (
        "In August Russia gained nearly 30 percent more ground than a year earlier.",
        "nearly 30 percent more",
        {"value": 30.0, "low": 27.0, "high": 30.0, "baseline": "2024-08-01 to 2024-08-31"},
    ),
    (
        "Russia launched ten times as many drones in July as in July 2024.",
        "ten times as many",
        {"frame": "ratio", "value": 10.0, "unit": "x", "period": JULY, "baseline": "2024-07-01 to 2024-07-31"},
    ),
    (
        "In July Russia launched more than twice as many drones as in April.",
        "more than twice as many",
        {"frame": "ratio", "value": 2.0, "comparator": "gt", "baseline": "2025-04-01 to 2025-04-30"},
    ),
    (
        "In June Russian gains more than doubled from April.",
        "more than doubled",
        {"frame": "ratio", "value": 2.0, "comparator": "gt", "direction": "up", "period": JUNE},
    ),
    (
        "In August Russian gains halved compared with June.",
        "halved",
        {"frame": "ratio", "value": 2.0, "direction": "down", "period": AUGUST, "baseline": JUNE},
    ),
    (
        "Russia gained 44 percent less ground than in July.",
        "44 percent less",
        {"baseline": JULY, "doubt": "ambiguous_period"},
    ),
    (
        "Russia took 464 square kilometers in August and nearly doubled its June haul.",
        "nearly doubled",
        {"period": AUGUST, "baseline": JUNE},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_what_a_comparison_states(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(the(text, quote), **fields)


def test_half_as_fast_is_no_share() -> None:
    found = claims("Russia's army advanced half as fast in August as in July.")
    assert [c for c in found if c.frame == "share" and c.measure] == []


def test_what_the_defender_launched_is_compared_in_no_ledger() -> None:
    expect(the("Ukraine launched twice as many drones in July as in June.", "twice as many"), measure=None)
    expect(the("Russia launched twice as many drones in July as in June.", "twice as many"), measure="strikes.launched")


def test_the_period_behind_on_is_the_baseline_and_no_figures_own() -> None:
    text = "Russia launched 6,297 drones in July, up 16 percent on June and more than triple the total of July 2024."
    july = "2025-07-01 to 2025-07-31"
    expect(the(text, "16 percent"), period=july, baseline="2025-06-01 to 2025-06-30")
    expect(the(text, "more than triple"), period=july, baseline="2024-07-01 to 2024-07-31")


def test_times_a_months_number() -> None:
    text = "In July launches of drones were three times May's number."
    expect(
        the(text, "three times"), frame="ratio", baseline="2025-05-01 to 2025-05-31", period="2025-07-01 to 2025-07-31"
    )


def test_a_fall_by_a_multiple_goes_down() -> None:
    expect(the("Drone launches fell threefold between April and July.", "threefold"), direction="down")


def test_a_second_comparand_is_not_what_changed() -> None:
    text = (
        "The UN counted 2,514 civilians killed in 2025, a fifth above the 2,088 of 2024 and more than a quarter "
        "above 2023."
    )
    second = next(c for c in claims(text, "2026-01-20") if c.value == 25.0)
    assert second.inherited or str(second.period) == "2025-01-01 to 2025-12-31"


def test_a_change_without_a_weapon_after_drones_may_be_of_drones() -> None:
    text = "Russia launched 5,636 drones in September. In October it was 3 percent more."
    changes = [c for c in claims(text, "2025-11-02") if c.frame == "change"]
    assert changes and all(c.inherited or c.dimensions.get("weapon") == "drone" for c in changes)


def test_a_multiple_of_ground_held() -> None:
    text = "The rebels hold 5,000 square kilometres, twice as much as a year ago."
    expect(there(text, "twice as much"), measure="territory.held", period="2025-09-02", baseline="2024-09-02")


@pytest.mark.parametrize(
    "words", ["59 per cent, up from 51 in January", "59% (up from 51%)", "59 percent, down from about 62 percent"]
)
def test_a_share_that_has_moved_is_no_change(words: str) -> None:
    found = claims(f"The rate at which missiles were stopped in February was {words}.", "2026-03-05")
    assert not [c for c in found if c.frame == "change"]

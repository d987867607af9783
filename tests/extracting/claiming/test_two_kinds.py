"""Comparisons behind two kinds of weapons: of which are they?"""

from __future__ import annotations

import pytest

from ..said import expect, the

TWO = "In August Russia launched 3,120 drones and 190 missiles at Ukraine, "


@pytest.mark.parametrize(
    ("rest", "quote", "fields"),
    [
        ("the latter twice as many as in July.", "twice as many", {"weapon": "missile", "inherited": False}),
        ("the former up 12 per cent on July.", "12 per cent", {"weapon": "drone", "inherited": False}),
        ("twice as many as in July.", "twice as many", {"weapon": None, "inherited": True}),
        ("12 per cent more than in July.", "12 per cent more", {"weapon": None, "inherited": True}),
    ],
)
def test_a_comparison_is_of_the_kind_that_it_points_at(rest: str, quote: str, fields: dict[str, object]) -> None:
    claim = the(TWO + rest, quote)
    weapon = fields.pop("weapon")
    assert claim.dimensions.get("weapon") == weapon
    expect(claim, **fields)


def test_drones_of_the_front_line_are_in_no_bulletin_of_the_air_force() -> None:
    text = "Over the past day the enemy carried out 58 air strikes and used 2,610 kamikaze drones."
    assert the(text, "2,610 kamikaze drones").measure is None
    assert the("Overnight Russia launched 61 kamikaze drones.", "61 kamikaze drones").measure == "strikes.launched"

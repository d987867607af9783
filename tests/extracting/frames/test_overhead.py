"""Weapons by the place over which they were brought down."""

from __future__ import annotations

from ..said import claims, expect, the


def test_parts_over_the_attacker_s_ground_have_a_place_and_no_measure() -> None:
    text = "Overnight 83 Ukrainian UAVs were destroyed: 32 over Bryansk region and 21 over the Sea of Azov."
    expect(the(text, "32 over Bryansk region"), frame="part_of", measure=None, value=32.0, unit="drones")
    place = the(text, "21 over the Sea of Azov").place
    assert place is not None and place.name == "Sea of Azov"


def test_people_are_no_weapons() -> None:
    assert {c.unit for c in claims("Of 20 people killed on Sunday, 12 were in Lviv.")} == {"people"}

"""Parts: whether a figure is a part of another that the sentence, or the one before, states."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, the

ROW = "Russia launched 598 drones and 31 missiles overnight, "
PARTS: list[Any] = [
    (ROW + "of which Ukrainian defences dealt with 540 by fire.", "540", {"measure": "strikes.intercepted"}),
    (ROW + "of which crews dealt with 540 by fire and lost 23 from radar.", "23", {"measure": "strikes.lost"}),
    (ROW + "of which 563 and 26 respectively were destroyed.", "563", {"unit": "drones", "weapon": "drone"}),
    (ROW + "of which 563 and 26 respectively were destroyed.", "26", {"unit": "missiles", "weapon": "missile"}),
    ("Russia fired 598 drones overnight, 84 of which did not get through.", "84 of which", {"value": 84.0}),
    ("Of 598 drones launched overnight, 563 were shot down.", "563", {"measure": "strikes.intercepted"}),
    (
        "In August 4,132 drones were launched, 3,500 of which were destroyed, 400 jammed and 232 got through.",
        "400",
        {"measure": "strikes.lost"},
    ),
    (
        "The air force detected 117 air attack means on Monday night: 43 missiles and 74 drones.",
        "43 missiles",
        {"measure": "strikes.launched", "period": "2025-09-01"},
    ),
    (
        "The air force detected 117 air attack means on Monday night: 43 missiles and 74 drones.",
        "74 drones",
        {"measure": "strikes.launched", "period": "2025-09-01"},
    ),
    ("Russia sent 147 drones overnight, and ten drones got through.", "ten drones", {"measure": "strikes.through"}),
    (
        "Russia launched 598 drones overnight. Ukraine downed 540, and 25 more failed to reach their targets.",
        "25 more",
        {"measure": "strikes.lost"},
    ),
]


@pytest.mark.parametrize(("text", "quote", "wanted"), PARTS)
def test_parts(text: str, quote: str, wanted: dict[str, Any]) -> None:
    part = the(text, quote)
    expect(part, frame="part_of", **wanted)
    assert part.anchor is not None


def test_parts_in_a_row_have_one_whole() -> None:
    text = ROW + "of which crews dealt with 540 by fire and lost 23 from radar."
    assert the(text, "540").anchor == the(text, "31 missiles").id
    assert the(text, "23").anchor == the(text, "540").anchor


@pytest.mark.parametrize("joint", ["out of", "of", "of the"])
def test_a_count_out_of_another(joint: str) -> None:
    text = f"Ukraine shot down 97 {joint} 147 drones overnight."
    expect(the(text, "97"), frame="part_of", measure="strikes.intercepted", unit="drones", value=97.0)
    expect(the(text, "147 drones"), frame="level", measure="strikes.launched", value=147.0)


def test_a_count_with_its_own_noun_and_verb_is_no_part() -> None:
    text = "Russia sent 412 drones overnight, it said, adding that 389 drones and 11 missiles were brought down."
    expect(the(text, "389 drones"), frame="level", measure="strikes.intercepted")
    expect(the(text, "11 missiles"), frame="level", measure="strikes.intercepted")


def test_a_verb_behind_of_which_says_nothing_of_the_whole() -> None:
    text = "Sunday set a record: 810 drones and 13 missiles, of which 747 and four were stopped, the Air Force said."
    expect(the(text, "810 drones"), measure="strikes.launched")
    expect(the(text, "four"), frame="part_of", measure="strikes.intercepted", unit="missiles")


def test_wholes_behind_out_of_were_not_shot_down() -> None:
    text = "Overnight on August 28 crews downed 26 missiles and 563 drones out of 31 and 598 respectively."
    expect(the(text, "31"), measure="strikes.launched", unit="missiles")
    expect(the(text, "598"), measure="strikes.launched", unit="drones")


def test_a_part_of_ground_and_its_region() -> None:
    text = "Of the 464 sq km taken in August, 250 are in Donetsk region."
    expect(the(text, "464 sq km"), frame="level", place=None)
    expect(the(text, "250"), frame="part_of", measure="territory.net_change", place="UA-14")


def test_a_part_of_other_things_is_of_no_ledger() -> None:
    text = "Russia holds 19 percent of Ukraine and all but two of the coal mines there."
    expect(the(text, "two of the coal mines"), frame="part_of", measure=None, noun="coal mines")


def test_weapons_named_without_a_number() -> None:
    text = "Monday's was the biggest drone attack of the year, with 268 of them, 55 percent of which were intercepted."
    expect(the(text, "268 of them"), frame="level", unit="drones", weapon="drone", inherited=True)
    expect(the(text, "55 percent"), frame="share", measure="strikes.intercepted", weapon="drone", period="2025-09-01")


def test_targets_that_were_struck_fly_nowhere() -> None:
    assert all(c.measure is None for c in claims("Drones struck 40 targets overnight."))


def test_them_that_may_be_villages_are_no_sure_kilometres() -> None:
    text = "Moscow's troops took 15 villages and 464 sq km in August, 12 of them in Donetsk region."
    expect(the(text, "12 of them"), inherited=True)

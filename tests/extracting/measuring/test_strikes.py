"""Strikes: launched, shot down, lost or got through, and by whom."""

from __future__ import annotations

import pytest

from ..said import elsewhere, expect, the, there

NIGHT = " on the night of August 27-28."
CASES = [
    ("Russia launched 598 drones", "598 drones", "strikes.launched"),
    ("Ukraine was attacked by 598 drones", "598 drones", "strikes.launched"),
    ("The raid involved 598 drones", "598 drones", "strikes.launched"),
    ("Air defenses shot down 563 drones", "563 drones", "strikes.intercepted"),
    ("Crews brought down 563 drones", "563 drones", "strikes.intercepted"),
    ("Crews destroyed or suppressed 563 drones", "563 drones", "strikes.intercepted"),
    ("Some 415 drones were jammed or lost", "Some 415 drones", "strikes.lost"),
    ("Some 22 drones got through", "Some 22 drones", "strikes.through"),
    ("Some 22 of the 598 drones launched got through", "Some 22", "strikes.through"),
    (
        "Out of 598 drones and 31 missiles launched, 563 drones and 26 missiles were stopped",
        "563 drones",
        "strikes.intercepted",
    ),
    (
        "Of 598 drones and 31 missiles sent, 563 drones and 26 missiles had been downed",
        "563 drones",
        "strikes.intercepted",
    ),
    (
        "The Air Force counted 598 drones and 31 missiles, and 563 drones were shot down",
        "598 drones",
        "strikes.launched",
    ),
    (
        "The Air Force counted 598 drones and 31 missiles, and 94 percent of the drones were shot down",
        "598 drones",
        "strikes.launched",
    ),
    (
        "Russia fired 31 missiles, including nine Iskander-Ms, seven of which were shot down",
        "nine Iskander-Ms",
        "strikes.launched",
    ),
    (
        "Russia fired 31 missiles, including nine Iskander-Ms, seven of which were shot down",
        "seven of which",
        "strikes.intercepted",
    ),
    ("Ukraine failed to stop anything but the 22 drones that were intercepted", "22 drones", "strikes.intercepted"),
    ("Crews downed all but 35 of the 598 drones", "35", "strikes.through"),
    ("Crews downed all but 35 of the 598 drones", "598 drones", "strikes.launched"),
    # of nobody's ledger
    ("Kyiv launched 120 drones", "120 drones", None),
    ("Ukrainian forces fired 120 drones at Moscow", "120 drones", None),
    ("Russia lost 430 drones", "430 drones", None),
    ("Russia shot down 120 Ukrainian drones", "120 Ukrainian drones", None),
    ("Some 54 drones were shot down over Krasnodar region", "Some 54 drones", None),
    ("Some 54 drones were shot down over Russia", "Some 54 drones", None),
    ("The governor of Sumy region said that 18 drones were shot down", "18 drones", None),
    ("Some 80 drones struck the city", "Some 80 drones", None),
    ("Ukraine received 30 Patriot missiles", "30 Patriot missiles", None),
    ("Factories produced 2,700 drones", "2,700 drones", None),
    ("Russia dropped 140 glide bombs", "140 glide bombs", None),
    ("Poland counted 19 drones in its airspace", "19 drones", None),
    ("Crews brought 563 drones down", "563 drones", "strikes.intercepted"),
    ("Over Russia, 112 drones were shot down", "112 drones", None),
    ("Russia said it downed 140 drones", "140 drones", None),
    ("The Air Force counted 598 drones, and shot down 563", "598 drones", "strikes.launched"),
]


@pytest.mark.parametrize(("text", "quote", "measure"), CASES)
def test_measure_of_weapons(text: str, quote: str, measure: str | None) -> None:
    expect(the(text + NIGHT, quote), measure=measure)


def test_landed_is_not_launched() -> None:
    expect(the("Some 54 drones struck 37 places on August 28.", "Some 54 drones"), measure="strikes.through")
    expect(the("Some 540 drones hit Ukraine on August 28.", "Some 540 drones"), measure="strikes.launched")


def test_an_undated_night_is_doubted_and_not_guessed() -> None:
    claim = the("Russia launched 598 drones.", "598 drones")
    expect(claim, measure="strikes.launched", period=None, doubt="ambiguous_period")


@pytest.mark.parametrize(
    ("text", "quote", "measure"),
    [
        ("Air defences brought down 11 of the 15 drones that the militia launched at the port.", "11", "intercepted"),
        ("Forty drones were launched at the city overnight.", "Forty drones", "launched"),
        ("The militia attacked the port with 14 drones, the army said.", "14 drones", "launched"),
    ],
)
def test_strikes_where_no_theatre_names_the_sides(text: str, quote: str, measure: str) -> None:
    expect(there(text, quote), measure=f"strikes.{measure}")


@pytest.mark.parametrize("text", ["The rocket force launched 18 drones at Najran.", "The allies fired 18 missiles."])
def test_what_an_attacker_says_it_fired_is_no_count_of_strikes(text: str) -> None:
    assert [c.measure for c in elsewhere(text)] == [None]


def test_a_tally_of_equipment_is_no_count_of_strikes() -> None:
    expect(the("Since May 653 warplanes, 4,300 UAVs and 214 tanks were destroyed.", "4,300 UAVs"), measure=None)


def test_where_drones_come_from_is_not_where_they_go() -> None:
    found = the("Russia launched 121 drones overnight from the directions of Kursk and Oryol.", "121 drones")
    expect(found, measure="strikes.launched")


def test_where_people_died_is_not_where_the_drones_flew() -> None:
    text = "Russia pounded Ukraine overnight with 675 drones, killing at least 14 people in the capital."
    expect(the(text, "675 drones"), measure="strikes.launched")
    text = "Russia hit the capital overnight with 675 drones, killing at least 14 people."
    expect(the(text, "675 drones"), measure=None)

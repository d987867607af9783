"""What a number without a noun counts: the subject of its clause, a list, a verb."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, the, unread

AUGUST, JULY, JUNE = "2025-08-01 to 2025-08-31", "2025-07-01 to 2025-07-31", "2025-06-01 to 2025-06-30"
CASES: list[Any] = [
    ("Drones launched in August numbered 4,132.", "4,132", {"unit": "drones", "weapon": "drone", "period": AUGUST}),
    ("Launches of drones came to 4,132 in August.", "4,132", {"unit": "drones", "period": AUGUST}),
    ("In August Russian drone launches reached 4,150.", "4,150", {"unit": "drones", "period": AUGUST}),
    (
        "Open sources show that in August launches of missiles slid to 158.",
        "158",
        {"unit": "missiles", "weapon": "missile", "period": AUGUST},
    ),
    ("Missile launches in August, at 158, were few.", "158", {"unit": "missiles", "period": AUGUST}),
    ("Drone launches climbed in June, to 5,438.", "5,438", {"unit": "drones", "period": JUNE}),
    ("The number of missiles fired in July, 198, was higher.", "198", {"unit": "missiles", "period": JULY}),
    (
        "In August drone launches fell to 4,132, while missiles more than doubled to 358.",
        "358",
        {"unit": "missiles", "weapon": "missile", "period": AUGUST},
    ),
]


@pytest.mark.parametrize(("text", "quote", "wanted"), CASES)
def test_the_subject_says_what_is_counted(text: str, quote: str, wanted: dict[str, Any]) -> None:
    expect(the(text, quote), frame="level", measure="strikes.launched", **wanted)


HARM: list[Any] = [
    ("In July the number of civilians killed, 286, was the highest.", "286", {"population": "civilians"}),
    ("Killings of civilians fell in August, to 208.", "208", {"population": "civilians", "period": AUGUST}),
]


@pytest.mark.parametrize(("text", "quote", "wanted"), HARM)
def test_harm_that_is_the_subject(text: str, quote: str, wanted: dict[str, Any]) -> None:
    expect(the(text, quote), measure="casualties.killed", unit="people", **wanted)


NOT_WEAPONS = [
    "The number of regions hit by drones rose to 12 in August.",
    "The share of drones shot down rose to 90 in August.",
    "In August the price of missiles fell to 158.",
    "Regions without drones numbered 14 in August.",
]


@pytest.mark.parametrize("text", NOT_WEAPONS)
def test_weapons_that_are_not_the_head_of_the_subject_count_nothing(text: str) -> None:
    assert [c for c in claims(text) if c.value is not None and c.measure == "strikes.launched"] == []


def test_launches_of_what_is_not_said_are_a_guess() -> None:
    expect(the("Launches reached 6,297 in July.", "6,297"), measure="strikes.launched", inherited=True)


def test_a_mean_of_the_subject_is_a_rate_and_so_is_what_it_is_set_against() -> None:
    text = "In August the nightly average slipped to 133 drones, against 203 in July."
    expect(the(text, "133 drones"), frame="rate", unit="drones/night", period=AUGUST)
    expect(the(text, "203"), frame="rate", unit="drones/night", period=JULY)


def test_a_rate_is_not_carried_to_another_weapon() -> None:
    text = "In August the nightly average slipped to 133 drones, but missiles rose to 158."
    expect(the(text, "158"), frame="level", unit="missiles")


def test_a_carried_rate_of_ground() -> None:
    text = "Russian troops took 15 sq km a day in August, compared with 18 in July."
    expect(the(text, "18"), frame="rate", unit="km2/day", measure="territory.net_change", period=JULY)


def test_what_has_since_fallen_is_of_another_time_and_never_refuted() -> None:
    text = "Russian drone launches peaked at 6,297 in July and have since fallen to 4,132."
    expect(the(text, "6,297"), inherited=False, period=JULY)
    expect(the(text, "4,132"), inherited=True)


def test_two_sources_may_give_two_figures_of_one_time() -> None:
    text = "Russian forces captured 464 square kilometres in August, AFP found; DeepState reported just 440."
    expect(the(text, "440"), measure="territory.net_change", period=AUGUST, inherited=False)


def test_years_ago_are_no_rate() -> None:
    found = claims("Russia held 65 a year ago.")
    assert all(c.frame != "rate" for c in found) and all(
        "rate" not in u.why for u in unread("Russia held 65 a year ago.")
    )

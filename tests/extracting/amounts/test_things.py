"""What an amount counts."""

from __future__ import annotations

import pytest

from dateline.extracting.amounts import quantities
from dateline.extracting.amounts.things import Thing, thing

from ..said import WORDS


def counted(text: str) -> Thing:
    found, _ = quantities.amounts(text)
    stop = found[1].start if len(found) > 1 else len(text)
    return thing(text, found[0], stop, WORDS)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("14 square kilometers fell", "km2"),
        ("14 square kilometres fell", "km2"),
        ("14 sq km fell", "km2"),
        ("14 km² fell", "km2"),
        ("5 square miles fell", "sqmi"),
        ("a 14-square-kilometer strip", "km2"),
        ("900 hectares fell", "ha"),
    ],
)
def test_areas(text: str, unit: str) -> None:
    found = counted(text)
    assert (found.kind, found.unit) == ("area", unit)


@pytest.mark.parametrize(
    ("text", "weapon", "unit"),
    [
        ("40 drones came", "drone", "drones"),
        ("40 attack drones came", "drone", "drones"),
        ("40 Shahed drones came", "shahed", "drones"),
        ("40 UAVs came", "drone", "drones"),
        ("nine Iskander ballistic missiles came", "iskander_m", "missiles"),
        ("nine Kh-101 cruise missiles came", "kh_101", "missiles"),
        ("nine ballistic and cruise missiles came", "missile", "missiles"),
        ("nine missiles came", "missile", "missiles"),
        ("367 drones and missiles came", None, "weapons"),
        ("367 aerial targets came", None, "weapons"),
        ("367 weapons came", None, "weapons"),
        ("12 glide bombs fell", "bomb", "weapons"),
    ],
)
def test_weapons(text: str, weapon: str | None, unit: str) -> None:
    found = counted(text)
    assert (found.kind, found.weapon, found.unit, found.own) == ("weapon", weapon, unit, False)


@pytest.mark.parametrize("text", ["170 Ukrainian drones", "20 Patriot missiles", "five ATACMS missiles"])
def test_the_defenders_own_weapons(text: str) -> None:
    assert counted(text).own


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("12 civilians died", "civilians"),
        ("12 civilian deaths", "civilians"),
        ("12 people died", "all"),
        ("12 soldiers died", "military"),
        ("12 children died", "subset"),
        ("12 injured", "all"),
    ],
)
def test_people(text: str, population: str) -> None:
    found = counted(text)
    assert (found.kind, found.population) == ("people", population)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("40 of them fell", "weapon_or_anchor"),
        ("40 were hit", "bare"),
        ("40 kilometers on", "other"),
        ("40 settlements fell", "other"),
        ("40 nights on", "time"),
        ("three consecutive nights", "time"),
    ],
)
def test_other_kinds(text: str, kind: str) -> None:
    assert counted(text).kind in kind


def test_a_part_of_what_was_named_before() -> None:
    assert counted("40 of those drones fell").of_them
    assert counted("40 of them fell").of_them
    assert not counted("40 drones fell").of_them


@pytest.mark.parametrize(
    "text",
    [
        "They shot down 40 drones.",
        "They hurt 12 people, he said.",
        "They killed 12 soldiers.",
        "They counted 952 injured.",
    ],
)
def test_the_noun_ends_before_the_mark(text: str) -> None:
    assert text[: counted(text).end][-1].isalpha()


@pytest.mark.parametrize(
    ("text", "kind", "noun"),
    [
        ("a 40-drone raid", "weapon", "drone"),
        ("a 12-missile salvo", "weapon", "missile"),
        ("a 15-wave drone attack", "other", "wave"),
        ("a 300-strong force", "other", "force"),
        ("it cost $40 million", "other", "$40 million"),
        ("it cost $40 million for 12 drones", "other", "$40 million"),
    ],
)
def test_the_noun_tied_by_a_hyphen_is_what_is_counted(text: str, kind: str, noun: str) -> None:
    assert (counted(text).kind, counted(text).noun) == (kind, noun)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They saw 41 cargo flights landing at night.", "cargo flights"),
        ("They took 31 mercenaries prisoner.", "mercenaries"),
        ("They counted 11 artillery hits there.", "artillery hits"),
        ("Three hundred bakeries changed hands.", "bakeries"),
        ("They found 12 landing craft.", "landing craft"),
    ],
)
def test_the_noun_ends_before_what_is_done_to_it(text: str, noun: str) -> None:
    assert counted(text).noun == noun


def test_a_time_of_day_is_no_noun() -> None:
    assert counted("Raids wounded 171 overnight.").kind == "bare"

"""A few of some thing, bare numbers that go on with a count before, and numbers that are no range."""

from __future__ import annotations

import pytest

from ..said import elsewhere, quotes, the, there


@pytest.mark.parametrize(
    ("text", "quote", "value", "noun"),
    [
        ("The brigade burned 30 lorries, 12 jeeps and four howitzers.", "four howitzers", 4.0, "howitzers"),
        ("Rebels seized three villages on Monday.", "three villages", 3.0, "villages"),
        ("Hits were recorded at nine locations.", "nine locations", 9.0, "locations"),
        ("The rebels took 14 towns and lost three.", "three", 3.0, "towns"),
        ("Of 20 villages, the rebels hold seven.", "seven", 7.0, "villages"),
        ("The rebels hold eleven of 20 villages.", "eleven", 11.0, "villages"),
        ("Fourteen of Rakhine's 17 townships are lost.", "Fourteen", 14.0, "townships"),
        ("The army gave up two of Homs's bridges.", "two of Homs's bridges", 2.0, "bridges"),
        ("They come in groups of four or five.", None, None, None),
        ("Medics in four villages said so.", None, None, None),
        ("The three allies met.", None, None, None),
    ],
)
def test_a_few_of_some_thing(text: str, quote: str | None, value: float, noun: str) -> None:
    if quote is None:
        assert not [c for c in elsewhere(text) if c.value is not None and c.noun]
        return
    found = there(text, quote)
    assert (found.value, found.noun, found.measure) == (value, noun, None)


def test_a_number_with_a_clause_of_its_own_goes_on_with_the_things_before() -> None:
    found = the("Russia launched 98 drones; one is still in the air.", "one")
    assert (found.value, found.unit, found.measure, found.inherited) == (1.0, "drones", None, True)


@pytest.mark.parametrize(
    ("text", "quote", "value", "ends"),
    [
        ("Three to five drones were launched.", "Three to five drones", 4.0, (3.0, 5.0)),
        ("A hundred and twenty drones were launched.", "A hundred and twenty drones", 120.0, (None, None)),
        ("Fifty-one drones were shot down.", "Fifty-one drones", 51.0, (None, None)),
        ("A quarter of a million people fled.", "A quarter of a million people", 250000.0, (None, None)),
        ("In the past day 5,912 people fled.", "5,912 people", 5912.0, (None, None)),
        ("Officials said that one person was killed.", "one person", 1.0, (None, None)),
        ("A pair of missiles was shot down.", "A pair of missiles", 2.0, (None, None)),
    ],
)
def test_how_many(text: str, quote: str, value: float, ends: tuple[float | None, float | None]) -> None:
    found = the(text, quote)
    assert (found.value, found.low, found.high) == (value, *ends)


def test_how_far_a_toll_rose_and_where_it_came_to_are_two_figures() -> None:
    text = "The toll rose by 43 to 34,305."
    assert there(text, "43").frame == "change"
    assert there(text, "34,305").value == 34305.0


def test_handed_over_is_no_bound() -> None:
    assert there("The group handed over 14 coffins.", "14 coffins").comparator == "eq"


def test_not_one_is_no_one() -> None:
    assert "one" not in quotes("Not one of the missiles was shot down.")


def test_from_one_share_to_another_nothing_fell_by_the_first() -> None:
    frames = {c.frame for c in elsewhere("The share fell from 91 percent in June to 86 percent in August.")}
    assert "change" not in frames


def test_those_captured_are_not_killed() -> None:
    found = there("Six soldiers died and eight were captured.", "eight")
    assert (found.value, found.measure) == (8.0, None)


def test_a_weekday_beside_a_part_of_the_day() -> None:
    found = the("The strike late on Tuesday, August 26, killed 24.", "Tuesday, August 26")
    assert (found.frame, str(found.period)) == ("weekday", "2025-08-26")


@pytest.mark.parametrize("text", [
    "They seek to take the whole of Darfur by the end of the year.",
    "The capture of the city would take until at least 2027.",
])  # fmt: skip
def test_plans_and_forecasts_without_a_figure(text: str) -> None:
    assert next(c.frame for c in elsewhere(text)) in ("plan", "prediction")

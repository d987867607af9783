"""Numbers without a thing: rows of figures, "of those", and what is guessed."""

from __future__ import annotations

import pytest

from ..said import claims, expect, the

NIGHT = "On the night of August 27-28, Russia launched 598 drones and 31 missiles."


def test_of_them_is_a_part_of_the_figure_before() -> None:
    text = "On the night of August 27-28, Russia launched 598 drones. Of them, 563 were shot down."
    whole, part = the(text, "598 drones"), the(text, "563")
    expect(part, frame="part_of", measure="strikes.intercepted", period="2025-08-28", weapon="drone", anchor=whole.id)


def test_a_bare_number_after_weapons_counts_them() -> None:
    text = "Air defenses shot down 563 drones on August 28, and 22 got through."
    expect(the(text, "22"), measure="strikes.through", unit="drones", weapon="drone", period="2025-08-28")


def test_a_list_carries_its_measure_and_each_figure_its_month() -> None:
    text = "Russian troops occupied 556 square kilometers in June, 564 in July and 464 in August."
    found = {c.quote.exact: (c.measure, str(c.period)) for c in claims(text)}
    assert found == {
        "556 square kilometers": ("territory.net_change", "2025-06-01 to 2025-06-30"),
        "564": ("territory.net_change", "2025-07-01 to 2025-07-31"),
        "464": ("territory.net_change", "2025-08-01 to 2025-08-31"),
    }


def test_a_total_is_what_its_parts_are() -> None:
    text = "The total for August was 4,290, namely 4,132 drones and 158 missiles, launched by Russia."
    expect(the(text, "4,290"), measure="strikes.launched", unit="weapons", weapon=None)


def test_a_number_whose_noun_stands_before_it() -> None:
    text = "The number of civilians killed in July rose to 286."
    expect(the(text, "286"), measure="casualties.killed", population="civilians")


def test_that_attack_is_of_the_night_before() -> None:
    text = "Russia launched 598 drones on the night of August 27-28. That attack killed four people in Kyiv."
    expect(the(text, "four people"), period="2025-08-28", place="UA-30")


def test_figures_in_other_units_are_not_counted_twice() -> None:
    text = "Russian forces took 464 square kilometers (179 square miles) in August."
    assert [c.quote.exact for c in claims(text)] == ["464 square kilometers"]


@pytest.mark.parametrize(
    ("rest", "quote", "fields"),
    [
        (" Of those, 589 were shot down.", "589", {"unit": "weapons", "weapon": None}),
        (" Of the 598 drones, 563 were shot down.", "563", {"unit": "drones", "weapon": "drone"}),
        (" Of those, 563 and 26 were shot down.", "26", {"unit": "missiles", "weapon": "missile"}),
    ],
)
def test_parts_of_a_row(rest: str, quote: str, fields: dict[str, str | None]) -> None:
    expect(the(NIGHT + rest, quote), measure="strikes.intercepted", period="2025-08-28", **fields)


def test_a_guess_says_so() -> None:
    text = "Russia launched 598 drones and 31 missiles overnight. Later 589 were shot down."
    assert the(text, "589").inherited
    assert not the(text, "598 drones").inherited


def test_of_which_were_of_a_kind() -> None:
    text = "Russia launched 598 drones on August 28, of which about 300 were Shaheds."
    expect(the(text, "about 300"), weapon="shahed")

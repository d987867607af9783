"""Figures of one or some of a period's nights, which are no count of all of it."""

from __future__ import annotations

import pytest

from ..said import expect, the

AUGUST = "2025-08-01 to 2025-08-31"


@pytest.mark.parametrize(("text", "granularity"), [
    ("On two nights in August Russia launched more than 210 drones.", "night"),
    ("Twice in August Russia launched more than 210 drones.", "night"),
    ("In August Russia carried out four raids of more than 210 drones each.", "night"),
    ("In August, over three consecutive nights, Russia launched more than 210 drones.", None),
    ("In August Russia launched more than 210 drones.", None),
    ("In August Russia launched more than 210 drones, three times more than before.", None),
])  # fmt: skip
def test_of_some_nights(text: str, granularity: str | None) -> None:
    expect(the(text, "more than 210 drones"), period=AUGUST, granularity=granularity)


def test_of_as_many_nights_as_there_are() -> None:
    text = "Between August 28 and 30, on three nights, Russia launched more than 210 drones."
    expect(the(text, "more than 210 drones"), period="2025-08-28 to 2025-08-30", granularity=None)


@pytest.mark.parametrize(("text", "quote", "measure"), [
    ("In August up to 210 drones a night were launched.", "up to 210 drones a night", None),
    ("Between 21 and 210 drones a night were launched in August.", "Between 21 and 210 drones a night", None),
    ("On average up to 210 drones a night were launched in August.", "up to 210 drones a night", "strikes.launched"),
    ("In August 210 drones a night were launched.", "210 drones a night", "strikes.launched"),
    ("In August Russia was able to launch 210 drones a night.", "210 drones a night", None),
])  # fmt: skip
def test_the_most_of_the_nights_is_no_average(text: str, quote: str, measure: str | None) -> None:
    expect(the(text, quote), frame="rate", measure=measure)


@pytest.mark.parametrize("compared", [
    "more than twice as many as in April", "about twice the number of May", "three times as many as in March",
    "twice its figure for April",
])  # fmt: skip
def test_how_many_times_as_many_is_no_number_of_nights(compared: str) -> None:
    read = the(f"In July, Russia launched almost 6,300 drones, {compared}.", "almost 6,300 drones")
    expect(read, measure="strikes.launched", period="2025-07-01 to 2025-07-31")
    assert "granularity" not in read.dimensions

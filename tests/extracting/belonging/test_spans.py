"""Times that a claim takes from the claim that it is said of."""

from __future__ import annotations

import pytest

from ..said import elsewhere, the


@pytest.mark.parametrize(
    ("text", "start", "period"),
    [
        ("In the last nine days 212 people were killed, or 24 a day, the worst losses since 2021.", "worst",
         "2025-08-25 to 2025-09-02"),
        ("Lorries carrying 300 tonnes of flour crossed on Monday, the largest convoy of the war.", "largest",
         "2025-09-01"),
    ],
)  # fmt: skip
def test_a_record_is_of_its_figure(text: str, start: str, period: str | None) -> None:
    found = next(c for c in elsewhere(text) if start in c.quote.exact)
    assert (str(found.period) if found.period else None) == period


NIGHTS = (
    "For the third night in a row not one ballistic missile was fired, the air force said on Tuesday, and drones"
    " averaged 90 a night."
)


@pytest.mark.parametrize("quote", ["not one ballistic missile", "90 a night"])
def test_none_came_in_all_the_nights_of_a_streak(quote: str) -> None:
    found = the(NIGHTS, quote)
    assert (str(found.period), found.inherited) == ("2025-08-31 to 2025-09-02", True)


def test_a_number_that_holds_for_each_night_is_of_the_last() -> None:
    text = "For a third night in a row Russia sent more than 300 drones, the air force said on Tuesday."
    assert str(the(text, "more than 300 drones").period) == "2025-09-02"

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


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("The raids killed 30 and wounded more than ten on Sunday.", "30", "2025-08-31"),
        ("The raids killed 30 and wounded fewer than ten on Sunday, the mayor said.", "30", "2025-08-31"),
        # what is compared with has its own day
        ("The raids killed 44 people, more than the 30 on Sunday.", "44 people", None),
        ("Raids killed 30 people overnight, the ministry said, calling Monday's blast the worst yet.", "30 people",
         "2025-09-02"),
        ("Raids killed 30 people overnight to Monday.", "30 people", "2025-09-01"),
        ("Raids killed 44 people overnight, more than the 30 on Sunday.", "44 people", "2025-09-02"),
        ("Raids killed 30 people in August, which left 210 people dead since May.", "210 people dead",
         "2025-05-01 to 2025-09-02"),
    ],
)  # fmt: skip
def test_the_day_is_that_of_the_figures_it_stands_behind(text: str, quote: str, period: str | None) -> None:
    found = [c for c in elsewhere(text) if c.quote.exact == quote]
    assert [str(c.period) if c.period else None for c in found] == [period]


def test_a_part_is_of_the_noun_of_its_whole() -> None:
    text = "Buses carried more than 300 prisoners away, 54 of them into exile."
    assert next(c for c in elsewhere(text) if c.quote.exact.startswith("54")).noun == "prisoners"


def test_more_than_a_month_is_more() -> None:
    text = "More than a month after rebels entered it, Kosti is cut off."
    [found] = [c for c in elsewhere(text) if c.frame == "elapsed"]
    assert (found.value, found.comparator) == (1.0, "gt")


def test_a_part_of_the_dead_makes_no_population_of_the_rest() -> None:
    text = (
        "More than 900 people, a third of them civilians, died in Homs in May, one of the deadliest months of the war."
    )
    found = next(c for c in elsewhere(text) if c.frame == "rank")
    assert "population" not in found.dimensions

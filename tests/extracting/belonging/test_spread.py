"""Figures of each of several stretches or places, or of one of them, and how far running tolls rose."""

from __future__ import annotations

import pytest

from ..said import claims, expect, gaza, the


@pytest.mark.parametrize(("text", "quote"), [
    ("In each month of 2024, more than 90 civilians were killed.", "more than 90 civilians"),
    ("On most days in July Russian troops took more than 9 square kilometres.", "more than 9 square kilometres"),
    ("In two months of 2024 Russian troops took less than 90 square kilometres.", "less than 90 square kilometres"),
    ("Russian troops took over 90 square kilometres in five of the 12 months of 2024.", "90 square kilometres"),
    ("On the worst day in July, 90 civilians were killed.", "90 civilians"),
    ("In a single week in July Russian troops took 90 square kilometres.", "90 square kilometres"),
    ("Each of the two regions lost more than 90 square kilometres in July.", "more than 90 square kilometres"),
    ("The two regions lost 90 square kilometres apiece in July.", "90 square kilometres"),
    ("In one week of July Russia launched 900 drones.", "900 drones"),
    ("Over a single week in mid-July Russia launched more than 900 drones.", "more than 900 drones"),
    ("In the space of three days in July Russia launched over 900 drones.", "over 900 drones"),
    ("Russian troops took up to 19 square kilometres a day in July.", "up to 19 square kilometres a day"),
])  # fmt: skip
def test_no_sum_over_all_of_them_answers_it(text: str, quote: str) -> None:
    assert the(text, quote).doubt == "undefined_term"


@pytest.mark.parametrize(("text", "quote"), [
    ("In July Russian troops took 90 square kilometres.", "90 square kilometres"),
    ("In the first three months of 2024 Russian troops took 90 square kilometres.", "90 square kilometres"),
    ("In the last week of July Russian troops took 90 square kilometres.", "90 square kilometres"),
    ("Over six months of fighting in 2024, Russian troops took 90 square kilometres.", "90 square kilometres"),
    ("Russian troops took 9 square kilometres a day in July.", "9 square kilometres a day"),
    ("In one month, July, Russia launched 900 drones.", "900 drones"),
    ("In the week to 13 July Russia launched 900 drones.", "900 drones"),
    ("In July 90 civilians were killed, most of them in one week of August.", "90 civilians"),
])  # fmt: skip
def test_what_is_of_all_days_is_left_alone(text: str, quote: str) -> None:
    assert the(text, quote).doubt is None


def test_a_toll_that_rose_in_a_month_counts_the_dead_of_the_month() -> None:
    risen, total = gaza("In July the death toll in Gaza rose by 900 to 60,200, the ministry said.")
    expect(risen, frame="level", measure="casualties.killed", value=900.0, period="2025-07-01 to 2025-07-31")
    expect(total, frame="level", measure="casualties.killed", value=60200.0, period="2023-10-07 to 2025-07-31")


def test_a_toll_above_that_of_another_year_is_a_change() -> None:
    text = "In 2024 the civilian death toll rose by 90 people compared with 2023."
    expect(the(text, "90"), frame="change", period="2024-01-01 to 2024-12-31")


def test_what_an_average_is_compared_with_is_no_month() -> None:
    found = the("Russia took 90 square kilometres in May, twice what it took in an average month.", "twice")
    assert (found.frame, found.baseline, found.doubt) == ("ratio", None, "ambiguous_period")


@pytest.mark.parametrize(("text", "quote", "period"), [
    ("Russia took 90 square kilometres in May and 70 square kilometres the month after.", "70 square kilometres",
     "2025-06-01 to 2025-06-30"),
    ("Gains fell for the second month running: 90 square km in June, 80 in July.", "for the second month running",
     "2025-06-01 to 2025-07-31"),
    ("Russia took ground in each of the last six months of 2024.", "in each of the last six months",
     "2024-07-01 to 2024-12-31"),
])  # fmt: skip
def test_when_it_was(text: str, quote: str, period: str) -> None:
    expect(the(text, quote), period=period)


def test_each_figure_of_a_list_says_how_far_the_held_area_grew() -> None:
    text = "The occupied area grew by 90 km2 in May, 80 km2 in June and 70 km2 in July."
    for quote in ("90 km2", "80 km2", "70 km2"):
        expect(the(text, quote), measure="territory.net_change")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The land seized in 2024 amounts to 0.6 percent of Ukraine.", "territory.net_change"),
        ("The land occupied by the end of 2024 amounts to 18 percent of Ukraine.", "territory.held"),
    ],
)
def test_a_share_of_the_country_that_was_taken_and_one_that_is_held(text: str, measure: str) -> None:
    assert [c.measure for c in claims(text) if c.frame == "share"] == [measure]


def test_a_mark_that_a_running_toll_passed() -> None:
    text = "The death toll in Gaza passed 60,000 in July, the ministry said."
    [found] = gaza(text)
    assert (found.doubt, str(found.period)) == ("undefined_term", "2023-10-07 to 2025-07-31")
    [reached] = gaza("The death toll in Gaza reached 60,034 on 29 July, the ministry said.")
    expect(reached, value=60034.0, period="2023-10-07 to 2025-07-29", doubt=None)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("In July, 90 km2 came under Russian control.", "territory.net_change"),
        ("By the end of July, 116,000 km2 had come under Russian control.", "territory.held"),
    ],
)
def test_what_came_under_control(text: str, measure: str) -> None:
    assert [c.measure for c in claims(text)] == [measure]


def test_a_heading_is_no_source() -> None:
    assert the("Russia's gains: 90 km2 in July.", "90 km2").attribution is None
    assert the("General Staff: 90 km2 taken in July.", "90 km2").attribution is not None


@pytest.mark.parametrize(("text", "quote"), [
    ("On a single day in July Russia launched more than 500 drones.", "more than 500 drones"),
    ("During one 24-hour stretch in July more than 500 drones came.", "more than 500 drones"),
    ("On its busiest night of July Russia launched over 500 drones.", "over 500 drones"),
])  # fmt: skip
def test_of_one_day_of_a_month_each_night_is_asked(text: str, quote: str) -> None:
    expect(the(text, quote), granularity="night", period="2025-07-01 to 2025-07-31")

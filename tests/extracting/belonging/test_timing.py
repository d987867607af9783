"""Which of a sentence's periods is a figure's own, and which it is compared with."""

from __future__ import annotations

import pytest

from ..said import expect, the, there

AUGUST, JULY = "2025-08-01 to 2025-08-31", "2025-07-01 to 2025-07-31"


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("In August Russia took 464 square kilometers.", "464 square kilometers", AUGUST),
        ("Russia took 464 square kilometers in August.", "464 square kilometers", AUGUST),
        ("Russia launched 598 drones on Sunday. The next day it launched 537 drones.", "537 drones", None),
        ("Russia launched 598 drones on Sunday. Recently it launched 537 drones.", "537 drones", None),
        ("Russia launched 598 drones on Sunday. Two weeks ago, it launched 537 drones.", "537 drones", None),
        ("Russia launched 598 drones on Sunday. In 48 hours it launched 537 drones.", "537 drones", None),
        ("Now, in August, Russia launched 4,132 drones.", "4,132 drones", AUGUST),
        ("Russia launched 598 drones on August 30 and 31.", "598 drones", "2025-08-30 to 2025-08-31"),
        ("Russia launched 598 drones in the last quarter of 2024.", "598 drones", "2024-10-01 to 2024-12-31"),
        ("Russia, at war since 2014, launched 4,132 drones in August.", "4,132 drones", AUGUST),
        ("Three days ago Russia launched 598 drones.", "598 drones", "2025-08-30"),
        ("In July it was quiet; Russia took 464 square kilometers in August.", "464 square kilometers", AUGUST),
        ("After a quiet July, Russia took 464 square kilometers in August.", "464 square kilometers", AUGUST),
        ("Russia took 464 square kilometers in August, compared with July.", "464 square kilometers", AUGUST),
        ("On Monday DeepState said Russia took 464 square kilometers in August.", "464 square kilometers", AUGUST),
        ("Russia launched 6,297 drones in July and 4,132 drones in August.", "6,297 drones", JULY),
        ("Russia launched 6,297 drones in July and 4,132 drones in August.", "4,132 drones", AUGUST),
        ("Of the war's months, July brought the most: 6,297 drones.", "6,297 drones", JULY),
        ("Russia launched 598 drones. Two nights later, it launched 537 drones.", "537 drones", None),
        (
            "Russia took 1,535 square kilometers in June, July and August.",
            "1,535 square kilometers",
            "2025-06-01 to 2025-08-31",
        ),
        ("Russia launched 20,000 drones in the four months to August.", "20,000 drones", "2025-05-01 to 2025-08-31"),
        ("In the war's first two months 3,000 civilians were killed.", "3,000 civilians", "2022-02-24 to 2022-04-23"),
        ("On the third anniversary of the invasion Russia launched 185 drones.", "185 drones", "2025-02-24"),
        (
            "Since the ceasefire lapsed on 18 June Russia has launched 9,000 drones.",
            "9,000 drones",
            "2025-06-18 to 2025-09-02",
        ),
        (
            "Russia launched 9,000 drones between March and the middle of June 2025.",
            "9,000 drones",
            "2025-03-01 to 2025-06-20",
        ),
        (
            "On the night of 2 September (from 20:00 on 1 September) Russia launched 150 drones.",
            "150 drones",
            "2025-09-02",
        ),
        ("The offensive, which began on 1 June, has killed 610 people.", "610 people", "2025-06-01 to 2025-09-02"),
        ("The offensive, which began on 1 June, killed 61 people on 3 June.", "61 people", "2025-06-03"),
        ("August was the bloodiest month since 2022, with 310 civilians killed.", "310 civilians killed", AUGUST),
        ("Some 3.7 million people remain displaced.", "Some 3.7 million people", "2025-09-02"),
        ("Shelling hit the market on 28 August. Eleven people were killed.", "Eleven people", "2025-08-28"),
        ("Shelling hit the market on 28 August. Two days later eleven people were killed.", "eleven people", None),
    ],
)
def test_a_figures_own_period(text: str, quote: str, period: str | None) -> None:
    expect(the(text, quote), period=period)


def test_a_raid_some_time_within_a_month_is_of_one_of_its_nights() -> None:
    claim = the("Russia launched 598 drones on Sunday. Earlier this month it launched 537 drones.", "537 drones")
    expect(claim, period="2025-09-01 to 2025-09-02", granularity="night")
    expect(the("Earlier this year Russia took 464 square kilometers.", "464 square kilometers"), period=None)


def test_the_comparands_date_is_not_the_figures() -> None:
    text = "Russia launched 4,132 drones in August, down from 6,297 drones in July."
    expect(the(text, "4,132 drones"), period=AUGUST)
    expect(the(text, "6,297 drones"), period=JULY)


def test_the_same_stretch_of_an_earlier_year_is_as_long() -> None:
    text = "So far this year Russia has launched 30 percent more drones than in the same period of 2024."
    expect(the(text, "30 percent more"), period="2025-01-01 to 2025-09-02", baseline="2024-01-01 to 2024-09-02")


def test_a_shift_moves_the_period_of_its_figure() -> None:
    text = "In August Russia launched 30 percent more drones than in the same month a year earlier."
    expect(the(text, "30 percent more"), period=AUGUST, baseline="2024-08-01 to 2024-08-31")


def test_a_stretch_that_the_sentence_before_is_about_dates_the_figures() -> None:
    text = "June was the busiest month of the air war. Russia launched 5,000 drones."
    expect(the(text, "5,000 drones"), period="2025-06-01 to 2025-06-30", inherited=True)
    own = "June was the busiest month of the air war. Overnight Russia launched 500 drones."
    expect(the(own, "500 drones"), period="2025-09-02")


def test_the_previous_months_are_those_before_the_figure_s() -> None:
    text = "In the first half of 2024 monitors recorded 3,000 deaths, 16 percent more than in the previous six months."
    expect(there(text, "16 percent more"), baseline="2023-07-01 to 2023-12-31")


def test_now_is_the_report_s_day() -> None:
    text = "In April the raids slackened, and the army now holds nine of 17 townships."
    expect(there(text, "17 townships"), period="2025-09-02")


@pytest.mark.parametrize("compared", [
    "was far above that of a year earlier", "beat that of the month before", "exceeded the figure of a year earlier",
    "outstripped that of a year earlier", "comes close to the tally for the month before",
])  # fmt: skip
def test_what_a_figure_is_compared_with_moves_it_to_no_other_time(compared: str) -> None:
    expect(the(f"The August total of 4,132 drones {compared}.", "4,132 drones"), period=AUGUST)


def test_the_same_month_of_the_year_before_is_a_year_before() -> None:
    text = "In August 4,132 drones were launched; there were 790 in the same month of the year before."
    expect(the(text, "790"), period="2024-08-01 to 2024-08-31")


@pytest.mark.parametrize(("text", "quote", "period"), [
    ("On 1 July the air force said 19,000 drones had been launched this year.", "19,000 drones",
     "2025-01-01 to 2025-07-01"),
    ("Speaking on 1 July, the general said Russia had taken 1,600 square km since the start of the year.",
     "1,600 square km", "2025-01-01 to 2025-07-01"),
    # on which day of June it was said, the text does not tell
    ("In June the general said that Russia had launched 17,000 drones this year.", "17,000 drones", None),
    ("The general said in early June that Russia had taken 1,300 square km in 2025.", "1,300 square km", None),
    # what was said a day before the report is still of its day
    ("On 1 September the general said 28,000 drones had been launched this year.", "28,000 drones",
     "2025-01-01 to 2025-09-02"),
    ("On 1 July it rained; 28,000 drones have been launched this year.", "28,000 drones",
     "2025-01-01 to 2025-09-02"),
])  # fmt: skip
def test_what_runs_on_ran_on_to_the_day_on_which_it_was_said(text: str, quote: str, period: str | None) -> None:
    expect(the(text, quote), period=period)

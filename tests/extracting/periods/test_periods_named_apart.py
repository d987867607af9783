"""Dates whose year or month is said apart from them, and days and nights that are named one by one or counted."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.extracting.periods import Mention, mentions

WAR = dt.date(2022, 2, 24)
NOVEMBER = dt.date(2026, 11, 20)


def read(text: str) -> list[Mention]:
    return mentions(text, NOVEMBER, WAR)


NAMED = [
    # the year by where it stands
    ("the night of 2 June last year", "2025-06-02", "night"),
    ("on the night of June 2 last year", "2025-06-02", "night"),
    ("the night of 2 to 3 June last year", "2025-06-03", "night"),
    ("on the night of 2-3 June this year", "2026-06-03", "night"),
    ("overnight on 3 June of last year", "2025-06-03", "night"),
    ("in the early hours of 3 June last year", "2025-06-03", "night"),
    ("on 2 June, last year", "2025-06-02", "day"),
    ("on 2 December last year", "2025-12-02", "day"),
    ("on 2 June the year before last", "2024-06-02", "day"),
    ("on the night of 2 June the previous year", "2025-06-02", "night"),
    ("from 5 to 9 June last year", "2025-06-05 to 2025-06-09", "span"),
    ("between 28 May and 3 June last year", "2025-05-28 to 2025-06-03", "span"),
    ("between March and June of last year", "2025-03-01 to 2025-06-30", "span"),
    ("between March last year and May this year", "2025-03-01 to 2026-05-31", "span"),
    ("from December last year to March this year", "2025-12-01 to 2026-03-31", "span"),
    ("the first week of June last year", "2025-06-01 to 2025-06-07", "span"),
    ("the week of 5 June last year", "2025-06-02 to 2025-06-08", "week"),
    ("in late June last year", "2025-06-21 to 2025-06-30", "span"),
    ("in July and August last year", "2025-07-01 to 2025-08-31", "span"),
    ("on 2 June of 2024", "2024-06-02", "day"),
    # days that follow one another
    ("on 28 and 29 May", "2026-05-28 to 2026-05-29", "span"),
    ("on 28 and 29 May last year", "2025-05-28 to 2025-05-29", "span"),
    ("on 31 May and 1 June", "2026-05-31 to 2026-06-01", "span"),
    ("on 31 December and 1 January", "2025-12-31 to 2026-01-01", "span"),
    ("on 5, 6 and 7 June", "2026-06-05 to 2026-06-07", "span"),
    ("on June 5, 6, and 7, 2025", "2025-06-05 to 2025-06-07", "span"),
    ("on the nights of 1 and 2 June", "2026-06-01 to 2026-06-02", "span"),
    ("the nights of June 29, 30 and July 1", "2026-06-29 to 2026-07-01", "span"),
    ("the night of 28 and 29 May", "2026-05-29", "night"),
    ("on the 3rd, 4th and 5th", "2026-11-03 to 2026-11-05", "span"),
    # so many nights up to one
    ("over the two nights to 3 June", "2026-06-02 to 2026-06-03", "span"),
    ("in the seven nights ending 3 June last year", "2025-05-28 to 2025-06-03", "week"),
    ("across the four consecutive days up to and including June 4", "2026-06-01 to 2026-06-04", "span"),
    ("in the three nights to Sunday", "2026-11-13 to 2026-11-15", "span"),
    ("four nights ago", "2026-11-16", "night"),
    # feasts, whole months before a number, weeks before a number
    ("on Christmas Day 2024", "2024-12-25", "day"),
    ("on New Year's Eve the year before last", "2024-12-31", "night"),
    # nights and days by their number
    ("the third night of June last year", "2025-06-03", "night"),
    ("on the last night of May", "2026-05-31", "night"),
    ("the first night of this month", "2026-11-01", "night"),
    ("the second night of the previous month", "2026-10-02", "night"),
    ("the last night of the month", "2026-11-20", "night"),
    ("on the twelfth day of June", "2026-06-12", "day"),
    ("the last two nights of May", "2026-05-30 to 2026-05-31", "span"),
]


@pytest.mark.parametrize(("text", "period", "granularity"), NAMED, ids=[row[0] for row in NAMED])
@pytest.mark.parametrize("around", ["{}", "They launched 80 drones {}.", "{}, they said, 80 were launched"])
def test_one_expression_names_it(text: str, period: str, granularity: str, around: str) -> None:
    (mention,) = read(around.format(text))
    assert (str(mention.period), mention.period and mention.period.granularity) == (period, granularity)


@pytest.mark.parametrize(("text", "period"), [
    ("Last year, on the night of 1 June, 80 were launched.", "2025-06-01"),
    ("Last year on 2 June 80 were launched.", "2025-06-02"),
    ("In 2024, on 1 June, 80 were launched.", "2024-06-01"),
    ("In 2024, from 5 to 9 June, 80 were launched.", "2024-06-05 to 2024-06-09"),
    ("Of all nights, and in 2024 in June, 80 were launched.", "2024-06-01 to 2024-06-30"),
    ("Last June, on the 1st, 80 were launched.", "2026-06-01"),
    ("Last December, on the 1st, 80 were launched.", "2025-12-01"),
    ("In June 2023 it fell; on the 3rd, it rose.", "2023-06-03"),
    ("June 2023 was quiet, and the second night of the month was not.", "2023-06-02"),
    ("More than in May, on the 3rd, 80 were launched.", "2026-11-03"),
    ("Fewer than in 2024, in June, 80 were launched.", "2026-06-01 to 2026-06-30"),
    ("Compared with last year, in June it fell.", "2026-06-01 to 2026-06-30"),
    ("Since 2024, on 1 June, only that.", "2026-06-01"),
])  # fmt: skip
def test_what_the_sentence_named_before(text: str, period: str) -> None:
    assert str(read(text)[-1].period) == period


@pytest.mark.parametrize(("text", "period"), [
    ("Between May and July 1,630 drones were launched.", "2026-05-01 to 2026-07-31"),
    ("In May and June 600 drones were launched.", "2026-05-01 to 2026-06-30"),
    ("Between May and June 3 it fell.", "2026-06-03"),
    ("In the week of 1 June, 1,630 drones were launched.", "2026-06-01 to 2026-06-07"),
    ("In 24 hours on 5 June, 80 were launched.", "2026-06-05"),
    # last night, beside another day that is compared with
    ("Compared with the raid of 5 June, last night's was small.", "2026-11-20"),
    ("Overnight 80 were launched, fewer than on 5 June.", "2026-11-20"),
    ("The raid of 5 June was larger; last night saw 80.", "2026-11-20"),
    ("On 19 November, they said, 80 flew overnight.", "2026-11-19"),
])  # fmt: skip
def test_what_stands_beside_another_day(text: str, period: str) -> None:
    read_as = {str(m.period) for m in read(text) if m.kind == "at"}
    assert period in read_as


@pytest.mark.parametrize("text", [
    "on 5, 9 and 12 June", "on June 5, 9 and 12", "on 5 or 6 June", "the nights of 1 and 4 June",
    "on the worst night of June", "the busiest week of last month", "on the 5th, 9th and 12th",
    "the last night of the year", "on the third night of the offensive", "the last day of the week",
    "between them in May and June it fell; on the 3rd, it rose", "on 12 and 30 February",
])  # fmt: skip
def test_which_of_several_is_left_open(text: str) -> None:
    assert all(m.kind != "at" or (m.period is not None and m.period.days > 1) for m in read(text))


@pytest.mark.parametrize(("text", "period"), [
    ("563 drones on 28 August, and 22 got through", "2026-08-28"),
    ("563 drones on August 28, and 22 got through", "2026-08-28"),
    ("on June 12 and 13 drones fell", "2026-06-12"),
    ("since 2 June last year's total fell", "2026-06-02 to 2026-11-20"),
])  # fmt: skip
def test_what_is_no_list_and_no_year_of_a_date(text: str, period: str) -> None:
    assert str(read(text)[0].period) == period

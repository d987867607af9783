"""Forms of time that news uses beyond a report's own: each against a report's date, a Tuesday."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.extracting.periods import Mention, mentions

WAR = dt.date(2022, 2, 24)
TUESDAY = dt.date(2025, 9, 2)


def read(text: str, ref: dt.date = TUESDAY) -> list[Mention]:
    return mentions(text, ref, WAR)


def only(text: str, ref: dt.date = TUESDAY) -> Mention:
    found = read(text, ref)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "period", "granularity"),
    [
        # days
        ("on 2025-08-28", "2025-08-28", "day"),
        ("dated 7/10/89", "1989-07-10", "day"),
        ("dated 28/8/2025", "2025-08-28", "day"),
        ("the raid of March 3rd", "2025-03-03", "day"),
        ("on 3 March", "2025-03-03", "day"),
        ("on 10 July 1989", "1989-07-10", "day"),
        ("on the 24th", "2025-08-24", "day"),
        ("on the 1st of this month", "2025-09-01", "day"),
        ("on the 24th of last month", "2025-08-24", "day"),
        ("yesterday morning", "2025-09-01", "day"),
        ("late yesterday", "2025-09-01", "day"),
        ("yesterday evening", "2025-09-01", "night"),
        ("this afternoon", "2025-09-02", "day"),
        ("tomorrow", "2025-09-03", "day"),
        ("tonight", "2025-09-03", "night"),
        ("three days ago", "2025-08-30", "day"),
        ("on the 23rd and 24th", "2025-08-23 to 2025-08-24", "span"),
        ("the day before yesterday", "2025-08-31", "day"),
        ("on Christmas Day", "2024-12-25", "day"),
        ("on August 23 and 24", "2025-08-23 to 2025-08-24", "span"),
        ("on August 31 and September 1", "2025-08-31 to 2025-09-01", "span"),
        ("between 20 and 25 August", "2025-08-20 to 2025-08-25", "span"),
        ("from 28 December to 3 January", "2024-12-28 to 2025-01-03", "span"),
        # nights
        ("in the early hours of Sunday", "2025-08-31", "night"),
        ("in the early hours of August 28", "2025-08-28", "night"),
        ("the night before last", "2025-09-01", "night"),
        ("on Friday evening", "2025-08-29", "night"),
        # weeks
        ("Monday to Wednesday", "2025-08-25 to 2025-08-27", "span"),
        ("in the week of August 20", "2025-08-18 to 2025-08-24", "week"),
        ("midweek", "2025-08-27", "day"),
        ("over the weekend", "2025-08-30 to 2025-08-31", "span"),
        # months
        ("early in August", "2025-08-01 to 2025-08-10", "span"),
        ("at the end of August", "2025-08-31", "day"),
        ("at the end of last month", "2025-08-31", "day"),
        ("last year's August", "2024-08-01 to 2024-08-31", "month"),
        ("between late May and early July", "2025-05-21 to 2025-07-10", "span"),
        ("from late December 2024 to early January", "2024-12-21 to 2025-01-10", "span"),
        ("the opening week of August", "2025-08-01 to 2025-08-07", "span"),
        ("March saw ten raids", "2025-03-01 to 2025-03-31", "month"),
        ("on 27/28 August", "2025-08-27 to 2025-08-28", "span"),
        ("July last year", "2024-07-01 to 2024-07-31", "month"),
        ("in January this year", "2025-01-01 to 2025-01-31", "month"),
        ("in the six months to June 30", "2025-01-01 to 2025-06-30", "span"),
        ("in the month to August 15", "2025-07-16 to 2025-08-15", "span"),
        ("in the year to June", "2024-07-01 to 2025-06-30", "span"),
        ("the three months ended March 31, 2025", "2025-01-01 to 2025-03-31", "quarter"),
        # quarters, halves, seasons
        ("in the second quarter", "2025-04-01 to 2025-06-30", "quarter"),
        ("fourth-quarter losses", "2024-10-01 to 2024-12-31", "quarter"),
        ("the third quarter of 1989", "1989-07-01 to 1989-09-30", "quarter"),
        ("the 1989 third quarter", "1989-07-01 to 1989-09-30", "quarter"),
        ("last year's third quarter", "2024-07-01 to 2024-09-30", "quarter"),
        ("the last quarter of 2024", "2024-10-01 to 2024-12-31", "quarter"),
        ("in the last quarter", "2025-04-01 to 2025-06-30", "quarter"),
        ("in the latest quarter", "2025-04-01 to 2025-06-30", "quarter"),
        ("the second half of 1989", "1989-07-01 to 1989-12-31", "half"),
        ("the last two months of 2024", "2024-11-01 to 2024-12-31", "span"),
        ("over the summer", "2025-06-01 to 2025-08-31", "season"),
        ("in spring", "2025-03-01 to 2025-05-31", "season"),
        ("in late summer 2024", "2024-08-01 to 2024-08-31", "span"),
        ("in early winter", "2024-12-01 to 2024-12-31", "span"),
        ("in the autumn and winter of 2023", "2023-09-01 to 2024-02-29", "span"),
        ("spring of last year", "2024-03-01 to 2024-05-31", "season"),
        # years
        ("early this year", "2025-01-01 to 2025-04-30", "span"),
        ("late last year", "2024-09-01 to 2024-12-31", "span"),
        ("in early 2023", "2023-01-01 to 2023-04-30", "span"),
        ("at the end of 2024", "2024-12-31", "day"),
        ("so far this year", "2025-01-01 to 2025-09-02", "year"),
        ("in fiscal 1990", "1990-01-01 to 1990-12-31", "year"),
        ("the year 2023", "2023-01-01 to 2023-12-31", "year"),
        ("in 1991", "1991-01-01 to 1991-12-31", "year"),
        ("after the reform of '86", "1986-01-01 to 1986-12-31", "year"),
        ("in nineteen ninety-four", "1994-01-01 to 1994-12-31", "year"),
        ("between 2014 and 2021", "2014-01-01 to 2021-12-31", "span"),
        ("from late 2023 to early 2024", "2023-09-01 to 2024-04-30", "span"),
        ("in 2022 and 2023", "2022-01-01 to 2023-12-31", "span"),
        ("in 2019-21", "2019-01-01 to 2021-12-31", "span"),
        ("in the past decade", "2015-09-03 to 2025-09-02", "span"),
        ("in the 1990s", "1990-01-01 to 1999-12-31", "span"),
        ("in the early 1980s", "1980-01-01 to 1982-12-31", "span"),
        ("in the '80s", "1980-01-01 to 1989-12-31", "span"),
        ("in the sixties", "1960-01-01 to 1969-12-31", "span"),
        ("in the 19th century", "1800-01-01 to 1899-12-31", "span"),
        ("in the twenty-first century", "2000-01-01 to 2099-12-31", "span"),
        # rolling
        ("in the past three nights", "2025-08-31 to 2025-09-02", "span"),
        ("over the past twenty-four hours", "2025-09-02", "day"),
        ("in the past two quarters", "2025-03-03 to 2025-09-02", "span"),
        # ahead
        ("next month", "2025-10-01 to 2025-10-31", "month"),
        ("next year", "2026-01-01 to 2026-12-31", "year"),
        ("the coming week", "2025-09-08 to 2025-09-14", "week"),
        ("later this month", "2025-09-03 to 2025-09-30", "span"),
        ("at the end of this month", "2025-09-30", "day"),
        ("early next year", "2026-01-01 to 2026-04-30", "span"),
    ],
)
def test_a_stretch_that_the_words_name(text: str, period: str, granularity: str) -> None:
    mention = only(text)
    assert mention.period is not None
    assert (mention.kind, str(mention.period), mention.period.granularity) == ("at", period, granularity)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("now", "present"),
        ("they currently hold", "present"),
        ("nowadays", "present"),
        ("at the moment", "present"),
        ("recently", "past"),
        ("in recent months", "past"),
        ("in the past", "past"),
        ("some years ago", "past"),
        ("they previously held", "past"),
        ("shortly", "future"),
        ("soon", "future"),
        ("in the near future", "future"),
    ],
)
def test_what_dates_nothing_has_no_period(text: str, unit: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.unit, mention.period) == ("vague", unit, None)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "count"),
    [
        ("nearly two years ago", "ago", "year", 2),
        ("Two weeks ago, the line moved", "ago", "week", 2),
        ("twice that of two years ago", "shift", "year", 2),
        ("fourteen months earlier", "shift", "month", 14),
        ("in the year-earlier quarter", "shift", "year", 1),
        ("two weeks later", "later", "week", 2),
        ("the next day", "later", "day", 1),
        ("the following month", "later", "month", 1),
        ("the same night", "that", "night", 1),
        ("in the quarter", "that", "quarter", 1),
        ("by the end of the year", "that", "end of year", 1),
        ("in 48 hours", "duration", "day", 1),
        ("over a three-day period", "duration", "day", 1),
        ("over the next two weeks", "duration", "week", 1),
        ("in the past quarter", "duration", "month", 1),
        ("in the first days of August", "duration", "day", 1),
        ("in the last weeks of 2024", "duration", "day", 1),
        ("in 2019 and 2023", "duration", "dates", 1),
        ("in the spring and autumn", "duration", "dates", 1),
        ("on August 3 and 24", "duration", "dates", 1),
    ],
)
def test_what_other_words_date(text: str, kind: str, unit: str, count: int) -> None:
    mention = only(text)
    assert (mention.kind, mention.unit, mention.count, mention.period) == (kind, unit, count, None)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("earlier this year", "2025-01-01 to 2025-09-02"),
        ("earlier this month", "2025-09-01 to 2025-09-02"),
        ("early this week", "2025-09-01 to 2025-09-02"),
        ("late last week", "2025-08-25 to 2025-08-31"),
    ],
)
def test_some_time_within(text: str, period: str) -> None:
    mention = only(text)
    assert (mention.kind, str(mention.period)) == ("within", period)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("In August 2000 drones fell", "2025-08-01 to 2025-08-31"),
        ("On August 28, 2000 Russian drones fell", "2025-08-28"),
        ("In the second quarter, 2000 people left", "2025-04-01 to 2025-06-30"),
        ("In August 2000 the drones were few", "2000-08-01 to 2000-08-31"),
    ],
)
def test_a_number_that_counts_is_no_year(text: str, named: str) -> None:
    assert str(read(text)[0].period) == named


def test_last_august_said_in_september_may_be_either() -> None:
    assert only("last August").kind == "duration"
    assert str(only("last July").period) == "2025-07-01 to 2025-07-31"


@pytest.mark.parametrize(
    "text",
    [
        "at the same time",
        "as soon as it ends",
        "Theresa May spoke",
        "Jan Kowalski spoke",
        "May I ask",
        "the 24th Brigade",
        "about 2000 drones",
        "1941 people",
        "after 1998 more strikes",
        "1,998 of them",
        "Flight 1549 landed",
        "the fall of the town",
        "over the spring offensive",
        "a second chance",
        "every Friday",
    ],
)
def test_what_only_looks_like_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "started"),
    [
        ("since Russia invaded in March 2014", False),
        ("since Russia invaded in February 2022", True),
        ("since the war began in 2022", True),
        ("since the war began", True),
    ],
)
def test_the_war_is_the_theatres_own(text: str, started: bool) -> None:
    wars = [m for m in read(text) if m.period is not None and m.period.start == WAR and m.anchor is None]
    assert bool(wars) is started


def test_another_theatres_war_has_another_year() -> None:
    (mention,) = mentions("since the war began in 2023", TUESDAY, dt.date(2023, 10, 7))
    assert (mention.kind, str(mention.period)) == ("since", "2023-10-07 to 2025-09-02")


def test_what_is_dated_decades_back_is_background() -> None:
    assert only("in 1991").speech
    assert not only("in 2014").speech


def test_a_weekday_shows_that_its_date_lies_ahead() -> None:
    friday = dt.date(2025, 6, 6)
    assert str(only("Saturday, June 7", friday).period) == "2025-06-07"
    assert str(only("Saturday, May 31", friday).period) == "2025-05-31"


def test_a_day_behind_a_counted_thing_is_its_own() -> None:
    assert [m.speech for m in read("The staff reported 178 clashes on Sunday.")] == [False]
    assert [m.speech for m in read("The staff reported on Sunday that 178 came.")] == [True]

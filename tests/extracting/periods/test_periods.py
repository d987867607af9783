"""Expressions of time, each against a report's date."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.extracting.periods import Mention, dates, mentions
from dateline.languages import en

from ..said import WORDS

WAR = dt.date(2022, 2, 24)
TUESDAY = "2025-09-02"
NEW_YEAR = "2025-01-01"
WINTER = "2025-01-15"
LEAP = "2024-02-29"
END_OF_MAY = "2025-05-30"


def read(text: str, day: str = TUESDAY) -> list[Mention]:
    return mentions(WORDS.masked(text), dt.date.fromisoformat(day), WAR)


def only(text: str, day: str = TUESDAY) -> Mention:
    found = read(text, day)
    assert len(found) == 1, found
    return found[0]


PERIODS = [
    # days
    ("on August 28", TUESDAY, "2025-08-28", "day"),
    ("on 28 August 2025", TUESDAY, "2025-08-28", "day"),
    ("on Aug. 28, 2025", TUESDAY, "2025-08-28", "day"),
    ("on the 28th of August", TUESDAY, "2025-08-28", "day"),
    ("on December 30", TUESDAY, "2024-12-30", "day"),
    ("on December 31", NEW_YEAR, "2024-12-31", "day"),
    ("on February 29", LEAP, "2024-02-29", "day"),
    ("yesterday", TUESDAY, "2025-09-01", "day"),
    ("today", TUESDAY, "2025-09-02", "day"),
    ("on 28.08.25", TUESDAY, "2025-08-28", "day"),
    ("on 05.08.2025", TUESDAY, "2025-08-05", "day"),
    ("from 24.02.22 to 05.08.25", TUESDAY, "2022-02-24 to 2025-08-05", "span"),
    # nights
    ("last night", TUESDAY, "2025-09-02", "night"),
    ("overnight", TUESDAY, "2025-09-02", "night"),
    ("overnight on August 28", TUESDAY, "2025-08-28", "night"),
    ("overnight into Sunday", TUESDAY, "2025-08-31", "night"),
    ("overnight from Saturday to Sunday", TUESDAY, "2025-08-31", "night"),
    ("on the night of August 27-28", TUESDAY, "2025-08-28", "night"),
    ("on the night of August 27 to 28", TUESDAY, "2025-08-28", "night"),
    ("on the night between August 27 and 28", TUESDAY, "2025-08-28", "night"),
    ("on the night of August 31 to September 1", TUESDAY, "2025-09-01", "night"),
    ("on the night of December 31 to January 1", NEW_YEAR, "2025-01-01", "night"),
    ("the night of July 2", TUESDAY, "2025-07-02", "night"),
    # weekdays
    ("on Sunday", TUESDAY, "2025-08-31", "day"),
    ("on Tuesday", TUESDAY, "2025-09-02", "day"),
    ("last Tuesday", TUESDAY, "2025-08-26", "day"),
    ("on Friday and Saturday", TUESDAY, "2025-08-29 to 2025-08-30", "span"),
    # weeks
    ("this week", TUESDAY, "2025-09-01 to 2025-09-02", "week"),
    ("last week", TUESDAY, "2025-08-25 to 2025-08-31", "week"),
    ("the week ending August 31", TUESDAY, "2025-08-25 to 2025-08-31", "week"),
    ("in the week to Sunday", TUESDAY, "2025-08-25 to 2025-08-31", "week"),
    ("last weekend", TUESDAY, "2025-08-30 to 2025-08-31", "span"),
    # months
    ("in August", TUESDAY, "2025-08-01 to 2025-08-31", "month"),
    ("in August 2024", TUESDAY, "2024-08-01 to 2024-08-31", "month"),
    ("in September", TUESDAY, "2025-09-01 to 2025-09-02", "month"),
    ("in October", TUESDAY, "2024-10-01 to 2024-10-31", "month"),
    ("this month", END_OF_MAY, "2025-05-01 to 2025-05-30", "month"),
    ("last month", NEW_YEAR, "2024-12-01 to 2024-12-31", "month"),
    ("last month", LEAP, "2024-01-01 to 2024-01-31", "month"),
    ("last May", END_OF_MAY, "2024-05-01 to 2024-05-31", "month"),
    ("from June to August", TUESDAY, "2025-06-01 to 2025-08-31", "span"),
    ("from December 2024 to February 2025", TUESDAY, "2024-12-01 to 2025-02-28", "span"),
    ("in July and August", TUESDAY, "2025-07-01 to 2025-08-31", "span"),
    ("in the first half of August", TUESDAY, "2025-08-01 to 2025-08-15", "span"),
    ("in the second half of August", TUESDAY, "2025-08-16 to 2025-08-31", "span"),
    ("in early August", TUESDAY, "2025-08-01 to 2025-08-10", "span"),
    ("in late August", TUESDAY, "2025-08-21 to 2025-08-31", "span"),
    ("in mid-August", TUESDAY, "2025-08-11 to 2025-08-20", "span"),
    ("between June and August", TUESDAY, "2025-06-01 to 2025-08-31", "span"),
    # quarters, halves, seasons, years
    ("in the second quarter of 2025", TUESDAY, "2025-04-01 to 2025-06-30", "quarter"),
    ("in the first half of the year", TUESDAY, "2025-01-01 to 2025-06-30", "half"),
    ("in the first seven months of 2025", TUESDAY, "2025-01-01 to 2025-07-31", "span"),
    ("last winter", TUESDAY, "2024-12-01 to 2025-02-28", "season"),
    ("this summer", TUESDAY, "2025-06-01 to 2025-08-31", "season"),
    ("in the summer of 2024", TUESDAY, "2024-06-01 to 2024-08-31", "season"),
    ("this winter", WINTER, "2024-12-01 to 2025-01-15", "season"),
    ("this year", TUESDAY, "2025-01-01 to 2025-09-02", "year"),
    ("last year", NEW_YEAR, "2024-01-01 to 2024-12-31", "year"),
    ("in 2024", TUESDAY, "2024-01-01 to 2024-12-31", "year"),
    # spans
    ("between August 1 and August 15", TUESDAY, "2025-08-01 to 2025-08-15", "span"),
    ("from 1 to 15 August", TUESDAY, "2025-08-01 to 2025-08-15", "span"),
    ("from December 20 to January 1", NEW_YEAR, "2024-12-20 to 2025-01-01", "span"),
    ("over the past three months", TUESDAY, "2025-06-03 to 2025-09-02", "span"),
    ("in the past two weeks", TUESDAY, "2025-08-20 to 2025-09-02", "span"),
    ("in the two days to August 14", TUESDAY, "2025-08-13 to 2025-08-14", "span"),
    ("over the past seven days", TUESDAY, "2025-08-27 to 2025-09-02", "span"),
    ("over the past year", LEAP, "2023-03-01 to 2024-02-29", "span"),
    ("in the last 24 hours", TUESDAY, "2025-09-02", "day"),
]


@pytest.mark.parametrize(("text", "day", "period", "granularity"), PERIODS)
def test_periods(text: str, day: str, period: str, granularity: str) -> None:
    mention = only(text, day)
    assert mention.period is not None
    assert (mention.kind, str(mention.period), mention.period.granularity) == ("at", period, granularity)


@pytest.mark.parametrize(
    ("text", "period", "anchor"),
    [
        ("since November", "2024-11-01 to 2025-09-02", "2024-11-01 to 2024-11-30"),
        ("since August 15", "2025-08-15 to 2025-09-02", "2025-08-15"),
        ("since Thursday", "2025-08-28 to 2025-09-02", "2025-08-28"),
        ("since 2024", "2024-01-01 to 2025-09-02", "2024-01-01 to 2024-12-31"),
        ("since the war began", "2022-02-24 to 2025-09-02", None),
        ("since Russia invaded in February 2022", "2022-02-24 to 2025-09-02", None),
        ("since the start of the year", "2025-01-01 to 2025-09-02", None),
    ],
)
def test_since(text: str, period: str, anchor: str | None) -> None:
    mention = only(text)
    assert (mention.kind, str(mention.period)) == ("since", period)
    assert anchor is None or str(mention.anchor) == anchor


@pytest.mark.parametrize("text", ["of the war", "since the start of the war", "of the invasion so far", "on record"])
def test_the_war_is_the_whole_of_it(text: str) -> None:
    assert str(only(text).period) == "2022-02-24 to 2025-09-02"


@pytest.mark.parametrize(
    ("text", "unit", "count"),
    [
        ("a year earlier", "year", 1),
        ("a month before", "month", 1),
        ("than two months ago", "month", 2),
        ("in the same month last year", "year", 1),
        ("year-on-year", "year", 1),
    ],
)
def test_shifts_have_no_period_of_their_own(text: str, unit: str, count: int) -> None:
    mention = only(text)
    assert (mention.kind, mention.unit, mention.count, mention.period) == ("shift", unit, count, None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("that night", "that"),
        ("that attack", "that"),
        ("the month", "that"),
        ("on three consecutive nights", "duration"),
        ("on August 9, 20 and 24", "duration"),
        ("in May and August", "duration"),
        ("over the next year", "duration"),
    ],
)
def test_what_the_text_alone_does_not_date(text: str, kind: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.period) == (kind, None)


@pytest.mark.parametrize(
    "text",
    [
        "the Institute for the Study of War said",
        "the Department of War",
        "prisoners of war came home",
        "they may march on",
        "1991 drones",
        "no drones at all",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("he said on Monday", True),
        ("in a statement on August 28", True),
        ("the Air Force's Monday report", True),
        ("drones fell on Monday", False),
    ],
)
def test_days_on_which_someone_spoke(text: str, speech: bool) -> None:
    assert only(text).speech is speech


def test_a_bare_date_lies_ahead_where_the_sentence_does() -> None:
    (mention,) = mentions("on September 20", dt.date(2025, 9, 2), WAR, future=True)
    assert str(mention.period) == "2025-09-20"


REPORT_DAYS = st.dates(dt.date(2022, 3, 1), dt.date(2027, 12, 31))
MONTHS = [m.capitalize() for m, _ in zip(en.MONTHS, range(12), strict=False)]


@given(REPORT_DAYS, st.integers(0, 700), st.sampled_from(range(5)))
def test_a_full_date_is_read_back_in_five_styles(ref: dt.date, ago: int, style: int) -> None:
    day = ref - dt.timedelta(days=ago)
    name = MONTHS[day.month - 1]
    text = [
        f"On {name} {day.day}, {day.year}, nothing moved.",
        f"On {day.day} {name} {day.year} nothing moved.",
        f"On {day:%A}, {name} {day.day}, {day.year}, nothing moved.",
        f"On the {day.day}th of {name}, {day.year}, nothing moved.",
        f"On {name} {day.day}th {day.year} nothing moved.",
    ][style]
    found = [m for m in mentions(text, ref, WAR) if m.kind == "at"]
    assert [str(m.period) for m in found] == [str(day)]


@given(REPORT_DAYS, st.integers(0, 363))
def test_a_date_without_its_year_is_the_last_of_that_name(ref: dt.date, ago: int) -> None:
    day = ref - dt.timedelta(days=ago)
    assume((day.month, day.day) != (2, 29))
    (mention,) = mentions(f"on {MONTHS[day.month - 1]} {day.day}", ref, WAR)
    assert str(mention.period) == str(day)


@given(REPORT_DAYS, st.sampled_from(en.WEEKDAYS))
def test_a_weekday_is_the_same_day_or_the_last_one_before(ref: dt.date, name: str) -> None:
    (mention,) = mentions(f"on {name.capitalize()}", ref, WAR)
    assert mention.period is not None
    assert mention.period.days == 1
    assert f"{mention.period.start:%A}".lower() == name
    assert 0 <= (ref - mention.period.start).days < 7


@given(REPORT_DAYS, st.integers(0, 360))
def test_a_night_between_two_days_is_the_last_of_them(ref: dt.date, ago: int) -> None:
    last = ref - dt.timedelta(days=ago)
    first = last - dt.timedelta(days=1)
    assume((2, 29) not in {(first.month, first.day), (last.month, last.day)})
    month = "" if first.month == last.month else f"{MONTHS[last.month - 1]} "
    joined = "-" if not month else " to "
    text = f"on the night of {MONTHS[first.month - 1]} {first.day}{joined}{month}{last.day}"
    (mention,) = mentions(text, ref, WAR)
    assert mention.period is not None
    assert (str(mention.period), mention.period.granularity) == (str(last), "night")


PHRASES = st.sampled_from([p.values[0] if hasattr(p, "values") else p[0] for p in PERIODS])


@given(REPORT_DAYS, st.lists(PHRASES, min_size=1, max_size=3))
def test_no_period_is_empty_and_mentions_do_not_overlap(ref: dt.date, phrases: list[str]) -> None:
    found = mentions(", ".join(phrases), ref, WAR)
    assert found
    assert all(m.period is None or m.period.days >= 1 for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(st.text(alphabet="0123456789 -–,.JanuryFebMchAplgstSmOoNvDnightof", max_size=60), REPORT_DAYS)
def test_broken_dates_are_passed_over(text: str, ref: dt.date) -> None:
    assert all(m.period is None or m.period.days >= 1 for m in mentions(text, ref, WAR))


@given(REPORT_DAYS, st.integers(-30, 0))
def test_months_follow_one_another(ref: dt.date, by: int) -> None:
    earlier, later = dates.shifted_month(ref, by - 1), dates.shifted_month(ref, by)
    assert earlier.stop == later.start
    assert earlier.granularity == "month"
    assert dates.back(later, "month") == earlier


@given(REPORT_DAYS, st.integers(1, 24), st.sampled_from(["day", "week", "month", "year"]))
def test_a_rolling_stretch_ends_on_the_reports_day(ref: dt.date, count: int, unit: str) -> None:
    assert dates.rolling(ref, count, unit).last == ref

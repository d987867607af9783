"""Months, quarters and halves whose year stands at another date of the sentence, or of the sentence before."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.extracting.periods import Mention, mentions
from dateline.extracting.periods.anchored import anchored
from dateline.records.period import Period

WAR = dt.date(2022, 2, 24)
JUNE = dt.date(2026, 6, 10)


def read(text: str, before: Period | None = None) -> list[Mention]:
    return anchored(mentions(text, JUNE, WAR), text, JUNE, before)


@pytest.mark.parametrize(("text", "period"), [
    # after a date with its year: the nearest, and of what is compared the last before
    ("They took 80 km2 in October 2024, after 60 km2 in September.", "2024-09-01 to 2024-09-30"),
    ("They took 80 km2 in January 2025, up from 60 km2 in December.", "2024-12-01 to 2024-12-31"),
    ("In March 2025 it was 80; in April the figure was 90.", "2025-04-01 to 2025-04-30"),
    ("Having taken 80 in November 2024, they took 60 the following February.", "2025-02-01 to 2025-02-28"),
    ("Gains fell from 80 in December 2024 to 60 in January.", "2025-01-01 to 2025-01-31"),
    ("In the first half of 2024 it was 80, in the second half 90.", "2024-07-01 to 2024-12-31"),
    ("In the second half of 2024 it was 80, compared with 90 in the first half.", "2024-01-01 to 2024-06-30"),
    ("In the third quarter of 2024 it was 80 and 90 in the fourth.", "2024-10-01 to 2024-12-31"),
    ("In the first quarter of 2025 it was 80, down from 90 in the fourth.", "2024-10-01 to 2024-12-31"),
    ("In 2024 it grew by 80 in the first half and by 90 in the second.", "2024-07-01 to 2024-12-31"),
    ("In 2024 it was the worst in July.", "2024-07-01 to 2024-07-31"),
    # the one before that of which the sentence tells
    # no date tells another year
    ("In April it was 80, compared with 60 in April 2025.", "2025-04-01 to 2025-04-30"),
    ("Fewer than in October 2024, in May it was 80.", "2026-05-01 to 2026-05-31"),
    ("It was 80 in March 2026 and 60 in April.", "2026-04-01 to 2026-04-30"),
])  # fmt: skip
def test_the_year_of_the_last_date(text: str, period: str) -> None:
    assert str(read(text)[-1].period) == period


@pytest.mark.parametrize(("text", "period"), [
    ("From 80 in the first half it rose to 90 in the second half of 2024.", "2024-01-01 to 2024-06-30"),
    ("After 60 km2 in September, 80 km2 were taken in October 2024.", "2024-09-01 to 2024-09-30"),
    ("In April it was 80, fewer than the 90 of December 2024.", "2026-04-01 to 2026-04-30"),
    ("In May it was 80, more than in May 2025.", "2026-05-01 to 2026-05-31"),
    ("On the night of May 30 it sent 80, outnumbering all those of May last year.", "2026-05-30"),
])  # fmt: skip
def test_the_year_of_the_first_date(text: str, period: str) -> None:
    assert str(read(text)[0].period) == period


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("They took 80 km2 in October 2024, after 60 km2 in September.", False),
        ("In October 2024 it was 80; in December 90.", True),
        ("In October 2024 it was 80; in May it was 90.", True),
        ("In 2024 they took 800 km2, most of it in October.", True),
        ("In May it was 80, more than in May 2025.", False),
    ],
)
def test_what_may_be_of_another_year_is_guessed(text: str, guessed: bool) -> None:
    assert any(m.guessed for m in read(text)) is guessed


@pytest.mark.parametrize(
    ("text", "period", "guessed"),
    [
        ("In September it was 80.", "2024-09-01 to 2024-09-30", True),
        ("In April it was 80.", "2026-04-01 to 2026-04-30", True),
        ("In October 2023 it was 80.", "2023-10-01 to 2023-10-31", False),
    ],
)
def test_the_sentence_before_tells_the_year(text: str, period: str, guessed: bool) -> None:
    (mention,) = read(text, Period(dt.date(2024, 10, 1), dt.date(2024, 11, 1), "month"))
    assert (str(mention.period), mention.guessed) == (period, guessed)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("A year ago the same count gave 80 for May.", "2025-05-01 to 2025-05-31"),
        ("Two years ago it was 80 in August.", "2024-08-01 to 2024-08-31"),
        ("A year earlier, in October, it had been 80.", "2023-10-01 to 2023-10-31"),
        ("In May it was 80, more than a year ago.", "2026-05-01 to 2026-05-31"),
        ("A year ago it was 80; in May it was 90.", "2026-05-01 to 2026-05-31"),
    ],
)
def test_a_month_behind_words_that_look_years_back(text: str, period: str) -> None:
    months = read(text, Period(dt.date(2024, 10, 1), dt.date(2024, 11, 1), "month"))
    assert [str(m.period) for m in months if m.kind == "at"] == [period]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("From 1 to 20 May it was 80, in the same period of April 90.",
         ["2026-05-01 to 2026-05-20", "2026-04-01 to 2026-04-20"]),
        ("In the corresponding days of April it was 90.", ["2026-04-01 to 2026-04-12"]),
        ("In May it was 80, in the same period of April 90.", ["2026-05-01 to 2026-05-31"]),
        ("In the same year in April it was 90.", ["2026-04-01 to 2026-04-30"]),
    ],
)  # fmt: skip
def test_the_same_days_of_another_month(text: str, periods: list[str]) -> None:
    before = Period(dt.date(2026, 5, 1), dt.date(2026, 5, 13), "span")
    assert [str(m.period) for m in read(text, before) if m.kind == "at" and m.period is not None] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("On the 8th, 80 came.", "2026-05-08"),
        ("On 2 June it was 80 and, on the 8th, 90.", "2026-06-02"),
        ("On the 31st, 80 came.", "2026-05-31"),
    ],
)
def test_a_day_alone_is_of_the_month_told_before(text: str, period: str) -> None:
    assert str(read(text, Period.of_day(dt.date(2026, 5, 4)))[0].period) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2025 Russian troops took 80 km2.", "2025-01-01 to 2025-12-31"),
        ("In October 2024 Russian drones fell.", "2024-10-01 to 2024-10-31"),
        ("In July 2024 attacks killed 80.", "2024-07-01 to 2024-07-31"),
        ("In 2024 strikes killed 80.", "2024-01-01 to 2024-12-31"),
        ("In August 2000 drones fell", "2025-08-01 to 2025-08-31"),
    ],
)
def test_a_recent_year_before_what_might_be_counted(text: str, period: str) -> None:
    assert str(mentions(text, JUNE, WAR)[0].period) == period


def test_a_number_like_a_year_counts_elsewhere() -> None:
    assert mentions("They fired 2024 drones.", JUNE, WAR) == []

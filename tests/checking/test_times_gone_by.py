"""Figures of a past point of the war, and of days that were still to come: neither is held against today's."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.checking.frames.calendars import elapsed
from dateline.records.claim import Claim


def checked(text: str, day: str, theatre: str) -> list[Claim]:
    return dateline.check(dateline.read(text, published=day, theatre=theatre)).claims


@pytest.mark.parametrize(
    ("text", "theatre", "quote", "period"),
    [
        ("By the end of the 30th month of the war, Russian troops held 9 percent of Ukraine.", "ukraine",
         "9 percent of Ukraine", "2024-08-23 to 2024-08-23"),
        ("By the close of the war's third year Moscow's army controlled a tenth of it, or 60,000 square kilometers.",
         "ukraine", "60,000 square kilometers", "2025-02-23 to 2025-02-23"),
        ("Until the end of the fifth month of the war, Gaza counted 30,878 killed.", "gaza", "30,878 killed",
         "2023-10-07 to 2024-03-06"),
        ("In the second week of the war 1,900 people were killed in Gaza.", "gaza", "1,900 people",
         "2023-10-14 to 2023-10-20"),
    ],
)  # fmt: skip
def test_a_figure_at_the_end_of_a_month_of_the_war_is_of_that_day(
    text: str, theatre: str, quote: str, period: str
) -> None:
    found = {c.quote.exact: c for c in checked(text, "2025-07-15", theatre)}
    figure = next(c for exact, c in found.items() if exact.startswith(quote))
    assert figure.period is not None
    assert f"{figure.period.start} to {figure.period.last}" == period


@pytest.mark.parametrize("theatre", ["ukraine", "gaza"])
@pytest.mark.parametrize(
    "words",
    ["By the end of the seventh month of the war, winter had come.", "During the war's second month, trains stood.",
     "Before the ninth month of the war, schools had shut."],
)  # fmt: skip
def test_a_month_gone_by_is_not_set_against_the_day_of_the_report(words: str, theatre: str) -> None:
    for claim in checked(words, "2025-07-15", theatre):
        assert claim.finding is not None
        assert claim.finding.verdict not in ("contradicted", "disputed"), claim


def test_a_month_that_has_not_come_is_still_refuted() -> None:
    found = checked("The war in Gaza is in its 30th month.", "2025-07-15", "gaza")
    assert [c.finding.verdict for c in found if c.finding is not None] == ["contradicted"]


@pytest.mark.parametrize(
    ("start", "end", "unit", "nth"),
    [
        (date(2031, 1, 31), date(2031, 2, 27), "month", 1),
        (date(2031, 1, 31), date(2031, 2, 28), "month", 2),
        (date(2031, 3, 9), date(2034, 9, 8), "month", 42),
        (date(2031, 3, 9), date(2034, 9, 9), "month", 43),
        (date(2032, 2, 29), date(2033, 2, 28), "year", 2),
        (date(2031, 3, 9), date(2031, 3, 15), "week", 1),
        (date(2031, 3, 9), date(2031, 3, 16), "week", 2),
    ],
)
def test_months_and_weeks_are_counted_by_the_calendar(start: date, end: date, unit: str, nth: int) -> None:
    assert elapsed(start, end, unit, ordinal=True) == nth


@pytest.mark.parametrize(
    ("text", "theatre"),
    [
        ("From 1 June to 28 June 2025 Russian troops took 610 square kilometers of Ukraine.", "ukraine"),
        ("Between 2 and 29 June 2025, Russia launched 4,700 drones at Ukraine.", "ukraine"),
        ("From 7 October 2023 to 30 June 2025, 61,000 people were killed in Gaza, the health ministry said.", "gaza"),
    ],
)
def test_a_part_of_the_days_refutes_nothing_stated_for_all_of_them(text: str, theatre: str) -> None:
    early = [c for c in checked(text, "2025-06-16", theatre) if c.value is not None]
    assert early
    for claim in early:
        assert claim.finding is not None
        assert claim.finding.verdict not in ("contradicted", "disputed"), claim.finding.summary


def test_the_same_figure_is_refuted_once_its_days_are_over() -> None:
    found = checked("Between 2 and 29 June 2025, Russia launched 9,700 drones at Ukraine.", "2025-07-06", "ukraine")
    assert [c.finding.verdict for c in found if c.finding is not None] == ["contradicted"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The 1,200th day of the war fell on 7 June 2025.", "holds"),
        ("The 1,200th day of the war fell on 17 June 2025.", "contradicted"),
        ("Today is the 1,200th day of the war.", "contradicted"),  # a number of a day is no round number
        ("On the 1,200th day of the war, the trains stood.", "unverified"),
        ("Tuesday is the 1,238th day of the war.", "holds"),
    ],
)
def test_the_number_of_a_day(text: str, verdict: str) -> None:
    found = checked(text, "2025-07-15", "ukraine")
    assert [c.finding.verdict for c in found if c.finding and c.frame == "elapsed"] == [verdict]

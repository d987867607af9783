"""When a figure of no ledger holds: on the report's day, in a stretch up to it, in the quarter just over."""

from __future__ import annotations

import pytest

from ..said import claims, elsewhere, there


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Rebels contest two districts.", "two districts"),
        ("Famine has been confirmed in two districts.", "two districts"),
        ("As the siege went on, 12,000 families were displaced.", "12,000 families"),
        ("Some 60 per cent of Tigrayans – 3.1 million people – need aid.", "3.1 million people"),
    ],
)
def test_what_stands_is_of_the_reports_day(text: str, quote: str) -> None:
    assert str(there(text, quote).period) == "2025-09-02"


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("In six weeks the front has swallowed 14 villages.", "14 villages", "2025-07-23 to 2025-09-02"),
        ("In the first two weeks of fighting 90 villages have burned.", "90 villages", "2025-08-20 to 2025-09-02"),
        ("Lorries took 600 captives home over two days.", "600 captives", "2025-09-01 to 2025-09-02"),
        ("A year of war has emptied 41 villages.", "41 villages", "2024-09-03 to 2025-09-02"),
    ],
)
def test_a_stretch_runs_to_the_report(text: str, quote: str, period: str) -> None:
    assert str(there(text, quote).period) == period


def test_a_stretch_of_something_else_than_a_year_has_no_months() -> None:
    assert there("In the first three months of the siege fire took 410 houses.", "410 houses").period is None
    assert there("In the first three months of the year fire took 410 houses.", "410 houses").period is not None


def test_the_quarter_is_the_one_just_over() -> None:
    found = there("Monitors counted the quarter's 310 abductions.", "310 abductions", "2025-10-05")
    assert str(found.period) == "2025-07-01 to 2025-09-30"
    assert there("Monitors counted the quarter's 310 abductions.", "310 abductions", "2025-11-20").period is None


def test_brackets_date_what_stands_in_them() -> None:
    text = "Losses from 24.02.22 to 01.09.25 were 950 lorries (12 over the past day), 40 boats and 9 barges."
    assert str(there(text, "40 boats").period) == "2022-02-24 to 2025-09-01"


def test_any_previous_month_is_no_month() -> None:
    text = "Russia fired 1,850 drones in August, more than in any previous month."
    (drones,) = [c for c in claims(text) if c.value == 1850]
    assert str(drones.period) == "2025-08-01 to 2025-08-31"


def test_a_weeks_streak_ends_with_a_week_that_has_ended() -> None:
    found = there("Clashes have flared for three weeks running.", "three weeks running")
    assert str(found.period) == "2025-08-11 to 2025-08-31"


def test_what_would_last_is_no_time_past() -> None:
    assert [c.frame for c in elsewhere("The truce would last 45 days.")] == ["plan"]
    found = there("Shells hit 40 houses in the last 45 days.", "40 houses")
    assert str(found.period) == "2025-07-20 to 2025-09-02"


def test_a_trend_since_a_month_runs_from_it_and_is_never_looked_up() -> None:
    found = there("Killings in the valley have slowed since April.", "slowed")
    assert str(found.period) == "2025-04-01 to 2025-09-02"
    assert found.doubt == "ambiguous_period"


def test_a_toll_raised_is_the_months() -> None:
    found = there("The raid on 4 August tripled the month's toll to 139, medics said.", "tripled", "2025-08-20")
    assert str(found.period) == "2025-08-01 to 2025-08-20"


def test_a_record_sought_in_a_year_dates_no_change_beside_it() -> None:
    text = "The pace of advance, 13 square kilometres a day in July, was the highest of 2025 and 30% above June's."
    (above,) = [c for c in claims(text) if c.frame == "change"]
    assert str(above.period) == "2025-07-01 to 2025-07-31"

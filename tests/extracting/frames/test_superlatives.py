"""Extremes and ranks, their windows and what they rank."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, known, quotes, the

CASES: list[Any] = [
    (
        "The attack on July 9 was the largest of the war.",
        "the largest of the war",
        {"frame": "extreme", "measure": "strikes.launched", "direction": "max", "granularity": "night",
         "period": "2025-07-09", "window": "window", "baseline": "2022-02-24 to 2025-09-02"},
    ),
    (
        "July brought the highest number of drones since the start of the invasion.",
        "the highest number of drones since the start of the invasion",
        {"granularity": "month", "weapon": "drone", "period": "2025-07-01 to 2025-07-31"},
    ),
    (
        "Russia's pace in August was the slowest since April.",
        "the slowest since April",
        {"measure": "territory.net_change", "direction": "min", "granularity": "month", "pace": "rate",
         "window": "since", "baseline": "2025-04-01 to 2025-04-30"},
    ),
    (
        "In July Russia captured the most territory this year.",
        "the most territory this year",
        {"measure": "territory.net_change", "direction": "max", "baseline": "2025-01-01 to 2025-09-02"},
    ),
    (
        "The raid on August 28 was the second-largest of the war.",
        "second-largest of the war",
        {"frame": "rank", "value": 2.0, "unit": "rank", "granularity": "night"},
    ),
    (
        "The raid on August 28 was one of the heaviest of the war.",
        "one of the heaviest of the war",
        {"frame": "rank", "value": None, "granularity": "night", "period": "2025-08-28"},
    ),
    (
        "July was the deadliest month for civilians in Ukraine since May 2022.",
        "the deadliest month for civilians in Ukraine since May 2022",
        {"frame": "extreme", "measure": "casualties.killed", "population": "civilians", "granularity": "month"},
    ),
    (
        "On Sunday Russia launched a record 810 drones.",
        "810 drones",
        {"frame": "level", "value": 810.0, "period": "2025-08-31"},
    ),
    (
        "July's raids set a record of 728 drones in a single night.",
        "a record",
        {"granularity": "night"}),
    known(
        "In August people died in Ukraine in the deadliest strike of the year.",
        "the deadliest strike of the year",
        {"measure": None},
        why="the deadliest strike is sought among the largest",
    ),
    (
        "The August raid was one of the heaviest of the war.",
        "one of the heaviest of the war",
        {"granularity": "night"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_what_a_superlative_states(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(the(text, quote), **fields)


MORE: list[Any] = [
    ("Russia fired 450 drones on Monday, September 1, the most in any single attack.", "the most in any single attack",
     {"frame": "extreme", "weapon": "drone", "period": "2025-09-01"}),
    ("Saturday's was the year's biggest drone attack.", "year's biggest drone attack",
     {"period": "2025-08-30", "baseline": "2025-01-01 to 2025-09-02"}),
    ("The raid was among the three largest of the summer.", "among the three largest of the summer",
     {"frame": "rank", "value": 3.0, "comparator": "le", "baseline": "2025-06-01 to 2025-08-31"}),
    ("Civilian deaths hit a two-year high in July.", "a two-year high",
     {"measure": "casualties.killed", "period": "2025-07-01 to 2025-07-31", "inherited": True}),
    ("July's toll of civilian deaths ranks third among the past twelve months.",
     "ranks third among the past twelve months", {"frame": "rank", "value": 3.0, "inherited": True}),
    ("It was the bloodiest day since the coup.", "the bloodiest day since the coup",
     {"doubt": "undefined_term", "baseline": None}),
    ("The strike on the market was one of the deadliest strikes of the war.", "one of the deadliest strikes of the war",
     {"frame": "rank", "doubt": "no_ledger"}),
    ("July was the deadliest month for journalists.", "the deadliest month", {"measure": None}),
    ("The swap was the largest of the war.", "the largest of the war", {"measure": None, "frame": "extreme"}),
    ("It was the heaviest attack on Lviv since March.", "the heaviest attack on Lviv since March",
     {"place": "geonames:702550", "baseline": "2025-03-01 to 2025-03-31"}),
    ("It was the quietest night in months.", "the quietest night in months", {"direction": "min"}),
    ("The lull in drone attacks is the longest since spring.", "the longest since spring", {"doubt": "undefined_term"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), MORE)
def test_windows_places_and_parts_of_a_record(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(the(text, quote), **fields)


def test_the_date_of_a_beaten_record_is_not_that_of_the_new_one() -> None:
    text = "Russia launched 810 drones on August 30. It was the largest attack of the war, beating the 728 of July 9."
    expect(the(text, "the largest attack of the war"), period="2025-08-30")


def test_a_superlative_without_a_night_is_doubted() -> None:
    claim = the("It was the largest attack of the war.", "the largest attack of the war")
    expect(claim, doubt="ambiguous_period", period=None)


@pytest.mark.parametrize(
    "text",
    [
        "The largest employer of the town closed.",
        "Most analysts doubted the figures.",
        "It was the biggest party of the year.",
        "It beat the previous record for drones.",
    ],
)
def test_what_ranks_nothing_here(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The attack on July 9 was not the largest of the war.",
        "On October 30 it was not the record for drones.",
    ],
)
def test_a_superlative_that_is_denied_is_no_claim(text: str) -> None:
    assert [c for c in claims(text) if c.frame == "extreme" and c.measure] == []


def test_a_record_is_of_what_was_counted_beside_it() -> None:
    text = "May saw 836 injured, the highest monthly number this year."
    expect(the(text, "the highest monthly number this year"), measure="casualties.injured")

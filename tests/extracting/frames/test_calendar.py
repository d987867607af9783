"""Weekdays beside dates, and how long the war has lasted."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, quotes, the

CASES: list[Any] = [
    ("On Saturday, May 31, 2025, it rained.", "Saturday, May 31, 2025",
     {"frame": "weekday", "weekday": "Saturday", "period": "2025-05-31"}),
    ("On Friday, August 29, it rained.", "Friday, August 29", {"frame": "weekday", "weekday": "Friday"}),
    ("The war is in its fourth year.", "The war is in its fourth year",
     {"frame": "elapsed", "value": 4.0, "unit": "years", "ordinal": "true"}),
    ("It was the fourth year of the war.", "the fourth year of the war", {"frame": "elapsed", "value": 4.0}),
    ("On day 1,287 of the war it rained.", "day 1,287 of the war", {"value": 1287.0, "unit": "days"}),
    ("More than three years after the invasion began, it rained.", "More than three years after the invasion began",
     {"value": 3.0, "unit": "years", "comparator": "gt", "ordinal": None}),
    ("Forty months into the invasion, it rained.", "Forty months into the invasion", {"value": 40.0, "unit": "months"}),
    ("It was the five-hundredth day of the war.", "the five-hundredth day of the war",
     {"value": 500.0, "unit": "days", "inherited": True}),
    ("It rained on the war's third anniversary.", "the war's third anniversary", {"value": 3.0, "unit": "years"}),
    ("Three years to the day after the invasion began, it rained.",
     "Three years to the day after the invasion began", {"value": 3.0}),
    ("As the war nears the end of its fourth year, it rains.", "the war nears the end of its fourth year",
     {"value": 4.0, "ordinal": "true"}),
    ("It was the ninth day of the siege.", "the ninth day of the siege", {"value": 9.0, "doubt": "undefined_term"}),
    ("The nearly four-year-old war goes on.", "nearly four-year-old war", {"comparator": "approx", "inherited": True}),
    ("The town fell after 70 days.", "70 days", {"value": 70.0, "doubt": "undefined_term"}),
    ("Three years on, the port is empty.", "Three years on", {"value": 3.0, "inherited": True}),
    ("In the first year of the war the port fell.", "the first year of the war", {"inherited": True}),
    ("The war nears its fourth anniversary.", "The war nears its fourth anniversary", {"value": 4.0}),
    ("Forty months after Russia invaded, it rained.", "Forty months after Russia invaded", {"doubt": "undefined_term"}),
    ("Three and a half years into the war, it rained.", "Three and a half years into the war", {"value": 3.5}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_what_the_calendar_can_answer(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(the(text, quote), **fields)


def test_another_beginning_is_no_claim_of_this_war() -> None:
    assert quotes("After 11 years of war in the Donbas, little is left.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It rained on Saturday.",
        "The fourth year of drought began.",
        "The civil war in Sudan is in its third year.",
        "The fourth winter of the war began.",
        "The talks broke up after three hours.",
        "They agreed a 30-day truce.",
        "In the second year of his term it rained.",
    ],
)
def test_what_it_cannot(text: str) -> None:
    assert quotes(text) == []


def test_a_numbered_day_is_of_the_day_that_the_sentence_names() -> None:
    [found] = claims("The 1,234th day of the war fell on 11 July 2025.")
    assert (found.value, str(found.period), found.inherited) == (1234.0, "2022-02-24 to 2025-07-11", False)

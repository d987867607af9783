"""What figures are of that no verb of their own measures: a toll put as a share of a people, what a month brought the
army, another map-maker's number, and words that look like verbs of launching."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import elsewhere, expect, the, there


@pytest.mark.parametrize(
    ("text", "quote", "fields"),
    [
        ("Shelling killed 310 civilians in the spring, or 2 per cent of the town's population.", "2 per cent",
         {"measure": "casualties.killed", "population": "civilians", "inherited": True}),
        ("About 12,000 Druze died, a fifth of Sweida.", "a fifth", {"measure": "casualties.killed"}),
        ("The ministry's count went past 9,000 on Friday: almost three in every hundred Gazans.",
         "almost three in every hundred", {"measure": "casualties.killed", "inherited": True}),
        # who fled was not harmed
        ("Another 700 people fled, a tenth of the population.", "a tenth", {"measure": None}),
        # whose parts the shares are
        ("Of the 640 civilians killed in May, 90 were women and 40 children, and mines accounted for a third.",
         "a third", {"measure": "casualties.killed", "population": "civilians"}),
        ("Aleppo had 30 percent of the civilian deaths, Idlib a further 22 percent.", "22 percent",
         {"population": "civilians"}),
        ("Aleppo had 30 percent of the deaths, Idlib a further 22 percent.", "22 percent", {"population": None}),
    ],
)  # fmt: skip
def test_shares_of_a_people(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(there(text, quote), **fields)


@pytest.mark.parametrize(
    ("text", "quote", "measure"),
    [
        ("August brought Russian troops 460 square kilometres.", "460 square kilometres", "territory.net_change"),
        ("The summer has won Moscow 1,500 square kilometres.", "1,500 square kilometres", "territory.net_change"),
        ("The push gave the Ukrainians 12 square kilometres.", "12 square kilometres", None),
        ("Russian gains shrank to 460 square kilometres in August, ISW said, while DeepState reported only 271.", "271",
         "territory.net_change"),
        ("Russian gains shrank to 460 square kilometres in August, ISW said, while a third lay near 271.", "271", None),
        # a block of flats is no weapon built, and flames are not launched
        ("The raid beat the record of 702 weapons set on July 9, and a residential building was hit.", "702 weapons",
         "strikes.launched"),
        ("Crews downed 40 drones on August 28; one missile remained unaccounted for.", "one missile", None),
        ("Factories are building 300 drones a month.", "300 drones a month", None),
    ],
)  # fmt: skip
def test_measures(text: str, quote: str, measure: str | None) -> None:
    expect(the(text, quote), measure=measure)


def test_casualties_count_both_whatever_another_clause_tells() -> None:
    text = "Casualties in July were the highest since May 2022; the share of women among the dead rose."
    expect(the(text, "the highest since May 2022"), victim="both")


def test_those_who_sat_down_met() -> None:
    text = "Envoys of the two armies sat down in Tripoli on Monday for the first time since the spring."
    [found] = elsewhere(text)
    expect(found, measure="talks.meetings", where="Tripoli")

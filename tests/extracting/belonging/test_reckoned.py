"""Times reckoned from the report's day, and a day's stretch that touches two."""

from __future__ import annotations

import pytest

from dateline import desk


def _period(text: str, quote: str, theatre: str = "anywhere", published: str = "2024-06-12") -> tuple[str | None, bool]:
    found = desk.check(desk.read(text + "\n", published=published, theatre=theatre)).claims
    claim = next(c for c in found if quote in c.quote.exact)
    return (str(claim.period) if claim.period else None), claim.inherited


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Two days after shells killed 14 people in Homs, envoys met.", "14 people", "2024-06-10"),
        ("Four years to the day after gunmen killed 90 people there, envoys met.", "90 people", "2020-06-12"),
        ("He came three days after a raid in which, medics say, 80 people died.", "80 people", "2024-06-09"),
        ("A month into the truce, 180 people have been killed.", "180 people", "2024-05-12 to 2024-06-12"),
        ("By noon 12 hostages were home.", "12 hostages", "2024-06-12"),
    ],
)
def test_reckoned_from_the_report_and_guessed(text: str, quote: str, period: str) -> None:
    assert _period(text, quote) == (period, True)


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Two days after the raid, 14 people died in Homs.", "14 people", None),
        ("Three months after shells killed 14 people in Homs, envoys met.", "14 people", None),
        ("In the two days after the raid 14 people died.", "14 people", None),
    ],
)
def test_what_is_not_reckoned(text: str, quote: str, period: str | None) -> None:
    assert _period(text, quote)[0] == period


def test_a_date_of_its_own_wins() -> None:
    text = "He came three days after a raid on June 3 in which 80 people died."
    assert _period(text, "80 people")[0] == "2024-06-03"


def test_a_day_to_the_report_touches_two_where_no_ledger_is_asked() -> None:
    text = "In the past 24 hours the army destroyed 9 tanks."
    assert _period(text, "9 tanks")[0] == "2024-06-11 to 2024-06-12"
    drones = "In the past 24 hours Russia launched 90 drones at Ukraine."
    assert _period(drones, "90 drones", "ukraine")[0] == "2024-06-12"


def test_between_the_evenings_of_two_days() -> None:
    text = "Between the evenings of 8 and 10 June, 201 people were killed."
    assert _period(text, "201 people")[0] == "2024-06-08 to 2024-06-10"


def test_what_flew_since_the_evening_is_of_the_night() -> None:
    text = "The air force counted 355 drones launched since Tuesday evening."
    assert _period(text, "355 drones", "ukraine")[0] == "2024-06-12"


def test_a_toll_raised_by_a_day_s_blow_ends_on_that_day() -> None:
    text = "Bombs fell on Douma on Monday, taking the toll since Saturday to 500 dead."
    assert _period(text, "500 dead")[0] == "2024-06-08 to 2024-06-10"
    told = "The toll since Saturday is 500 dead, the monitor said on Monday."
    assert _period(told, "500 dead")[0] == "2024-06-08 to 2024-06-10", "what was said earlier runs to that day"


def test_what_was_said_on_an_earlier_day_runs_to_that_day() -> None:
    for text in (
        "The ministry said on 3 June that 500 people had been killed since March.",
        "On 3 June the ministry put the number killed since March at 500.",
        "The death toll since March stood at 500 on 3 June.",
    ):
        quote = "500 people" if "500 people" in text else "500"
        assert _period(text, quote)[0] == "2024-03-01 to 2024-06-03", text


def test_another_s_saying_ends_nothing() -> None:
    text = "The army said on 3 June that it had withdrawn; 500 people have died since March."
    assert _period(text, "500 people")[0] == "2024-03-01 to 2024-06-12"


def test_what_raised_a_toll_is_of_its_own_day() -> None:
    text = "In the 24 hours to Monday 40 people were killed, raising the toll since March to 700."
    assert _period(text, "40 people")[0] == "2024-06-10"


def test_days_told_in_the_simple_past_end_on_the_report_s() -> None:
    assert _period("Rebels took 28 villages in two days.", "28 villages")[0] == "2024-06-11 to 2024-06-12"

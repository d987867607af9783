"""Sentences of whole reports that lean on the ones before: what they carry on, and what they must not refute."""

from __future__ import annotations

import pytest

from .said import claims, expect, the

JUNE = "2026-06-20"


@pytest.mark.parametrize(("text", "quote"), [
    # of two tolls at once
    ("In 2025, 95 civilians were killed and 730 injured, 31 per cent more than the year before.", "31 per cent more"),
    ("In May 2026, 95 civilians were killed and 730 injured. They are 31 per cent higher than those of May 2025.",
     "31 per cent higher"),
    # of the stretch that the sentence before was of?
    ("On 3 June 95 drones came. Compared with a year earlier, the number of drones has tripled.", "tripled"),
    # a raid at the weekend is of one of its nights, or of both
    ("Russia carried out its largest air attack of the war at the weekend.", "its largest air attack of the war"),
    # cases that a committee let in later are of other days
    ("On 19 June 95 people were killed, after approval by the judicial committee of older cases.", "95 people"),
])  # fmt: skip
def test_what_is_guessed_is_not_refuted(text: str, quote: str) -> None:
    assert the(text, quote, JUNE).inherited


def test_a_part_is_as_sure_of_its_time_as_its_whole() -> None:
    text = "The air force published May's figures.\n\nOn the first night of the war's new phase it counted 95 drones, "
    assert the(text + "of which 81 were brought down.", "81", JUNE).inherited


@pytest.mark.parametrize(("text", "quote", "period"), [
    ("In May they took 140 square km. In April it had been 95 square km. They lost 12 square km.", "12 square km",
     "2026-05-01 to 2026-05-31"),
    ("On 3 June 95 drones came. Compared with the attack of 2 May (140), it was small. Shot down: 81 drones.",
     "81 drones", "2026-06-03"),
    ("In May 95 drones came. A month earlier, in April, there were 140. That month 12 missiles came as well.",
     "12 missiles", "2026-04-01 to 2026-04-30"),
    ("In January 2026, 95 civilians were killed; in the January before, 140 civilians were killed.", "140 civilians",
     "2025-01-01 to 2025-01-31"),
])  # fmt: skip
def test_what_is_only_looked_back_at_is_not_carried_on(text: str, quote: str, period: str) -> None:
    expect(the(text, quote, JUNE), period=period)


def test_where_and_when_a_report_was_filed_dates_nothing() -> None:
    text = "LONDON, June 20 (Agency) - Russia launched 95 drones. Air defences downed 81 of the drones."
    assert the(text, "95 drones", JUNE).period is None
    assert the(text, "81 of the drones", JUNE).period is None


def test_two_figures_of_one_thing_at_one_time_are_of_two_times() -> None:
    text = "In May the army took 140 square kilometers. The agency's figures are lower: 95 and 81 square kilometers."
    assert the(text, "81 square kilometers", JUNE).doubt == "ambiguous_period"
    whole = "On 3 June 140 drones came. Of the 140, 81 were downed."
    assert the(whole, "81", JUNE).doubt is None


@pytest.mark.parametrize(("text", "quote", "base"), [
    ("The figure for May is double that for April and four times that for March, in square kilometers taken.",
     "four times", "2026-03-01 to 2026-03-31"),
])  # fmt: skip
def test_what_one_multiple_is_compared_with_is_not_what_the_next_is_of(text: str, quote: str, base: str) -> None:
    found = the("The army gained 140 square kilometers in May. " + text, quote, JUNE)
    expect(found, period="2026-05-01 to 2026-05-31")
    assert found.baseline is not None
    assert str(found.baseline.period) == base


def test_people_counted_by_where_they_were_are_no_share_of_land() -> None:
    text = "Most of the civilian casualties, 95 per cent, occurred in territory controlled by the Government."
    assert the(text, "95 per cent", JUNE).measure is None


def test_the_size_of_what_is_asked_for_is_a_plan() -> None:
    text = "Moscow wants the rest of Donetsk region, some 950 square kilometers, by spring."
    assert the(text, "some 950 square kilometers", JUNE).frame == "plan"


@pytest.mark.parametrize("text", [
    "In May it made the fastest gains of the year bar one, on the ground in Ukraine.",
    "May was the month with the fastest Russian advance of the year, surpassed only by January.",
])  # fmt: skip
def test_a_record_that_leaves_something_out_is_not_looked_up(text: str) -> None:
    found = [c for c in claims(text, JUNE) if c.frame == "extreme" and c.measure is not None]
    assert all(c.doubt is not None for c in found)


def test_the_largest_attack_on_the_grid_is_of_no_ledger() -> None:
    text = "The raid of 3 June was one of the largest on the energy system since the start of the war."
    assert all(c.measure is None for c in claims(text, JUNE) if c.frame == "rank")


def test_what_was_not_shot_down_was_not_shot_down() -> None:
    text = "On 3 June 140 drones came.\n\nNot shot down: 12 drones."
    assert the(text, "12 drones", JUNE).measure != "strikes.intercepted"


def test_in_its_first_days_a_quarter_is_that_of_the_year_before() -> None:
    text = "First quarter: 95 civilians were killed."
    expect(the(text, "95 civilians", "2026-01-12"), period="2025-01-01 to 2025-03-31")
    expect(the(text, "95 civilians", "2026-02-12"), period="2026-01-01 to 2026-02-12")

"""What a sentence leaves to the next: the figure that it goes on about, the window of a record, another war."""

from __future__ import annotations

import pytest

from ..said import claims, expect, gaza, the

MARCH = "2026-03-04"


@pytest.mark.parametrize(("text", "quote", "period"), [
    # what others are compared with is not gone on about
    ("Russia took 90 sq km in February, down from 200 in January and 410 in December. It was the slowest month of "
     "the winter.", "the slowest month of the winter", "2026-02-01 to 2026-02-28"),
    ("Russia sent 4,100 drones in February. That was the fewest since June 2025, when 3,900 came.\n\n"
     "It also sent 95 missiles.", "95 missiles", "2026-02-01 to 2026-02-28"),
    ("Russia sent 4,100 drones in February. A year earlier it had sent 2,600 drones.\n\n"
     "It also sent 95 missiles.", "95 missiles", "2026-02-01 to 2026-02-28"),
    # what was looked back at alone is
    ("Russia sent 4,100 drones in February. In May 2025 it had sent 2,600 drones and 95 missiles.",
     "95 missiles", "2025-05-01 to 2025-05-31"),
])  # fmt: skip
def test_the_time_that_the_next_sentence_goes_on_with(text: str, quote: str, period: str) -> None:
    expect(the(text, quote, MARCH), period=period)


def test_what_is_carried_on_beside_a_window_is_not_said() -> None:
    text = "Russia sent 4,100 drones in February. It sent 95 missiles, the most since May 2025."
    assert the(text, "95 missiles", MARCH).inherited


@pytest.mark.parametrize(("text", "measure"), [
    ("In Sudan 340 people were killed in March, a monitor said. Another 700 people were injured there.", None),
    ("In Sudan 340 people were killed in March, a monitor said. In Ukraine 700 people were injured.",
     "casualties.injured"),
    ("In Sudan 340 people were killed in March, a monitor said.\n\nAnother 700 people were injured in April.",
     "casualties.injured"),
])  # fmt: skip
def test_another_war_stays_one_until_its_own_is_named(text: str, measure: str | None) -> None:
    assert next(c for c in claims(text, "2026-05-04") if c.quote.exact.startswith("700")).measure == measure


def test_ukraine_is_another_war_in_a_report_of_gaza() -> None:
    text = "Elsewhere, in Ukraine, 150 civilians were killed in July. Another 700 civilians were injured."
    first, second = gaza(text, "2025-08-20")
    assert (first.dimensions["elsewhere"], second.measure) == ("Ukraine", None)


@pytest.mark.parametrize(("text", "quote", "period"), [
    ("- From January to March 2026: 400 killed\n\n- Same period of 2025: 390 killed; 1,900 injured",
     "390 killed", "2025-01-01 to 2025-03-31"),
    ("- From January to March 2026: 400 killed\n\n- Same period of 2025: 390 killed; 1,900 injured",
     "1,900 injured", "2025-01-01 to 2025-03-31"),
    ("The corresponding period a year before brought 390 killed.", "390 killed", None),
])  # fmt: skip
def test_the_same_period_of_another_year(text: str, quote: str, period: str | None) -> None:
    expect(the(text, quote, "2026-05-04"), period=period)


def test_a_day_before_the_last_of_a_running_total() -> None:
    text = "The toll since the war began has risen to 62,263 killed. A day earlier the ministry had reported 64 killed."
    found = next(c for c in gaza(text, "2025-08-22") if c.quote.exact == "64 killed")
    assert str(found.period) == "2025-08-21"


@pytest.mark.parametrize(("text", "quote"), [
    ("In June 210 civilians were killed and 1,300 injured, the highest monthly count since May 2022.",
     "the highest monthly count since May 2022"),
    ("June, with 210 killed and 1,300 wounded, the worst monthly total of the year, is over.",
     "the worst monthly total of the year"),
])  # fmt: skip
def test_what_is_ranked_behind_both_is_both(text: str, quote: str) -> None:
    expect(the(text, quote, "2025-07-15"), victim="both")


@pytest.mark.parametrize(("text", "quote", "granularity"), [
    ("Russia fired a record number of drones in May.", "a record number", "month"),
    ("The biggest raid came in May.\n\nRussia fired a record drone salvo.", "a record drone salvo", "night"),
    ("The year as a whole was the deadliest for civilians since 2022.", "the deadliest for civilians since 2022",
     "year"),
])  # fmt: skip
def test_what_is_ranked(text: str, quote: str, granularity: str) -> None:
    expect(the(text, quote, "2026-06-03"), granularity=granularity)


def test_a_year_is_not_the_month_told_before() -> None:
    text = "In December 160 civilians were killed. The year as a whole was the deadliest since 2022."
    expect(the(text, "the deadliest since 2022", "2026-01-14"), granularity="year", period=None)


def test_a_window_that_other_words_name_is_not_looked_up() -> None:
    text = "In June 210 civilians were killed. June was the worst month of the period."
    expect(the(text, "the worst month", "2025-07-15"), doubt="undefined_term", baseline=None)


def test_the_window_of_a_record_dates_no_figure() -> None:
    text = "June was grim, with 210 civilians killed, the most in three years."
    assert [str(c.period) for c in claims(text, "2025-07-15") if c.value == 210.0] == ["2025-06-01 to 2025-06-30"]


def test_the_month_of_a_record_is_the_one_that_it_is_in() -> None:
    text = "The biggest raid of the month came on 24 May, when Russia sent 600 drones."
    found = the(text, "The biggest raid of the month", "2026-06-03")
    assert found.baseline is not None
    assert str(found.baseline.period) == "2026-05-01 to 2026-05-31"


@pytest.mark.parametrize(
    "left_out", [" apart from June and July", " except for June", ", excluding June", " but for June"]
)
def test_a_record_with_something_left_out_is_not_looked_up(left_out: str) -> None:
    text = f"In November the net gain was 483 sq km. The figure was the highest of the year{left_out}."
    found = next(c for c in claims(text, "2025-12-05") if c.frame == "extreme")
    expect(found, doubt="undefined_term", period="2025-11-01 to 2025-11-30")


@pytest.mark.parametrize(("text", "quote", "period"), [
    ("April was 20 per cent above March, when the total of killed and injured civilians was 1,074.", "1,074",
     "2025-03-01 to 2025-03-31"),
    ("In April 4,100 drones came, more than the month before, when Russia had fired 3,900 drones.", "3,900 drones",
     "2025-03-01 to 2025-03-31"),
    ("In April 4,100 drones were launched. The total beat the previous month, when 3,900 were fired.", "3,900",
     "2025-03-01 to 2025-03-31"),
    ("In April 4,100 drones came. In the first 20 days of the year it was 3,900 drones.", "3,900 drones",
     "2025-01-01 to 2025-01-20"),
    ("It slowed in April: 310 sq km were taken, a third less than a month earlier.", "310 sq km",
     "2025-04-01 to 2025-04-30"),
    ("In April they lost ground for the first time this year: 18 sq km were given up.", "18 sq km",
     "2025-04-01 to 2025-04-30"),
])  # fmt: skip
def test_when_a_figure_beside_a_comparison_is_of(text: str, quote: str, period: str) -> None:
    expect(the(text, quote, "2025-05-05"), period=period)


@pytest.mark.parametrize(("text", "inherited"), [
    ("Year on year, launches of drones were up 54%: in March 2025, 4,198 drones were launched.", True),
    ("In March 2026 launches of drones were up 54% year on year: it was a record.", False),
])  # fmt: skip
def test_a_time_behind_a_colon_may_not_be_the_change_s(text: str, inherited: bool) -> None:
    assert next(c for c in claims(text, "2026-04-05") if c.frame == "change").inherited is inherited


@pytest.mark.parametrize(("text", "inherited"), [
    ("Of the months of the year July was the deadliest month, with 286 killed.", True),
    ("July was the deadliest month of the war, with 286 killed.", False),
    ("Their number was 270 in October, the most in any month of the year.", True),
    ("In October 270 missiles were launched, the most in any month of the year.", False),
    ("On 5 October came the largest attack of the year.", False),
])  # fmt: skip
def test_a_record_that_is_half_said_is_a_guess(text: str, inherited: bool) -> None:
    before = "Russia launched 1,940 missiles in October. "
    found = [c for c in claims(before + text, "2025-12-30") if c.frame == "extreme"]
    assert [c.inherited for c in found] == [inherited]


def test_last_may_gives_its_year_to_no_paragraph_after_it() -> None:
    text = "Last May 4,003 drones were launched.\n\nIn March 211 civilians were killed."
    expect(the(text, "211 civilians", "2026-05-14"), period="2026-03-01 to 2026-03-31", inherited=True)

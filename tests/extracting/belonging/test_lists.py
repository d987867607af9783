"""Points of a list lean on the line above them, and the words that open a sentence date all of it."""

from __future__ import annotations

import pytest

from ..said import expect, the

JUNE = "2026-06-20"


@pytest.mark.parametrize(("above", "measure"), [
    ("On 3 June Russia sent 90 weapons, and air defence shot down 71 of them:", "strikes.intercepted"),
    ("On 3 June Russia launched 71 weapons:", "strikes.launched"),
    ("Shot down on 3 June", "strikes.intercepted"),
])  # fmt: skip
def test_what_befell_the_points_of_a_list_is_said_above_it(above: str, measure: str) -> None:
    for point in ("61 drones", "10 missiles"):
        text = f"{above}\n\n- 61 drones;\n\n- 10 missiles.\n\nThe raid lasted until dawn."
        expect(the(text, point, JUNE), measure=measure, period="2026-06-03", inherited=True)


def test_a_point_is_not_dated_by_the_point_before_it() -> None:
    text = (
        "In May 2026 the toll was 190 killed.\n\n- In the raid of 19 May 31 civilians were killed in Sumy."
        "\n\n- Of those killed in drone attacks, 12 people were aged over 60, and 80 civilians were killed in all."
    )
    expect(the(text, "80 civilians", JUNE), measure="casualties.killed", period="2026-05-01 to 2026-05-31")


@pytest.mark.parametrize(("text", "quote", "period"), [
    ("On 9 June 40 drones came. The day before, it sent 95 drones, of which 81 were shot down.", "81", "2026-06-08"),
    ("On 9 June 40 drones came. Recap: the night before, 95 came, of which 81 were shot down.", "81", "2026-06-08"),
    ("In May 40 drones came. A year earlier, in May 2025, Russia sent 95 drones, the most of any month of that year.",
     "95 drones", "2025-05-01 to 2025-05-31"),
    ("Since the beginning of the month, Russia has launched 95 drones.", "95 drones", "2026-06-01 to 2026-06-20"),
    # what is set against it is of another time
    ("On 9 June 40 drones came. The day before, 95 drones were sent, while 81 came over the night.", "81", None),
])  # fmt: skip
def test_an_earlier_time_that_opens_a_sentence_dates_all_of_it(text: str, quote: str, period: str | None) -> None:
    found = the(text, quote, JUNE)
    if period is None:
        assert str(found.period) != "2026-06-08"
    else:
        expect(found, period=period)


def test_a_semicolon_in_brackets_parts_no_dates() -> None:
    text = "In April 2026, 140 people were killed, more than a year earlier (95 killed; 730 injured)."
    expect(the(text, "730 injured", JUNE), period="2025-04-01 to 2025-04-30")
    both = "People died in spring (March: 95 killed; April: 140 killed, 730 injured)."
    expect(the(both, "730 injured", JUNE), period="2026-04-01 to 2026-04-30")


def test_a_row_of_numbers_answers_a_row_of_times() -> None:
    text = "For March it gives Russian gains of 95 square kilometers and for April 140; the ministry 110 and 150."
    expect(the(text, "110", JUNE), measure="territory.net_change", period="2026-03-01 to 2026-03-31")
    expect(the(text, "150", JUNE), measure="territory.net_change", period="2026-04-01 to 2026-04-30")


def test_the_end_of_the_year_is_that_of_the_year_spoken_of() -> None:
    text = "In November 2025 the army advanced by 95 square kilometers. By the end of the year it held 7,300 square km."
    expect(the(text, "7,300 square km", JUNE), measure="territory.held", period="2025-12-31")


def test_the_previous_day_is_no_day_of_a_count() -> None:
    text = "On 9 June 40 drones came. The previous day 95 drones had come, the most since 20 May."
    expect(the(text, "95 drones", JUNE), period="2026-06-08")
    expect(the(text, "the most since 20 May", JUNE), period="2026-06-08")

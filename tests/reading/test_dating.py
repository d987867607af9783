"""Which day a report is of, and what is said where that is in doubt."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading import read_text

TODAY = date(2026, 1, 15)
STORY = "Russia launched 367 drones.\n\nOf those, 56 got through the defences."


@pytest.mark.parametrize(
    ("head", "day", "basis", "warns"),
    [
        ("Published 30 May 2025\nUpdated 2 June 2025\n\n", date(2025, 5, 30), "published", ""),
        ("Updated 2 June 2025\n\n", date(2025, 6, 2), "updated", ""),
        ("Saturday, May 31, 2025\n\n", date(2025, 5, 31), "dateline", ""),
        ("KYIV, May 30, 2025 (Agency) - ", date(2025, 5, 30), "dateline", ""),
        ("KYIV, May 30 (Agency) - ", date(2025, 5, 30), "dateline", "names no year"),
        ("WASHINGTON, Sept. 3, 2024 — ", date(2024, 9, 3), "dateline", ""),
        ("", TODAY, "today", "--published YYYY-MM-DD"),
        ("Published 03/04/2025\n\n", TODAY, "today", "03/04/2025 can be read two ways"),
        ("Published May 30, 2031\n\n", date(2031, 5, 30), "published", "after today"),
    ],
)
def test_order_of_dates(head: str, day: date, basis: str, warns: str) -> None:
    report = read_text(head + STORY, today=TODAY)
    assert (report.date, report.date_basis) == (day, basis)
    assert len(report.warnings) == (1 if warns else 0)
    assert all(warns in sentence and sentence.endswith(".") for sentence in report.warnings)


def test_agency_datelines_stay_story() -> None:
    report = read_text("KYIV, May 30, 2025 (Agency) - " + STORY, today=TODAY)
    assert {block.role for block in report.blocks} == {"story"}


def test_a_given_day_in_the_future_is_warned_of() -> None:
    report = read_text(STORY, published=date(2031, 1, 1), today=TODAY)
    assert report.date_basis == "given" and "after today" in report.warnings[0]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("A summer of raids\nBy the data desk, 12 September 2025\n\n", date(2025, 9, 12)),
        ("A summer of raids\nRemarks to the Council, 12 September 2025\n\n", date(2025, 9, 12)),
        ("Weekly monitor, 8-12 September 2025\n\n", date(2025, 9, 12)),
        ("Weekly monitor, 8 to 12 September 2025\n\n", date(2025, 9, 12)),
        ("Health ministry: statement of 12 September 2025\n\n", date(2025, 9, 12)),
        ("Assessment, 12 September 2025: key points\n\n", date(2025, 9, 12)),
        ("Statement on the raid of 12 September 2025 and what followed\n\n", TODAY),
        ("Monitoring report\n1 September 2025 – 12 September 2025\n\n", date(2025, 9, 12)),
        # a day that a headline is of, one to come, and one in a sentence are none
        ("The raid on the port, 12 September 2025\n\n", TODAY),
        ("Weekly monitor, 12 September 2031\n\n", TODAY),
        ("A raid hit the port on 12 September 2025\n\n", TODAY),
        ("A raid hit the port, officials said, on 12 September 2025.\n\n", TODAY),
    ],
)
def test_a_date_that_ends_a_line_of_the_head(head: str, day: date) -> None:
    assert read_text(head + STORY, today=TODAY).date == day

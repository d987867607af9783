"""What "the previous night" and "the preceding month" come before."""

from __future__ import annotations

import pytest

from ..said import claims, expect, the

NOVEMBER = "2026-11-20"


@pytest.mark.parametrize(("text", "period"), [
    ("In June Russia launched 5,100 drones. The previous month it launched 730 drones.", "2026-05-01 to 2026-05-31"),
    ("On 12 June 95 drones were launched. In the preceding month 730 drones were.", "2026-05-01 to 2026-05-31"),
    ("In 2024 it launched 9,100 drones, and in the previous year 730 drones.", "2023-01-01 to 2023-12-31"),
    ("On 12 June 95 drones were launched. The previous night 730 drones were launched.", "2026-06-11"),
    ("On 12 June 95 drones were launched after 730 drones the previous night.", "2026-06-11"),
    ("It launched 5,100 drones in October 2024, up from 730 drones the previous month.", "2024-09-01 to 2024-09-30"),
    ("In February it launched 5,100 drones, against 730 drones the preceding month.", "2026-01-01 to 2026-01-31"),
    ("In October 2024 it launched 5,100 drones. The prior month it launched 730 drones.", "2024-09-01 to 2024-09-30"),
    ("In May 2025 it launched 5,100 drones, after 730 drones in the previous quarter.", "2025-01-01 to 2025-03-31"),
    ("From 10 to 12 June it sent 95 drones. Over the previous three nights it sent 730 drones.",
     "2026-06-07 to 2026-06-09"),
    ("On 12 June 95 drones were launched. In the previous three nights 730 drones were.", None),
    ("In February 95 drones were launched, and over the preceding two months 730 drones.", "2025-12-01 to 2026-01-31"),
    ("In the first week of June it sent 95 drones. Over the previous three nights it sent 730 drones.", None),
    ("In the previous month Russia launched 730 drones.", "2026-10-01 to 2026-10-31"),
    # nothing that it may come before, or a stretch that is too long or too short to have one
    ("The previous night Russia launched 730 drones.", None),
    ("In June Russia launched 5,100 drones. The previous night it launched 730 drones.", None),
    ("On 12 June 95 drones were launched. In the preceding week 730 drones were.", None),
    ("Between 29 May and 3 June 95 drones were launched. In the preceding month 730 drones were.", None),
])  # fmt: skip
def test_it_comes_before_what_the_text_spoke_of(text: str, period: str | None) -> None:
    expect(the(text, "730 drones", NOVEMBER), measure="strikes.launched", period=period)


@pytest.mark.parametrize(("text", "quote", "period"), [
    ("Compared with the 5 June raid (95 drones), last night's was larger (730 drones).", "95 drones", "2026-06-05"),
    ("Compared with the 5 June raid (95 drones), last night's was larger (730 drones).", "730 drones", NOVEMBER),
    ("Unlike the 5 June attack, when 95 drones flew in, 730 were launched last night.", "95 drones", "2026-06-05"),
    ("It launched 95 drones on 5 June, a record broken on 12 June with 730 drones.", "730 drones", "2026-06-12"),
    ("A day after the record 730 drones, Russia launched another 95 drones on 12 June.", "730 drones", None),
    ("After a night with 730 drones, Russia launched 95 drones on 12 June.", "730 drones", None),
    ("Russia launched 95 drones on 12 June; 24 hours earlier it had launched 730 drones.", "730 drones", None),
    ("The raids of June, on the 3rd, 9th and 12th, brought 730 drones against Ukraine.", "730 drones", None),
])  # fmt: skip
def test_which_of_two_times_a_figure_is_of(text: str, quote: str, period: str | None) -> None:
    found = [c for c in claims(text, NOVEMBER) if c.quote.exact == quote and c.frame == "level"]
    assert [str(c.period) if c.period else None for c in found] == [period]

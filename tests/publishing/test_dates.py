from __future__ import annotations

from datetime import date

import pytest

from dateline.publishing import dates
from dateline.records.period import Period


@pytest.mark.parametrize(
    ("start", "last", "words"),
    [
        ("2025-05-30", "2025-05-30", "30 May 2025"), ("2025-05-01", "2025-05-30", "1–30 May 2025"),
        ("2025-05-01", "2025-05-31", "May 2025"), ("2024-02-01", "2024-02-29", "February 2024"),
        ("2025-04-01", "2025-06-30", "April – June 2025"), ("2024-11-01", "2025-01-31", "November 2024 – January 2025"),
        ("2025-01-01", "2025-12-31", "2025"), ("2023-01-01", "2024-12-31", "2023–2024"),
        ("2025-04-28", "2025-05-04", "28 April – 4 May 2025"),
        ("2024-12-30", "2025-01-05", "30 December 2024 – 5 January 2025"),
    ],
)  # fmt: skip
def test_stretches_say_each_thing_once(start: str, last: str, words: str) -> None:
    shown = dates.stretch(date.fromisoformat(start), date.fromisoformat(last))
    assert shown.replace("\u00a0", " ") == words


def test_a_night_is_named_by_its_last_day() -> None:
    assert dates.period(Period.of_day(date(2025, 5, 25), "night")).replace("\u00a0", " ") == "night to 25 May 2025"
    assert dates.period(None) == ""

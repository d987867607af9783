"""Lines that state writers and dates, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading.bylines import MetaLine, is_name, read_meta_line, split_names

DAY = date(2025, 5, 30)


@pytest.mark.parametrize(
    ("line", "meta"),
    [
        ("Friday, May 30, 2025", MetaLine(stated=DAY)),
        ("30 May 2025, 10:15 p.m. EDT", MetaLine(stated=DAY)),
        ("Date: Fri, 30 May 2025 10:15:00 +0300", MetaLine(stated=DAY)),
        ("Kyiv, 30 May 2025", MetaLine(stated=DAY)),
        ("Published • Updated May 30, 2025 • 7 MIN READ", MetaLine(updated=DAY, stamped=True)),
        ("Published May 30, 2025", MetaLine(published=DAY, stamped=True)),
        ("Last updated on: 2025-05-30T10:15:00Z", MetaLine(updated=DAY, stamped=True)),
        ("Published 30 May 2025 | Updated 31 May 2025", MetaLine(DAY, date(2025, 5, 31), stamped=True)),
        ("By Ann Lee", MetaLine(names=("Ann Lee",))),
        ("By Ann Lee and Bob Roy, Kyiv", MetaLine(names=("Ann Lee", "Bob Roy"))),
        ("Published 03/04/2025", MetaLine(stamped=True)),
    ],
)
def test_meta_lines(line: str, meta: MetaLine) -> None:
    assert read_meta_line(line) == meta


@pytest.mark.parametrize(
    "line",
    [
        "The map published May 30, 2025 shows 404 square kilometres.",
        "Published May 30, 2025, the report counts 367 drones and 45 missiles.",
        "By Friday evening, Russia had launched 367 drones.",
        "By May 2025 the front had moved.",
        "On May 30, 2025 Russia launched 367 drones",
        "Russia launched 367 drones",
        "Updated",
    ],
)
def test_statements_are_no_meta_lines(line: str) -> None:
    assert read_meta_line(line) is None


def test_names() -> None:
    assert is_name("Sergey V. Lavrov") and is_name("Ursula von der Leyen") and is_name("Volodymyr Zelensky")
    assert not is_name("Middle East") and not is_name("Log In") and not is_name("367 Drones") and not is_name("Ann")
    assert split_names("BY ANN LEE") == ("Ann Lee",)
    assert split_names("the air force") == ()

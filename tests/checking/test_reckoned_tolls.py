"""Tolls that nobody published as such: days' reports that tile a week or month, months beside a year's total."""

from __future__ import annotations

import pytest

import dateline
from dateline.records.finding import Finding


def found(text: str, day: str, theatre: str) -> Finding:
    (claim,) = dateline.check(dateline.read(text, published=day, theatre=theatre)).claims
    assert claim.finding is not None
    return claim.finding


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Between 14 and 20 July 2025, 869 people were killed in Gaza, the health ministry said.", "holds"),
        ("Between 14 and 20 July 2025, nearly 900 people were killed in Gaza.", "holds"),
        ("Between 14 and 20 July 2025, 1,200 people were killed in Gaza.", "disputed"),
        ("Between 14 and 20 July 2025, 880 people were killed in Gaza.", "unverified"),
        # the total has had cases added to it that were older
        ("Between 1 May and 20 July 2025, 5,400 people were killed in Gaza.", "unverified"),
        ("Between 1 May and 20 July 2025, 9,400 people were killed in Gaza.", "disputed"),
        ("Between 14 and 20 July 2025, 869 civilians were killed in Gaza.", "qualified"),
        ("Between 14 and 20 July 2025, 869 women were killed in Gaza.", "unverified"),
        ("Between 14 and 20 July 2025, 869 people were killed in Rafah.", "unverified"),
    ],
)
def test_the_ministrys_days_add_up_to_a_week(text: str, verdict: str) -> None:
    assert found(text, "2025-09-20", "gaza").verdict == verdict


def test_the_reading_says_what_it_is_a_sum_of() -> None:
    finding = found("From 7 to 13 July 2025, 650 people were killed in Gaza.", "2025-09-20", "gaza")
    assert any(r.definition.startswith("sum of") and "tile" in r.note for r in finding.readings)
    assert finding.basis != "recorded" or finding.verdict != "holds"


def test_days_that_are_not_all_there_give_no_sum() -> None:
    """No report covers 26 October 2023."""
    finding = found("From 24 to 30 October 2023, 900 people were killed in Gaza.", "2024-09-20", "gaza")
    assert not any(r.definition.startswith("sum of") for r in finding.readings)


def test_a_sum_of_months_stands_beside_the_published_total() -> None:
    text = "In 2025, 2,526 civilians were killed in Ukraine, according to the United Nations."
    finding = found(text, "2026-05-20", "ukraine")
    assert finding.verdict == "holds"
    sums = [r for r in finding.readings if r.definition == "sum of 12 months"]
    assert [r.departs for r in sums] == [("definition",)]
    assert sums[0].value != finding.computed == 2526

"""What a heading gives to the lines beneath it."""

from __future__ import annotations

import pytest

from ..said import claims, expect, the

MARCH = "2026-03-04"
OPENING = "Russia took 139 square kilometres in February."


@pytest.mark.parametrize(("heading", "place"), [
    ("Kharkiv region", "UA-63"),
    ("2. Kharkiv Oblast:", "UA-63"),
    ("The situation in the Kharkiv region", "UA-63"),
    ("Why Kharkiv matters", None),
    ("Outlook", None),
    ("The fighting went on around Kharkiv.", None),
])  # fmt: skip
def test_the_place_of_a_heading(heading: str, place: str | None) -> None:
    found = the(f"{OPENING}\n\n{heading}\n\nThe Russians took 20 sq km in February.", "20 sq km", MARCH)
    expect(found, place=place)
    assert found.inherited is (place is not None)


def test_a_heading_holds_until_the_next() -> None:
    text = f"Kharkiv region\n\nIn February 20 sq km fell.\n\nOutlook\n\n{OPENING}"
    expect(the(text, "139 square kilometres", MARCH), place=None, inherited=False)


def test_far_beneath_a_heading_a_figure_may_be_of_the_country_again() -> None:
    text = f"Kharkiv region\n\nIn February 20 sq km fell.\n\nIn January 30 sq km fell.\n\n{OPENING}"
    expect(the(text, "139 square kilometres", MARCH), place=None, inherited=True)


def test_every_item_of_a_list_is_beneath_its_heading() -> None:
    text = "Kharkiv region\n\n- In February Russia took 20 sq km\n\n- In January Russia took 30 sq km"
    assert [c.place.id if c.place else None for c in claims(text, MARCH)] == ["UA-63", "UA-63"]


def test_a_place_that_opens_a_paragraph_holds_for_it() -> None:
    text = f"Kharkiv. In February Russia took 20 sq km here.\n\n{OPENING}"
    expect(the(text, "20 sq km", MARCH), place="UA-63")
    expect(the(text, "139 square kilometres", MARCH), place=None)


@pytest.mark.parametrize(("heading", "period"), [
    ("May 2025", "2025-05-01 to 2025-05-31"),
    ("Figures for January", "2026-01-01 to 2026-01-31"),
    ("Air raids", None),
])  # fmt: skip
def test_the_time_of_a_heading(heading: str, period: str | None) -> None:
    found = the(f"{heading}\n\n- 3,100 drones launched\n\n- 90 missiles launched", "90 missiles", MARCH)
    expect(found, period=period)
    assert found.inherited or period is None


def test_a_heading_that_names_another_war() -> None:
    text = "Ukraine and Sudan in March\n\nSudan\n\nIn February 340 people were killed."
    expect(the(text, "340 people", MARCH), place="name:Sudan", inherited=True)


@pytest.mark.parametrize(("text", "quote", "inherited"), [
    ("Here 110 people were killed in June.", "110 people", True),
    ("Some 140 drones were shot down over our city on 7 June.", "Some 140 drones", True),
    ("The region lost ground. In June Russian troops took 40 sq km there.", "40 sq km", True),
    ('"In May we had 17 drones over our town," she said. "On 7 June there were two missiles."', "two missiles", True),
    ("In Kharkiv 12 people were killed in June. In May 115 people were killed.", "115 people", True),
    ("In Kharkiv 12 people died in June. In May 115 people were killed across the country.", "115 people", False),
    ("In Kharkiv 12 people were killed in June. It was grim. In May 115 people were killed.", "115 people", True),
    ("In Kharkiv 12 people were killed in June. Russia launched 95 missiles in June.", "95 missiles", False),
    ("In Kharkiv 12 people were killed in June.\n\nIn May 115 people were killed.", "115 people", False),
])  # fmt: skip
def test_what_may_be_of_a_place_that_is_not_named(text: str, quote: str, inherited: bool) -> None:
    assert the(text, quote, "2025-07-04").inherited is inherited


@pytest.mark.parametrize(("heading", "day"), [
    ("MONDAY", "2026-03-02"),
    ("Monday", "2026-03-02"),
    ("28 February", "2026-02-28"),
    ("A quiet week", MARCH),
    ("24 February 2022", MARCH),
])  # fmt: skip
def test_overnight_beneath_a_day_is_that_day_s(heading: str, day: str) -> None:
    text = f"Tuesday\n\nNothing came.\n\n{heading}\n\nRussia launched 128 drones overnight."
    expect(the(text, "128 drones", MARCH), period=day)

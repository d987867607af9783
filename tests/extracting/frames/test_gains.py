"""Ground gained in words."""

from __future__ import annotations

import pytest

from ..said import claims, expect, quotes, the


def test_most_of_the_gains() -> None:
    text = "Most of the gains in August were in Donetsk region."
    claim = the(text, "Most of the gains in August were in Donetsk region")
    expect(claim, frame="share", measure="territory.gained", value=50.0, comparator="gt", of="whole", place="UA-14")
    expect(claim, period="2025-08-01 to 2025-08-31", doubt=None)


def test_some_gains_are_anything_that_a_map_shows() -> None:
    text = "Russia made smaller gains in Sumy in August."
    expect(the(text, "smaller gains in Sumy"), frame="level", measure="territory.gained", low=0.5, place="UA-59")


def test_recent_without_a_date_is_a_month() -> None:
    text = "Most recent advances are concentrated in Donetsk region."
    claim = the(text, "Most recent advances are concentrated in Donetsk region")
    assert claim.period is not None
    assert (claim.period.days, str(claim.period.last)) == (30, "2025-09-02")


def test_an_area_without_borders_is_doubted() -> None:
    text = "Most of the gains in August were in the Donbas."
    assert list(quotes(text)) != []
    expect(the(text, quotes(text)[0]), doubt="undefined_term")


@pytest.mark.parametrize(
    "text",
    ["Ukraine made small gains in Kursk region.", "Most of the gains went to charity.", "Smaller gains followed."],
)
def test_what_gains_no_ground_here(text: str) -> None:
    assert quotes(text) == []


def test_most_of_a_months_gains() -> None:
    text = "Most of August's gains were in Donetsk region."
    found = the(text, "Most of August's gains were in Donetsk region")
    expect(found, frame="share", value=50.0, comparator="gt", place="UA-14", period="2025-08-01 to 2025-08-31")


def test_most_of_the_gains_in_two_regions_at_once() -> None:
    text = "The bulk of last month's territorial gains came in the Zaporizhzhia and Donetsk regions."
    found = [c for c in claims(text) if c.frame == "share"]
    assert [(c.place, c.doubt) for c in found] == [(None, "ambiguous_place")]

"""Where a toll was: the place of a part is not the whole's."""

from __future__ import annotations

from dateline.records.claim import Claim

from ..said import elsewhere


def _place(claims: list[Claim], quote: str) -> str | None:
    found = next(c for c in claims if quote in c.quote.exact)
    return found.place.name if found.place else None


def test_the_place_of_a_part_is_not_the_whole_s() -> None:
    said = elsewhere("The monitor documented 900 civilian deaths in August, 40% of them in Homs.")
    assert _place(said, "900") is None
    assert _place(said, "40%") == "Homs"


def test_a_place_behind_the_whole_is_its_own() -> None:
    said = elsewhere("The monitor documented 900 civilian deaths in Homs in August, 40% of them children.")
    assert _place(said, "900") == "Homs"

"""Figures told without a number: the same share at another date, and gains that came to nothing."""

from __future__ import annotations

from extracting.said import claims, expect, the

HELD = "DeepState says that Russia holds 19% of Ukraine. "


def test_the_same_share_at_another_date() -> None:
    text = HELD + "The same share was held in January 2025."
    expect(the(text, "The same share was held in January 2025"), frame="share", measure="territory.held", value=19.0,
           period="2025-01-31", inherited=True)  # fmt: skip


def test_the_same_share_of_something_else_is_not_read() -> None:
    assert len(claims(HELD + "The same share of readers complained in January 2025.")) == 1
    assert not claims("The same share was held in January 2025.")
    assert len(claims(HELD + "The same share was enough for most.")) == 1


def test_a_gain_that_came_to_nothing_may_hold_and_is_never_refuted() -> None:
    found = the("Russia's territorial gain in August was close to nil.", "territorial gain in August was close to nil")
    expect(found, measure="territory.net_change", value=0.0, comparator="approx", period="2025-08-01 to 2025-08-31",
           inherited=True)  # fmt: skip


def test_nothing_but_ground_is_read_so() -> None:
    assert not claims("The gain in exports was close to zero.")
    assert not claims("Nothing came of the gains in the area.")

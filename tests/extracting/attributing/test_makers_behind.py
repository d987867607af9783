"""Who makes a figure without saying it: the subject of the clause behind it, those who write, people of some place."""

from __future__ import annotations

import pytest

from ..said import claims, elsewhere


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        ("Of the 212 dead whom neighbours identified, 40 percent were miners.", "212 dead", "neighbours"),
        ("Only 90 percent of the 75 dead whom relatives named were men.", "90 percent", "relatives"),
        ("At least 31 people died, against a toll of 54 that the hospital later published.", "54", "the hospital"),
        ("At least 31 people died, against a toll of 54 that the hospital later published.", "31 people", None),
        ("The raid killed some 90 traders that the market committee has listed.", "some 90", "the market committee"),
        # What somebody did to the things counted gives nobody the figure.
        ("The raid hit 40 trucks that the traders had loaded.", "40 trucks", None),
        ("Some 300 people whom the rebels freed reached Kosti.", "300 people", None),
        # Those who write speak where nobody else does.
        ("The alliance now runs 60 of the camps, we assess.", "60", "we"),
        ("We estimate that 400 men were lost there.", "400 men", "We"),
        ("We assess the damage; 12 people died, the mayor said.", "12 people", "the mayor"),
        # A figure that nobody vouches for, behind another's.
        ("Mediators counted 40 trucks at the gate; more than 2,300 families are believed to be inside.", "2,300", None),
    ],
)
def test_who_made_the_figure(text: str, quote: str, source: str | None) -> None:
    found = next(c for c in elsewhere(text) if quote in c.quote.exact)
    assert (found.attribution.source if found.attribution else None) == source


def test_people_told_by_where_they_are_have_fears() -> None:
    [found] = claims("Some in Lviv fear that the winter will bring 900 drones a night.")
    assert found.frame == "prediction"
    assert found.attribution is not None
    assert found.attribution.source == "Some in Lviv"

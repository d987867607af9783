"""What a comparison behind a front or an army on the move compares is ground."""

from __future__ import annotations

import pytest

from ..said import claims

TALK = "In August 2025, Russia launched more than 4,000 drones at Ukraine, the Ukrainian Air Force said. "


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("The front moved far less in August than in July, while drone raids grew.", "territory.net_change"),
        ("The front has shifted even more in June than in May, and missiles kept coming.", "territory.net_change"),
        ("Russian troops advanced 20 percent less in August than in July.", "territory.net_change"),
        ("Its army gained ground three times faster in May than in April.", "territory.net_change"),
        ("While the front moved, Russia fired 20 percent fewer drones in August than in July.", "strikes.launched"),
        ("Russia fired 20 percent more advanced missiles in August than in July.", "strikes.launched"),
        ("Drone raids were 20 percent fewer in August than in July, and the front moved.", "strikes.launched"),
    ],
)
def test_the_ground_is_compared_where_its_subject_moves(sentence: str, measure: str) -> None:
    compared = [c for c in claims(TALK + sentence) if c.frame in ("change", "ratio")]
    assert [c.measure for c in compared] == [measure], [(c.quote.exact, c.measure) for c in compared]

"""Plans and predictions: read, and never measured."""

from __future__ import annotations

import pytest

from ..said import claims, quotes, the


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Analysts expect Russia to launch 1,000 drones a night by winter.", "prediction"),
        ("At this pace Russia would need 4 years to take the region.", "prediction"),
        ("Russia is likely to send 2,000 drones next month.", "prediction"),
        ("Russia plans to send 50,000 soldiers to the region.", "plan"),
        ("Kyiv proposed another round of talks on September 20.", "plan"),
    ],
)
def test_what_no_data_settle(text: str, frame: str) -> None:
    found = claims(text)
    assert [c.frame for c in found] == [frame]
    assert found[0].value is None


def test_a_meeting_that_is_planned_lies_ahead() -> None:
    claim = the(
        "Kyiv proposed another round of talks on September 20.", "proposed another round of talks on September 20"
    )
    assert str(claim.period) == "2025-09-20"
    assert claim.measure == "talks.meetings"


def test_a_forecast_takes_its_figures_with_it() -> None:
    text = "Analysts expect Russia to take 600 square kilometers a month and to launch 9,000 drones."
    assert [c.frame for c in claims(text)] == ["prediction"]


def test_an_estimate_of_the_past_is_no_forecast() -> None:
    text = "Russia launched an estimated 6,300 drones in July."
    assert [c.frame for c in claims(text)] == ["level"]


def test_hopes_without_a_figure_or_a_time_are_nothing() -> None:
    assert quotes("He vowed to fight on.") == []

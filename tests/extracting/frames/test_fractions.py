"""Parts of another period's figure."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import expect, the

AUGUST, JULY, MAY = "2025-08-01 to 2025-08-31", "2025-07-01 to 2025-07-31", "2025-05-01 to 2025-05-31"
RATIOS: list[Any] = [
    (
        "Russian gains in August were barely half those of May.",
        "half",
        {"value": 0.5, "period": AUGUST, "baseline": MAY},
    ),
    (
        "Russia took 464 sq km in August, less than half of July's.",
        "less than half",
        {"value": 0.5, "comparator": "lt", "period": AUGUST, "baseline": JULY},
    ),
    (
        "Gains in August amounted to half the figure for July.",
        "half",
        {"value": 0.5, "period": AUGUST, "baseline": JULY},
    ),
    ("In August the advance was half as fast as in July.", "half as fast", {"value": 0.5, "baseline": JULY}),
]


@pytest.mark.parametrize(("text", "quote", "wanted"), RATIOS)
def test_a_part_of_another_periods_figure_is_a_multiple(text: str, quote: str, wanted: dict[str, Any]) -> None:
    expect(the(text, quote), frame="ratio", unit="x", measure="territory.net_change", direction="up", **wanted)


CHANGES: list[Any] = [
    ("Gains fell to 464 sq km in August, a fifth below July's 564.", "a fifth below", {"value": -20.0}),
    ("Advances in August were a fifth lower than in July.", "a fifth lower", {"value": -20.0}),
    ("Gains in August were nearly a half larger than in July.", "nearly a half larger", {"high": 50.0, "low": 45.0}),
]


@pytest.mark.parametrize(("text", "quote", "wanted"), CHANGES)
def test_a_fraction_up_or_down(text: str, quote: str, wanted: dict[str, Any]) -> None:
    expect(the(text, quote), frame="change", unit="%", period=AUGUST, baseline=JULY, **wanted)


def test_the_figure_behind_the_fraction_is_the_other_periods() -> None:
    expect(the("Gains fell to 464 sq km in August, a fifth below July's 564.", "564"), value=564.0, period=JULY)


def test_a_factor() -> None:
    text = "In July civilians injured exceeded those killed by a factor of five."
    found = the(text, "by a factor of five")
    expect(found, frame="ratio", value=5.0, unit="x", measure="casualties.injured", baseline=None)
    assert found.doubt is not None


SHARES = [
    ("A third of the drones launched in May were decoys.", "A third of the drones"),
    ("Half of August's gains came in Donetsk region.", "Half"),
    ("Russia occupies a fifth of Ukraine.", "a fifth of Ukraine"),
]


@pytest.mark.parametrize(("text", "quote"), SHARES)
def test_shares_are_no_multiples(text: str, quote: str) -> None:
    expect(the(text, quote), frame="share")


def test_half_of_another_month_s_number_is_a_ratio() -> None:
    text = "Russia gained 240 square kilometres in May, about half of April's 480."
    expect(the(text, "about half"), frame="ratio", value=0.5, baseline="2025-04-01 to 2025-04-30")
    share = "Half of April's 480 drones were shot down."
    assert the(share, "Half").frame == "share"

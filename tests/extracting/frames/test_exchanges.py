"""Prisoners, hostages and the dead who change hands."""

from __future__ import annotations

import pytest

from ..said import claims, expect, the


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit"),
    [
        (
            "Russia and Ukraine each freed 390 soldiers on Friday in a prisoner swap.",
            "390 soldiers",
            390.0,
            "prisoners",
        ),
        ("The exchange, 205 for 205, took place on May 6.", "205 for 205", 205.0, "prisoners"),
        ("Moscow handed over the bodies of 1,200 soldiers.", "1,200 soldiers", 1200.0, "bodies"),
        ("The group released 20 hostages on Monday.", "20 hostages", 20.0, "hostages"),
    ],
)
def test_those_exchanged(text: str, quote: str, value: float, unit: str) -> None:
    expect(the(text, quote), frame="level", measure=None, value=value, unit=unit)


def test_what_was_got_back_is_the_same() -> None:
    expect(the("Moscow handed over the bodies of 1,200 soldiers and got back 27.", "27"), unit="bodies")


@pytest.mark.parametrize(
    "text",
    ["Shelling killed 12 prisoners of war on Sunday.", "Kyiv plans to free 90 prisoners.", "They took 12 prisoners."],
)
def test_others_are_none(text: str) -> None:
    assert all(c.unit != "prisoners" or c.frame == "plan" for c in claims(text))

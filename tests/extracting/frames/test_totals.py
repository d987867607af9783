"""None and all."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import claims, expect, the

NONE: list[Any] = [
    (
        "Russia fired four Kinzhals overnight. None of the four was shot down.",
        "None of the four",
        "strikes.intercepted",
    ),
    ("Russia fired four Kinzhals overnight, none of which were intercepted.", "none of which", "strikes.intercepted"),
    ("Not one of the 12 missiles got through on Monday night.", "Not one of the 12 missiles", "strikes.through"),
    ("Not a single cruise missile was launched on Monday night.", "Not a single cruise missile", "strikes.launched"),
    ("Not one missile was intercepted overnight.", "Not one missile", "strikes.intercepted"),
]


@pytest.mark.parametrize(("text", "quote", "measure"), NONE)
def test_none_is_nought_and_never_refuted(text: str, quote: str, measure: str) -> None:
    expect(the(text, quote), measure=measure, value=0.0, inherited=True)


def test_the_number_of_which_none_fell_is_the_wholes() -> None:
    expect(the("Not one of the 12 missiles got through on Monday night.", "12 missiles"), measure="strikes.launched")


WHOLES: list[Any] = [
    ("Russia holds all of Luhansk and about four-fifths of Donetsk.", "all of Luhansk", "UA-09"),
    ("Russia controls the whole of Luhansk region.", "the whole of Luhansk region", "UA-09"),
]


@pytest.mark.parametrize(("text", "quote", "place"), WHOLES)
def test_the_whole_of_a_region(text: str, quote: str, place: str) -> None:
    expect(the(text, quote), frame="share", measure="territory.held", value=100.0, place=place, inherited=True)


@pytest.mark.parametrize(
    "text",
    [
        "Russia wants to hold all of Donetsk region.",
        "Kyiv could lose all of Donetsk region by spring.",
        "Russia does not hold all of Luhansk region.",
        "All of Kharkiv was without light on Monday.",
        "Ukraine controls all of Kharkiv region.",
    ],
)
def test_what_is_wanted_or_not_so_is_no_whole(text: str) -> None:
    assert [c for c in claims(text) if c.frame == "share" and c.value == 100.0] == []


def test_nearly_all_of_which() -> None:
    text = "Russia launched 598 drones overnight, nearly all of which were shot down."
    expect(the(text, "nearly all of which"), measure="strikes.intercepted", weapon="drone", low=90.0, inherited=True)

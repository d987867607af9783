"""Portions in words: "a small portion", "most of the drones"."""

from __future__ import annotations

import pytest

from ..said import claims, expect, quotes, the


def test_a_portion_without_a_number_is_doubted() -> None:
    text = "A small portion of the drones got through on August 28."
    claim = the(text, "A small portion of the drones")
    expect(claim, frame="share", measure="strikes.through", value=None, doubt="undefined_term", period="2025-08-28")


@pytest.mark.parametrize("size", ["small but significant", "tiny yet growing", "limited, if notable", "modest"])
def test_sizes_are_joined_in_many_ways(size: str) -> None:
    claim = the(f"A {size} portion of the drones got through on August 28.", f"A {size} portion of the drones")
    expect(claim, frame="share", measure="strikes.through", value=None, doubt="undefined_term")


def test_most_is_more_than_half() -> None:
    text = "Most of the drones were shot down on August 28."
    claim = the(text, "Most of")
    expect(claim, frame="share", measure="strikes.intercepted", value=50.0, comparator="gt", of="launched")


def test_a_portion_of_something_else_is_nothing() -> None:
    assert quotes("A small portion of the voters agreed on August 28.") == []


def test_more_than_half_is_read_once() -> None:
    (claim,) = claims("More than half of the missiles got through on August 28.")
    expect(claim, frame="share", measure="strikes.through", weapon="missile", comparator="gt")


def test_most_of_the_victims() -> None:
    text = "Shelling killed civilians in Kherson on Sunday, and most of the victims were over 60."
    expect(the(text, "most of the victims"), frame="share", measure="casualties.killed", population="civilians")

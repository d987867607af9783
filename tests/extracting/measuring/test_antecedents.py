"""Whose ground was lost or gained, where the clause itself names no side."""

from __future__ import annotations

import pytest

from ..said import claims, gaza

_BEFORE = "in Kherson in July"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            f"Russia gained 41 square kilometres {_BEFORE}. In Sumy oblast it lost 9 square kilometres in July.",
            "territory.lost",
        ),
        (
            f"Ukraine took back 41 square kilometres {_BEFORE}. It lost 9 square kilometres in Sumy oblast in July.",
            "territory.net_change",
        ),
        (
            f"Ukraine lost 41 square kilometres {_BEFORE}. It gained 9 square kilometres in Sumy oblast in July.",
            "territory.lost",
        ),
        (
            f"Moscow's forces took 41 sq km {_BEFORE}. The army gave up 9 square kilometres in Sumy oblast in July.",
            "territory.lost",
        ),
        (
            f"Russia gained 41 square kilometres {_BEFORE}, losing 9 square kilometres in Sumy oblast in July.",
            "territory.lost",
        ),
        (
            f"Ukraine took back 41 square kilometres {_BEFORE}, losing 9 square kilometres in Sumy oblast in July.",
            "territory.net_change",
        ),
        (
            "After losing 9 square kilometres in Sumy oblast in July, Russia gained 41 square kilometres in Kherson "
            "oblast.",
            "territory.lost",
        ),
        ("In July, 9 square kilometres were lost by Russia in Sumy oblast.", "territory.lost"),
        ("In July, 9 square kilometres were lost to Ukraine in Sumy oblast.", "territory.lost"),
        ("In July, 9 square kilometres were lost to Russia in Sumy oblast.", "territory.net_change"),
    ],
)
def test_the_side_is_told_by_what_stands_around(text: str, measure: str) -> None:
    found = next(c for c in claims(text) if c.value == 9.0)
    assert (found.measure, found.inherited) == (measure, False)


@pytest.mark.parametrize(
    "text",
    [
        "The front moved in July. It lost 9 square kilometres in Sumy oblast in July.",
        "In July, 9 square kilometres were lost in Sumy oblast.",
        "Russia and Ukraine spoke in July. They lost 9 square kilometres in Sumy oblast in July.",
    ],
)
def test_a_loser_that_is_not_said_is_marked_as_taken_over(text: str) -> None:
    """What is taken over is never refuted."""
    assert next(c for c in claims(text) if c.value == 9.0).inherited


@pytest.mark.parametrize("how", ["two ways", "three separate steps", "four stages", "2 parts"])
def test_ways_of_doing_count_nobody(how: str) -> None:
    text = "The health ministry in Gaza put the dead at 61,000. Its count of the dead has grown in "
    assert [c.quote.exact for c in gaza(f"{text}{how}.")] == ["61,000"]
    assert len(gaza(f"{text}two months by 900 people.")) > 1

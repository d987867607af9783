"""Judgements are told apart from what was measured."""

from __future__ import annotations

import pytest

from ..said import claims


def framed(text: str) -> list[tuple[str, str]]:
    return [(c.frame, c.quote.exact) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('The mayor called the raid "an act of pure terror".', "an act of pure terror"),
        ("The minister described it as the most important meeting in years.", "the most important meeting in years"),
        ("It is death by a thousand cuts, said the colonel.", "death by a thousand cuts"),
    ],
)
def test_judgements_are_opinions(text: str, said: str) -> None:
    assert ("opinion", said) in framed(text)


def test_whose_judgement_it_is() -> None:
    (claim,) = [c for c in claims('Critics call the sale "a grave mistake".') if c.frame == "opinion"]
    assert claim.attribution is not None
    assert claim.attribution.source == "Critics"


def test_a_record_that_somebody_describes_stays_a_record() -> None:
    text = "Russia launched 598 drones on August 28, which the Air Force called the largest attack of the war."
    assert "opinion" not in [f for f, _ in framed(text)]

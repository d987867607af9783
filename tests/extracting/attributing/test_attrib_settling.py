"""Sources that the rules do not find and the parse may settle."""

from __future__ import annotations

import pytest

from dateline.extracting.attributing.attribution import Speech, speeches
from dateline.extracting.attributing.settling import settled, unsettled

from ..said import WORDS


def producers(text: str, found: list[Speech]) -> list[str | None]:
    return [s.attribution.producer for s in settled(text, found, WORDS)]


def test_a_producer_whose_verb_the_rules_do_not_know_is_found() -> None:
    text = "Late on Friday DeepState hinted in a short post that Russia took 14 square kilometers."
    assert speeches(text, WORDS, None) == []
    assert producers(text, []) == ["deepstate"]


def test_what_the_rules_found_stays() -> None:
    text = "DeepState said Russia took 14 square kilometers."
    found = speeches(text, WORDS, None)
    assert not unsettled(text, found, WORDS)
    assert settled(text, found, WORDS) == found


@pytest.mark.parametrize(
    "text",
    [
        "Russia took 14 square kilometers.",
        "The governor hinted that 14 people died.",
        "The victims whom the UN helped hinted that 14 people died.",
        "The Air Force wants 14 new jets.",
        "Russia hinted that it took 14 villages.",
    ],
)
def test_nothing_is_settled_without_a_producer_who_speaks(text: str) -> None:
    assert producers(text, []) == []

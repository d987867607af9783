"""A corrected sentence takes the place of the one there is, whatever Markdown it is written in."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline import check, desk, reading
from dateline.records.claim import Claim
from dateline.site.newsroom.correcting import NotFound, mend, suggested
from dateline.site.stories.models import whole
from dateline.site.stories.writing import Draft

DAY = dt.date(2025, 9, 2)


def mended(draft: Draft, exact: str = "868", which: int = 0) -> tuple[str, str]:
    """The field that is changed, and what it says then."""
    report = reading.read_text(whole(draft.title, draft.standfirst, draft.text), published=DAY, markdown=True)
    checked = check(desk.of_theatre(report))
    claims: list[Claim] = [c for c in checked.claims if exact in c.quote.exact]
    claim = claims[which]
    better = suggested(checked, claim)
    assert better is not None, claim.finding
    done = mend(draft, checked, claim, better)
    return done.field, getattr(done.draft, done.field)


@pytest.mark.parametrize(
    "text",
    [
        "In August 2025, Russia gained {} square kilometres of Ukraine, according to DeepState.",
        "In August 2025, Russia gained **{}** square kilometres of Ukraine, according to DeepState.",
        "In *August 2025*, Russia\ngained {} square\nkilometres of Ukraine, according to DeepState.",
        "In August 2025, Russia gained [{} square kilometres](/map) of Ukraine, according to DeepState.",
        "In August 2025, Russia [gained {} square](/map) kilometres of Ukraine, according to DeepState.",
        "- One.\n- In August 2025, Russia gained {} square kilometres of Ukraine, according to DeepState.\n- Two.",
        "> In August 2025, Russia gained {} square kilometres of Ukraine, according to DeepState.",
    ],
)
def test_only_the_figure_is_another(text: str) -> None:
    draft = Draft("The front", f"Something first.\n\n{text.format('868')}\n\nSomething last.")
    assert mended(draft) == ("text", f"Something first.\n\n{text.format('467.8')}\n\nSomething last.")


def test_the_sentence_is_changed_in_its_own_field() -> None:
    said = "In August 2025, Russia gained 868 square kilometres of Ukraine, according to DeepState"
    assert mended(Draft(said, "Nothing more is said here."))[0] == "title"
    assert mended(Draft("The front", "Nothing more is said here.", f"{said}."))[0] == "standfirst"
    assert mended(Draft(said, f"{said}."), which=1)[0] == "text"


def test_of_two_equal_sentences_the_meant_one_is_changed() -> None:
    said = "In August 2025, Russia gained 868 square kilometres of Ukraine, according to DeepState."
    draft = Draft("The front", f"{said}\n\nAnother word.\n\n{said}")
    for which in (0, 1):
        _, text = mended(draft, which=which)
        first, _, last = text.split("\n\n")
        assert ("467.8" in first, "467.8" in last) == (which == 0, which == 1)


def test_what_somebody_said_is_left_and_added_to() -> None:
    text = "“In August 2025, Russia gained 868 square kilometres of Ukraine, according to DeepState,” he said. He left."
    field, now = mended(Draft("The front", text))
    assert field == "text"
    assert now.startswith(text.removesuffix(" He left.")) and now.endswith(" He left.")
    assert "467.8" in now and "868" in now


def test_a_sentence_around_a_picture_is_left_to_the_writer() -> None:
    draft = Draft(
        "The front",
        "In August 2025, Russia gained ![a map](/m.png) 868 square kilometres of Ukraine, according to DeepState.",
    )
    with pytest.raises(NotFound, match="change it by hand"):
        mended(draft)

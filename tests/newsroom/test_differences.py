"""What differs between two texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.site.newsroom import differences as module
from dateline.site.newsroom.differences import differences, words


def drawn(old: str, new: str) -> str:
    """Struck out in [-…-], put in as {+…+}."""
    marks = {"same": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("gained 868 km2 in May", "gained 468 km2 in May", "gained [-868-]{+468+} km2 in May"),
        ("1,234.5 people", "1,234.6 people", "[-1,234.5-]{+1,234.6+} people"),
        ("a small town", "a town", "a [-small -]town"),
        ("He went.", "He went. She stayed.", "He went.{+ She stayed.+}"),
        ("the red old car", "the blue new car", "the [-red old-]{+blue new+} car"),
        ("same", "same", "same"),
        ("", "all new", "{+all new+}"),
    ],
)
def test_words_are_struck_out_and_put_in(old: str, new: str, said: str) -> None:
    assert drawn(old, new) == said


def test_paragraphs_stay_in_their_place() -> None:
    found = differences("One stays.\n\nTwo has 5 men.\n\nThree goes.", "One stays.\n\nTwo has 6 men.")
    assert [(p.changed, [piece.kind for piece in p.pieces]) for p in found] == [
        (False, ["same"]),
        (True, ["same", "del", "ins", "same"]),
        (True, ["del"]),
    ]


_TEXT = st.text(alphabet="ab1 ,.\n", max_size=60)


@given(_TEXT, _TEXT)
def test_both_texts_can_be_read_off_what_differs(old: str, new: str) -> None:
    pieces = words(old, new)
    assert "".join(p.text for p in pieces if p.kind != "ins") == old
    assert "".join(p.text for p in pieces if p.kind != "del") == new


def test_texts_too_long_to_compare_are_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAIRS", 4)
    assert drawn("a b c", "a b d") == "[-a b c-]{+a b d+}"

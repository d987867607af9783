"""A theatre's names and a language's verbs as patterns."""

from __future__ import annotations

import pytest

from dateline.extracting.lexicon import names_another_conflict

from .said import WORDS


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("captured", "gained"),
        ("retook", "retaken"),
        ("occupies", "held"),
        ("withdrew", "ceded"),
        ("shot down", "intercepted"),
        ("shot them down", "intercepted"),
        ("jammed", "lost"),
        ("got through", "through"),
        ("launched", "launched"),
        ("killed", "killed"),
        ("wounded", "injured"),
        ("produced", "supply"),
    ],
)
def test_families_of_verbs(text: str, family: str) -> None:
    assert [p.family for p in WORDS.predicates(f"they {text} it")][:1] == [family]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the front line moved", "territory"),
        ("the heaviest raid", "strikes"),
        ("the deadliest month", "casualties"),
        ("direct talks", "talks"),
        ("the weather", None),
    ],
)
def test_topics(text: str, topic: str | None) -> None:
    assert WORDS.topic(text) == topic


def test_weapons_share_their_nearest_parent() -> None:
    assert WORDS.common_weapon(["iskander_m", "kinzhal"], joined=True) == "ballistic"
    assert WORDS.common_weapon(["iskander_m", "kalibr"], joined=True) == "missile"
    assert WORDS.common_weapon(["drone", "missile"], joined=True) is None
    assert WORDS.common_weapon(["iskander_m", "ballistic"], joined=False) == "iskander_m"


def test_names_of_bodies_are_masked_in_place() -> None:
    text = "The Institute for the Study of War said so."
    masked = WORDS.masked(text)
    assert len(masked) == len(text)
    assert "War" not in masked


def test_other_conflicts_are_known_by_name() -> None:
    assert names_another_conflict("A strike on Khartoum")
    assert not names_another_conflict("A strike on Kharkiv")

"""Many names sought at once."""

from __future__ import annotations

from dateline.gazetteer.names import Names


def found(text: str, *names: str) -> list[str]:
    return [text[start:end] for start, end, _ in Names.of(names).find(text)]


def test_the_longest_name_from_the_left() -> None:
    assert found("Velyka Novosilka Beach", "Velyka", "Velyka Novosilka", "Novosilka Beach") == ["Velyka Novosilka"]


def test_whole_words_only() -> None:
    assert found("Sumykhim, McSumy, Sumyan, O'Sumy and Sumy", "Sumy") == ["Sumy"]


def test_a_longer_name_that_is_cut_leaves_the_shorter() -> None:
    assert found("the Sumy regional office", "Sumy", "Sumy region") == ["Sumy"]


def test_possessives_hyphens_dashes_and_marks() -> None:
    assert found("Sumy's, Sumy-based, Sumy–Lviv, Kam'ianka and Kam’ianka", "Sumy", "Lviv", "Kam'ianka") == [
        "Sumy", "Sumy", "Sumy", "Lviv", "Kam'ianka", "Kam’ianka",
    ]  # fmt: skip


def test_capitals_count() -> None:
    assert found("sumy SUMY Sumy", "Sumy") == ["Sumy"]

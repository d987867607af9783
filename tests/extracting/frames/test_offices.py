"""Persons named together with an office."""

from __future__ import annotations

from typing import Any

import pytest

from ..said import expect, quotes, the

CASES: list[Any] = [
    ("Russian President Vladimir Putin spoke.", "Russian President Vladimir Putin",
     {"person": "Vladimir Putin", "office": "President", "country": "RU", "term": "current"}),
    ("Ukraine's Defense Minister Denys Shmyhal spoke.", "Ukraine's Defense Minister Denys Shmyhal",
     {"person": "Denys Shmyhal", "office": "Defense Minister", "country": "UA"}),
    ("Former U.S. President Joe Biden spoke.", "Former U.S. President Joe Biden",
     {"person": "Joe Biden", "country": "US", "term": "former"}),
    ("Ex-President Petro Poroshenko spoke.", "Ex-President Petro Poroshenko", {"term": "former"}),
    ("Russian Foreign Minister Sergey V. Lavrov spoke.", "Russian Foreign Minister Sergey V. Lavrov",
     {"person": "Sergey V. Lavrov"}),
    ("Prime Minister of Poland Donald Tusk spoke.", "Prime Minister of Poland Donald Tusk",
     {"office": "Prime Minister", "country": "PL"}),
    ("Mark Rutte, the NATO secretary-general, spoke.", "Mark Rutte, the NATO secretary-general",
     {"person": "Mark Rutte", "office": "secretary-general", "country": "NATO"}),
    ("The governor, Petro Bondar, spoke.", "The governor, Petro Bondar", {"office": "governor", "country": None}),
    ("Governor Ivan Melnyk spoke.", "Governor Ivan Melnyk", {"person": "Ivan Melnyk", "office": "Governor"}),
    ("Ukraine's energy minister, Olha Bondar, spoke.", "Ukraine's energy minister, Olha Bondar", {"country": "UA"}),
    ("Lutsk's mayor, Ivan Melnyk, spoke.", "Lutsk's mayor, Ivan Melnyk", {"office": "mayor"}),
    ("Lars Holm, spokesman for the mission, spoke.", "Lars Holm, spokesman for the mission", {"person": "Lars Holm"}),
    ("UN police chief Ada Moss spoke.", "UN police chief Ada Moss", {"office": "police chief", "country": "UN"}),
    ("Army spokesman Omar al-Amin spoke.", "Army spokesman Omar al-Amin", {"person": "Omar al-Amin"}),
    ("General Petro Bondar, Ukraine's top commander, spoke.", "General Petro Bondar, Ukraine's top commander",
     {"person": "Petro Bondar"}),
    ("Secretary of State Marco Rubio spoke.", "Secretary of State Marco Rubio", {"country": None}),
    ("Then-President Petro Poroshenko signed.", "Then-President Petro Poroshenko", {"doubt": "ambiguous_period"}),
    ("In May 2024 Ukrainian Defense Minister Rustem Umerov spoke.", "Ukrainian Defense Minister Rustem Umerov",
     {"doubt": "ambiguous_period"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields"), CASES)
def test_who_holds_which_office(text: str, quote: str, fields: dict[str, Any]) -> None:
    expect(the(text, quote), frame="role", measure="officials.role", period="2025-09-02", **fields)


def test_the_same_office_is_claimed_once() -> None:
    text = "Russian President Vladimir Putin spoke. Russian President Vladimir Putin left."
    assert quotes(text) == ["Russian President Vladimir Putin"]


@pytest.mark.parametrize(
    "text",
    [
        "The president spoke.",
        "President Monday was a joke.",
        "The head of Kherson City Council spoke.",
        "Vladimir Putin spoke.",
    ],
)
def test_no_name_or_no_office_is_no_role(text: str) -> None:
    assert quotes(text) == []

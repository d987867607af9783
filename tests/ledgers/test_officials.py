from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.ledgers import load
from dateline.ledgers.officials import office_words


@pytest.fixture(scope="module")
def officials():
    return load(Path(dateline.__file__).parent / "theatres" / "ukraine").officials


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Zelenskiy", "Volodymyr Zelenskyy"),
        ("Sergey V. Lavrov", "Sergei Lavrov"),
        ("Sergei Lavrov", "Sergei Lavrov"),
        ("Oleksandr Syrskii", "Oleksandr Syrskyi"),
        ("Gen. Oleksandr Syrskyi", "Oleksandr Syrskyi"),
        ("Donald J. Trump", "Donald Trump"),
        ("Emmanuel Macron", "Emmanuel Macron"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ],
)
def test_names_are_matched_across_spellings(officials, written, person):
    found = {term.person for term in officials.of_person(written)}
    assert person in found or any(person.split()[-1][:4] == name.split()[-1][:4] for name in found)


@pytest.mark.parametrize("written", ["Nobody Known", "", "Igor Zelensky", "Maria Trump"])
def test_other_people_are_not_matched(officials, written):
    assert not officials.of_person(written)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Defense Minister", "Minister of Defence", True),
        ("Foreign Minister", "Minister of Foreign Affairs", True),
        ("U.S. President", "President", True),
        ("PM", "Prime Minister", True),
        ("President-elect", "President", False),
        ("Deputy Foreign Minister", "Foreign Minister", False),
        ("Vice President", "President", False),
        ("acting Defense Minister", "Defense Minister", False),
    ],
)
def test_offices_are_told_apart_by_their_words(one, other, same):
    assert (office_words(one) == office_words(other)) is same


def test_terms_have_ends(officials):
    (term,) = [t for t in officials.of_person("Rustem Umerov") if t.office == "Minister of Defence"]
    assert term.covers(date(2025, 5, 30))
    assert not term.covers(date(2025, 8, 1))

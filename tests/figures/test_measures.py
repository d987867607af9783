"""The layer of measures: each is declared whole, printed in the reference and answered by what it names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from dateline.figures.shape import By
from dateline.ledgers import MEASURES
from dateline.ledgers.folder import FAMILIES
from dateline.records.claim import Measure

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "measures.md"


@pytest.mark.parametrize("name", get_args(Measure))
def test_every_measure_is_declared_whole(name: str) -> None:
    info = MEASURES[name]
    assert info.aggregation in ("level", "flow", "count")
    assert all((info.unit, info.name, info.definition, info.definitions, info.uncertainty, info.words))
    assert info.ledger in (*FAMILIES, "events")
    assert len(set(info.dimensions)) == len(info.dimensions)


def test_the_list_of_measures_is_one() -> None:
    assert set(MEASURES.ids()) == set(get_args(Measure))


@pytest.mark.parametrize("name", get_args(Measure))
def test_the_reference_has_every_measure_with_what_the_code_says(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    (section,) = re.findall(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    info = MEASURES[name]
    assert info.definition in section
    assert f"| unit | {info.unit} |" in section
    assert info.aggregation in section
    assert "| sources |" in section
    assert all(f"`{key}`" in section for key in info.dimensions)


def test_every_part_but_time_is_a_dimension_of_some_measure() -> None:
    declared = {key for name in MEASURES.ids() for key in MEASURES[name].dimensions}
    parts = {{"region": "place"}.get(part, part) for part in get_args(By)} - {"day", "week", "month"}
    assert parts <= declared

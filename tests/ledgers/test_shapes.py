"""Rows to entries and back, for every table that ships."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import dateline
from dateline.ledgers.files import LedgerError
from dateline.ledgers.shapes import SHAPES

THEATRES = Path(dateline.__file__).parent / "theatres"
SHIPPED = sorted(p for p in THEATRES.glob("*/starter/*.csv") if p.stem not in ("calendar", "releases"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: f"{p.parts[-3]} {p.stem}")
def test_every_cell_of_a_shipped_table_comes_back(path: Path) -> None:
    shape, given = SHAPES[path.stem], rows(path)
    assert given
    assert shape.rows(shape.entries(given)) == given


def test_a_count_that_a_row_leaves_out_is_no_entry_and_no_zero() -> None:
    row = dict.fromkeys(SHAPES["strikes"].columns, "") | {"night": "2031-01-02", "model": "kite", "destroyed": "2"}
    (entry,) = SHAPES["strikes"].entries([row])
    assert (entry.measure, entry.value, entry.known) == ("strikes.intercepted", 2.0, "inferred")
    assert SHAPES["strikes"].rows([entry]) == [row]


def test_a_row_without_any_count_still_stands() -> None:
    row = dict.fromkeys(SHAPES["strikes"].columns, "") | {"night": "2031-01-02", "model": "kite"}
    (entry,) = SHAPES["strikes"].entries([row])
    assert entry.measure == "strikes.named"
    assert SHAPES["strikes"].rows([entry]) == [row]


def test_an_open_term_and_one_of_unknown_start_come_back() -> None:
    shape = SHAPES["officials"]
    blank = dict.fromkeys(shape.columns, "") | {"person": "A. Weaver", "office": "Reeve"}
    given = [blank | {"start": "2031-01-02"}, blank | {"end": "2031-01-02"}, blank]
    assert shape.rows(shape.entries(given)) == given


def test_a_row_that_cannot_be_read_is_named() -> None:
    row = dict.fromkeys(SHAPES["talks"].columns, "") | {"start": "soon"}
    with pytest.raises(LedgerError, match="talks: a row cannot be read"):
        SHAPES["talks"].entries([row])

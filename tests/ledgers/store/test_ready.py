"""What is kept ready to read is what the segments give, and nothing hangs on its being there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.ledgers.files import table
from dateline.ledgers.pieces import pieces
from dateline.ledgers.shapes import SHAPES
from dateline.ledgers.store import Store, open_store
from dateline.ledgers.tables import Stored, Tables, Viewed
from dateline.records.entry import Entry

from .conftest import figure, release

CELLS = 'a cell, with "marks"\nand a second line\r\nof it'
FIGURES = [
    figure("2031-05-01", 3, note=CELLS),
    replace(figure("2031-05-02", 0.1 + 0.2), producer="toll-keeper", low=None, high=7.25, dimensions=()),
    replace(figure("2031-05-03", 4), measure="bridges.closed", definition="closed: “all day”"),
]
MEETINGS = [
    {"start": "2031-05-01", "end": "2031-05-02", "place": "the old bridge", "parties": "one; other", "kind": "talks",
     "direct": "true", "held": "true", "source": "https://example.org/a,b", "note": CELLS},
]  # fmt: skip


@pytest.fixture
def filled(store: Store) -> Store:
    tables = {"series": FIGURES, "talks": SHAPES["talks"].entries(MEETINGS)}
    store.append(release("2031-05-04"), tables)
    return store


def of_series(store: Store) -> list[Entry]:
    return [entry for piece in store.pieces("river", "series") for entry in piece.read()]


def of_talks(store: Store) -> list[dict[str, str]]:
    return list(table(Tables(Path("river"), store) / "talks.csv", ()))


def test_what_is_ready_is_what_was_put_in(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = open_store(filled.home)
    monkeypatch.setattr(Store, "entries", None)  # nothing is worked out of the segments
    assert of_series(fresh) == FIGURES
    assert of_talks(fresh) == MEETINGS
    assert fresh.unready() == 0


def test_of_each_piece_the_span_is_that_of_its_entries(filled: Store) -> None:
    ready = [(p.measure, p.producer, p.span) for p in open_store(filled.home).pieces("river", "series")]
    assert ready == [(p.measure, p.producer, p.span) for p in pieces(FIGURES)]
    assert len(ready) == 3


def gone(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def overwritten(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"bridge", b"brigde"))


@pytest.mark.parametrize("spoil", [gone, cut, overwritten])
@pytest.mark.parametrize("late", [False, True], ids=["before it is opened", "after it was found"])
def test_without_it_the_segments_are_read(filled: Store, spoil: Callable[[Path], None], late: bool) -> None:
    fresh = open_store(filled.home)
    found, talks = fresh.pieces("river", "series"), Tables(Path("river"), fresh) / "talks.csv"
    assert isinstance(talks, Viewed)
    views = list(filled.home.glob("views/*/*"))
    assert len(views) == 1 + 1 + 3, "the meetings, the list of pieces and the pieces"
    for path in views:
        spoil(path)
    if late:
        assert [entry for piece in found for entry in piece.read()] == FIGURES
        assert talks.rows() == MEETINGS
    assert of_series(open_store(filled.home)) == FIGURES
    assert of_talks(open_store(filled.home)) == MEETINGS


def test_a_view_of_another_state_is_never_read(filled: Store) -> None:
    before = {path: path.read_bytes() for path in filled.home.glob("views/*/*")}
    filled.append(release("2031-06-01"), {"series": [replace(FIGURES[0], value=9.0), *FIGURES[1:]]})
    for path in set(filled.home.glob("views/river/series*")) - before.keys():
        path.unlink()
    assert all(path.exists() for path in before), "a reader may still be at it"
    assert next(e.value for e in of_series(open_store(filled.home))) == 9.0
    filled.append(release("2031-07-01", source="other"), {"series": [figure("2031-06-30", 1)]})
    assert not [path for path in before if path.name.startswith("series") and path.exists()]


def test_as_of_a_day_nothing_ready_is_used(filled: Store) -> None:
    filled.append(release("2031-06-01"), {"series": [replace(FIGURES[0], value=9.0), *FIGURES[1:]]})
    then = Tables(Path("river"), open_store(filled.home), as_of=date(2031, 5, 20))
    assert isinstance(then / "talks.csv", Stored)
    assert next(e.value for piece in then.series() for e in piece.read()) == 3

"""What a store keeps of the releases it was given, and what it shows as of a day."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from dateline.ledgers.store import Store, StoreError, open_store
from dateline.records.entry import Entry

from .conftest import figure, release

TABLE = "series"


def put(store: Store, released: str, *figures: Entry, **more: object):
    return store.append(release(released, **more), {TABLE: figures})  # type: ignore[arg-type]


def values(store: Store, as_of: str = "") -> dict[str, float]:
    day = date.fromisoformat(as_of) if as_of else None
    return {str(e.period.start): e.value for e in store.entries("river", TABLE, day)}


def test_an_absent_folder_is_an_empty_store_and_stays_absent(tmp_path: Path) -> None:
    store = open_store(tmp_path / "nowhere")
    assert (store.generation, store.releases(), store.tables("river")) == (0, (), frozenset())
    assert store.entries("river", TABLE) == []
    assert not (tmp_path / "nowhere").exists()


def test_what_is_put_in_comes_out_field_for_field(store: Store) -> None:
    given = [
        figure("2031-05-01", 3.0, note="in the rain"),
        figure("2031-05-02", 4.5, known="recorded", known_at="2031-05-09"),
    ]
    put(store, "2031-05-03", *given)
    assert open_store(store.home).entries("river", TABLE) == given


def test_a_later_release_keeps_what_stood_before_it(store: Store) -> None:
    put(store, "2031-05-03", figure("2031-05-01", 3), figure("2031-05-02", 4))
    made = put(store, "2031-06-01", figure("2031-05-01", 3), figure("2031-05-02", 5), figure("2031-05-20", 7))
    assert (made.added, made.changed, made.vanished, made.late, made.unchanged) == (1, 1, 0, 0, 1)
    assert values(store) == {"2031-05-01": 3, "2031-05-02": 5, "2031-05-20": 7}
    assert values(store, "2031-05-31") == {"2031-05-01": 3, "2031-05-02": 4, "2031-05-20": 7}, "in time, so it stays"
    revised = next(e for e in store.entries("river", TABLE) if e.value == 5)
    assert (revised.known_at, revised.known) == (date(2031, 6, 1), "inferred")
    assert store.turns("river", TABLE) == (date(2031, 6, 1),)


def test_a_vanished_entry_is_a_tombstone_and_stands_as_of_the_day_before(store: Store) -> None:
    put(store, "2031-05-03", figure("2031-05-01", 3), figure("2031-05-02", 4))
    assert put(store, "2031-06-01", figure("2031-05-01", 3)).vanished == 1
    assert values(store) == {"2031-05-01": 3}
    assert values(store, "2031-05-31") == {"2031-05-01": 3, "2031-05-02": 4}
    put(store, "2031-07-01", figure("2031-05-01", 3), figure("2031-05-02", 4))
    assert values(store) == {"2031-05-01": 3, "2031-05-02": 4}, "it came back"
    assert values(store, "2031-06-15") == {"2031-05-01": 3}


def test_a_new_entry_for_days_already_covered_is_late(store: Store) -> None:
    put(store, "2031-05-03", figure("2031-05-02", 4))
    made = put(store, "2031-06-01", figure("2031-05-01", 3), figure("2031-05-02", 4))
    assert (made.added, made.late, made.late_rows) == (1, 1, 1)
    assert values(store, "2031-05-31") == {"2031-05-02": 4}
    assert {e.known_at for e in store.entries("river", TABLE) if e.value == 3} == {date(2031, 6, 1)}


def test_a_recorded_day_of_publication_is_another_figure_and_never_late(store: Store) -> None:
    first = figure("2031-05-01", 3, known="recorded", known_at="2031-05-05")
    again = figure("2031-05-01", 9, known="recorded", known_at="2031-05-25")
    put(store, "2031-06-01", first)
    assert put(store, "2031-07-01", first, again).late == 0
    assert store.turns("river", TABLE) == ()
    assert store.entries("river", TABLE, date(2031, 5, 10)) == [first, again]


def test_another_address_changes_nothing(store: Store) -> None:
    from dataclasses import replace

    put(store, "2031-05-03", figure("2031-05-01", 3))
    made = put(store, "2031-06-01", replace(figure("2031-05-01", 3), source="https://example.org/moved", sha256="ff"))
    assert (made.unchanged, made.changed, made.added) == (1, 0, 0)
    assert not store.releases()[-1].segment, "nothing differs, so nothing is written"


def test_a_source_of_parts_has_neither_tombstones_nor_lateness(store: Store) -> None:
    part = frozenset({TABLE})
    put(store, "2031-05-02", figure("2031-05-02", 4), parts=part)
    made = put(store, "2031-05-03", figure("2031-05-01", 3), parts=part)
    assert (made.added, made.late, made.vanished) == (1, 0, 0)
    assert values(store, "2031-05-02") == {"2031-05-02": 4, "2031-05-01": 3}


def test_facts_are_true_whenever_we_wrote_them_down(store: Store) -> None:
    meeting = figure("2031-05-01", 1)
    store.append(release("2031-05-03"), {"talks": [figure("2031-05-02", 1)]})
    store.append(release("2031-06-01"), {"talks": [meeting]})
    assert store.turns("river", "talks") == ()
    assert store.entries("river", "talks", date(2031, 5, 10)) == [meeting]


def test_several_of_one_identity_are_told_apart_by_their_order(store: Store) -> None:
    put(store, "2031-05-03", figure("2031-05-01", 3), figure("2031-05-01", 8))
    made = put(store, "2031-06-01", figure("2031-05-01", 3), figure("2031-05-01", 9))
    assert (made.unchanged, made.changed) == (1, 1)
    assert sorted(e.value for e in store.entries("river", TABLE)) == [3, 9]


RELEASES = {
    "2031-05-03": [figure("2031-05-01", 3), figure("2031-05-02", 4)],
    "2031-06-01": [figure("2031-05-01", 3), figure("2031-05-02", 5), figure("2031-05-20", 7)],
    "2031-07-01": [figure("2031-05-02", 5), figure("2031-05-11", 2), figure("2031-06-20", 1)],
}


@pytest.mark.parametrize("order", list(permutations(RELEASES)), ids=" then ".join)
def test_the_order_of_import_changes_nothing(tmp_path: Path, order: tuple[str, ...]) -> None:
    def views(days: tuple[str, ...], name: str) -> list[object]:
        store = open_store(tmp_path / name)
        for day in days:
            put(store, day, *RELEASES[day])
        shown = [sorted(store.entries("river", TABLE, date(2031, month, 15)), key=repr) for month in (4, 5, 6, 7)]
        counts = {r.released: dict(r.tables[TABLE]) for r in store.releases()}
        return [shown, counts, store.turns("river", TABLE)]

    assert views(order, "a") == views(tuple(RELEASES), "b")


def test_the_same_bytes_add_nothing(store: Store) -> None:
    put(store, "2031-05-03", figure("2031-05-01", 3), sha256="aa")
    made = put(store, "2031-08-01", figure("2031-05-01", 3), sha256="aa")
    assert made.known
    assert (store.generation, len(store.releases())) == (1, 1)


def test_sources_of_one_table_stand_side_by_side(store: Store) -> None:
    put(store, "2031-05-03", figure("2031-05-01", 3))
    put(store, "2031-06-01", figure("2031-05-02", 9), source="other")
    assert values(store) == {"2031-05-01": 3, "2031-05-02": 9}


def test_an_open_store_sees_what_stood_when_it_was_opened(store: Store) -> None:
    put(store, "2031-05-03", figure("2031-05-01", 3))
    reader = open_store(store.home)
    put(store, "2031-06-01", figure("2031-05-01", 4))
    assert values(reader) == {"2031-05-01": 3}
    assert values(open_store(store.home)) == {"2031-05-01": 4}


def test_a_reader_survives_two_writers(store: Store) -> None:
    put(store, "2031-06-01", figure("2031-05-01", 4), figure("2031-05-02", 1))
    reader = open_store(store.home)
    put(store, "2031-05-03", figure("2031-05-01", 3))
    put(store, "2031-07-01", figure("2031-05-01", 5))
    assert values(reader) == {"2031-05-01": 5}, "its segment was rewritten, then removed: it reads the new manifest"


def test_archived_bytes_come_back_and_are_kept_once(store: Store) -> None:
    content = b"a line, and a line\n" * 1000
    name = store.archive(content)
    assert store.archive(content) == name
    assert store.archived(name[:12]) == content
    assert sum(p.stat().st_size for p in (store.home / "archive").rglob("*") if p.is_file()) < len(content) / 10
    with pytest.raises(StoreError, match="import it again"):
        store.archived("ab" * 32)

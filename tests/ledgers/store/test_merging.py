"""Small segments are put together, and nothing that a store tells changes by it."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from dateline.ledgers.store import Store, manifest, merging, open_store
from dateline.ledgers.store import segments as segment_files
from dateline.records.entry import Entry

from .conftest import figure, release

FIRST = date(2031, 5, 1)


def day(number: int) -> str:
    return str(FIRST + timedelta(days=number))


def stated(number: int) -> list[Entry]:
    """What the release of a day states: a figure a day, those of three days before revised, one withdrawn."""
    return [figure(day(n), 10 * n + (n % 7) * (number - n >= 3)) for n in range(number + 1) if n != number - 5]


def pulled(store: Store, days: range) -> None:
    for number in days:
        store.append(release(day(number)), {"series": stated(number), "talks": [figure(day(number), 1)]})


def told(store: Store) -> list[object]:
    """Everything that can be asked of a store."""
    days = [None, *(FIRST + timedelta(days=n) for n in range(0, 20, 3))]
    views = [[store.entries("river", table, when) for table in ("series", "talks")] for when in days]
    sums = [store.totals("river", "series", "bridges.crossed", ("month", "place"), when) for when in days]
    return [views, sums, store.turns("river", "series"), [(r.released, r.tables) for r in store.releases()]]


def segments(home: Path) -> set[str]:
    return {release.segment for release in open_store(home).releases()}


def test_many_small_segments_become_one_and_every_vintage_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pulled(merged := open_store(tmp_path / "merged"), range(20))
    monkeypatch.setattr(merging, "MANY", 1000)
    pulled(apart := open_store(tmp_path / "apart"), range(20))
    assert (len(segments(apart.home)), len(segments(merged.home))) == (20, 6)
    assert told(open_store(merged.home)) == told(open_store(apart.home))


def test_a_large_segment_is_left_as_it_is(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    pulled(store, range(1))
    (large,) = store.home.glob("segments/*/*/*.parquet")
    monkeypatch.setattr(merging, "SMALL", large.stat().st_size - 1)
    pulled(store, range(1, 12))
    assert large.exists()


@pytest.mark.parametrize("back", [0, 3, 9])
def test_a_release_between_merged_ones_leaves_no_row_that_does_not_stand(store: Store, back: int) -> None:
    days = [n for n in range(12) if n != back]
    for number in (*days, back):
        store.append(release(day(number)), {"series": stated(number), "talks": [figure(day(number), 1)]})
    whole = open_store(store.home.with_name("in order"))
    pulled(whole, range(12))
    assert told(open_store(store.home))[:2] == told(whole)[:2]
    parts = [(r.segment, r.part) for r in store.releases()]
    assert len(set(parts)) == len(parts)
    for name in segments(store.home):
        held = {p for t in ("series", "talks") for p in segment_files.read(store.home / "segments" / name, t)}
        assert held == {part for segment, part in parts if segment == name}


def test_what_was_merged_is_removed_by_the_next_writer_and_not_before(store: Store) -> None:
    pulled(store, range(merging.MANY - 1))
    reader = open_store(store.home)
    pulled(store, range(merging.MANY - 1, merging.MANY))
    assert len(segments(store.home)) == 1
    assert len(reader.entries("river", "series")) == merging.MANY - 2, "it reads the segments that it knows"
    store.append(release(day(30), source="other"), {"series": [figure(day(30), 1)]})
    assert len(list(store.home.glob("segments/*/log/*.parquet"))) == 1


def test_a_disk_too_full_to_merge_costs_no_release(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    pulled(store, range(merging.MANY - 1))

    def full(*given: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "_together", full)
        pulled(store, range(merging.MANY - 1, merging.MANY))
    assert open_store(store.home).unmerged() == len(segments(store.home)) == merging.MANY
    assert not list(store.home.rglob("*.part"))
    open_store(store.home).tidy()
    assert len(segments(store.home)) == 1


KILLED = """
import os, sys
from pathlib import Path
from dateline.ledgers.store import open_store
at, sync, done = int(sys.argv[2]), os.fsync, []

def fsync(handle):
    done.append(handle)
    if len(done) > at:
        os.kill(os.getpid(), 9)
    sync(handle)

os.fsync = fsync
open_store(Path(sys.argv[1])).tidy()
"""


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_a_merge_killed_at_any_write_loses_nothing(store: Store, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    monkeypatch.setattr(merging, "MANY", 1000)
    pulled(store, range(9))
    before = told(open_store(store.home))
    ran = subprocess.run([sys.executable, "-c", KILLED, store.home, str(at)], env=os.environ, check=False)
    assert ran.returncode == -signal.SIGKILL
    assert told(open_store(store.home)) == before
    monkeypatch.undo()
    store.append(release(day(40)), {"series": stated(8), "talks": [figure(day(8), 1)]})
    assert len(segments(store.home) - {""}) == 1
    assert [e.value for e in open_store(store.home).entries("river", "series")]


def test_a_store_of_the_first_format_is_brought_up_to_what_it_would_be_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rows do not say what they replaced, nor which part they are."""
    monkeypatch.setattr(merging, "MANY", 1000)
    pulled(old := open_store(tmp_path / "old"), range(9))
    for path in old.home.glob("segments/*/*/*.parquet"):
        as_then(path)
    written = json.loads((old.home / manifest.NAME).read_text(encoding="utf-8"))
    releases = [{name: value for name, value in each.items() if name != "part"} for each in written["releases"]]
    then = written | {"format": 1, "releases": releases}
    (old.home / manifest.NAME).write_text(json.dumps(then), encoding="utf-8")
    pulled(now := open_store(tmp_path / "now"), range(9))
    assert told(open_store(old.home)) == told(open_store(now.home))
    assert (old.home / f"before-format-{manifest.FORMAT}" / manifest.NAME).exists()


def as_then(path: Path) -> None:
    """The segment as format 1 wrote it."""
    with pq.ParquetFile(path) as file:
        groups = [file.read_row_group(n).drop_columns(["was", "part"]) for n in range(file.num_row_groups)]
    with pq.ParquetWriter(path, groups[0].schema) as writer:
        for group in groups:
            writer.write_table(group)

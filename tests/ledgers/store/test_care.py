"""A store under bad luck: writers at once, a writer killed, no room, another format, damage."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.ledgers.store import Archived, Store, StoreError, archive, locking, manifest, open_store, retention
from dateline.ledgers.store.locking import locked

from .conftest import figure, release

SERIES = {"series": [figure("2031-05-01", 3), figure("2031-05-02", 4)]}


def standing(home: Path) -> list[float]:
    return [entry.value for entry in open_store(home).entries("river", "series")]


def test_a_second_writer_says_in_one_line_who_is_writing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.append(release("2031-05-03"), SERIES)
    monkeypatch.setattr(locking, "WAIT_S", 0.0)
    with locked(store.home), pytest.raises(StoreError, match=r"another import \(process \d+\) is writing there; try"):
        store.append(release("2031-06-01"), {"series": []})
    assert standing(store.home) == [3, 4]


def test_a_second_writer_waits_for_the_first(store: Store) -> None:
    store.append(release("2031-05-03"), SERIES)
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom dateline.ledgers.store.locking import locked\n"
        "with locked(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(0.5)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, store.home], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        store.append(release("2031-06-01"), {"series": [figure("2031-05-01", 5)]})
        assert other.wait() == 0
    assert standing(store.home) == [5]


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("written", [0, 1], ids=["at the segment", "at the manifest"])
def test_a_disk_that_fails_leaves_what_stood(
    store: Store, monkeypatch: pytest.MonkeyPatch, fault: int, written: int
) -> None:
    store.append(release("2031-05-03"), SERIES)
    before = sorted(store.home.rglob("*"))
    done: list[int] = []
    sync = os.fsync

    def failing(handle: int) -> None:
        done.append(handle)
        if len(done) > written:
            raise OSError(fault, os.strerror(fault))
        sync(handle)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(StoreError) as refused:
        store.append(release("2031-06-01"), {"series": [figure("2031-05-01", 5)]})
    monkeypatch.undo()
    assert "\n" not in str(refused.value)
    assert standing(store.home) == [3, 4]
    assert len(sorted(store.home.rglob("*"))) - len(before) == written, "no half-written file stays"
    store.append(release("2031-06-01"), {"series": [figure("2031-05-01", 5)]})
    assert standing(store.home) == [5]
    assert len(list(store.home.glob("segments/*/*/*"))) == 2, "what the failed write left is cleared away"


def test_a_full_disk_is_said_as_such(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="no space left; nothing was changed"):
        store.archive(b"bytes")


KILLED = """
import os, sys
from pathlib import Path
from tests_release import RELEASE, SERIES
from dateline.ledgers.store import open_store
at, sync, done = int(sys.argv[2]), os.fsync, []

def fsync(handle):
    done.append(handle)
    if len(done) > at:
        os.kill(os.getpid(), 9)
    sync(handle)

os.fsync = fsync
open_store(Path(sys.argv[1])).append(RELEASE, SERIES)
"""


@pytest.mark.parametrize("at", [0, 1])
def test_a_writer_killed_before_its_end_leaves_what_stood(store: Store, tmp_path: Path, at: int) -> None:
    store.append(release("2031-05-03"), SERIES)
    (tmp_path / "tests_release.py").write_text(
        "from datetime import date\nfrom dateline.ledgers.store import Release\n"
        "RELEASE = Release('river', 'log', date(2031, 6, 1), date(2032, 1, 1), 'killed')\nSERIES = {'series': []}\n",
        encoding="utf-8",
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    ran = subprocess.run([sys.executable, "-c", KILLED, store.home, str(at)], env=environment, check=False)
    assert ran.returncode == -signal.SIGKILL
    assert standing(store.home) == [3, 4]
    store.append(release("2031-06-01"), {"series": [figure("2031-05-01", 5)]})
    assert standing(store.home) == [5]
    assert not list(store.home.rglob("*.part"))


def edit(home: Path, **fields: Any) -> None:
    path = home / manifest.NAME
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | fields), encoding="utf-8")


def test_a_newer_format_is_left_alone(store: Store) -> None:
    store.append(release("2031-05-03"), SERIES)
    edit(store.home, format=manifest.FORMAT + 1)
    before = (store.home / manifest.NAME).read_bytes()
    for attempt in (lambda: open_store(store.home), lambda: store.append(release("2031-06-01"), SERIES)):
        with pytest.raises(StoreError, match="newer than this version reads"):
            attempt()
    assert (store.home / manifest.NAME).read_bytes() == before


def test_an_older_format_is_copied_aside_then_migrated(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.append(release("2031-05-03"), SERIES)
    edit(
        store.home, format=0, releases_then=json.loads((store.home / manifest.NAME).read_text())["releases"], releases=0
    )
    old = (store.home / manifest.NAME).read_bytes()
    monkeypatch.setattr(
        manifest, "MIGRATIONS",
        {0: lambda home, stated: {**stated, "releases": stated["releases_then"]}, 1: lambda home, stated: stated},
    )  # fmt: skip
    assert standing(store.home) == [3, 4]
    (kept,) = store.home.glob("before-format-*")
    assert (kept / manifest.NAME).read_bytes() == old
    assert len(list(kept.glob("segments/*/*/*.parquet"))) == 1
    assert standing(store.home) == [3, 4]


def test_a_format_without_a_way_from_it_is_said(store: Store) -> None:
    store.append(release("2031-05-03"), SERIES)
    edit(store.home, format=-1)
    with pytest.raises(StoreError, match="cannot read any more"):
        open_store(store.home)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": "x"}', b'{"format": 1}', b"\xff\xfe"])
def test_a_damaged_manifest_is_one_line(store: Store, content: bytes) -> None:
    store.append(release("2031-05-03"), SERIES)
    (store.home / manifest.NAME).write_bytes(content)
    with pytest.raises(StoreError) as refused:
        open_store(store.home)
    assert "\n" not in str(refused.value)


def test_a_damaged_segment_is_one_line(store: Store) -> None:
    store.append(release("2031-05-03"), SERIES)
    (segment,) = store.home.glob("segments/*/*/*.parquet")
    segment.write_bytes(segment.read_bytes()[:-40])
    with pytest.raises(StoreError, match="damaged"):
        standing(store.home)


def test_a_damaged_copy_in_the_archive_is_never_given_out(store: Store) -> None:
    name = store.archive(b"one\n" * 100)
    path = archive.find(store.home / "archive", name)
    assert path is not None
    path.write_bytes(b"other")
    with pytest.raises(StoreError, match="damaged"):
        store.archived(name)


def test_sweeping_removes_what_no_release_names_once_it_is_old(store: Store) -> None:
    from dataclasses import replace

    kept, unnamed, fresh = (store.archive(content) for content in (b"kept", b"unnamed", b"fresh"))
    store.append(replace(release("2031-05-03"), files=(Archived("log.csv", kept),)), SERIES)
    for name in (kept, unnamed):
        path = archive.find(store.home / "archive", name)
        assert path is not None
        old = time.time() - 2 * retention.KEPT_S
        os.utime(path, (old, old))
    assert store.sweep()[0] == 1
    assert [store.has_archived(name) for name in (kept, unnamed, fresh)] == [True, False, True]
    assert standing(store.home) == [3, 4]
    assert open_store(store.home).releases()[0].released == date(2031, 5, 3)


def test_a_home_that_is_a_file_is_named_in_a_line(tmp_path: Path) -> None:
    at = tmp_path / "a file"
    at.write_text("kept", encoding="utf-8")
    with pytest.raises(StoreError, match="is a file and no folder; DATELINE_HOME names another"):
        open_store(at)
    assert at.read_text(encoding="utf-8") == "kept"

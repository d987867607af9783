"""Imports killed (-9) at random moments: what stood stands, and another run completes.

python benchmarks/store.py --part kill --times 50
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import store
from dateline.theatres import loader

#: Maps that are measured in each import that is killed while it measures.
MAPS = 100


def killing(data: Path, times: int) -> None:
    """Each import killed at random moments: the store opens, what stood stands, another run completes."""
    print(
        f"\n{'killed -9':26} {'killed':>7} {'writing':>8} {'too late':>9} {'opens':>6} {'stands':>7} {'completes':>10}"
    )
    for name, source, at, options in imports(data):
        found = killed(source, data, times, at, options)
        shown = f"{found['killed']:7} {found['writing']:8} {found['late']:9} {found['opens']:6} {found['stands']:7}"
        print(f"{name:26} {shown} {'yes' if found['completes'] else 'NO':>10}", flush=True)


def imports(data: Path) -> Iterator[tuple[str, str, Path | None, tuple[str, ...]]]:
    """Name, source, path and options of every import that is killed. The maps come twice: all of them, which are known
    by their bytes, and a hundred into a theatre that knows none, so that each is measured."""
    for source in store.PATHS:
        yield source, source, None, ()
    with tempfile.TemporaryDirectory() as folder, fresh_theatre(Path(folder) / "unmapped"):
        some = Path(folder) / "maps"
        some.mkdir()
        for path in sorted((data / store.PATHS["deepstate"]).glob("*.geojson"))[:MAPS]:
            (some / path.name).symlink_to(path.resolve())
        yield f"deepstate, {MAPS} maps measured", "deepstate", some, ("--theatre", "unmapped")


@contextmanager
def fresh_theatre(at: Path) -> Iterator[None]:
    """A theatre like the first that ships, without maps; DATELINE_THEATRES names it meanwhile."""
    shutil.copytree(Path(loader.shipped_default().folder), at)
    stated = (at / "theatre.yml").read_text(encoding="utf-8").replace("id: ukraine\n", f"id: {at.name}\n", 1)
    (at / "theatre.yml").write_text(stated.replace("default: true", "default: false"), encoding="utf-8")
    releases = at / "starter" / "releases.csv"
    kept = [line for line in releases.read_text(encoding="utf-8").splitlines() if not line.startswith("deepstate,")]
    releases.write_text("\n".join(kept) + "\n", encoding="utf-8")
    for path in (at / "starter").glob("territory_*.csv"):
        path.unlink()
    os.environ["DATELINE_THEATRES"] = str(at)
    try:
        yield
    finally:
        del os.environ["DATELINE_THEATRES"]


def killed(source: str, data: Path, times: int, at: Path | None = None, options: Sequence[str] = ()) -> dict[str, int]:
    """How often an import was `killed` or had just ended (`late`), how often it had begun to write by then (`writing`),
    how often the store then opened and what stood stood, and whether another run completed it.

    Every other moment is drawn from the whole run, the others from the time since it began to write, which is short.
    The next run goes on from what a kill left, as a user's would; after one that ended all starts afresh. One that a
    kill came too late for is tried again, up to twice as many times in all.
    """
    draw = random.Random(4)
    with store.a_home() as home:
        other = "talks" if source != "talks" else "officials"
        assert store.wait(store.bring(other, data))[0] == 0
        before, kept = store.standing(home), home.with_name("kept")
        shutil.copytree(home, kept)
        begun = time.perf_counter()
        process = store.bring(source, data, at, options)
        reads = writes_after(process, home)
        code, said = store.wait(process)
        assert code == 0, said
        took, after = time.perf_counter() - begun, store.standing(home)
        counts = dict.fromkeys(("killed", "writing", "late", "opens", "stands", "completes"), 0)
        fresh = True
        while counts["killed"] < times and counts["killed"] + counts["late"] < 2 * times:
            if fresh:
                shutil.rmtree(home)
                shutil.copytree(kept, home)
            was, process = touched(home), store.bring(source, data, at, options)
            if draw.random() < 0.5:
                time.sleep(draw.uniform(0.0, took))
            else:
                writes_after(process, home)
                time.sleep(draw.uniform(0.0, max(0.0, took - reads)))
            process.send_signal(signal.SIGKILL)
            fresh = store.wait(process)[0] != -signal.SIGKILL
            counts["late" if fresh else "killed"] += 1
            counts["writing"] += touched(home) != was and not fresh
            found = store.standing(home)
            counts["opens"] += 1
            counts["stands"] += all(found.get(key, 0) == number for key, number in before.items())
            assert all(found[key] in (after.get(key), before.get(key)) or key not in before for key in found), found
        counts["completes"] = int(
            store.wait(store.bring(source, data, at, options))[0] == 0 and store.standing(home) == after
        )
    return counts


def writes_after(process: subprocess.Popen[str], home: Path) -> float:
    """Waits until a process begins to write into the store, or ends; gives the seconds."""
    begun, was = time.perf_counter(), touched(home)
    while process.poll() is None and touched(home) == was:
        time.sleep(0.002)
    return time.perf_counter() - begun


def touched(home: Path) -> int:
    """Changes with whatever an import writes: its archive, a file on its way, a segment, the manifest."""
    return sum(path.stat().st_mtime_ns for path in (home, home / "archive", home / "segments", *home.glob("segments/*"))
               if path.exists())  # fmt: skip

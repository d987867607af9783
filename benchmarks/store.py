"""What the store promises, measured: importing everything, asking, being killed, a full disk, ten million entries.

    python benchmarks/store.py [--data ../shared/data] [--part import|ask|kill|writers|disk|size ...] [--times 50]

Each part prints a table. `disk` mounts a small tmpfs and needs root; `size` needs a gigabyte of memory.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import store_size

#: Sources with what lies of them under the data folder, in the order in which they are imported.
PATHS = {
    "airforce": "strikes", "hrmmu": "casualties", "mapped_area": "territory_reference", "talks": "talks",
    "officials": "officials", "gaza": "gaza", "acled": "events/acled-regional.json",
    "ucdp_ged": "events/ucdp_ged_ukr_hdx_2014_2021_thesurojit.csv", "deepstate": "deepstate",
}  # fmt: skip
FIGURES = (
    ("territory.net_change", "2025-05-01", "2025-05-31"),
    ("strikes.launched", "2025-07-01", "2025-07-31"),
    ("casualties.killed", "2025-01-01", "2025-12-31"),
)


@contextmanager
def a_home() -> Iterator[Path]:
    """A folder for a store, removed afterwards; DATELINE_HOME names it meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        os.environ["DATELINE_HOME"] = str(home)
        yield home


def bring(source: str, data: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "dateline", "import", source, str(data / PATHS[source])]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, said = process.communicate()
    return process.returncode, said.strip()


def standing(home: Path) -> dict[tuple[str, str], int]:
    """Entries by theatre and table, each table read whole."""
    from dateline.ledgers.store import open_store

    store = open_store(home)
    theatres = {release.theatre for release in store.releases()}
    return {(name, table): len(store.entries(name, table)) for name in theatres for table in store.tables(name)}


def spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def importing(data: Path) -> None:
    """Everything from empty, then everything again."""
    with a_home() as home:
        for turn in ("from empty", "again"):
            print(f"\nimport {turn:12} {'wall s':>8} {'CPU s':>8}")
            whole = time.perf_counter(), spent()
            for source in PATHS:
                begun = time.perf_counter(), spent()
                code, said = wait(bring(source, data))
                assert code == 0, said
                print(f"  {source:17} {time.perf_counter() - begun[0]:8.1f} {spent() - begun[1]:8.1f}")
            print(f"  {'all':17} {time.perf_counter() - whole[0]:8.1f} {spent() - whole[1]:8.1f}")
        size = sum(path.stat().st_size for path in home.rglob("*") if path.is_file())
        segments = sum(path.stat().st_size for path in (home / "segments").rglob("*.parquet"))
        print(
            f"  {size / 1e6:.1f} MB, of them {segments / 1e6:.1f} MB segments; {sum(standing(home).values()):,} entries"
        )


def measured(data: Path) -> None:
    """DeepState's maps without the layer that ships: every one is measured."""
    from dateline.importing import bringing, import_source, maps
    from dateline.ledgers.store import open_store
    from dateline.ledgers.tables import Tables

    with a_home() as home:
        bringing.starter_releases = lambda folder: ()  # type: ignore[assignment]
        maps.LedgerTables = lambda theatre, store: Tables(home / theatre.name, store)  # type: ignore[assignment,misc]
        begun = time.perf_counter(), time.process_time()
        import_source("deepstate", data / "deepstate", store=open_store(home))
        print(
            f"\nevery map measured: {time.perf_counter() - begun[0]:.1f} s, {time.process_time() - begun[1]:.1f} s CPU"
        )


def asking(data: Path) -> None:
    """Figures from a full store: cold in a process of their own, warm in one that has asked before."""
    from dateline.figures import figure

    with a_home():
        for source in PATHS:
            wait(bring(source, data))
        print(f"\n{'figure':24} {'cold CPU s':>10} {'cold wall s':>11} {'warm CPU ms':>11}")
        for measure, first, last in FIGURES:
            cold: list[tuple[float, float]] = []
            for _ in range(3):
                begun = time.perf_counter(), spent()
                command = [sys.executable, "-m", "dateline", "figure", measure, "--from", first, "--to", last]
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
                cold.append((spent() - begun[1], time.perf_counter() - begun[0]))
            days = date.fromisoformat(first), date.fromisoformat(last)
            figure(measure, *days)
            warm = min(twice(lambda m=measure, d=days: figure(m, *d))[0] for _ in range(5))  # type: ignore[misc]
            print(f"{measure:24} {min(cold)[0]:10.2f} {min(c[1] for c in cold):11.2f} {1000 * warm:11.1f}")


def killing(data: Path, times: int) -> None:
    """Each import killed at random moments: the store opens, what stood stands, another run completes."""
    print(
        f"\n{'killed -9':14} {'killed':>7} {'writing':>8} {'too late':>9} {'opens':>6} {'stands':>7} {'completes':>10}"
    )
    for source in PATHS:
        found = killed(source, data, times)
        shown = f"{found['killed']:7} {found['writing']:8} {found['late']:9} {found['opens']:6} {found['stands']:7}"
        print(f"{source:14} {shown} {'yes' if found['completes'] else 'NO':>10}", flush=True)


def killed(source: str, data: Path, times: int) -> dict[str, int]:
    """How often an import was `killed` or had just ended (`late`), how often it had begun to write by then (`writing`),
    how often the store then opened and what stood stood, and whether another run completed it.

    Every other moment is drawn from the whole run, the others from the time since it began to write, which is short.
    The next run goes on from what a kill left, as a user's would; after one that ended all starts afresh. One that a
    kill came too late for is tried again, up to twice as many times in all.
    """
    draw = random.Random(4)
    with a_home() as home:
        other = "talks" if source != "talks" else "officials"
        assert wait(bring(other, data))[0] == 0
        before, kept = standing(home), home.with_name("kept")
        shutil.copytree(home, kept)
        begun = time.perf_counter()
        process = bring(source, data)
        reads = writes_after(process, home)
        assert wait(process)[0] == 0
        took, after = time.perf_counter() - begun, standing(home)
        counts = dict.fromkeys(("killed", "writing", "late", "opens", "stands", "completes"), 0)
        fresh = True
        while counts["killed"] < times and counts["killed"] + counts["late"] < 2 * times:
            if fresh:
                shutil.rmtree(home)
                shutil.copytree(kept, home)
            was, process = touched(home), bring(source, data)
            if draw.random() < 0.5:
                time.sleep(draw.uniform(0.0, took))
            else:
                writes_after(process, home)
                time.sleep(draw.uniform(0.0, max(0.0, took - reads)))
            process.send_signal(signal.SIGKILL)
            fresh = wait(process)[0] != -signal.SIGKILL
            counts["late" if fresh else "killed"] += 1
            counts["writing"] += touched(home) != was and not fresh
            found = standing(home)
            counts["opens"] += 1
            counts["stands"] += all(found.get(key, 0) == number for key, number in before.items())
            assert all(found[key] in (after.get(key), before.get(key)) or key not in before for key in found), found
        counts["completes"] = int(wait(bring(source, data))[0] == 0 and standing(home) == after)
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


def writers(data: Path) -> None:
    """Two imports at once, of one source and of two."""
    for one, two in (("airforce", "airforce"), ("airforce", "gaza")):
        with a_home() as home:
            for process in [bring(one, data), bring(two, data)]:
                code, said = wait(process)
                print(f"\ntwo at once ({one}, {two}): exit code {code}{': ' + said if said else ''}")
            print(f"  {dict(sorted(standing(home).items()))}")


def disk(data: Path) -> None:
    """A tmpfs that the import does not fit into."""
    found = filled(data)
    if found is None:
        print("\ndisk: no tmpfs can be mounted here; tests/ledgers/store/test_care.py raises the same error")
        return
    code, said, stands = found
    print(f"\ndisk full: exit code {code}: {said}\n  what stood stands: {'yes' if stands else 'NO'}")


def filled(data: Path) -> tuple[int, str, bool] | None:
    """Exit code and line of an import into a full disk, and whether what stood stands; None where no tmpfs mounts."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small"
        small.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", small], check=False)
        if mounted.returncode:
            return None
        try:
            home = small / "home"
            os.environ["DATELINE_HOME"] = str(home)
            assert wait(bring("talks", data))[0] == 0
            before = standing(home)
            code, said = wait(bring("gaza", data))
            return code, said, standing(home) == before
        finally:
            subprocess.run(["umount", small], check=True)


def twice(run: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall seconds of a run, of all threads."""
    begun = time.process_time(), time.perf_counter()
    run()
    return time.process_time() - begun[0], time.perf_counter() - begun[1]


def main() -> None:
    parts: dict[str, Callable[[argparse.Namespace], None]] = {
        "import": lambda given: (importing(given.data), measured(given.data))[0],  # type: ignore[func-returns-value]
        "ask": lambda given: asking(given.data),
        "kill": lambda given: killing(given.data, given.times),
        "writers": lambda given: writers(given.data),
        "disk": lambda given: disk(given.data),
        "size": lambda given: store_size.size(),
    }
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", nargs="+", choices=parts, default=list(parts))
    parser.add_argument("--times", type=int, default=50)
    given = parser.parse_args()
    for part in given.part:
        parts[part](given)


if __name__ == "__main__":
    main()

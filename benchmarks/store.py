"""What the store promises, measured: importing everything, asking, being killed, a full disk, ten million entries.

    python benchmarks/store.py [--data ../shared/data] [--part import|ask|kill|writers|disk|size ...] [--times 50]

Each part prints a table. `disk` mounts a small tmpfs and needs root; `size` needs a gigabyte of memory.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
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


def bring(source: str, data: Path, at: Path | None = None, options: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Begins to import what lies of a source under the data folder, or `at` a path."""
    command = [sys.executable, "-m", "dateline", "import", source, str(at or data / PATHS[source]), *options]
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
    import store_killed  # which imports this module

    store_killed.killing(data, times)


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

"""The territory engine: speed, memory, size and agreement, with other ways to the same figures run beside it.

    python benchmarks/territory.py [--data FOLDER] [--every N] [--no-peers]

Needs the publisher's daily maps (../shared/data/deepstate, or the folder named). Times are CPU seconds of this process;
the engine's are the median of three runs. Peers answer the same question, gained and lost of every step for the whole
country, from the same loaded geometries, in turns with the engine; with `--every N` they take one step in N and their
time is scaled up, as the table says. PostGIS is Debian's (apt-get install postgresql-15-postgis-3), started on a socket
of its own and stopped again; its time is that of the server's process. What cannot be run is said to be skipped.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import shapely

import dateline.theatres
import postgis
from dateline.sources import deepstate
from dateline.sources.deepstate import Snapshot
from dateline.territory import edgefile
from dateline.territory.front import Front
from dateline.territory.projection import transform
from dateline.territory.regions import Regions, load, none
from scoring import table

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "deepstate"
REGIONS = Path(dateline.theatres.__file__).parent / "ukraine" / "regions.json"
CRS = load(REGIONS).crs
RUNS = 3
TURNS = 12
CURVE_TURNS = 9
LONGEST = 4
Record = list[tuple[date, Any]]


def cpu(work: Callable[[], Any], runs: int = 1) -> tuple[float, Any]:
    """The median of the CPU seconds, and what the last run gave."""
    took, given = [], None
    for _ in range(runs):
        given = None
        start = time.process_time()
        given = work()
        took.append(time.process_time() - start)
    return statistics.median(took), given


def read(folder: Path) -> Record:
    return [(s.day, s.outline) for s in deepstate.read(folder) if isinstance(s, Snapshot)]


def daily(front: Front) -> Any:
    """Gained and lost in km2, a row a step."""
    return np.stack([front.measured.gained[1:].sum(axis=1), front.measured.lost[1:].sum(axis=1)], axis=1)


# --- the peers ------------------------------------------------------------------------------------------------------


def by_geopandas(record: Record, steps: Sequence[int]) -> Any:
    import geopandas

    frames = {n: geopandas.GeoDataFrame(geometry=[record[n][1]], crs="OGC:CRS84").to_crs(CRS)
              for n in {m for n in steps for m in (n - 1, n)}}  # fmt: skip

    def outside(one: int, other: int) -> float:
        return float(geopandas.overlay(frames[one], frames[other], how="difference").area.sum()) / 1e6

    return np.array([(outside(n, n - 1), outside(n - 1, n)) for n in steps])


def by_intersection(record: Record, steps: Sequence[int]) -> Any:
    metres = {n: shapely.transform(record[n][1], transform(CRS)) for n in {m for n in steps for m in (n - 1, n)}}
    area = {n: shapely.area(outline) / 1e6 for n, outline in metres.items()}

    def row(n: int) -> tuple[float, float]:
        both = shapely.area(shapely.intersection(metres[n - 1], metres[n])) / 1e6
        return area[n] - both, area[n - 1] - both

    return np.array([row(n) for n in steps])


PEERS = (
    ("geopandas overlay, both ways", by_geopandas, 100),
    ("one shapely intersection a step", by_intersection, 15),
)


def in_turns(
    engine: Callable[[], Any], peer: Callable[[Sequence[int]], Any], steps: Sequence[int]
) -> tuple[float, ...]:
    """CPU seconds of the peer over all steps, of the engine's one run (mean of those between), and what the peer found.

    The peer's steps are cut in slices with a run of the engine before each: these machines have slow and fast spells of
    minutes, and a peer timed in one spell by an engine timed in another says nothing about either.
    """
    took, ours, found = 0.0, [], []
    for slice_ in np.array_split(np.array(steps), TURNS):
        ours.append(cpu(engine)[0])
        spent, rows = cpu(lambda slice_=slice_: peer(slice_.tolist()))
        took += spent
        found.append(rows)
    return took, statistics.mean(ours), np.concatenate(found)


def peers(record: Record, every: int, engine: Callable[[], Any], rows: Any) -> list[tuple[str, ...]]:
    steps = list(range(every, len(record), every))
    scale = (len(record) - 1) / len(steps)
    note = "" if every == 1 else f", one step in {every}, scaled"
    printed = []

    def line(name: str, took: float, ours: float, asked: str, found: Any) -> None:
        apart = float(np.abs(np.array(found) - rows[[n - 1 for n in steps]]).max())
        printed.append((name + note, f"{took * scale:.2f} s", f"{ours:.2f} s", f"{took * scale / ours:.0f} x", asked,
                        f"{apart:.4f} km2"))  # fmt: skip

    for name, work, asked in PEERS:
        try:
            took, ours, found = in_turns(engine, lambda some, work=work: work(record, some), steps)
        except ImportError as fault:
            printed.append((name, "skipped", "", "", "", f"{fault.name} is not installed"))
            continue
        line(name, took, ours, f"{asked} x", found)
    metres = [shapely.transform(record[n][1], transform(CRS)) for n in range(len(record))]
    ours, _ = cpu(engine, RUNS)
    try:
        took, found = postgis.daily(metres, steps)
    except postgis.Unavailable as fault:
        printed.append(("PostGIS, both ways", "skipped", "", "", "", str(fault)))
    else:
        line("PostGIS, both ways", took, ours, "", found)
    return printed


# --- the engine -----------------------------------------------------------------------------------------------------


def raw(folder: Path, regions: Regions) -> list[tuple[str, ...]]:
    """From the files: merely parsing them, and everything."""
    paths = [path for _, path in deepstate.files(folder)]

    def parse() -> None:
        for path in paths:
            try:
                json.loads(path.read_bytes())
            except ValueError:
                continue

    # In turns, so that a busy machine is busy for both.
    turns = [(cpu(parse)[0], cpu(lambda: Front.of(read(folder), regions))[0]) for _ in range(RUNS)]
    parsed, whole = (statistics.median(column) for column in zip(*turns, strict=True))
    return [
        (f"json.loads of {len(paths)} files", f"{parsed:.2f} s", ""),
        ("from the files to areas, gains and losses by region", f"{whole:.2f} s = {whole / parsed:.2f} x", "1.5 x"),
    ]


def questions(record: Record, regions: Regions) -> list[tuple[str, ...]]:
    front = Front.of(record[:-1], regions)
    built, _ = cpu(lambda: front.cells)
    appended, _ = cpu(lambda: front.append(*record[-1]))
    pairs, matrix = cpu(front.cells.lost_between_all, RUNS)
    some = [(n % 700, 60 + n % 700) for n in range(0, 7000, 37)]
    one, _ = cpu(lambda: [front.cells.change(*pair) for pair in some], RUNS)
    drawn, _ = cpu(lambda: front.polygons(record[0][0], record[-1][0]), RUNS)
    rows = front.lives.rows()
    ends = np.unique(np.concatenate([rows.low, rows.high]))
    file = gzip.compress(edgefile.dump(front.days, {"occupied": rows}, "DeepState"), 9, mtime=0)
    number = len(matrix) * (len(matrix) - 1) // 2
    return [
        ("cells, once, at the first question that compares two days", f"{built:.2f} s", ""),
        (f"all {number:,} pairs of days, gained and lost", f"{pairs:.3f} s", "0.5 s"),
        ("one pair by region", f"{1000 * one / len(some):.2f} ms", "2 ms"),
        ("one new day appended, cells and regions too", f"{1000 * appended:.1f} ms", "50 ms"),
        ("polygons gained and lost between the first day and the last", f"{1000 * drawn:.0f} ms", ""),
        ("edge file of all days, gzip", f"{len(file) / 1000:.0f} kB", "200 kB"),
        ("vertices, lives of edges, cells", f"{len(ends):,}, {len(rows):,}, {len(front.cells.km2):,}", ""),
    ]


def repeated(record: Record, times: int) -> Record:
    """The history again and again, one after another, each time with its vertices moved by up to 1e-5 degree: a vertex
    that two days share is moved alike in both. Each begins with a day without a map, so that all cost what the first
    costs."""
    long: Record = []
    whole = record[-1][0] - record[0][0] + timedelta(days=2)
    for turn in range(times):

        def moved(degrees: Any, turn: int = turn) -> Any:
            places = np.rint(degrees * 1e6).astype(np.int64)
            jitter = (places * (2 * turn + 1) * 7_919 + places[:, ::-1] * 104_729) % 21 - 10
            return (places + (jitter if turn else 0)) / 1e6

        long.append((record[0][0] + turn * whole - timedelta(days=1), shapely.MultiPolygon()))
        long += [(day + turn * whole, shapely.transform(outline, moved)) for day, outline in record]
    return long


def curve(record: Record) -> list[tuple[str, ...]]:
    """The longest history whole, in halves and in quarters, in turns: the same outlines each time, so that none has
    more of them in the processor's cache than another, and the samples compared are built within the same seconds. The
    median of the turns, for these machines are now fast, now slow."""
    whole = repeated(record, LONGEST)
    took: dict[int, list[float]] = {1: [], 2: [], 4: []}
    lives = {}
    for _ in range(CURVE_TURNS):
        for times, samples in took.items():
            length = len(whole) // LONGEST * times
            pieces = [whole[first : first + length] for first in range(0, len(whole), length)]
            spent, made = cpu(lambda pieces=pieces: [len(Front.of(piece, none(CRS)).lives.rows()) for piece in pieces])
            samples.append(spent / len(pieces))
            lives[times] = made[0]
    ratio = {times: statistics.median(a / b for a, b in zip(took[times], took[1], strict=True)) for times in took}
    return [
        (f"{times} x: {len(record) * times:,} days, {lives[times]:,} lives", f"{statistics.median(samples):.2f} s",
         f"{ratio[times]:.2f} x", f"{times} x")
        for times, samples in took.items()
    ]  # fmt: skip


def memory(folder: Path) -> str:
    """The greatest resident size of a process that reads the files, measures them and compares all days, as the system
    counts it (VmHWM)."""
    code = f"""
from pathlib import Path; import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
import territory as t
front = t.Front.of(((s.day, s.outline) for s in t.deepstate.read(Path({str(folder)!r})) if isinstance(s, t.Snapshot)),
                   t.load(t.REGIONS))
front.cells.lost_between_all()
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return f"{int(done.stdout) / 1024:.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="peers take one step in N")
    parser.add_argument("--no-peers", action="store_true")
    args = parser.parse_args()
    if not args.data.is_dir():
        raise SystemExit(f"benchmarks/territory.py: {args.data}: no such folder; name the daily maps with --data")
    regions = load(REGIONS)
    record = read(args.data)
    Front.of(record[:3], regions)  # imports are not counted
    ours, front = cpu(lambda: Front.of(record, none(CRS)), RUNS)
    split, _ = cpu(lambda: Front.of(record, regions), RUNS)
    print(f"{len(record)} valid days, {len(record) - 1} steps, from loaded geometries: gained and lost a day\n")
    rows = [("edges, whole country", f"{ours:.2f} s", f"{ours:.2f} s", "1 x", "", ""),
            ("edges, by region", f"{split:.2f} s", f"{ours:.2f} s", f"{split / ours:.1f} x", "", "")]  # fmt: skip
    if not args.no_peers:
        rows += peers(record, args.every, lambda: Front.of(record, none(CRS)), daily(front))
    print(table(("", "CPU", "edges, in turns", "times", "asked", "largest difference"), rows))
    print()
    figures = [*raw(args.data, regions), *questions(record, regions)]
    figures.append(("memory, from the files to all pairs", memory(args.data), "400 MB"))
    print(table(("", "measured", "asked at most"), figures))
    print()
    print(table(("repeated with jitter, whole country", "CPU, median", "times the first", "linear"), curve(record)))


if __name__ == "__main__":
    main()

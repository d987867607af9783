"""How long it takes: `dateline check` in a process of its own, the same check warm, and the start of `dateline --help`.

    python benchmarks/timing.py [--runs N] [--report FILE]

CPU is user plus system time of the process and its children; wall is what a person waits. Medians, with the range.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scoring import REPORTS, table

BUNDLED = Path(__file__).resolve().parents[1] / "src" / "dateline" / "demo" / "august_2025.txt"
REAL = REPORTS / "russia_offensive_2025-05-30.txt"


def cold(arguments: list[str], runs: int) -> tuple[list[float], list[float]]:
    """CPU and wall seconds of `python -m dateline ARGUMENTS`, each run in a new process."""
    cpu, wall = [], []
    for _ in range(runs):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run([sys.executable, "-m", "dateline", *arguments], capture_output=True, check=False)
        wall.append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        if done.returncode == 2:
            raise SystemExit(f"dateline {' '.join(arguments)}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return cpu, wall


def warm(report: Path, runs: int) -> dict[str, list[float]]:
    """Wall seconds of reading, checking and printing in this process, after one run that is not counted."""
    from dateline import desk, publishing

    def once() -> dict[str, float]:
        steps: dict[str, Callable[[], object]] = {}
        kept: dict[str, object] = {}
        steps["read"] = lambda: kept.update(report=desk.read(str(report)))
        steps["check"] = lambda: kept.update(check=desk.check(kept["report"]))  # type: ignore[arg-type]
        steps["print as text"] = lambda: publishing.render(kept["check"], "text")  # type: ignore[arg-type]
        steps["print as page"] = lambda: publishing.render(kept["check"], "html")  # type: ignore[arg-type]
        took = {}
        for name, step in steps.items():
            start = time.perf_counter()
            step()
            took[name] = time.perf_counter() - start
        return took

    once()
    timed = [once() for _ in range(runs)]
    columns = {name: [t[name] for t in timed] for name in timed[0]}
    columns["read and check"] = [t["read"] + t["check"] for t in timed]
    return columns


def spread(values: list[float]) -> tuple[str, str]:
    return f"{1000 * statistics.median(values):.0f} ms", f"{1000 * min(values):.0f} to {1000 * max(values):.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--report", type=Path, default=REAL if REAL.is_file() else BUNDLED)
    args = parser.parse_args()
    rows: list[tuple[str, ...]] = []
    for name, arguments in (
        ("python -c pass (the floor)", None),
        ("dateline --help", ["--help"]),
        ("dateline check, cold", ["check", str(args.report)]),
        ("dateline check --format html, cold", ["check", str(args.report), "--format", "html"]),
    ):
        cpu, wall = cold(arguments, args.runs) if arguments else floor(args.runs)
        rows.append((name, *spread(cpu), *spread(wall)))
    for name, values in warm(args.report, max(args.runs, 20)).items():
        rows.append((f"warm: {name}", "", "", *spread(values)))
    print(f"{args.report.name}, {args.runs} runs, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    print(table(("", "CPU", "range", "wall", "range"), rows))


def floor(runs: int) -> tuple[list[float], list[float]]:
    """What the interpreter alone costs."""
    cpu, wall = [], []
    for _ in range(runs):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        wall.append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return cpu, wall


if __name__ == "__main__":
    main()

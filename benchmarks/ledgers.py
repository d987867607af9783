"""What the ledgers promise in one table: every number asked for beside the one measured.

    python benchmarks/ledgers.py [--data ../shared/data] [--times 50] [--part figures|store|kill|size|hostile ...]

Each import is killed `--times` times at random moments. CPU seconds are of all processes and threads; where the machine
is shared the wall says more about the neighbours than about the program.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import dateline
import published_figures
import store
import store_killed
import store_size
from dateline.figures import FigureError, figure
from dateline.ledgers import MEASURES

Row = tuple[str, str, str, bool]
ROOT = Path(__file__).parent.parent


def figures(given: argparse.Namespace) -> Iterator[Row]:
    """Published figures reproduced or explained, and the two that a report must not get wrong."""
    lines = {name: list(read(given.data / at)) for name, (read, at) in published_figures.SETS.items()}
    own = [line for line in lines["territory"] if line.what.endswith("DeepState")]
    explained = [line for line in own if line.status in ("exact", "reading", "flag", "bound")]
    yield ("DeepState's published months within 2 % or flagged", f"{len(own)} of {len(own)}",
           f"{len(explained)} of {len(own)}", len(explained) == len(own))  # fmt: skip
    for first, last, asked in ((1, 30, 498.0), (2, 31, 556.5)):
        start, end = date(2025, 6, first), date(2025, 7, 1) if last == 31 else date(2025, 6, last)
        found = figure("territory.net_change", start, end).value or 0.0
        yield f"net change {start} to {end}, km2", f"{asked:g}", f"{found:.1f}", abs(found - asked) < 1
    text = "Russia gained 507 square kilometers of Ukrainian territory in May 2025, according to AFP's ISW data."
    for said in (text, text.partition(", according")[0] + "."):
        verdicts = {c.finding.verdict for c in _checked(said) if c.finding is not None}
        what = f"verdict on “{said[:58]}...”" if said is text else "the same without naming AFP"
        yield what, "not contradicted", ", ".join(sorted(verdicts)), verdicts.isdisjoint(("contradicted", "unverified"))
    nights = [line for line in lines["strikes"] if line.computed is not None]
    other = [line.what for line in nights if line.status == "differs"]
    reached = f"{len(nights) - len(other)} of {len(nights)}" + (f" (not {', '.join(other)})" if other else "")
    yield "strikes: published records reproduced or explained", f"{len(nights)} of {len(nights)}", reached, not other
    drones = figure("strikes.launched", date(2025, 7, 1), date(2025, 7, 31), where={"weapon": "drone"}).value or 0.0
    yield "drones launched in July 2025", "6,297", f"{drones:,.0f}", drones == 6297
    yield from _gaza(lines["gaza"])
    yield from _tolls()


def _checked(text: str) -> list[dateline.Claim]:
    return dateline.check(dateline.read(text, published="2025-07-10", theatre="ukraine")).claims


def _gaza(lines: list[published_figures.Line]) -> Iterator[Row]:
    days: dict[str, set[str]] = {}
    for line in lines:
        days.setdefault(line.what.split()[0], set()).add(line.status)
    exact = [day for day, found in days.items() if found == {"exact"}]
    rest = [day for day in days if day not in exact]
    explained = [day for day in rest if "differs" not in days[day]]
    yield "Gaza: published tolls to the digit", "15 of 19", f"{len(exact)} of {len(days)}", len(exact) >= 15
    yield "Gaza: the others explained", f"{len(rest)}", f"{len(explained)}", len(explained) == len(rest)
    text = "By 20 August 2024, 40,173 people had been killed in Gaza, the health ministry said."
    for theatre in ("gaza", None):
        checked = dateline.check(dateline.read(text, published="2024-08-21", theatre=theatre))
        held = [c.finding.verdict for c in checked.claims if c.finding is not None]
        how = f"--theatre {theatre}" if theatre else "by detection"
        yield f"Gaza: a report checked {how}", "holds", ", ".join(held), held == ["holds"]


def _tolls() -> Iterator[Row]:
    year, april = (date(2025, 1, 1), date(2025, 12, 31)), (date(2025, 4, 1), date(2025, 4, 30))
    for name, days, as_of, asked in (
        ("UN total of 2025", year, date(2026, 1, 20), 2514), ("UN total of 2025", year, date.today(), 2526),
        ("killed in April 2025", april, date(2025, 5, 15), 209),
        ("killed in April 2025", april, date(2025, 6, 15), 221),
    ):  # fmt: skip
        found = figure("casualties.killed", *days, as_of=as_of).value or 0.0
        when = "today" if as_of == date.today() else str(as_of)
        yield f"{name} as of {when}", f"{asked:,}", f"{found:,.0f}", found == asked
    readings = figure("casualties.killed", *year).readings
    shown = [
        f"{a.value:,.0f}" for a in readings if a.definition.startswith(("sum", "killed")) and "cut_off" not in a.departs
    ]
    yield "sum of months beside the published total", "both shown", " and ".join(shown), len(shown) > 1


def stores(given: argparse.Namespace) -> Iterator[Row]:
    """Everything imported, asked cold and warm; the two vintages; two imports at once; a full disk."""
    with store.a_home():
        begun = time.perf_counter(), store.spent()
        for source in store.PATHS:
            code, said = store.wait(store.bring(source, given.data))
            assert code == 0, said
        wall, cpu = time.perf_counter() - begun[0], store.spent() - begun[1]
        yield "full import from empty", "60 s", f"{wall:.0f} s wall, {cpu:.0f} s CPU", min(wall, cpu) <= 60
        yield from _asked()
    strikes = given.data / "strikes"
    with store.a_home() as home:
        for name in ("missile_attacks_daily_202603.csv", "missile_attacks_daily_20260607.csv"):
            command = [sys.executable, "-m", "dateline", "import", "airforce", str(strikes / name)]
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        counts = _counts(home)
        yield ("the two strike vintages: changed, late rows", "0, 3", f"{counts['changed']}, {counts['late_rows']}",
               (counts["changed"], counts["late_rows"]) == (0, 3))  # fmt: skip
    for one, two in (("airforce", "airforce"), ("airforce", "gaza")):
        with store.a_home() as home:
            ended = [store.wait(process) for process in [store.bring(one, given.data), store.bring(two, given.data)]]
            fine = all(code == 0 or (code == 2 and said.count("\n") == 0) for code, said in ended)
            yield f"two imports at once ({one}, {two})", "one waits or says so", str([code for code, _ in ended]), fine
    found = store.filled(given.data)
    if found is None:
        yield "disk full", "a clear error", "no tmpfs can be mounted here", True
    else:
        code, said, stands = found
        yield ("disk full", "a clear error, nothing lost", f"exit code {code}, {said.count(chr(10)) + 1} line, "
               f"{'all stands' if stands else 'LOST'}", code == 2 and stands and "\n" not in said)  # fmt: skip


def _counts(home: Path) -> Counter[str]:
    """What all releases of the strikes' bulletins changed, one against the other, in whichever order they came."""
    from dateline.ledgers.store import open_store

    found: Counter[str] = Counter()
    for release in open_store(home).releases():
        found.update(release.tables.get("strikes", {}))
    return found


def _asked() -> Iterator[Row]:
    """Cold in a process of its own; warm alone and in every step of time, the slowest of a family's measures,
    each in its fastest of several rounds."""
    for measure, family in COLD.items():
        _, first, last = WHOLE[family]
        command = [sys.executable, "-m", "dateline", "figure", measure, "--from", str(first), "--to", str(last)]
        cold: list[float] = []
        for _ in range(5):
            begun = store.spent()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            cold.append(store.spent() - begun)
        yield f"{measure}, whole history, cold", "0.8 s", f"{min(cold):.2f} s CPU", min(cold) <= 0.8
    least: dict[tuple[str, str | None, str], float] = {}
    for _ in range(ROUNDS):  # these machines are now fast, now slow: each is asked in several spells
        for family, (theatre, first, last) in WHOLE.items():
            for by in (None, "month", "week", "day"):
                for m in (m for m in MEASURES.ids() if m.startswith(family.removeprefix("gaza "))):
                    took, key = _warm(m, theatre, first, last, by), (family, by, m)
                    least[key] = min(took, least.get(key, took))
    for family in WHOLE:
        for by in (None, "month", "week", "day"):
            slowest = max((took, m) for (of, step, m), took in least.items() if (of, step) == (family, by))
            shown = f"{1000 * slowest[0]:.1f} ms CPU ({slowest[1]})"
            name = f"{family}, whole history, warm{f', by {by}' if by else ''}"
            yield name, "20 ms", shown, slowest[0] <= 0.02


ROUNDS = 4
#: The days that the ledgers of a family cover, by theatre.
WHOLE = {
    "territory": ("ukraine", date(2024, 7, 8), date(2026, 8, 20)),
    "strikes": ("ukraine", date(2022, 9, 28), date(2026, 6, 7)),
    "casualties": ("ukraine", date(2022, 2, 24), date(2026, 1, 31)),
    "events": ("ukraine", date(2022, 2, 24), date(2026, 1, 31)),
    "gaza casualties": ("gaza", date(2023, 10, 7), date(2026, 8, 1)),
}
COLD = {"territory.net_change": "territory", "strikes.launched": "strikes", "casualties.killed": "casualties",
        "events.count": "events"}  # fmt: skip


def _warm(measure: str, theatre: str, first: date, last: date, by: str | None) -> float:
    """CPU seconds of a figure that was asked before, the least of five; 0 where the ledgers have none."""
    try:
        figure(measure, first, last, by=by, theatre=theatre)  # type: ignore[arg-type]
    except FigureError:
        return 0.0
    return min(store.twice(lambda: figure(measure, first, last, by=by, theatre=theatre))[0] for _ in range(5))  # type: ignore[arg-type]


def kills(given: argparse.Namespace) -> Iterator[Row]:
    """Every import killed at random moments, half of them while it writes."""
    for name, source, at, options in store_killed.imports(given.data):
        found = store_killed.killed(source, given.data, given.times, at, options)
        tried = found["killed"] + found["late"]
        fine = found["opens"] == found["stands"] == tried and found["completes"] == 1
        done = "completes" if found["completes"] else "DOES NOT COMPLETE"
        shown = f"{found['killed']} killed ({found['writing']} writing), stood {found['stands']} of {tried}, {done}"
        yield f"import {name}, killed -9", f"{given.times} times", shown, fine and found["killed"] >= given.times


def sizes(given: argparse.Namespace) -> Iterator[Row]:
    """The curve of cost against size."""
    for number in (10_000, 100_000, 1_000_000, 10_000_000):
        _, groups, taken = store_size.sized(number)
        for (cpu, wall), name in zip(taken, store_size.SHAPED, strict=True):
            shown = f"{wall:.2f} s wall, {cpu:.2f} s CPU ({groups:,} groups)"
            yield f"{number:,} entries by month and region, {name}", "1 s", shown, min(wall, cpu) <= 1


def hostile(given: argparse.Namespace) -> Iterator[Row]:
    """The tests of hostile files and of hostile servers."""
    for name in ("test_hostile.py", "test_download.py"):
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"tests/sources/{name}"]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        yield f"hostile sources: {name}", "all pass", ran.stdout.strip().splitlines()[-1][:60], ran.returncode == 0


PARTS: dict[str, Callable[[argparse.Namespace], Iterator[Row]]] = {
    "figures": figures, "store": stores, "size": sizes, "hostile": hostile, "kill": kills,
}  # fmt: skip


def _told(part: str, given: argparse.Namespace) -> Iterator[Row]:
    """The rows of a part; one that fails falls short, and the others are measured all the same."""
    try:
        yield from PARTS[part](given)
    except Exception as fault:  # whatever it is, the table says so
        yield f"{part}: failed", "", f"{type(fault).__name__}: {' '.join(str(fault).split())[:46]}", False


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--times", type=int, default=50)
    given = parser.parse_args()
    if not (given.data / "strikes").is_dir():
        print(f"{given.data}: no such data; --data names the folder that holds it")
        return 2
    short = 0
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as empty:
        print(f"{'what':66} {'asked':22} {'measured':66} ")
        for part in given.part:
            os.environ["DATELINE_HOME"] = str(Path(empty) / "none")
            for what, asked, measured, passed in _told(part, given):
                short += not passed
                print(f"{what[:66]:66} {asked:22} {measured:66} {'pass' if passed else 'SHORT'}", flush=True)
    print(f"{time.perf_counter() - begun:.0f} s, load {os.getloadavg()[0]:.1f} at the end")
    print(f"{short} short")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())

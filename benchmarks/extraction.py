"""What is read of every labelled set, with what was asked, 95 % intervals, and the peers run beside it.

    python benchmarks/extraction.py [--sets FOLDER] [--reports FOLDER] [--only NAME ...]

One script a set, each of which can be run alone. A set that is not there is said and passed over.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"


@dataclass(frozen=True, slots=True)
class Section:
    """`asked` is the bound that the reading has to meet; `needs` what the script reads, None where it ships."""

    name: str
    asked: str
    script: str
    arguments: tuple[str, ...]
    needs: Path | None


def sections(sets: Path, reports: Path) -> Iterator[Section]:
    dev = reports / "dev_claims.jsonl"
    yield Section("own", "claims found >= 95 %, all fields right >= 88 %, hard negatives made decisive <= 1 %",
                  "own_gold.py", (), None)  # fmt: skip
    yield Section("dev", "found >= 95 %, accepted >= 88 %, decisive right >= 98 %, no false 'contradicted'",
                  "dev_claims.py", ("--part", "all", str(dev)), dev)  # fmt: skip
    yield Section("newsquant", "F1: value >= 93, value+unit >= 87, value+change >= 89, all with concept >= 60",
                  "newsquant.py", ("--data", str(sets / "newsquant")), sets / "newsquant")  # fmt: skip
    yield Section("timex", "DATE values >= 75 % right (dateparser: 44.5), bare weekdays >= 90 %",
                  "timex.py", ("--data", str(sets / "tempeval3")), sets / "tempeval3")  # fmt: skip
    yield Section("attributions", "content spans at IoU >= .5: F1 >= .60; source right on >= 97 % of matched cues",
                  "attributions.py", ("--data", str(sets / "polnear_dev")), sets / "polnear_dev")  # fmt: skip
    yield Section("toponyms", "recall >= .75 at precision >= .75 (spaCy small: recall .52)",
                  "toponyms.py", ("--data", str(sets / "places" / "lgl.xml")), sets / "places" / "lgl.xml")  # fmt: skip
    yield Section("speed", "words/s: >= 12,000 with the parse tier, >= 300,000 rule tier; first report <= 1.2 s",
                  "extraction_speed.py", ("--sets", str(sets), "--report",
                  str(reports / "russia_offensive_2025-05-30.txt")), reports)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sets", type=Path, default=SHARED / "data" / "eval")
    parser.add_argument("--reports", type=Path, default=SHARED / "reports")
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME")
    args = parser.parse_args()
    failed = []
    for section in sections(args.sets, args.reports):
        if args.only and section.name not in args.only:
            continue
        print(f"== {section.name}: asked {section.asked}", flush=True)
        if section.needs is not None and not section.needs.exists():
            print(f"passed over: no {section.needs}\n")
            continue
        start = time.perf_counter()
        ran = subprocess.run([sys.executable, str(HERE / section.script), *section.arguments], check=False)
        print(f"({time.perf_counter() - start:.0f} s)\n", flush=True)
        failed += [section.name] if ran.returncode else []
    if failed:
        print(f"did not run to the end: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

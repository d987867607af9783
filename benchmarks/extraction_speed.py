"""How fast reports are read: what sees every sentence, all rules, all rules with the parse tier, and a peer on the
same words.

    python benchmarks/extraction_speed.py [--sets FOLDER] [--report FILE] [--rounds N]

Words per second of one core (CPU time, best of the rounds), on the report repeated and on the TempEval texts, and the
CPU time of a process of its own from `import dateline` to the first report's claims. The first row of each is the tier
that sees every sentence and says which of the rest read it: signs by re2, names by Aho-Corasick. The second is a
report's claims with all their fields; the third the same with the parse tier on.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scoring import REPORTS, table

SETS = Path(__file__).resolve().parents[2] / "shared" / "data" / "eval"
REAL = REPORTS / "russia_offensive_2025-05-30.txt"
#: What is measured elsewhere, on other machines, in words per second.
PUBLISHED = (("CQE, whole (house.md)", "355"),)
_FIRST = """
import time; start = time.process_time()
import dateline
report = dateline.read({path!r}, published="2025-05-30", theatre="ukraine")
claims = dateline.extract(report)
import sys
print(time.process_time() - start, len(claims), "spacy" in sys.modules)
"""


def texts(sets: Path) -> list[str]:
    """The TempEval documents without their markup; none where the set is not there."""
    found = []
    for path in sorted((sets / "tempeval3").rglob("*.tml")):
        body = re.search(r"<TEXT>(.*)</TEXT>", path.read_text(encoding="utf-8", errors="replace"), re.DOTALL)
        if body:
            found.append(re.sub(r"<[^>]+>", "", body[1]).strip())
    return found


def words_per_second(work: Callable[[], object], words: int, rounds: int) -> float:
    """Words of one core's second: the best of `rounds`, after one that is not counted."""
    work()
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return words / best


def measure(name: str, raw: list[str], rounds: int, peers: bool) -> list[tuple[str, str, str]]:
    from dateline import Extractor, read
    from dateline.extracting import document, sentences
    from dateline.extracting.placing import places
    from dateline.theatres import loader

    reports = [read(text + "\n", published=dt.date(2025, 5, 30), theatre="ukraine") for text in raw]
    spoken = [[s.text for s in sentences.sentences(r)] for r in reports]
    words = sum(len(s.split()) for found in spoken for s in found)
    signs, names = document._signs(), places._index(loader.load("ukraine")).names
    rules, both = Extractor("ukraine"), Extractor("ukraine", parse=True)
    tiers: dict[str, Callable[[], object]] = {
        "every sentence: re2 and Aho-Corasick": lambda: [
            (signs(s.text), list(names.find(s.text))) for r in reports for s in sentences.sentences(r)
        ],
        "claims with all fields, rules alone": lambda: [rules(r) for r in reports],
        "claims with all fields, parse tier on": lambda: [both(r) for r in reports],
    }
    if peers:
        tiers |= _peers([" ".join(found) for found in spoken])
    return [(name, tier, f"{words_per_second(work, words, rounds):,.0f}") for tier, work in tiers.items()]


def _peers(raw: list[str]) -> dict[str, Callable[[], object]]:
    found: dict[str, Callable[[], object]] = {}
    try:
        from dateline.extracting import parsing

        pipeline = parsing._pipeline()
        found["spaCy, the whole small pipeline"] = lambda: list(pipeline.pipe(raw, batch_size=16))
    except Exception as error:  # a peer that does not start is said, not a reason to stop
        print(f"spaCy: {error}")
    return found


def first_report(path: Path, rounds: int) -> str:
    took = []
    for _ in range(rounds):
        ran = subprocess.run([sys.executable, "-c", _FIRST.format(path=str(path))], capture_output=True, check=True)
        seconds, claims, parsed = ran.stdout.decode().split()
        took.append(float(seconds))
    return f"{min(took):.2f} s (best of {rounds}), {claims} claims, spaCy loaded: {parsed}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sets", type=Path, default=SETS)
    parser.add_argument("--report", type=Path, default=REAL)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    rows = measure("the report, ten times", [args.report.read_text(encoding="utf-8")] * 10, args.rounds, peers=True)
    if found := texts(args.sets):
        rows += measure(f"TempEval, {len(found)} texts", found, args.rounds, peers=False)
    print(table(("on", "tier", "words/s, one core"), rows))
    print(f"\nimport and first report, CPU of a process of its own: {first_report(args.report, args.rounds)}")


if __name__ == "__main__":
    main()

"""Quantities in news against NewsQuant's labels: value, unit, direction and concept, with quantulum3 run beside.

The set is that of "CQE: A Comprehensive Quantity Extractor" (Almasian, Kazakova, Göldner, Gertz, EMNLP 2023). A
quantity read and one labelled are matched one to one within a sentence, and F1 is over all of them.

value    equal to one part in 10,000; of a range both ends, in either order.
unit     measures and currencies: the normalized names agree, spellings aside (metre, meter), or the names as written
         do. Counted nouns: the singular of the last noun agrees and of the words before it one side's are all on the
         other ("charging station" and "station"). No unit agrees with no unit alone. In brackets the strict share:
         of the matched ones, how many normalized names are letter for letter the label's.
change   equal ("=", "~", ">", "<", "up", "down").
concept  one word at least in common, small words aside, as CQE's authors count it; no concept agrees with none alone.
         In brackets the strict share: one concept has just the label's words.

Of what we read, vague words ("dozens") and multiples in words ("doubled") are left out: the set labels few of the
first (as 12 to 120, which counts as missed) and none of the second. "From 9 to 5" is one quantity with two ends, as in
the set. Some labels are read otherwise on purpose and cost us: the p of share prices is pence and not points, what is
paid "annually" is per year, and slips of the text (a letter for the sign of the pound) stay what they are.

    python benchmarks/newsquant.py [--data FOLDER or FILE] [--verbose] [--no-peer]
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.extracting.amounts.concepts import singular
from dateline.extracting.amounts.quantified import Quantity, quantities
from dateline.extracting.amounts.stated import stated
from dateline.extracting.amounts.units import unit_of
from scoring import f1, f1_interval, table

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "eval" / "newsquant"
#: F1 on the whole set as its paper prints them (table 3), with those of GPT-3 and quantulum3 from there or run by us.
PUBLISHED = {"CQE (published, whole set)": (92.0, 85.6, 88.1, 57.0), "GPT-3 (published)": (70.6, 59.1, 51.9, 25.7)}
#: The rules are fast: one pass over the set would be too short to time.
REPEATS = 10
LEVELS = ("value", "value+unit", "value+change", "all with concept")
SMALL = frozenset(["the", "a", "an", "of", "in", "on", "at", "for", "to", "and", "or", "its", "his", "her", "their",
                   "by", "with", "from", "s"])  # fmt: skip
SAME = {"meter": "metre", "liter": "litre", "tonne": "ton", "gram": "gram", "feet": "foot", "percent": "percentage",
        "years old": "year of age", "us dollar": "dollar", "persons": "people", "person": "people"}  # fmt: skip


@dataclass(frozen=True)
class One:
    """A quantity of either side. `low` equals `high` where it is no range."""

    low: float
    high: float
    change: str
    unit: str
    name: str
    concepts: tuple[str, ...]


def labelled(row: dict[str, Any]) -> One:
    ends = re.fullmatch(r"(-?[\d.]+(?:e[+-]?\d+)?)(?:-(-?[\d.]+(?:e[+-]?\d+)?))?", row["value"])
    if ends is None:
        raise ValueError(f"no value: {row['value']!r}")
    low = float(ends[1])
    concepts = tuple(c.strip() for c in row["referred_concepts"].split(",") if c.strip() not in ("", "-"))
    return One(low, float(ends[2] or low), row["change"], row["unit"], row["normalized_unit"], concepts)


def ours(q: Quantity) -> One | None:
    if q.kind == "vague" or (q.kind == "multiple" and q.unit == "-"):
        return None
    low, high = (q.value, q.value) if q.value is not None else (q.low, q.high)
    return One(low or 0.0, high or 0.0, q.change, q.unit, q.normalized_unit, q.concepts)


def peer(text: str) -> list[One]:
    """quantulum3's reading; it knows no direction and no concept. A crash of it reads nothing."""
    from quantulum3 import parser

    try:
        found = parser.parse(text)
    except Exception:
        return []
    read = []
    for q in found:
        name = "-" if q.unit.name == "dimensionless" else q.unit.name
        spread = q.uncertainty or 0.0
        read.append(One(q.value - spread, q.value + spread, "=", name, name, ()))
    return read


def same_value(a: One, b: One) -> bool:
    def near(x: float, y: float) -> bool:
        return abs(x - y) <= 1e-4 * max(abs(x), abs(y))

    return (near(a.low, b.low) and near(a.high, b.high)) or (near(a.low, b.high) and near(a.high, b.low))


def plain(name: str) -> str:
    """A unit's name in one spelling."""
    name = name.lower().replace("-", " ").strip()
    for other, one in SAME.items():
        name = re.sub(rf"\b((?:kilo|centi|milli|micro|nano)?){other}\b", rf"\1{one}", name)
    return " ".join(singular(w) for w in name.split())


def same_unit(gold: One, read: One) -> bool:
    if "-" in (gold.name, read.name):
        return gold.name == read.name
    names = {plain(gold.name), plain(gold.unit)} & {plain(read.name), plain(read.unit)}
    if names:
        return True
    if unit_of(read.name.split(" per ")[0]) is not None or unit_of(gold.name.split(" per ")[0]) is not None:
        return False
    one, other = ([w for w in plain(x).replace("%", "").split() if w not in SMALL] for x in (gold.name, read.name))
    if not one or not other:
        return one == other
    head = one[-1] in other and other[-1] in one
    return head and (set(one) <= set(other) or set(other) <= set(one))


def words_of(concepts: tuple[str, ...]) -> set[str]:
    words = re.findall(r"[\w&.]+", " ".join(concepts).lower())
    return {singular(w) for w in words if w not in SMALL}


def same_concept(gold: One, read: One) -> bool:
    if not gold.concepts or not read.concepts:
        return not gold.concepts and not read.concepts
    return bool(words_of(gold.concepts) & words_of(read.concepts))


def strict_concept(gold: One, read: One) -> bool:
    kept = {frozenset(words_of((c,))) for c in gold.concepts}
    return bool(kept & {frozenset(words_of((c,))) for c in read.concepts}) or not (gold.concepts or read.concepts)


TESTS: dict[str, Callable[[One, One], bool]] = {
    "value": same_value,
    "value+unit": lambda g, r: same_value(g, r) and same_unit(g, r),
    "value+change": lambda g, r: same_value(g, r) and g.change == r.change,
    "all with concept": lambda g, r: (
        same_value(g, r) and same_unit(g, r) and g.change == r.change and same_concept(g, r)
    ),
}


def matched(gold: list[One], read: list[One], same: Callable[[One, One], bool]) -> list[tuple[int, int]]:
    """The largest set of pairs, each quantity in one at most."""
    taken: dict[int, int] = {}

    def place(g: int, seen: set[int]) -> bool:
        for r in range(len(read)):
            if r not in seen and same(gold[g], read[r]):
                seen.add(r)
                if r not in taken or place(taken[r], seen):
                    taken[r] = g
                    return True
        return False

    for g in range(len(gold)):
        place(g, set())
    return [(g, r) for r, g in taken.items()]


def score(golds: list[list[One]], reads: list[list[One]], level: str) -> tuple[str, ...]:
    counts = []
    for gold, read in zip(golds, reads, strict=True):
        hits = len(matched(gold, read, TESTS[level]))
        counts.append((float(hits), float(len(read) - hits), float(len(gold) - hits)))
    p, r, f = f1(*(sum(c[i] for c in counts) for i in range(3)))
    low, high = f1_interval(counts)
    return f"{100 * f:.1f}", f"{100 * low:.1f} to {100 * high:.1f}", f"{100 * p:.1f}", f"{100 * r:.1f}"


def strict_shares(golds: list[list[One]], reads: list[list[One]]) -> str:
    units = [gold[g].name.lower() == read[r].name.lower() for gold, read in zip(golds, reads, strict=True)
             for g, r in matched(gold, read, TESTS["value+unit"])]  # fmt: skip
    whole = [strict_concept(gold[g], read[r]) for gold, read in zip(golds, reads, strict=True)
             for g, r in matched(gold, read, TESTS["all with concept"])]  # fmt: skip
    return (
        f"strict shares: normalized unit letter for letter {100 * sum(units) / max(1, len(units)):.0f} % of the units "
        f"matched; a concept with just the label's words {100 * sum(whole) / max(1, len(whole)):.0f} % of the matched"
    )


def misses(texts: list[str], golds: list[list[One]], reads: list[list[One]]) -> str:
    """Sentences whose quantities are not all matched at every level."""
    lines = []
    for text, gold, read in zip(texts, golds, reads, strict=True):
        wrong = [name for name in LEVELS if not len(matched(gold, read, TESTS[name])) == len(gold) == len(read)]
        if wrong:
            lines += [
                f"{text}  [{', '.join(wrong)}]",
                *(f"   label {x}" for x in gold),
                *(f"   ours  {x}" for x in read),
            ]
    return "\n".join(lines).replace("One(", "(")


def timed(function: Callable[[], Any]) -> tuple[Any, float]:
    start = time.process_time()
    result = function()
    return result, time.process_time() - start


def rows_at(path: Path) -> list[dict[str, Any]]:
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files or not files[0].is_file():
        raise SystemExit(f"dateline: no NewsQuant at {path}: give the folder with --data")
    return [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--verbose", action="store_true", help="list every sentence that is not read as labelled")
    parser.add_argument("--no-peer", action="store_true", help="leave quantulum3 out")
    args = parser.parse_args()
    rows = rows_at(args.data)
    texts = [row["text"] for row in rows]
    golds = [[labelled(q) for q in row["quantities"]] for row in rows]
    words = sum(len(t.split()) for t in texts)
    quantities(texts[:16])  # loads the model
    found, whole_s = timed(lambda: quantities(texts))
    _, rules_s = timed(lambda: [stated(t) for _ in range(REPEATS) for t in texts])
    reads = [[one for q in per_text if (one := ours(q)) is not None] for per_text in found]
    if args.verbose:
        print(misses(texts, golds, reads), end="\n\n")
    print(f"{len(rows)} sentences, {sum(map(len, golds))} labelled quantities; F1 with 95 % interval, P, R")
    print(table(("ours", "F1", "interval", "P", "R"), [(level, *score(golds, reads, level)) for level in LEVELS]))
    print(strict_shares(golds, reads))
    print(f"words/s CPU: rules alone {REPEATS * words / rules_s:,.0f}, with the parse {words / whole_s:,.0f}\n")
    if not args.no_peer:
        print(beside(texts, golds, words), end="\n\n")
    print(table(("F1 for context", *LEVELS), [(name, *values) for name, values in PUBLISHED.items()]))


def beside(texts: list[str], golds: list[list[One]], words: int) -> str:
    try:
        peer("5 km")
    except ImportError:
        return "quantulum3: not installed (pip install 'dateline[bench]')"
    reads, seconds = timed(lambda: [peer(t) for t in texts])
    rows = [(level, *score(golds, reads, level)) for level in LEVELS[:2]]
    return table(("quantulum3", "F1", "interval", "P", "R"), rows) + f"\nwords/s CPU: {words / seconds:,.0f}"


if __name__ == "__main__":
    main()

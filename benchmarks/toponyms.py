"""Toponyms in news: span precision, recall and F1 against a labelled set in the format of the Local-Global Lexicon.

    python benchmarks/toponyms.py [--data FILE] [--half dev|held] [--limit N] [--verbose]

A span is right where both ends are; "overlap" counts a gold span as found where any of ours meets it. The interval
is that of F1 by resampling articles. Beside ours: the same without the parse tier, and spaCy's GPE, LOC, FAC and NORP
alone. "within 161 km" is how often the first candidate lies so near to the gold's coordinates, of the spans found
whose gold has any.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from dateline.extracting import parsing
from dateline.extracting.placing.toponyms import Toponym, toponyms
from scoring import f1, f1_interval, overlaps, table

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "eval" / "places" / "lgl.xml"
NEAR_KM = 161.0
Span = tuple[int, int]


@dataclass(frozen=True)
class Article:
    """A text and its gold spans, each with latitude and longitude where the set gives them."""

    text: str
    gold: dict[Span, tuple[float, float] | None]


def articles(path: Path, half: str = "") -> list[Article]:
    """All articles, or one of two halves drawn by number: "dev" is looked at, "held" is only scored."""
    if not path.is_file():
        raise SystemExit(f"dateline: no {path.name} at {path}: this benchmark needs the labelled set")
    nodes = ElementTree.parse(path).getroot().findall("article")
    numbers = sorted(str(node.get("docid")) for node in nodes)
    random.Random(7).shuffle(numbers)
    dev = set(numbers[: len(numbers) // 2])
    wanted = [n for n in nodes if not half or (n.get("docid") in dev) == (half == "dev")]
    return [Article(node.findtext("text") or "", dict(map(_gold, node.findall("toponyms/toponym")))) for node in wanted]


def _gold(node: ElementTree.Element) -> tuple[Span, tuple[float, float] | None]:
    tag = node.find("gaztag")
    where = (float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0)) if tag is not None else None
    return (int(node.findtext("start") or 0), int(node.findtext("end") or 0)), where


def alone(texts: Sequence[str]) -> list[list[Toponym]]:
    """spaCy's entities as they come."""
    labels = {"GPE", "LOC", "FAC", "NORP"}
    docs = parsing.parsed(texts, entities=True)
    return [[Toponym(e.start_char, e.end_char, e.text, "place") for e in d.ents if e.label_ in labels] for d in docs]


def scored(name: str, find: Callable[[Sequence[str]], list[list[Toponym]]], sample: list[Article]) -> list[str]:
    """One row of the table."""
    start = time.process_time()
    found = find([a.text for a in sample])
    took = time.process_time() - start
    exact, loose = [], []
    near = placed = 0
    for article, ours in zip(sample, found, strict=True):
        spans = {(t.start, t.end): t for t in ours}
        hits = spans.keys() & article.gold.keys()
        exact.append((len(hits), len(spans) - len(hits), len(article.gold) - len(hits)))
        met = sum(any(overlaps(g, s) for s in spans) for g in article.gold)
        wrong = sum(not any(overlaps(g, s) for g in article.gold) for s in spans)
        loose.append((met, wrong, len(article.gold) - met))
        for span in hits:
            where = article.gold[span]
            placed += where is not None
            near += where is not None and _near(spans[span], where)
    row = [name]
    for counts in (exact, loose):
        p, r, f = f1(*(sum(c[i] for c in counts) for i in range(3)))
        low, high = f1_interval(counts)
        row += [f"{100 * p:.1f}", f"{100 * r:.1f}", f"{100 * f:.1f}", f"{100 * low:.0f} to {100 * high:.0f}"]
    words = sum(len(a.text.split()) for a in sample)
    return [*row, f"{100 * near / placed:.0f} %" if near else "-", f"{words / max(took, 1e-9):,.0f}"]


def _near(toponym: Toponym, where: tuple[float, float]) -> bool:
    best = next((c for c in toponym.candidates if c.lat is not None and c.lon is not None), None)
    return best is not None and _km((best.lat or 0.0, best.lon or 0.0), where) <= NEAR_KM


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    (lat, lon), (lat2, lon2) = (tuple(map(math.radians, p)) for p in (a, b))
    h = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def by_role(sample: list[Article]) -> str:
    """The share of exact spans among those of each role, with the parse tier."""
    pairs = zip(sample, toponyms([a.text for a in sample]), strict=True)
    found = [(t.role, (t.start, t.end) in a.gold) for a, ours in pairs for t in ours]
    counts = Counter(role for role, _ in found)
    hits = Counter(role for role, right in found if right)
    return ", ".join(f"{role} {100 * hits[role] / n:.0f} % of {n}" for role, n in counts.most_common())


def listed(sample: list[Article]) -> None:
    """What was missed and what was wrong, with a few words around."""
    for article, ours in zip(sample, toponyms([a.text for a in sample]), strict=True):
        spans = {(t.start, t.end): t.role for t in ours}
        for start, end in sorted(spans.keys() ^ article.gold.keys()):
            kind = f"wrong {spans[start, end]}" if (start, end) in spans else "missed"
            before, after = article.text[max(0, start - 40) : start], article.text[end : end + 30]
            print(f"{kind:13} {before}[[{article.text[start:end]}]]{after}".replace("\n", " "))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--half", choices=("", "dev", "held"), default="")
    parser.add_argument("--limit", type=int, default=0, help="articles to read")
    parser.add_argument("--verbose", action="store_true", help="list what is missed and wrong")
    given = parser.parse_args()
    sample = articles(given.data, given.half)[: given.limit or None]
    toponyms(["warm"])
    rows = [
        scored("Dateline", toponyms, sample),
        scored("  without the parse tier", lambda texts: toponyms(texts, parse=False), sample),
        scored("spaCy small alone", alone, sample),
    ]
    print(f"{given.data.name}: {len(sample)} articles, {sum(len(a.gold) for a in sample)} toponyms; CPU words/s")
    head = ("", "P", "R", "F1", "95 %", "overlap P", "R", "F1", "95 %", "within 161 km", "words/s")
    print(table(head, rows))
    print(f"right by role: {by_role(sample)}")
    if given.verbose:
        listed(sample)


if __name__ == "__main__":
    main()

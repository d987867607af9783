"""Who says what, against PolNeAR: what is said, by whom, how fast, and a baseline of spaCy alone.

    python benchmarks/attributions.py [--data FOLDER] [--part read|kept] [--verbose]

A content counts as found where its letters and those of a labelled one share at least half of all the letters that
either holds (IoU >= 0.5; one in several pieces is the union of its pieces), one to one, best pairs first. Where a
found content's cue also touches the labelled cue and a source is labelled, the source counts as right where the two
share a letter that is no white space. Of a text labelled by several people the first file counts.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.extracting import parsing
from dateline.extracting.attributing import attributed
from scoring import REPORTS, f1, f1_interval, share, table

DATA = REPORTS.parent / "data" / "eval" / "polnear_dev"
ALIKE = 0.5
#: The texts are parted once, in this order, into those read while the rules were made and those only scored.
SEED, READ = 7, 2 / 3

_SAYING = frozenset(
    ["say", "says", "said", "saying", "tell", "tells", "told", "add", "adds", "added", "note", "notes", "noted"]
) | {"report", "reports", "reported", "claim", "claims", "claimed", "announce", "announced", "believe", "believes"}

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Label:
    content: Spans
    cue: Spans
    source: Spans


@dataclass(frozen=True)
class Text:
    name: str
    text: str
    labels: tuple[Label, ...]


def texts_of(folder: Path) -> list[Text]:
    """The texts of a folder in the layout of PolNeAR (`text/NAME.txt`, `attributions/NAME_CODER.ann`)."""
    if not (folder / "text").is_dir():
        raise SystemExit(f"dateline: no labelled texts at {folder}")
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        files = sorted((folder / "attributions").glob(path.stem + "_*.ann"))
        if files:
            found.append(Text(path.stem, path.read_text(encoding="utf-8"), labels_of(files[0])))
    return found


def labels_of(path: Path) -> tuple[Label, ...]:
    """The attributions of a brat file that have a content."""
    spans: dict[str, Spans] = {}
    labels = []
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for row in rows:
        if row[0].startswith("T"):
            pieces = row[1].split(" ", 1)[1].split(";")
            spans[row[0]] = tuple(sorted((int(a), int(b)) for a, b in (piece.split() for piece in pieces)))
    for row in rows:
        if row[0].startswith("E"):
            roles = dict(part.split(":") for part in reversed(row[1].split()[1:]))
            parts = [spans.get(roles.get(role, ""), ()) for role in ("Content", "Cue", "Source")]
            if parts[0]:
                labels.append(Label(*parts))
    return tuple(labels)


def letters(spans: Spans) -> set[int]:
    return {i for a, b in spans for i in range(a, b)}


def pairs(found: Sequence[Spans], wanted: Sequence[Spans]) -> dict[int, int]:
    """Found contents to labelled ones, one to one, the most alike first."""
    ours, theirs = [letters(s) for s in found], [letters(s) for s in wanted]
    alike = sorted(
        ((len(a & b) / len(a | b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if a & b),
        reverse=True,
    )
    matched: dict[int, int] = {}
    for score, i, j in alike:
        if score >= ALIKE and i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def touch(text: str, one: Spans, other: Spans) -> bool:
    return any(not text[i].isspace() for i in letters(one) & letters(other))


def said(text: str) -> list[tuple[Spans, Spans, Spans]]:
    """Content, cue and source of each attribution as read here."""
    return [
        (a.content, (a.cue,) if a.cue else (), (a.source,) if a.source else ()) for a in attributed.attributions(text)
    ]


def plainly(text: str) -> list[tuple[Spans, Spans, Spans]]:
    """The baseline: spaCy's clausal complement of a few verbs of saying, with their subject."""
    found = []
    [doc] = parsing.parsed([text])
    for token in doc:
        clause = next((k for k in token.children if k.dep_ == "ccomp"), None)
        if token.lower_ in _SAYING and clause is not None:
            subject = next((k for k in token.children if k.dep_ == "nsubj"), None)
            found.append((_edges(clause), ((token.idx, token.idx + len(token)),), _edges(subject) if subject else ()))
    return found


def _edges(token: Any) -> Spans:
    last = token.right_edge
    return ((token.left_edge.idx, last.idx + len(last)),)


def score(texts: Sequence[Text], read: Callable[[str], list[tuple[Spans, Spans, Spans]]], verbose: bool) -> list[str]:
    """One row of the table: precision, recall, F1 with its interval, sources, words a second of processor time."""
    counts: list[tuple[float, float, float]] = []
    right, known = 0, 0
    start = time.process_time()
    results = [read(t.text) for t in texts]
    seconds = time.process_time() - start
    for item, found in zip(texts, results, strict=True):
        matched = pairs([f[0] for f in found], [label.content for label in item.labels])
        counts.append((len(matched), len(found) - len(matched), len(item.labels) - len(matched)))
        for i, j in matched.items():
            label = item.labels[j]
            if label.source and touch(item.text, found[i][1], label.cue):
                known += 1
                right += touch(item.text, found[i][2], label.source)
        if verbose:
            _print_misses(item, found, matched)
    hits, wrong, missed = (sum(c[i] for c in counts) for i in range(3))
    precision, recall, both = f1(hits, wrong, missed)
    low, high = f1_interval(counts)
    words = sum(len(t.text.split()) for t in texts)
    return [
        f"{precision:.3f}", f"{recall:.3f}", f"{both:.3f} ({low:.3f} to {high:.3f})", share(right, known),
        f"{words / seconds:,.0f}",
    ]  # fmt: skip


def _print_misses(item: Text, found: Sequence[tuple[Spans, Spans, Spans]], matched: dict[int, int]) -> None:
    def shown(spans: Spans) -> str:
        return " ... ".join(item.text[a:b] for a, b in spans).replace("\n", " ")[:160]

    print(f"\n{item.name}")
    for j, label in enumerate(item.labels):
        if j not in matched.values():
            print(f"  missed: [{shown(label.source)}] [{shown(label.cue)}] {shown(label.content)}")
    for i, (content, cue, source) in enumerate(found):
        if i not in matched:
            print(f"  beyond: [{shown(source)}] [{shown(cue)}] {shown(content)}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--part", choices=["all", "read", "kept"], default="all")
    options.add_argument("--verbose", action="store_true")
    given = options.parse_args()
    texts = texts_of(given.data)
    parted = [t.name for t in texts]
    random.Random(SEED).shuffle(parted)
    read = set(parted[: int(len(parted) * READ)])
    texts = [t for t in texts if given.part == "all" or (t.name in read) == (given.part == "read")]
    parsing.parsed(["The model is loaded before the clock starts."])
    forms = Counter(a.form for t in texts for a in attributed.attributions(t.text))
    print(f"{len(texts)} texts, {sum(len(t.labels) for t in texts)} attributions labelled")
    rows = [
        ["dateline", *score(texts, said, given.verbose)],
        ["spaCy, clauses of verbs of saying", *score(texts, plainly, False)],
    ]
    print(table(["", "P", "R", "F1", "source right", "words/s"], rows))
    print("constructions:", ", ".join(f"{n} {form}" for form, n in forms.most_common()))


if __name__ == "__main__":
    main()

"""What the accuracy benchmarks have in common: matching claims with labels, intervals, and small tables."""

from __future__ import annotations

import json
import math
import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from dateline.records.claim import Claim
from dateline.records.finding import DECISIVE

#: The labelled reports lie beside the repository, not in it.
REPORTS = Path(__file__).resolve().parents[2] / "shared" / "reports"
SQUARE_MILE_KM2 = 2.589988
ALIKE = 0.006
__all__ = ["DECISIVE"]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSONL file. Raises SystemExit with one line where the file is absent."""
    if not path.is_file():
        raise SystemExit(f"dateline: no {path.name} at {path}: this benchmark needs the labelled reports")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def wilson(hits: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % Wilson interval of a proportion, as fractions; (0, 1) where nothing was counted."""
    if n == 0:
        return 0.0, 1.0
    p = hits / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def share(hits: int, n: int) -> str:
    """A proportion with its interval: ``75.0 % (66 to 82; 90 of 120)``."""
    if n == 0:
        return "  none counted"
    low, high = wilson(hits, n)
    return f"{100 * hits / n:5.1f} %  ({100 * low:.0f} to {100 * high:.0f}; {hits} of {n})"


def f1(hits: float, wrong: float, missed: float) -> tuple[float, float, float]:
    """Precision, recall and F1 from counts, as fractions; 0 where nothing was counted."""
    precision = hits / (hits + wrong) if hits + wrong else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def f1_interval(counts: Sequence[tuple[float, float, float]], rounds: int = 1000) -> tuple[float, float]:
    """The 95 % interval of F1 by resampling whole texts: `counts` holds (hits, wrong, missed) of each text."""
    draw = random.Random(1)
    scores = []
    for _ in range(rounds):
        sample = draw.choices(counts, k=len(counts))
        scores.append(f1(*(sum(c[i] for c in sample) for i in range(3)))[2])
    scores.sort()
    return scores[int(0.025 * rounds)], scores[int(0.975 * rounds) - 1]


def spans(text: str, quote: str, start: int = 0) -> list[tuple[int, int]]:
    """Every place where `quote` stands in `text` at or after `start`; typographic apostrophes count as plain ones.

    A number is not found inside a longer one ("410" not in "1,410").
    """
    plain, wanted = (s.replace("’", "'").replace("‘", "'") for s in (text, quote))
    before = r"(?<!\d)(?<!\d[.,])" if wanted[:1].isdigit() else ""
    after = r"(?![.,]?\d)" if wanted[-1:].isdigit() else ""
    return [m.span() for m in re.finditer(before + re.escape(wanted) + after, plain) if m.start() >= start]


def overlaps(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def span_of(claim: Claim) -> tuple[int, int]:
    return claim.quote.start, claim.quote.end


def same_value(claim: Claim, value: float | list[float] | None, unit: str | None) -> bool:
    """Whether a claim's value says what the label says: signs, percent against fractions, complements of a share
    and square miles against square kilometres are conventions, not differences."""
    if value is None:
        return True
    ends = [abs(v) for v in (value if isinstance(value, list) else [value])]
    wanted = set(ends)
    if unit == "sqmi":
        wanted |= {v * SQUARE_MILE_KM2 for v in ends}
    if unit in ("%", "share", "x"):
        wanted |= {w for v in ends for w in (100 - v, v * 100, v / 100, 1 / v if v else v)}
    if claim.value is None or len(ends) > 1:
        if claim.low is None and claim.high is None:
            return claim.frame not in ("level", "rate", "part_of")
        low, high = claim.low or 0.0, claim.high if claim.high is not None else math.inf
        return any(low * (1 - ALIKE) <= w <= high * (1 + ALIKE) for w in wanted)
    return any(math.isclose(abs(claim.value), w, rel_tol=ALIKE, abs_tol=1e-9) for w in wanted)


def verdict_of(claim: Claim | None) -> str:
    """The claim's verdict with its reason, or a dash."""
    if claim is None or claim.finding is None:
        return "-"
    reason = f"({claim.finding.reason})" if claim.finding.reason else ""
    return claim.finding.verdict + reason


def claim_line(claim: Claim) -> str:
    """One claim as read and judged, for a list of misses."""
    value = claim.value if claim.value is not None else f"[{claim.low}, {claim.high}]"
    where = claim.place.id if claim.place else "-"
    who = claim.attribution.producer or claim.attribution.source if claim.attribution else "-"
    summary = claim.finding.summary if claim.finding else ""
    dims = ",".join(f"{k}={v}" for k, v in claim.dimensions.items())
    return (
        f"{claim.quote.exact!r} {claim.frame} {claim.measure} {claim.comparator} {value} {claim.unit or ''} "
        f"[{claim.period or 'no period'}] {where} {dims} by {who} -> {verdict_of(claim)}: {summary}"
    )


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A plain table: the first column to the left, the rest to the right."""
    cells = [list(map(str, head)), *[list(map(str, row)) for row in rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = [
        "  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True)))
        for row in cells
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])

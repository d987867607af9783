"""A golden report checked, and its findings in the compact form that is kept beside it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import dateline
from dateline.records.claim import Claim

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(p.parent.name for p in FOLDER.glob("*/report.txt")))
#: The day on which the goldens are checked: "today" of every run, so that they do not age.
TODAY = dt.date(2026, 9, 1)
#: Claims that are read wrongly today, by report and quote, with what would be right: they are kept out of the findings,
#: so that no wrong answer is frozen. Once one is read rightly a test fails, and it is to be taken off the list.
KNOWN: dict[str, dict[str, dict[str, Any]]] = {
    "november_on_the_ground": {"nearly doubled": {"period": "2025-11-01 to 2025-11-30", "verdict": "holds"}},
    "gaza_in_july": {
        "58,895 people": {"period": "2023-10-07 to 2025-07-20", "verdict": "holds"},
        "140,980 people": {"period": "2023-10-07 to 2025-07-20", "verdict": "holds"},
    },
}


def check(name: str) -> Any:
    return dateline.check(FOLDER / name / "report.txt", today=TODAY)


def findings(name: str) -> list[dict[str, Any]]:
    """Every claim of the report but the known ones, in text order."""
    return [compact(c) for c in check(name).claims if c.quote.exact not in KNOWN.get(name, {})]


def compact(claim: Claim) -> dict[str, Any]:
    assert claim.finding is not None
    found = {
        "quote": claim.quote.exact,
        "frame": claim.frame,
        "measure": claim.measure,
        "value": claim.value,
        "low": claim.low,
        "high": claim.high,
        "unit": claim.unit,
        "comparator": claim.comparator if claim.comparator != "eq" else None,
        "period": str(claim.period) if claim.period and claim.measure else None,
        "baseline": str(claim.baseline.period) if claim.baseline else None,
        "place": claim.place.id if claim.place else None,
        "dimensions": dict(sorted(claim.dimensions.items())),
        "attribution": claim.attribution.producer if claim.attribution else None,
        "verdict": claim.finding.verdict,
        "reason": claim.finding.reason,
        "computed": None if claim.finding.computed is None else round(claim.finding.computed, 3),
        "today": claim.finding.today,
    }
    return {key: value for key, value in found.items() if value not in (None, {})}


def written(name: str) -> str:
    """The findings as they stand in the file: one claim a line, so that a difference names the claim."""
    lines = ",\n".join(" " + json.dumps(f, ensure_ascii=False) for f in findings(name))
    return f"[\n{lines}\n]\n"

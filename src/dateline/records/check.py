"""A check: a report, its claims with their findings, and what was read to find them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from dateline.records.claim import DATES_AND_OFFICES, Claim, Unread
from dateline.records.finding import Coverage
from dateline.records.report import Report

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Check:
    """`claims` carry their findings and stand in text order. `policy` is the version of the rules that drew the
    verdicts. `as_of` is "published", "today" or a date. `theatre` and `border_policy` name the conflict and the
    borders used; both are empty where no theatre covers the report. `dismissed` are claims an editor put aside,
    each with the reason given."""

    report: Report
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    ledgers: tuple[Coverage, ...]
    policy: str
    as_of: str
    theatre: str | None = None
    theatre_title: str = ""
    border_policy: str = ""
    today: date | None = None
    warnings: tuple[str, ...] = ()
    dismissed: tuple[tuple[Claim, str], ...] = field(default=())

    @property
    def summary(self) -> dict[str, dict[str, int]]:
        """Verdict counts, quantities apart from dates and offices; every verdict is present."""
        verdicts = ("contradicted", "disputed", "qualified", "holds", "unverified", "not_checkable")
        counts = {"quantities": Counter[str](), "dates_and_offices": Counter[str]()}
        for claim in self.claims:
            if claim.finding is not None:
                part = "dates_and_offices" if claim.frame in DATES_AND_OFFICES else "quantities"
                counts[part][claim.finding.verdict] += 1
        return {part: {v: found[v] for v in verdicts} for part, found in counts.items()}

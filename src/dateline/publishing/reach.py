"""How far the ledgers reach, and which claims fall after their end: the first line of every check."""

from __future__ import annotations

from datetime import date

from dateline.publishing import dates
from dateline.records.check import Check
from dateline.records.claim import Claim


def falls_later(check: Check) -> list[Claim]:
    """Claims about a time after the last day of the ledger that would answer them."""
    ends = {coverage.ledger: coverage.end for coverage in check.ledgers}
    late = []
    for claim in check.claims:
        if claim.measure is None or claim.period is None:
            continue
        family = claim.measure.partition(".")[0]
        known = [end for ledger, end in ends.items() if ledger.partition(".")[0] == family]
        if (known and claim.period.last > max(known)) or (claim.finding and claim.finding.reason == "stale"):
            late.append(claim)
    return late


def ledger_line(check: Check) -> str:
    """One line: where each ledger ends, and how many claims fall later."""
    if not check.ledgers:
        return "No ledger answers for this report: no figure in it was checked (dateline sources)."
    ends = ", ".join(f"{_name(c.ledger)} {dates.day(c.end)}" for c in check.ledgers if c.end < date.max)
    late = len(falls_later(check))
    if late == 0:
        return f"Ledgers end: {ends}. No claim falls later."
    return f"Ledgers end: {ends}. {late} claim{'s fall' if late > 1 else ' falls'} later (dateline pull)."


def _name(ledger: str) -> str:
    return ledger.replace("_", " ")

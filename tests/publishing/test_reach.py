from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.publishing.reach import falls_later, ledger_line
from dateline.records.check import Check
from dateline.records.finding import Coverage


def test_a_claim_after_the_end_of_its_own_ledger_is_counted(check: Check) -> None:
    assert [c.id for c in falls_later(check)] == ["c11"]


def test_the_longest_ledger_of_a_family_counts(check: Check) -> None:
    longer = (*check.ledgers, Coverage("strikes", date(2026, 6, 8), date(2026, 7, 1)))
    assert falls_later(replace(check, ledgers=longer)) == []


def test_a_ledger_without_an_end_is_not_given_one(check: Check) -> None:
    endless = replace(check, ledgers=(Coverage("calendar", date.min, date.max), *check.ledgers), claims=())
    said = ledger_line(endless).replace("\u00a0", " ")
    assert said == "Ledgers end: territory 21 August 2026, strikes 7 June 2026. No claim falls later."

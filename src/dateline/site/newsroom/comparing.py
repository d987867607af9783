"""One revision checked twice: with what was known on the report's day, and with what is known today."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.publishing import wording
from dateline.publishing.producers import Names, names_of
from dateline.records.check import Check
from dateline.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Side:
    """A finding in words; `word` is empty where the other check alone has the figure."""

    verdict: str = ""
    shape: str = ""
    word: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, as published and as of today."""

    claim: str
    exact: str
    sentence: str
    then: Side
    now: Side

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.then, self.now

    @property
    def differs(self) -> bool:
        return self.then != self.now


def rows(published: Check, today: Check) -> list[Row]:
    """Every figure of either check; those that read differently first, each part in the order of the text."""
    names = names_of(published.theatre)
    late = {claim.id: claim for claim in today.claims}
    found = [
        Row(c.id, c.quote.exact, c.sentence, side(c, names), side(late.pop(c.id, None), names))
        for c in published.claims
    ]
    found += [Row(c.id, c.quote.exact, c.sentence, Side(), side(c, names)) for c in late.values()]
    return sorted(found, key=lambda row: not row.differs)


def side(claim: Claim | None, names: Names) -> Side:
    """What a check says of a figure."""
    if claim is None or claim.finding is None:
        return Side()
    finding = claim.finding
    return Side(
        finding.verdict,
        wording.SHAPES[finding.verdict],
        wording.verdict_word(finding),
        wording.sentence(claim, names),
    )

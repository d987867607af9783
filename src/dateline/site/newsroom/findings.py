"""The findings of a story's check, as the desk lists them: what was found, and who has decided what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.publishing import wording
from dateline.publishing.producers import Names, names_of
from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.records.finding import Finding
from dateline.site.checks.deciding import decided, undecided
from dateline.site.newsroom.correcting import suggested
from dateline.site.newsroom.readiness import found_check
from dateline.site.stories.models import Story

_NONE = Finding("unverified", "no_ledger", "Not checked yet.")


@dataclass(frozen=True, slots=True)
class Row:
    """One finding. `found` is the machine's, `claim` the one as decided; `pressing`: publishing waits for it. `aside`
    is the reason for which an editor put the figure aside, `suggestion` a sentence that could stand instead."""

    claim: Claim
    found: Claim
    verdict: str
    shape: str
    word: str
    sentence: str
    decided_by: str
    pressing: bool
    aside: str = ""
    suggestion: str = ""

    @property
    def decided(self) -> bool:
        """Whether an editor has said something of it."""
        return bool(self.aside) or self.decided_by != "machine"

    @property
    def exact(self) -> str:
        return " ".join(self.claim.quote.exact.split())


@dataclass(frozen=True, slots=True)
class Findings:
    """A check as it was found and as it was decided, and its rows in the order of the text."""

    found: Check
    decided: Check
    rows: tuple[Row, ...]

    @property
    def pressing(self) -> int:
        """Figures for which publishing waits."""
        return sum(row.pressing for row in self.rows)

    def counts(self) -> list[tuple[str, str, str, int]]:
        """Verdicts that occur, most pressing first: id, sign, words, how often."""
        return [
            (verdict, wording.SHAPES[verdict], wording.WORDS[verdict], count)
            for verdict in wording.ORDER
            if (count := sum(row.verdict == verdict and not row.aside for row in self.rows))
        ]

    def row(self, claim: str) -> Row | None:
        """The row of a claim."""
        return next((row for row in self.rows if row.claim.id == claim), None)

    def beside(self, claim: str) -> tuple[Row | None, Row | None]:
        """The rows before and after that of a claim."""
        at = next(i for i, row in enumerate(self.rows) if row.claim.id == claim)
        return self.rows[at - 1] if at else None, self.rows[at + 1] if at + 1 < len(self.rows) else None


def findings(story: Story) -> Findings | None:
    """The findings on what the story says now; None before it is checked."""
    found = found_check(story)
    if found is None:
        return None
    now = decided(found, story.decisions.select_related("by"))
    return Findings(found, now, tuple(_rows(found, now)))


def _rows(found: Check, now: Check) -> Iterable[Row]:
    names = names_of(found.theatre)
    waiting = {claim.id for claim in undecided(now)}
    kept = {claim.id: claim for claim in now.claims}
    aside = {claim.id: why for claim, why in now.dismissed}
    for claim in found.claims:
        yield _row(claim, kept.get(claim.id, claim), names, found, claim.id in waiting, aside.get(claim.id, ""))


def _row(found: Claim, claim: Claim, names: Names, check: Check, pressing: bool, aside: str) -> Row:
    finding = claim.finding or _NONE
    better = None if aside else suggested(check, found)
    return Row(
        claim, found, finding.verdict, wording.SHAPES[finding.verdict], wording.verdict_word(finding),
        wording.sentence(claim, names), finding.decided_by, pressing, aside, better.sentence if better else "",
    )  # fmt: skip


def chosen(rows: Sequence[Row], verdict: str) -> list[Row]:
    """The rows of one verdict, those put aside ("aside"), those for which publishing waits ("pressing"), or all."""
    if verdict == "aside":
        return [row for row in rows if row.aside]
    if verdict == "pressing":
        return [row for row in rows if row.pressing]
    return [row for row in rows if not verdict or (row.verdict == verdict and not row.aside)]

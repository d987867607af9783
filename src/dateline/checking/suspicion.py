"""Second thoughts before a figure is refuted: signs that the text was misread rather than wrong.

A false `contradicted` is the worst thing to print. Where one of these signs shows, the finding says that it could not
be settled; what holds is left alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline.checking.phrases import plain
from dateline.records.claim import Claim
from dateline.records.finding import Finding

#: A figure this many times the ledger's, or this small a part of it, is more likely of something else than wrong.
FAR = 4.0
#: A toll this much below the whole's is most likely of a part: of one cause, one place, one group.
PART_OF_TOLL = 0.6
#: The rows of a night's bulletin can lack a model or two of its missiles: so much above them is no refutation.
UNLISTED = 0.15
#: How a toll is called that was reckoned from a body's running totals, to which it adds older cases as it admits them.
_RUNNING = "difference of two running totals"
_MONTHS = frozenset(date(2000, number, 1).strftime("%B") for number in range(1, 13))
#: "in early August", "late last year": days that every newsroom counts in its own way.
_LOOSELY = re.compile(
    r"\b(?:[Ee]arly|[Mm]id|[Mm]iddle of|[Ll]ate)[ -](?:in |of )?(?:the )?(?:"
    + "|".join(sorted(_MONTHS))
    + r"|[12]\d{3}\b"
    r"|spring|summer|autumn|fall|winter|this year|last year)"
    r"|\b[Tt]he past month\b"
)
#: "The deadliest month, with 86 dead and 788 hurt": newsrooms call so what a body ranks by both.
_INJURED = re.compile(r"\b(?:injur\w+|wounded|hurt|casualties)\b", re.IGNORECASE)
#: Families that count over days: what is stated for days to come is a plan, or the report's date is wrong.
_COUNTED = ("territory.", "strikes.", "casualties.")
_REFUTING = frozenset({"contradicted", "disputed"})


def second_thoughts(claim: Claim, finding: Finding, whole: Claim | None, category: bool = False) -> Finding:
    """`finding`, or that the claim could not be settled where a sign of misreading shows. `whole` is what the claim is
    a part of; `category` says that it counts a class of weapons, such as cruise missiles."""
    if finding.verdict not in _REFUTING:
        return finding
    why = "sources sort weapons into classes each in their own way" if category else _sign(claim, finding, whole)
    return finding if why is None else _withdrawn(finding, why)


def _sign(claim: Claim, finding: Finding, whole: Claim | None) -> str | None:
    if claim.inherited:
        return "what it counts, or when, is carried over from another figure and not said"
    if _ends_later(claim, finding):
        return "the days that it is of go on after the day of the report"
    if whole is not None and _larger_than(claim, whole):
        return "a part cannot be larger than its whole"
    if whole is not None and claim.frame == "part_of" and _told_alike(claim, whole):
        return "which part of the whole it is, the text says in words that no ledger has"
    if _unsaid_baseline(claim):
        return "what it is compared with is not said"
    if claim.frame in ("extreme", "rank") and _named_by_text(claim, finding):
        return "the text itself names what beats it"
    if claim.frame in ("extreme", "rank") and claim.measure == "casualties.killed" and _INJURED.search(claim.sentence):
        return "it may rank the killed and the injured together"
    if claim.value is None or finding.computed is None or claim.frame not in ("level", "rate", "part_of", "share"):
        return None
    computed, stated = abs(finding.computed), abs(claim.value)
    if claim.period is not None and claim.period.granularity == "span" and _LOOSELY.search(claim.sentence):
        return "the days that it is of are named loosely"
    if claim.measure == "territory.held" and claim.frame == "share" and abs(100.0 - computed - stated) < 2.0:
        return "it fits what the other side holds"
    if claim.measure == "territory.held" and claim.frame == "share" and FAR * stated < computed:
        return "so small a share may be of what was taken, and not of what is held"
    if (claim.measure or "").startswith("casualties.") and stated < PART_OF_TOLL * computed:
        return "it may be of a part of the victims"
    if stated < computed and any(_RUNNING in reading.definition for reading in finding.readings):
        return "cases that were admitted later may be in the ledger's sum and not in the text's"
    if _of_one_night(claim) and computed < stated <= (1.0 + UNLISTED) * computed:
        return "the ledger's rows of that night may lack a model of missile"
    if _unowned(claim, finding) and _apart(stated, computed):
        return "it lies so far from the ledger that the text may mean something else"
    return None


def _unowned(claim: Claim, finding: Finding) -> bool:
    """Whether nobody answers for a figure that no reading bears out: what somebody is named for may be that far off."""
    if finding.verdict == "contradicted":
        return True
    named = claim.attribution is not None and claim.attribution.producer is not None
    return not named and not any(reading.within for reading in finding.readings)


def _ends_later(claim: Claim, finding: Finding) -> bool:
    """What is known of a part of the days refutes nothing that is stated for all of them."""
    if claim.period is None or finding.as_of is None or not (claim.measure or "").startswith(_COUNTED):
        return False
    return claim.period.last > finding.as_of


def _unsaid_baseline(claim: Claim) -> bool:
    """Whether a change is set against a period that its sentence does not name: the month before it, most likely, and
    perhaps that of the year before."""
    if claim.frame not in ("change", "ratio") or claim.value is None or claim.baseline is None:
        return False
    label = claim.baseline.label
    return re.fullmatch(r"the \w+ before", label) is not None and label not in claim.sentence.lower()


def _of_one_night(claim: Claim) -> bool:
    """Whether it counts the missiles of a single night; drones are few models, and none is left out."""
    missiles = (claim.measure or "").startswith("strikes.") and claim.dimensions.get("weapon") not in (None, "drone")
    return missiles and claim.period is not None and claim.period.days == 1


def _named_by_text(claim: Claim, finding: Finding) -> bool:
    """Whether the month or day that beats the claim stands in its own sentence: then it is most likely the claim's."""
    beating = re.search(r"\b(?:on|in|from) (?:\d+ )?([A-Z][a-z]{2,})\b", finding.summary)
    return beating is not None and beating[1][:3] in claim.sentence and beating[1] in _MONTHS


def _told_alike(claim: Claim, whole: Claim) -> bool:
    """Whether nothing that a ledger tells apart parts it from its whole."""
    ours, theirs = ((c.measure, c.place, c.period, dict(c.dimensions)) for c in (claim, whole))
    return ours == theirs


def _larger_than(claim: Claim, whole: Claim) -> bool:
    same = claim.measure is not None and whole.value is not None and claim.value is not None
    return same and claim.unit == whole.unit and (claim.value or 0.0) > (whole.value or 0.0)


def _apart(stated: float, computed: float) -> bool:
    small, large = sorted((stated, computed))
    return large > 20.0 and large > FAR * small


def _nearest(finding: Finding) -> str:
    """The ledger's figure, so that a reader can judge."""
    return "" if finding.computed is None else f" (the ledger has {plain(finding.computed)})"


def _withdrawn(finding: Finding, why: str) -> Finding:
    return replace(
        finding,
        verdict="unverified",
        reason="undefined_term",
        summary=f"Not checked: what it counts is not clear; {why}{_nearest(finding)}",
        needs=f"a reader who settles what is meant: {why}",
        basis=None,
    )

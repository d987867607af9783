"""A corrected sentence for a figure that the data do not bear out: the writer's words, but for the figure.

What somebody said stays as they said it: inside a quotation, and in a clause attributed to someone whose own record
does not say otherwise, nothing is changed; what the data give is said after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.publishing import wording
from dateline.publishing.amounts import amount, number
from dateline.publishing.marking import cut_sentence
from dateline.publishing.producers import Names
from dateline.records.claim import Claim
from dateline.records.finding import Finding

#: Frames whose figure is one number that can be put in another's place.
_ONE_NUMBER = frozenset({"level", "rate", "share", "part_of"})
_DIGITS = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\w|[.,]\d)")
_SCALED = re.compile(r"\s*(?:hundred|thousand|million|billion|dozen)", re.IGNORECASE)
_OPENERS, _CLOSERS = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`sentence` is the whole sentence as it could read; `replaces` tells a figure put in place from words added."""

    sentence: str
    replaces: bool


def suggestion(claim: Claim, names: Names) -> Suggestion | None:
    """What the sentence of a contradicted claim could say instead; None where there is nothing to put right."""
    finding = claim.finding
    if finding is None or finding.verdict != "contradicted" or finding.withheld:
        return None
    before, exact, after = cut_sentence(claim)
    if exact and not _spoken(before, after) and _may_be_changed(claim, finding):
        changed = _weekday(claim, exact) if claim.frame == "weekday" else _number(claim, finding, exact)
        if changed is not None:
            return Suggestion(f"{before}{changed}{after}", True)
    added = _added(finding, names)
    return Suggestion(f"{wording.ended(claim.sentence)} {added}", False) if added and claim.sentence else None


def _spoken(before: str, after: str) -> bool:
    """Whether the figure stands inside a quotation that opens before it in its sentence."""
    opened = sum(before.count(mark) for mark in _OPENERS) - sum(before.count(mark) for mark in _CLOSERS)
    return opened > 0 or before.count('"') % 2 == 1 or (not opened and any(after.count(m) for m in _CLOSERS) and
                                                        not any(after.count(m) for m in _OPENERS))  # fmt: skip


def _may_be_changed(claim: Claim, finding: Finding) -> bool:
    """A figure that the writer gives, or that is ascribed to the very producer whose record says otherwise."""
    if claim.attribution is None:
        return True
    first = wording.first_reading(finding)
    return first is not None and first.producer == claim.attribution.producer


def _weekday(claim: Claim, exact: str) -> str | None:
    stated = claim.dimensions.get("weekday", "")
    if claim.period is None or not stated or stated not in exact:
        return None
    return exact.replace(stated, f"{claim.period.start:%A}", 1)


def _number(claim: Claim, finding: Finding, exact: str) -> str | None:
    """`exact` with its one number in digits made the computed one, in the writer's way of writing thousands."""
    computed = finding.computed
    if claim.frame not in _ONE_NUMBER or claim.comparator not in ("eq", "approx") or computed is None:
        return None
    if finding.unit != claim.unit or claim.low is not None or claim.high is not None or computed < 0:
        return None
    found = list(_DIGITS.finditer(exact))
    if len(found) != 1 or claim.value is None or float(found[0][0].replace(",", "")) != claim.value:
        return None
    if _SCALED.match(exact[found[0].end() :]):
        return None
    said = number(computed) if "," in found[0][0] or claim.value < 1000 else number(computed).replace(",", "")
    return exact[: found[0].start()] + said + exact[found[0].end() :]


def _added(finding: Finding, names: Names) -> str:
    reading = wording.first_reading(finding)
    value = reading.answer if reading and reading.answer else amount(finding.computed, finding.unit)
    if reading is None or not value:
        return ""
    return f"{names.heading(reading.producer)} data give {value}.".replace("\u00a0", " ")

"""What editors decide about findings, and a check as decided.

A decision is anchored by the words of its figure and what stands around them, as `dateline.editing` does it, and stands
only while it is about the same thing: the figure still says what it said (its meaning) and, unless it was dismissed,
the machine still finds what it found. An editor who accepted a figure for May has said nothing about one for April.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from typing import Any, cast, get_args
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from dateline import editing
from dateline.editing.anchors import anchor
from dateline.records.check import Check
from dateline.records.claim import Claim, Quote
from dateline.records.finding import Finding, Source, Verdict
from dateline.site.accounts.models import User
from dateline.site.audit import trail
from dateline.site.checks.models import Decision, DecisionKind
from dateline.site.stories.models import Story

#: What decides where nobody has.
MACHINE = "machine"
#: Who stands as the producer of the source that an override names.
EDITORS_SOURCE = "the editor's source"
#: What a claim says, whatever words stand around it.
_MEANING = ("frame", "measure", "value", "low", "high", "unit", "comparator", "period", "baseline", "place",
            "dimensions")  # fmt: skip
_DONE = {"accept": "finding.accepted", "dismiss": "finding.dismissed", "override": "finding.overridden",
         "withdraw": "decision.withdrawn"}  # fmt: skip
_REASON_MOST, _SOURCE_MOST = 600, 500


class DecidingError(Exception):
    """One line: why a decision cannot be taken, and what it needs. `field` is the field that it stands beside."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


def decide(
    story: Story, claim: Claim, kind: str, by: User, *, reason: str = "", verdict: str = "", source: str = ""
) -> Decision:
    """Keeps what `by` says of the machine's finding on `claim`, one of the current check of `story` as it was found.

    A dismissal needs its reason; an override its reason, the address that bears it out, and the verdict. Raises
    DecidingError.
    """
    reason, source = " ".join(reason.split()), source.strip()
    if kind not in _DONE:
        raise DecidingError(f"{kind!r} is no decision: write {', '.join(_DONE)}", "kind")
    if kind in (DecisionKind.DISMISS, DecisionKind.OVERRIDE) and not reason:
        raise DecidingError("say why: readers and editors after you see the reason", "reason")
    if len(reason) > _REASON_MOST:
        raise DecidingError(f"the reason has {len(reason)} characters: say it in {_REASON_MOST}", "reason")
    if kind == DecisionKind.OVERRIDE:
        _check_override(verdict, source)
    else:
        verdict, source = "", ""
    quote = claim.quote
    decision = Decision.objects.create(
        story=story,
        kind=kind,
        frame=claim.frame,
        quote={"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix, "start": quote.start},
        about=meaning(claim),
        found=_verdict_of(claim),
        verdict=verdict,
        reason=reason,
        source=source,
        by=by,
    )
    trail.note(by, _DONE[kind], story, figure=quote.exact, reason=reason, verdict=verdict, found=decision.found)
    return decision


def decided(check: Check, decisions: Iterable[Decision]) -> Check:
    """The check as its editors decided: of each figure the last decision stands. Dismissed figures are put aside with
    the reason; overridden ones carry the editor's verdict, reason and source; each names who decided it."""
    standing: dict[str, Decision] = {}
    for decision in sorted(decisions, key=lambda one: one.pk):
        claim, _ = anchor(_anchored(decision), check.claims)
        if claim is not None:
            standing[claim.id] = decision
    claims: list[Claim] = []
    dismissed: list[tuple[Claim, str]] = list(check.dismissed)
    for claim in check.claims:
        last = standing.get(claim.id)
        if last is None or not applies(last, claim):
            claims.append(claim)
        elif last.kind == DecisionKind.DISMISS:
            dismissed.append((claim, last.reason))
        else:
            claims.append(_by_editor(claim, last))
    return dataclasses.replace(check, claims=tuple(claims), dismissed=tuple(dismissed))


def undecided(check: Check) -> list[Claim]:
    """Figures of a check as decided that data contradict and on which nobody has decided: no publication with them."""
    return [
        claim
        for claim in check.claims
        if claim.finding is not None and claim.finding.verdict == "contradicted" and claim.finding.decided_by == MACHINE
    ]


def is_overridden(finding: Finding) -> bool:
    """Whether the verdict is an editor's own and not the machine's."""
    return bool(finding.sources) and finding.sources[0].producer == EDITORS_SOURCE


def applies(decision: Decision, claim: Claim) -> bool:
    """Whether a decision anchored at this claim is still about what it says and what was found."""
    if decision.kind == DecisionKind.WITHDRAW or decision.about != meaning(claim):
        return False
    return decision.kind == DecisionKind.DISMISS or decision.found == _verdict_of(claim)


def meaning(claim: Claim) -> dict[str, Any]:
    """What a claim says, as JSON: its quantity, its time and its place."""
    whole = {name: getattr(claim, name) for name in _MEANING}
    return cast("dict[str, Any]", json.loads(json.dumps(whole, default=_plain)))


def _plain(value: Any) -> Any:
    """Records as lists of their fields, days as text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in dataclasses.fields(value)]
    return dict(value) if hasattr(value, "items") else str(value)


def _by_editor(claim: Claim, decision: Decision) -> Claim:
    """The claim with its finding as an editor accepted or overrode it."""
    assert claim.finding is not None
    finding = claim.finding
    who = f"{decision.by}"
    if decision.kind == DecisionKind.OVERRIDE:
        finding = _overridden(finding, decision)
    return dataclasses.replace(claim, finding=dataclasses.replace(finding, decided_by=who))


def _overridden(finding: Finding, decision: Decision) -> Finding:
    """The editor's verdict, with what the ledgers gave left in view; what they say today is not the editor's word."""
    title = urlsplit(decision.source).hostname or decision.source
    return dataclasses.replace(
        finding,
        verdict=cast("Verdict", decision.verdict),
        reason=None,
        summary=decision.reason,
        sources=(Source(EDITORS_SOURCE, title, decision.source), *finding.sources),
        today=None,
        since="",
    )


def _check_override(verdict: str, source: str) -> None:
    if verdict not in get_args(Verdict):
        raise DecidingError(f"{verdict!r} is no verdict: choose {', '.join(get_args(Verdict))}", "verdict")
    if not source:
        raise DecidingError("give the address of what bears this out", "source")
    try:
        if len(source) > _SOURCE_MOST:
            raise ValidationError("too long")
        URLValidator(schemes=["http", "https"])(source)
    except ValidationError:
        raise DecidingError(f"the source is no web address of at most {_SOURCE_MOST} characters", "source") from None


def _anchored(decision: Decision) -> editing.Decision:
    """The decision in the form that finds its figure again."""
    exact, start = str(decision.quote["exact"]), int(decision.quote["start"])
    quote = Quote(exact, start, start + len(exact), str(decision.quote["prefix"]), str(decision.quote["suffix"]))
    return editing.Decision(quote, frame=decision.frame)


def _verdict_of(claim: Claim) -> str:
    return claim.finding.verdict if claim.finding is not None else ""

"""Finds each decision's claim again, in the same draft or an edited one.

A decision is anchored by the exact words of its figure and up to 32 characters on each side (W3C TextQuoteSelector).
It is applied only where exactly one claim has these words and at least one side of its surroundings still reads as it
did. Where the words are gone, or two claims fit equally well, the decision stays in the file, unapplied, and is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from dateline.editing.decisions import Decision, Decisions
from dateline.editing.mending import mend
from dateline.records.claim import Claim

#: How much of one side's surroundings must be as it was.
ALIKE = 0.6
#: By how much the best place must be closer than the next one.
AHEAD = 0.15


def apply(claims: Sequence[Claim], decisions: Decisions | None) -> tuple[list[Claim], list[tuple[Claim, str]]]:
    """The claims with every mend made, without the dismissed; and these, each with the reason given.

    Ids stay as they were. Raises EditingError where a mend's value is not one that it can have.
    """
    found = _found(claims, decisions)
    kept: list[Claim] = []
    dismissed: list[tuple[Claim, str]] = []
    for claim in claims:
        reason = None
        for decision in found.get(claim.id, ()):
            claim = mend(claim, decision.mends)  # noqa: PLW2901  several decisions may follow one another
            reason = decision.dismiss if decision.dismiss is not None else reason
        if reason is None:
            kept.append(claim)
        else:
            dismissed.append((claim, reason))
    return kept, dismissed


def mended(claims: Sequence[Claim], decisions: Decisions | None) -> frozenset[str]:
    """Ids of the claims that an editor changed and did not dismiss: their findings are decided by "editor"."""
    return frozenset(
        claim_id
        for claim_id, entries in _found(claims, decisions).items()
        if any(e.mends for e in entries) and not any(e.dismiss is not None for e in entries)
    )


def astray(claims: Sequence[Claim], decisions: Decisions | None) -> list[str]:
    """A sentence for every decision that finds no claim, or more than one; it is kept and not applied."""
    name = decisions.path.name if decisions is not None and decisions.path is not None else "the decisions"
    sentences = []
    for entry in decisions.entries if decisions is not None else ():
        claim, why = anchor(entry, claims)
        if claim is None:
            sentences.append(f'Decision {entry.number} in {name}, on "{_short(entry.quote.exact)}", {why}.')
    return sentences


def anchor(decision: Decision, claims: Sequence[Claim]) -> tuple[Claim | None, str]:
    """The one claim that the decision is about, or None and why not, as the end of a sentence."""
    same = [c for c in claims if c.quote.exact == decision.quote.exact]
    if decision.frame is not None and any(c.frame == decision.frame for c in same):
        same = [c for c in same if c.frame == decision.frame]
    if not same:
        return None, "was not applied: no claim has these words any more"
    if not decision.quote.prefix and not decision.quote.suffix and len(same) == 1:
        return same[0], ""  # written by hand, without surroundings
    unmoved = [c for c in same if c.quote.start == decision.quote.start and likeness(decision, c) == (1.0, 1.0)]
    if len(unmoved) == 1:
        return unmoved[0], ""
    ranked = sorted(same, key=lambda c: -sum(likeness(decision, c)))
    best = likeness(decision, ranked[0])
    if max(best) < ALIKE:
        return None, "was not applied: the words stand only in another context now"
    if len(ranked) > 1 and sum(best) - sum(likeness(decision, ranked[1])) < 2 * AHEAD:
        return None, f"was not applied: it fits {len(ranked)} claims ({', '.join(c.id for c in ranked)}) equally well"
    return ranked[0], ""


def likeness(decision: Decision, claim: Claim) -> tuple[float, float]:
    """How alike the text before and the text after are, each from 0 to 1."""
    ours, theirs = decision.quote, claim.quote
    before, after = len(ours.prefix), len(ours.suffix)
    return _alike(ours.prefix, theirs.prefix[-before:] if before else ""), _alike(ours.suffix, theirs.suffix[:after])


def _alike(a: str, b: str) -> float:
    return 1.0 if a == b else SequenceMatcher(None, " ".join(a.split()), " ".join(b.split()), autojunk=False).ratio()


def _found(claims: Sequence[Claim], decisions: Decisions | None) -> dict[str, list[Decision]]:
    """Decisions by the id of the claim that each is about, in the order of the file."""
    found: dict[str, list[Decision]] = {}
    for entry in decisions.entries if decisions is not None else ():
        claim, _ = anchor(entry, claims)
        if claim is not None:
            found.setdefault(claim.id, []).append(entry)
    return found


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 3] + "..."

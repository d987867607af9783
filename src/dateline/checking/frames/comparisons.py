"""Comparisons: change and ratio, one period set against another under the same convention."""

from __future__ import annotations

from dataclasses import replace

from dateline.checking.asking import ask
from dateline.checking.changes import Terms, changes
from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence, from_blocked, sources_of, unanswered, weigh
from dateline.checking.frames.margins import margin_of
from dateline.checking.policy import Weighed
from dateline.checking.resolve import command, question, scale
from dateline.checking.series import series_around
from dateline.checking.tolerance import Admitted, admitted
from dateline.records.claim import Claim
from dateline.records.period import Period


def weigh_comparison(claim: Claim, context: CheckContext) -> Evidence:
    """Compare the stated change or multiple with that of every pair of answers."""
    if claim.period is None or claim.baseline is None:
        return unanswered("ambiguous_period", "the two periods that are compared")
    limits = _limits(claim)
    if limits is None:
        return unanswered("undefined_term", "the size of the change")
    now = ask(question(claim, context), context.ledgers)
    base = ask(question(claim, context, claim.baseline.period), context.ledgers)
    for found in (now, base):
        if found.blocked is not None:
            return from_blocked(found)
    if now.narrower or base.narrower:
        return unanswered("no_ledger", "a ledger for the place named", now.coverage)
    pairs = list(changes(now, base, _terms(claim), scale=scale(claim), daily=claim.frame == "ratio"))
    if not pairs:
        return unanswered("gap", "two figures of one producer to compare", now.coverage)
    weighed = _in_points(claim, weigh(claim, pairs, limits, context, loosen=False))
    return Evidence(
        weighed, claim.unit, limits.record(), coverage=now.coverage, gaps=(*base.gaps, *now.gaps),
        whole=now.whole and base.whole, margin=margin_of(claim, context), sources=sources_of(pairs),
        query=command(claim, context, claim.period, *_options(claim, claim.baseline.period)),
        series=series_around(claim, context),
    )  # fmt: skip


def _limits(claim: Claim) -> Admitted | None:
    """ "Outnumbering all those of July" states no number: the difference is above nothing, the multiple above one."""
    if claim.value is not None or claim.low is not None or claim.high is not None:
        return admitted(claim)
    down = claim.dimensions.get("direction") == "down" or claim.comparator in ("lt", "le")
    zero = 1.0 if claim.unit == "x" else 0.0
    if claim.frame == "ratio" or not down:
        return Admitted(zero, None, "more than before", strict=True)
    return Admitted(None, zero, "less than before", strict=True)


def _terms(claim: Claim) -> Terms:
    if claim.frame == "ratio" or claim.unit == "x":
        return "times-less" if claim.dimensions.get("direction") == "down" else "times"
    return "percent" if claim.unit in ("%", "points") else "unit"


def _options(claim: Claim, base: Period) -> tuple[str, ...]:
    """What `dateline figure` is told so that it gives the change in the claim's terms."""
    terms = _terms(claim)
    inside = ("--in", claim.unit or "") if terms == "unit" and scale(claim) != 1.0 else ()
    inside = inside if terms == "unit" else ("--in", terms)
    return "--as", "change", "--than", f"{base.start}/{base.last}", *inside


def _in_points(claim: Claim, weighed: tuple[Weighed, ...]) -> tuple[Weighed, ...]:
    """A change in per cent is as far off as its points are, not as the ratio of two small percentages."""
    if claim.unit != "%" or claim.value is None:
        return weighed
    return tuple(
        replace(w, distance=0.0 if w.reading.within else abs((w.reading.value or 0.0) - claim.value) / 100.0)
        for w in weighed
    )

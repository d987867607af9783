"""Amounts: level, rate, share and part_of, each one figure over one period."""

from __future__ import annotations

from dataclasses import replace

from dateline.checking.answers import Answer, Answers, Question
from dateline.checking.asking import ask
from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence, from_blocked, sources_of, unanswered, weigh
from dateline.checking.frames.margins import margin_of
from dateline.checking.nights import fits_closely
from dateline.checking.resolve import command, question, rate_days, scale
from dateline.checking.series import series_around
from dateline.checking.shares import divided, shares
from dateline.checking.tolerance import Admitted, admitted
from dateline.records.claim import Claim

_MOST = Admitted(50.0, None, "most: more than half", strict=True)


def weigh_amount(claim: Claim, context: CheckContext) -> Evidence:
    """Compare the figure with every admissible answer for its period."""
    if claim.period is None:
        return unanswered("ambiguous_period", "the period that the figure is for")
    limits = _limits(claim)
    if limits is None:
        return unanswered("undefined_term", "a number, or a word that stands for one")
    if claim.unit in ("m", "km", "mi"):
        return unanswered("no_ledger", "a ledger of distances")
    asked = question(claim, context)
    found = ask(asked, context.ledgers)
    if found.blocked is not None:
        return from_blocked(found)
    if claim.period.start < (found.coverage.start if found.coverage else claim.period.start) and _exactly(claim):
        return unanswered("out_of_coverage", f"figures from {claim.period.start} on", found.coverage)
    made = _in_unit(claim, asked, found, context)
    if not made:
        return unanswered("no_ledger", "what the share is a share of", found.coverage)
    weighed = weigh(claim, [a for a in made if not _other_night(claim, a)], limits, context)
    if not found.narrower and not any(w.reading.within for w in weighed):
        begun = [a for a in made if _other_night(claim, a) and limits.holds(a.value)]
        if begun and not any(fits_closely(claim, a.value) for a in begun):
            return unanswered(
                "ambiguous_period", "which night is meant, the one that ends or begins then", found.coverage
            )
        weighed += weigh(claim, [_late(a) for a in begun if fits_closely(claim, a.value)], limits, context)
    return Evidence(
        weighed, claim.unit, limits.record(), coverage=found.coverage, gaps=found.gaps, whole=found.whole,
        narrower=found.narrower, margin=margin_of(claim, context), sources=sources_of(made),
        query=command(claim, context, claim.period, *_options(claim)), series=series_around(claim, context),
    )  # fmt: skip


def _other_night(claim: Claim, answer: Answer) -> bool:
    """The night that begins on the date bears out a stated number only: an inequality fits too easily. Where it fits
    while the night that ends then does not, nothing is refuted either."""
    return claim.comparator in ("gt", "ge", "lt", "le") and answer.convention.startswith(("night+1", "overnight+1"))


def _late(answer: Answer) -> Answer:
    return replace(answer, departs=(*answer.departs, "cut_off"))


def _exactly(claim: Claim) -> bool:
    """The part of a period that is covered says nothing of a total over the whole, unless it already exceeds what
    the text says is exceeded, or the text is loose. Territory is no sum over days: published totals answer for it."""
    if (claim.measure or "").startswith(("territory.", "casualties.")):
        return False
    return claim.comparator in ("eq", "lt", "le") and claim.low is None and claim.high is None


def _limits(claim: Claim) -> Admitted | None:
    if claim.frame == "share" and claim.value is None and claim.low is None and claim.high is None:
        return _MOST if claim.dimensions.get("of") == "whole" and claim.comparator in ("gt", "ge") else None
    return admitted(claim)


def _in_unit(claim: Claim, asked: Question, found: Answers, context: CheckContext) -> list[Answer]:
    """The answers in the unit that the claim speaks in."""
    if _is_share(claim):
        return list(shares(asked, found, _whole(claim), context))
    by = scale(claim)
    if claim.frame != "rate":
        return [divided(answer, by) for answer in found.found]
    days = rate_days(claim)
    return [divided(answer, by * answer.days / days) for answer in found.found]


def _is_share(claim: Claim) -> bool:
    return claim.frame == "share" or (claim.unit == "%" and claim.frame in ("level", "part_of"))


def _whole(claim: Claim) -> str:
    """What the share is a share of."""
    return claim.dimensions.get("of", "country" if (claim.measure or "").startswith("territory") else "launched")


def _options(claim: Claim) -> tuple[str, ...]:
    """What `dateline figure` is told so that it speaks in the claim's unit."""
    if _is_share(claim):
        return "--as", "share", "--of", _whole(claim)
    unit, _, span = (claim.unit or "").partition("/")
    found = ("--in", unit) if scale(claim) != 1.0 else ()
    return (*found, "--per", span or "day") if claim.frame == "rate" else found

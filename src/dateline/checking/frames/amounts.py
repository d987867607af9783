"""Amounts: level, rate, share and part_of, each one figure over one period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from dateline.checking.answers import Answer, Answers, Question
from dateline.checking.asking import ask
from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence, from_blocked, sources_of, unanswered, weigh
from dateline.checking.frames.margins import margin_of
from dateline.checking.resolve import command, question, rate_days, scale
from dateline.checking.series import series_around
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
    made = [a for a in _in_unit(claim, asked, found, context) if not _other_night(claim, a)]
    if not made:
        return unanswered("no_ledger", "what the share is a share of", found.coverage)
    weighed = weigh(claim, made, limits, context)
    options = ("--per", "day") if claim.frame == "rate" and rate_days(claim) == 1 else ()
    return Evidence(
        weighed, claim.unit, limits.record(), coverage=found.coverage, gaps=found.gaps, whole=found.whole,
        narrower=found.narrower, margin=margin_of(claim, context), sources=sources_of(made),
        query=command(claim, context, claim.period, *options), series=series_around(claim, context),
    )  # fmt: skip


def _other_night(claim: Claim, answer: Answer) -> bool:
    """The night that begins on the date is admitted for a stated number only: an inequality fits too easily."""
    return claim.comparator in ("gt", "ge", "lt", "le") and answer.convention.startswith(("night+1", "overnight+1"))


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
    if claim.frame == "share" or (claim.unit == "%" and claim.frame in ("level", "part_of")):
        return list(_shares(claim, asked, found, context))
    by = scale(claim)
    if claim.frame != "rate":
        return [_scaled(answer, by) for answer in found.found]
    days = rate_days(claim)
    return [_scaled(answer, by * answer.days / days) for answer in found.found]


def _scaled(answer: Answer, by: float) -> Answer:
    if by == 1.0:
        return answer
    low = None if answer.low is None else answer.low / by
    high = None if answer.high is None else answer.high / by
    return replace(answer, value=answer.value / by, low=low, high=high)


def _shares(claim: Claim, asked: Question, found: Answers, context: CheckContext) -> Iterator[Answer]:
    of = claim.dimensions.get("of", "country" if asked.measure.startswith("territory") else "launched")
    if asked.measure.startswith("territory") and of in ("country", "place"):
        placed = claim.place.id if claim.place is not None else context.country
        for area, whose in _areas(placed if of == "place" else context.country, context):
            for answer in found.found:
                note = f"{answer.note} of {area:,.0f} km2, {whose}".strip()
                yield replace(_scaled(answer, area / 100.0), note=note)
        if of == "country" or placed == context.country:
            for answer, area in product(found.found[:1], context.other_country_areas):
                yield replace(_scaled(answer, area / 100.0), note=f"of {area:,.0f} km2, the other area in use")
        return
    yield from _parts(claim, asked, found, context, of)


def _areas(place: str, context: CheckContext) -> list[tuple[float, str]]:
    """Areas to take a share of: of a region that of the borders drawn first, since its held part was cut by them."""
    drawn = context.ledgers.territory.drawn_area_km2(place) if place != context.country else None
    official = context.areas.get(place)
    found = [(drawn, "as its borders are drawn")] if drawn else []
    return [*found, (official, "the official area")] if official else found


def _parts(claim: Claim, asked: Question, found: Answers, context: CheckContext, of: str) -> Iterator[Answer]:
    """A share of a whole that the same ledger counts: matched by producer and period convention."""
    if of == "launched" and asked.measure.startswith("strikes"):
        whole_asked = replace(asked, measure="strikes.launched")
    elif asked.weapon is not None:
        whole_asked = replace(asked, weapon=None)
    elif asked.place is not None:
        whole_asked = replace(asked, place=None)
    else:
        return
    wholes = ask(whole_asked, context.ledgers).found
    for answer in found.found:
        key = answer.convention.partition(" ")[0]
        for whole in wholes:
            if (
                whole.convention.partition(" ")[0] == key
                and whole.producer == answer.producer
                and whole.value > 0
                and ("population" not in answer.departs and answer.exact == whole.exact)
            ):
                share = replace(answer, value=100.0 * answer.value / whole.value, low=None, high=None)
                yield replace(
                    share, rows=answer.rows + whole.rows, note=f"{answer.note}, of {whole.value:,.0f}".strip(", ")
                )
                break

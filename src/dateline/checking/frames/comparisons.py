"""Comparisons: change and ratio, one period set against another under the same convention."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.checking.answers import Answer, Answers
from dateline.checking.asking import ask
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
    pairs = list(_compared(claim, now, base))
    if not pairs:
        return unanswered("gap", "two figures of one producer to compare", now.coverage)
    weighed = _in_points(claim, weigh(claim, pairs, limits, context, loosen=False))
    both = Period(
        min(claim.period.start, claim.baseline.period.start), max(claim.period.stop, claim.baseline.period.stop)
    )
    return Evidence(
        weighed, claim.unit, limits.record(), coverage=now.coverage, gaps=(*base.gaps, *now.gaps),
        whole=now.whole and base.whole, margin=margin_of(claim, context), sources=sources_of(pairs),
        query=command(claim, context, both, "--by", _step(claim.period)), series=series_around(claim, context),
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


def _step(period: Period) -> str:
    return (
        period.granularity if period.granularity in ("day", "week", "month") else "month" if period.days > 27 else "day"
    )


def _compared(claim: Claim, now: Answers, base: Answers) -> Iterator[Answer]:
    uneven = claim.period is not None and claim.baseline is not None and claim.frame == "ratio"
    for one in now.found:
        for two in base.found:
            if one.producer != two.producer or not _same_terms(one, two):
                continue
            departs = tuple(dict.fromkeys((*one.departs, *two.departs)))
            value = _value(claim, one.value, two.value)
            if value is None:
                continue
            note = f"{one.value:,.0f} against {two.value:,.0f}" if max(one.value, two.value) >= 10 else ""
            made = replace(
                one, value=value, rows=one.rows + two.rows, departs=departs, note=note, low=None, high=None,
                sources=(*one.sources, *two.sources), exact=False,
            )  # fmt: skip
            yield made
            if uneven and one.days != two.days and one.convention == two.convention:
                daily = _value(claim, one.value / one.days, two.value / two.days)
                if daily is not None:
                    yield replace(made, value=daily, definition=f"{one.definition}, a day", note=f"{note}, per day")


def _same_terms(one: Answer, two: Answer) -> bool:
    """The same convention; of moved ends any pair, since each month's cut-off is its own."""
    if one.exact or two.exact:
        return False
    if one.convention == two.convention:
        return True
    if one.basis == two.basis == "computed" and one.convention.startswith("net") and two.convention.startswith("net"):
        return True
    nights = one.convention.startswith(("night+", "nights")) and two.convention.startswith(("night+", "nights"))
    return nights and one.definition == two.definition


def _value(claim: Claim, now: float, base: float) -> float | None:
    if claim.frame == "ratio" or claim.unit == "x":
        above, below = (base, now) if claim.dimensions.get("direction") == "down" else (now, base)
        return above / below if above > 0 and below > 0 else None
    if claim.unit in ("%", "points"):
        return 100.0 * (now - base) / base if base > 0 else None
    return (now - base) / scale(claim)


def _in_points(claim: Claim, weighed: tuple[Weighed, ...]) -> tuple[Weighed, ...]:
    """A change in per cent is as far off as its points are, not as the ratio of two small percentages."""
    if claim.unit != "%" or claim.value is None:
        return weighed
    return tuple(
        replace(w, distance=0.0 if w.reading.within else abs((w.reading.value or 0.0) - claim.value) / 100.0)
        for w in weighed
    )

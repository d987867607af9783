"""What belongs to one amount or phrase of a sentence: its predicate, period, place, speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.extracting.certainty import left_open
from dateline.extracting.lexicon import Predicate
from dateline.extracting.locating import unsettled
from dateline.extracting.parse import Parse
from dateline.extracting.quantities import Amount
from dateline.records.claim import Attribution, Baseline, Claim, Comparator, Frame, Measure, Quote
from dateline.records.finding import Reason
from dateline.records.period import Period
from dateline.records.place import Place

_NEAR: Final = re.compile(r"^(?:\s+(?!and\b|but\b|of\b)[\w'’-]+){0,4}?\s*$")


def governing(parse: Parse, start: int, end: int, families: frozenset[str]) -> Predicate | None:
    """The predicate that says what happened to the thing at `text[start:end]`: the one it is the subject of, the one
    it is the object of, then the nearest in its clause; None where the sentence has none of these families."""
    # "strike" in "63 strike UAVs" is part of a name and no verb.
    things = [(a.start, max(t.end, a.end)) for a, t in zip(parse.amounts, parse.things, strict=True)]
    own = [
        p
        for p in parse.predicates
        if p.family in families
        and not (p.start < end and start < p.end)
        and not any(x <= p.start and p.end <= y for x, y in things)
    ]
    clause = parse.clause(start)
    before = [p for p in own if clause[0] <= p.start and p.end <= start]
    after = [p for p in own if p.start >= end and p.start < clause[1]]
    around = next((p for p in parse.predicates if p.family in families and p.start < start and end < p.end), None)
    if around is not None:
        return around  # "brought 563 drones down"
    gap = parse.text[before[-1].end : start] if before else ""
    adjacent = re.fullmatch(r"(?:\s+(?!and\b|but\b|while\b|as\b)[\w'’%-]+){0,4}\s*", gap) is not None
    if before and adjacent and not _numbered(parse, before[-1].end, start):
        return before[-1]
    subject = next(
        (p for p in after if _NEAR.match(parse.text[end : p.start]) and not _numbered(parse, end, p.start)), None
    )
    return subject or (before[-1] if before else None) or (after[0] if after else None)


def elsewhere_in_sentence(parse: Parse, start: int, families: frozenset[str]) -> Predicate | None:
    """The first such predicate after `start` in the sentence, else the last one before it."""
    own = [p for p in parse.predicates if p.family in families]
    after = [p for p in own if p.start > start]
    before = [p for p in own if p.end <= start]
    return after[0] if after else before[-1] if before else None


def _numbered(parse: Parse, start: int, end: int) -> bool:
    return any(start <= a.core_start < end for a in parse.amounts)


def speaker(parse: Parse, start: int, points_back: bool = False) -> Attribution | None:
    """Who says the figure at `start`: the last one to speak before it in the sentence, else the first one after."""
    before = [s for s in parse.speeches if s.start <= start]
    if before:
        return before[-1].attribution
    if parse.speeches:
        return parse.speeches[0].attribution
    return parse.before.attribution if points_back else None


#: Frames whose period matters and may have been carried over from the sentences before.
_CARRYING: Final = frozenset({"level", "rate", "share", "change", "ratio", "extreme", "rank", "streak"})


def _dated_elsewhere(parse: Parse, frame: Frame, measure: Measure | None, period: Period | None) -> bool:
    """Whether a figure's time is that of a sentence before, and nothing in its own points there ("that attack")."""
    if period is None or frame not in _CARRYING or measure in (None, "territory.held"):
        return False
    return not any(m.kind in ("at", "since", "war", "shift") for m in parse.mentions)


def claim(
    parse: Parse,
    start: int,
    end: int,
    frame: Frame,
    measure: Measure | None,
    *,
    amount: Amount | None = None,
    value: float | None = None,
    low: float | None = None,
    high: float | None = None,
    unit: str | None = None,
    comparator: Comparator = "eq",
    noun: str | None = None,
    period: Period | None = None,
    baseline: Baseline | None = None,
    place: Place | None = None,
    dimensions: Mapping[str, str] | None = None,
    attribution: Attribution | None = None,
    doubt: Reason | None = None,
    doubt_detail: str = "",
    anchor: str | None = None,
    inherited: bool = False,
) -> Claim:
    """A claim at `text[start:end]` of the sentence, with offsets in the report; its value is that of `amount` where
    one is given. Its id is its offset until the whole
    report is read."""
    if amount is not None:
        value, low, high, comparator = amount.value, amount.low, amount.high, amount.comparator
    if doubt is None and measure is not None and (either := unsettled(parse, place)):
        doubt, doubt_detail = "ambiguous_place", either
    sentence = parse.sentence
    a, b = sentence.start + start, sentence.start + end
    quote = Quote(parse.text[start:end], a, b, parse.text[max(0, start - 32) : start], parse.text[end : end + 32])
    return Claim(
        id=str(a),
        sentence=parse.text,
        quote=quote,
        frame=frame,
        measure=measure,
        value=value,
        low=low,
        high=high,
        unit=unit,
        comparator=comparator,
        noun=noun,
        period=period,
        baseline=baseline,
        place=place,
        dimensions=MappingProxyType(dict(dimensions or {})),
        attribution=attribution,
        doubt=doubt,
        doubt_detail=doubt_detail,
        anchor=anchor,
        inherited=inherited
        or _dated_elsewhere(parse, frame, measure, period)
        or left_open(parse, start, end, frame, period, place),
    )

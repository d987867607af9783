"""What belongs to one amount or phrase of a sentence: its predicate, period, place, speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.extracting import dates
from dateline.extracting.lexicon import Predicate
from dateline.extracting.parse import Parse
from dateline.extracting.periods import Mention
from dateline.extracting.quantities import Amount
from dateline.records.claim import Attribution, Baseline, Claim, Comparator, Frame, Measure, Quote
from dateline.records.finding import Reason
from dateline.records.period import Period
from dateline.records.place import Place

_NEAR: Final = re.compile(r"^(?:\s+(?!and\b|but\b|of\b)[\w'’-]+){0,4}?\s*$")
#: "from 4,452 in January", "compared with 88 percent in July": the date is the comparand's.
_COMPARAND: Final = re.compile(
    r"\b(?:from|against|compared (?:with|to)|than|versus|double|triple|times) (?:the |about |some |nearly "
    r"|almost |a )?[\d,.]+(?:%| percent| per cent)?(?: [\w-]+){0,2} (?:in|on|during|for|of) (?:the )?$"
)
_ATTACHED: Final = re.compile(r" ?(?:(?:in|of|for|during|over|on|throughout)(?: the| all of)? )?")
#: "July's 286", "in July, when 286 people died": the date right before is the figure's own.
_OWNED: Final = re.compile(r"['’]s (?:[\w-]+ ){0,2}|, (?:when|which|during which|with) (?:[\w'’-]+ ){0,4}")
_UNRESOLVED: Final = re.compile(
    r"\b(?:\w+ )?(?:nights?|days?|weeks?|months?) (?:later|earlier)\b|\bthe (?:last|first|second"
    r"|latter) of them\b|\bthe (?:following|next|preceding) (?:night|day|week|month)\b"
)
_BASELINE: Final = re.compile(
    r"(?:\bthan|\bfrom|\bagainst|\bversus|\bvs\.?|compared (?:with|to)|relative to|\bas(?= (?:in|on|during) )|beat)"
    r" (?:(?:in|on|during|for|of|the|that|those|its|their|all|what|it|they|had|was|were|did|recorded|seen|levels?"
    r"|figures?|average|total|same) ){0,5}$",
    re.IGNORECASE,
)


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


def is_baseline(parse: Parse, mention: Mention) -> bool:
    """Whether the text compares with this period instead of speaking of it."""
    if mention.kind == "shift" or mention.start in parse.compared:
        return True
    behind = parse.text[max(0, mention.start - 60) : mention.start]
    return _COMPARAND.search(behind) is not None or _BASELINE.search(behind) is not None


def period_of(parse: Parse, start: int, end: int, family: str, stop: int | None = None) -> Period | None:
    """The period of the figure at `text[start:end]`: named after it and before `stop`, before it in its clause, then
    anywhere in the sentence, then in the sentences before; a day of speech last."""
    clause = parse.clause(start)
    usable = [
        m
        for m in parse.mentions
        if m.period is not None and m.kind in ("at", "since", "war") and not is_baseline(parse, m)
    ]
    plain = [m for m in usable if not m.speech]
    stop = len(parse.text) if stop is None else stop
    attached = [
        m
        for m in parse.mentions
        if m.period is not None
        and m.kind == "at"
        and end <= m.start
        and not m.speech
        and _ATTACHED.fullmatch(parse.text[end : m.start])
    ]
    if attached:
        return attached[0].period
    beside = [m for m in parse.mentions if m.kind == "shift" and m.anchor is None and parse.text[end : m.start] == " "]
    told = [m for m in parse.mentions if m.kind == "at" and m.period is not None and m.end <= start]
    if beside and told and told[-1].period is not None:
        return dates.back(told[-1].period, beside[0].unit, beside[0].count)
    owned = [m for m in parse.mentions if m.kind in ("at", "since") and _OWNED.fullmatch(parse.text[m.end : start])]
    if owned and (own := owned[-1].anchor or owned[-1].period) is not None:
        return own
    here = [m for m in plain if clause[0] <= m.start < clause[1]]
    if not here and _UNRESOLVED.search(parse.text, *clause):
        return None  # "two nights later": which night is not said
    if any(m.kind == "duration" and m.unit in ("week", "month") for m in parse.mentions) and not plain:
        return None  # "in just one week", said on a day: which week is not said
    after = [m for m in plain if end <= m.start < min(stop, clause[1])]
    inside = [m for m in plain if m.start < end and start < m.end]
    before = [m for m in plain if clause[0] <= m.start and m.end <= start]
    groups = [inside, _narrow(after)[:1], _narrow(before)[-1:], after[:1], before[-1:]]
    if re.search(r"\(\s*$", parse.text[:start]):
        groups[1:3] = [groups[2], groups[1]]
    anywhere = [m for m in plain if m.end <= start][-1:] + [m for m in plain if m.start >= end][:1]
    for group in (*groups, _narrow(anywhere), anywhere):
        if group:
            return _shifted(parse, group[0], end, stop)
    return _from_before(parse, start, family) or next(
        (m.period for m in usable if m.speech and family == "strikes"), None
    )


def _narrow(group: list[Mention]) -> list[Mention]:
    """Without "in the war", which says when only where nothing else does."""
    return [m for m in group if m.kind != "war"]


def _shifted(parse: Parse, mention: Mention, end: int, stop: int) -> Period | None:
    """The period, moved where "in the same month a year before" follows the figure."""
    for shift in parse.mentions:
        if shift.kind == "shift" and end <= shift.start < stop and mention.period is not None and shift.anchor is None:
            before = parse.text[end : shift.start]
            if re.search(r"\b(?:in|on|during|of)(?: the)? ?$", before) and not re.search(
                r"\b(?:than|as|against|compared|from)\b", before
            ):
                return dates.back(mention.period, shift.unit, shift.count)
    return mention.period


def _from_before(parse: Parse, start: int, family: str) -> Period | None:
    """The period of the sentences before, where this one points back or carries the same figure on."""
    points_back = any(m.kind == "that" for m in parse.mentions)
    known = parse.before.periods.get(family) or (parse.before.periods.get("strikes") if points_back else None)
    if known is None:
        return None
    same_paragraph = parse.before.block == parse.sentence.block or parse.sentence.block - parse.before.block == 1
    return known if points_back or same_paragraph else None


def baseline_of(parse: Parse, start: int, end: int, period: Period | None) -> Baseline | None:
    """The one period that a change or a multiple compares with, by what the text names."""
    named = [m for m in parse.mentions if is_baseline(parse, m)]
    after = sorted((m for m in named), key=lambda m: (m.start < start, abs(m.start - end)))
    for mention in after:
        label = parse.text[mention.start : mention.end]
        if mention.kind == "shift" and period is not None:
            if mention.anchor is not None:
                return Baseline(
                    "period", dates.back(period, "year", period.start.year - mention.anchor.start.year), label
                )
            return Baseline("period", dates.back(period, mention.unit, mention.count), label)
        if mention.period is not None and mention.kind == "at":
            return Baseline("period", mention.period, label)
    return None


def speaker(parse: Parse, start: int, points_back: bool = False) -> Attribution | None:
    """Who says the figure at `start`: the last one to speak before it in the sentence, else the first one after."""
    before = [s for s in parse.speeches if s.start <= start]
    if before:
        return before[-1].attribution
    if parse.speeches:
        return parse.speeches[0].attribution
    return parse.before.attribution if points_back else None


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
        inherited=inherited,
    )

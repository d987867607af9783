"""Firsts: "the first direct talks since 2022", "for the first time in two years", "the first of over 400 drones
since June"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.belonging.locating import located
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.windows import (
    UNSAID,
    baseline_for,
    is_elsewhere,
    measure_of,
    place_within,
    set_beaten_apart,
    weapon_named,
    window_after,
)
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import dates
from dateline.records.claim import Baseline, Comparator, Measure
from dateline.records.finding import Reason
from dateline.records.period import Period
from dateline.records.place import Place

#: Without this word the frame finds nothing (re2, see `signs`).
TRIGGER: Final = r"\bfirst\b"
_WITHIN: Final = (
    r"in (?:over |more than |at least |about |nearly |almost |some )?(?:an?|\d+|two|three|four|five|six|seven"
    r"|eight|nine|ten"
    r"|several) (?:years?|months?|weeks?|decades?|days?)"
)
_FIRST = when_asked(
    r"\b(?:for )?(?:(?:the|their|its|his|her|a|\w+['’]s) )?first (?P<noun>(?:(?!since\b|first\b)[\w,'’-]+ ){0,12}?)"
    rf"(?=since\b|{_WITHIN}|(?:of|in) (?:the|this|that) (?:[\w-]+ )?(?:war|conflict|invasion|siege|year)\b)",
    re.IGNORECASE,
)
_TIME = when_asked(
    r"\bfor (?:only )?the (?:very )?first time(?! (?:since|in (?:a|over|more|\d|two|three)))", re.IGNORECASE
)
#: The first of these is a stretch of the calendar and no event.
_CALENDAR = when_asked(r"^(?:\w+ )?(?:days?|weeks?|months?|years?|quarter|half|hours?|winter|phase|stage|attempt at)\b")
_TALKS = when_asked(r"\btalks|negotiat|meeting|\bmet\b|\bsat down\b|summit|face-to-face", re.IGNORECASE)
_NO_TALKS = when_asked(r"\bground|territor|land\b", re.IGNORECASE)
_OFFICE = when_asked(
    r"\b(?:in|to) (?:the|that) (?:post|office|job)\b|prime minister|president\b|head of (?:state|government)"
)
_HANDS = when_asked(
    r"\bchang\w+ (?:of )?hands|territor|ground|square kilomet|retaken|retook|recaptur|front line", re.IGNORECASE
)


_LOST = when_asked(r"\blos(?:t|e|ing) (?:ground|territory|land)\b")
_LATE = when_asked(r"\b(?:began|started|begun) (?:late )?(?:on |in the evening of |on the evening of )$")


@dataclass(frozen=True, slots=True)
class _First:
    """A first at `text[start:end]`: what is first, and since when or within which window (None: ever)."""

    start: int
    end: int
    noun: str
    baseline: Baseline | None
    unsaid: bool


def find(parse: Parse) -> None:
    """Adds a claim for each first that names since when, and for each "for the first time"."""
    if not any(pattern.search(parse.text) for pattern in (_FIRST, _TIME)):
        return
    set_beaten_apart(parse)
    for match in _FIRST.finditer(parse.text):
        if _CALENDAR.match(match["noun"]):
            continue
        at = match.end() - 1
        window = window_after(parse, at)
        if window is None or not at <= window.start <= match.end() + 4:
            continue
        parse.compared.add(window.start)
        unsaid = window.unit == UNSAID
        _add(parse, _First(match.start(), window.end, match["noun"], baseline_for(parse, window), unsaid))
    for match in _TIME.finditer(parse.text):
        if not any(c.quote.start - parse.sentence.start == match.start() for c in parse.found):
            _add(parse, _First(match.start(), match.end(), "time ", None, True))


def _add(parse: Parse, first: _First) -> None:
    inside = [(i, a) for i, a in enumerate(parse.amounts) if first.start <= a.start < first.end]
    parse.used.update(i for i, _ in inside)
    measure, value, unit, comparator, doubt, dimensions = _of_what(parse, first, [a for _, a in inside])
    parse.found.append(
        claim(
            parse,
            first.start,
            first.end,
            "first_since",
            measure,
            value=value,
            unit=unit,
            comparator=comparator,
            period=_period(parse, first, measure),
            baseline=first.baseline,
            place=_place(parse, first, measure),
            dimensions=dimensions,
            attribution=speaker(parse, first.start),
            doubt=doubt,
            inherited=value is not None and value != 0.0,
        )
    )


#: "No child was killed that week, for the first time": a count that came to nought.
_NONE_HARMED: Final = re.compile(
    r"\b(?:no|not a single|not one|none)\b[^,;]{0,50}\b(?:killed|died|dead|deaths?|injured|wounded|hurt)\b",
    re.IGNORECASE,
)

_Of = tuple[Measure | None, float | None, str | None, Comparator, Reason | None, dict[str, str]]


def _of_what(parse: Parse, first: _First, inside: list[Amount]) -> _Of:
    """Measure, threshold, unit, comparator, doubt and dimensions of what was first."""
    before = parse.text[: first.start]
    near = before + first.noun
    if _TALKS.search(near) and not _NO_TALKS.search(near):
        direct = {"direct": "true"} if re.search(r"\bdirect\b|face-to-face", parse.text, re.IGNORECASE) else {}
        return "talks.meetings", None, None, "eq", None, direct
    if _OFFICE.search(first.noun):
        return "officials.role", None, None, "eq", "no_ledger", {}
    family = parse.words.topic(before)
    lost = re.search(r"\blos(?:t|ing|s|e)\b", before) or _LOST.search(parse.text)
    if (family or parse.words.topic(parse.text)) == "territory" and lost and first.baseline is not None:
        return "territory.net_change", 0.0, "km2", "lt", None, {}  # a loss of ground is a net change below nought
    if inside and re.search(r"\bof ", first.noun) and parse.words.weapons_named(first.noun):
        return _threshold(parse, first, inside[0])
    if family in (None, "territory") and _HANDS.search(parse.text) and not is_elsewhere(parse):
        return measure_of(parse, "territory"), None, None, "eq", "undefined_term", {}
    if first.noun.startswith("time") and _NONE_HARMED.search(before):
        return measure_of(parse, "casualties"), None, None, "eq", "undefined_term", {}
    return None, None, None, "eq", None, {}


def _threshold(parse: Parse, first: _First, amount: Amount) -> _Of:
    """ "the first of more than 500 drones since July": a night above a number."""
    weapon = weapon_named(parse, first.noun) or {}
    unit = {"drone": "drones", "missile": "missiles"}.get(weapon.get("weapon", ""), "weapons")
    doubt: Reason | None = "undefined_term" if first.unsaid or amount.value is None else None
    return (
        measure_of(parse, "strikes"),
        amount.value,
        unit,
        amount.comparator,
        doubt,
        {**weapon, "granularity": "night"},
    )


def _place(parse: Parse, first: _First, measure: Measure | None) -> Place | None:
    """The place that the phrase itself names; talks are held where the sentence says."""
    if measure == "talks.meetings":
        return located(parse, first.start, first.end)
    return place_within(parse, first.start, first.end)


def _period(parse: Parse, first: _First, measure: Measure | None) -> Period | None:
    """When the first was: the date named before it, the next one behind it, else that of the sentences before."""
    told = [m for m in parse.mentions if m.kind == "at" and m.period is not None and not m.speech]
    told = [m for m in told if m.period is not None and m.period.start <= parse.ref]
    told = [m for m in told if m.start not in parse.compared and not first.start <= m.start < first.end]
    before = [m for m in told if m.end <= first.start]
    after = [m for m in told if m.start >= first.end]
    if before or after:
        chosen = before[-1] if before else after[0]
        late = measure == "strikes.launched" and _LATE.search(parse.text[: chosen.start])
        # A night bears the date on which it ends.
        return chosen.period.moved(1, 1) if chosen.period is not None and late else chosen.period
    spoken = [m.period for m in parse.mentions if m.speech and m.period is not None and m.end <= first.start]
    known = parse.before.periods.get(parse.before.family or "")
    if (
        known is None
        and measure in ("talks.meetings", "territory.net_change")
        and first.baseline is not None
        and not spoken
    ):
        return dates.shifted_month(parse.ref, 0 if parse.ref.day >= 10 else -1)
    return known

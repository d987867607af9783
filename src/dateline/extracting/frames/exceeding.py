"""Comparisons without a number: "more land in May than in any other month", "outnumbering all those of last July"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.belonging.advancing import ground_moved
from dateline.extracting.belonging.locating import is_theirs
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.timing import baseline_of
from dateline.extracting.belonging.windows import (
    STANDARD,
    about_ground,
    baseline_for,
    family_of,
    is_elsewhere,
    until_then,
    weapon_named,
    window_after,
)
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention, dates
from dateline.records.claim import Baseline, Measure
from dateline.records.finding import Reason
from dateline.records.period import Period

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "than|exceed|outnumber|surpass|outstrip|eclips|dwarf|topp|tops|beat"


def find(parse: Parse) -> None:
    """Adds a claim for each period that is said to exceed every other."""
    for match in _THAN_ANY.finditer(parse.text):
        _than_any(parse, match)
    for pattern in (_BEATS, _MORE_THAN):
        for match in pattern.finditer(parse.text):
            _than_period(parse, match)


_THAN_ANY = re.compile(
    r"\b(?P<word>more|faster|higher|heavier|greater|bigger|larger|deadlier|bloodier|worse|better|longer"
    r"|costlier|fewer"
    r"|less|slower|lower|smaller|lighter) (?:[^,;.]{1,50}? )?than (?:in |on |during |at )?any"
    r" (?:other |previous |single |earlier |one )*(?P<unit>month|week|night|day|year|quarter|time|raid"
    r"|attack)\b(?: (?:of"
    r"|in) the (?:war|conflict|year))?",
    re.IGNORECASE,
)


#: "seven million are displaced, more than at any time this century": of the count before it, whatever that is of.
_COUNT_THAN: Final = re.compile(r"(?:more|fewer) than at any\b", re.IGNORECASE)


def _than_any(parse: Parse, match: re.Match[str]) -> None:
    """ "more land in May than in any other month this year"."""
    start, stop = parse.clause(match.start())
    said = (match.group(), parse.text[start:stop], parse.text)
    family = "territory" if ground_moved(parse, match.start()) else family_of(parse, *said)
    if family == "territory" and not about_ground(parse):
        return
    if family not in STANDARD and not _COUNT_THAN.match(match.group()):
        return  # "more bread than in any other month"
    if is_theirs(parse, match.start(), match.end()) or is_elsewhere(parse):
        return
    inside = next((m for m in parse.mentions if m.kind == "war" and match.start() <= m.start < match.end()), None)
    window = inside or window_after(parse, match.end())
    near, end = _span_behind(parse, match, window)
    unit = match["unit"].lower()
    granularity = "night" if family == "strikes" and unit in ("day", "time", "raid", "attack") else unit
    own = [
        m.period
        for m in parse.mentions
        if m.kind == "at" and not m.speech and m.period is not None and m is not window and m.start < match.end()
    ]
    period = own[-1] if own else parse.before.periods.get(family or "")
    fewer = match["word"].lower() in ("fewer", "less", "slower", "lower", "smaller", "lighter")
    measure, doubt = _what(parse, match["word"].lower(), family)
    dimensions = {
        "direction": "min" if fewer else "max",
        "granularity": "month" if granularity == "time" else granularity,
    }
    if family == "strikes":
        dimensions |= weapon_named(parse, match.group()) or {}
    if family == "casualties" and re.search(r"civilian", parse.text, re.IGNORECASE):
        dimensions["population"] = "civilians"
    parse.found.append(
        claim(
            parse,
            match.start(),
            end,
            "extreme",
            measure,
            period=period,
            baseline=near or until_then(baseline_for(parse, window), window, period),
            dimensions=dimensions,
            attribution=speaker(parse, match.start()),
            doubt=doubt or (None if period is not None or measure is None else "ambiguous_period"),
        )
    )


#: " of the three years before", " this week".
_BEFORE: Final = re.compile(r" (?:of|in) the (?P<count>\w+ )?(?P<unit>year|month|week)s? before(?! last)")
_HERE: Final = when_asked(r" (?:of |in |during )?")


def _span_behind(parse: Parse, match: re.Match[str], window: Mention | None) -> tuple[Baseline | None, int]:
    """The window that stands right behind, where it is a short one or ends before the period, and where it ends."""
    back = _BEFORE.match(parse.text, match.end())
    if back is not None:
        count = int(number((back["count"] or "one").strip()) or 1)
        whole = dates.rolling(parse.ref, count, back["unit"])
        return Baseline("window", whole, back.group().strip()), back.end()
    short = next((m for m in parse.mentions if _HERE.fullmatch(parse.text[match.end() : m.start])), None)
    if window is None and short is not None and short.kind == "at" and short.period is not None:
        parse.compared.add(short.start)
        return Baseline("window", short.period, parse.text[short.start : short.end]), short.end
    return None, window.end if window is not None and window.end > match.end() else match.end()


def _what(parse: Parse, word: str, family: str | None) -> tuple[Measure | None, Reason | None]:
    """What is compared: "worse" and "better" say of no figure which, what is shot down is not what is launched, and
    what no ledger counts is of no measure."""
    if family not in STANDARD:
        return None, None
    if family == "strikes" and any(p.family == "intercepted" for p in parse.predicates):
        return "strikes.intercepted", "undefined_term"
    if word in ("worse", "better"):
        return None, None
    return STANDARD[family], "undefined_term" if word == "longer" else None


#: "exceeds 2023 and 2024 put together", "outnumbering all those of July last year": up to where the period stands.
_BEATS = re.compile(
    r"\b(?P<word>exceed|outnumber|surpass|outstrip|eclips|dwarf|topp?|beat)(?:e?d|e?s|ing|ting|ped|ping|en)? "
    r"(?P<to>(?:(?:all|those|that|the|whole|entire|total|figure|number|tally|count|haul|everything|everyone|of"
    r"|in|for|"
    r"from|seen|launched|taken|recorded|gained|seized|fired) )*)(?=[A-Z\d]|last|this|the)"
)
#: "more drones than in all of 2023", without a number.
_MORE_THAN = when_asked(
    r"\b(?P<word>(?i:more|fewer|less)) (?P<what>[^,;.\d]{1,80}? )?than (?P<to>(?:(?:in|during|over|all|of|the|whole"
    r"|entire|throughout|it had) )+)(?=[A-Z\d]|last|this|the)"
)
_JOINED = when_asked(r"(?:,? and | plus )")
_TOGETHER = when_asked(r" (?:put together|combined|together|taken together)(?!\w)")
_UNITS: Final = {"territory": "km2", "strikes": "weapons", "casualties": "people"}


def _than_period(parse: Parse, match: re.Match[str]) -> None:
    """A change above or below nothing: what one period saw against what another did."""
    named = [m for m in parse.mentions if m.start - 4 <= match.end() <= m.end and m.kind in ("at", "shift")]
    if not named or _numbered(parse, match):
        return
    end = _together(parse, named[0])[1] if named[0].period is not None else named[0].end
    start, stop = parse.clause(match.start())
    said = (match.group(), parse.text[start:stop], parse.text[: match.start()])
    family = next((f for text in said if (f := parse.words.topic(text)) is not None), parse.before.family)
    if ground_moved(parse, match.start()):
        family = "territory"
    if family not in STANDARD or is_theirs(parse, match.start(), end) or is_elsewhere(parse):
        return
    if family == "territory" and not about_ground(parse):
        return
    parse.compared.update(m.start for m in parse.mentions if named[0].start <= m.start < end)
    dimensions = (weapon_named(parse, parse.text[:end]) or {}) if family == "strikes" else {}
    own = _own_period(parse, match, named[0], family)
    baseline = _baseline(parse, named[0], own)
    if baseline is None or baseline.period == own:
        return
    parse.found.append(
        claim(
            parse,
            match.start(),
            end,
            "change",
            STANDARD[family],
            value=0.0,
            unit=_UNITS[family],
            comparator="lt" if match["word"].lower() in ("fewer", "less") else "gt",
            period=own,
            baseline=baseline,
            dimensions=dimensions,
            attribution=speaker(parse, match.start()),
            doubt=None if own is not None else "ambiguous_period",
            inherited=True,
        )
    )


def _numbered(parse: Parse, match: re.Match[str]) -> bool:
    """Whether a number says by how much ("40 more drones than in May"), which other frames read."""
    ends = [(a.start, max(a.end, t.end)) for a, t in zip(parse.amounts, parse.things, strict=True)]
    return any(match.start() - 1 <= end and start < match.end() for start, end in ends)


def _baseline(parse: Parse, named: Mention, own: Period | None) -> Baseline | None:
    """The period compared with: the one named, or the same stretch of an earlier year."""
    if named.kind == "at" and named.period is not None:
        period, end = _together(parse, named)
        return Baseline("period", period, parse.text[named.start : end])
    return baseline_of(parse, named.start, named.end, own)


def _together(parse: Parse, first: Mention) -> tuple[Period, int]:
    """The period of `first`, joined with the next one where the text puts the two together."""
    assert first.period is not None
    if (behind := _TOGETHER.match(parse.text, first.end)) is not None:
        return first.period, behind.end()
    later = [m for m in parse.mentions if m.start > first.end and m.period is not None]
    if later and later[0].period is not None and _JOINED.fullmatch(parse.text[first.end : later[0].start]):
        behind = _TOGETHER.match(parse.text, later[0].end)
        if behind is not None and later[0].period.start == first.period.stop:
            return Period(first.period.start, later[0].period.stop), behind.end()
    return first.period, first.end


def _own_period(parse: Parse, match: re.Match[str], compared: Mention, family: str) -> Period | None:
    """The period that is compared: the one named before the other, else that of the sentences before."""
    told = [m for m in parse.mentions if m.kind in ("at", "since") and not m.speech]
    before = [m.period for m in told if m.end <= compared.start]
    return before[-1] if before else parse.before.periods.get(family)

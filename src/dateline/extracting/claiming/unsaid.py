"""Changes of which the text does not say what changed, or when: they may hold and are never refuted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dateline.extracting.claiming.subject_matter import several_kinds
from dateline.extracting.parse import Parse
from dateline.records.claim import Baseline
from dateline.records.period import Period


def of_comparand(parse: Parse, period: Period | None) -> bool:
    """ "A fifth above 2024 and more than a quarter above 2023": the period nearest to the second change is the one that
    the first compares with, and most likely not what changed."""
    return any(c.baseline is not None and c.baseline.period == period for c in parse.found if c.frame == "change")


def past_a_colon(parse: Parse, end: int, period: Period | None) -> bool:
    """ "Launches were up by half: in March 2025 there had been 4,100": what follows a colon may tell of either time."""
    dated = [m for m in parse.mentions if m.kind == "at" and m.period == period]
    return bool(dated) and all(m.start > end and re.search(r"[:;—–]", parse.text[end : m.start]) for m in dated)


_POINTS: Final = re.compile(
    r"(?:But |And )?(?:They|(?:These|Those|The|Both)(?: (?:\w+ )?(?:figures|numbers|totals|counts))?|Both|That|This|It)"
    r" (?:\w+ ){1,3}"
)


def of_both(parse: Parse, start: int) -> bool:
    """ "500 were killed and 2,000 injured, a fifth more than in 2024": of which of the two, or of all, is not said; nor
    is it by "They are a fifth higher" behind such a sentence."""
    before = parse.text[:start]
    row = {c.measure for c in parse.before.tolls}
    if _POINTS.match(before) and row >= {"casualties.killed", "casualties.injured"} and not _TOLL.search(before):
        return True
    tolls = [
        a for a, t in zip(parse.amounts, parse.things, strict=True) if a.end <= start and t.kind in ("people", "bare")
    ]
    return len(tolls) > 1 and _KILLED.search(before) is not None and _HURT.search(before) is not None


_TOLL: Final = re.compile(r"\b(?:kill|dea[dt]|fatal|injur|wound|casualt|civilian|victim)\w*", re.IGNORECASE)
_KILLED: Final = re.compile(r"\b(?:killed|dead|deaths?|fatalities|died)\b", re.IGNORECASE)
_HURT: Final = re.compile(r"\b(?:injured|injuries|wounded|hurt|maimed)\b", re.IGNORECASE)


def time_carried(parse: Parse, period: Period | None, baseline: Baseline | None) -> bool:
    """ "The number has tripled on a year earlier", behind a sentence about a single night: the number of what stretch
    is most likely not what the sentence before was of."""
    if period is None or baseline is None:
        return False
    uneven = baseline.kind == "period" and not 0.6 < period.days / baseline.period.days < _UNEVEN
    if not uneven and (period.days > 1 or not re.search(r"\byear", baseline.label)):
        return False
    return not any(m.period == period and m.kind == "at" for m in parse.mentions)


#: A stretch so many times as long as the other is not what it is compared with.
_UNEVEN: Final = 1.7


def kind_unsaid(parse: Parse, start: int, family: str, dimensions: Mapping[str, str]) -> bool:
    """Whether a change of strikes names no weapon where the talk is of one kind, or of several apart: of all, or of
    these?"""
    if family != "strikes" or "weapon" in dimensions:
        return False
    before = parse.before.figures.get(family)
    return several_kinds(parse, start) or (before is not None and "weapon" in before.dimensions)

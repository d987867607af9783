"""Extremes said as comparisons: "more land in May than in any other month this year"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.locating import is_theirs
from dateline.extracting.parse import Parse
from dateline.extracting.scope import claim, speaker
from dateline.extracting.windows import (
    STANDARD,
    about_ground,
    baseline_for,
    is_elsewhere,
    until_then,
    weapon_named,
    window_after,
)

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "than"


def find(parse: Parse) -> None:
    """Adds a claim for each period that is said to exceed every other."""
    for match in _THAN_ANY.finditer(parse.text):
        _than_any(parse, match)


_THAN_ANY = re.compile(
    r"\b(?P<word>more|faster|higher|heavier|greater|fewer|less|slower|lower) (?:[^,;.]{1,50}? )?than (?:in |on "
    r"|during |at )?any"
    r" (?:other |previous |single |earlier )*(?P<unit>month|week|night|day|year|time|raid|attack)\b(?: (?:of"
    r"|in) the (?:war|conflict|year))?",
    re.IGNORECASE,
)


def _than_any(parse: Parse, match: re.Match[str]) -> None:
    """ "more land in May than in any other month this year"."""
    start, stop = parse.clause(match.start())
    family = parse.words.topic(match.group()) or parse.words.topic(parse.text[start:stop]) or parse.before.family
    if family == "territory" and not about_ground(parse):
        return
    if family not in STANDARD or is_theirs(parse, match.start(), match.end()) or is_elsewhere(parse):
        return
    inside = next((m for m in parse.mentions if m.kind == "war" and match.start() <= m.start < match.end()), None)
    window = inside or window_after(parse, match.end())
    end = window.end if window is not None and window.end > match.end() else match.end()
    unit = match["unit"].lower()
    granularity = "night" if family == "strikes" and unit in ("day", "time", "raid", "attack") else unit
    own = [
        m.period
        for m in parse.mentions
        if m.kind == "at" and not m.speech and m.period is not None and m is not window and m.start < match.end()
    ]
    period = own[-1] if own else parse.before.periods.get(family)
    fewer = match["word"].lower() in ("fewer", "less", "slower", "lower")
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
            STANDARD[family],
            period=period,
            baseline=until_then(baseline_for(parse, window), window, period),
            dimensions=dimensions,
            attribution=speaker(parse, match.start()),
            doubt=None if period is not None else "ambiguous_period",
        )
    )

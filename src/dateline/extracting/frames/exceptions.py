"""Records told by their exceptions: "not since May", "no month since March was faster", "only two exceed it"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.belonging.windows import STANDARD, baseline_for, family_of, measure_of, weapon_named
from dateline.extracting.parse import Parse
from dateline.extracting.periods import Mention, dates
from dateline.records.claim import Claim
from dateline.records.period import Period

_UNIT: Final = r"month|week|night|day|year|quarter|weekend|winter|summer|season"
_MORE: Final = r"bigger|larger|more|higher|heavier|faster|greater|deadlier|bloodier|worse|costlier|quicker"
_HAD: Final = r"(?:had|has|have|were|was|did|saw|brought)"
_NOT_SINCE = re.compile(
    rf"\b[Nn]ot (?P<since>since [^,;.]{{3,40}}?) {_HAD}\b[^,;.]{{0,50}}?\b(?P<than>{_MORE}|so (?:much|many"
    rf"|large|far|fast"
    r"|high|heavy)|as (?:much|many)|such)\b[^,;.]*"
)
#: "Not since March had so many been launched in a month": what is ranked.
_IN_A: Final = re.compile(rf"\bin (?:an?|one|any)(?: single| one)? (?P<unit>{_UNIT})\b", re.IGNORECASE)
#: "No month since March had been faster for the army than August".
_NO_UNIT = re.compile(
    rf"\b[Nn]o (?:other |single )?(?P<unit>{_UNIT}|attack|raid|strike)s?(?P<since> (?:since|of|this|in|during)"
    rf" [^,;.]{{3,40}}?) (?:{_HAD}|is) (?:been |seen |[a-z]+ ){{0,3}}?(?P<than>{_MORE})\b"
)
_ONLY = re.compile(
    r"\bonly (?P<count>once|twice|two|three|four|five|one)(?: (?:this year|last year|before|other \w+|raids?"
    r"|attacks?|nights?|months?))*(?: (?:exceed|beat|surpass|top|outdo)\w*(?: it| that)?)?"
    rf"|\bonly (?:in |on |during )(?P<count2>one|two|three|four|five) (?:other |earlier )?(?:{_UNIT}|raid|attack)s?"
    rf"(?: [^,;.]{{0,40}}?)? {_HAD} (?:[\w'’-]+ ){{1,3}}?(?:{_MORE})(?!\w)",
    re.IGNORECASE,
)

#: "second only to March", "surpassed only by that of July 9".
_SECOND = re.compile(
    r"\b(?:second only to|(?:exceeded|surpassed|beaten|topped|eclipsed|outdone) only (?:by|in|on)|trailing only"
    r"|behind only)"
    r" (?:(?:that|those|the|one|figure|total|toll|record|attack|of|in|on|from) )*",
    re.IGNORECASE,
)
#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = r"not since|no (?:\w+ )?\w+ (?:since|of|this|in)|only"


def find(parse: Parse) -> None:
    """Adds a claim for each record that is said by what did not exceed it."""
    for pattern in (_NOT_SINCE, _NO_UNIT):
        for match in pattern.finditer(parse.text):
            _since_negated(parse, match)
    for match in _ONLY.finditer(parse.text):
        _only(parse, match)
    for match in _SECOND.finditer(parse.text):
        _second(parse, match)


def _since_negated(parse: Parse, match: re.Match[str]) -> None:
    """ "Not since May had there been a bigger attack", "no month since May was faster": an extreme since then. With "so
    much" or "such" it is the first of its size."""
    told = [m for m in parse.mentions if m.start >= match.start() and m.start <= match.end("since")]
    window = next((m for m in told if m.kind in ("since", "war") or m.period is not None), None)
    family = family_of(parse, match.group(), parse.text)
    measure = measure_of(parse, family)
    if window is None or (window.kind == "since" and window.anchor is None and window.period is None):
        return
    if measure is None and family not in STANDARD:
        return
    parse.compared.add(window.start)
    first = match.re is _NOT_SINCE and match["than"].split(" ")[0] in ("so", "as", "such")
    single = _IN_A.search(match.group())
    unit = match["unit"].lower() if match.re is _NO_UNIT else single["unit"].lower() if single is not None else ""
    unit = "night" if family == "strikes" and unit in ("day", "attack", "raid", "strike", "") else unit
    than = re.search(r"\bthan (?:in |on )?$", parse.text[: _next_start(parse, match.end())])
    after = [m.period for m in parse.mentions if m.start >= match.end() and m.kind == "at" and m.period is not None]
    known = parse.before.periods.get(family or "")
    guess = Period.of_day(parse.ref, "night") if family == "strikes" else dates.shifted_month(parse.ref, 0)
    of_another = single is not None and unit != (known or guess).granularity
    dated = bool(after) and (than is not None or _told(parse, match.end()))
    parse.found.append(
        claim(
            parse,
            match.start(),
            match.end(),
            "first_since" if first else "extreme",
            measure,
            period=after[0] if dated else None if of_another else known or guess,
            baseline=baseline_for(parse, window),
            dimensions={
                "direction": "max",
                "granularity": unit or "month",
                **((weapon_named(parse, parse.text) or {}) if family == "strikes" else {}),
            },
            attribution=speaker(parse, match.start()),
            doubt="ambiguous_period" if of_another and not dated else None,
            inherited=known is None and not dated,
        )
    )


def _told(parse: Parse, end: int) -> bool:
    """ "Not since March have they taken so much ground: 690 square kilometres in November": what it was, and when."""
    return (
        re.match(r"(?: in a (?:single )?\w+)?[:–—]", parse.text[end:].lstrip()) is not None
        or ":" in parse.text[end - 45 : end]
    )


def _next_start(parse: Parse, at: int) -> int:
    return next((m.start for m in parse.mentions if m.start >= at), at)


def _only(parse: Parse, match: re.Match[str]) -> None:
    """ "only two this year exceed it" and "did better only twice": third."""
    exceeds = re.search(r"exceed|beat|surpass|top|outdo", match.group(), re.IGNORECASE)
    better = re.search(
        r"did better|more|faster|higher|larger|bigger|heavier", parse.text[: match.start()], re.IGNORECASE
    )
    if not exceeds and not better and not match["count2"]:
        return
    count = match["count"] or match["count2"]
    times = {"once": 1.0, "twice": 2.0}.get(count.lower()) or number(count) or 1.0
    family = parse.words.topic(parse.text) or parse.before.family
    measure = STANDARD.get(family or "territory")
    window = next(
        (
            m
            for m in parse.mentions
            if m.kind in ("at", "war", "since")
            and m.period is not None
            and match.start() <= m.start < match.end()
            and m.period.days > 40
        ),
        None,
    )
    previous: Claim | None = next((c for c in reversed(parse.found) if c.frame in ("extreme", "level")), None)
    named = next(
        (
            m.period
            for m in parse.mentions
            if m.kind == "at" and m.period is not None and m.end <= match.start() and m.period.days < 40
        ),
        None,
    )
    period = (
        previous.period
        if previous is not None
        else named or _unless(window, period_of(parse, match.start(), match.end(), family or "territory"))
    )
    granularity = "night" if family == "strikes" else "month"
    parse.used.update(i for i, a in enumerate(parse.amounts) if match.start() <= a.start < match.end())
    parse.found.append(
        claim(
            parse,
            match.start(),
            match.end(),
            "rank",
            measure,
            value=times + 1,
            unit="rank",
            period=period,
            baseline=baseline_for(parse, window),
            dimensions={"direction": "max", "granularity": granularity},
            attribution=speaker(parse, match.start()),
            doubt="ambiguous_period" if period is None else None,
        )
    )


def _second(parse: Parse, match: re.Match[str]) -> None:
    """ "second only to March": the second of its kind, over a stretch that the text does not say."""
    first = next((m for m in parse.mentions if m.period is not None and m.start <= match.end() < m.end), None)
    family = family_of(parse, parse.text[: match.start()], parse.text)
    if first is None or family not in STANDARD:
        return
    parse.compared.add(first.start)
    named = [m.period for m in parse.mentions if m.kind == "at" and m.period is not None and m.end <= match.start()]
    period = named[-1] if named else period_of(parse, match.start(), first.end, family)
    night = family == "strikes" and (period is None or period.days == 1)
    parse.found.append(
        claim(
            parse,
            match.start(),
            first.end,
            "rank",
            measure_of(parse, family),
            value=2.0,
            unit="rank",
            period=period,
            dimensions={"direction": "max", "granularity": "night" if night else "month"},
            attribution=speaker(parse, match.start()),
            doubt="ambiguous_period" if period is None else None,
            inherited=True,
        )
    )


def _unless(window: Mention | None, period: Period | None) -> Period | None:
    """The period, unless it is the window in which the exceptions were counted."""
    return None if window is not None and window.period == period else period

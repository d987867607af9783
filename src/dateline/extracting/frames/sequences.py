"""Streaks, firsts and counts of exceptions: "third month in a row", "the first since", "only two exceed it"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting import dates
from dateline.extracting.locating import is_theirs
from dateline.extracting.numerals import number
from dateline.extracting.parse import Parse
from dateline.extracting.scope import claim, speaker
from dateline.extracting.timing import period_of
from dateline.extracting.windows import STANDARD, baseline_for, weapon_named
from dateline.languages import en
from dateline.records.claim import Baseline, Claim, Measure
from dateline.records.period import Period

_ORDINAL: Final = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_NOT_SINCE = re.compile(
    r"\b[Nn]ot (?P<since>since [^,;.]{3,40}?) (?:had|has|have|were|was|did)\b[^,;.]{0,30}?\b(?:bigger|larger|more"
    r"|higher|heavier|faster|greater|deadlier|worse)\b[^,;.]*"
)
_FIRST = re.compile(
    r"\b(?:for )?(?:the|their|its) first(?: (?:direct|face-to-face|such|time|talks|meeting|round|negotiations|in-person"
    r"|bilateral))*(?= since| in (?:over |more than |at least |about |nearly )?(?:\d+|two|three|four|five|six"
    r"|seven|several) (?:years|months|weeks))",
    re.IGNORECASE,
)
_STREAK = re.compile(
    rf"(?:for (?:the|a) )?(?P<nth>{_ORDINAL})(?: (?P<cons>consecutive|straight|successive))? (?P<unit>month|week"
    rf"|night|day|year)(?P<row> in a row| running| in succession)?"
    r"|(?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<cons2>consecutive|straight"
    r"|successive) (?P<unit2>month|week|night|day|year)s"
    r"|(?P<count3>\d+|two|three|four|five|six|seven|eight|nine|ten) (?P<unit3>month|week|night|day"
    r"|year)s (?P<row3>in a row|running|in succession)",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\bonly (?P<count>once|twice|two|three|four|five|one)(?: (?:this year|last year|before|other \w+|raids?"
    r"|attacks?|nights?|months?))*(?: (?:exceed|beat|surpass|top|outdo)\w*(?: it| that)?)?",
    re.IGNORECASE,
)
_UP_WORDS: Final = re.compile(
    r"gather(?:ed|ing) speed|accelerat|speed(?:ed|ing) up|rose|rise|rising|grew|grow|increas|gain(?:ed|ing) pace"
    r"|climb|higher|faster|quicken|picked up",
    re.IGNORECASE,
)
_DOWN_WORDS: Final = re.compile(
    r"slow(?:ed|ing|s)|fell|fall(?:ing|en)?|declin|decreas|drop|shrank|lower|eased|wan(?:ed|ing)", re.IGNORECASE
)


#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "not since|first|in a row|running|succession|consecutive|straight|successive|only"


def find(parse: Parse) -> None:
    """Adds claims of order in time: not since, in a row, the first since, only two."""
    for match in _NOT_SINCE.finditer(parse.text):
        _since_negated(parse, match)
    for match in _STREAK.finditer(parse.text):
        _streak(parse, match)
    for match in _FIRST.finditer(parse.text):
        _first(parse, match)
    for match in _ONLY.finditer(parse.text):
        _only(parse, match)


def _since_negated(parse: Parse, match: re.Match[str]) -> None:
    since = next(
        (m for m in parse.mentions if m.kind == "since" and m.start >= match.start() and m.end <= match.end()), None
    )
    family = parse.words.topic(match.group()) or parse.before.family
    if since is None or since.anchor is None or family not in ("territory", "strikes", "casualties"):
        return
    measure: Measure = {
        "territory": "territory.net_change",
        "strikes": "strikes.launched",
        "casualties": "casualties.killed",
    }[family]  # type: ignore[assignment]
    granularity = "night" if family == "strikes" else "month"
    period = parse.before.periods.get(family) or (
        Period.of_day(parse.ref, "night") if family == "strikes" else dates.shifted_month(parse.ref, 0)
    )
    parse.found.append(
        claim(
            parse,
            match.start(),
            match.end(),
            "extreme",
            measure,
            period=period,
            baseline=Baseline("since", since.anchor, match["since"]),
            dimensions={"direction": "max", "granularity": granularity, **(weapon_named(parse, parse.text) or {})},
            attribution=speaker(parse, match.start()),
        )
    )


def _streak(parse: Parse, match: re.Match[str]) -> None:
    unit = (match["unit"] or match["unit2"] or match["unit3"]).lower()
    if match["nth"] and not (match["cons"] or match["row"]):
        return
    value = float(en.ORDINALS[match["nth"].lower()]) if match["nth"] else number(match["count"] or match["count3"])
    clause = parse.clause(match.start())
    near = parse.text[clause[0] : clause[1]]
    family = parse.words.topic(near) or parse.words.topic(parse.text) or parse.before.family
    measure = STANDARD.get(family or "")
    behind = parse.text[match.end() : match.end() + 60]
    threshold = any(a.start >= match.end() and a.start - match.end() < 60 for a in parse.amounts) and re.match(
        r" (?:with|of|above|over|in which|when|that)\b", behind
    )
    near = parse.text[max(clause[0], match.start() - 34) : match.start()] if _near_verb(parse, match) else near
    direction = "up" if _UP_WORDS.search(near) else "down" if _DOWN_WORDS.search(near) else "present"
    period = period_of(parse, match.start(), match.end(), family or "")
    if period is not None and unit == "month" and period.granularity not in ("month", "span"):
        period = None  # which of the year's months the streak ends on is not said
    if period is not None and period.granularity == "month" and period.last == parse.ref and period.days < 25:
        period = None  # a month just begun ends no streak of months
    parse.used.update(i for i, a in enumerate(parse.amounts) if match.start() <= a.start < match.end())
    parse.found.append(
        claim(
            parse,
            match.start(),
            match.end(),
            "streak",
            measure if not is_theirs(parse, match.start(), match.end()) else None,
            value=value,
            unit=f"{unit}s",
            period=period,
            dimensions={"direction": direction, "granularity": unit},
            attribution=speaker(parse, match.start()),
            doubt="undefined_term" if threshold else "ambiguous_period" if measure and period is None else None,
            doubt_detail="a streak above a threshold, which is not tested" if threshold else "",
        )
    )


def _near_verb(parse: Parse, match: re.Match[str]) -> bool:
    """Whether the verb of the streak stands right before it ("after falling for three months in a row")."""
    behind = parse.text[max(0, match.start() - 34) : match.start()]
    return bool(_UP_WORDS.search(behind)) != bool(_DOWN_WORDS.search(behind))


def _first(parse: Parse, match: re.Match[str]) -> None:
    since = next(
        (m for m in parse.mentions if m.kind == "since" and m.start >= match.end() - 1 and m.start - match.end() < 4),
        None,
    )
    spell = re.match(
        r" in (?:over |more than |at least |about |nearly )?(\w+) (year|month|week)s(?: or more)?",
        parse.text[match.end() :],
    )
    end = since.end if since is not None else match.end() + (spell.end() if spell else 0)
    talks = re.search(r"\btalks|negotiation|meeting", parse.text, re.IGNORECASE) is not None and not re.search(
        r"\bground|territor|land\b", parse.text[: match.start()]
    )
    baseline = None
    if since is not None:
        parse.compared.add(since.start)
    if since is not None and since.anchor is not None:
        baseline = Baseline("since", since.anchor, parse.text[since.start : since.end])
    elif spell is not None and (count := number(spell[1])) is not None:
        baseline = Baseline("window", dates.rolling(parse.ref, int(count), spell[2]), spell.group().strip())
    family = None if talks else parse.words.topic(parse.text[: match.start()])
    loses = family == "territory" and re.search(r"\blos(?:t|ing|s|e)\b", parse.text[: match.start()]) is not None
    measure: Measure | None = "talks.meetings" if talks else "territory.net_change" if loses else None
    dimensions = {"direct": "true"} if talks and re.search(r"\bdirect|face-to-face", parse.text) else {}
    named = [
        m.period
        for m in parse.mentions
        if m.kind == "at" and m.period is not None and m.end <= match.start() and not m.speech
    ]
    period = named[-1] if named else dates.shifted_month(parse.ref, 0 if parse.ref.day >= 10 else -1)
    parse.used.update(i for i, a in enumerate(parse.amounts) if match.start() <= a.start < end)
    parse.found.append(
        claim(
            parse,
            match.start(),
            end,
            "first_since",
            measure,
            # A loss of ground is a net change below nought.
            value=0.0 if loses else None,
            unit="km2" if loses else None,
            comparator="lt" if loses else "eq",
            period=period,
            baseline=baseline,
            dimensions=dimensions,
            attribution=speaker(parse, match.start()),
        )
    )


def _only(parse: Parse, match: re.Match[str]) -> None:
    """ "only two this year exceed it" and "did better only twice": third."""
    exceeds = re.search(r"exceed|beat|surpass|top|outdo", match.group(), re.IGNORECASE)
    better = re.search(
        r"did better|more|faster|higher|larger|bigger|heavier", parse.text[: match.start()], re.IGNORECASE
    )
    if not exceeds and not better:
        return
    times = {"once": 1.0, "twice": 2.0}.get(match["count"].lower()) or number(match["count"]) or 1.0
    family = parse.words.topic(parse.text) or parse.before.family
    measure = STANDARD.get(family or "territory")
    window = next(
        (
            m
            for m in parse.mentions
            if m.kind in ("at", "war")
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
        else named or period_of(parse, match.start(), match.end(), family or "territory")
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
        )
    )

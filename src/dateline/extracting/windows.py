"""What a superlative, a rank or a first is measured against: its window, its weapons."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting import dates
from dateline.extracting.numerals import number
from dateline.extracting.parse import Parse
from dateline.extracting.periods import Mention
from dateline.languages import en
from dateline.records.claim import Baseline, Measure
from dateline.records.period import Period

#: The measure that a record, a streak or a rank is of, where the text says no more than what it is about.
STANDARD: Final[dict[str, Measure]] = {
    "territory": "territory.net_change",
    "strikes": "strikes.launched",
    "casualties": "casualties.killed",
}


def weapon_named(parse: Parse, text: str) -> dict[str, str] | None:
    """The weapon filter of a stretch of text: None where it names no weapon, {} where it names several families."""
    ids = parse.words.weapons_named(text)
    if not ids:
        return None
    common = parse.words.common_weapon(ids, joined=True)
    return {"weapon": common} if common else {}


def window_after(parse: Parse, at: int) -> Mention | None:
    """The stretch in which the extreme was sought: the first "since", "of the war", "this year" right behind it."""
    if (spell := _spell(parse, at)) is not None:
        return spell
    for mention in parse.mentions:
        gap = parse.text[at : mention.start] if mention.start >= at - 1 else None
        if gap is None or mention.period is None or len(gap) > 60:
            continue
        if mention.kind in ("since", "war") and not re.search(r"[.;]", gap):
            return mention
        long = mention.kind == "at" and (
            mention.period.granularity in ("year", "half", "season", "quarter") or mention.period.days > 40
        )
        if long and re.fullmatch(
            r"(?:\s*,?\s*(?:seen|so far|recorded|launched|made|of|in|for|during|the|all|on record|carried out"
            r"|to date|month|week|day|night|single)?)*\s*",
            gap,
        ):
            return mention
        if gap.strip(" ,") and mention.kind == "at":
            return None
    before = [
        m
        for m in parse.mentions
        if m.kind == "war" and m.end <= at and re.search(r"['’]s$", parse.text[m.start : m.end])
    ]
    return before[-1] if before else None


_SPELL: Final = re.compile(
    r" (?:seen |recorded |launched )?in (?:more than |over |almost |nearly |at least |about )?(?P<count>an?|\d+"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve)"
    r" (?P<unit>year|month|week)s?(?: or more)?(?!\w)"
)


def _spell(parse: Parse, at: int) -> Mention | None:
    """ "the biggest gain in more than a year": the stretch back from the report."""
    match = _SPELL.match(parse.text, at)
    if match is None:
        return None
    count = 1 if match["count"] in ("a", "an") else int(number(match["count"]) or 1)
    return Mention(match.start() + 1, match.end(), "at", dates.rolling(parse.ref, count, match["unit"]))


def baseline_for(parse: Parse, window: Mention | None) -> Baseline | None:
    """The window in which an extreme was sought: the whole war where the text names none, None where nobody knows when
    that began."""
    if window is None or window.period is None:
        start = parse.words.theatre.war_start
        if start is None:
            return None
        return Baseline("window", Period(start, max(parse.ref, start) + dates.DAY), "of the war")
    label = parse.text[window.start : window.end]
    if window.kind == "since" and window.anchor is not None:
        return Baseline("since", window.anchor, label)
    return Baseline("window", window.period, label)


def is_elsewhere(parse: Parse) -> bool:
    return parse.words.elsewhere.search(parse.text) is not None and parse.words.defender.search(parse.text) is None


def until_then(baseline: Baseline | None, window: Mention | None, period: Period | None) -> Baseline | None:
    """ "Friday's record salvo" was the record on that Friday: without a window of its own, it was one till then."""
    if baseline is None or window is not None or period is None or period.stop <= baseline.period.start:
        return baseline
    return Baseline("window", Period(baseline.period.start, min(baseline.period.stop, period.stop)), baseline.label)


def about_ground(parse: Parse) -> bool:
    """Whether a "gain" or a "pace" is of ground: a side, a front or an area is named here, or the talk is of it."""
    if re.search(rf"\b(?:{en.ECONOMY})\b", parse.text, re.IGNORECASE):
        return False
    named = parse.words.attacker.search(parse.text) or parse.words.defender.search(parse.text)
    ground = re.search(r"\b(?:territor\w+|square|front|land|ground|km2|advanc\w+)\b", parse.text, re.IGNORECASE)
    return bool(named or ground or parse.before.family == "territory")

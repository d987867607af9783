"""Whether a sentence leaves open when or where its figure holds: such a figure may be confirmed, and is never refuted.

A sentence that names one date and no place but the country's is plain. Where it names several, the words that tie one
of them to the figure decide; where nothing does, the nearest was chosen, and the nearest can be wrong.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.comparands import is_baseline
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.placing.mention import PlaceMention
from dateline.records.claim import Baseline, Frame
from dateline.records.period import Period
from dateline.records.place import Place

#: Frames whose figure holds at a place and a time.
_PLACED: Final = frozenset({"level", "rate", "part_of", "share", "change", "ratio", "extreme", "rank", "streak"})
_BESIDE: Final = re.compile(r"[\s,(]*(?:(?:in|on|over|during|for|of|by|at|as of|throughout|since)\s)?(?:the\s)?")
#: "10 of that day's drones": of all that came that day, whatever places the sentence goes on to name.
_ALL_OF_IT: Final = re.compile(
    r"\b(?:that|this|the|last) (?:day|night|week|month)['’]s (?:drones|missiles|weapons|total)\b"
)
#: Where weapons come from, who speaks and what is left out say nothing of where a figure holds.
_OTHERWISE: Final = re.compile(
    r"\b(?:from|by|of|near|excluding|except|outside|than|called|via|through) (?:the )?(?:\w+ )?$", re.IGNORECASE
)


def left_open(parse: Parse, start: int, end: int, frame: Frame, period: Period | None, place: Place | None) -> bool:
    """Whether another date or place of the sentence may be the one of the figure at `text[start:end]`."""
    if frame not in _PLACED:
        return False
    if _dated_twice(parse, start, end, period) or _time_unread(parse, start, period):
        return True
    if _ALL_OF_IT.search(parse.text, start, end) is None and _placed_elsewhere(parse, start, end, place):
        return True
    return _placed_twice(parse, start, end, frame, place)


def year_guessed(parse: Parse, period: Period | None, baseline: Baseline | None) -> bool:
    """Whether the year of the figure's date, or of what it is compared with, stands at another date of the text."""
    used = {period, baseline.period if baseline is not None else None} - {None}
    return any(m.guessed and {m.period, m.anchor} & used for m in parse.mentions)


def _dated_twice(parse: Parse, start: int, end: int, period: Period | None) -> bool:
    if period is None:
        return False
    named = [
        m
        for m in parse.mentions
        if m.kind in ("at", "since") and m.period is not None and not m.speech and not is_baseline(parse, m)
    ]
    clause = parse.clause(start)
    inside = [m for m in named if clause[0] <= m.start < clause[1]]
    # A clause without a date goes on about the one before it ("November, with 270, was ..., while December's 94").
    near = inside or [m for m in named if m.end <= start] or named
    choices = {m.anchor or m.period for m in near} | {m.period for m in near}
    if len({m.period for m in near}) <= 1 or period not in choices:
        return False
    return not any(
        period in (m.period, m.anchor)
        and (
            (end <= m.start and _BESIDE.fullmatch(parse.text[end : m.start]))
            or (m.end <= start and _BESIDE.fullmatch(parse.text[m.end : start]))
        )
        for m in named
    )


#: "On the first night of the new month", "in the two weeks that followed": a time that no rule reads. What merely tells
#: how long, how often or of which age names none.
_TIME: Final = when_asked(
    r"\b(?:on|in|during|over|throughout|by|at|until|for|within) (?:(?:the|that|this|those|these|its|their|one|an?) )?"
    r"(?:(?!average|typical|single|any|every|each|total|all)[\w-]+ ){0,3}?"
    r"(?:night|day|week|weekend|month|quarter|year|season|morning|evening|half|decade)s?\b(?! (?:on|of) average)"
    r"|\b(?:then|earlier|previously|later|afterwards|subsequently|beforehand|back then)\b",
    re.IGNORECASE,
)


def _time_unread(parse: Parse, start: int, period: Period | None) -> bool:
    """Whether the clause has words for a time that nothing read, where the figure's own was told by another sentence:
    it is most likely of the time that those words mean."""
    if period is None or any(period in (m.period, m.anchor) for m in parse.mentions):
        return False
    if any(m.kind in ("shift", "that") for m in parse.mentions):
        return False  # the words that the time was reckoned from
    a, b = parse.clause(start)
    read = [(m.start, m.end) for m in parse.mentions]
    return any(
        not any(s < match.end() and match.start() < e for s, e in read) for match in _TIME.finditer(parse.text, a, b)
    )


def _placed_elsewhere(parse: Parse, start: int, end: int, place: Place | None) -> bool:
    if place is not None and place.level != "country":
        return False
    return any(_may_hold(parse, m) for m in parse.places if not start <= m.start < end)


def _placed_twice(parse: Parse, start: int, end: int, frame: Frame, place: Place | None) -> bool:
    """Whether the sentence names two regions: what is compared may then be the two, and not two periods of one; and a
    figure is of the one before it, or of one behind it that no comma parts from it."""
    named = [(m, _regions(m)) for m in parse.places if _regions(m)]
    if len({min(ids) for _, ids in named}) < 2:
        return False
    if frame in ("change", "ratio"):
        return True
    if place is None or place.level != "region":
        return False
    last = next((ids for m, ids in reversed(named) if m.end <= start), frozenset())
    behind = next(((m, ids) for m, ids in named if m.start >= end), None)
    joined = behind is not None and place.id in behind[1] and "," not in parse.text[end : behind[0].start]
    return not (joined or place.id in last or any(start <= m.start < end for m, _ in named))


def _regions(mention: PlaceMention) -> frozenset[str]:
    return frozenset(p.id for p in (mention.place, *mention.rivals) if p.level == "region")


def _may_hold(parse: Parse, mention: PlaceMention) -> bool:
    regional = mention.place.level == "region" or any(r.level == "region" for r in mention.rivals)
    own = mention.located and (regional or mention.place.level == "settlement")
    return own and _OTHERWISE.search(parse.text[: mention.start]) is None

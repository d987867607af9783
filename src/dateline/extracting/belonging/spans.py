"""The time of a claim that has none of its own, by the claim that it is said of: a record set behind its figure, and
the nights of a streak for what did not happen in them.

A time found so is a guess of the reader's: the claim may hold by it and is never refuted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Claim

#: "429 were killed, or 31 a day, the heaviest losses since": what is ranked is what was counted right before.
_RANKED: Final = when_asked(r"[^;]{0,80}, (?:(?:and|in|which was|making it|itself|by far|among) )*$")
_FIGURES: Final = frozenset({"level", "rate", "part_of"})
_NIGHTS: Final = frozenset({"nights", "days"})


def settle_times(parse: Parse) -> None:
    """Gives a period to the claims of the sentence that take it from another."""
    for at, found in enumerate(parse.found):
        if found.frame in ("extreme", "rank") and found.period is None:
            source = _ranked(parse, found)
        elif found.frame in ("level", "rate") and found.measure == "strikes.launched":
            source = _lasting(parse, found)
        else:
            continue
        if source is not None:
            parse.found[at] = replace(found, period=source.period, inherited=True)


def _ranked(parse: Parse, record: Claim) -> Claim | None:
    """The figure that the record is said of, where it stands right before and has a time."""
    before = [c for c in parse.found if c.frame in _FIGURES and c.quote.end <= record.quote.start]
    last = max(before, key=lambda c: c.quote.start, default=None)
    if last is None or last.period is None or last.frame == "part_of":
        return None
    base = parse.sentence.start
    between = parse.text[last.quote.end - base : record.quote.start - base]
    return last if _RANKED.fullmatch(between) is not None else None


def _lasting(parse: Parse, found: Claim) -> Claim | None:
    """The streak of nights that a count of none, or a mean a night, is told of: "for the fourth night in a row not one
    missile came, but 110 drones a night did"."""
    mean = found.frame == "rate" and (found.unit or "").endswith(("/night", "/day"))
    if not (found.value == 0.0 or mean) or found.period is None or found.period.days > 1:
        return None
    streaks = (c for c in parse.found if c.frame == "streak" and c.unit in _NIGHTS and c.period is not None)
    streak = next((c for c in streaks if c.quote.end <= found.quote.start), None)
    ends = streak is not None and streak.period is not None and streak.period.last == found.period.last
    between = (
        parse.text[streak.quote.end - parse.sentence.start : found.quote.start - parse.sentence.start] if streak else ""
    )
    return streak if ends and re.search(r";|\bwhereas\b", between) is None else None

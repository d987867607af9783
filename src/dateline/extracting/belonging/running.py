"""Counts that run on: to the report's day, or to the day on which somebody gave them."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention
from dateline.languages import en
from dateline.records.period import Period

#: A day of speech this many days before the report still tells what stood on the report's day.
_FRESH: Final = 3
_SAID_BEHIND: Final = when_asked(rf",? (?:(?!and |but |when |after |before )[\w'’-]+ ){{1,6}}?(?:{en.SPEECH})\b")
_SAID_BEFORE: Final = when_asked(
    rf"\b(?:{en.SPEECH}|[Ss]peaking|[Aa]ddressing)(?: [\w'’-]+){{0,3}} (?:in|on) (?:early |mid-|late )?$"
)
_OPENING: Final = re.compile(r"(?:^|[;,] )(?:(?:[Ii]n|[Oo]n|Back in|As early as|Already in) )?(?:early |mid-|late )?$")


def till_said(parse: Parse, start: int, period: Period) -> Period | None:
    """The period of the figure at `start`: what runs on to the report ran on to the day on which it was said, as in
    "on 1 May he said that 900 had come this year". None where that is no single day ("said in October")."""
    if period.last != parse.ref or period.days <= _FRESH:
        return period
    told = [m for m in parse.mentions if m.kind == "at" and m.period is not None and m.period != period]
    told = [m for m in told if ";" not in parse.text[slice(*sorted((m.start, start)))]]
    days = [m.period for m in told if m.period is not None and (m.speech or _told_then(parse, m))]
    if not days or days[0].start < period.start or (parse.ref - days[0].last).days <= _FRESH:
        return period
    return Period(period.start, days[0].stop, "span") if days[0].days == 1 else None


def _told_then(parse: Parse, mention: Mention) -> bool:
    """Whether the date is that of words that were said: "in October he said that", "speaking on 1 May"."""
    before = parse.text[: mention.start]
    behind = _OPENING.search(before) is not None and _SAID_BEHIND.match(parse.text, mention.end) is not None
    return behind or _SAID_BEFORE.search(before) is not None

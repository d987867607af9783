"""Times told by another: "a day earlier", "the same period of 2024", and how far such words reach."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.periods import Mention, dates
from dateline.records.period import Period


def shift_of(parse: Parse, start: int, plain: list[Mention]) -> Mention | None:
    """The words before the figure at `start` that move a time told before, in its clause or opening its sentence;
    `plain` are the dates of the sentence."""
    clause = parse.clause(start)
    shifts = (m for m in parse.mentions if m.kind == "shift" and m.start < start and not compares(parse, m))
    return next((m for m in shifts if clause[0] <= m.start or opens(parse, m, start, plain)), None)


def names_no_day(shift: Mention, known: Period) -> bool:
    """Whether "two months before that" is told of a night: of which night it then is, is not said."""
    return known.days < _DAYS and shift.unit not in _DAILY


_STRETCH: Final = re.compile(r"\b(?:period|stretch|time|span|point)\b", re.IGNORECASE)


def years_back(parse: Parse, shift: Mention, period: Period, count: int) -> Period:
    """The same days of an earlier year; of "so far this year" as many of that year's, where "the same period" is
    what is named, and not "the same month"."""
    running = period.last == parse.ref and _STRETCH.search(parse.text[shift.start : shift.end]) is not None
    return dates.back(Period(period.start, period.stop) if running else period, "year", count)


#: "Same period of 2024: 1,979 killed; 8,616 injured": what opens the sentence dates every clause of it.
_OPENS: Final = re.compile(
    r"(?:[-*•–—] |\W)?(?:And |But |[A-Za-z ]{3,14}: )?(?:(?:In|On|During|Over|For|Through|Throughout) )?(?:the )?",
    re.IGNORECASE,
)


_CONTRASTS: Final = re.compile(
    r"[,;:—–] ?(?:while|whereas|but|though|although|yet|then|after|before|when|compared|against|versus"
    r"|(?:up|down) from)\b"
)


def opens(parse: Parse, mention: Mention, start: int, plain: list[Mention]) -> bool:
    """ "The day before, 124 were launched, of which 102 were shot down": the words that open a sentence date all of it
    that names no other time and sets nothing against it."""
    opening = _OPENS.fullmatch(parse.text[: mention.start]) is not None
    return opening and not plain and _CONTRASTS.search(parse.text[mention.end : start]) is None


def in_comparison(parse: Parse, match: re.Match[str]) -> bool:
    """ "468 were taken, 23 percent less than a month earlier": when the other was, and not these."""
    shifts = (m for m in parse.mentions if m.kind == "shift" and m.start < match.end() and match.start() < m.end)
    return any(parse.text[: m.start].endswith((" than ", " than in ")) for m in shifts)


def moved(parse: Parse, shift: Mention, known: Period) -> Period | None:
    """What "a day earlier" and "the same period of 2024" mean of what is known: of what has run since the war began
    the last day, or the same up to a year before."""
    if shift.anchor is not None:
        years = known.start.year - shift.anchor.start.year
        return years_back(parse, shift, known, years) if years > 0 else None
    if known.days <= _SPANS.get(shift.unit, known.days):
        return dates.back(known, shift.unit, shift.count)
    if known.start != parse.words.theatre.war_start or shift.unit not in ("day", "night"):
        return None
    return dates.back(Period.of_day(known.last), shift.unit, shift.count)


#: Of so short a stretch "a month earlier" and "a year earlier" name no day.
_DAYS: Final = 4
_DAILY: Final = ("day", "night", "week")
#: Days that a stretch may have of which "a day earlier", "a month earlier" says which one came before.
_SPANS: Final = {"day": 7, "night": 7, "week": 31, "month": 366}


def compares(parse: Parse, mention: Mention) -> bool:
    return (
        re.search(r"\b(?:than|as|from|against|with|to|over|on)(?: in| on)?(?: the)? $", parse.text[: mention.start])
        is not None
    )


#: "6,583 drones beat that of a year earlier", "the tally of the month before": another figure is of then.
_ANOTHER_S: Final = re.compile(
    r"\b(?:that|those|what|the (?!same\b|corresponding\b|equivalent\b|like\b)(?:[\w-]+ ){1,4}?)"
    r"(?: ?(?:recorded|seen|launched))? ?(?:of|in|on|during|for|from)(?: the)? ?$"
)


def shifted(parse: Parse, mention: Mention, end: int, stop: int) -> Period | None:
    """The period, moved where "in the same month a year before" follows the figure."""
    for shift in parse.mentions:
        if shift.kind == "shift" and end <= shift.start < stop and mention.period is not None and shift.anchor is None:
            before = parse.text[end : shift.start]
            if re.search(r"\b(?:in|on|during|of)(?: the)? ?$", before) and not re.search(
                r"\b(?:than|as|against|compared|from|twice|double|triple|times|half|after|following|each|every"
                r"|before)\b|^(?: more)? (?:the|that|those) ",
                before,
            ):
                if _ANOTHER_S.search(before):
                    continue
                return dates.back(mention.period, shift.unit, shift.count)
    return mention.period

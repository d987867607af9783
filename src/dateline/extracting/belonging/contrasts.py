"""Figures set against each other: which of two periods each is of.

"From 102 to 18 between March and April", "more in May than in April, 740 against 610".
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention, dates
from dateline.languages import en
from dateline.records.claim import Claim
from dateline.records.period import Period

_TWO_ENDS: Final = when_asked(r"(?:between|from) .+ (?:and|to) .+", re.IGNORECASE)
_MONTHS: Final = when_asked(
    rf"\b(?:{'|'.join(sorted(map(re.escape, en.MONTHS), key=len, reverse=True))})\b\.?", re.IGNORECASE
)
_MOVES: Final = when_asked(
    r"\b(?:rose|ris(?:en|es|e|ing)|fell|fall(?:en|s|ing)?|gr(?:ew|own|ows?|owing|owth)|climb\w*|jump\w*|soar\w*"
    r"|surg\w*|increas\w*|doubl\w*|tripl\w*|trebl\w*|quadrupl\w*|halv\w*|drop\w*|declin\w*|decreas\w*|slipp?\w*"
    r"|slid\w*|s[au]nk|shr[aiu]nk\w*|plung\w*|slump\w*|went|slow\w*|swell\w*|swollen|leap\w*|leapt|tumbl\w*|\w+fold)\b",
    re.IGNORECASE,
)
_FROM: Final = when_asked(r"\bfrom (?:(?:just|only|a|some|about) )*$")
_TO: Final = when_asked(r"\bto (?:(?:just|only|a|some|about) )*$")
_VERSUS: Final = when_asked(r" (?:people |dead |drones |missiles )?(?:against|versus|vs\.?|compared (?:with|to)) ")


def ends_of(parse: Parse, mention: Mention) -> tuple[Period, Period] | None:
    """The first and the last month or year of a stretch named by its two ends ("between March and April")."""
    period, text = mention.period, parse.text[mention.start : mention.end]
    if period is None or not _TWO_ENDS.fullmatch(text) or period.start.day != 1:
        return None
    first, last = period.start, period.last
    if len(_MONTHS.findall(text)) == 2 and (first.year, first.month) != (last.year, last.month):
        return month_of(first), month_of(last)
    years = re.findall(r"\b(?:19|20)\d\d\b", text)
    if len(years) == 2 and not _MONTHS.search(text) and first.year < last.year:
        return dates.year(first.year, parse.ref), dates.year(last.year, parse.ref)
    return None


def month_of(day: date) -> Period:
    """The calendar month that holds `day`."""
    start = day.replace(day=1)
    return Period(start, (start + timedelta(days=32)).replace(day=1), "month")


def moved_between(parse: Parse, start: int) -> tuple[Period, Period] | None:
    """The two periods between which the clause at `start` says that something moved."""
    clause = parse.clause(start)
    if _MOVES.search(parse.text, *clause) is None:
        return None
    named = [m for m in parse.mentions if clause[0] <= m.start < clause[1] and m.kind == "at" and not m.speech]
    found = [ends for m in named if (ends := ends_of(parse, m)) is not None]
    return found[0] if len(found) == 1 else None


def own_end(parse: Parse, start: int) -> Period | None:
    """Of a figure behind "from" or "to" in a clause that names both ends: the end that it is of."""
    ends = moved_between(parse, start)
    if ends is None:
        return None
    before = parse.text[:start]
    return ends[0] if _FROM.search(before) else ends[1] if _TO.search(before) else None


def set_against(parse: Parse, index: int) -> tuple[Claim, Period] | None:
    """For "740 against 610" behind a comparison of two periods: the comparison, and the period that the figure at
    `index` is of."""
    for first, second in ((index, index + 1), (index - 1, index)):
        if first < 0 or second >= len(parse.amounts):
            continue
        one, two = parse.amounts[first], parse.amounts[second]
        if not _VERSUS.fullmatch(parse.text[one.end : two.start]) or _own_time(parse, two.end):
            continue
        compared = _compared(parse, one.start)
        if compared is not None and compared.period is not None and compared.baseline is not None:
            return compared, compared.period if index == first else compared.baseline.period
    return None


def _own_time(parse: Parse, end: int) -> bool:
    return any(end <= m.start < end + 10 for m in parse.mentions)


def _compared(parse: Parse, at: int) -> Claim | None:
    """The comparison that stands right before the pair."""
    base = parse.sentence.start
    told = [c for c in parse.found if c.frame in ("change", "ratio") and c.quote.start - base < at]
    return told[-1] if told and ";" not in parse.text[told[-1].quote.start - base : at] else None

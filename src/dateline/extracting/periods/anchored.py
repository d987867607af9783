"""Months, quarters and halves whose year the sentence says elsewhere: "726 in November 2024, after 503 in October",
"from 388 in December 2024 to 332 in January", "in 2025 ... in the first half".
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import dates
from dateline.extracting.periods.mention import Mention
from dateline.extracting.periods.words import MONTH
from dateline.records.period import Period

#: Months, on the calendar, between a date with its year and one without that goes on from it.
_NEAR: Final = 3
_NEAR_PARTS: Final = 6
#: So near, "after 503 in October" is of no other year.
_NEXT: Final = 2

#: Days of what is a part of a year and no year.
_SHORT: Final = 300

_PART: Final = r"(?:half|quarter|spring|summer|autumn|fall|winter)s?\b"
_NAMED: Final = when_asked(rf"\b(?:{MONTH})|\b{_PART}|\b(?:first|last|final|second) (?:\w+ )?months\b", re.IGNORECASE)
_YEARED: Final = when_asked(
    r"(?:19|20)\d\d|\d[./]\d|\b(?:(?:this|last|next|past|coming|current|same) (?:past )?"
    rf"(?:{MONTH}|{_PART}|(?:calendar )?(?:year|month))|(?:the )?(?:previous|preceding|following|fiscal) )",
    re.IGNORECASE,
)
_YEAR: Final = when_asked(r"(?:(?:19|20)\d\d|(?:last|this) year|the year before last)", re.IGNORECASE)
#: A date behind these is compared with: it tells no year of what the sentence is about.
_COMPARED: Final = when_asked(
    r"\b(?:than|as (?:in|on|during)|compared (?:with|to)|against|versus|vs\.?|unlike|since|until|before|record|peak"
    r"|high|low|annexed|(?:war|invasion|conflict|offensive|incursion|hostilities)(?: \w+){0,3} (?:began|started"
    r"|launched)"
    r"|(?:exceed|surpass|outnumber|outpac|outdo|topp|beat)\w*)\b[^,;:.—–]{0,60}$",
    re.IGNORECASE,
)
#: What these words bring in was before what the sentence is about.
_EARLIER: Final = when_asked(
    r"\b(?:than|compared (?:with|to)|against|versus|vs\.?|from|after|(?<!the )following|since)\b"
    r"(?:(?! to )[^,;:.—–]){0,60}$",
    re.IGNORECASE,
)
#: "the most since March": the window in which a record was sought ends with what is one.
_SOUGHT: Final = when_asked(
    r"\b(?:\w{2,}est|most|least|worst|best|record|first|(?:more|fewer|less) than (?:in )?any)\b", re.IGNORECASE
)
_DATING: Final = ("at", "since", "within")


def anchored(
    found: list[Mention], text: str, ref: dt.date, before: Period | None = None, goes_on: bool = True
) -> list[Mention]:
    """`found` with the year of each bare month or part of a year taken from the dates beside it, where they tell one;
    `before` is what the sentence before was of, and `goes_on` whether its year is taken. What may be of another year
    than was taken is marked `guessed`."""
    read = list(found)
    settled = [n for n, m in enumerate(read) if _tells(m, text)]
    for n, mention in enumerate(read):
        if not _bare(mention, text):
            continue
        behind = max((k for k in settled if k < n), default=None)
        ahead = min((k for k in settled if k > n), default=None)
        if (back := _years_before(read[:n], text)) is not None:
            read[n] = _as_long_before(mention, back, before, ref)
        elif behind is not None:
            read[n] = _beside(mention, read[behind], text, ref)
        elif ahead is not None and _goes_with(mention, read[ahead], text):
            read[n] = _beside(mention, read[ahead], text, ref)
        else:
            read[n] = _in_its_year(mention, read[:n], text, before, goes_on, ref)
        if behind is not None or read[n] is not mention:
            settled.append(n)
    read = _with_ordinals(_year_before(read, text), text)
    return _days_alone(_same_days(read, text, before), text, before, ref)


def _year_before(read: list[Mention], text: str) -> list[Mention]:
    """ "In January it was 757; in the January before, 738": the one of the year before the last of that name."""
    for n, mention in enumerate(read):
        named = _bare(mention, text) and text[: mention.start].endswith("the ")
        own = mention.period
        if not named or own is None or _BEFORE_IT.match(text, mention.end) is None:
            continue
        told = [m.period for m in read[:n] if m.kind == "at" and m.period is not None]
        same = [p for p in told if p.start.month == own.start.month and p.granularity == own.granularity]
        read[n] = _moved(mention, dates.back(same[-1], "year"), False) if same else _guessed(mention)
    return read


_BEFORE_IT: Final = re.compile(r" (?:before|previous|prior)(?= ?[,.;:)]|$| it\b| (?:\d|was|had|there)\b)")


def _bare(mention: Mention, text: str) -> bool:
    words = text[mention.start : mention.end]
    dated, period = mention.kind in _DATING, _anchor(mention)
    short = period is not None and period.days < _SHORT
    return dated and short and bool(_NAMED.search(words)) and not _YEARED.search(words)


def _anchor(mention: Mention) -> Period | None:
    return mention.anchor if mention.kind == "since" else mention.period


def _tells(mention: Mention, text: str) -> bool:
    """Whether it is a month or a part of a year, with its year."""
    words, period = text[mention.start : mention.end], _anchor(mention)
    dated = mention.kind == "at" and period is not None and period.granularity != "year" and period.days < _SHORT
    return dated and not mention.speech and bool(_NAMED.search(words)) and bool(_YEARED.search(words))


def _goes_with(mention: Mention, told: Mention, text: str) -> bool:
    """Whether a later date tells the year of an earlier one: by its number, and not as what is compared with."""
    own, other = _anchor(mention), _anchor(told)
    if own is None or other is None or own.start.month == other.start.month:
        return False
    said = re.search(r"\d{4}", text[told.start : told.end]) is not None
    return said and _COMPARED.search(text[: told.start]) is None


def _months(period: Period) -> int:
    return period.start.year * 12 + period.start.month


def _beside(mention: Mention, told: Mention, text: str, ref: dt.date) -> Mention:
    """Of the year in which it lies nearest to the date that has one; of what that is compared with, the last before."""
    own, other = _anchor(mention), _anchor(told)
    if own is None or other is None:
        return mention
    between = text[told.end : mention.start] if told.end <= mention.start else text[: mention.start]
    if told.end <= mention.start and _COMPARED.search(text[: told.start]) and not re.search(r"\bto\b", between):
        return _guessed(mention) if _months(own) - _months(other) > _NEAR else mention
    if mention.kind == "since" and not _SOUGHT.search(between):
        return mention  # what runs on to the report began in the last month of that name
    earlier = mention.kind == "since" or _EARLIER.search(between) is not None
    near = _nearest(own, other, earlier and own.start.month != other.start.month)
    if near.start > ref or near.start == own.start or own.start > ref:
        return mention
    apart = abs(_months(near) - _months(other))
    reach = _NEAR_PARTS if own.granularity in ("half", "quarter", "season") else _NEAR
    if apart > reach and not (earlier and apart < 12):
        return _guessed(mention)
    return _moved(mention, near, guessed=not (earlier and apart <= _NEXT))


def _nearest(own: Period, other: Period, earlier: bool) -> Period:
    """The same days of the year in which they lie nearest to `other`, or last before it."""
    years = range(own.start.year - other.start.year - 1, own.start.year - other.start.year + 2)
    choices = [dates.back(own, "year", n) for n in years]
    if earlier:
        choices = [p for p in choices if p.start < other.start]
    return min(choices, key=lambda p: (abs(_months(p) - _months(other)), p.start.year != other.start.year))


def _moved(mention: Mention, to: Period, guessed: bool) -> Mention:
    if mention.kind != "since" or mention.period is None:
        return replace(mention, period=to, guessed=guessed)
    start = to.stop if mention.anchor is not None and mention.period.start == mention.anchor.stop else to.start
    return replace(mention, anchor=to, period=Period(start, mention.period.stop), guessed=guessed)


def _guessed(mention: Mention) -> Mention:
    return replace(mention, guessed=True)


def _in_its_year(
    mention: Mention, behind: list[Mention], text: str, before: Period | None, goes_on: bool, ref: dt.date
) -> Mention:
    """Of the year that the sentence names before it, or of the one that the sentence before was of."""
    own = _anchor(mention)
    years = [m for m in behind if m.kind == "at" and m.period and _YEAR.fullmatch(text[m.start : m.end])]
    years = [m for m in years if not _COMPARED.search(text[: m.start])]
    if own is None or mention.kind == "since":
        return mention
    if years and (named := years[-1]).period is not None:
        back = own.start.year - named.period.start.year
        if back == 0:
            return mention
        part = own.granularity in ("half", "quarter") and len(years) == 1
        if back > 0 and (part or not re.search(r"\d", text[named.end : mention.start])):
            return _moved(mention, dates.back(own, "year", back), guessed=True)
        return _guessed(mention)
    if before is None or not 0 < before.days < _SHORT:
        return mention
    near = _nearest(own, before, False)
    if near.start == own.start or near.start > ref or own.start > ref:
        return mention
    close = goes_on and abs(_months(near) - _months(before)) <= _NEAR
    return _moved(mention, near, True) if close else _guessed(mention)


_SAME: Final = re.compile(
    r"\b(?:same|corresponding|equivalent|comparable|like) (?:period|days|weeks|stretch|span|time|dates|point|spell)"
    r"(?: in| of| during)? (?:the month of )?$",
    re.IGNORECASE,
)


def _same_days(read: list[Mention], text: str, before: Period | None) -> list[Mention]:
    """ "In the first three weeks of August it was 80. In the same period of July it was 90": the same days of the
    month; where they are not told, the words date nothing."""
    for n, mention in enumerate(read):
        same = _SAME.search(text[: mention.start])
        if same is None or mention.kind != "at" or mention.period is None or mention.period.granularity != "month":
            continue
        told = [m.period for m in read[:n] if m.kind == "at" and m.period is not None and m.end <= same.start()]
        known = told[-1] if told else before
        days = _days_in(mention.period, known) if known is not None else None
        read[n] = replace(mention, period=days) if days is not None else replace(mention, kind="vague", period=None)
    return read


_DAY_ALONE: Final = re.compile(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)


def _days_alone(read: list[Mention], text: str, before: Period | None, ref: dt.date) -> list[Mention]:
    """ "On 4 April 20 died. On the 13th 35 did": a day without a month is of the month that was spoken of."""
    if before is None or (before.start.year, before.start.month) != (before.last.year, before.last.month):
        return read
    for n, mention in enumerate(read):
        alone = _DAY_ALONE.fullmatch(text[mention.start : mention.end])
        told = any(m.kind == "at" and not m.speech for m in read[:n])
        if alone is None or mention.kind != "at" or mention.period is None or mention.period.days != 1 or told:
            continue
        day = _day_of(before.start, int(alone["day"]))
        if day is not None and day <= ref and day != mention.period.start:
            read[n] = _moved(mention, Period.of_day(day, mention.period.granularity), guessed=True)
    return read


def _day_of(month: dt.date, number: int) -> dt.date | None:
    try:
        return month.replace(day=number)
    except ValueError:
        return None


def _days_in(month: Period, known: Period) -> Period | None:
    """The days of `month` that `known` takes up in its own; None where that is a whole one, or lies in two."""
    if (known.start.year, known.start.month) != (known.last.year, known.last.month):
        return None
    if known.granularity == "month" and known.start.day == 1 and known.stop.day == 1:
        return None
    last = (dates.back(Period.of_day(month.start), "month", -1).start - dates.DAY).day
    first, stop = (month.start.replace(day=min(day, last)) for day in (known.start.day, known.last.day))
    return Period.through(first, stop)


_OPENING: Final = re.compile(r"(?:^|[;:—–] ?|, (?:and |but )?)(?:[Jj]ust |[Ee]xactly |[Oo]nly )?$")


def _years_before(behind: list[Mention], text: str) -> Mention | None:
    """ "A year ago it was 503 in October": the words that open a clause and put what follows years back."""
    back = [m for m in behind if m.kind in ("shift", "ago") and m.unit == "year" and m.anchor is None]
    if not back or any(m.kind == "at" and m.start > back[-1].start for m in behind):
        return None
    return back[-1] if _OPENING.search(text[: back[-1].start]) and ";" not in text[back[-1].end :] else None


def _as_long_before(mention: Mention, back: Mention, before: Period | None, ref: dt.date) -> Mention:
    """Of the year in which it lies nearest to so many years before the report, or before what was told."""
    own = _anchor(mention)
    known = before if back.kind == "shift" and before is not None else Period.of_day(ref)
    if own is None:
        return mention
    near = _nearest(own, dates.back(known, "year", back.count), False)
    return _moved(mention, near, guessed=True) if near.start <= own.start else mention


#: "1,339 in the third quarter of 2025 and 1,225 in the fourth".
_ORDINAL: Final = when_asked(
    r"\b(?:in|during|for|over) (?P<part>the (?P<which>first|second|third|fourth))"
    r"(?= ?[.,;:)]|$| and\b| of (?:the|that) year)"
)
_ORDINALS: Final = ("first", "second", "third", "fourth")


def _with_ordinals(read: list[Mention], text: str) -> list[Mention]:
    """`read`, and the half or quarter that an ordinal alone names where one stands before it in full."""
    for match in _ORDINAL.finditer(text):
        told = [m.period for m in read if m.kind == "at" and m.end <= match.start() and m.period is not None]
        parts = [p for p in told if p.granularity in ("half", "quarter")]
        if not parts or any(m.start < match.end("part") and match.start("part") < m.end for m in read):
            continue
        length = 6 if parts[-1].granularity == "half" else 3
        first = _ORDINALS.index(match["which"]) * length + 1
        if first > 12 or first == parts[-1].start.month:
            continue
        start = parts[-1].start.replace(month=first)
        whole = dates.back(Period.through(start, start), "month", 0)
        named = Period(whole.start, dates.back(whole, "month", -length).start, parts[-1].granularity)
        earlier = _EARLIER.search(text[max(m.end for m in read if m.end <= match.start()) : match.start("part")])
        period = _nearest(named, parts[-1], earlier is not None)
        read = sorted([*read, Mention(*match.span("part"), "at", period)], key=lambda m: m.start)
    return read

"""Parts of the year: quarters, halves, the first or the last months, seasons."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import dates
from dateline.extracting.periods.mention import Context, Mention, Rule, at, rule, several
from dateline.extracting.periods.tense import ahead
from dateline.extracting.periods.words import (
    NUMBERED,
    ORDINAL,
    ORDINALS,
    SEASONAL,
    UNITS,
    YEAR,
    count_of,
    i,
    ordinal_number,
)
from dateline.records.period import Period

#: "The first three months of the truce", "the siege's first month": of something else than a year.
_OF_ANOTHER: Final = when_asked(
    r" (?:of|after|since|following|under) (?:the|its|their|this|that|an?|his|her) "
    r"(?!year|fiscal|calendar|season|month)",
    re.IGNORECASE,
)
_ANOTHERS: Final = when_asked(r"(?<!year)['’]s $", re.IGNORECASE)
_IN_A_ROW: Final = re.compile(r" (?:in succession|in a row|running|straight)\b")


#: Days into a quarter or a half in which its name is still that of the year before.
_HARDLY: Final = 21


def first_of(match: re.Match[str], context: Context) -> Mention | None:
    """ "the third quarter", "the first half of the year", "the first seven months of 2025"."""
    if _IN_A_ROW.match(match.string, match.end()):
        return None  # the third of a run, and no third of a year
    if _OF_ANOTHER.match(match.string, match.end()) or _ANOTHERS.search(match.string[: match.start()]):
        return None
    parts, ref = match.groupdict(), context.ref
    unit, which = match["unit"].lower(), match["which"].lower()
    of = (parts.get("of") or parts.get("whose") or "").lower()
    count = count_of(parts.get("count"))
    place = _place(which, unit, count, bool(parts.get("year") or of))
    if place is None:
        return None
    stated = parts.get("year")
    by = -1 if of.startswith(("last", "the previous")) else 1 if of.startswith("next") else 0
    number = int(stated) if stated else ref.year + by
    length = {"half": 6, "quarter": 3}.get(unit, 1) * count
    if not stated and not of:
        start = dt.date(number, place, 1)
        begun = (ref - start).days >= (_HARDLY if length > 1 else 0)
        if not begun and not ahead(match, context):
            number -= 1  # without its year, the last of its kind that has begun, and not in the last few days
        elif unit != "month" and ahead(match, context, firmly=True):
            # "It expects a third-quarter loss", said in October, is of the quarter just over: the nearer one is meant.
            over = (ref - dates.months_of_year(number, place, length, ref).last).days
            number += over > 0 and (start.replace(year=number + 1) - ref).days < over
    shape = unit if unit in ("half", "quarter") and count == 1 else "span"
    return at(match, dates.months_of_year(number, place, length, ref, shape))  # type: ignore[arg-type]


def _place(which: str, unit: str, count: int, of_year: bool) -> int | None:
    """The first month of that part of a year; None where a year has no such part. "The last quarter" is the one before
    this, unless a year is named."""
    length = {"half": 6, "quarter": 3}.get(unit, 1) * count
    if which in ("last", "final"):
        return 13 - length if (of_year or which == "final") and length <= 12 else None
    ordinal = ordinal_number(which)
    if ordinal is None:
        return None
    if unit == "month" and ordinal != 1:
        return None
    first = (ordinal - 1) * length + 1
    return first if first + length <= 13 else None


def season(match: re.Match[str], context: Context) -> Mention | None:
    whole, part = _season(match, context), (match.groupdict().get("part") or "").lower()
    if not part:
        return at(match, whole)
    start = dates.back(Period.of_day(whole.start), "month", -_THIRDS[part]).start
    stop = dates.back(Period.of_day(start), "month", -1).start
    third = Period(start, min(stop, whole.stop)) if start < whole.stop else whole
    return at(match, third, unit="season")


def seasons(match: re.Match[str], context: Context) -> Mention | None:
    """ "the spring and summer of 2024": both, where one follows the other."""
    last = _season(match, context)
    first = dates.season(match["first"].lower(), last.start.year - (match["first"].lower() == "winter"), context.ref)
    return at(match, Period(first.start, last.stop)) if first.stop == last.start else several(match, context)


def _season(match: re.Match[str], context: Context) -> Period:
    """Without its year the last of that name that has begun; "last" is the one before where it still runs."""
    parts, ref = match.groupdict(), context.ref
    name, which = match["season"].lower(), (parts.get("which") or "").lower()
    if parts.get("year"):
        return dates.season(name, int(match["year"]), ref)
    recent = dates.recent_season(name, ref)
    if which == "this":
        return recent if recent.contains(ref) else dates.season(name, ref.year, ref)
    if which == "next" or (not which and recent.last < ref and ahead(match, context, firmly=True)):
        return dates.season(name, recent.start.year + 1, ref)
    if parts.get("of"):
        return dates.season(name, ref.year - (parts["of"].lower() == "last"), ref)
    return dates.back(recent, "year") if recent.contains(ref) and which else recent


_OF_YEAR: Final = (
    rf"(?:(?: of(?: the year)?,? ?|,? (?=\d{{4}}(?: ?[.,;:)]|$| [a-z])))(?:(?:fiscal )?(?P<year>{YEAR})"
    r"|(?P<of>(?<=of )(?:this year|last year|next year|the previous year|the year))))?"
)
#: Months of a season before the part of it that words name loosely.
_THIRDS: Final = {"early": 0, "mid": 1, "late": 2}
_PART: Final = r"(?:(?P<part>early|mid|late)[ -])?"
_SEASON: Final = r"(?P<season>spring|summer|autumn|fall|winter)"
#: Nouns before which a season's name is no time.
_OF_SEASON: Final = (
    r"(?! (?:of|offensives?|campaigns?|assaults?|pushes|push|operations?|drafts?|clothes|uniforms?|wheat|crops?"
    r"|harvests?|games|olympics|sports|camps?|house|school|schools|palace|coats?|season)\b)"
)

RULES: Final[tuple[Rule, ...]] = (
    rule(
        f"the fiscal last final {ORDINALS}",
        UNITS,
        i(
            rf"(?:the )?(?:fiscal )?(?P<which>{ORDINAL}|last|final)[ -](?:fiscal )?(?:(?P<count>\w+) )?"
            r"(?P<unit>half|quarter|month)s?(?! (?:in (?:succession|sequence|a row)|running|straight|on end)\b)"
            rf"{_OF_YEAR}"
        ),
        first_of,
    ),
    rule(
        "this last next the",
        UNITS,
        i(
            rf"(?P<whose>this|last|next|the previous) year['’]s (?P<which>{ORDINAL}|last|final)[ -](?:(?P<count>\w+) )?"
            r"(?P<unit>half|quarter|month)s?"
        ),
        first_of,
    ),
    rule(
        "the 0",
        NUMBERED,
        i(
            rf"(?:the )?(?:fiscal )?(?P<year>{YEAR})(?:['’]s)? (?P<which>{ORDINAL}|last|final)[ -]"
            r"(?P<unit>half|quarter)"
        ),
        first_of,
    ),
    rule(
        "the spring summer autumn fall winter",
        SEASONAL,
        i(
            rf"(?:the )?(?P<first>spring|summer|autumn|fall|winter) and (?:the )?{_SEASON}"
            rf"(?:(?: of)?,? (?P<year>{YEAR}))?"
        ),
        seasons,
    ),
    rule(
        "the early mid late spring summer autumn fall winter",
        SEASONAL,
        i(rf"(?:the )?{_PART}{_SEASON}(?: of)?,? (?P<year>{YEAR})(?:[-/]\d\d)?"),
        season,
    ),
    rule(
        "last this next past spring summer autumn fall winter",
        SEASONAL,
        i(rf"(?P<which>this past|this|last|past|next) {_SEASON}{_OF_SEASON}"),
        season,
    ),
    rule(
        "the spring summer autumn fall winter",
        SEASONAL,
        i(rf"(?:the )?{_SEASON}(?: of)? (?P<of>last|this) year"),
        season,
    ),
    rule(
        "the early mid late spring summer autumn fall winter",
        SEASONAL,
        i(
            r"(?:(?<=in )|(?<=over )|(?<=during )|(?<=by )|(?<=since )|(?<=until )|(?<=through )|(?<=throughout ))"
            rf"(?:the )?{_PART}{_SEASON}{_OF_SEASON}"
        ),
        season,
    ),
)

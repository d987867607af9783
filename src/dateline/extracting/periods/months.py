"""Months: by name, their parts, runs of them, and what is counted from them."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Final

from dateline.extracting.periods import dates, earlier
from dateline.extracting.periods.days import resolve_day
from dateline.extracting.periods.mention import Context, Mention, Rule, at, rule, several
from dateline.extracting.periods.tense import outlook
from dateline.extracting.periods.words import (
    DATE_DMY,
    DATE_MDY,
    DATE_YEAR,
    DATED,
    MONTH,
    MONTHS,
    NUMBER,
    NUMBERS,
    ORDINAL,
    ORDINALS,
    TO,
    UNITS,
    count_of,
    i,
    month_number,
    ordinal_number,
    year_number,
)
from dateline.records.period import Period

#: A month that lies further ahead than this, in days, is not the next of its name, whatever the verb says.
_FARTHEST: Final = 300
#: Months after which people are called.
_PEOPLE: Final = ("March", "April", "May", "June", "August")
_TELLS: Final = re.compile(
    r"\b(?:in|since|of|by|from|to|until|till|during|than|through|throughout|over|for|and|or|before|after|between|around"
    r"|about|only|that|every|each|its|their)(?: all(?: of)?)? $",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r" (?:saw|was|brought|marked|had|has)\b|['’,]")
#: Days after a month in which "last" before its name may mean it or the one a year before.
_MONTH_JUST_OVER: Final = 31
#: More months than this are no run that a text counts.
_LONGEST: Final = 60
#: First day and length of the parts of a month that words name loosely, counted from its first day.
_PARTS: Final = {"early": (0, 10), "mid": (10, 10), "middle": (10, 10), "late": (20, 31)}


def resolve_month(match: re.Match[str], name: str, year: str | None, context: Context) -> Period:
    """The month: without its year the last of that name that has begun, or the next where the words speak of it."""
    number, ref = month_number(name), context.ref
    stated = year_number(year, ref) if year else earlier.year_of(match, context)
    if stated:
        return dates.month(stated, number, ref)
    recent = dates.recent_month(number, ref)
    coming = dates.month(recent.start.year + 1, number, ref)
    wait = (coming.start - ref).days
    if recent.contains(ref) or wait > _FARTHEST:
        return recent
    said = outlook(match, firmly=True)
    if said is None and re.search(r"\b(?:by|until|through|before)(?: the end of| early| late)? $", _before(match)):
        # A term without a verb that tells: one that is set, or else the nearer of the two.
        return coming if context.future or wait < (ref - recent.last).days else recent
    return coming if said else recent


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 30) : match.start()]


def month(match: re.Match[str], context: Context) -> Mention | None:
    parts, ref = match.groupdict(), context.ref
    number = month_number(parts["month"])
    which, of = (parts.get("which") or "").lower(), (parts.get("of") or "").lower()
    if of:
        by = -1 if of == "last" else 1 if of == "next" else 0
        period = dates.month(ref.year + by, number, ref)
    elif which == "last":
        period = dates.recent_month(number, ref)
    else:
        period = resolve_month(match, parts["month"], parts.get("year"), context)
    if which == "last" and 0 < (ref - period.last).days <= _MONTH_JUST_OVER:
        return Mention(
            match.start(), match.end(), "duration", unit="month"
        )  # "last August", said in September, is of this year or of the one before
    if which == "last" and period.contains(ref):
        period = dates.month(period.start.year - 1, number, ref)
    if which == "next" and period.start <= ref:
        period = dates.month(period.start.year + 1, number, ref)
    part = (parts.get("part") or "").lower().removeprefix("the ")
    return at(match, part_of_month(period, part), unit="month" if part else "")


def bare_month(match: re.Match[str], context: Context) -> Mention | None:
    """A month's name alone, where it is no verb and no part of a person's name."""
    name, before = match["month"], _before(match)
    if not _TELLS.search(before):
        if len(name) == 3 and name != "May":
            return None
        opens = not before.strip() and not _GOES_ON.match(match.string, match.end())
        if name in ("May", "March") and opens:
            return None  # "May I", "March on"
        if name in _PEOPLE and re.search(r"\b[A-Z][a-z]+ $", before) and not re.search(rf"(?:{MONTH}|The) $", before):
            return None
    if len(name) == 3 and name != "May" and re.match(r" [A-Z]", match.string[match.end() :]):
        return None
    return month(match, context)


def part_of_month(period: Period, part: str) -> Period:
    """The days of `period` that "early", "mid" or "late" names; its first or last day for "start of" and "end of"."""
    if not part:
        return period
    word = part.rstrip("-").split()[0]
    if word == "end":
        return Period.of_day(period.last)
    first, length = _PARTS.get(word, (0, 10))
    start = min(period.start + first * dates.DAY, period.last)
    return Period(start, max(min(start + length * dates.DAY, period.stop), start + dates.DAY))


def half_of_month(match: re.Match[str], context: Context) -> Mention | None:
    period = resolve_month(match, match["month"], match["year"], context)
    middle = period.start + 15 * dates.DAY
    if match["which"].lower() == "first":
        return at(match, Period(period.start, min(middle, period.stop)))
    return at(match, Period(middle, period.stop)) if middle < period.stop else None


def loose_range(match: re.Match[str], context: Context) -> Mention | None:
    """ "between late May and early July": from the one part to the end of the other."""
    last = part_of_month(resolve_month(match, match["month2"], match["year2"], context), match["part2"] or "")
    year = year_number(match["year1"], context.ref) if match["year1"] else last.start.year
    whole = dates.month(year, month_number(match["month1"]), context.ref)
    if whole.start > last.start and not match["year1"]:
        whole = dates.back(whole, "year")
    first = part_of_month(whole, match["part1"] or "")
    return at(match, Period(first.start, last.stop)) if first.start < last.stop else None


def outer_range(match: re.Match[str], context: Context) -> Mention | None:
    """ "between March 2011 and the end of April 2013", "from the start of May to the middle of June"."""
    parts = {name: (match[name] or "").lower().removeprefix("the ") for name in ("part1", "part2")}
    if not any(parts.values()):
        return None
    last = part_of_month(resolve_month(match, match["month2"], match["year2"], context), parts["part2"])
    year = year_number(match["year1"], context.ref) if match["year1"] else last.start.year
    whole = dates.month(year, month_number(match["month1"]), context.ref)
    if whole.start > last.last and not match["year1"]:
        whole = dates.back(whole, "year")
    first = part_of_month(whole, parts["part1"])
    return at(match, Period(first.start, last.stop)) if first.start < last.stop else None


def days_of_month(match: re.Match[str], context: Context) -> Mention | None:
    """ "the last two weeks of October", "the second night of June", "the first day of the month"."""
    if match["count"] is None and match["plural"]:
        return Mention(match.start(), match.end(), "duration", unit="day")  # "the first days of August" are so many
    whole = _whole(match, context)
    if whole is None:
        return several(match, context)
    length = count_of(match["count"]) * (7 if match["unit"].lower() == "week" else 1)
    if not 0 < length <= whole.days:
        return None
    which = 1 if match["which"].lower() == "opening" else ordinal_number(match["which"])
    if which is None and match["which"].lower() not in ("last", "final", "closing"):
        return several(match, context)  # "the worst night of June": which one, the text does not say
    start = whole.stop - length * dates.DAY if which is None else whole.start + (which - 1) * length * dates.DAY
    if start >= whole.stop:
        return None
    if length == 1:
        return at(match, Period.of_day(start, "night" if match["unit"].lower() == "night" else "day"))
    return at(match, Period(start, start + length * dates.DAY if which is not None else whole.stop))


def _whole(match: re.Match[str], context: Context) -> Period | None:
    """The month that is named, or the one that "the month" takes up; None where the sentence names several."""
    if match["month"]:
        return resolve_month(match, match["month"], match["year"], context)
    if match["long"].lower() == "year":
        # Of "the year" the last days may be those of the one just over.
        begun = match["which"].lower() not in ("last", "final", "closing")
        back = match["of"].lower() in ("last", "the previous")
        return dates.year(context.ref.year - back, context.ref) if begun or back else None
    if match["of"].lower() != "the":
        return dates.shifted_month(context.ref, -(match["of"].lower() in ("last", "the previous")))
    named = earlier.months(match, context)
    return named.pop() if len(named) == 1 else dates.shifted_month(context.ref, 0) if not named else None


def month_range(match: re.Match[str], context: Context) -> Mention | None:
    last = resolve_month(match, match["month2"], match["year2"], context)
    year = year_number(match["year1"], context.ref) if match["year1"] else last.start.year
    first = last.start.replace(year=year, month=month_number(match["month1"]))
    if first > last.start:
        first = first.replace(year=first.year - 1)
    return at(match, Period(first, last.stop))


def two_months(match: re.Match[str], context: Context) -> Mention | None:
    """ "in July and August": both, where one follows the other."""
    first, second = (month_number(match[name]) for name in ("month1", "month2"))
    if second - first not in (1, -11):
        return several(match, context)
    after = resolve_month(match, match["month2"], match["year2"], context)
    return at(match, Period(dates.back(after, "month").start, after.stop))


def month_list(match: re.Match[str], context: Context) -> Mention | None:
    """ "in September, October and November": all of them, where they follow one another."""
    names = re.findall(r"[A-Z][a-z]+\.?", match.group())
    numbers = [month_number(name) for name in names]
    if any((b - a) % 12 != 1 for a, b in itertools.pairwise(numbers)):
        return several(match, context)
    last = resolve_month(match, names[-1], match["year"], context)
    return at(match, Period(dates.back(last, "month", len(numbers) - 1).start, last.stop))


def months_to(match: re.Match[str], context: Context) -> Mention | None:
    """ "the four months to August", "the year to June"."""
    count = _length(match)
    if not 0 < count <= _LONGEST:
        return None
    last = resolve_month(match, match["month"], match["year"], context)
    return at(match, Period(dates.back(last, "month", count - 1).start, last.stop))


def months_to_day(match: re.Match[str], context: Context) -> Mention | None:
    """ "the six months to June 30": whole months where the day closes its month."""
    last = resolve_day(match, match["month"], match["day"], match["year"], context)
    count = _length(match)
    if last is None or not 0 < count <= _LONGEST:
        return None
    if (last + dates.DAY).day != 1:
        return at(match, dates.rolling(last, count, "month"))
    whole = Period(dates.shifted_month(last, 1 - count).start, last + dates.DAY)
    quarter = dates.quarter(last, 0)
    return at(match, quarter if quarter == replace(whole, granularity="quarter") else whole)


def _length(match: re.Match[str]) -> int:
    """The months of a run that is counted in months or named by a unit."""
    return count_of(match["count"]) * {"quarter": 3, "year": 12}.get((match["unit"] or "").lower(), 1)


_TO_MONTH: Final = (
    rf"(?:in |over |during |for )?(?:(?:the )?(?P<count>{NUMBER}) months|the (?P<unit>month|quarter|year))"
    r" (?:ending|ended|to|through|up to|until)(?: in| on| the end of)? "
)
_PART: Final = (
    r"(?P<part>early(?: in)?|mid-|mid|late(?: in)?|(?:the )?(?:end|start|beginning|middle|close) of)"
    r"(?:[ -]|(?<=-))"
)

#: A number behind a month is its day, as in "May and June 3", where it may be one: "May and June 1,600 drones".
_NO_DAY: Final = r"(?! \d{1,2}(?!\d|[,.]\d))"
#: An end of a stretch, by a part of its month.
_OUTER: Final = r"(?:(?P<part{}>the (?:end|close|start|beginning|middle) of) )?"

#: Tried before single days and months, which they hold.
RUNS: Final[tuple[Rule, ...]] = (
    rule(MONTHS, DATED, rf"{MONTH}(?:, {MONTH})+,? and {MONTH}(?:,? (?P<year>{DATE_YEAR}))?", month_list),
    rule(
        f"in over during for the {NUMBERS}",
        DATED,
        i(_TO_MONTH) + rf"(?P<month>{MONTH})(?:,? (?P<year>{DATE_YEAR}))?{_NO_DAY}",
        months_to,
    ),
    *(
        rule(f"in over during for the {NUMBERS}", DATED, i(_TO_MONTH) + dated, months_to_day)
        for dated in (DATE_MDY, DATE_DMY)
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    rule(
        "the first second",
        DATED,
        i(r"(?:the )?(?P<which>first|second) half of ") + rf"(?P<month>{MONTH})(?:,? (?P<year>{DATE_YEAR}))?",
        half_of_month,
    ),
    rule(
        f"in over during the last final opening closing {ORDINALS}",
        DATED | UNITS,
        i(
            rf"(?:in |over |during )?(?:the )?(?P<which>{ORDINAL}|last|final|opening|closing) (?:(?P<count>\w+) )?"
            r"(?P<unit>week|day|night)(?P<plural>s)? of "
        )
        + rf"(?:(?P<month>{MONTH})(?:,? (?P<year>{DATE_YEAR}))?"
        r"|(?i:(?P<of>the|this|last|the previous) (?P<long>month|year))\b)",
        days_of_month,
    ),
    rule(
        f"the {ORDINALS} last final opening",
        UNITS,
        i(
            rf"(?:the )?(?:{ORDINAL}|last|final|opening) (?:night|day) of (?:the|this|that|last|its|their) "
            r"(?:week|year|war|campaign|offensive|operation|siege|truce|ceasefire|fighting|talks)\b"
        ),
        several,
    ),
    rule(
        "from between",
        DATED,
        i(r"(?:from|between) (?:(?P<part1>early|mid|late)[ -])?")
        + rf"(?P<month1>{MONTH})(?:,? (?P<year1>{DATE_YEAR}))? (?i:and|to|until|through) "
        + rf"(?i:(?P<part2>early|mid|late)[ -])?(?P<month2>{MONTH})(?:,? (?P<year2>{DATE_YEAR}))?{_NO_DAY}",
        loose_range,
    ),
    rule(
        "from between",
        DATED,
        i(rf"(?:from|between) {_OUTER.format(1)}")
        + rf"(?P<month1>{MONTH})(?:,? (?P<year1>{DATE_YEAR}))? (?i:and|to|until|through) (?i:{_OUTER.format(2)})"
        + rf"(?P<month2>{MONTH})(?:,? (?P<year2>{DATE_YEAR}))?{_NO_DAY}",
        outer_range,
    ),
    rule(
        MONTHS,
        DATED,
        rf"(?P<month1>{MONTH}) and (?P<month2>{MONTH})(?:,? (?P<year2>{DATE_YEAR}))?{_NO_DAY}",
        two_months,
    ),
    rule(
        f"from between {MONTHS}",
        DATED,
        i(r"(?:from |between )?")
        + rf"(?P<month1>{MONTH})(?:,? (?P<year1>{DATE_YEAR}))?{TO}(?:the end of )?(?P<month2>{MONTH})"
        rf"(?:,? (?P<year2>{DATE_YEAR}))?{_NO_DAY}",
        month_range,
    ),
    rule(
        "the early mid late end start beginning middle close",
        DATED,
        i(_PART) + rf"(?P<month>{MONTH})(?:,? (?P<year>{DATE_YEAR}))?",
        month,
    ),
    rule(MONTHS, DATED, rf"(?P<month>{MONTH})(?:,? (?P<year>{DATE_YEAR}))", month),
    rule("last this next", DATED, i(r"(?P<of>last|this|next) year['’]s ") + rf"(?P<month>{MONTH})", month),
    rule(
        f"last this next {MONTHS}",
        DATED,
        i(r"(?P<which>last|this past|this coming|this|next) ") + rf"(?P<month>{MONTH})",
        month,
    ),
    rule(MONTHS, DATED, rf"(?P<month>{MONTH})", bare_month),
)

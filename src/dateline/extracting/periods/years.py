"""Years, their loose parts, and what is made of them: runs of years, decades, centuries."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from typing import Final

from dateline.extracting.periods import dates
from dateline.extracting.periods.mention import Context, Mention, Rule, at, rule, several
from dateline.extracting.periods.words import (
    COUNTED,
    NUMBERED,
    OLD_YEAR,
    ORDINAL,
    ORDINALS,
    POINTING,
    UNITS,
    YEAR,
    count_of,
    i,
    ordinal_number,
)
from dateline.languages import en
from dateline.records.period import Period

#: Years before this one are read only where a word such as "in" or "since" says that a year it is: "1941 people".
_PLAIN_YEARS: Final = 2000
#: What is dated so long before the war tells of its background and dates no figure where another time is named.
_BACKGROUND_YEARS: Final = 20
#: First month and count of months of the parts of a year that words name loosely.
_PARTS: Final = {"early": (1, 4), "mid": (5, 4), "middle": (5, 4), "late": (9, 4)}

_TELLS: Final = re.compile(
    r"(?:\b(?:in|since|from|to|until|till|by|before|after|during|between|and|or|through|for|of|than|early|mid|late"
    r"|fiscal|year|back to|against|the|a|an|its|his|her|their|our|that|spring|summer|autumn|fall|winter|quarter|half"
    r"|season)|['’]s|[(,;\"“–—])[ -]?$|[(“\"]$|^$",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(
    r"(?:\b(?:about|around|some|nearly|almost|over|more than|less than|fewer than|at least|up to|roughly|approximately"
    r"|another|only)|[$€£]) ?$|(?:No\.?|Resolution|resolution|Flight|Route|Highway|[A-Z]{2,}) $"
)


def year(match: re.Match[str], context: Context) -> Mention | None:
    number, ref = int(match["year"]), context.ref
    before, after = match.string[max(0, match.start() - 24) : match.start()], match.string[match.end() :]
    said = re.search(r"fiscal", match.group(), re.IGNORECASE) is not None
    if number > ref.year + (10 if number >= _PLAIN_YEARS and not _TELLS.search(before) else 60):
        return None
    if not said and _COUNTS.search(before):
        return None
    if number < _PLAIN_YEARS and not (said or _TELLS.search(before)):
        return None
    if number < 1900 and not re.match(r"[.,;:)]|$| (?:and|when|to|by|after|as|until|the)\b", after):
        return None
    return _in_background(at(match, dates.year(number, ref)), context)


def _in_background(mention: Mention | None, context: Context) -> Mention | None:
    if mention is None or mention.period is None:
        return mention
    old = mention.period.last.year < context.war_start.year - _BACKGROUND_YEARS
    return Mention(mention.start, mention.end, "at", mention.period, unit=mention.unit, speech=old) if old else mention


def year_range(match: re.Match[str], context: Context) -> Mention | None:
    """ "between 2014 and 2021", "1997-98": both years and those between."""
    first, last = (next(v for k, v in match.groupdict().items() if v and k.startswith(w)) for w in ("first", "last"))
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    if not int(first) < end <= context.ref.year + 10:
        return None
    return _in_background(at(match, Period(dt.date(int(first), 1, 1), dates.year(end, context.ref).stop)), context)


def two_years(match: re.Match[str], context: Context) -> Mention | None:
    """ "in 2014-15"."""
    first, last = int(match["year1"]), int(match["year1"][:2] + match["last"])
    if last != first + 1 or last > context.ref.year:
        return None
    return at(match, Period(dates.year(first, context.ref).start, dates.year(last, context.ref).stop))


def loose_range(match: re.Match[str], context: Context) -> Mention | None:
    """ "from late 2023 to early 2024": from the one part to the end of the other."""
    ends = []
    for n in "12":
        number, part = int(match[f"year{n}"]), (match[f"part{n}"] or "").lower()
        ends.append(loose_part(number, part, context.ref) if part else dates.year(number, context.ref))
    return at(match, Period(ends[0].start, ends[1].stop)) if ends[0].start < ends[1].start else None


def years(match: re.Match[str], context: Context) -> Mention | None:
    """ "in 2022 and 2023": all of them, where they follow one another."""
    numbers = [int(n) for n in re.findall(r"\d{4}", match.group())]
    if any(b - a != 1 for a, b in itertools.pairwise(numbers)):
        return several(match, context)
    return at(match, Period(dt.date(numbers[0], 1, 1), dates.year(numbers[-1], context.ref).stop))


def loose_days(match: re.Match[str], context: Context) -> Mention | None:
    """ "the last days of 2024" are so many."""
    return Mention(match.start(), match.end(), "duration", unit="day")


def short_year(match: re.Match[str], context: Context) -> Mention | None:
    """ "in '86": the last year with these figures, the report's own among them."""
    number = int(match["year"])
    if not re.search(r"\b(?:in|of|since|from|to|by|until|and) $", match.string[: match.start()], re.IGNORECASE):
        return None
    return _in_background(
        at(match, dates.year(number + 100 * ((context.ref.year - number) // 100), context.ref)), context
    )


def spelt_year(match: re.Match[str], context: Context) -> Mention | None:
    """ "nineteen ninety-four"."""
    number = 100 * count_of(match["century"]) + count_of(match["rest"])
    return _in_background(at(match, dates.year(number, context.ref)), context)


def part_of_year(match: re.Match[str], context: Context) -> Mention | None:
    """ "early 2023", "the end of 2024": its loose thirds, its first or its last day."""
    number = int(match["year"])
    word = match["part"].lower().rstrip("-").removeprefix("the ").split()[0]
    return _in_background(at(match, loose_part(number, word, context.ref), unit="year"), context)


def loose_part(number: int, word: str, ref: dt.date) -> Period:
    """The months of the year that "early", "mid" or "late" names; its first day for "start", its last for "end"."""
    if word in ("end", "close"):
        return Period.of_day(dt.date(number, 12, 31))
    if word in ("start", "beginning", "turn"):
        return Period.of_day(dt.date(number, 1, 1))
    return dates.months_of_year(number, *_PARTS[word], ref)


def new_year(match: re.Match[str], context: Context) -> Mention | None:
    return at(match, Period.of_day(dt.date(context.ref.year, 1, 1)), unit="year")


def this_year(match: re.Match[str], context: Context) -> Mention | None:
    return at(match, dates.year(context.ref.year, context.ref))


def decade(match: re.Match[str], context: Context) -> Mention | None:
    """ "the early 1980s": its first three years, its middle four, its last three; "the '80s" are the last of them."""
    number = int(match["decade"])
    if number < 100:
        number += 100 * ((context.ref.year - number) // 100)
    first, last = {"early": (0, 2), "mid": (3, 6), "late": (7, 9)}.get(_loosely(match["part"]), (0, 9))
    period = Period(dt.date(number + first, 1, 1), dt.date(number + last + 1, 1, 1))
    return _in_background(at(match, period, unit="decade"), context)


def century(match: re.Match[str], context: Context) -> Mention | None:
    number = ordinal_number(match["which"])
    if number is None or not 2 <= number <= 30:
        return None
    first, last = {"early": (0, 32), "mid": (33, 66), "late": (67, 99)}.get(_loosely(match["part"]), (0, 99))
    start = 100 * (number - 1)
    period = Period(dt.date(start + first, 1, 1), dt.date(start + last + 1, 1, 1))
    return _in_background(at(match, period, unit="century"), context)


def spelt_decade(match: re.Match[str], context: Context) -> Mention | None:
    """ "the sixties", "the nineteen-thirties"."""
    names = [name.removesuffix("y") + "ies" for name in en.TENS]
    number = 10 * (names.index(match["tens"].lower()) + 2)
    start = number + (1900 if match["century"] else 100 * ((context.ref.year - number) // 100))
    return _in_background(at(match, Period(dt.date(start, 1, 1), dt.date(start + 10, 1, 1)), unit="decade"), context)


def _loosely(part: str | None) -> str:
    return (part or "").lower().rstrip("- ")


_PART: Final = (
    r"(?P<part>early(?: in)?|mid-|mid|late(?: in)?|(?:the )?(?:end|close|start|beginning|middle|turn) of)"
    r"(?:[ -]|(?<=-))"
)
_LOOSE: Final = r"(?:(?P<part>early|mid-|mid|late)(?:[ -]|(?<=-)))?"

RULES: Final[tuple[Rule, ...]] = (
    rule(
        "in 0", NUMBERED, r"(?:(?i:in) |(?<=in ))(?P<year1>(?:19|20)\d\d)[-–/](?P<last>\d\d)(?![-–/.,]?\d)", two_years
    ),
    rule("the", NUMBERED, i(rf"the year (?P<year>{YEAR})"), year),
    rule(
        "from between",
        NUMBERED,
        i(
            rf"(?:from|between) (?:(?P<part1>early|mid|late)[ -])?(?P<year1>{YEAR}) (?:to|and|until|through) "
            rf"(?:(?P<part2>early|mid|late)[ -])?(?P<year2>{YEAR})"
        ),
        loose_range,
    ),
    rule("in both 0", NUMBERED, i(rf"(?:in )?(?:both )?{YEAR}(?:, {YEAR})*,? and {YEAR}(?!-|,\d|\.\d|%)"), years),
    rule(
        "in the first last final opening closing early",
        UNITS,
        i(
            rf"(?:the )?(?:first|last|final|opening|closing|early) (?:days|weeks|months) of"
            rf" (?:{YEAR}|the year|this year|last year|the month)"
        ),
        loose_days,
    ),
    rule(
        "between from 0",
        NUMBERED,
        i(
            rf"(?:between (?P<first>{YEAR}) and (?P<last>{YEAR})|from (?P<first2>{YEAR}) (?:to|through|until|till)"
            rf" (?P<last2>{YEAR})|(?P<first3>{YEAR})(?:[-–]| to )(?P<last3>{YEAR}"
            rf"|\d\d(?![-–]?\d){COUNTED}))(?!,\d|\.\d|%)"
        ),
        year_range,
    ),
    rule(
        "the early mid late 0",
        NUMBERED,
        i(rf"(?:the )?{_LOOSE}['’]?(?P<decade>(?:1[5-9]|20)\d0|(?<=['’])\d0)['’]?s"),
        decade,
    ),
    rule(
        "the",
        NUMBERED,
        i(
            r"the (?:early |mid-?|late )?(?P<century>nineteen[- ])?"
            r"(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
        ),
        spelt_decade,
    ),
    rule(
        f"the early mid late {ORDINALS}",
        UNITS,
        i(rf"(?:the )?{_LOOSE}(?P<which>{ORDINAL})[- ]century"),
        century,
    ),
    rule(
        "the early mid late end close start beginning middle turn",
        NUMBERED,
        i(rf"{_PART}(?P<year>{YEAR})(?!s|,\d|\.\d)"),
        part_of_year,
    ),
    rule(
        "nineteen twenty",
        NUMBERED,
        i(
            r"(?P<century>nineteen|twenty) (?P<rest>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
            r"|(?:ten|eleven|twelve|\w+teen)|(?:oh|o['’]) ?\w+)"
        ),
        spelt_year,
    ),
    rule(
        "of",
        UNITS,
        i(
            r"(?<!end )(?<!start )(?<!beginning )(?<!half )(?<!rest )(?<!quarter )(?<!months )(?<!course )of "
            r"the year(?= ?[.,;]|$| so far)"
        ),
        this_year,
    ),
    rule(
        "the new",
        UNITS | POINTING,
        i(r"the (?:start|beginning|turn) of (?:the|this) year|the new year") + r"|New Year(?!['’])",
        new_year,
    ),
    rule("fiscal the", UNITS, i(rf"(?:the )?fiscal(?:[- ]year)? (?P<year>{YEAR})"), year),
    rule(
        "0",
        NUMBERED,
        rf"(?P<year>{OLD_YEAR})(?!,\d|\.\d|%|-\d|/\d| (?:per cent|sq))",
        year,
    ),
    rule("0", NUMBERED, r"(?<=\w )['’](?P<year>\d\d)(?!['’]|,\d|\.\d| \w+s\b)", short_year),
)

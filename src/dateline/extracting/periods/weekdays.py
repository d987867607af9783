"""Weekdays, weekends and the weeks that end on a named day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from dateline.extracting.periods import dates
from dateline.extracting.periods.days import resolve_day
from dateline.extracting.periods.mention import Context, Mention, Rule, at, rule, several
from dateline.extracting.periods.tense import ahead
from dateline.extracting.periods.words import (
    DATE_DMY,
    DATE_MDY,
    DATED,
    NUMBER,
    NUMBERS,
    TO,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    WEEKLY,
    count_of,
    i,
)
from dateline.languages import en
from dateline.records.period import Period


def weekday(match: re.Match[str], context: Context) -> Mention | None:
    """The same day or the last one before; the next one where the words speak of what is to come."""
    which = (match["which"] or "").lower()
    number = en.WEEKDAYS.index(match["weekday"].lower())
    if re.search(r"\b(?:every|each) $", match.string[: match.start()], re.IGNORECASE):
        return None
    if which in ("next", "this coming"):
        day = dates.coming_weekday(number, context.ref + dates.DAY)
    elif which != "last" and ahead(match, context, firmly=match.string.startswith(("'s", "’s"), match.end())):
        day = dates.coming_weekday(number, context.ref)
    else:
        day = dates.recent_weekday(number, context.ref - dates.DAY if which == "last" else context.ref)
    return at(match, Period.of_day(day, "night" if match["night"] else "day"))


def two_days(match: re.Match[str], context: Context) -> Mention | None:
    """ "on Friday and Saturday": both days, where one follows the other."""
    near = dates.coming_weekday if ahead(match, context) else dates.recent_weekday
    first, last = (near(en.WEEKDAYS.index(match[name].lower()), context.ref) for name in ("weekday", "to"))
    return at(match, Period.through(first, last)) if last - first == dates.DAY else several(match, context)


def weekday_range(match: re.Match[str], context: Context) -> Mention | None:
    """ "Monday to Wednesday": the last such days."""
    last = dates.recent_weekday(en.WEEKDAYS.index(match["to"].lower()), context.ref)
    first = dates.recent_weekday(en.WEEKDAYS.index(match["weekday"].lower()), last)
    return at(match, Period.through(first, last)) if first < last else None


def week_of(match: re.Match[str], context: Context) -> Mention | None:
    """ "the week of May 19"."""
    parts = match.groupdict()
    day = resolve_day(match, parts["month"], parts["day"], parts["year"], context)
    if day is None:
        return None
    apart = (day - context.ref).days - day.weekday() + context.ref.weekday()
    return at(match, dates.week(context.ref, apart // 7))


def week_to(match: re.Match[str], context: Context) -> Mention | None:
    """ "the week to Sunday", "the seven days ending on November 16", "over the two nights to 3 June"."""
    parts = match.groupdict()
    if parts.get("on"):
        last: dt.date | None = dates.recent_weekday(en.WEEKDAYS.index(parts["on"].lower()), context.ref)
    else:
        last = resolve_day(match, parts["month"], parts["day"], parts.get("year"), context)
    if last is None:
        return None
    length = count_of(parts.get("count") or "7")
    return at(match, Period.through(last - (length - 1) * dates.DAY, last, "week" if length == 7 else "span"))


def weekend(match: re.Match[str], context: Context) -> Mention | None:
    """The weekend that has begun last; "last weekend" on a Sunday is the one before."""
    which = (match["which"] or "").lower().removeprefix("the ")
    saturday = dates.recent_weekday(5, context.ref)
    if which in ("next", "coming") or (
        which in ("this", "") and saturday + dates.DAY < context.ref and ahead(match, context)
    ):
        saturday += 7 * dates.DAY
    elif which in ("last", "previous") and (context.ref - saturday).days < 2:
        saturday -= 7 * dates.DAY
    return at(match, Period(saturday, saturday + 2 * dates.DAY), unit="weekend")


def midweek(match: re.Match[str], context: Context) -> Mention | None:
    return at(match, Period.of_day(dates.recent_weekday(2, context.ref)), unit="week")


_DAYS_TO: Final = i(
    r"(?:in |over |during |across |for )?(?:the |a )?(?:last |final )?"
    rf"(?:week|(?P<count>{NUMBER}) (?:consecutive |successive |straight )?(?:day|night)s|seven-day period)"
    r" (?:ending|ended|to|through|up to|until)(?: and including)?(?: on)?(?: the night (?:of|to))? "
)
_WEEK: Final = f"in over during across for the a last final week {NUMBERS}"

#: Tried before the single days that they hold.
WEEKS: Final[tuple[Rule, ...]] = (
    rule(_WEEK, DATED, _DAYS_TO + DATE_MDY, week_to),
    rule(_WEEK, DATED, _DAYS_TO + DATE_DMY, week_to),
    rule(
        _WEEK,
        WEEKLY,
        _DAYS_TO + rf"(?P<on>{WEEKDAY})(?: morning| night)?",
        week_to,
    ),
    *(
        rule(
            "the week",
            DATED,
            i(r"(?:the )?week of ") + dated + rf"(?!{TO}|, \d{{1,2}}(?:, | and | or )| and \d)",
            week_of,
        )
        for dated in (DATE_MDY, DATE_DMY)
    ),
)
RULES: Final[tuple[Rule, ...]] = (
    rule(WEEKDAYS, WEEKLY, rf"(?P<weekday>{WEEKDAY}) and (?P<to>{WEEKDAY})", two_days),
    rule(
        f"from {WEEKDAYS}",
        WEEKLY,
        rf"(?:[Ff]rom )?(?P<weekday>{WEEKDAY})(?:[-–]| to | through | until )(?P<to>{WEEKDAY})",
        weekday_range,
    ),
    rule(
        f"last this next early late earlier later {WEEKDAYS}",
        WEEKLY,
        i(r"(?:(?P<which>last|this past|this coming|this|next) )?(?:early |late |earlier |later )?(?:on )?")
        + rf"(?P<weekday>{WEEKDAY})(?:(?P<night> (?:night|evening))| (?:morning|afternoon))?",
        weekday,
    ),
    rule(
        "the last this next past previous coming",
        UNITS,
        i(r"(?P<which>(?:the )?(?:last|past|next|coming|previous|preceding)|this|the) weekend"),
        weekend,
    ),
    rule("mid midweek", UNITS, i(r"mid-?week"), midweek),
)

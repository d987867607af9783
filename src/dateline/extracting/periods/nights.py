"""Nights: by their dates, by weekdays, and the one just over. A night is the day on which it ends, where both its days
are named; else the day that the text names."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.periods import dates
from dateline.extracting.periods.days import date_of, day_range
from dateline.extracting.periods.mention import Context, Mention, Rule, at, rule
from dateline.extracting.periods.words import (
    AND,
    DATE_DMY,
    DATE_MDY,
    DATED,
    NIGHTLY,
    RANGE,
    RANGE_DMY,
    TO,
    WEEKDAY,
    WEEKLY,
    i,
)
from dateline.languages import en
from dateline.records.period import Period


def overnight_weekday(match: re.Match[str], context: Context) -> Mention | None:
    name = match.groupdict().get("to") or match["weekday"]
    day = dates.recent_weekday(en.WEEKDAYS.index(name.lower()), context.ref)
    unit = "range" if match.groupdict().get("to") or match.groupdict().get("into") else ""
    return at(match, Period.of_day(day, "night"), unit=unit)


def overnight(match: re.Match[str], context: Context) -> Mention | None:
    return at(match, Period.of_day(context.ref, "night"), unit="overnight")


def before_last(match: re.Match[str], context: Context) -> Mention | None:
    return at(match, Period.of_day(context.ref - dates.DAY, "night"))


def _named(dated: str) -> tuple[str, str]:
    return i(r"(?:the )?night (?:of|on|to) ") + dated, i(r"overnight (?:on |to )?(?!into)") + dated


_BETWEEN: Final = i(r"(?:the )?(?:over)?night(?:s)? (?:of |from |between |on )?(?:the )?")

RULES: Final[tuple[Rule, ...]] = (
    rule("the overnight night nights", DATED, _BETWEEN + RANGE.replace(TO, AND), day_range(night=True)),
    rule("the overnight night nights", DATED, _BETWEEN + RANGE_DMY.replace(TO, AND), day_range(night=True)),
    *(
        rule("the night overnight", DATED, pattern, date_of("night"))
        for dated in (DATE_MDY, DATE_DMY)
        for pattern in _named(dated)
    ),
    rule(
        "overnight the night",
        WEEKLY,
        i(r"(?:overnight|(?:the )?night)(?: of| from| between)?(?: late)? ")
        + rf"(?P<weekday>{WEEKDAY}){AND}(?P<to>{WEEKDAY})",
        overnight_weekday,
    ),
    rule(
        "overnight",
        WEEKLY,
        i(r"overnight (?P<into>into|to) (?:early )?") + rf"(?P<weekday>{WEEKDAY})",
        overnight_weekday,
    ),
    rule(
        "overnight the night",
        WEEKLY,
        i(r"(?:overnight(?: on)?|(?:the )?night (?:of|on)) ") + rf"(?P<weekday>{WEEKDAY})",
        overnight_weekday,
    ),
    rule(
        "between from",
        WEEKLY,
        i(r"(?:between|from) ")
        + rf"(?P<weekday>{WEEKDAY})(?i: evening| night| afternoon)?(?i: and| to| until| into)(?i: early)? "
        + rf"(?P<to>{WEEKDAY})(?i: morning)?",
        overnight_weekday,
    ),
    rule("the", NIGHTLY, i(r"the night before last"), before_last),
    *(
        rule("in the during", NIGHTLY, i(r"(?:in |during )?the early hours (?:of|on) ") + named, read)
        for named, read in (
            (DATE_MDY, date_of("night")),
            (DATE_DMY, date_of("night")),
            (rf"(?P<weekday>{WEEKDAY})(?: morning)?", overnight_weekday),
        )
    ),
    rule(
        "last overnight during in through throughout the nightly pre",
        NIGHTLY,
        i(
            r"last night(?! of\b)|overnight|(?:during|in|through(?:out)?) the night"
            r"|the night(?! (?:before|prior|after))"
            r"|nightly raid|pre-dawn|in the early hours"
        ),
        overnight,
    ),
)

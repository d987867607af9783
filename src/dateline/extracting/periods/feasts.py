"""Feasts that have the same date everywhere they are called so, and the days beside them."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.periods import dates
from dateline.extracting.periods.mention import Context, Mention, Reader, Rule, at, rule
from dateline.extracting.periods.tense import ahead
from dateline.extracting.periods.words import DATE_YEAR, NUMBER, NUMBERS, POINTING, count_of, year_number
from dateline.records.period import Granularity, Period

_FEASTS: Final[tuple[tuple[str, tuple[int, int]], ...]] = (
    (r"New Year['’]s Eve", (12, 31)),
    (r"(?:the )?New Year(?:['’]s(?: Day)?)?", (1, 1)),
    (r"Christmas Eve", (12, 24)),
    (r"Christmas(?: Day)?", (12, 25)),
)
#: "ahead of Christmas", "with New Year's Eve days away": the feast places the figure near itself and not on its day.
_BESIDE: Final = re.compile(
    r"\b(?:before|after|ahead of|run-?up to|lead-?up to|eve of|approach\w*|near(?:s|ed|ing)|with|between|either side of"
    r"|preceding|following|past) (?:the )?$",
    re.IGNORECASE,
)


def holiday(month: int, number: int, granularity: Granularity = "day") -> Reader:
    """The feast's last day; nothing where words before set the figure beside it."""

    def read(match: re.Match[str], context: Context) -> Mention | None:
        if _BESIDE.search(match.string[: match.start()]):
            return None
        if match["year"]:
            day = dates.day(year_number(match["year"], context.ref), month, number)
        else:
            day = dates.recent_day(month, number, context.ref, ahead(match, context, firmly=True))
        return at(match, Period.of_day(day, granularity)) if day is not None else None

    return read


def beside_holiday(match: re.Match[str], context: Context) -> Mention | None:
    """ "two days before Christmas": the last such day that has begun."""
    month, number = next(day for name, day in _FEASTS if re.fullmatch(name, match["feast"]))
    night = match["unit"].lower().startswith("night")
    by = count_of(match["count"]) * (1 if match["side"].lower() == "after" else -1)
    found = [
        day + by * dates.DAY
        for year in range(context.ref.year - 1, context.ref.year + 2)
        if (day := dates.day(year, month, number)) is not None
    ]
    past = [day for day in found if day <= context.ref]
    return at(match, Period.of_day(max(past), "night" if night else "day")) if past else None


_YEAR: Final = rf"(?:,? (?P<year>{DATE_YEAR}))?"

RULES: Final[tuple[Rule, ...]] = (
    rule(
        f"a an the {NUMBERS}",
        POINTING,
        rf"(?:(?i:an?|the|(?P<count>{NUMBER}))) (?i:(?P<unit>days?|nights?) (?P<side>before|after|ahead of)) "
        rf"(?P<feast>{'|'.join(name for name, _ in _FEASTS)})",
        beside_holiday,
    ),
    rule("new", POINTING, r"New Year['’]s Eve" + _YEAR, holiday(12, 31, "night")),
    rule("new", POINTING, r"New Year['’]s Day" + _YEAR, holiday(1, 1)),
    rule("christmas", POINTING, r"(?<!Orthodox )Christmas Eve" + _YEAR, holiday(12, 24)),
    rule("christmas", POINTING, r"(?<!Orthodox )Christmas(?: Day)?(?! [a-z]+s\b)" + _YEAR, holiday(12, 25)),
)

"""What the sentence named earlier: the year of "in 2024, on 1 June", the month of "last June, on the 1st"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import dates
from dateline.extracting.periods.mention import Context
from dateline.extracting.periods.words import DATE_YEAR, MONTH, YEAR, month_number, year_number
from dateline.records.period import Period

#: A year on its own before a date: at the start of a clause, or after "in", where nothing is compared with it.
_YEAR: Final = when_asked(
    r"(?:(?:^|[,;:(—–] ?|\b(?:and|but|that) )(?i:(?:back )?in |during )?"
    r"|(?<!than )(?<!as )(?<!from )(?<!with )(?<!to )(?i:\bin |\bduring |\bof ))"
    rf"(?P<year>(?i:last year|this year|the year before last)|{YEAR}),? "
    r"(?i:(?:back |early |late )?(?:on|in|during|since|from|over|between|by|until|overnight on) )?(?:the )?$"
)
_MONTH: Final = when_asked(
    rf"(?P<compared>\b(?i:than|from|since|as) (?i:in )?)?(?i:(?P<which>last|this) )?\b(?P<month>{MONTH})"
    rf"(?:,? (?P<year>{DATE_YEAR}))?(?! \d{{1,2}}(?!\d|[,.]\d))"
)


def year_of(match: re.Match[str], context: Context) -> int | None:
    """The year that stands alone right before a date, for a date without its own."""
    found = _YEAR.search(match.string[: match.start()])
    return year_number(found["year"], context.ref) if found is not None else None


def months(match: re.Match[str], context: Context) -> set[Period]:
    """The months that the sentence names before these words, other than to compare with them: of a day without a month
    the one month named is meant, and none of several."""
    found = set()
    for named in _MONTH.finditer(match.string[: match.start()]):
        if named["compared"]:
            continue
        number = month_number(named["month"])
        if named["year"]:
            month = dates.month(year_number(named["year"], context.ref), number, context.ref)
        else:
            month = dates.recent_month(number, context.ref)
            if (named["which"] or "").lower() == "last" and month.contains(context.ref):
                month = dates.back(month, "year")
        found.add(month)
    return found

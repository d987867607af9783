"""Days and nights named one by one: "28 and 29 May", "June 2, 3 and 4", "the nights of 1 and 2 June". Those that follow
one another are one stretch; of others a figure may be of one or of all, and the text does not say."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from typing import Final

from dateline.extracting.periods import dates, earlier
from dateline.extracting.periods.days import resolve_day
from dateline.extracting.periods.mention import Context, Mention, Rule, at, rule, several
from dateline.extracting.periods.words import (
    DATE_YEAR,
    DATED,
    DAY,
    MONTH,
    MONTHS,
    NUMBERED,
    day_number,
    i,
    month_number,
)
from dateline.records.period import Period


def days(match: re.Match[str], context: Context) -> Mention | None:
    """All days of the list where they follow one another."""
    entries = [(found["before"] or found["after"] or "", found["day"]) for found in _ENTRY.finditer(match["list"])]
    months = _filled([name for name, _ in entries])
    last = resolve_day(match, months[-1], entries[-1][1], match["year"], context)
    if last is None:
        return None
    run = [_up_to(last, month_number(name), day_number(day)) for name, (_, day) in zip(months, entries, strict=True)]
    first = run[0]
    if match["or"] or first is None or any(a is None or b is None or b - a != dates.DAY for a, b in _pairs(run)):
        return several(match, context)
    return at(match, Period.through(first, last))


def _filled(names: list[str]) -> list[str]:
    """The month of each day: of one without, that of the day before it, or of the first after it that has one."""
    known = next(name for name in names if name)
    return [known := name or known for name in names]


def _up_to(last: dt.date, month: int, number: int) -> dt.date | None:
    """The last such day on or before `last`; None where no calendar has it."""
    found = dates.day(last.year, month, number)
    return dates.day(last.year - 1, month, number) if found is not None and found > last else found


def _pairs(run: list[dt.date | None]) -> list[tuple[dt.date | None, dt.date | None]]:
    return list(itertools.pairwise(run))


_ENTRY: Final = re.compile(rf"(?:(?P<before>{MONTH}) )?\b(?P<day>{DAY})\b(?: (?P<after>{MONTH}))?")
#: No comma between two: "on 28 August, and 22 got through".
_AND: Final = r" (?:and|(?P<or>or)) (?:on )?(?:the )?"
_YEAR: Final = rf"(?:,? (?P<year>{DATE_YEAR}))?"
_DAY_FIRST: Final = rf"(?P<list>{DAY}(?: {MONTH})?(?:(?:, {DAY}(?: {MONTH})?)+,?)?{_AND}{DAY} {MONTH}){_YEAR}(?!,\d)"
_MONTH_FIRST: Final = (
    rf"(?P<list>{MONTH} {DAY}(?!\d)(?:(?:, (?:{MONTH} )?{DAY}(?!\d))+,?)?{_AND}(?:{MONTH} )?{DAY})(?!\d|[,.]\d)"
    rf"(?! (?:\w+ )?(?:drones|missiles|people|others|civilians|on|in)){_YEAR}"
)


def ordinals(match: re.Match[str], context: Context) -> Mention | None:
    """ "on the 3rd, 7th and 12th": all of them where they follow one another in the one month that is meant."""
    numbers = [int(number) for number in re.findall(r"\d+", match.group())]
    named = earlier.months(match, context)
    if len(named) > 1 or any(b - a != 1 for a, b in itertools.pairwise(numbers)):
        return several(match, context)
    month = named.pop().start if named else context.ref
    first, last = (dates.day(month.year, month.month, number) for number in (numbers[0], numbers[-1]))
    if first is None or last is None or last > context.ref:
        return several(match, context)
    return at(match, Period.through(first, last))


_ORDINAL: Final = r"[0-3]?\d(?:st|nd|rd|th)"

#: Tried before the nights between two days.
NIGHTS: Final[tuple[Rule, ...]] = tuple(
    rule("the nights", DATED, i(r"(?:the )?nights of (?:the )?") + listed, days)
    for listed in (_DAY_FIRST, _MONTH_FIRST)
)
RULES: Final[tuple[Rule, ...]] = (
    rule(f"the {MONTHS}", DATED, i(r"(?:the )?") + _MONTH_FIRST, days),
    rule("the 0", DATED, i(r"(?:the )?") + _DAY_FIRST, days),
    rule(
        "the",
        NUMBERED,
        i(rf"the {_ORDINAL}(?:(?:, (?:the )?{_ORDINAL})+,?)(?: and (?:on )?(?:the )?{_ORDINAL})?")
        + r"(?! [a-z]+ies\b)",
        ordinals,
    ),
)

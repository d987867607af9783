"""The war itself as a stretch of time: "of the war", "since the invasion began", "on record"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from dateline.extracting.periods import dates
from dateline.extracting.periods.mention import Context, Kind, Mention, Rule, at, rule
from dateline.extracting.periods.words import (
    MONTH,
    NUMBER,
    ORDINAL,
    POINTING,
    WAR,
    WARLIKE,
    YEAR,
    count_of,
    i,
    ordinal_number,
)
from dateline.records.period import Period


def war(match: re.Match[str], context: Context) -> Mention | None:
    """From the war's first day to the report's; nothing where the words date another war's beginning."""
    year = re.search(rf" in (?:{MONTH} )?({YEAR})$", match.group())
    if year is not None and int(year[1]) != context.war_start.year:
        return None
    stop = max(context.ref, context.war_start) + dates.DAY
    kind: Kind = "since" if match.group().lower().startswith("since") else "war"
    return Mention(match.start(), match.end(), kind, Period(context.war_start, stop))


_NAMED: Final = re.compile(rf"\b{WAR}\b", re.IGNORECASE)


def its_start(match: re.Match[str], context: Context) -> Mention | None:
    """ "since its beginning" behind words for the war."""
    return war(match, context) if _NAMED.search(match.string, 0, match.start()) else None


def first_of_war(match: re.Match[str], context: Context) -> Mention | None:
    """ "the war's first fourteen months": counted from its first day, which only a known war has."""
    if context.war_start == dt.date.min:
        return Mention(match.start(), match.end(), "duration", unit=match["unit"].lower())
    count = count_of(match["count"]) if match["count"] else 1
    opened = Period.of_day(context.war_start)
    after = dates.back(opened, match["unit"].lower(), -count).start
    return at(match, Period(context.war_start, min(after, context.ref + dates.DAY)))


def nth_of_war(match: re.Match[str], context: Context) -> Mention | None:
    """ "the third year of the war", counted from its first day; "by the end of" it everything up to there."""
    number, unit = ordinal_number(match["nth"]), match["unit"].lower()
    if context.war_start == dt.date.min or number is None:
        return Mention(match.start(), match.end(), "duration", unit=unit)
    opened = Period.of_day(context.war_start)
    start, after = (dates.back(opened, unit, 1 - number - more).start for more in (0, 1))
    if match["end"] and after <= context.ref:
        return at(match, Period(context.war_start, after))
    return at(match, Period(start, min(after, context.ref + dates.DAY))) if start <= context.ref else None


def anniversary(match: re.Match[str], context: Context) -> Mention | None:
    """ "on the eve of the war's third anniversary": that day, of a war whose first day is known."""
    number = ordinal_number(match["nth"])
    if context.war_start == dt.date.min or number is None:
        return Mention(match.start(), match.end(), "vague", unit="past")
    day = dates.back(Period.of_day(context.war_start), "year", -number)
    return at(match, day.moved(-1, -1) if match["eve"] else day)


_IN_YEAR: Final = rf"(?: in (?:{MONTH} )?{YEAR})?"

_WAR_S: Final = rf"(?:the )?{WAR}['’]s"
_FIRST: Final = r"(?:first|opening) (?:(?P<count>" + NUMBER + r") )?(?P<unit>day|week|month|year)s?"
_NTH: Final = rf"(?P<nth>{ORDINAL}) (?P<unit>day|week|month|year)"
_STARTS: Final = "in over during for within throughout by at until till before toward towards"
_IN: Final = r"(?:(?:in|over|during|for|within|throughout) )?"
_END: Final = r"(?:(?P<end>(?:by|at|until|till|before|towards?) the (?:end|close) of )|" + _IN[3:-1] + "?"
_ON: Final = r"on (?P<eve>the eve of )?"

RULES: Final[tuple[Rule, ...]] = (
    *(
        rule(f"{_STARTS} the war invasion conflict full", WARLIKE, i(before + words), read)
        for read, before, patterns in (
            (first_of_war, _IN, (rf"{_WAR_S} {_FIRST}", rf"the {_FIRST} of (?:the |its |this )?{WAR}")),
            (nth_of_war, _END, (rf"{_WAR_S} {_NTH}", rf"(?:the|its) {_NTH} of (?:the |its |this )?{WAR}")),
        )
        for words in patterns
    ),
    *(
        rule("on", WARLIKE, i(_ON + words), anniversary)
        for words in (
            rf"{_WAR_S} (?P<nth>{ORDINAL}) anniversary",
            rf"the (?P<nth>{ORDINAL}) anniversary of (?:the |its |\w+['’]s )?{WAR}",
        )
    ),
    rule(
        "since from after before in of during throughout over for the start beginning outbreak onset launch course"
        " whole entire length duration",
        WARLIKE,
        i(
            rf"(?:since|from|after|before|in|of|during|throughout|over|for)? ?(?:the )?(?:start|beginning"
            rf"|outbreak|onset|launch|course|whole|entire|length|duration) of (?:the |its |\w+['’]s )?{WAR}"
        ),
        war,
    ),
    rule(
        "since",
        WARLIKE,
        i(
            rf"since (?:the |its |\w+['’]s )?(?:\d{{4}} )?{WAR}(?:'s (?:start"
            rf"|beginning))?(?: (?:began|started|was launched|broke out))?"
        )
        + _IN_YEAR,
        war,
    ),
    rule("since", WARLIKE, i(r"since its (?:start|beginning|outbreak|onset|launch)"), its_start),
    rule(
        "since",
        WARLIKE,
        i(
            r"since (?:the )?\w+(?: forces| troops)? (?:first )?(?:invaded|launched (?:its"
            r"|the|a) [\w-]* ?invasion|started the war|began its invasion)"
        )
        + _IN_YEAR,
        war,
    ),
    rule(
        "since the full large all whole entire war invasion conflict fighting hostilities",
        WARLIKE,
        i(rf"(?:since )?(?:the )?{WAR}(?:'s)? (?:began|started|start|beginning)"),
        war,
    ),
    rule(
        "of in during throughout for",
        WARLIKE,
        i(
            rf"(?:of|in|during|throughout|for) (?:the |this |\w+['’]s )?(?:\w+-year(?:-old)? )?(?:\d{{4}} )?{WAR}"
            r"(?: (?:so far|to date))?"
        ),
        war,
    ),
    rule("the", WARLIKE, i(rf"the {WAR}'s"), war),
    rule(
        "on to of so ever yet",
        POINTING,
        i(
            r"on record|to date|of all time|(?:so far|ever recorded|yet recorded)(?= ?[.,;]|$)"
            r"|ever(?= ?[.,;]|$| recorded)"
        ),
        war,
    ),
)

"""The war itself as a stretch of time: "of the war", "since the invasion began", "on record"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting import dates
from dateline.extracting.periods.mention import Context, Kind, Mention, Rule, rule
from dateline.extracting.periods.words import MONTH, POINTING, WAR, WARLIKE, YEAR, i
from dateline.records.period import Period


def war(match: re.Match[str], context: Context) -> Mention | None:
    """From the war's first day to the report's; nothing where the words date another war's beginning."""
    year = re.search(rf" in (?:{MONTH} )?({YEAR})$", match.group())
    if year is not None and int(year[1]) != context.war_start.year:
        return None
    stop = max(context.ref, context.war_start) + dates.DAY
    kind: Kind = "since" if match.group().lower().startswith("since") else "war"
    return Mention(match.start(), match.end(), kind, Period(context.war_start, stop))


_IN_YEAR: Final = rf"(?: in (?:{MONTH} )?{YEAR})?"

RULES: Final[tuple[Rule, ...]] = (
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

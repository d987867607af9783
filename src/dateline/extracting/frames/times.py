"""How often something happened: "was hit 14 times since June", "ten times a day", "the fourth attack on it this year",
"his third visit since January". No ledger counts such things one by one; the claim is read all the same."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts import numerals
from dateline.extracting.amounts.numerals import number, ordinal
from dateline.extracting.belonging.locating import located
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.signs import Signs

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = r"\btimes\b|(?:first|second|third|th)\b"

_TIMES = when_asked(
    rf"(?<![\w,.-])(?P<count>\d[\d,]*|{numerals.WORDS}) times(?: (?P<rate>an?|per|each|every) (?P<unit>day|night|week"
    r"|month|year))?(?! (?:as|more|less|fewer|the|that|those|its|their|his|what|larger|bigger|higher|greater|faster"
    r"|over|out|or|worse|better|smaller|lower|\w+er\b))(?![\w-])",
    re.IGNORECASE,
)
_EVENT: Final = (
    r"(?P<noun>(?:[a-z-]+ ){0,2}?(?:attack|strike|raid|bombing|assault|incursion|massacre|visit|trip|killing|airstrike"
    r"|shelling|blackout|outage|offensive|ceasefire|truce|veto|evacuation|exchange|swap|prisoner exchange|convoy"
    r"|journalist|test|launch|resolution|extension|attempt|breach|violation|package|round of sanctions)(?:s)?)"
)
_SINCE: Final = (
    r"(?: (?:on|of|in|at|to|against|by|for|from) [^,;.]{2,40}?)?"
    r" (?:since|this (?:year|month|week|summer|winter|spring|autumn)|so far this|in (?:a|two|three|four|five|six|\d+)"
    r" (?:days|weeks?|months?|years?|nights)|of the (?:year|war|month))(?!\w)"
)
_NTH = when_asked(
    rf"\b(?:the|his|her|its|their|[\w-]+['’]s?) (?P<nth>{numerals.ORDINAL}) (?:such )?{_EVENT}(?={_SINCE})",
    re.IGNORECASE,
)
#: "and the 14th since October", "his fourth since January": of what has been named before.
_NTH_ALONE = when_asked(
    rf"\b(?:the|his|her|its|their) (?P<nth>{numerals.ORDINAL})(?= (?:since|this (?:year|month|week)|so far this)\b)",
    re.IGNORECASE,
)
#: "changed hands for the fourth time in three weeks".
_NTH_TIME = when_asked(
    rf"\bfor (?:the|a) (?P<nth>{numerals.ORDINAL}) time(?= (?:in \w+ (?:days|weeks?|months?|years?)"
    r"|since|this (?:year|month|week|summer|winter|spring|autumn))(?!\w))",
    re.IGNORECASE,
)
_NAMED = when_asked(rf"\b{_EVENT}(?!\w)")
#: What each pattern needs at least (re2, see `signs`): most sentences that name a north or a month count nothing.
_SIGNS: Final = Signs(
    {
        "nth_time": r" time (?:in|since|this) ",
        "times": r"times\b",
        "nth": r"(?:the|his|her|its|their|['’]s?) (?:\S* )?\S*(?:first|second|third|st|nd|rd|th) (?s:.*)"
        r"(?:since|this (?:year|month|week|summer|winter|spring|autumn)|so far this|of the (?:year|war|month)"
        r"|in \S+ (?:day|week|month|year|night))",
    }
)


def find(parse: Parse) -> None:
    """Adds a claim for each count of times, and for each ordinal that counts the events of a stretch."""
    seen = _SIGNS(parse.text)
    for match in _TIMES.finditer(parse.text) if "times" in seen else ():
        _times(parse, match)
    for match in _NTH_TIME.finditer(parse.text) if "nth_time" in seen else ():
        _nth(parse, match, "times")
    if "nth" not in seen:
        return
    for match in _NTH.finditer(parse.text):
        _nth(parse, match, match["noun"])
    for match in _NTH_ALONE.finditer(parse.text):
        named = _NAMED.search(parse.text[: match.start()])
        _nth(parse, match, named["noun"] if named is not None else "")


def _times(parse: Parse, match: re.Match[str]) -> None:
    value, start, end = number(match["count"]), match.start(), match.end()
    inside = [(i, a) for i, a in enumerate(parse.amounts) if a.core_start < end and start < a.core_end]
    if value is None or value < 2 or any(i in parse.used for i, _ in inside) or _taken(parse, start, end):
        return
    parse.used.update(i for i, _ in inside)
    start = min([start, *(a.start for _, a in inside)])
    unit = f"times/{match['unit'].lower()}" if match["rate"] else "times"
    parse.found.append(
        claim(
            parse, start, end, "rate" if match["rate"] else "level", None,
            value=value, unit=unit, comparator=inside[0][1].comparator if inside else "eq",
            noun="times", period=period_of(parse, start, end, ""), place=located(parse, start, end),
            attribution=speaker(parse, start),
        )
    )  # fmt: skip


def _nth(parse: Parse, match: re.Match[str], noun: str) -> None:
    value, (start, end) = ordinal(match["nth"]), match.span()
    if value is None or value < 2 or _taken(parse, start, end):
        return
    head = noun.lower().rpartition(" ")[2]
    unit = f"{head.removesuffix('s')}s" if head else None
    parse.skipped[:] = [s for s in parse.skipped if not (s.start < end and start < s.end)]
    parse.found.append(
        claim(
            parse, start, end, "level", None,
            value=value, unit=unit, noun=unit or "", period=period_of(parse, start, end, ""),
            place=located(parse, start, end), attribution=speaker(parse, start),
        )
    )  # fmt: skip


def _taken(parse: Parse, start: int, end: int) -> bool:
    a, b = parse.sentence.start + start, parse.sentence.start + end
    return any(c.quote.start < b and a < c.quote.end for c in parse.found)

"""Counts of meetings: "the third round of negotiations", "their fifth meeting this winter", "two rounds of talks"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts import numerals
from dateline.extracting.amounts.numerals import number, ordinal
from dateline.extracting.belonging.locating import located
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.belonging.windows import window_after
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.signs import Signs
from dateline.languages import en
from dateline.records.period import Period

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = r"rounds?\b|meetings?\b|sessions?\b|summits?\b|\bmet\b|\btalks\b"
_KIND: Final = (
    r"(?P<kind>rounds?(?: of (?:[\w-]+ ){0,3}?(?:talks|negotiations|consultations|meetings|diplomacy))?"
    r"|meetings?|sessions?"
    r"|summits?|(?:peace |direct )?talks)(?![\w-])"
)
_QUALITY: Final = (
    r"(?:(?!of\b|the\b|in\b|on\b|to\b|into\b|after\b|before\b|for\b|(?:hour|day|week|month)s?\b)[\w-]+ ){0,3}?"
)
_NTH = when_asked(
    rf"(?:\b(?:the|their|a|its|[\w-]+['’]s?) )?(?P<nth>{numerals.ORDINAL}) {_QUALITY}{_KIND}", re.IGNORECASE
)
_COUNTED = when_asked(rf"(?<![\w,.-])(?P<count>\d+|{numerals.WORDS}) {_QUALITY}{_KIND}", re.IGNORECASE)
_TIMES = when_asked(
    rf"\bmet(?: face to face| directly| there| in [A-Z]\w+)? (?P<count>once|twice|\d+"
    rf"|{numerals.WORDS})(?: times)?(?![\w-])",
    re.IGNORECASE,
)
_AGAIN = when_asked(
    rf"\b(?:met|meet|sat down)(?: \w+){{0,6}}? for the (?P<nth>{numerals.ORDINAL}) time(?![\w-])", re.IGNORECASE
)
#: Whose meetings these are: without one of these words a meeting is any committee's.
_SIDES = when_asked(
    r"\b(?:talks|negotiat\w+|delegations?|mediat\w+|envoys?|peace"
    r"|the (?:two )?(?:sides|presidents|leaders|countries|men)"
    r"|both sides|warring|(?-i:[A-Z][a-z]+ and [A-Z][a-z]+)|diplomats|leaders|presidents"
    r"|(?-i:President|Prime Minister|Foreign Secretary|Foreign Minister|Secretary of State)|ceasefire|truce"
    r"|foreign ministers|counterparts?)\b",
    re.IGNORECASE,
)
_BODY = when_asked(r"\b(?:Security Council|committee|cabinet|parliament|shareholders|board|emergency)\b", re.IGNORECASE)
#: What each pattern needs at least (re2, see `signs`): most sentences that name a meeting or talks count none.
_BEHIND: Final = r" (?:[\pL\pN_-]+ ){0,3}(?:round|meeting|session|summit|talks|(?:peace|direct) talks)"
_SIGNS: Final = Signs(
    {
        "nth": rf"(?:first|second|third|st|nd|rd|th){_BEHIND}",
        "counted": r"(?:\pN|half|quarter|hundred|dozen|thousand|(?:m|b|tr)illion"
        rf"|{'|'.join((*en.TENS, *en.ONES))}){_BEHIND}",
        "again": "(?:met|meet|sat down) (?s:.*)time",
        "times": r"\bmet ",
    }
)


def find(parse: Parse) -> None:
    """Adds a claim for each count of rounds or meetings of those who negotiate; no ledger holds enough to settle it."""
    seen = _SIGNS(parse.text)
    for match in _NTH.finditer(parse.text) if "nth" in seen else ():
        _add(parse, match, ordinal(match["nth"]), match["kind"])
    for match in _COUNTED.finditer(parse.text) if "counted" in seen else ():
        _add(parse, match, number(match["count"]), match["kind"])
    for match in _AGAIN.finditer(parse.text) if "again" in seen else ():
        _add(parse, match, ordinal(match["nth"]), "meetings")
    for match in _TIMES.finditer(parse.text) if "times" in seen else ():
        spelt = {"once": 1.0, "twice": 2.0}.get(match["count"].lower()) or number(match["count"])
        if spelt is not None and ("times" in match.group() or match["count"].lower() in ("once", "twice")):
            _add(parse, match, spelt, "meetings")


def _add(parse: Parse, match: re.Match[str], value: float | None, kind: str) -> None:
    start, end = match.span()
    base = parse.sentence.start
    if value is None or any(c.quote.start < base + end and base + start < c.quote.end for c in parse.found):
        return
    if not _SIDES.search(parse.text) or _BODY.search(match.group()):
        return
    unit = kind.lower().split(" ")[0].rstrip("s") + "s" if "talks" not in kind.split(" ")[-1:] else "rounds"
    unit = "rounds" if kind.lower().startswith("round") else unit
    window = window_after(parse, end)
    amounts = [(i, a) for i, a in enumerate(parse.amounts) if start <= a.core_start < end]
    parse.used.update(i for i, _ in amounts)
    parse.found.append(
        claim(
            parse,
            min([start, *(a.start for _, a in amounts)]),
            end,
            "level",
            "talks.meetings",
            value=value,
            unit=unit,
            comparator=amounts[0][1].comparator if amounts else "eq",
            period=window.period if window is not None and window.kind == "at" else _when(parse, start, end),
            place=located(parse, start, end),
            attribution=speaker(parse, start),
        )
    )


def _when(parse: Parse, start: int, end: int) -> Period | None:
    return period_of(parse, start, end, "talks")

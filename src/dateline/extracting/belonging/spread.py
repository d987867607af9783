"""Figures of each of several stretches or places, or of the best or worst of them, which no sum over all answers: "more
than 200 in each month of 2025", "over 400 in six of its twelve months", "38 on the worst day of November"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts import numerals
from dateline.extracting.amounts.numerals import number
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention
from dateline.records.claim import Frame, Measure
from dateline.records.period import Period

_UNIT: Final = r"(?P<unit>day|night|week|weekend|month|quarter|season|year)"
_COUNT: Final = rf"(?:\d{{1,2}}|{numerals.WORDS})"
_OF: Final = (
    r"of (?:(?:the|its|those|these|last|past|previous|first|that|this|[12]\d{3}['’]s|[\w-]+['’]s|\d+|[a-z]+) ){0,4}"
)
#: "in each month", "on most days", "in six of the twelve months", "in three months of 2025".
_EACH: Final = when_asked(
    rf"\b(?:in|on|during|over|for) (?:(?:almost|nearly|only|just) )?(?:"
    rf"(?:each|every|most|some|many|several|a few|few|certain|other)(?: (?:single|other|{_OF}))? ?{_UNIT}s?"
    rf"|(?:all but )?{_COUNT} {_OF}{_UNIT.replace('unit', 'unit2')}s"
    rf"|{_COUNT} {_UNIT.replace('unit', 'unit3')}s (?:of|in|out of) (?:[12]\d{{3}}|(?:last|this|the) year)"
    r")\b(?!-)",
    re.IGNORECASE,
)
#: "on the worst day of November", "in a single week".
_ONE: Final = when_asked(
    r"\b(?:in|on|during|over|within) (?:(?:the|its|their) (?:(?:single|most|least) )?(?:\w{2,}est|best|worst|peak"
    r"|most \w+) (?:single )?|(?:just )?(?:a|one) single |just one |one |a )"
    rf"{_UNIT}\b(?! (?:ago|earlier|before|later|after|of (?:war|fighting)))",
    re.IGNORECASE,
)
#: "in the space of three days in March".
_SPELL: Final = when_asked(
    rf"\b(?:in|over|within|during) (?:just |only |barely |the )?(?:(?:space|course|span) of )(?:just )?"
    rf"(?P<count>an?|{_COUNT}) {_UNIT}s?\b(?! (?:ago|earlier|before|later|after|of (?:war|fighting)))",
    re.IGNORECASE,
)
#: "each of the two regions lost more than 300", "300 square kilometres apiece".
_EACH_PLACE: Final = when_asked(
    r"\b(?:each|every|neither|any)(?: one)? (?:of (?:the|these|those) )?(?:\w+ ){0,2}?(?:regions?|oblasts?|provinces?"
    r"|districts?|sectors?|axes|axis|fronts?|directions?)\b",
    re.IGNORECASE,
)
_APIECE: Final = when_asked(r"(?: [\w²]+){0,3}? (?:each|apiece)\b(?! (?:day|night|week|month|quarter|year|of)\b)")
_DAYS: Final = {"day": 1, "night": 1, "weekend": 3, "week": 7, "month": 31, "quarter": 92, "season": 92, "year": 366}
_LEVELS: Final = ("level", "part_of")
#: What is summed over days; of strikes only longer stretches are, single nights have a search of their own.
_NIGHTLY: Final = "strikes."
_SUMMED: Final = ("territory.net_change", "territory.gained", "territory.lost", "casualties.")


def spread(
    parse: Parse, start: int, end: int, frame: Frame, measure: Measure | None, period: Period | None
) -> str | None:
    """What the figure at `text[start:end]` is of where its period is not that as a whole; None where it is."""
    if measure is None or not measure.startswith((*_SUMMED, _NIGHTLY)):
        return None
    nightly = measure.startswith(_NIGHTLY)
    if frame == "rate" and re.match(r"up to\b", parse.text[start:end], re.IGNORECASE):
        return "the most in any one of them, and not the average of all"
    if frame not in _LEVELS:
        return None
    a, b = parse.clause(start)
    if not nightly and _MARK.match(parse.text, start) and any(_in_month(m, end) for m in parse.mentions):
        return "a mark that a running count passed in that time"
    if not nightly and (_EACH_PLACE.search(parse.text, a, b) or _APIECE.match(parse.text, end, b)):
        return "each of several places, and not all of them together"
    told = (m for p in (_EACH, _ONE, _SPELL) for m in p.finditer(parse.text, a, b) if _apart(parse, m, start, end))
    found = next((m for m in told if not nightly or _unit(m) not in ("day", "night") or "count" in m.groupdict()), None)
    if found is None or period is None:
        return None
    unit, spell = _unit(found), found.groupdict().get("count")
    if spell and any(m.start < found.end() and found.start() < m.end and m.kind == "at" for m in parse.mentions):
        return None  # "in the two weeks to 5 May" is dated itself
    longer = period.days > _DAYS[unit] * (number(spell or "one") or 1.0)
    return f"one {unit} of those days, or each of several, and not all of them together" if longer else None


def _unit(match: re.Match[str]) -> str:
    return next(v for k, v in match.groupdict().items() if k.startswith("unit") and v).lower()


#: "The toll passed 72,000 in February": it was above that afterwards as well, and a sum says nothing of when.
_MARK: Final = when_asked(r"(?:pass|topp|exceed|surpass|cross)(?:ed|es|ing) ", re.IGNORECASE)
#: Characters behind a figure in which its date stands.
_BESIDE: Final = 14


def _in_month(mention: Mention, end: int) -> bool:
    short = mention.period is not None and mention.period.days <= _DAYS["month"]
    return mention.kind == "at" and short and end <= mention.start <= end + _BESIDE


def _apart(parse: Parse, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the words stand beside the figure's own, with no other figure between."""
    first, last = sorted(((start, end), match.span()))
    between = parse.text[first[1] : last[0]]
    return not any(a.start >= first[1] and a.end <= last[0] for a in parse.amounts) and ";" not in between

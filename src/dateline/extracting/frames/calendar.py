"""Weekdays beside dates, and how long the war has lasted: "Saturday, May 31", "the fourth year of the war"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting import dates
from dateline.extracting.numerals import number
from dateline.extracting.parse import Parse
from dateline.extracting.quantities import Skipped
from dateline.extracting.scope import claim
from dateline.languages import en
from dateline.records.period import Period

_WAR: Final = (
    r"(?:the |this |its |a |\w+['’]s |full-scale |large-scale |all-out |grinding |brutal |bloody "
    r"|ongoing |\w+ian )*(?:war|conflict|invasion)"
)
_ORDINAL: Final = rf"(?P<ordinal>{'|'.join(en.ORDINALS)}|(?<![\d,])\d[\d,]*(?:st|nd|rd|th))"
#: "the fourth year of the war", "now in its fourth year", "entering a fourth year".
_YEAR_OF = re.compile(
    rf"(?:(?:the|its|a|their) )?{_ORDINAL} (?P<unit>year|month|day|week|winter|summer) of {_WAR}(?!\w)", re.IGNORECASE
)
_WAR_IN = re.compile(
    rf"{_WAR}(?:[^.;,]{{0,30}}?|,? )(?:is |now |was )?(?:in|into|entering|entered|enters) (?:its|a"
    rf"|the) {_ORDINAL} (?P<unit>year|month|week)(?!\w)",
    re.IGNORECASE,
)
#: "three years into the war", "more than three years after the invasion began", "after three years of war".
_SPAN = re.compile(
    rf"(?<![\d,])(?P<count>\d[\d,]*|{'|'.join(en.ONES)})(?:-and-a-half| and a half)? (?P<unit>year|month|day"
    rf"|week)s? (?:into"
    rf"|after|since|of) {_WAR}(?: (?:began|started))?(?!\w)",
    re.IGNORECASE,
)
_DAY_OF = re.compile(
    rf"\bday (?P<count>\d[\d,]*) of {_WAR}|(?P<nth>\d[\d,]*)(?:st|nd|rd|th) day of {_WAR}", re.IGNORECASE
)


_WAR_WORD: Final = r"war\b|conflict|invasion"
_WAR_NAMED = re.compile(_WAR_WORD, re.IGNORECASE)
#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "|".join((_WAR_WORD, *en.WEEKDAYS))


_ANNIVERSARY = re.compile(rf"(?:the |its )?{_ORDINAL} anniversary of {_WAR}", re.IGNORECASE)


def find(parse: Parse) -> None:
    """Adds weekday and elapsed claims. Only a war that the sentence does not set elsewhere is this theatre's."""
    for mention in parse.mentions:
        if mention.weekday and mention.period is not None:
            parse.found.append(
                claim(
                    parse,
                    mention.start,
                    mention.end,
                    "weekday",
                    "calendar.weekday",
                    period=mention.period,
                    dimensions={"weekday": mention.weekday.capitalize()},
                )
            )
    if _WAR_NAMED.search(parse.text) is None:
        return
    if parse.words.elsewhere.search(parse.text) and not parse.words.defender.search(parse.text):
        return
    for pattern in (_YEAR_OF, _WAR_IN):
        for match in pattern.finditer(parse.text):
            _ordinal(parse, match)
    for match in _ANNIVERSARY.finditer(parse.text):
        ordinal = match["ordinal"].lower()
        _elapsed(parse, match, float(en.ORDINALS.get(ordinal) or re.sub(r"\D", "", ordinal)), "years", ordinal=False)
    for match in _DAY_OF.finditer(parse.text):
        count = float((match["count"] or match["nth"]).replace(",", ""))
        _elapsed(parse, match, count, "days", ordinal=True)
    for match in _SPAN.finditer(parse.text):
        if _elsewhere_since(parse, match.end()):
            continue  # a war that began in 2014
        spelt = number(match["count"])
        if spelt is not None and spelt >= 1:
            _elapsed(
                parse,
                match,
                spelt + (0.5 if "half" in match.group().lower() else 0.0),
                match["unit"].lower() + "s",
                ordinal=False,
            )


def _elsewhere_since(parse: Parse, at: int) -> bool:
    """Whether the war meant is that of an area ("in the Donbas", "in the east"), which began earlier."""
    behind = re.match(r" (?:in|over|for) ", parse.text[at:])
    return behind is not None and parse.words.areas.match(parse.text, at + behind.end()) is not None


def _ordinal(parse: Parse, match: re.Match[str]) -> None:
    text = match["ordinal"].lower()
    value = float(en.ORDINALS.get(text) or re.sub(r"\D", "", text))
    unit = match["unit"].lower()
    if unit in ("winter", "summer"):
        return
    _elapsed(parse, match, value, unit + "s", ordinal=True)


def _elapsed(parse: Parse, match: re.Match[str], value: float, unit: str, *, ordinal: bool) -> None:
    start, end = match.span()
    inside = [(i, a) for i, a in enumerate(parse.amounts) if a.core_start < end and start < a.core_end]
    comparator = inside[0][1].comparator if inside else "eq"
    start = min([start, *(a.start for _, a in inside)])
    parse.used.update(i for i, _ in inside)
    parse.skipped[:] = [s for s in parse.skipped if not (s.start < end and start < s.end)]
    low = inside[0][1].low if inside else None
    high = inside[0][1].high if inside else None
    began = parse.words.theatre.war_start
    earlier = began is not None and unit == "years" and value >= (parse.ref - began).days / 365.25 + 2
    span = Period(began, max(parse.ref, began) + dates.DAY) if began is not None else None
    parse.found.append(
        claim(
            parse,
            start,
            end,
            "elapsed",
            "calendar.elapsed",
            value=value,
            low=low,
            high=high,
            unit=unit,
            comparator=comparator,
            period=span,
            dimensions={"ordinal": "true"} if ordinal else {},
            doubt="ambiguous_period" if earlier else None,
            doubt_detail="the text may count from an earlier beginning" if earlier else "",
        )
    )


def date_line(parse: Parse) -> list[Skipped]:
    """Of the page's own date line only the weekday is a claim."""
    find(parse)
    parse.found[:] = [c for c in parse.found if c.frame == "weekday"]
    return []

"""Figures told without a number: "the same share was held on May 3", "the net gain over the year was close to nil"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.locating import is_theirs
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Claim
from dateline.records.period import Period

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = r"the same (?:proportion|share|percentage|fraction|part)|\b(?:nil|zero|nought|naught|nothing)\b"
_SAME: Final = when_asked(
    r"\bthe same (?:proportion|share|percentage|fraction|part)(?: of (?:it|the country|[A-Z]\w+))?"
    r" (?:was|were|is|had been|has been|lay|stood)\b[^;.]*",
    re.IGNORECASE,
)
_NOTHING: Final = when_asked(
    r"\b(?:net |total |overall |territorial )*(?:growth|gains?|change|increase|advances?)\b[^;.]*?"
    r"\b(?:is|was|are|were|(?:comes?|came|amount(?:s|ed)?|add(?:s|ed) up) to|st(?:ands|ood) at)"
    r" (?P<near>(?:close to|near(?:ly)?|next to|almost|virtually|practically|about) )?(?:nil|zero|nought"
    r"|naught|nothing)\b",
    re.IGNORECASE,
)
_GROUND: Final = re.compile(r"\b(?:area|territor\w+|ground|land|occupied|front)\b", re.IGNORECASE)


def find(parse: Parse) -> None:
    """Adds the share of the sentence before at another date, and ground gained that came to nothing. Both may hold
    and are never refuted: what they count is carried over, or told loosely."""
    for match in _SAME.finditer(parse.text):
        if (found := _same(parse, match)) is not None:
            parse.found.append(found)
    for match in _NOTHING.finditer(parse.text):
        if _GROUND.search(match.group()) and not is_theirs(parse, match.start(), match.end()):
            parse.found.append(_nothing(parse, match))


def _same(parse: Parse, match: re.Match[str]) -> Claim | None:
    last = parse.before.last
    told = [c for c in last.found if c.frame == "share" and c.value is not None] if last is not None else []
    dated = [
        m
        for m in parse.mentions
        if m.kind == "at" and m.period is not None and not m.speech and match.start() <= m.start < match.end()
    ]
    if not told or not dated or dated[-1].period is None:
        return None
    before, day = told[-1], dated[-1].period
    held = before.measure == "territory.held"
    return claim(
        parse,
        match.start(),
        dated[-1].end,
        "share",
        before.measure,
        value=before.value,
        low=before.low,
        high=before.high,
        unit="%",
        comparator=before.comparator,
        period=Period.of_day(day.last) if held else day,
        place=before.place,
        dimensions=before.dimensions,
        attribution=speaker(parse, match.start(), points_back=True),
        inherited=True,
    )


def _nothing(parse: Parse, match: re.Match[str]) -> Claim:
    period = period_of(parse, match.start(), match.end(), "territory")
    return claim(
        parse,
        match.start(),
        match.end(),
        "level",
        "territory.net_change",
        value=0.0,
        unit="km2",
        comparator="approx" if match["near"] else "eq",
        period=period,
        attribution=speaker(parse, match.start()),
        doubt="ambiguous_period" if period is None else None,
        inherited=True,
    )

"""Ground gained in words: "most recent advances are concentrated in Donetsk", "smaller gains in Sumy"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.locating import is_theirs, joined_regions
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import dates
from dateline.records.period import Period
from dateline.records.place import Place

_GAIN: Final = (
    r"(?:territorial |ground |recent |latest |battlefield |russian |land )*(?:gains?|advances?|seizures?|captures?"
    r"|offensive operations|territory (?:gained|captured|seized))"
)
#: Whose the gains are: "most of October's gains", "the bulk of the past month's advances".
_WHOSE: Final = (
    r"the|its|their|these|that|[A-Z]\w+['’]s?"
    r"|(?:(?:the|that|last|this|past) )*(?:month|week|year|summer|autumn|winter|spring)['’]s"
)
#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "gain|advance|seizure|capture|offensive operations|territory"
_MOST = when_asked(
    rf"(?<!\w)(?:most(?: of (?:{_WHOSE}))?|(?:the (?:vast )?(?:bulk|majority|lion['’]s share)|more than half"
    rf"|over half) of"
    rf"(?: (?:{_WHOSE}))?) {_GAIN}(?:, [^,;.]{{1,24}},)?[^,;.]{{0,60}}?\b(?:in|to|on|around)(?= )",
    re.IGNORECASE,
)
_SOME = when_asked(
    rf"(?<!\w)(?:smaller|small|modest|minor|limited|slight|some|incremental|marginal|further|slower|tactical"
    rf"|lesser) {_GAIN} in(?= )",
    re.IGNORECASE,
)


def find(parse: Parse) -> None:
    """Adds a share without a number ("most") and levels without one ("smaller gains"), where a region is named."""
    for match in _MOST.finditer(parse.text):
        place = _region(parse, match.end())
        if place is not None and not is_theirs(parse, match.start(), match.start() + 1):
            end, joined = place[1], joined_regions(parse, match.start(), match.end())
            parse.found.append(
                claim(
                    parse,
                    match.start(),
                    end,
                    "share",
                    "territory.gained",
                    value=50.0,
                    unit="%",
                    comparator="gt",
                    period=_period(parse),
                    place=None if joined else place[0],
                    dimensions={"of": "whole"},
                    attribution=speaker(parse, match.start()),
                    doubt="ambiguous_place" if joined else _doubt(place[0]),
                    doubt_detail="one figure for two regions" if joined else _detail(place[0]),
                )
            )
    for match in _SOME.finditer(parse.text):
        place = _region(parse, match.end())
        if place is not None and not _on_attackers_soil(parse, place[1]):
            # "Some ground": anything that a map shows at all.
            parse.found.append(
                claim(
                    parse,
                    match.start(),
                    place[1],
                    "level",
                    "territory.gained",
                    low=0.5,
                    unit="km2",
                    comparator="gt",
                    noun="gains",
                    period=_period(parse),
                    place=place[0],
                    attribution=speaker(parse, match.start()),
                    doubt=_doubt(place[0]),
                    doubt_detail=_detail(place[0]),
                )
            )


def _doubt(place: Place):  # type: ignore[no-untyped-def]
    return None if place.level == "region" else "undefined_term"


def _detail(place: Place) -> str:
    return "" if place.level == "region" else f"no agreed borders of {place.name}"


def _region(parse: Parse, at: int) -> tuple[Place, int] | None:
    for mention in parse.places:
        if mention.start >= at and mention.start - at < 30:
            regions = [r for r in mention.rivals if r.level == "region"]
            return (regions[0] if regions else mention.place), mention.end
    return None


def _on_attackers_soil(parse: Parse, at: int) -> bool:
    start, _ = parse.clause(at - 1)
    return parse.words.soil.search(parse.text, start, at) is not None


def _period(parse: Parse) -> Period:
    """The time that the sentence names; "recent" and "now" are what the paragraphs before speak of, else 30 days."""
    named = [m.period for m in parse.mentions if m.kind in ("at", "since") and m.period is not None and not m.speech]
    if named:
        return named[0]
    known = parse.before.periods.get("territory")
    if known is not None and parse.sentence.block - parse.before.block <= 2:
        return known
    return dates.rolling(parse.ref, 30, "day")

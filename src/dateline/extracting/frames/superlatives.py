"""Extremes and ranks: "the largest of the war", "highest since September", "some of the heaviest", "second-highest"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.extracting.amounts import numerals
from dateline.extracting.amounts.numerals import number, ordinal
from dateline.extracting.belonging.locating import is_theirs, located, region_of
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.windows import (
    UNSAID,
    about_ground,
    around,
    baseline_for,
    counts_events,
    family_of,
    is_elsewhere,
    place_within,
    set_beaten_apart,
    unsaid,
    until_then,
    window_after,
    window_apart,
    window_owning,
)
from dateline.extracting.claiming import ranking
from dateline.extracting.claiming.ordering import is_no_superlative, of_an_event, own_measure
from dateline.extracting.claiming.ranking import NIGHTLY, Span
from dateline.extracting.measuring.strikes import told_by_attacker
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention, dates
from dateline.languages import en
from dateline.records.claim import Frame, Measure
from dateline.records.finding import Reason
from dateline.records.period import Period
from dateline.records.place import Place

_ORDINAL: Final = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = (
    rf"{en.MINIMA}|{en.MAXIMA}|-(?:year|month|week)[ -](?:high|low)|ranks?\b|ranked|placed|came|stood|only to"
)
_SUPERLATIVE = when_asked(
    rf"(?<![\w-])(?:(?P<some>(?:some|one|two|three|several|many|among) of (?:the |its |their )?(?:(?P<top>\d+|two"
    rf"|three|four|five|six|seven|eight|nine|ten|twenty) )?|among (?:the|its"
    rf"|their) (?:(?P<top2>\d+|two|three|four|five|six|seven|eight|nine|ten|twenty) )?)|(?P<nth>{_ORDINAL})[- ]"
    rf"|(?P<article>(?:its|their|the|a|an|this|his"
    rf"|\w+['’]s) )?)"
    rf"(?:(?P<min>{en.MINIMA})|(?P<max>{en.MAXIMA}))(?![\w-]*ly\b)(?!\w)(?P<noun>(?: (?!(?:since|of|in|this|on"
    rf"|ever|to|so|for|that|and|by|according|seen|than|during|yet|from|with)\b)[\w'’-]+){{0,6}})",
    re.IGNORECASE,
)
_PACE: Final = when_asked(r"pace|fast|slow|quick|speed|rate", re.IGNORECASE)


#: A record that is spoken of as beaten is of another time than the sentence's.
_FORMER = when_asked(
    r"\b(?:previous|former|old|earlier|existing|prior|then|last|standing|broke|broken|breaking|breaks|beat"
    r"|beating|beats|surpass\w*|exceed\w*"
    r"|topp\w*|eclips\w*|outdid|short of|shatter\w*|smash\w*)[ -](?:the |its |their |a |all )?(?:[\w'’-]+ )?$",
    re.IGNORECASE,
)


def find(parse: Parse) -> None:
    """Adds a claim for each superlative of ground, strikes or casualties that names its window or is a record."""
    if not any(pattern.search(parse.text) for pattern in (_HIGH, _RANKS, _SUPERLATIVE)):
        return
    set_beaten_apart(parse)
    for match in _HIGH.finditer(parse.text):
        _high(parse, match)
    for match in _RANKS.finditer(parse.text):
        _ranks(parse, match)
    for match in _SUPERLATIVE.finditer(parse.text):
        if not _overlaps(parse, match.start(), match.end()):
            _superlative(parse, match)


def _overlaps(parse: Parse, start: int, end: int) -> bool:
    a, b = parse.sentence.start + start, parse.sentence.start + end
    return any(c.quote.start < b and a < c.quote.end for c in parse.found if c.frame != "elapsed")


#: "a three-year high", "an eight-month low", "the highest level in two years" is read below.
_HIGH = re.compile(
    r"\b(?:an?|its|their|the) (?:(?:more|over) than )?(?P<count>\w+)-(?P<unit>year|month|week)[- ](?P<what>high"
    r"|low|peak)(?!\w)",
    re.IGNORECASE,
)
#: "ranks fourth among the past twelve months", "came second of all the months this year".
_RANKS = when_asked(
    rf"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|came|comes|stands"
    rf"|stood) (?:now )?(?P<nth>{numerals.ORDINAL})(?:(?: \w+)?(?= (?:among|of|in)\b)|(?=[,.;]| with\b| behind\b))"
    r"|(?P<second>second|third) only to (?=[A-Z])",
    re.IGNORECASE,
)


def _high(parse: Parse, match: re.Match[str]) -> None:
    count = number(match["count"])
    if count is None:
        return
    window = Mention(match.start(), match.end(), "at", dates.rolling(parse.ref, int(count), match["unit"]))
    _plain(parse, match, window, "extreme", "min" if match["what"].lower() == "low" else "max", None)


def _ranks(parse: Parse, match: re.Match[str]) -> None:
    window = window_after(parse, match.end())
    if window is not None:
        parse.compared.update(m.start for m in parse.mentions if m.start < window.end and window.start < m.end)
    nth = match["nth"] or match["second"]
    named = any(m.start <= match.end() < m.end for m in parse.mentions)
    if window is not None or (_RANKED.match(match.group()) and not named):
        _plain(parse, match, window, "rank", "max", ordinal(nth))


#: Behind these no stretch need be named; "came third" may be of anything.
_RANKED: Final = when_asked(r"rank|plac|second|third", re.IGNORECASE)


def _plain(
    parse: Parse, match: re.Match[str], window: Mention | None, frame: Frame, direction: str, value: float | None
) -> None:
    """A record or a rank in words that are no superlative."""
    start, end = match.start(), max(match.end(), window.end if window is not None else 0)
    clause = parse.clause(start)
    family = family_of(parse, parse.text[clause[0] : start], parse.text[clause[0] : clause[1]], parse.text)
    held = family in ("territory", "strikes", "casualties")
    if (not held and frame != "rank") or (family == "territory" and not about_ground(parse)):
        return
    measure, dimensions = ranking.measure(parse, family, _span(match), end) if family and held else (None, {})
    granularity = ranking.granularity(parse, family or "", "", _span(match))
    period = ranking.period(parse, _span(match), end, family or "", granularity)
    if is_theirs(parse, start, end) or is_elsewhere(parse):
        measure = None
    parse.used.update(i for i, a in enumerate(parse.amounts) if start <= a.start < end)
    parse.found.append(
        claim(
            parse,
            start,
            end,
            frame,
            measure,
            value=value,
            unit="rank" if frame == "rank" else None,
            period=period,
            baseline=baseline_for(parse, window) if window is not None else None,
            place=place_within(parse, start, end) or _subject_place(parse, start) or located(parse, start, end),
            dimensions={**dimensions, "direction": direction, "granularity": granularity},
            attribution=speaker(parse, start),
            doubt="undefined_term"
            if window is None or unsaid(window)
            else "ambiguous_period"
            if measure and period is None
            else None,
            inherited=True,  # where a stretch back from the report begins is known to the month at best
        )
    )


def _subject_place(parse: Parse, start: int) -> Place | None:
    """ "North Kivu ranked second": the place that is the subject."""
    behind = [m for m in parse.places if _SUBJECT.fullmatch(parse.text[m.end : start])]
    regions = [r for m in behind for r in (m.place, *m.rivals) if r.level == "region"]
    return next(iter((*regions, *(m.place for m in behind))), None)


_SUBJECT: Final = when_asked(r"(?: (?:region|oblast|province|state))? (?:(?:was|is|has|had|again|also|now) )*")


def _span(match: re.Match[str]) -> Span:
    parts = match.groupdict()
    return Span(
        match.start(),
        match.start("min" if parts.get("min") else "max") if "max" in parts else match.start(),
        match.end(),
    )


def _superlative(parse: Parse, match: re.Match[str]) -> None:
    at = match.start("min" if match["min"] else "max")
    if _FORMER.search(parse.text[:at]):
        return
    word = (match["min"] or match["max"]).lower()
    noun = match["noun"] or ""
    window = window_after(parse, match.end()) or window_owning(parse, at) or window_apart(parse, match.end())
    if is_no_superlative(parse, match, window, word):
        return
    family = ranking.family(parse, _span(match), noun)
    if family is None and _AREA.search(noun):
        family = family_of(parse, noun, parse.text)
    unwindowed = window is None and "record" not in word and not word.startswith("all-time")
    if (family == "talks" and not _LASTING.match(word)) or (unwindowed and not own_measure(word, noun)):
        return
    if unwindowed and _OF_A_STRETCH.match(parse.text, match.end()):
        window = Mention(match.end(), match.end(), "at", unit=UNSAID)
    end = window.end if window is not None and match.end() <= window.start < match.end() + 60 else match.end()
    if window is not None:
        parse.compared.add(window.start)
    if (left_out := _LEFT_OUT.match(parse.text, end)) is not None:
        parse.compared.update(m.start for m in parse.mentions if left_out.start() < m.start)
        window = Mention(end, end, "at", unit=UNSAID)
    if family == "territory" and not about_ground(parse):
        return
    if family is None and not of_an_event(noun):
        return
    _add(parse, match, _Sought(window, end, family, word))


#: "The highest of the year apart from June", "... bar one": what is left out is no window that is looked up.
_LEFT_OUT: Final = when_asked(
    r",? (?:(?:apart|aside) from|except(?:ing)?|excluding|other than|besides|save(?: for)?|bar(?:ring)?|not counting"
    r"|outside(?: of)?|but(?= (?:for )?(?:[A-Z]|one\b|two\b))|behind (?:only|just)|second only"
    r"|(?:surpassed|beaten|exceeded|topped|bettered|matched) only)(?!\w)"
)
#: "The worst month of the period": of a stretch that other words name.
_OF_A_STRETCH: Final = when_asked(r" (?:of|in|during|over) (?:the|that|this|these|those|its) ")
#: What talks can be by their length.
_LASTING: Final = when_asked(r"longest|shortest|briefest")


@dataclass(frozen=True, slots=True)
class _Sought:
    """Where a superlative was sought and ends, what it is of (None: of what no ledger holds), and its word."""

    window: Mention | None
    end: int
    family: str | None
    word: str


def _add(parse: Parse, match: re.Match[str], sought: _Sought) -> None:
    window, end, family, noun = sought.window, sought.end, sought.family, match["noun"] or ""
    measure, dimensions = ranking.measure(parse, family, _span(match), end) if family else (None, {})
    own = any(t.own for t in parse.things) or told_by_attacker(parse)
    if family == "talks":
        measure, dimensions = "talks.meetings", {}
    elif own or is_theirs(parse, match.start(), end) or is_elsewhere(parse) or _of_some(parse, match):
        measure = None
    elif family in (None, "strikes", "casualties") and _counts(parse, match):
        measure = "events.count"
    single = re.match(r" (?:in|of|on|over) (?:an?|any|one)(?: single| one| other)? \w+", parse.text[match.end() :])
    granularity = ranking.granularity(parse, family or "", noun + (single.group() if single else ""), _span(match))
    period = ranking.period(parse, _span(match), end, family or "", granularity)
    window = around(window, period, parse)
    rate = family == "territory" and (_PACE.search(sought.word + noun) is not None or granularity == "span")
    dimensions |= {
        "direction": "min" if match["min"] else "max",
        "granularity": granularity,
        **({"pace": "rate"} if rate else {}),
    }
    _amounts_inside(parse, match, end)
    frame: Frame = "rank" if match["some"] or match["nth"] else "extreme"
    top = match["top"] or match["top2"] or ""
    value = float(en.ORDINALS[match["nth"].lower()]) if match["nth"] else number(top)
    place = place_within(parse, match.start(), end) or (
        region_of(parse, match.start(), end) if family == "territory" else located(parse, match.start(), end)
    )
    doubt, detail = _doubt(sought, noun, measure, period, vague=bool(match["some"]))
    parse.found.append(
        claim(
            parse,
            match.start(),
            end,
            frame,
            measure,
            value=value,
            unit="rank" if frame == "rank" else None,
            comparator="le" if top else "eq",
            period=period,
            baseline=until_then(baseline_for(parse, window), window, period),
            place=place if place is None or place.level != "settlement" or _named_here(parse, match, end) else None,
            dimensions=dimensions,
            attribution=speaker(parse, match.start()),
            doubt=doubt,
            doubt_detail=detail,
            inherited=_at_a_weekend(parse, period)
            or ranking.half_said(
                parse, Span(match.start(), match.start(), end), family, sought.window is None, dimensions
            ),
        )
    )


def _at_a_weekend(parse: Parse, period: Period | None) -> bool:
    """Whether a raid "at the weekend" was in one of its nights or went on over both, which is not said."""
    named = (parse.text[m.start : m.end] for m in parse.mentions if m.period == period)
    return any("weekend" in words.lower() for words in named)


def _doubt(
    sought: _Sought, noun: str, measure: Measure | None, period: Period | None, vague: bool
) -> tuple[Reason | None, str]:
    """Why a record is not looked up."""
    if measure is None:
        return None, ""
    if re.search(r"longest|shortest|briefest", sought.word):
        return "undefined_term", "a length of time, where ledgers hold counts"
    if sought.family == "casualties" and re.search(rf"\b(?:{NIGHTLY}|massacre|incident|bombing)", noun, re.IGNORECASE):
        return "no_ledger", "the toll of a single attack"
    if unsaid(sought.window):
        return "undefined_term", "the day from which the record is counted"
    if sought.window is not None and re.search(r"\b(?:town|city|region)s?$", sought.window.unit):
        return "undefined_term", "the places that are compared"
    return ("ambiguous_period", "") if period is None and not vague else (None, "")


def _counts(parse: Parse, match: re.Match[str]) -> bool:
    """Whether the record is one of a count of events ("1,200 incidents, the lowest figure since May")."""
    generic = re.search(r"\b(?:count|figure|number|total|tally|month|week|year)\b", match["noun"] or "") is not None
    deadly = re.search(r"deadl|blood|lethal", match.group(), re.IGNORECASE) is not None
    counted = zip(parse.amounts, parse.things, strict=True)
    named = [t.kind for a, t in counted if a.end <= match.start() and a.value != 1.0]
    of_people = [kind for kind in named if kind in ("people", "other")][-1:] == ["people"]
    return generic and not deadly and not of_people and counts_events(parse, parse.text[: match.start()])


def _named_here(parse: Parse, match: re.Match[str], end: int) -> bool:
    """Whether the place stands in the phrase itself ("the heaviest attack on Lviv"): elsewhere in the sentence a town
    may be where someone spoke. A reader that knows no country has no such doubts."""
    own = any(match.start() <= p.start < end + 12 for p in parse.places)
    return own or not parse.words.theatre.country.id


#: "the largest attack on the power grid": of what was aimed at no ledger tells.
_AIMED = when_asked(
    r" (?:on|against|upon|targeting|at) (?:the |its |their |[A-Z][\w-]+['’]s |the country['’]s |[A-Z]\w+ian )?"
    r"(?:[\w-]+ )?(?:energy|power|electricity|gas|oil|fuel|heating|water|grid|rail(?:way)?s?|ports?|infrastructure"
    r"|substations?|logistics|hospitals?|schools?)\b"
)


def _of_some(parse: Parse, match: re.Match[str]) -> bool:
    """ "the deadliest month for journalists": of a part that no ledger counts; "for Kyiv" is a place."""
    if _AIMED.match(parse.text, match.end()) is not None:
        return True
    part = re.match(
        r" (?:for|among) (?:the )?(?=[a-z])(?!more|over|nearly|almost|at least|past|last|an? |civilians?\b)",
        parse.text[match.end() :],
    )
    at = match.end() + (part.end() if part else 0)
    return part is not None and not any(p.start <= at < p.end for p in parse.places)


_AREA = re.compile(r"\b(?:area|amount|stretch|slice|swathe|chunk|bite)\b")


def _amounts_inside(parse: Parse, match: re.Match[str], end: int) -> None:
    """ "one of the largest": its "one" is no amount. A figure behind "a record" stays one."""
    for index, amount in enumerate(parse.amounts):
        if match.start() <= amount.start and amount.core_end <= match.start("min" if match["min"] else "max"):
            parse.used.add(index)

"""Extremes and ranks: "the largest of the war", "highest since September", "some of the heaviest", "second-highest"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.extracting import dates
from dateline.extracting.locating import is_theirs, located, region_of
from dateline.extracting.measuring.strikes import told_by_attacker
from dateline.extracting.numerals import number
from dateline.extracting.parse import Parse
from dateline.extracting.periods import Mention
from dateline.extracting.scope import claim, speaker
from dateline.extracting.timing import is_baseline, period_of
from dateline.extracting.windows import (
    about_ground,
    baseline_for,
    counts_events,
    is_elsewhere,
    set_beaten_apart,
    unsaid,
    until_then,
    weapon_named,
    window_after,
    window_owning,
)
from dateline.languages import en
from dateline.records.claim import Frame, Measure
from dateline.records.finding import Reason
from dateline.records.period import Period

_ORDINAL: Final = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = rf"{en.MINIMA}|{en.MAXIMA}"
_SUPERLATIVE = re.compile(
    rf"(?<![\w-])(?:(?P<some>(?:some|one|two|three|several|many|among) of (?:the |its |their )?(?:(?P<top>\d+|two"
    rf"|three|four|five|six|seven|eight|nine|ten|twenty) )?|among (?:the|its"
    rf"|their) (?:(?P<top2>\d+|two|three|four|five|six|seven|eight|nine|ten|twenty) )?)|(?P<nth>{_ORDINAL})[- ]"
    rf"|(?P<article>(?:its|their|the|a|an|this|his"
    rf"|\w+['’]s) )?)"
    rf"(?:(?P<min>{en.MINIMA})|(?P<max>{en.MAXIMA}))(?![\w-]*ly\b)(?!\w)(?P<noun>(?: (?!(?:since|of|in|this|on"
    rf"|ever|to|so|for|that|and|by|according|seen|than|during|yet|from|with)\b)[\w'’-]+){{0,6}})",
    re.IGNORECASE,
)
_NIGHTLY: Final = (
    r"attack|raid|strike|barrage|salvo|bombardment|assault|night|wave|swarm|volley|bulletin|air raid|onslaught"
)
_PACE: Final = re.compile(r"pace|fast|slow|quick|speed|rate", re.IGNORECASE)


#: A record that is spoken of as beaten is of another time than the sentence's.
_FORMER = re.compile(
    r"\b(?:previous|former|old|earlier|existing|prior|then|last|standing|broke|broken|breaking|breaks|beat"
    r"|beating|beats|surpass\w*|exceed\w*"
    r"|topp\w*|eclips\w*|outdid|short of|shatter\w*|smash\w*)[ -](?:the |its |their |a |all )?(?:[\w'’-]+ )?$",
    re.IGNORECASE,
)


def find(parse: Parse) -> None:
    """Adds a claim for each superlative of ground, strikes or casualties that names its window or is a record."""
    set_beaten_apart(parse)
    for match in _SUPERLATIVE.finditer(parse.text):
        if not _overlaps(parse, match.start(), match.end()):
            _superlative(parse, match)


def _overlaps(parse: Parse, start: int, end: int) -> bool:
    a, b = parse.sentence.start + start, parse.sentence.start + end
    return any(c.quote.start < b and a < c.quote.end for c in parse.found)


def _superlative(parse: Parse, match: re.Match[str]) -> None:
    at = match.start("min" if match["min"] else "max")
    if _FORMER.search(parse.text[:at]):
        return
    word = (match["min"] or match["max"]).lower()
    noun = match["noun"] or ""
    window = window_after(parse, match.end()) or window_owning(parse, at)
    if _is_no_superlative(parse, match, window, word):
        return
    family = _family(parse, match, noun)
    unwindowed = window is None and "record" not in word and not word.startswith("all-time")
    if family == "talks" or (unwindowed and not _own_measure(word, noun)):
        return
    end = window.end if window is not None and match.end() <= window.start < match.end() + 60 else match.end()
    if window is not None:
        parse.compared.add(window.start)
    if family == "territory" and not about_ground(parse):
        return
    if family is None and not _of_an_event(noun):
        return
    _add(parse, match, _Sought(window, end, family, word))


@dataclass(frozen=True, slots=True)
class _Sought:
    """Where a superlative was sought and ends, what it is of (None: of what no ledger holds), and its word."""

    window: Mention | None
    end: int
    family: str | None
    word: str


def _add(parse: Parse, match: re.Match[str], sought: _Sought) -> None:
    window, end, family, noun = sought.window, sought.end, sought.family, match["noun"] or ""
    measure, dimensions = _measure(parse, family, match, end) if family else (None, {})
    own = any(t.own for t in parse.things) or told_by_attacker(parse)
    if own or is_theirs(parse, match.start(), end) or is_elsewhere(parse) or _of_some(parse, match):
        measure = None
    elif family in (None, "strikes", "casualties") and _counts(parse, match):
        measure = "events.count"
    single = re.match(r" (?:in|of|on|over) (?:an?|any|one)(?: single| one| other)? \w+", parse.text[match.end() :])
    granularity = _granularity(parse, family or "", noun + (single.group() if single else ""), match)
    period = _period(parse, match, end, family or "", granularity)
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
    place = region_of(parse, match.start(), end) if family == "territory" else located(parse, match.start(), end)
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
        )
    )


def _doubt(
    sought: _Sought, noun: str, measure: Measure | None, period: Period | None, vague: bool
) -> tuple[Reason | None, str]:
    """Why a record is not looked up."""
    if measure is None:
        return None, ""
    if re.search(r"longest|shortest|briefest", sought.word):
        return "undefined_term", "a length of time, where ledgers hold counts"
    if sought.family == "casualties" and re.search(rf"\b(?:{_NIGHTLY}|massacre|incident|bombing)", noun, re.IGNORECASE):
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
    return generic and not deadly and counts_events(parse, parse.text[: match.start()])


def _named_here(parse: Parse, match: re.Match[str], end: int) -> bool:
    """Whether the place stands in the phrase itself ("the heaviest attack on Lviv"): elsewhere in the sentence a town
    may be where someone spoke. A reader that knows no country has no such doubts."""
    own = any(match.start() <= p.start < end + 12 for p in parse.places)
    return own or not parse.words.theatre.country.id


def _of_some(parse: Parse, match: re.Match[str]) -> bool:
    """ "the deadliest month for journalists": of a part that no ledger counts; "for Kyiv" is a place."""
    part = re.match(
        r" (?:for|among) (?:the )?(?=[a-z])(?!more|over|nearly|almost|at least|past|last|an? |civilians?\b)",
        parse.text[match.end() :],
    )
    at = match.end() + (part.end() if part else 0)
    return part is not None and not any(p.start <= at < p.end for p in parse.places)


def _own_measure(word: str, noun: str) -> bool:
    """ "June was the deadliest month for those who fled": a month without a window is the deadliest of all."""
    return re.search(r"deadliest|bloodiest|worst", word) is not None and _UNIT_NOUN.search(noun) is not None


def _of_an_event(noun: str) -> bool:
    """Whether something that happens is ranked, and not a city or a sum of money."""
    return not noun.strip() or _HAPPENS.search(noun) is not None


_UNIT_NOUN = re.compile(r"^ (?:single |\w+ )?(?:month|week|night|day|year|quarter)\b")
_HAPPENS = re.compile(
    r"\b(?:exchange|swap|convoy|breach|massacre|loss|losses|battle|operation|wave|displacement|exodus"
    r"|evacuation|delivery"
    r"|deliveries|outage|blackout|lull|pause|truce|ceasefire|offensive|incident|killing|figure|number|total"
    r"|toll|tally|level"
    r"|month|week|night|day|year|quarter|outbreak|influx|rise|fall|drop|increase|decline|surge|shelling|bombing"
    r"|mobilisation"
    r"|mobilization|retreat|advance|gain|setback|defeat|escalation|crisis|package|return)s?\b",
    re.IGNORECASE,
)


def _is_no_superlative(parse: Parse, match: re.Match[str], window: Mention | None, word: str) -> bool:
    if word == "most" and not _is_superlative_most(parse, match, window):
        return True
    if word in ("least", "record", "peak", "worst") and _not_of_order(parse, match):
        return True
    return word == "record" and (window is None or window.end <= match.end()) and _vaguely(parse, match)


def _is_superlative_most(parse: Parse, match: re.Match[str], window: Mention | None) -> bool:
    """ "the most of the war" orders; "most analysts" and "most of the drones" count a majority."""
    after = parse.text[match.start("max") + 4 :]
    return window is not None and bool(
        (match["article"] or "").strip().lower() in ("the", "its", "their")
        and re.match(
            r"\s*(?:since|of (?:the |that )?(?:[\w-]+ )?(?:war|year|conflict|invasion|winter|spring|summer"
            r"|autumn)|(?:in|of|on|for)"
            r" (?:a|any)\b|in|\w+ (?:since|of the war|this year))",
            after,
        )
    )


def _vaguely(parse: Parse, match: re.Match[str]) -> bool:
    """ "record bombardments": several events and no number, so no one of them is said to be the record."""
    plural = re.search(rf"\b(?:{_NIGHTLY}|number|level|loss|gain)(?:s|es)\s*$", match["noun"] or "", re.IGNORECASE)
    return plural is not None and not any(
        a.start >= match.start("max") and a.start < match.end() + 4 for a in parse.amounts
    )


def _not_of_order(parse: Parse, match: re.Match[str]) -> bool:
    """ "at least", "on record", "the worst is over", "a record of the talks"."""
    before, after = parse.text[: match.start("min") if match["min"] else match.start("max")], parse.text[match.end() :]
    word = (match["min"] or match["max"]).lower()
    if word == "least":
        return before.lower().endswith("at ") or window_after(parse, match.end()) is None
    return before.lower().endswith((" on ", " off ", " for the ")) or after.startswith((" of the talks", " keeping"))


def _family(parse: Parse, match: re.Match[str], noun: str) -> str | None:
    start, end = parse.clause(match.start())
    word = match.group().lower()
    if re.search(r"deadliest|bloodiest|most lethal", word):
        return "casualties"
    rest = parse.text[match.end() : end]
    if noun.strip() and (found := parse.words.topic(noun)) is not None:
        return found
    if (
        re.match(r" (?:number|count|total|tally|toll|amount|volume) of ", rest)
        and (found := parse.words.topic(rest[:60])) is not None
    ):
        return found
    if re.match(r"(?: [\w-]+){1,5}$", noun) and not re.search(
        r"month|week|night|day|year|pace|rate|total|toll|count|number|figure|level|tally|since|quarter|speed",
        noun,
        re.IGNORECASE,
    ):
        return None if not re.match(r"(?i)\s*(?:one|ones|such)\b", noun) else parse.before.family
    return parse.words.topic(parse.text[start : match.start()]) or parse.words.topic(parse.text) or parse.before.family


def _measure(parse: Parse, family: str, match: re.Match[str], end: int) -> tuple[Measure | None, dict[str, str]]:
    near = parse.text[match.start() : end] + parse.text[end : parse.clause(match.start())[1]]
    if family == "territory":
        return "territory.net_change", {}
    if family == "strikes":
        clause = parse.clause(match.start())
        behind = parse.text[clause[0] : match.start()]
        named = (weapon_named(parse, text) for text in (parse.text[match.start() : end], near, behind))
        if re.search(r"\b(?:of (?:them|which|those|these)|which|that)\b", behind):
            named = (weapon_named(parse, text) for text in (near, parse.text[: match.start()]))
        return "strikes.launched", next((n for n in named if n is not None), {})
    dimensions = {}
    if re.search(r"civilian", parse.text, re.IGNORECASE):
        dimensions["population"] = "civilians"
    elif re.search(r"\b(?:soldiers|troops|fighters|servicemen|conscripts|militants)\b", parse.text):
        return None, {}  # the dead of armies are in no ledger
    text = parse.text[: match.start()] + near
    injured = re.search(r"\binjured\b|\bwounded\b", near) and not re.search(r"killed|deaths?|dead", near)
    if _counts_both(match.group(), text):
        dimensions["victim"] = "both"
    return ("casualties.injured" if injured else "casualties.killed"), dimensions


def _counts_both(words: str, text: str) -> bool:
    """Whether killed and injured are ranked together: "casualties", a "toll" that is not said to be of the dead, or the
    worst month of a sentence that gives both."""
    deaths = re.search(r"\bdeaths?\b|\bdied\b|\bdead\b|\bkilled\b(?! (?:and|or) (?:injured|wounded))", text) is not None
    injuries = re.search(r"\binjur|\bwounded\b", text) is not None
    if re.search(r"worst|heaviest|hardest", words) and deaths and injuries:
        return True
    named = re.search(r"casualties|killed and injured|dead and wounded|killed or injured", text) is not None
    toll = re.search(r"\btoll\b", words) is not None and re.search(r"death toll", text) is None
    return (named or toll) and (injuries or not deaths)


def _granularity(parse: Parse, family: str, noun: str, match: re.Match[str]) -> str:
    """What is ranked: the unit that the noun names, else that of the claim's own period, else nights for strikes and
    months for the rest."""
    for unit, words in (
        ("month", "month"),
        ("week", "week"),
        ("year", "year|annual"),
        ("night", "night|overnight"),
        ("day", "day|daily|24-hour"),
        ("quarter", "quarter"),
    ):
        if re.search(rf"\b(?:{words})", noun, re.IGNORECASE):
            return "night" if unit == "day" and family == "strikes" else unit
    clause = parse.clause(match.start())
    if family == "strikes" and re.search(
        r"\b(?:in|over) (?:an?|one|a single) (?:\w+ )?night\b", parse.text[clause[0] : clause[1]]
    ):
        return "night"
    subject = parse.text[clause[0] : match.start()]
    if family == "strikes" and not noun.strip() and re.search(rf"\b(?:{_NIGHTLY})\b", subject, re.IGNORECASE):
        return "night"
    raid = family == "strikes" and re.search(rf"\b(?:{_NIGHTLY})", noun, re.IGNORECASE) is not None
    if raid and any(m.kind == "duration" and m.unit in ("night", "day") for m in parse.mentions):
        return "span"
    if raid:
        return "night"
    own = [
        m.period
        for m in parse.mentions
        if m.kind == "at" and not m.speech and m.period is not None and m.end <= match.start()
    ]
    if own and own[-1].granularity in ("month", "week", "year", "quarter", "night", "day"):
        return "night" if own[-1].granularity == "day" and family == "strikes" else own[-1].granularity
    if family == "strikes":
        known = parse.before.periods.get("strikes")
        nightly = re.search(_NIGHTLY, parse.text, re.IGNORECASE) is not None
        return (
            "night"
            if nightly or known is None
            else known.granularity
            if known.granularity in ("month", "week", "year")
            else "night"
        )
    return "month"


def _period(parse: Parse, match: re.Match[str], end: int, family: str, granularity: str) -> Period | None:
    clause = parse.clause(match.start())
    own = [
        m
        for m in parse.mentions
        if m.kind == "at" and m.period is not None and not m.speech and not (match.start() <= m.start < end)
    ]
    possessive = [
        m
        for m in parse.mentions
        if m.period is not None and match.start() <= m.start < match.start("max" if match["max"] else "min")
    ]
    if possessive:
        return possessive[0].period
    relative = re.match(r",? ?(?:which|when|a month|the month)\b", parse.text[clause[0] :])
    if relative is not None:
        # "from 286 in July, which had been the deadliest month": the clause speaks of what stands right before it.
        antecedent = [m for m in parse.mentions if m.period is not None and m.end <= clause[0] + 1]
        if antecedent:
            return antecedent[-1].period
    own = [m for m in own if not is_baseline(parse, m)]
    before = [m for m in own if clause[0] <= m.start and m.end <= match.start()] or [
        m for m in own if m.end <= match.start()
    ]
    if before:
        return before[-1].period
    after = [m for m in own if m.start >= end and m.start < clause[1]]
    if after and granularity in ("night", "day", "month", "week"):
        return after[0].period
    if family in ("strikes", "casualties") or granularity not in ("month", "span"):
        known = period_of(parse, match.start(), end, family)
        # A window ("this year", "the war's") that the sentence names is not the period of the record itself.
        if known is not None and not any(
            m.period == known and (m.kind == "war" or match.start() <= m.start <= end + 1) for m in parse.mentions
        ):
            return known
        return Period.of_day(parse.ref, "night") if re.search(r"overnight|last night", parse.text) else None
    known = parse.before.periods.get(family)
    if known is not None and parse.sentence.block - parse.before.block <= 1:
        return known
    # "are now advancing at their fastest pace": the month under way, or the one just over in its first days.
    return dates.shifted_month(parse.ref, 0 if parse.ref.day >= 10 else -1) if family == "territory" else None


def _amounts_inside(parse: Parse, match: re.Match[str], end: int) -> None:
    """ "one of the largest": its "one" is no amount. A figure behind "a record" stays one."""
    for index, amount in enumerate(parse.amounts):
        if match.start() <= amount.start and amount.core_end <= match.start("min" if match["min"] else "max"):
            parse.used.add(index)

"""What a record or a rank is of, and when: its family, its measure, the periods that are ranked, its own period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.extracting.belonging.comparands import is_baseline
from dateline.extracting.belonging.preceding import pointed, points
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.belonging.windows import weapon_named
from dateline.extracting.measuring.events import event_measure
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import dates
from dateline.records.claim import Measure
from dateline.records.period import Period

#: Nouns of single raids, which are ranked night by night.
NIGHTLY: Final = (
    r"attack|raid|strike|barrage|salvo|bombardment|assault|night|wave|swarm|volley|bulletin|air raid|onslaught"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a superlative stands: `text[start:end]` with its noun, its own word at `at`."""

    start: int
    at: int
    end: int


def family(parse: Parse, span: Span, noun: str) -> str | None:
    start, end = parse.clause(span.start)
    word = parse.text[span.start : span.end].lower()
    if re.search(r"deadliest|bloodiest|most lethal", word):
        return "casualties"
    rest = parse.text[span.end : end]
    if _KILLING.match(parse.text[start : span.start]) or (_TOLL_NOUN.search(noun) and harmed(parse)):
        return "casualties"
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
    before = parse.words.topic(parse.text[start : span.start])
    if before == "territory" and not _GROUND.search(parse.text) and harmed(parse):
        return "casualties"  # "the toll has doubled, and the pace is the fastest": the pace of dying
    return before or parse.words.topic(parse.text) or parse.before.family


#: "The killing of two dozen people was the worst breach": what is ranked is how many died.
_KILLING: Final = re.compile(
    r"[\s,;]*(?:and |but )?(?:the |that )?(?:killings?|deaths?|murders?|shooting|massacre|loss) of\b", re.IGNORECASE
)
_TOLL_NOUN: Final = re.compile(r"\b(?:loss|losses|toll|carnage|bloodshed|slaughter)\b", re.IGNORECASE)
_GROUND: Final = re.compile(
    r"\b(?:territor\w+|square|front(?:line)?|land|ground|km2|advanc\w+|captur\w+|seiz\w+)\b", re.IGNORECASE
)
_HARM: Final = re.compile(r"\b(?:killed|killing|killings|died|dead|deaths?|toll|wounded|injured)\b", re.IGNORECASE)


def harmed(parse: Parse) -> bool:
    """Whether the sentence speaks of people who came to harm."""
    return _HARM.search(parse.text) is not None


#: "a third of them civilians": so is a part of those who are ranked.
_PART: Final = re.compile(r"\bof (?:them|whom|those|these)(?: [\w-]+){0,2} civilians\b", re.IGNORECASE)
_ARMIES: Final = re.compile(r"\b(?:soldiers|troops|fighters|servicemen|conscripts|militants)\b")


#: "57 drones, the second-highest number": of what was counted right before.
_OF_NUMBERS: Final = when_asked(r"\b(?:number|figure|total|count|tally|record)\b", re.IGNORECASE)


def _counted_before(parse: Parse, start: int) -> dict[str, str] | None:
    """The weapon of the last count of weapons before `start`."""
    told = [t for a, t in zip(parse.amounts, parse.things, strict=True) if a.start < start and t.kind == "weapon"]
    return {"weapon": told[-1].weapon} if told and told[-1].weapon else None


def measure(parse: Parse, family: str, span: Span, end: int) -> tuple[Measure | None, dict[str, str]]:
    near = parse.text[span.start : end] + parse.text[end : parse.clause(span.start)[1]]
    if family == "territory":
        return "territory.net_change", {}
    if family == "strikes" and not parse.words.theatre.country.id and not parse.words.weapons_named(parse.text):
        return event_measure(parse), {}  # raids and attacks, counted one by one or by nobody
    if family == "strikes":
        clause = parse.clause(span.start)
        behind = parse.text[clause[0] : span.start]
        named = (weapon_named(parse, text) for text in (parse.text[span.start : end], near, behind))
        if re.search(r"\b(?:of (?:them|which|those|these)|which|that)\b", behind):
            named = (weapon_named(parse, text) for text in (near, parse.text[: span.start]))
        found = next((n for n in named if n is not None), None)
        if found is None and _OF_NUMBERS.search(parse.text[span.start : span.end]):
            found = _counted_before(parse, span.start)
        return "strikes.launched", found or {}
    dimensions = {}
    if re.search(r"civilian", _PART.sub("", parse.text), re.IGNORECASE):
        dimensions["population"] = "civilians"
    elif parse.words.theatre.country.id and _ARMIES.search(parse.text):
        return None, {}  # the dead of armies are in no ledger
    text = parse.text[: span.start] + near
    # "836 injured, the highest monthly number": of what was counted, where the ranked words do not say.
    said = near if _HARM.search(near) else text
    injured = re.search(r"\binjured\b|\bwounded\b", said) and not re.search(r"kill|deaths?|dead|died", said)
    words, own = parse.text[span.start : span.end], parse.text[slice(*parse.clause(span.start))].lower()
    row = (
        _OF_NUMBERS.search(words)
        and not re.search(r"death|fatal", words)
        and _BOTH_BEFORE.search(parse.text[: span.start])
    )
    if row or _counts_both(words, text) or ("casualties" in own and _counts_both(words, own)):
        dimensions["victim"] = "both"
    return ("casualties.injured" if injured else "casualties.killed"), dimensions


#: "232 killed and 1,343 injured, the highest monthly count": what is ranked right behind both is their sum.
_BOTH_BEFORE: Final = when_asked(
    r"\b(?:killed|dead|deaths|died|fatalities)(?: and|,) (?:[\w-]+ ){0,2}?[\d,.]+ (?:[\w-]+ )?(?:injured|wounded|hurt"
    r"|injuries)(?:, | ?[—–-] ?|: )(?:which was |making it |that was )?$"
)


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


def granularity(parse: Parse, family: str, noun: str, span: Span) -> str:
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
    clause = parse.clause(span.start)
    if (subject_unit := _SUBJECT_UNIT.search(parse.text[: span.start])) is not None and not noun.strip():
        unit = subject_unit["unit"].lower()
        return "night" if unit == "day" and family == "strikes" else unit
    if family == "strikes" and re.search(
        r"\b(?:in|over) (?:an?|one|a single) (?:\w+ )?night\b", parse.text[clause[0] : clause[1]]
    ):
        return "night"
    subject = parse.text[clause[0] : span.start]
    if family == "strikes" and not noun.strip() and re.search(rf"\b(?:{NIGHTLY})\b", subject, re.IGNORECASE):
        return "night"
    raid = family == "strikes" and re.search(rf"\b(?:{NIGHTLY})", noun, re.IGNORECASE) is not None
    if raid and any(
        m.kind == "duration" and m.unit in ("night", "day") and not _ONE.search(parse.text[m.start : m.end])
        for m in parse.mentions
    ):
        return "span"
    if raid:
        return "night"
    own = [
        m.period
        for m in parse.mentions
        if m.kind == "at" and not m.speech and m.period is not None and m.end <= span.start
    ]
    if own and own[-1].granularity in ("month", "week", "year", "quarter", "night", "day"):
        return "night" if own[-1].granularity == "day" and family == "strikes" else own[-1].granularity
    if _OF_NUMBERS.search(noun) and (after := _time_behind(parse, span, clause[1])) is not None:
        return after.granularity
    if family == "strikes":
        known = parse.before.periods.get("strikes")
        nightly = re.search(NIGHTLY, parse.text, re.IGNORECASE) is not None
        return (
            "night"
            if nightly or known is None
            else known.granularity
            if known.granularity in ("month", "week", "year")
            else "night"
        )
    return "month"


#: "The year as a whole, they said, was the deadliest": the unit that is ranked is the subject.
_SUBJECT_UNIT: Final = when_asked(
    r"\b(?:the|that|this|last) (?:whole |entire |past |same )?(?P<unit>year|month|week|night|day|quarter)"
    r"(?: (?:as a whole|itself|alone|overall|just (?:over|ended|gone)))?(?:,[^,;.]{0,40},)? (?:also |therefore |thus )?"
    r"(?:was|is|has been|had been|became|proved|turned out|marked|ended as)(?: (?:also|by far|easily|still|to be))* $",
    re.IGNORECASE,
)


_ONE: Final = re.compile(r"\b(?:one|an?|single)\b")


def _time_behind(parse: Parse, span: Span, stop: int) -> Period | None:
    """ "A record number of drones in May": what was counted in the month is ranked among months."""
    times = (m for m in parse.mentions if m.kind == "at" and not m.speech and span.end <= m.start < stop)
    behind = next(times, None)
    long = behind is not None and behind.period is not None and behind.period.granularity in _CALENDAR
    return behind.period if long and behind is not None else None


_CALENDAR: Final = ("week", "month", "quarter", "year")


#: What is ranked among years or months is no shorter stretch that the sentences before told of.
_LEAST_DAYS: Final = {"year": 300, "quarter": 60, "month": 14}


def period(parse: Parse, span: Span, end: int, family: str, granularity: str) -> Period | None:
    clause = parse.clause(span.start)
    own = [
        m
        for m in parse.mentions
        if m.kind == "at" and m.period is not None and not m.speech and not (span.start <= m.start < end)
    ]
    possessive = [m for m in parse.mentions if m.period is not None and span.start <= m.start < span.at]
    if possessive:
        return possessive[0].period
    relative = re.match(r",? ?(?:which|when|a month|the month)\b", parse.text[clause[0] :])
    if relative is not None:
        # "from 286 in July, which had been the deadliest month": the clause speaks of what stands right before it.
        told = [m for m in parse.mentions if m.kind != "war" and m.period is not None]
        antecedent = [m for m in told if m.end <= clause[0] + 1]
        if antecedent:
            return antecedent[-1].period
    own = [m for m in own if not is_baseline(parse, m)]
    before = [m for m in own if clause[0] <= m.start and m.end <= span.start] or [m for m in own if m.end <= span.start]
    if before:
        named, known = before[-1], parse.before.periods.get(family)
        return pointed(parse, named, known, family) if points(parse, named) else named.period
    after = [m for m in own if m.start >= end and m.start < clause[1]]
    if after and granularity in ("night", "day", "month", "week"):
        return after[0].period
    if family in ("strikes", "casualties") or granularity not in ("month", "span"):
        known = period_of(parse, span.start, end, family)
        # A window ("this year", "the war's") that the sentence names is not the period of the record itself.
        if known is not None and not any(
            m.period == known and (m.kind == "war" or span.start <= m.start <= end + 1) for m in parse.mentions
        ):
            return known if known.days >= _LEAST_DAYS.get(granularity, 1) else None
        return Period.of_day(parse.ref, "night") if re.search(r"overnight|last night", parse.text) else None
    known = parse.before.periods.get(family)
    if known is not None and parse.sentence.block - parse.before.block <= 1:
        return known
    # "are now advancing at their fastest pace": the month under way, or the one just over in its first days.
    return dates.shifted_month(parse.ref, 0 if parse.ref.day >= 10 else -1) if family == "territory" else None


def half_said(parse: Parse, span: Span, family: str | None, windowless: bool, dimensions: dict[str, str]) -> bool:
    """Whether the text leaves open in what a record was sought ("July was the deadliest month": of the war, or of the
    year that the text is about?) or of which weapons it is ("Their number was 1,940, ... the most in any month")."""
    if windowless and family == "casualties":
        return True
    raid = re.search(NIGHTLY, parse.text[span.start : span.end], re.IGNORECASE) is not None
    unnamed = "weapon" not in dimensions and not parse.words.weapons_named(parse.text)
    return family == "strikes" and unnamed and not raid

"""What a superlative, a rank or a first is measured against: its window, its weapons."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.belonging.business import names_business
from dateline.extracting.belonging.locating import is_theirs
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention, dates
from dateline.records.claim import Baseline, Measure
from dateline.records.period import Period
from dateline.records.place import Place

#: The measure that a record, a streak or a rank is of, where the text says no more than what it is about.
STANDARD: Final[dict[str, Measure]] = {
    "territory": "territory.net_change",
    "strikes": "strikes.launched",
    "casualties": "casualties.killed",
}


def weapon_named(parse: Parse, text: str) -> dict[str, str] | None:
    """The weapon filter of a stretch of text: None where it names no weapon, {} where it names several families."""
    ids = parse.words.weapons_named(text)
    if not ids:
        return None
    common = parse.words.common_weapon(ids, joined=True)
    return {"weapon": common} if common else {}


#: A window whose days no reader here knows: "since the coup", "of the siege". It is one, and is not looked up.
UNSAID: Final = "unsaid"


def window_after(parse: Parse, at: int) -> Mention | None:
    """The stretch in which the extreme was sought: the first "since", "of the war", "this year" right behind it."""
    if (skipped := _IN_ONE.match(parse.text, at)) is not None:
        at = skipped.end()  # "the most in a month since May": each month is one of them, and no window
    beyond = _past_the_place(parse, at)
    if (spell := _spell(parse, at) or _spell(parse, beyond)) is not None:
        return spell
    for place in dict.fromkeys((at, beyond)):
        if (named := _dated_window(parse, place)) is not None:
            return named
    return _worded(parse, at) or (_worded(parse, beyond) if beyond > at else None) or _possessed(parse, at)


_IN_ONE: Final = when_asked(
    r" (?:in|on|of|for|over) (?:an?|one|any|a single|any single|any one) (?:calendar )?"
    r"(?:day|night|week|month|quarter|year)(?=,? (?:since|of|in|for|this|so far|during|recorded|seen|on record)\b)",
    re.IGNORECASE,
)
_UNDER_WAY: Final = when_asked(r"this (?:month|week|quarter)\b", re.IGNORECASE)


def _dated_window(parse: Parse, at: int) -> Mention | None:
    """The first "since", "of the war", "this year" behind `at`."""
    for mention in parse.mentions:
        gap = parse.text[at : mention.start] if mention.start >= at - 1 else None
        if gap is None or len(gap) > 60:
            continue
        if mention.kind in ("since", "war") and not re.search(r"[.;]", gap):
            # Of a war without a known beginning the whole is meant all the same.
            return mention if mention.period is not None else replace(mention, unit=UNSAID)
        if mention.period is None:
            continue
        long = mention.kind == "at" and (
            mention.period.granularity in ("year", "half", "season", "quarter")
            or mention.period.days > 40
            or _UNDER_WAY.match(parse.text, mention.start) is not None
        )
        if long and _FILLER.fullmatch(gap):
            return mention
        if gap.strip(" ,") and mention.kind == "at":
            break
    return None


_PLACE: Final = re.compile(
    r" (?:on|in|for|against|at|near|over) (?:the )?(?:country|capital|city|region|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
    r"(?: (?:region|oblast|city|province|state|governorate))?(?![\w-])"
)
_PEOPLE: Final = re.compile(
    r" (?:for|among) (?:the |its |their )?(?:[\w-]+ )?(?:civilians?(?: population)?|people|residents)(?![\w-])"
)


def _past_the_place(parse: Parse, at: int) -> int:
    """Behind "on Kyiv", "in the region" or "for civilians", where a window may stand after those."""
    match = _PLACE.match(parse.text, at) or _PEOPLE.match(parse.text, at)
    return match.end() if match and not any(m.start < match.end() and at < m.end for m in parse.mentions) else at


_FILLER: Final = re.compile(
    r"(?:\s*,?\s*(?:seen|so far|recorded|launched|made|of|in|for|during|the|an?|any|one|all|on record|carried out"
    r"|to date|month|week|day|night|single|anywhere|there))*\s*"
)


def _possessed(parse: Parse, at: int) -> Mention | None:
    """ "the war's deadliest day": a window that stands before the superlative."""
    before = [
        m
        for m in parse.mentions
        if m.kind == "war" and m.end <= at and re.search(r"['’]s$", parse.text[m.start : m.end])
    ]
    return before[-1] if before else None


#: " since the coup", " since the accord of May 2021": an event, with a date behind it or none.
_SINCE_EVENT: Final = re.compile(
    r",? (?:seen |recorded |there |anywhere )?since (?!then\b)[^,;.]{2,60}?(?=[,;.]|$| and | but | when "
    r"| while | said )"
)
#: " of that war", " of the siege", " of the week", " of the campaign".
_OF_EVENT: Final = when_asked(
    r" (?:of|in|during) (?:the |this |that |its |their |a )?(?:[\w-]+ ){0,2}?(?P<what>war|conflict"
    r"|invasion|campaign|siege|battle|offensive|truce|ceasefire|uprising|genocide|blockade|operation)(?![\w-])"
)
#: " of the winter", " in any single attack", " of any month".
_OF_SEASON: Final = when_asked(r" (?:of|in|this) (?:the |this )?(?P<season>spring|summer|autumn|winter)(?![\w-])")
_OF_YEAR: Final = when_asked(r" (?:of|in) (?:the|this) (?P<unit>year|month|week|quarter)(?![\w-])")
_OF_PAST: Final = when_asked(
    r" (?:of|in|over|for|among|for more than) (?:the )?(?:past|last|previous|preceding) (?:(?P<count>\w+) )?"
    r"(?P<unit>year|month|week|day)s?(?!\w)"
)
_SOME_TIME: Final = when_asked(r" (?:in|for) (?:many |several |some )?(?:weeks|months|years|decades)(?!\w)")
_YET: Final = when_asked(r" (?:yet|so far)(?=[,.;]|$)")
_ANY: Final = when_asked(
    r" (?:(?:of|in|on|for|by|from) )?(?:any|a single|one)(?: (?:single|one|other|individual"
    r"|calendar))? (?:attack|raid"
    r"|night|day|month|week|year|strike|barrage|quarter|town|city|region)s?(?![\w-])"
    r"(?: (?:of|in|since|this) (?:the )?(?:war|conflict))?"
)


def _worded(parse: Parse, at: int) -> Mention | None:
    """A window in words that name no date."""
    text, ref = parse.text, parse.ref
    skipped = re.match(r" (?:in|of) (?:a single|one|any(?: single)?) \w+(?= (?:since|of|for|in|this))", text[at:])
    start = at + (skipped.end() if skipped else 0)
    if skipped and (spell := _spell(parse, start)) is not None:
        return spell
    if (past := _OF_PAST.match(text, start)) is not None:
        count = number(past["count"] or "one")
        if count is not None:
            return Mention(start + 1, past.end(), "at", dates.rolling(ref, int(count), past["unit"]))
    if (season := _OF_SEASON.match(text, start)) is not None:
        return Mention(start + 1, season.end(), "at", dates.recent_season(season["season"], ref))
    if (unit := _OF_YEAR.match(text, start)) is not None:
        return Mention(start + 1, unit.end(), "at", _running(parse, unit["unit"]))
    if (vague := _SOME_TIME.match(text, start)) is not None:
        return Mention(start + 1, vague.end(), "at", unit=UNSAID)
    if (yet := _YET.match(text, start)) is not None:
        return Mention(start + 1, yet.end(), "war")
    if (since := _SINCE_EVENT.match(text, start)) is not None:
        dated = [m for m in parse.mentions if m.kind == "at" and since.start() < m.start and m.end <= since.end()]
        anchor = dated[-1].period if dated else None
        return Mention(start + 1, since.end(), "since", anchor, anchor, unit="" if anchor else UNSAID)
    if (event := _OF_EVENT.match(text, start)) is not None:
        return Mention(start + 1, event.end(), "war", unit=UNSAID)
    if (anything := _ANY.match(text, at)) is not None:
        return Mention(at + 1, anything.end(), "war")
    return None


def _running(parse: Parse, unit: str) -> Period:
    ref = parse.ref
    if unit == "year":
        return dates.year(ref.year, ref)
    if unit == "week":
        return dates.week(ref, 0)
    return dates.shifted_month(ref, 0) if unit == "month" else dates.rolling(ref, 3, "month")


#: "the year's biggest", "this winter's heaviest".
_OWNER: Final = re.compile(
    r"(?:(?:the|this|its) )?(?P<what>year|month|week|war|conflict|invasion|spring|summer|autumn|winter)['’]s\s*$",
    re.IGNORECASE,
)


def window_owning(parse: Parse, at: int) -> Mention | None:
    """The window in the possessive that ends at `at`, before the superlative."""
    match = _OWNER.search(parse.text[:at])
    if match is None:
        return None
    what = match["what"].lower()
    if what in ("war", "conflict", "invasion"):
        return Mention(match.start(), match.end(), "war")
    season = what in ("spring", "summer", "autumn", "winter")
    period = dates.recent_season(what, parse.ref) if season else _running(parse, what)
    return Mention(match.start(), match.end(), "at", period)


_SPELL: Final = re.compile(
    r",? (?:seen |recorded |launched |there )?(?:in|for) "
    r"(?:(?:just |little )?(?:more than |over |under )|almost |nearly |at least |about )?"
    r"(?P<count>an?|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)"
    r" (?P<unit>year|month|week|decade)s?(?: or more)?(?!\w)"
)


def _spell(parse: Parse, at: int) -> Mention | None:
    """ "the biggest gain in more than a year": the stretch back from the report."""
    match = _SPELL.match(parse.text, at)
    if match is None:
        return None
    count = 1 if match["count"] in ("a", "an") else int(number(match["count"]) or 1)
    unit = match["unit"].lower()
    count, unit = (10 * count, "year") if unit == "decade" else (count, unit)
    return Mention(match.start() + 1, match.end(), "at", dates.rolling(parse.ref, count, unit))


_APART: Final = re.compile(
    r"[^;.]{1,80}?\b(?:since (?!then\b)\w|(?:in|for) (?:just |little |well )?(?:more than |over |almost |nearly "
    r"|at least |about )?(?:an?|\d+|\w+) (?:years?|months?|weeks?|decades?)\b)"
)


def window_apart(parse: Parse, at: int) -> Mention | None:
    """ "The deadliest month for the city, monitors said, in three years": a stretch that other words part from the
    superlative, which is one and is not looked up."""
    return Mention(at, at, "at", unit=UNSAID) if _APART.match(parse.text, at) is not None else None


def baseline_for(parse: Parse, window: Mention | None) -> Baseline | None:
    """The window in which an extreme was sought: the whole war where the text names none, None where nobody knows when
    that began, or when the event was that it is counted from."""
    if window is not None and window.unit == UNSAID:
        return None
    if window is None or window.period is None:
        start = parse.words.theatre.war_start
        if start is None:
            return None
        return Baseline("window", Period(start, max(parse.ref, start) + dates.DAY), "of the war")
    label = parse.text[window.start : window.end]
    if window.kind == "since" and window.anchor is not None:
        return Baseline("since", window.anchor, label)
    return Baseline("window", window.period, label)


def is_elsewhere(parse: Parse) -> bool:
    return parse.words.elsewhere.search(parse.text) is not None and parse.words.defender.search(parse.text) is None


def until_then(baseline: Baseline | None, window: Mention | None, period: Period | None) -> Baseline | None:
    """ "Friday's record salvo" was the record on that Friday: without a window of its own, it was one till then."""
    if baseline is None or window is not None or period is None or period.stop <= baseline.period.start:
        return baseline
    return Baseline("window", Period(baseline.period.start, min(baseline.period.stop, period.stop)), baseline.label)


def place_within(parse: Parse, start: int, end: int) -> Place | None:
    """The place that a phrase names within itself: "the heaviest attack on Lviv since March"."""
    return next((p.place for p in parse.places if p.located and start <= p.start < end), None)


def unsaid(window: Mention | None) -> bool:
    """Whether the window starts with something whose day no ledger holds, so that nothing is looked up in it."""
    return window is not None and window.unit == UNSAID


#: When a record that is beaten was set is no date of what beats it: "surpassing the 500 of May 3".
_BEATEN: Final = re.compile(
    r"\b(?:surpass|beat|exceed|eclips|topp|broke|break|overtook|overtak|outdid|shatter|smash|short of|previous|former"
    r"|earlier|old)\w*\b[^;.]{0,60}?\b(?:set|reached|recorded|seen|launched|fired|of|on|in|from) (?:late "
    r"|early |on )?$"
)


def set_beaten_apart(parse: Parse) -> None:
    """Takes the dates of records that are beaten for dates compared with."""
    parse.compared.update(m.start for m in parse.mentions if _BEATEN.search(parse.text[: m.start]))


_GROUND: Final = re.compile(
    r"\b(?:taken|took|captured|seized|conquered|advanced|overrun|gained)\b|\b(?:faster|slower|quicker)\b"
    r"|\bline\b[^.;]{0,40}\bmoved\b",
    re.IGNORECASE,
)


def family_of(parse: Parse, *stretches: str) -> str | None:
    """What a sequence is of: the first of `stretches` with a topic, then ground that the sentence speaks of in other
    words, then what the sentences before are about."""
    found = next((f for text in stretches if (f := parse.words.topic(text)) is not None), None)
    if found is None and stretches and _GROUND.search(stretches[-1]) and about_ground(parse):
        return "territory"
    return found or parse.before.family


_EVENTS: Final = re.compile(
    r"\b(?:incidents|events|battles|clashes|(?:air |drone |missile )?(?:raids|attacks|strikes)|air ?strikes"
    r"|abductions)\b",
    re.IGNORECASE,
)


def counts_events(parse: Parse, text: str) -> bool:
    """Whether what is counted are events: in a war without a ledger of its own raids and attacks are such as well."""
    named = _EVENTS.search(text)
    if named is None:
        return False
    return (
        not parse.words.theatre.country.id
        or re.match(r"(?i)incident|event|battle|clash|abduct", named.group()) is not None
    )


def measure_of(parse: Parse, family: str | None) -> Measure | None:
    """The standard measure of what a sequence or a trend is about; None where it is another war's, the attacker's own
    ground, or, in a war with no ledger of its own, raids of which no weapon is said."""
    if family not in STANDARD or is_theirs(parse, 0, len(parse.text)) or is_elsewhere(parse):
        return None
    if family == "strikes" and not parse.words.theatre.country.id and not parse.words.weapons_named(parse.text):
        return None
    return STANDARD[family]


def about_ground(parse: Parse) -> bool:
    """Whether a "gain" or a "pace" is of ground: a side, a front or an area is named here, or the talk is of it."""
    if names_business(parse.text):
        return False
    if not parse.words.theatre.country.id:
        return True  # a reader that knows no sides has only the words
    peoples = (*parse.words.theatre.attacker.adjectives, *parse.words.theatre.defender.adjectives)
    named = parse.words.attacker.search(parse.text) or parse.words.defender.search(parse.text)
    named = named or re.search(rf"\b(?:{'|'.join(map(re.escape, peoples))})s\b", parse.text)
    ground = re.search(r"\b(?:territor\w+|square|front|land|ground|km2|advanc\w+)\b", parse.text, re.IGNORECASE)
    return bool(named or ground or parse.before.family == "territory")

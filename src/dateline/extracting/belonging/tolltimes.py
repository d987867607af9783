"""When a toll is of: the day of the attack, a stretch up to a day, or from the war's start to a day."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.belonging.reckoned import counted_back, raised_on, run_into, same_day, spell
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.belonging.whereabouts import SAME_EVENT
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention, dates
from dateline.languages import en_people
from dateline.records.claim import Claim
from dateline.records.period import Period

#: "as of 30 November", "by April 30": the day up to which the count runs.
_UP_TO: Final = when_asked(
    r"\b(?:as of|as at|by|until|till|up to|up until|through|to|ending|ending on)"
    r" (?:(?:late|early|midnight|noon|the end of|\w+day,?) )*$",
    re.IGNORECASE,
)
_HOLDS_UP_TO: Final = when_asked(r"(?:as of|as at|by|until|up to|through)\b", re.IGNORECASE)
#: "since the hostilities resumed on 18 March": the date is the start of what runs to the report.
_SINCE_EVENT: Final = when_asked(
    r"\bsince (?:(?!said|told)[\w'’-]+ ){1,7}?(?:on |in |of |late in |early in |in late |in early )$", re.IGNORECASE
)
#: A toll of the war as a whole, with no date: "the war has claimed", "the death toll rose to".
_OF_THE_WAR: Final = when_asked(
    r"\b(?:war|conflict|invasion|offensive|fighting)\b[^,;.]{0,30}? (?:has|have|had) (?:\w+ ){0,2}?"
    r"(?:claimed|killed|cost|left|taken|injured|wounded|maimed)\b",
    re.IGNORECASE,
)
_ATTACHED: Final = when_asked(r",? ?(?:(?:in|of|for|during|over|on|throughout|since)(?: the| all of)? )?")
_EVENT_OF: Final = when_asked(rf"['’]s (?:[\w-]+ ){{0,2}}?(?:{en_people.EVENTS})(?:e?s)?(?!\w)", re.IGNORECASE)
#: "in the two weeks to May 4": a stretch that ends on the day named.
_BEFORE_END: Final = when_asked(
    r"\bthe (?:last |past )?(?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)"
    r" (?P<unit>hour|day|week|month|year)s? (?:to|ending|ending on|until|up to|through) (?:\w+day,? )?$",
    re.IGNORECASE,
)
_RAISED: Final = when_asked(
    r"\b(?:(?:bring|tak|push|rais|lift|driv)(?:ing|e|es|en)|brought|took|drove)\b[^,;.]{0,60} to"
    r" (?:over |some |at least )?$|\b(?:toll|total|tally|count)\b[^,;.]{0,40} to (?:over |some |at least )?$",
    re.IGNORECASE,
)
_BLOW: Final = re.compile(rf"\b(?:{en_people.EVENTS})(?:e?s)?(?!\w)|\b(?:struck|hit|shelled|bombed)\b", re.IGNORECASE)
#: So many are seldom killed at one blow.
_LARGE: Final = 1000.0
_EVER_SINCE: Final = when_asked(r"\b(?:ever )?since(?: then)?(?=[,.;]|$)", re.IGNORECASE)
_SINCE_THEN: Final = when_asked(
    r"\bsince then\b|\b(?:days?|weeks?|months?|hours) since(?=[,.;]|$)|\bhave since\b|\bin the aftermath\b",
    re.IGNORECASE,
)
_PERFECT: Final = when_asked(r"\b(?:has|have|had)\b", re.IGNORECASE)
#: So many words may stand before the day that opens a sentence and holds for all of it ("As of Thursday, 22 May").
_OPENING_WORDS: Final = 4
#: "This year" and the like run to the report's day.
_SO_FAR: Final = frozenset({"year", "half", "quarter", "month"})
#: Shorter stretches than this are days and nights, and no running totals.
_LEAST_DAYS: Final = 5
_DAY_HOURS: Final = 24
#: "94 were brought in, raising the toll since March to": what a total runs from is no start of what raised it.
_RAISING: Final = when_asked(r"\b(?:bring|tak|push|rais|lift|driv)(?:ing|es)\b[^;]*$", re.IGNORECASE)


def toll_period(
    parse: Parse, start: int, end: int, stop: int, whole: Claim | None
) -> tuple[Period | None, bool, dict[str, str]]:
    """The period of the toll at `text[start:end]`, whether it is guessed, and `until: report` where it runs to the
    report's day and the text names no day; a part is of its whole's period unless its own words name another."""
    if whole is not None:
        own = [m for m in _dated(parse) if end <= m.start and _ATTACHED.fullmatch(parse.text[end : m.start])]
        until = {k: v for k, v in whole.dimensions.items() if k == "until"}
        return (own[0].period, False, {}) if own else (whole.period, whole.inherited, until)
    if (day := counted_back(parse, start, end)) is not None:
        return day, True, {}
    period = _since_behind_a_part(parse, end, stop) or period_of(parse, start, end, "casualties", stop)
    if _raised(parse, start) and (began := _starts(parse, end)):
        period = began[-1][1]
    elif (period is None or period.days < _LEAST_DAYS) and _raised(parse, start):
        period = None
        if (war := _war(parse)) is not None:
            return war, True, {"until": "report"}
    if period is not None and (risen := _risen_to(parse, start, period)) is not None:
        return risen, True, {}
    if (since := _ever_since(parse, start, end)) is not None:
        return since, True, {"until": "report"}
    ends = [
        m
        for m in _dated(parse)
        if m.kind == "at" and _is_end(parse, m) and _begun(parse, m) and _of_clause(parse, m, start)
    ]
    starts = _starts(parse, end)
    if period is not None and (stood := _stood(parse, start, period, [p for _, p in starts])) is not None:
        return stood, False, {}
    chosen = [p for said, p in starts if period == p or period in said]
    if ends and ends[0].period is not None and (period is None or chosen or period in [m.period for m in ends]):
        return _up_to(parse, ends, [p for _, p in starts])
    if chosen:
        period = raised_on(parse, start, chosen[-1])
    elif period is None and (event := _of_event(parse)) is not None:
        period = event
    elif period is None and (scene := _scene(parse, start)) is not None:
        return scene, True, {}
    elif period is None and _OF_THE_WAR.search(parse.text):
        war = _war(parse)
        if war is None and (stretch := spell(parse, start)) is not None:
            return stretch, True, {}
        return war, False, {"until": "report"} if war is not None else {}
    elif period is None and (stretch := spell(parse, start)) is not None:
        return stretch, True, {}
    elif period is None and (run := run_into(parse, start)) is not None:
        return run, True, {"until": "report"}
    elif period is None and (today := same_day(parse)) is not None:
        return today, True, {}
    running = period is not None and period.last == parse.ref and period.days >= _LEAST_DAYS
    open_ended = running and period is not None and (bool(chosen) or period.granularity in _SO_FAR)
    return period, False, {"until": "report"} if open_ended else {}


#: "440 people, 147 of them children, have died since the war began": the part between parts nothing.
_PART_BETWEEN: Final = when_asked(
    r"(?: \w+){0,3}, (?:[\d,]+|\w+) of (?:them|whom)[^,;]{0,40}, (?:have|has|had) [^,;]{0,40}$"
)


def _since_behind_a_part(parse: Parse, end: int, stop: int) -> Period | None:
    behind = [m for m in parse.mentions if m.start >= stop and m.kind in ("since", "war") and m.period is not None]
    between = parse.text[end : behind[0].start] if behind else ""
    return behind[0].period if behind and _PART_BETWEEN.fullmatch(between) else None


#: "The toll since October stood at 59,106 on 22 July": a running total, and the day on which it was that.
_STOOD: Final = when_asked(
    r"\b(?:toll|total|tally|count|number)\b[^;]* (?:stands?|stood|was|reached|passed|topped|exceeded|climbed|rose|grew"
    r"|came)(?: (?:at|to))?(?: (?:about|some|over|more than|at least|nearly))? $",
    re.IGNORECASE,
)


def _stood(parse: Parse, start: int, day: Period, starts: list[Period]) -> Period | None:
    a = parse.clause(start)[0]
    running = [p for p in starts if p.start < day.start and p.last >= day.last]
    if day.days > 1 or not running or _STOOD.search(parse.text[a:start]) is None:
        return None
    return Period.through(running[-1].start, day.last)


def _raised(parse: Parse, start: int) -> bool:
    """Whether a large figure is what a day's victims brought the toll to, and so not the day's."""
    amount = next((a for a in parse.amounts if a.start == start), None)
    large = amount is not None and (amount.value or 0.0) >= _LARGE
    return large and _RAISED.search(parse.text[parse.clause(start)[0] : start]) is not None


#: "The toll rose by 316 in April, to 72,601": what it came to is of the whole war, up to then.
_RISEN_TO: Final = when_asked(
    r"\b(?:toll|total|tally|count)\b[^;]{0,60} by (?:\w+ )?(?:\d[\d,]*|\w+)(?: (?:people|deaths|victims))?"
    r"(?: (?:in|during|over) [^;,]{3,20})?,? to (?:over |some |at least |more than )?$",
    re.IGNORECASE,
)


#: "The death toll passed 72,000 in February".
_PASSED: Final = when_asked(
    r"\b(?:toll|total|tally|count|number of (?:[\w-]+ ){1,4}(?:killed|dead|deaths|wounded|injured))\b[^;]{0,60}$",
    re.IGNORECASE,
)
_PASSES: Final = when_asked(
    r"\b(?:pass|topp|exceed|surpass|cross|reach|hit|top|climbed past|rose (?:above|past|beyond|to)|stood at)"
    r"(?:ed|es|ing|s)? (?:the )?(?:(?:over|some|more than|nearly|almost|about) )?$",
    re.IGNORECASE,
)
#: A toll that passed a number in so many days or fewer is the whole war's, and no sum of those days.
_MOMENT: Final = 31


def _risen_to(parse: Parse, start: int, period: Period) -> Period | None:
    amount, began = next((a for a in parse.amounts if a.start == start), None), parse.words.theatre.war_start
    large = amount is not None and (amount.value or 0.0) >= _LARGE
    if not large or began is None or not began < period.start:
        return None
    before = parse.text[parse.clause(start)[0] : start]
    risen = _RISEN_TO.search(before) is not None
    if not risen and period.days <= _MOMENT and _PASSED.search(before) is not None:
        number = re.search(r"\d", parse.text[start:]) or re.search(r"\w+$", parse.text)
        risen = number is not None and _PASSES.search(parse.text[: start + number.start()]) is not None
    return Period.through(began, period.last) if risen else None


def _up_to(parse: Parse, ends: list[Mention], starts: list[Period]) -> tuple[Period | None, bool, dict[str, str]]:
    """From the start that the text names to the day that it counts up to; without a start from the war's."""
    last = ends[0].period
    assert last is not None
    spell = _BEFORE_END.search(parse.text[: ends[0].start])
    if spell is not None:
        count, unit = int(number(spell["count"]) or 1), spell["unit"].lower()
        count, unit = (max(1, round(count / _DAY_HOURS)), "day") if unit == "hour" else (count, unit)
        return dates.rolling(last.last, count, unit), False, {}
    earlier = [p for p in starts if p.start <= last.start]
    if earlier:
        return Period.through(earlier[-1].start, last.last), False, {}
    began = parse.words.theatre.war_start
    if began is None or began > last.start or last.days > 1:
        return last, True, {}
    return Period.through(began, last.last), True, {}


def _dated(parse: Parse) -> list[Mention]:
    return [m for m in parse.mentions if m.period is not None and m.kind in ("at", "since", "war") and not m.speech]


def _is_end(parse: Parse, mention: Mention) -> bool:
    behind = parse.text[: mention.start]
    said = _UP_TO.search(behind) or _HOLDS_UP_TO.match(parse.text, mention.start)
    return said is not None and re.search(r"\b(?:from|between) [^,;]{0,25}$", behind) is None


def _begun(parse: Parse, mention: Mention) -> bool:
    """Whether the day is past: "expected to leave by winter" ends no count."""
    return mention.period is not None and mention.period.start <= parse.ref


def _of_clause(parse: Parse, mention: Mention, start: int) -> bool:
    """Whether the day stands in the figure's clause or opens the sentence."""
    a, b = parse.clause(start)
    return a <= mention.start < b or len(parse.text[: mention.start].split()) <= _OPENING_WORDS


def _starts(parse: Parse, end: int = 0) -> list[tuple[list[Period | None], Period]]:
    """Stretches that run from a start to the report's day for a figure that ends at `end`, each with the periods by
    which a mention may name it: that of "since the fighting" is the date behind it where one follows."""
    found: list[tuple[Mention, list[Period | None], Period]] = [
        (m, [m.period], m.period) for m in _dated(parse) if m.kind in ("since", "war") and m.period is not None
    ]
    for mention in _dated(parse):
        event = _SINCE_EVENT.search(parse.text[: mention.start]) if mention.kind == "at" else None
        if event is None or mention.period is None or mention.period.start > parse.ref:
            continue
        if any(e.kind == "since" and e.anchor and e.start == event.start() for e, _, _ in found):
            continue  # "since March stood at 500 on 3 June": the start is said already
        inside = [entry for entry in found if event.start() <= entry[0].start < mention.start]
        said: list[Period | None] = [mention.period, *(entry[0].period for entry in inside)]
        found = [entry for entry in found if entry not in inside]
        found.append((mention, said, Period.through(mention.period.start, parse.ref)))
    if end:
        found = [entry for entry in found if not _RAISING.search(parse.text[end : max(end, entry[0].start)])]
    return [(said, period) for _, said, period in sorted(found, key=lambda entry: entry[0].start)]


def _ever_since(parse: Parse, start: int, end: int) -> Period | None:
    """ "in the attack of May 4, and 90 more have died since": from the day named before to the report's."""
    if _EVER_SINCE.search(parse.text, end, parse.clause(start)[1]) is None:
        return None
    told = [m.period for m in parse.mentions if m.end <= start and m.kind == "at" and m.period is not None]
    return Period.through(told[-1].start, parse.ref) if told and told[-1].start <= parse.ref else None


def _of_event(parse: Parse) -> Period | None:
    """ "the toll from Tuesday's attack": the day on which it happened."""
    days = [m for m in parse.mentions if m.period is not None and m.period.days == 1 and m.kind == "at"]
    return next((m.period for m in days if _EVENT_OF.match(parse.text, m.end)), None)


def _scene(parse: Parse, start: int) -> Period | None:
    """The date of the sentence before, where this one goes on about its event, or counts from it on."""
    last = parse.before.last
    if last is None or parse.before.block != parse.sentence.block:
        return None
    told = [m.period for m in last.mentions if m.kind == "at" and m.period is not None]
    if not told:
        return None
    day = told[-1]
    if _SINCE_THEN.search(parse.text, *parse.clause(start)) is not None:
        return Period.through(day.start, max(parse.ref, day.start))
    if SAME_EVENT.search(parse.text) is not None:
        return day
    return day if day.days == 1 and len(set(told)) == 1 and _goes_on(parse, last, start) else None


def _goes_on(parse: Parse, last: Parse, start: int) -> bool:
    """ "Shelling hit the market on 4 May. At least 22 people were killed.": a sentence without a time of its own that
    tells of a few victims, behind one that tells of a blow and counts nobody."""
    amount = next((a for a in parse.amounts if a.start == start), None)
    few = amount is not None and amount.value is not None and amount.value < _LARGE
    timeless = all(m.speech for m in parse.mentions) and _PERFECT.search(parse.text) is None
    counted = any((c.measure or "").startswith("casualties") for c in last.found)
    return few and timeless and not counted and _BLOW.search(last.text) is not None


def _war(parse: Parse) -> Period | None:
    began = parse.words.theatre.war_start
    return None if began is None or began > parse.ref else Period.through(began, parse.ref)

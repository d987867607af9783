"""When a figure is of: its own date in the sentence, what the sentence compares with, and what came before."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.belonging.comparands import is_baseline
from dateline.extracting.belonging.preceding import leaves_open, pointed, points
from dateline.extracting.belonging.reckoned import run_into, same_day, since_evening, spell
from dateline.extracting.belonging.running import till_said
from dateline.extracting.belonging.shifting import in_comparison, moved, names_no_day, shift_of, shifted, years_back
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention, dates
from dateline.extracting.periods.relative import DAY_LONG
from dateline.extracting.turning import in_reach
from dateline.records.claim import Baseline
from dateline.records.period import Period

_ATTACHED: Final = when_asked(
    r" ?(?:(?:in|of|for|during|over|on|at|by|throughout)(?: the| all of| the whole of| the course of)? )?"
)
#: "July's 286", "in July, when 286 people died": the date right before is the figure's own.
_RAID: Final = (
    r"(?: (?:\w+ )?(?:attack|raid|strike|assault|barrage|salvo|wave|bombardment|night|record|peak|total|tally"
    r"|figure)s?)"
)
_OWNED: Final = when_asked(rf"['’]s (?:[\w-]+ ){{0,2}}|{_RAID}?, (?:when|which|during which) (?:[\w'’-]+ ){{0,8}}")
#: "The 5 October attack (496 drones)": between a date and a bracket of its own.
_RAID_BESIDE: Final = when_asked(rf"(?:['’]s)?{_RAID}?")
_OWNED_AT: Final = when_asked(r",? with (?:[\w'’-]+ ){0,3}")
#: "481 against 244": without a date of its own, the second is of the time compared with, which is not said.
_AGAINST: Final = when_asked(
    r"\b(?:against|compared (?:with|to)|versus|vs\.?|(?:up|down) from|from) (?:the |about |some |only |just )?$"
)
_UNRESOLVED: Final = when_asked(
    r"\b(?:\w+ )?(?:hours?|nights?|days?|weeks?|months?) (?:later|earlier)\b"
    r"|\bthe (?:last|first|second|latter) of them\b"
    r"|\bthe (?:following|next|preceding) (?:night|day|morning|week|month)\b"
    r"|\b(?:an?|one|two|three|four|five|\d+) (?:nights?|days?|weeks?|months?) (?:after|before)\b"
)
_SPELLS: Final = ("day", "night", "week", "month")
_LONGER: Final = ("week", "month", "quarter", "year")
#: "since" behind a superlative is the window in which it was the first or the most, and dates no figure.
_SOUGHT: Final = re.compile(
    r"\b(?!(?:at|interest|west|west\w*|rest|forest|harvest|protest|arrest|request|invest|suggest|contest|test|guest|quest"
    r"|nest|chest|latest|earliest)\b)(?:\w{2,}est|most|least|record|worst|best|first)\b(?<!at least)(?<!at most)"
    r"[^,;:.]{0,60}? $",
    re.IGNORECASE,
)
#: "the record of 702 weapons set on July 9".
_MADE: Final = re.compile(r" (?:set|recorded|seen|reached|registered|logged|launched|fired) (?:on|in|during) (?:the )?")
#: "over the same period of 2024" right behind a figure makes it that period's.
_SAME: Final = re.compile(r" (?:in|over|during|for|of|on) (?:the )?")
#: "69 percent in July, against 24 percent who would fight on": the other answer of one count.
_OTHERS: Final = re.compile(r"(?:%| percent| per cent)? (?:who|that|which|opposed|against|undecided)\b")

#: "161 deaths, whereas in December there were 157": a date right behind the word that turns is of what follows it.
_TURNED: Final = re.compile(r"[,;—–] ?(?:whereas|while|but|though|although|and) (?:in|on|during|for) (?:the )?$")


def period_of(parse: Parse, start: int, end: int, family: str, stop: int | None = None) -> Period | None:
    """The period of the figure at `text[start:end]`: one that is tied to it by its words, one named after it and
    before `stop`, before it in its clause, anywhere in the sentence, then in the sentences before; a day of speech
    last. None where the text points at a time that it does not say."""
    tied = _tied(parse, start, end, family)
    if tied is not None:
        return till_said(parse, start, tied)
    if any(m.kind in ("since", "war") and m.period is None and m.start == end + 1 for m in parse.mentions):
        return None  # "12,500 since the war began": of when that was, this reader does not know
    if _AGAINST.search(parse.text[:start]) and not _OTHERS.match(parse.text, end):
        return None  # "810 against 728": of when the second is, is not said
    turned = (m.start for m in parse.mentions if m.start >= end and _TURNED.search(parse.text[end : m.start]))
    beyond = min(turned, default=len(parse.text))
    plain = [m for m in _usable(parse) if not m.speech and m.start < beyond]
    if not in_reach(parse.text, parse.coming, start, end):
        # "3.7 million remain displaced and 500,000 are expected to leave by winter": what is, is not of what comes.
        plain = [m for m in plain if m.period is not None and m.period.start <= parse.ref]
    outside = [m for m in plain if _bracketed(parse, m.start) == _bracketed(parse, start)]
    plain = outside or plain
    clause = parse.clause(start)
    if not [m for m in plain if clause[0] <= m.start < clause[1]]:
        told, unsaid = _elsewhen(parse, start, end, family, plain)
        if told is not None or unsaid:
            return told or (spell(parse, start, loose=True) if family == "" else None)
        if family == "" and _NOW.search(parse.text, *clause) is not None:
            return Period.of_day(parse.ref)
    stop = len(parse.text) if stop is None else stop
    chosen = _chosen(parse, start, end, stop, plain)
    if chosen is not None:
        if leaves_open(parse, chosen, start):
            return None
        if points(parse, chosen):
            return _pointed(parse, chosen, start, family)
        if chosen.unit == DAY_LONG and (family == "" or not parse.words.theatre.country.id):
            # Sums of a ledger by days are of one day; where none is asked the 24 hours touch two.
            return Period.through(parse.ref - dates.DAY, parse.ref)
        beyond_next = chosen.start >= stop and _OPENING_WHOLE.fullmatch(parse.text[:start]) is not None
        if chosen.kind == "since" and family == "" and (beyond_next or not clause[0] <= chosen.start < clause[1]):
            return standing(parse, start) or chosen.period
        if chosen.kind == "since" and family == "strikes" and (night := since_evening(parse, chosen)) is not None:
            return night
        found = run_up(parse, chosen, start) or shifted(parse, chosen, end, stop)
        return till_said(parse, start, found) if found is not None else None
    spoken = next((m.period for m in _usable(parse) if m.speech and family == "strikes"), None)
    told = _from_before(parse, start, family) or spoken
    if told is not None or family != "":
        return told
    return run_into(parse, start) or spell(parse, start, loose=True) or standing(parse, start) or same_day(parse)


def _pointed(parse: Parse, mention: Mention, start: int, family: str) -> Period | None:
    """The period of the words, or that before what "the previous night" comes before."""
    if not points(parse, mention):
        return mention.period
    return pointed(parse, mention, _from_before(parse, start, family), family)


#: "Of the 1.9 million people displaced, 767,800 have moved since": when the part moved is no date of the whole.
_OPENING_WHOLE: Final = re.compile(r"(?:Out )?[Oo]f (?:the |all |some |an estimated |about )*")


def _bracketed(parse: Parse, at: int) -> bool:
    """ "1,100 (+9 over the past day), 40 tanks": what stands in brackets dates what stands there."""
    opened = parse.text.rfind("(", 0, at)
    return opened >= 0 and ")" not in parse.text[opened:at]


#: "As of 22 May", "by Sunday": the day up to which a count runs.
_UP_TO: Final = re.compile(r"\b(?:as of|as at|by|until|up to|through)(?: the end of)? $", re.IGNORECASE)


def run_up(parse: Parse, mention: Mention, start: int) -> Period | None:
    """ "As of 22 May, 3,509 had been killed since 18 March": from the one to the other, in the figure's own clause."""
    if mention.kind != "at" or mention.period is None or _UP_TO.search(parse.text[: mention.start]) is None:
        return None
    a, b = parse.clause(start)
    since = [m for m in _usable(parse) if m.kind == "since" and m.anchor is not None and a <= m.start < b]
    began = since[0].period if since else None
    if began is None or began.start > mention.period.start:
        return None
    return Period.through(began.start, mention.period.last)


_AT_END: Final = re.compile(r"\w+ the (?:end|close) of ", re.IGNORECASE)


def at_its_end(parse: Parse, period: Period) -> bool:
    """ "By the end of the war's second year": what was held then was held on the last day, however long ago."""
    return any(m.period == period and _AT_END.match(parse.text, m.start) for m in parse.mentions)


_STANDING: Final = re.compile(r"\b(?:remains?|still|now|currently|at present)\b", re.IGNORECASE)
_NOW: Final = when_asked(r"\b(?:now|currently|at present)\b")
#: Verbs of what is so on the report's day, and what is found by then; people driven out are a stock.
_PRESENT: Final = when_asked(
    r"(?<!to )\b(?:is|are|contests?|needs?|faces?|lives?|stands?|hosts?|shelters?|lacks?|operates?|keeps?|works?"
    r"|functions?|occup(?:y|ies)|runs?|rules?|leaves?|begins?|owns?|besieges?|surrounds?|encircles?|mans?|displaced"
    r"|in need|firm hold|(?:has|have|had) (?:been )?(?:found|confirmed|declared|detected|turned|become|arrived"
    r"|reached|left))\b"
)
_PAST_DASH: Final = 40
_HELD: Final = re.compile(r"\w+(?:ed|ept|eld|ung)\b|\w*ing\b", re.IGNORECASE)


def standing(parse: Parse, start: int) -> Period | None:
    """The report's day for what stands as the text says it: "3.7 million remain displaced", "controls ... and all but
    two of the gas fields"."""
    verbs = [p for p in parse.predicates if p.start < start]
    held = bool(verbs) and verbs[-1].family == "held" and _HELD.match(parse.text, verbs[-1].start) is None
    a, b = parse.clause(start)
    if parse.text[b : b + 1].strip() in ("–", "—", "-") or parse.text[b - 1 : b] in ("–", "—"):
        b = min(len(parse.text), b + _PAST_DASH)  # "24.1 million people – the most ever – need aid"
    if not held and not any(p.search(parse.text, a, b) for p in (_STANDING, _PRESENT)):
        return None
    return Period.of_day(parse.ref)


def _usable(parse: Parse) -> list[Mention]:
    kinds = ("at", "since", "war")
    dated = [m for m in parse.mentions if m.period is not None and m.kind in kinds and not is_baseline(parse, m)]
    return [m for m in dated if not (_may_be_sought(parse, m) and _SOUGHT.search(parse.text[: m.start]))]


#: "the highest count in three years": the window of a record, as "since" is.
_WINDOW: Final = when_asked(r"(?:(?:in|for) )?(?:(?:the )?(?:past|last) )?(?:an?|[\w-]+) (?:month|year|decade)s?$")


#: "For the first time this year 18 were lost": when the others were, and not when these.
_FIRST_TIME: Final = when_asked(r"\bfirst time (?:in |of )?$", re.IGNORECASE)


def _may_be_sought(parse: Parse, mention: Mention) -> bool:
    if mention.kind == "since" or _FIRST_TIME.search(parse.text[: mention.start]):
        return True
    running = mention.kind == "at" and mention.period is not None and mention.period.last == parse.ref
    return running and _WINDOW.fullmatch(parse.text[mention.start : mention.end]) is not None


def _tied(parse: Parse, start: int, end: int, family: str) -> Period | None:
    """ "208 in August", "726 the month before", "July's 286": the words beside the figure say when."""
    at = [m for m in parse.mentions if m.period is not None and m.kind == "at" and not m.speech]
    attached = [m for m in at if end <= m.start and _ATTACHED.fullmatch(parse.text[end : m.start])]
    if attached:
        first = attached[0]
        return _pointed(parse, first, start, family)
    bracket = parse.text.rfind("(", 0, start)
    own = any(m.kind == "at" and bracket < m.start < start for m in parse.mentions)
    if bracket >= 0 and ")" not in parse.text[bracket:start] and not own:
        # "Compared with February (129 killed, 588 injured)": what stands in brackets is of what stands before them.
        named = [m for m in parse.mentions if m.period is not None and m.end <= bracket]
        beside = [m for m in named if _RAID_BESIDE.fullmatch(parse.text[m.end : bracket].rstrip())]
        if beside:
            return beside[-1].anchor or beside[-1].period
        if (bracketed := _bracketed_by(parse, bracket, start, family)) is not None:
            return bracketed
    shifts = [m for m in parse.mentions if m.kind == "shift" and m.anchor is None]
    # A bare number may have taken the first words of "the month before" for its thing.
    following = [m for m in shifts if parse.text[end : m.start] == " " or start < m.start < end]
    told = [m for m in at if m.end <= start]
    if following and told and told[-1].period is not None:
        return dates.back(told[-1].period, following[0].unit, following[0].count)
    after = [m for m in parse.mentions if m.kind == "later" and m.unit in _LONGER and m.count == 1]
    if told and any(m.start > end and _ATTACHED.fullmatch(parse.text[end : m.start]) for m in after):
        last = told[-1].period
        if last is not None and last.granularity == after[0].unit:
            return dates.back(last, after[0].unit, -1)
    made = [m for m in at if m.start >= end and _MADE.fullmatch(parse.text[end : m.start])]
    if made:
        return made[0].period
    if (same := _same_of(parse, end)) is not None:
        return same
    owned = [
        m
        for m in parse.mentions
        if (m.kind in ("at", "since", "shift") and _OWNED.fullmatch(parse.text[m.end : start]))
        or (m.kind == "at" and _OWNED_AT.fullmatch(parse.text[m.end : start]))
    ]
    if any(m.kind == "since" and m.period is not None and m.start == end + 1 for m in parse.mentions):
        return None  # "460 in August, which brought it 2,100 since May"
    if owned and owned[-1].kind == "shift":
        # "24 percent higher than the previous month, when 6,583 were fired"
        dated = [m.period for m in _usable(parse) if m.end <= owned[-1].start and not m.speech]
        known = dated[-1] if dated else _from_before(parse, start, family)
        return moved(parse, owned[-1], known) if known is not None else None
    return owned[-1].anchor or _pointed(parse, owned[-1], start, family) if owned else None


def _bracketed_by(parse: Parse, bracket: int, start: int, family: str) -> Period | None:
    """ "In April ..., more than a year earlier (95 killed; 730 injured)": the time so long before that of April."""
    behind = [m for m in parse.mentions if m.kind == "shift" and m.end <= bracket]
    if not behind or parse.text[behind[-1].end : bracket].strip():
        return None
    told = [m.period for m in _usable(parse) if m.kind == "at" and not m.speech and m.end <= behind[-1].start]
    known = next((p for p in reversed(told) if p is not None), None) or _from_before(parse, start, family)
    return moved(parse, behind[-1], known) if known is not None else None


def _same_of(parse: Parse, end: int) -> Period | None:
    """ "compared with 52 over the same period of 2024": what the sentence told before, moved to that year."""
    shifts = [m for m in parse.mentions if m.kind == "shift" and m.anchor is not None and m.start >= end]
    if not shifts or shifts[0].anchor is None or not _SAME.fullmatch(parse.text[end : shifts[0].start]):
        return None
    told = [m.period for m in _usable(parse) if m.kind == "at" and m.end < end and not m.speech]
    if not told or told[-1] is None:
        return None
    return years_back(parse, shifts[0], told[-1], told[-1].start.year - shifts[0].anchor.start.year)


def _elsewhen(parse: Parse, start: int, end: int, family: str, plain: list[Mention]) -> tuple[Period | None, bool]:
    """For a clause without a date of its own: the period that "the night before" moves to, and whether it points at a
    time that is not said ("two nights later", "in two days", "against 244")."""
    clause = parse.clause(start)
    shift = shift_of(parse, start, plain)
    if shift is not None:
        known = next((m.period for m in plain if m.period is not None), None) or _from_before(parse, start, family)
        if known is not None and family in ("strikes", "casualties") and names_no_day(shift, known):
            return None, True  # "two months before that", of a night: of which night it tells is not said
        return (moved(parse, shift, known) if known is not None else None), True
    spells = [m for m in parse.mentions if m.kind in ("later", "ago") or (m.kind == "duration" and m.unit in _SPELLS)]
    vague = [m for m in parse.mentions if m.kind == "within" or (m.kind == "vague" and m.unit != "present")]
    inside = any(clause[0] <= m.start < clause[1] for m in (*spells, *vague))
    inside = inside or (family in ("", "casualties") and spell(parse, start) is not None)
    return None, (
        any(not in_comparison(parse, m) for m in _UNRESOLVED.finditer(parse.text, *clause))
        or (_AGAINST.search(parse.text[clause[0] : start]) is not None and not _OTHERS.match(parse.text, end))
        or inside
        or (bool(spells) and not plain)
    )


def _chosen(parse: Parse, start: int, end: int, stop: int, plain: list[Mention]) -> Mention | None:
    """The nearest date by where it stands: inside, after, before in the clause, then anywhere."""
    clause = parse.clause(start)
    inside = [m for m in plain if m.start < end and start < m.end]
    before = [m for m in plain if clause[0] <= m.start and m.end <= start]
    after = [m for m in plain if end <= m.start < min(stop, clause[1])]
    if _narrow(before):
        # "on August 21 another 574, on August 28 another 598": past a comma a date is the next figure's.
        after = [m for m in after if not re.search(r"[,;]| and ", parse.text[end : m.start])]
    counted = [m for m in after if m.kind == "war" and _SINCE.match(parse.text, m.start)]
    groups = [inside, (_narrow(after) or counted)[:1], _narrow(before)[-1:], after[:1], before[-1:]]
    if re.search(r"\(\s*$", parse.text[:start]):
        groups[1:3] = [groups[2], groups[1]]
    anywhere = [m for m in plain if m.end <= start][-1:] + [m for m in plain if m.start >= end][:1]
    return next((g[0] for g in (*groups, _narrow(anywhere), anywhere) if g), None)


#: "since the war began" dates the figure before it; "in the war" only where nothing else does.
_SINCE: Final = re.compile(r"since\b")


def _narrow(group: list[Mention]) -> list[Mention]:
    """Without "in the war", which says when only where nothing else does."""
    return [m for m in group if m.kind != "war"]


#: What opens a sentence that goes on about the figure before it.
_OF_THOSE: Final = re.compile(
    r"(?:(?:Out )?[Oo]f|Among) (?:those|these|them|this|that)\b|Th(?:at|is) (?:is|was|makes|equals|amounts|means)\b"
    r"|The (?:rest|others|remainder|remaining)\b"
)


def _from_before(parse: Parse, start: int, family: str) -> Period | None:
    """The period of the sentences before, where this one points back or carries the same figure on."""
    points_back = any(m.kind == "that" for m in parse.mentions)
    known = parse.before.periods.get(family) or (parse.before.periods.get("strikes") if points_back else None)
    if known is None and family == "" and (last := parse.before.last) is not None and _OF_THOSE.match(parse.text):
        stated = [c.period for c in last.found if c.frame == "level" and c.period is not None]
        return stated[-1] if stated and parse.before.block == parse.sentence.block else None
    if known is None or (family == "" and not points_back and standing(parse, start) is not None):
        return None
    same_paragraph = parse.before.block == parse.sentence.block or parse.sentence.block - parse.before.block == 1
    return known if points_back or same_paragraph else None


def baseline_of(parse: Parse, start: int, end: int, period: Period | None) -> Baseline | None:
    """The one period that a change or a multiple compares with, by what the text names."""
    named = [m for m in parse.mentions if is_baseline(parse, m)]
    after = sorted((m for m in named), key=lambda m: (m.start < start, abs(m.start - end)))
    for mention in after:
        label = parse.text[mention.start : mention.end]
        if mention.kind == "shift" and period is not None:
            if mention.anchor is not None:
                years = period.start.year - mention.anchor.start.year
                return Baseline("period", years_back(parse, mention, period, years), label)
            if mention.unit == "year":
                return Baseline("period", years_back(parse, mention, period, mention.count), label)
            return Baseline("period", dates.back(period, mention.unit, mention.count), label)
        if mention.period is not None and mention.kind == "at":
            return Baseline("period", _just_before(label, mention.period, period) or mention.period, label)
    return None


_PREVIOUS: Final = when_asked(
    r"\b(?:previous|preceding|prior) (?:(?P<count>\d+|\w+) )?(?P<unit>day|week|month|quarter|year)s?$", re.IGNORECASE
)


def _just_before(label: str, named: Period, period: Period | None) -> Period | None:
    """ "16 percent more than in the previous six months": those before the figure's own, and not before the report."""
    previous = _PREVIOUS.search(label)
    if previous is None or period is None or named.stop <= period.start:
        return None
    count = int(number(previous["count"]) or 1) if previous["count"] else 1
    first = dates.back(Period.of_day(period.start), previous["unit"].lower(), count).start
    return Period(first, period.start, "span")

"""A figure of weapons as a claim: launched, stopped or through; level, rate or part."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging import parts
from dateline.extracting.belonging.carrying import run_stop
from dateline.extracting.belonging.locating import is_theirs, located
from dateline.extracting.belonging.rates import rate_of
from dateline.extracting.belonging.reckoned import same_day
from dateline.extracting.belonging.scope import claim, points_back, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.measuring.strikes import STOPPED, strike_measure
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Claim, Frame, Measure
from dateline.records.period import Period

_PART = when_asked(
    r"(?:\bincluding|\bamong them|\bof (?:which|whom|those|these|them),?|\bamong those,?)(?: (?:at least|some"
    r"|about|another|the|a further))* $",
    re.IGNORECASE,
)


def weapons_claim(
    parse: Parse, index: int, amount: Amount, thing: Thing, last: Claim | None, guessed: bool
) -> Claim | None:
    """The claim for `amount` weapons; `last` is the figure before that it carries on, `guessed` whether that is no more
    than likely. None where nothing says what became of them."""
    inherited = last.measure if last is not None and (last.measure or "").startswith("strikes") else None
    anchor = last if inherited else parse.before.figures.get("strikes")
    in_row = anchor is not None and parts.beside(parse, amount, last)
    pointed = parse.things[index].of_them and (anchor is not None or parse.things[index].noun != "" or last is not None)
    out_of = parts.out_of(parse, index)
    whole_behind = index > 0 and (parts.paired(parse, index - 1) or parts.out_of(parse, index - 1))
    part = not whole_behind and (out_of or thing.of_them or in_row or _is_part(parse, amount, last))
    if inherited is None and part and anchor is not None:
        inherited = anchor.measure
    rate, end = rate_of(parse, amount, max(thing.end, amount.end), thing, last)
    measure, taken = strike_measure(parse, amount.start, thing, inherited)
    if measure is None and thing.noun == "" and not part and not rate:
        return None
    remains = measure == "strikes.through" or _more_stopped(parse, amount, measure)
    if not part and remains and (whole := _launched(parse, anchor)) is not None:
        part, anchor = True, whole
    period = _strike_period(parse, index, amount, end)
    of_a_whole = out_of or pointed or (thing.of_them and thing.noun != "") or anchor is not None
    frame: Frame = "rate" if rate else "part_of" if part and of_a_whole else "level"
    place = located(parse, amount.start, end, parse.next_amount(index)) or (
        anchor.place if part and anchor is not None else None
    )
    dimensions = {"weapon": thing.weapon} if thing.weapon else {}
    if period is None:
        period = next((m.period for m in parse.mentions if m.kind == "within"), None)
        dimensions |= {"granularity": "night"} if period is not None and period.days > 1 else {}
    undated = measure is not None and period is None
    if _of_none(parse, amount, rate=bool(rate)):
        measure, undated = None, False
    if period is not None and period.days > 1 and not rate and _of_some_nights(parse, amount, period):
        dimensions["granularity"] = "night"
    return claim(
        parse,
        amount.start,
        end,
        frame,
        measure,
        amount=amount,
        unit=f"{thing.unit}/{rate}" if rate else thing.unit,
        noun=thing.noun,
        period=period,
        place=place,
        dimensions=dimensions,
        attribution=speaker(parse, amount.start, part or points_back(parse)),
        anchor=parts.whole_of(parse, last, anchor, in_row, parse.things[index].of_them) if frame == "part_of" else None,
        doubt="ambiguous_period" if undated else None,
        doubt_detail="the night or the month that the figure is for" if undated else "",
        inherited=guessed
        or (frame == "part_of" and _whole_guessed(parse, period))
        or (taken and (not part or (thing.of_them and measure == "strikes.launched"))),
    )


def _whole_guessed(parse: Parse, period: Period | None) -> bool:
    """Whether the whole that the sentence states before the part is of a time that it does not say: so is the part."""
    if any(m.period == period for m in parse.mentions):
        return False
    return any(c.inherited and c.frame == "level" and c.period == period for c in parse.found)


def _is_part(parse: Parse, amount: Amount, last: Claim | None) -> bool:
    """Whether the words before the figure make it a part: "including", "of which", a list behind its total."""
    before = parse.text[: amount.start]
    return (
        _PART.search(before) is not None
        or parts.in_part_clause(parse, amount.start)
        or parts.listed(parse, amount, last)
        or parts.goes_on(parse, amount, last)
    )


_MORE: Final = re.compile(r" (?:more|others?|further)(?!\w)(?! than)", re.IGNORECASE)


def _more_stopped(parse: Parse, amount: Amount, measure: Measure | None) -> bool:
    """ "25 more failed to reach their targets": what is left of the weapons that a figure before counted."""
    return measure in STOPPED.values() and _MORE.match(parse.text, amount.end) is not None


def _launched(parse: Parse, anchor: Claim | None) -> Claim | None:
    """The figure of weapons launched that the sentence, or the one before, states."""
    known = [c for c in (*reversed(parse.found), anchor, *parse.before.row) if c is not None]
    return next((c for c in known if c.measure == "strikes.launched" and c.frame == "level"), None)


#: One event in a stretch of many: "a raid last December involving 158" is of one night, not of the month.
_SINGLE_RAID = re.compile(
    r"(?<!\d )\b(?:an?|one|single|another) (?:[\w-]+ ){0,2}?(?:raid|attack|strike|barrage|salvo|assault|bombardment"
    r"|wave"
    r"|night|onslaught|volley)"
    r"(?! campaign)\b(?! of the (?:month|week|year))"
    r"|\b(?:in|on|during|over|within) (?:just |only )?(?:(?:an?|one|any)(?: single| one)? (?:day|24 hours|24-hour \w+)"
    r"|(?:the|its|their) (?:(?:single )?\w{3,}est|worst|most \w+|peak|record) (?:single )?(?:night|day|raid|attack))"
    r"\b(?! (?:ago|before|earlier|later|after)\b)",
    re.IGNORECASE,
)


#: "On two nights in August more than 600", "four raids of more than 500 each": of some of the nights, and not of all.
_SOME_NIGHTS = re.compile(
    r"\b(?:(?:twice|thrice|\w+ times)(?! (?:as|more|the|that|what|its|their|those|last|higher|larger|fewer|less|over"
    r"|[\w-]+['’]s))"
    r"|(?P<count>some|several|many|most|a few|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
    r" (?!consecutive|straight|successive)(?:[\w-]+ ){0,2}?(?:raids|attacks|strikes|barrages|salvos|assaults|nights"
    r"|occasions|waves)"
    r"(?! (?:in a row|running|in succession)))\b",
    re.IGNORECASE,
)
#: "Can launch 1,000 drones a night": what someone is able to.
_ABLE = re.compile(
    r"\b(?:can|cannot|able to|capable of|capacity (?:to|of)|potential to) (?:[\w-]+ ){0,3}$", re.IGNORECASE
)


def _of_some_nights(parse: Parse, amount: Amount, period: Period) -> bool:
    """Whether the figure is of one night of the period, or of some that are not all of it."""
    clause = _clause_text(parse, amount.start)
    if _SINGLE_RAID.search(clause):
        return True
    a, b = parse.clause(amount.start)
    dated = [m for m in parse.mentions if m.period is not None]
    for match in _SOME_NIGHTS.finditer(parse.text, a, b):
        if any(m.start < match.end() and match.start() < m.end for m in dated):
            continue  # "the last three nights"
        if match["count"] is None or number(match["count"]) != period.days:
            return True
    return False


def _of_none(parse: Parse, amount: Amount, *, rate: bool) -> bool:
    """ "Fewer than 6,000 in each month" is of no one of them, "can launch 1,000" of no night that was."""
    if _ABLE.search(parse.text[: amount.start]) is not None:
        return True
    return _at_most(parse, amount) if rate else _EACH.search(_clause_text(parse, amount.start)) is not None


def _at_most(parse: Parse, amount: Amount) -> bool:
    """ "Up to 598 a night", "from 26 to 598 a night": the highest of the nights, and no average."""
    bounded = amount.comparator in ("le", "lt") or (amount.low is not None and amount.high is not None)
    return bounded and re.search(r"\baverag", _clause_text(parse, amount.start), re.IGNORECASE) is None


_EACH = when_asked(
    r"\b(?:each|every)(?: of the)?(?: \w+){0,2} (?:months?|weeks?|nights?|days?)\b|\bon average\b", re.IGNORECASE
)


def _clause_text(parse: Parse, at: int) -> str:
    start, end = parse.clause(at)
    return parse.text[start:end]


def _strike_period(parse: Parse, index: int, amount: Amount, end: int) -> Period | None:
    named = period_of(parse, amount.start, end, "strikes", run_stop(parse, index))
    # What flew the other way is measured by nothing here, so that a guessed day decides nothing.
    return named or (same_day(parse) if is_theirs(parse, amount.start, end) else None)

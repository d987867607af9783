"""Levels, rates and parts: "367 drones", "14 square kilometres a day", "of those, 56", "including nine"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting import parts
from dateline.extracting.carrying import (
    begins_run,
    carried,
    carried_rate,
    carries,
    coordination,
    counterpart,
    is_bare,
    run_stop,
    same_row,
)
from dateline.extracting.contrasts import own_end, set_against
from dateline.extracting.counted import named_around, subject_of
from dateline.extracting.lexicon import AREA_VERBS, HARM_VERBS, STRIKE_VERBS
from dateline.extracting.locating import joined_regions, located, region_of
from dateline.extracting.measuring.casualties import casualty_measure
from dateline.extracting.measuring.strikes import STOPPED, strike_measure
from dateline.extracting.measuring.territory import moved_by, territory_measure
from dateline.extracting.parse import Parse
from dateline.extracting.quantities import Amount, Skipped
from dateline.extracting.scope import claim, governing, speaker
from dateline.extracting.signs import NUMBERED
from dateline.extracting.things import Thing
from dateline.extracting.timing import period_of
from dateline.records.claim import Claim, Comparator, Frame, Measure
from dateline.records.period import Period
from dateline.records.place import Place

_RATE = re.compile(
    r"^,? ?(?:(?:on|per|an?|each|every) ?(?:average )?(?:an? |per |each |every )?)(?P<unit>day|night|week|month"
    r"|year)(?!\w)(?! (?:ago|earlier|before|later|after|on)\b)|^ (?P<adverb>daily|nightly|weekly|monthly"
    r"|annually)(?!\w)",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:an |a )?(?:(?P<unit>daily|nightly|weekly|monthly) )?(?:average|mean) (?:of |is |was |rate of )?$",
    re.IGNORECASE,
)
_PER: Final = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "annually": "year"}
#: Frames whose figure says what a bare number after it counts.
_COUNTED: Final = frozenset({"level", "rate", "part_of"})
#: "the sixth straight month with more than 4,000": a threshold that each month passed.
_THRESHOLD = re.compile(
    r"\b(?:straight|consecutive|successive|in a row|running) ?(?:month|week|night|day|year)?s?"
    r" (?:with|of|above|over|in which|when|that)(?: (?:[A-Z]\w+|it|they|there were))?"
    r"(?: \w+){0,2}?(?: at least| more than| over| fewer than| under)? ?$"
)
_PAREN = re.compile(r"^\s*\($")
_PART = re.compile(
    r"(?:\bincluding|\bamong them|\bof (?:which|whom|those|these|them),?|\bamong those,?)(?: (?:at least|some"
    r"|about|another|the|a further))* $",
    re.IGNORECASE,
)


#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = NUMBERED


def find(parse: Parse) -> None:
    """Adds a claim for every amount of the sentence that no other frame has read."""
    row: list[Claim] = []
    opened: tuple[Claim, ...] = ()
    for index, (amount, thing) in enumerate(zip(parse.amounts, parse.things, strict=True)):
        if index in parse.used:
            at = parse.sentence.start + amount.start
            row += [c for c in parse.found if c.frame in _COUNTED and c.quote.start <= at < c.quote.end]
            continue
        if _THRESHOLD.search(parse.text[: amount.start]):
            parse.skipped.append(Skipped(amount.start, amount.end, "the threshold of a streak"))
            continue
        if _converted(parse, index):
            parse.skipped.append(Skipped(amount.start, amount.end, "the figure before it in other units"))
            continue
        # A row of bare numbers answers the figures before it, and not its own first number.
        opened = tuple(row) if begins_run(parse, index) else opened
        found = _claim(parse, index, amount, thing, opened if is_bare(thing) else tuple(row))
        if found is None:
            parse.skipped.append(Skipped(amount.start, amount.end, _why(thing)))
            continue
        found = _dated(parse, index, found)
        parse.used.add(index)
        parse.found.append(found)
        if found.frame in _COUNTED and (found.noun or not found.inherited):
            row = [*(same_row(parse, row, found)), found]


def _claim(parse: Parse, index: int, amount: Amount, thing: Thing, row: tuple[Claim, ...]) -> Claim | None:
    if amount.kind not in ("count", "vague"):
        return None
    if thing.kind == "area":
        return _area(parse, index, amount, thing)
    if thing.noun.lower() == "respectively":
        thing = Thing("bare", amount.end)
    around = named_around(parse, index, amount, thing)
    thing = around or thing
    if (other := parts.of_others(parse, amount, thing)) is not None:
        return _other(parse, index, amount, other, "part_of")
    against = set_against(parse, index)
    source, guessed = counterpart(parse, index, row) if against is None else (_unmeasured_size(against[0]), False)
    if carries(thing):
        of_those = thing.kind == "anchor" or parts.in_part_clause(parse, amount.start)
        matched = not guessed and source is not None and source.noun != ""
        whole = coordination(parse, row, max(thing.end, amount.end)) if of_those and not matched else None
        if thing.kind == "anchor" and (source is None or source.measure is None):
            source, guessed = _stated(parse) or source, False
            whole = whole or (_named_before(parse, amount, thing) if source is None else None)
        thing = whole or carried(thing, source)
        guessed = guessed and whole is None
    else:
        # "nine were Iskander-K": what happened to them is not said here.
        guessed, source = around is not None and around.of_them, row[-1] if row else None
    if thing.kind == "weapon":
        return _weapons(parse, index, amount, thing, source if not guessed or row else None, guessed)
    if thing.kind == "people":
        return _people(parse, index, amount, thing, source, guessed)
    if thing.kind == "area":
        return _area(parse, index, amount, thing, source, guessed)
    named = thing.kind == "other" and (amount.digits or amount.kind == "vague" or (amount.value or 0) > 9)
    if named or thing.kind == "anchor" or _counts_unsaid(parse, amount, thing):
        part = thing.kind == "anchor" or parts.in_part_clause(parse, amount.start)
        return _other(parse, index, amount, thing, "part_of" if part else "level")
    return None


def _other(parse: Parse, index: int, amount: Amount, thing: Thing, frame: Frame) -> Claim:
    """A count of what no ledger holds; with "a day" behind it, a rate."""
    rate, end = _rate(parse, amount, thing.end)
    head = thing.unit or thing.noun.rpartition(" ")[2]
    return claim(
        parse,
        amount.start,
        end if rate else thing.end,
        "rate" if rate and head else frame,
        None,
        amount=amount,
        unit=f"{head}/{rate}" if rate and head else thing.unit,
        noun=thing.noun,
        period=period_of(parse, amount.start, thing.end, "", run_stop(parse, index)),
        place=located(parse, amount.start, thing.end),
        attribution=speaker(parse, amount.start),
    )


def _stated(parse: Parse) -> Claim | None:
    """The last figure of the sentence that is no part itself: what "of them" points back to."""
    return next((c for c in reversed(parse.found) if c.frame == "level" and c.measure is not None), None)


def _named_before(parse: Parse, amount: Amount, thing: Thing) -> Thing | None:
    """ "the biggest drone attack, with 268 of them": weapons that the sentence names without a number."""
    ids = parse.words.weapons_named(parse.text[: amount.start])
    shared = parse.words.common_weapon(ids, joined=True) if ids else None
    if shared is None:
        return None
    family = parse.words.theatre.weapon_line(shared)[-1]
    unit = {"drone": "drones", "missile": "missiles"}.get(family)
    return Thing("weapon", thing.end, unit, family, noun="", of_them=True) if unit else None


#: The unit of a comparison of each family, counted out.
_COUNTED_IN: Final = {"territory": "km2", "strikes": "weapons", "casualties": "people"}


def _unmeasured_size(compared: Claim) -> Claim:
    """The comparison as what a figure beside it carries on: the same thing, counted and not compared."""
    family = (compared.measure or "").split(".")[0]
    named = {"drone": "drones", "missile": "missiles"}.get(compared.dimensions.get("weapon", ""))
    return replace(compared, unit=(named if family == "strikes" else None) or _COUNTED_IN.get(family), frame="level")


def _dated(parse: Parse, index: int, found: Claim) -> Claim:
    """The claim in the period that the words around its figure give it: an end of "between March and April", a side
    of "740 against 610"."""
    against, start = set_against(parse, index), parse.amounts[index].start
    period = against[1] if against is not None else own_end(parse, start)
    if period is None or found.measure == "territory.held":
        return found
    doubt = None if found.doubt == "ambiguous_period" else found.doubt
    return replace(found, period=period, doubt=doubt, doubt_detail=found.doubt_detail if doubt else "")


def _area(
    parse: Parse, index: int, amount: Amount, thing: Thing, source: Claim | None = None, guessed: bool = False
) -> Claim:
    amount = _signed(parse, _taken_over(parse, amount))
    rate, end = _rate(parse, amount, thing.end, thing, source)
    period = period_of(parse, amount.start, end, "territory", parse.next_amount(index))
    measure = territory_measure(parse, amount.start, end, period)
    if measure is None and thing.of_them and (before := parse.before.figures.get("territory")) is not None:
        measure = before.measure
    if measure == "territory.net_change" and thing.unit == "km2" and (amount.value or 0.0) > _NO_CHANGE_KM2:
        measure = "territory.held"
    if measure == "territory.held":
        period = (
            Period.of_day(period.last)
            if period is not None and period.granularity not in ("span",)
            else Period.of_day(parse.ref)
        )
    place = region_of(parse, amount.start, end) or _there(parse, amount, thing)
    sure = governing(parse, amount.start, end, AREA_VERBS) is not None or any(
        not m.speech and m.period == period for m in parse.mentions
    )
    guessed = guessed or not sure
    apart = measure == "territory.held" and _APART.search(parse.text) is not None
    joined = place is not None and joined_regions(parse, amount.start, end)
    return claim(
        parse,
        amount.start,
        end,
        "rate" if rate else "level",
        measure,
        amount=amount,
        unit=f"{thing.unit}/{rate}" if rate else thing.unit,
        noun=thing.noun,
        period=period,
        place=place,
        attribution=speaker(parse, amount.start, _points_back(parse)),
        inherited=guessed,
        doubt="ambiguous_place" if joined else "undefined_term" if apart else None,
        doubt_detail="one figure for two regions" if joined else "borders other than the map's" if apart else "",
    )


def _taken_over(parse: Parse, amount: Amount) -> Amount:
    """ "established control over 3,500 square kilometres": the "over" is the verb's, and the figure is exact."""
    verb = next((p for p in parse.predicates if p.start < amount.start < p.end <= amount.core_start), None)
    if verb is None or parse.text[amount.start : amount.core_start].lower() not in ("over ", "of "):
        return amount
    return replace(amount, start=amount.core_start, comparator="eq")


def _signed(parse: Parse, amount: Amount) -> Amount:
    """ "the occupied area shrank by 12": a net change below nothing."""
    if moved_by(parse, amount.start) != -1.0 or amount.value is None or amount.low is not None:
        return amount
    turned: dict[str, Comparator] = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}
    return replace(amount, value=-amount.value, comparator=turned.get(amount.comparator, amount.comparator))


def _there(parse: Parse, amount: Amount, thing: Thing) -> Place | None:
    """The region that "there" or "130 of them" points back to, in this sentence or the one before."""
    start, end = parse.clause(amount.start)
    pointing = re.search(r"\b(?:there|this region|the region)\b", parse.text[start:end]) is not None
    if not pointing and not thing.of_them:
        return None
    named = [m for m in parse.places if m.end <= amount.start]
    regions = [r for m in named for r in (m.place, *m.rivals) if r.level == "region"]
    return regions[-1] if regions else parse.before.place


#: No map has shown a change of this size since its first day: so large an area is one that is held.
_NO_CHANGE_KM2: Final = 20_000.0
_APART = re.compile(r"\b(?:excluding|not counting|without|not including|apart from|leaving out|minus)\b", re.IGNORECASE)


def _weapons(parse: Parse, index: int, amount: Amount, thing: Thing, last: Claim | None, guessed: bool) -> Claim | None:
    inherited = last.measure if last is not None and (last.measure or "").startswith("strikes") else None
    anchor = last if inherited else parse.before.figures.get("strikes")
    in_row = anchor is not None and parts.beside(parse, amount, last)
    pointed = parse.things[index].of_them and (anchor is not None or parse.things[index].noun != "" or last is not None)
    part = thing.of_them or in_row or _is_part(parse, amount, last)
    if inherited is None and part and anchor is not None:
        inherited = anchor.measure
    rate, end = _rate(parse, amount, max(thing.end, amount.end), thing, last)
    measure, taken = strike_measure(parse, amount.start, thing, inherited)
    if measure is None and thing.noun == "" and not part and not rate:
        return None
    remains = measure == "strikes.through" or _more_stopped(parse, amount, measure)
    if not part and remains and (whole := _launched(parse, anchor)) is not None:
        part, anchor = True, whole
    period = _strike_period(parse, index, amount, end)
    frame: Frame = "rate" if rate else "part_of" if part and (pointed or anchor is not None) else "level"
    place = located(parse, amount.start, end, parse.next_amount(index)) or (
        anchor.place if part and anchor is not None else None
    )
    dimensions = {"weapon": thing.weapon} if thing.weapon else {}
    undated = measure is not None and period is None
    if not rate and _EACH.search(_clause_text(parse, amount.start)):
        measure, undated = None, False  # "fewer than 6,000 in each month": of no one of them
    if period is not None and period.days > 1 and not rate and _SINGLE_RAID.search(_clause_text(parse, amount.start)):
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
        attribution=speaker(parse, amount.start, part or _points_back(parse)),
        anchor=parts.whole_of(parse, last, anchor, in_row) if frame == "part_of" else None,
        doubt="ambiguous_period" if undated else None,
        doubt_detail="the night or the month that the figure is for" if undated else "",
        inherited=guessed or (taken and (not part or (thing.of_them and measure == "strikes.launched"))),
    )


def _is_part(parse: Parse, amount: Amount, last: Claim | None) -> bool:
    """Whether the words before the figure make it a part: "including", "of which", a list behind its total."""
    before = parse.text[: amount.start]
    return (
        _PART.search(before) is not None
        or parts.in_part_clause(parse, amount.start)
        or parts.listed(parse, amount, last)
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
    r"(?! campaign)\b(?! of the (?:month|week|year))",
    re.IGNORECASE,
)


_EACH = re.compile(
    r"\b(?:each|every)(?: of the)?(?: \w+){0,2} (?:months?|weeks?|nights?|days?)\b|\bon average\b", re.IGNORECASE
)


def _clause_text(parse: Parse, at: int) -> str:
    start, end = parse.clause(at)
    return parse.text[start:end]


def _strike_period(parse: Parse, index: int, amount: Amount, end: int) -> Period | None:
    return period_of(parse, amount.start, end, "strikes", run_stop(parse, index))


def _people(parse: Parse, index: int, amount: Amount, thing: Thing, source: Claim | None, guessed: bool) -> Claim:
    measure, both = casualty_measure(parse, amount.start, thing)
    before = source if source is not None else parse.before.figures.get("casualties")
    own_verb = governing(parse, amount.start, max(thing.end, amount.end), HARM_VERBS) is not None
    bare = thing.noun == "" and not own_verb and before is not None and (before.measure or "").startswith("casualties")
    if before is not None and bare and (measure is not None or thing.of_them):
        # "286 and 1,388" after "232 deaths and 1,343 injuries": each counts what its counterpart did.
        measure, both = before.measure, before.dimensions.get("victim")
    dimensions = {k: v for k, v in (("population", _population(parse, thing)), ("victim", both)) if v}
    return claim(
        parse,
        amount.start,
        max(thing.end, amount.end),
        "level",
        measure,
        amount=amount,
        unit="people",
        noun=thing.noun,
        period=period_of(parse, amount.start, max(thing.end, amount.end), "casualties", run_stop(parse, index)),
        place=located(parse, amount.start, max(thing.end, amount.end)),
        dimensions=dimensions,
        attribution=speaker(parse, amount.start, _points_back(parse)),
        inherited=guessed,
    )


def _population(parse: Parse, thing: Thing) -> str | None:
    """Civilians where the noun or the sentence says so, soldiers where the noun does."""
    if thing.population in ("civilians", "military"):
        return thing.population
    return "civilians" if re.search(r"\bcivilian", parse.text, re.IGNORECASE) else None


def _rate(
    parse: Parse, amount: Amount, end: int, thing: Thing | None = None, source: Claim | None = None
) -> tuple[str | None, int]:
    """The stretch of time of which the figure is a rate, and where its words end: behind it, before it, as the mean
    that is the subject of its clause, or that of the rate which a bare number carries on."""
    match = _RATE.match(parse.text[end:])
    if match is not None:
        unit = match["unit"] or _PER[match["adverb"].lower()]
        return unit.lower(), end + match.end()
    average = _AVERAGE.search(parse.text[: amount.start])
    if average is not None and average["unit"]:
        return _PER[average["unit"].lower()], end
    subject = subject_of(parse, amount)
    if subject is not None and subject.per is not None:
        return subject.per, end
    return (carried_rate(parse, amount, thing, source) if thing is not None else None), end


def _points_back(parse: Parse) -> bool:
    return (
        re.match(
            r"(?:that|this|these|those|it|its|of (?:those|these|them)|a further|another|the same|by (?:his|her"
            r"|its|their))\b",
            parse.text,
            re.IGNORECASE,
        )
        is not None
    )


#: "October's count topped 2,000", "a total of 1,410": a figure whose thing is in another sentence.
_COUNT_BEFORE: Final = re.compile(
    r"\b(?:counts?|totals?|figures?|tally|tallies|number|toll|mean|average)(?: (?:for|in|of|to) [\w'’]+| [\w'’]+ly)?"
    r"(?: (?:was|is|stood at|stands at|came to|reached|hit|of|at|rose to|fell to|has reached|had reached|were|are))?"
    r"(?: (?:the|a|an|some|about))? ?$",
    re.IGNORECASE,
)


def _counts_unsaid(parse: Parse, amount: Amount, thing: Thing) -> bool:
    """Whether a bare number in digits is a count all the same: behind a word for one, or with a month of its own."""
    if thing.kind not in ("bare", "anchor") or not amount.digits or amount.kind != "count":
        return False
    if _COUNT_BEFORE.search(parse.text[: amount.start]):
        return True
    if governing(parse, amount.start, amount.end, STRIKE_VERBS | HARM_VERBS) is not None and _subject(parse, amount):
        return True
    behind = parse.text[amount.end :]
    dated = re.match(r" (?:in|for|during) ", behind)
    starts = {m.start for m in parse.mentions if m.kind == "at" and not m.speech}
    near = dated is not None and any(amount.end < at <= amount.end + dated.end() for at in starts)
    return near and (amount.value or 0.0) >= _LEAST_COUNT


def _subject(parse: Parse, amount: Amount) -> bool:
    """Whether a verb of the ledgers' families stands right behind the number: "a further 24 went missing"."""
    behind = re.match(r" (?:more |others? )?(?:were |was |had been |have been )?(?:also )?", parse.text[amount.end :])
    at = amount.end + (behind.end() if behind else 0)
    return any(p.start == at and p.family in STRIKE_VERBS | HARM_VERBS for p in parse.predicates)


#: A number below this without a thing beside it is seldom a count ("group 3 in May").
_LEAST_COUNT: Final = 10.0


def _converted(parse: Parse, index: int) -> bool:
    """Whether the amount stands in brackets behind another of its kind: the same figure in other units."""
    if index == 0:
        return False
    here, before = parse.things[index], parse.things[index - 1]
    units = {"area", "other"}
    return (
        here.kind in units
        and before.kind in units
        and _PAREN.match(parse.text[before.end : parse.amounts[index].start]) is not None
    )


def _why(thing: Thing) -> str:
    if thing.kind == "time":
        return "a stretch of time"
    if thing.kind in ("bare", "anchor"):
        return "a number whose thing the text does not name near it"
    return "a count that no ledger holds"

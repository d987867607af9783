"""Levels, rates and parts: "367 drones", "14 square kilometres a day", "of those, 56", "including nine"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.carrying import carried, carries, coordination, counterpart, named_around, run_stop, same_row
from dateline.extracting.lexicon import AREA_VERBS, HARM_VERBS, STRIKE_VERBS
from dateline.extracting.locating import joined_regions, located, region_of
from dateline.extracting.measuring.strikes import strike_measure
from dateline.extracting.measuring.territory import territory_measure
from dateline.extracting.parse import Parse
from dateline.extracting.quantities import Amount, Skipped
from dateline.extracting.scope import claim, governing, speaker
from dateline.extracting.signs import NUMBERED
from dateline.extracting.things import Thing
from dateline.extracting.timing import period_of
from dateline.extracting.tolls import points_back, toll
from dateline.extracting.victims import counted, no_victims
from dateline.records.claim import Claim, Frame
from dateline.records.period import Period
from dateline.records.place import Place

_OF_THOSE = re.compile(
    r"\bof (?:those|these|them|which|whom),? (?:(?:at least|some|about|only|all but) )?$", re.IGNORECASE
)
_RATE = re.compile(
    r"^,? ?(?:(?:on|per|an?|each|every) ?(?:average )?(?:an? |per |each |every )?)(?P<unit>day|night|week|month"
    r"|year)(?!\w)|^ (?P<adverb>daily|nightly|weekly|monthly|annually)(?!\w)",
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
        found = _claim(parse, index, amount, thing, tuple(row))
        if found is None:
            parse.skipped.append(Skipped(amount.start, amount.end, _why(amount, thing)))
            continue
        parse.used.add(index)
        parse.found.append(found)
        if found.frame in _COUNTED and (found.noun or not found.inherited):
            row = [*(same_row(parse, row, found)), found]


def _claim(parse: Parse, index: int, amount: Amount, thing: Thing, row: tuple[Claim, ...]) -> Claim | None:
    if amount.kind not in ("count", "vague"):
        return None
    thing = counted(parse, index, amount, thing)
    if no_victims(parse, amount, thing):
        return None
    if thing.kind == "area":
        return _area(parse, index, amount, thing)
    around = named_around(parse, index, amount, thing)
    thing = around or thing
    source, guessed = counterpart(parse, index, row)
    if carries(thing):
        of_those = thing.kind == "anchor" or _OF_THOSE.search(parse.text[: amount.start]) is not None
        matched = not guessed and source is not None and source.noun != ""
        whole = coordination(parse, row, max(thing.end, amount.end)) if of_those and not matched else None
        thing = whole or carried(thing, source)
        guessed = guessed and whole is None
    else:
        # "nine were Iskander-K": what happened to them is not said here.
        guessed, source = around is not None and around.of_them, row[-1] if row else None
    if thing.kind == "weapon":
        return _weapons(parse, index, amount, thing, source if not guessed or row else None, guessed)
    if thing.kind == "people":
        return toll(parse, index, amount, thing, source, guessed)
    if thing.kind == "area":
        return _area(parse, index, amount, thing, guessed)
    named = thing.kind == "other" and (amount.digits or amount.kind == "vague" or (amount.value or 0) > 9)
    if named or _counts_unsaid(parse, amount, thing):
        return claim(
            parse,
            amount.start,
            thing.end,
            "level",
            None,
            amount=amount,
            unit=thing.unit,
            noun=thing.noun,
            period=period_of(parse, amount.start, thing.end, "", run_stop(parse, index)),
            place=located(parse, amount.start, thing.end),
            attribution=speaker(parse, amount.start),
        )
    return None


def _area(parse: Parse, index: int, amount: Amount, thing: Thing, guessed: bool = False) -> Claim:
    rate, end = _rate(parse, amount, thing.end)
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
        attribution=speaker(parse, amount.start, points_back(parse)),
        inherited=guessed,
        doubt="ambiguous_place" if joined else "undefined_term" if apart else None,
        doubt_detail="one figure for two regions" if joined else "borders other than the map's" if apart else "",
    )


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
    part = thing.of_them or _PART.search(parse.text[: amount.start]) is not None
    if inherited is None and part and anchor is not None:
        inherited = anchor.measure
    part = part or (anchor is not None and _beside_a_part(parse, amount, last))
    rate, end = _rate(parse, amount, max(thing.end, amount.end))
    measure, taken = strike_measure(parse, amount.start, thing, inherited)
    if measure is None and thing.noun == "" and not part:
        return None
    period = _strike_period(parse, index, amount, end)
    frame: Frame = "rate" if rate else "part_of" if part and anchor is not None else "level"
    place = located(parse, amount.start, end, parse.next_amount(index)) or (
        anchor.place if part and anchor is not None else None
    )
    dimensions = {"weapon": thing.weapon} if thing.weapon else {}
    undated = measure is not None and period is None
    if not rate and _EACH.search(_clause_text(parse, amount.start)):
        measure, undated = None, False  # "fewer than 6,000 in each month": of no one of them
    if period is not None and period.days > 1 and _SINGLE_RAID.search(_clause_text(parse, amount.start)):
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
        anchor=anchor.id if part and anchor is not None else None,
        doubt="ambiguous_period" if undated else None,
        doubt_detail="the night or the month that the figure is for" if undated else "",
        inherited=guessed or (taken and (not part or (thing.of_them and measure == "strikes.launched"))),
    )


def _beside_a_part(parse: Parse, amount: Amount, last: Claim | None) -> bool:
    """ "5,131 of them drones and 176 missiles": what stands in one row with a part is a part of the same whole."""
    if last is None or last.frame != "part_of":
        return False
    between = parse.text[last.quote.end - parse.sentence.start : amount.start]
    return re.fullmatch(r",? (?:and|plus|,) (?:some |about |another )?", between) is not None


#: One event in a stretch of many: "a raid last December involving 158" is of one night, not of the month.
_SINGLE_RAID = re.compile(
    r"\b(?:an?|one|single|another) (?:[\w-]+ ){0,2}?(?:raid|attack|strike|barrage|salvo|assault|bombardment|wave"
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


def _rate(parse: Parse, amount: Amount, end: int) -> tuple[str | None, int]:
    match = _RATE.match(parse.text[end:])
    if match is not None:
        unit = match["unit"] or _PER[match["adverb"].lower()]
        return unit.lower(), end + match.end()
    average = _AVERAGE.search(parse.text[: amount.start])
    if average is not None and average["unit"]:
        return _PER[average["unit"].lower()], end
    return None, end


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


def _why(amount: Amount, thing: Thing) -> str:
    if amount.kind == "money":
        return "a sum of money: no ledger holds money"
    if thing.kind == "time":
        return "a stretch of time"
    if thing.kind in ("bare", "anchor"):
        return "a number whose thing the text does not name near it"
    return "a count that no ledger holds"

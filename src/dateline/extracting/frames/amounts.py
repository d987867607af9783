"""Levels, rates and parts: "367 drones", "14 square kilometres a day", "of those, 56", "including nine"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting import things
from dateline.extracting.measuring.casualties import casualty_measure
from dateline.extracting.measuring.strikes import strike_measure
from dateline.extracting.measuring.territory import territory_measure
from dateline.extracting.parse import Parse
from dateline.extracting.quantities import Amount, Skipped
from dateline.extracting.scope import claim, located, period_of, region_of, speaker
from dateline.extracting.things import Thing
from dateline.records.claim import Claim, Frame
from dateline.records.period import Period

_RATE = re.compile(
    r"^,? ?(?:(?:on|per|an?|each|every) ?(?:average )?(?:an? |per |each |every )?)(?P<unit>day|night|week|month|year)(?!\w)|^ (?P<adverb>daily|nightly|weekly|monthly|annually)(?!\w)",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:an |a )?(?:(?P<unit>daily|nightly|weekly|monthly) )?(?:average|mean) (?:of |is |was |rate of )?$",
    re.IGNORECASE,
)
_PER: Final = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "annually": "year"}
#: Frames whose figure says what a bare number after it counts.
_COUNTED: Final = frozenset({"level", "rate", "part_of"})
_PAREN = re.compile(r"^\s*\($")
_PART = re.compile(
    r"(?:\bincluding|\bamong them|\bof (?:which|whom|those|these|them),?|\bamong those,?)(?: (?:at least|some|about|another|the|a further))* $",
    re.IGNORECASE,
)


def find(parse: Parse) -> None:
    """Adds a claim for every amount of the sentence that no other frame has read."""
    last: Claim | None = None
    for index, (amount, thing) in enumerate(zip(parse.amounts, parse.things, strict=True)):
        if index in parse.used:
            at = parse.sentence.start + amount.start
            last = next((c for c in parse.found if c.frame in _COUNTED and c.quote.start <= at < c.quote.end), last)
            continue
        if _converted(parse, index):
            parse.skipped.append(Skipped(amount.start, amount.end, "the figure before it in other units"))
            continue
        found = _claim(parse, index, amount, thing, last)
        if found is None:
            parse.skipped.append(Skipped(amount.start, amount.end, _why(thing)))
            continue
        parse.used.add(index)
        parse.found.append(found)
        last = found if found.frame in _COUNTED else last


def _claim(parse: Parse, index: int, amount: Amount, thing: Thing, last: Claim | None) -> Claim | None:
    if amount.kind not in ("count", "vague"):
        return None
    if thing.kind == "area":
        return _area(parse, index, amount, thing)
    thing = _named_around(parse, index, amount, thing) or _carried(parse, thing, last)
    if thing.kind == "weapon":
        return _weapons(parse, index, amount, thing, last)
    if thing.kind == "people":
        return _people(parse, index, amount, thing)
    if thing.kind == "area":
        return _area(parse, index, amount, thing)
    if thing.kind == "other" and (amount.digits or amount.kind == "vague" or (amount.value or 0) > 9):
        return claim(
            parse,
            amount.start,
            thing.end,
            "level",
            None,
            amount=amount,
            unit=thing.unit,
            noun=thing.noun,
            attribution=speaker(parse, amount.start),
        )
    return None


_LIST: Final = re.compile(
    r"^,? ?(?:namely|made up of|consisting of|comprising|including|of which|:|—|that is|broken down into)(?!\w)",
    re.IGNORECASE,
)
_COPULA: Final = re.compile(
    r"(?:\bwas|\bwere|\bis|\bare|\bstood at|\bstands at|\breached|\bhit|\btotall?ed|\bamounted to|\bcame to|\brose to|\bfell to|\brises to|\bat|\bto|\bhas passed|\btopped|\bexceeded) $"
)


def _named_around(parse: Parse, index: int, amount: Amount, thing: Thing) -> Thing | None:
    """A bare number whose thing stands around it: "the total was 6,443, namely 6,245 drones and 198 missiles",
    "the number of civilians killed rose to 14,534"."""
    if thing.kind != "bare":
        return None
    text = parse.text
    rest = [t for t in parse.things[index + 1 :] if t.kind in ("weapon", "people")]
    if _LIST.match(text[amount.end :]) and rest:
        weapons = [t.weapon for t in rest if t.kind == "weapon"]
        if weapons:
            shared = parse.words.common_weapon([w for w in weapons if w], joined=True) if all(weapons) else None
            return Thing("weapon", amount.end, "weapons" if shared is None else rest[0].unit, shared, noun="")
        return replace(rest[0], end=amount.end, noun="")
    clause = parse.clause(amount.start)[0]
    if not _COPULA.search(text[clause : amount.start]):
        return None
    subject = re.search(
        r"(?:numbers?|toll|total|count|figures?|tally) (?:of|for) (?P<thing>[^,;.]{3,60})$",
        text[clause : amount.start],
        re.IGNORECASE,
    )
    if subject is None:
        return None
    probe = replace(amount, start=0, end=clause + subject.start("thing") - 1)
    found = things.thing(text, probe, amount.start, parse.words)
    return replace(found, end=amount.end) if found.kind in ("weapon", "people") else None


def _carried(parse: Parse, thing: Thing, last: Claim | None) -> Thing:
    """A bare number counts what the figure before it counted."""
    if thing.kind not in ("bare", "anchor") and not (
        thing.kind == "other" and re.match(r"(?i)more|others?|further", thing.noun)
    ):
        return thing
    points = parse.before.figures.get(parse.before.family or "")
    source = last or points
    if source is None or source.measure is None:
        return thing
    family = source.measure.split(".")[0]
    if family == "strikes" and source.unit is not None and "/" not in source.unit:
        return Thing(
            "weapon",
            thing.end,
            source.unit,
            source.dimensions.get("weapon"),
            noun=source.noun or "",
            of_them=thing.of_them,
        )
    if family == "casualties":
        return Thing(
            "people",
            thing.end,
            "people",
            population=source.dimensions.get("population", "all"),
            noun="",
            of_them=thing.of_them,
        )
    if family == "territory" and source.unit in ("km2", "sqmi", "ha"):
        return Thing("area", thing.end, source.unit, noun="", of_them=thing.kind == "anchor")
    return thing


def _area(parse: Parse, index: int, amount: Amount, thing: Thing) -> Claim:
    rate, end = _rate(parse, amount, thing.end)
    period = period_of(parse, amount.start, end, "territory", parse.next_amount(index))
    measure = territory_measure(parse, amount.start, end, period)
    if measure is None and thing.of_them and (before := parse.before.figures.get("territory")) is not None:
        measure = before.measure
    if measure == "territory.held":
        period = (
            Period.of_day(period.last)
            if period is not None and period.granularity not in ("span",)
            else Period.of_day(parse.ref)
        )
    place = region_of(parse, amount.start, end) or (
        parse.before.place if thing.of_them or re.search(r"\bthere\b|\bthis region\b", parse.text) else None
    )
    return claim(
        parse, amount.start, end, "rate" if rate else "level", measure, amount=amount,
        unit=f"{thing.unit}/{rate}" if rate else thing.unit, noun=thing.noun, period=period, place=place,
        attribution=speaker(parse, amount.start, _points_back(parse)),
    )  # fmt: skip


def _weapons(parse: Parse, index: int, amount: Amount, thing: Thing, last: Claim | None) -> Claim | None:
    inherited = last.measure if last is not None and (last.measure or "").startswith("strikes") else None
    anchor = last if inherited else parse.before.figures.get("strikes")
    part = thing.of_them or _PART.search(parse.text[: amount.start]) is not None
    if inherited is None and part and anchor is not None:
        inherited = anchor.measure
    rate, end = _rate(parse, amount, thing.end)
    measure, carried = strike_measure(parse, amount.start, thing, inherited)
    if measure is None and thing.noun == "" and not part:
        return None
    period = _strike_period(parse, index, amount, end)
    frame: Frame = "rate" if rate else "part_of" if part and anchor is not None else "level"
    place = located(parse, amount.start, end, parse.next_amount(index)) or (
        anchor.place if part and anchor is not None else None
    )
    dimensions = {"weapon": thing.weapon} if thing.weapon else {}
    undated = measure is not None and period is None
    if period is not None and period.days > 1 and _SINGLE_RAID.search(_clause_text(parse, amount.start)):
        dimensions["granularity"] = "night"
    return claim(
        parse, amount.start, end, frame, measure, amount=amount,
        unit=f"{thing.unit}/{rate}" if rate else thing.unit, noun=thing.noun, period=period, place=place, dimensions=dimensions,
        attribution=speaker(parse, amount.start, part or _points_back(parse)), anchor=anchor.id if part and anchor is not None else None,
        doubt="ambiguous_period" if undated else None, doubt_detail="the night or the month that the figure is for" if undated else "",
    )  # fmt: skip


#: One event in a stretch of many: "a raid last December involving 158" is of one night, not of the month.
_SINGLE_RAID = re.compile(
    r"\b(?:an?|one|single|another) (?:[\w-]+ ){0,2}?(?:raid|attack|strike|barrage|salvo|assault|bombardment|wave|night|onslaught|volley)"
    r"(?! campaign)\b(?! of the (?:month|week|year))",
    re.IGNORECASE,
)


def _clause_text(parse: Parse, at: int) -> str:
    start, end = parse.clause(at)
    return parse.text[start:end]


def _strike_period(parse: Parse, index: int, amount: Amount, end: int) -> Period | None:
    return period_of(parse, amount.start, end, "strikes", parse.next_amount(index))


def _people(parse: Parse, index: int, amount: Amount, thing: Thing) -> Claim:
    measure, both = casualty_measure(parse, amount.start, thing)
    before = parse.before.figures.get("casualties")
    if measure is None and thing.of_them and before is not None:
        measure = before.measure
    dimensions = {k: v for k, v in (("population", _population(parse, thing)), ("victim", both)) if v}
    return claim(
        parse, amount.start, thing.end, "level", measure, amount=amount,
        unit="people", noun=thing.noun, period=period_of(parse, amount.start, thing.end, "casualties", parse.next_amount(index)),
        place=located(parse, amount.start, thing.end), dimensions=dimensions,
        attribution=speaker(parse, amount.start, _points_back(parse)),
    )  # fmt: skip


def _population(parse: Parse, thing: Thing) -> str | None:
    """Civilians where the noun or the sentence says so, soldiers where the noun does."""
    if thing.population in ("civilians", "military"):
        return thing.population
    return "civilians" if re.search(r"\bcivilian", parse.text, re.IGNORECASE) else None


def _rate(parse: Parse, amount: Amount, end: int) -> tuple[str | None, int]:
    match = _RATE.match(parse.text[end:])
    if match is not None:
        unit = match["unit"] or _PER[match["adverb"].lower()]
        return unit.lower(), end + match.end()
    average = _AVERAGE.search(parse.text[: amount.start])
    if average is not None and average["unit"]:
        return _PER[average["unit"].lower()], end
    return None, end


def _points_back(parse: Parse) -> bool:
    return (
        re.match(
            r"(?:that|this|these|those|it|its|of (?:those|these|them)|a further|another|the same|by (?:his|her|its|their))\b",
            parse.text,
            re.IGNORECASE,
        )
        is not None
    )


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

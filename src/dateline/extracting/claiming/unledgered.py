"""Counts of what no ledger holds: villages, townships, attacks of a war that nobody codes, people driven out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging import elided, spelt
from dateline.extracting.belonging.carrying import AREA_UNITS, carries, run_stop
from dateline.extracting.belonging.locating import located
from dateline.extracting.belonging.rates import rate_of
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.measuring.events import event_measure
from dateline.extracting.parse import Parse
from dateline.records.claim import Claim, Frame, Measure


def other(
    parse: Parse,
    index: int,
    amount: Amount,
    thing: Thing,
    frame: Frame,
    measure: Measure | None = None,
    dimensions: Mapping[str, str] | None = None,
) -> Claim:
    """A count of what no ledger holds; with "a day" behind it, a rate."""
    rate, end = rate_of(parse, amount, thing.end)
    told = "" if thing.unit or thing.noun else _happening(parse, index, amount.start)
    head = thing.unit or thing.noun.rpartition(" ")[2] or told.rpartition(" ")[2]
    if told and measure is None:
        measure = event_measure(parse)
        weapons = {*parse.words.weapons_named(told)}
        dimensions = {"weapon": weapons.pop()} if len(weapons) == 1 and not dimensions else dimensions
    return claim(
        parse,
        amount.start,
        end if rate else thing.end,
        "rate" if rate and head else frame,
        measure,
        amount=amount,
        unit=f"{head}/{rate}" if rate and head else thing.unit or (head if told else None),
        noun=thing.noun,
        # "Hits at nine locations": of the night whose bulletin it is.
        period=period_of(
            parse,
            amount.start,
            end,
            "strikes" if spelt.SPOTS.fullmatch(thing.noun.strip()) else "",
            run_stop(parse, index),
        ),
        place=located(parse, amount.start, thing.end),
        dimensions=dimensions or {},
        attribution=speaker(parse, amount.start),
    )


_OF_WHOLE: Final = re.compile(r"(?:Out )?[Oo]f (?:the |its |all |some |these |those |[\w’'-]+ )*(?:[\w’'-]+['’]s? )?$")


def _opened_by_whole(parse: Parse, source: Claim) -> bool:
    """Whether the sentence opens with the whole: "Of the 30 districts it holds 12"."""
    return _OF_WHOLE.fullmatch(parse.text[: source.quote.start - parse.sentence.start]) is not None


#: What is told without being named again: "strikes doubled to 1,830 in September, or 61 a day".
_HAPPENINGS: Final = re.compile(
    r"\b(?:(?:air|drone|missile|rocket|artillery|mortar)[ -]?)?(?:strikes|raids|attacks|sorties|launches|abductions"
    r"|crossings|arrivals|returns|incidents)\b",
    re.IGNORECASE,
)


def _happening(parse: Parse, index: int, at: int) -> str:
    """The last kind of event named before `at` where no figure of anything else stands between; empty where none."""
    between = [t.end for t in parse.things[:index] if t.noun or t.unit]
    named = [m for m in _HAPPENINGS.finditer(parse.text, 0, at) if m.start() >= max(between, default=0)]
    return named[-1].group().lower() if named else ""


def gone_on(parse: Parse, index: int, amount: Amount, thing: Thing, row: tuple[Claim, ...]) -> Claim | None:
    """A bare number with a clause of its own, or set beside a figure before it: of the same things as that, and, but
    for events, measured by nothing."""
    if not carries(parse.things[index]):
        return None
    before = spelt.going_on(parse, index, amount, row)
    beside = elided.set_beside(parse, amount) if before is None else None
    if before is None and beside is None:
        return None
    source = before or beside
    assert source is not None
    part = source.frame == "part_of" or source.quote.start < parse.sentence.start or _opened_by_whole(parse, source)
    unit, noun = (source.unit or "").partition("/")[0] or None, source.noun or thing.noun
    counted = Thing("other", thing.end, unit, noun=noun or "")
    found = other(parse, index, amount, counted, "part_of" if part else "level")
    if beside is not None and found.period is None and elided.granted(parse, amount):
        found = replace(found, period=source.period)  # another's number for the same thing is of the same time
    events = beside is not None and source.measure == "events.count"
    weapon = {k: v for k, v in source.dimensions.items() if k == "weapon"} if events else found.dimensions
    # "..., while DeepState reported just 271": another map-maker's number for the same ground.
    mapped = part is False and unit in AREA_UNITS and source.measure in GROUND and _another_maker(source, found)
    measure = "events.count" if events else source.measure if mapped else None
    return replace(found, measure=measure, dimensions=weapon, inherited=True)


#: What another producer's number can be of.
GROUND: Final = frozenset({"territory.net_change", "territory.gained", "territory.held"})


def _another_maker(source: Claim, found: Claim) -> bool:
    """Whether a known producer gives `found`, and another `source`."""
    who = found.attribution.producer if found.attribution is not None else None
    return who is not None and source.attribution is not None and source.attribution.producer not in (None, who)

"""Rates: of how long a stretch a figure is the mean."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging.carrying import (
    carried_rate,
)
from dateline.extracting.belonging.counted import subject_of
from dateline.extracting.parse import Parse
from dateline.records.claim import Claim

_RATE = re.compile(
    r"^(?: of [a-z]+(?= (?:a|per) (?:head|person|family|household|patient|child)\b))?"
    r"(?: of (?:the |its |their )?(?:[A-Z][\w-]+(?:['’]s? (?:territory|land|soil))?|(?:[\w-]+ )?(?:land|ground"
    r"|territory|terrain|soil|countryside|steppe))(?= (?:a|per|each|every) (?:day|week|month|year)\b))?"
    r"(?: (?:a|per) (?:head|person|family|household|patient|child))?,? ?(?:(?:on|per|an?|each|every)"
    r" ?(?:average )?(?:an? |per |each |every )?)(?P<unit>day|night|week|month"
    r"|year)(?!\w)(?! (?:ago|earlier|before|later|after|on(?! average))\b)|^ (?P<adverb>daily|nightly|weekly|monthly"
    r"|annually)(?!\w)",
    re.IGNORECASE,
)


_AVERAGE = re.compile(
    r"\b(?:an |a )?(?:(?P<unit>daily|nightly|weekly|monthly) )?(?:average|mean) (?:of |is |was |rate of )?$",
    re.IGNORECASE,
)


_PER: Final = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "annually": "year"}


def rate_of(
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


#: "90 a day, against 61 in May": what a rate is set against is one.
_SET_AGAINST: Final = re.compile(
    r"\b(?:against|from|compared (?:with|to)|versus|than) (?:(?:just|only|about|some|nearly|over|more than|under) )*$"
)


def still_a_rate(parse: Parse, amount: Amount, found: Claim) -> Claim:
    """A bare figure that a rate of the sentence is set against, as a rate of the same things."""
    rates = [c for c in parse.found if c.frame == "rate" and c.measure == found.measure]
    if not rates or found.frame != "level" or found.noun or not _SET_AGAINST.search(parse.text[: amount.core_start]):
        return found
    last = rates[-1]
    return replace(found, frame="rate", unit=last.unit, noun=last.noun)

"""Bare numbers whose thing was named before and is left out: "up from 43 on Monday", "August's 90", "eight a day",
"the army admits to losing three".

What is set beside a figure counts what that figure counts. Where that is in no ledger, neither is this.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Claim

_ABOUT: Final = r"(?:(?:just|only|about|some|roughly|nearly|almost|over|more than|fewer than|at least|the|its|their) )*"
#: What sets a number against one before it.
_AGAINST: Final = when_asked(
    r"\b(?:against|compared (?:with|to)|versus|vs\.?|(?:up|down)(?: sharply| slightly| again)? from|instead of|not the)"
    rf" {_ABOUT}(?:an? (?:(?:first|earlier|initial|previous|monthly|weekly|daily) )?(?:count|average|total|toll|figure"
    r"|tally|peak|low|high|estimate|mean)(?: \w+)? of )?$",
    re.IGNORECASE,
)
#: Another's number for the same thing, with nothing behind it.
_GRANTED: Final = when_asked(
    r"\b(?:admit(?:s|ted)?|acknowledg(?:es?|ed)|conced(?:es?|ed)|recogni[sz](?:es?|ed)|confirm(?:s|ed)|count(?:s|ed)"
    r"|sp(?:eaks?|oke) of|talk(?:s|ed) of|claim(?:s|ed)|own(?:s|ed) (?:up )?to|makes? it"
    r"|put(?:s)? (?:it|the (?:figure|number|toll|total|count)) at)"
    rf"(?: to)?(?: (?:losing|having lost|the loss of|taking|having taken))? {_ABOUT}$",
    re.IGNORECASE,
)
_CLOSES: Final = when_asked(r"[.,;:]?$|[.,;:](?!\d)| (?:on|in|so far|by|at|near|last|this)\b")
_RATE: Final = when_asked(
    r",? (?:an?|per|each|every) (?:day|night|week|month|year)\b|,? (?:daily|nightly|weekly|monthly)\b"
)
#: "July's 2,980", "last week's record 41".
_OWNED: Final = when_asked(rf"['’]s? (?:record |total of )?{_ABOUT}")
_AND: Final = when_asked(r",? and (?:a total of )?$")
_FRAMES: Final = frozenset({"level", "part_of", "rate"})


def set_beside(parse: Parse, amount: Amount) -> Claim | None:
    """The claim before in the sentence whose thing the number at `amount` counts as well: it is set against it, has a
    month of its own in the possessive, says how many that is a day, or is somebody else's number for it."""
    if amount.kind != "count" or not elides(parse, amount):
        return None
    base = parse.sentence.start
    told = [
        c
        for c in parse.found
        if c.frame in _FRAMES and (c.value is not None or c.low is not None) and (c.noun or c.unit)
    ]
    before = [c for c in told if c.quote.end - base <= amount.start]
    return max(before, key=lambda c: c.quote.start) if before else None


def granted(parse: Parse, amount: Amount) -> bool:
    """Whether the number is somebody else's for the figure before: "the army admits to losing three"."""
    return _GRANTED.search(parse.text[: amount.start]) is not None


def rated(parse: Parse, amount: Amount) -> bool:
    """Whether "a day" or the like stands right behind the number."""
    return _RATE.match(parse.text, amount.end) is not None


def elides(parse: Parse, amount: Amount) -> bool:
    """Whether the number is set against a figure before, has a possessive time, or is another's number for it."""
    behind = parse.text[: amount.start]
    if rated(parse, amount) or _AGAINST.search(behind):
        return True
    if _AND.search(behind) and any(m.kind in ("since", "war") and m.start == amount.end + 1 for m in parse.mentions):
        return True  # "hit 180 targets on Tuesday and more than 12,500 since the war began"
    if _GRANTED.search(behind) and _CLOSES.match(parse.text, amount.end):
        return True
    return any(m.kind == "at" and _OWNED.fullmatch(parse.text[m.end : amount.start]) for m in parse.mentions)

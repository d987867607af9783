"""What a sentence leaves to the next: which of its figures that one goes on about, and not only compares with, and
whether it told of another war."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.comparands import is_baseline
from dateline.extracting.parse import Parse
from dateline.records.claim import Claim

_AGAINST: Final = re.compile(
    r"\b(?:against|compared (?:with|to)|versus|than|after|(?:up |down )?from) "
    r"(?:(?:just|only|about|some|the|a|an|almost|nearly) )*$"
)
#: "down from 231 in January and 482 in December": between two figures of one comparison.
_AND_ALSO: Final = re.compile(
    r"[^,;:.—–]{0,40}?(?:,|,? and|,? or)(?: (?:just|only|about|some|almost|nearly|from|than))* "
)
#: "A year earlier the figure stood at 4,003": the sentence only looks back.
_LOOKS_BACK: Final = re.compile(r"(?:[\w-]+ ){0,2}(?:(?:in|over|during|for) )?(?:the )?$", re.IGNORECASE)


#: "Compared with the attack of 6 December (704), it was smaller": all up to the comma is what is compared with.
_OPENS_AGAINST: Final = re.compile(r"(?:Compared (?:with|to)|Unlike|In contrast (?:with|to)|As against)\b[^,]*$")
_THAN: Final = re.compile(r"\b(?:as|than|from|over|on|with|to|against)(?: in| over| during)?(?: the)? $")


def compared_first(parse: Parse, at: int) -> bool:
    """Whether `at` lies in the words of comparison that open the sentence."""
    return _OPENS_AGAINST.match(parse.text[:at]) is not None


def set_aside(parse: Parse, claim: Claim) -> bool:
    """Whether the figure is only what others are compared with, or of a time that is."""
    start, end = (at - parse.sentence.start for at in (claim.quote.start, claim.quote.end))
    if (
        compared_first(parse, start)
        or _set_against(parse, claim)
        or (claim.frame not in ("extreme", "rank") and _listed_with_one(parse, claim))
    ):
        return True
    own = [m for m in parse.mentions if m.kind == "at" and m.period == claim.period and not is_baseline(parse, m)]
    if own:
        return _looks_further_back(parse, claim)
    compared = [m for m in parse.mentions if m.kind in ("at", "since") and m not in own]
    if any((m.anchor or m.period) == claim.period for m in compared if is_baseline(parse, m) or m.kind == "since"):
        return True
    shifts = [m for m in parse.mentions if m.kind == "shift" and not start <= m.start < end]
    return any(
        m.start < start
        and (_LOOKS_BACK.fullmatch(parse.text[: m.start]) or (m.anchor and _THAN.search(parse.text[: m.start])))
        for m in shifts
    )


_HAD: Final = re.compile(r"\bhad (?:also |only |already |just )?[a-z]{3,}")


def _looks_further_back(parse: Parse, claim: Claim) -> bool:
    """ "In September it had been 447", in a text about October: what came before what the text tells of."""
    told = parse.before.periods.get((claim.measure or "").partition(".")[0])
    if told is None or claim.period is None or claim.period.stop > told.start:
        return False
    return _HAD.search(parse.text, *parse.clause(claim.quote.start - parse.sentence.start)) is not None


def _set_against(parse: Parse, claim: Claim) -> bool:
    return _AGAINST.search(parse.text[: claim.quote.start - parse.sentence.start]) is not None


def _listed_with_one(parse: Parse, claim: Claim) -> bool:
    """Whether the figure stands in a row with one that is set against another."""
    base = parse.sentence.start
    before = [c for c in parse.found if c.frame == "level" and c.quote.end <= claim.quote.start]
    last = max(before, key=lambda c: c.quote.start, default=None)
    if last is None or not (_set_against(parse, last) or _listed_with_one(parse, last)):
        return False
    return _AND_ALSO.fullmatch(parse.text[last.quote.end - base : claim.quote.start - base]) is not None


def of_another_war(parse: Parse) -> bool:
    """Whether the sentence tells of a war that is another theatre's."""
    return parse.words.elsewhere.search(parse.text) is not None and not _own(parse)


def still_abroad(parse: Parse) -> bool:
    """Whether the sentence goes on about another war: "In Sudan 300 were killed. The toll there has doubled."."""
    same = parse.before.abroad and parse.before.block == parse.sentence.block
    return same and not _own(parse)


def _own(parse: Parse) -> bool:
    return parse.words.defender.search(parse.text) is not None or parse.words.attacker.search(parse.text) is not None

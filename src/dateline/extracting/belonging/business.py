"""Figures of money, work, votes and health, told in the words of ground and strikes: a stake that is held, a gain in
sales, polls that were taken, a walkout that is a strike."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.languages import en_business as words
from dateline.records.claim import Claim

_BUSINESS: Final = when_asked(rf"(?<![\w-])(?:{words.BUSINESS})(?![\w-])", re.IGNORECASE)
#: Words of this kind are of ground and of what flies, whatever else the sentence speaks of.
_WAR: Final = when_asked(rf"(?<![\w-])(?:{words.OF_GROUND}|{words.OF_WEAPONS})(?!\w)", re.IGNORECASE)
#: Claims whose number has no unit of its own; square kilometres and drones say what they are.
_BORROWED: Final = frozenset({"share", "change", "ratio", "extreme", "trend", "streak"})


def names_business(text: str) -> bool:
    """Whether `text` names something of an economy, a company, an election or a trade."""
    return _BUSINESS.search(text) is not None


def of_business(text: str) -> bool:
    """Whether `text` names such a thing, and no ground and no weapon."""
    return names_business(text) and _WAR.search(text) is None


def borrowed(parse: Parse, claim: Claim) -> bool:
    """Whether the claim's words are of the war's measures and its sentence is not of the war."""
    family = (claim.measure or "").partition(".")[0]
    if claim.frame not in _BORROWED or family not in ("territory", "strikes"):
        return False
    at = claim.quote.start - parse.sentence.start
    if claim.frame != "share":
        return of_business(parse.text) or of_business(_PARTED.split(parse.text[:at])[-1])
    # "Which holds a fifth of Ukraine and wants the south as the price of peace": the whole is said.
    start, end = parse.clause(at)
    sides = (parse.words.defender, parse.words.attacker)
    return of_business(parse.text) and all(side.search(parse.text, start, end) is None for side in sides)


#: "Launches rose as energy prices climbed": the last of these parts says what it is that climbs.
_PARTED: Final = re.compile(r"[,;:] | (?:as|while|and|but) ")

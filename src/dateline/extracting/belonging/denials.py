"""What a text denies, asks, supposes or plays is no claim that it makes: "did not capture 1,000 km2", "it is not true
that 300 drones", "Did Russia lose 800?", "in the exercise 40 missiles are fired"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.languages import en_modality as words
from dateline.records.claim import NOT_CHECKABLE, Claim

_DENIAL: Final = when_asked(
    r"(?:\b(?:was|were|is|are|had|has|have|did|does|do|could|would|will) not\b|\b\w+n['’]t\b|\bnever\b"
    r"|\bfail(?:ed|s|ing)? to\b|\bnowhere near\b"
    r"|\bdenie[sd]\b|\bno longer\b|\bfar from\b|\brather than\b|\binstead of\b|\bnot (?:the|a)\b"
    r"|\bneither\b|\bnor\b|\bstopp(?:ed|ing) short of\b|, not(?= (?:the |as |some |about )?$)"
    r"|(?-i:\bwithout\b|^Without\b))(?P<rest>[^,;:.]*)$",
    re.IGNORECASE,
)
#: What stands between a denial and a figure that it does not deny.
_ANOTHER: Final = when_asked(r"\b(?:than|but|only|just|until|since|because|after|which|that|who|and)\b", re.IGNORECASE)
#: "did not say when, but 30 were shot down": further off than this the denial is of something else.
_NEAR: Final = 45
#: Frames that state something of a date or an office stand even in a sentence that denies another thing.
_UNTOUCHED: Final = NOT_CHECKABLE | {"weekday", "role", "elapsed"}
#: A denial of a whole statement reaches to where the sentence turns.
_DENYING: Final = when_asked(rf"(?<![\w-])(?:{words.DENYING})(?!\w)", re.IGNORECASE)
_TURN: Final = when_asked(
    r";|, (?:but|saying|adding|insisting|while|though|although|and (?:said|says|put|insisted))\b|: "
)
#: "The claim that our troops shot 31 people is false."
_FALSE: Final = when_asked(
    rf"(?<![\w-]){words.CLAIMED} (?:that|of) (?P<said>[^;]*?) {words.FALSE_AFTER}(?!\w)", re.IGNORECASE
)
#: "Called the toll of 400 a lie."
_CALLED_FALSE: Final = when_asked(
    rf"(?<![\w-])(?:call|brand|describ|denounc|dismiss|label)\w* (?P<said>[^;]*?)(?:as )?[\"“]?{words.A_LIE}(?!\w)",
    re.IGNORECASE,
)
#: A question that states nothing; "why did Russia launch 800?" takes the 800 for granted.
_ASKED: Final = when_asked(
    r"^[\"“‘(]*(?:(?:And|But|So|Or) )?(?:(?:Who|What|Do|Does|Did|Is|Are|Was|Were|Has|Have|Had|Will|Would|Could"
    r"|Can|Should|Might)"
    r"(?:n['’]t)?) [^?]*\?[\"”’)]*$"
)
_GUESSING: Final = when_asked(rf"(?<![\w-])(?:{words.GUESSING})(?!\w)")
_PLAYED: Final = when_asked(rf"(?<![\w-])(?:{words.PLAYED})(?!\w)", re.IGNORECASE)


def denied(parse: Parse, claim: Claim) -> str | None:
    """Why the text does not make the claim that was read in it, None where it does. "Not since August" and "no fewer
    than" are no denials."""
    start = claim.quote.start - parse.sentence.start
    if claim.dimensions.get("direction") == "absent":
        return None  # "without power for a fourth day": what is absent is what the streak is of
    if claim.frame == "streak" and not _statement_denied(parse, start):
        return None  # "has not moved for nine days running": the denial is what lasts
    if claim.frame in _UNTOUCHED:
        return "the text denies it" if claim.frame in NOT_CHECKABLE and _statement_denied(parse, start) else None
    if _covered(parse, start):
        return "the text denies it"
    if _ASKED.match(parse.text) is not None:
        return "the text asks it"
    if any(a <= start < b for a, b in parse.unreal):
        return "the text does not state it as a fact"
    if claim.measure is not None and _PLAYED.search(parse.text) is not None:
        return "it is played and did not happen"
    return None


def guessed(parse: Parse, claim: Claim) -> bool:
    """Whether the clause only guesses at what happened ("may have lost 300", "40 are feared dead")."""
    start, end = parse.clause(claim.quote.start - parse.sentence.start)
    return claim.frame not in _UNTOUCHED and _GUESSING.search(parse.text, start, end) is not None


def _covered(parse: Parse, start: int) -> bool:
    clause, _ = parse.clause(start)
    found = _DENIAL.search(parse.text[clause:start])
    if found is not None and len(found["rest"]) <= _NEAR and _ANOTHER.search(found["rest"]) is None:
        return True
    return _statement_denied(parse, start)


def _statement_denied(parse: Parse, start: int) -> bool:
    """Whether a denial of a whole statement covers what stands at `start`."""
    whole = next((m for m in reversed(list(_DENYING.finditer(parse.text[:start])))), None)
    if whole is not None and _TURN.search(parse.text[whole.end() : start]) is None:
        return True
    false = (m for pattern in (_FALSE, _CALLED_FALSE) for m in pattern.finditer(parse.text))
    return any(m.start("said") <= start < m.end("said") for m in false)

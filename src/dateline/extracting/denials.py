"""What a text denies is no claim that it makes: "was not the largest", "did not capture 1,000 km2", "failed to"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.records.claim import Claim

_DENIAL: Final = re.compile(
    r"(?:\b(?:was|were|is|are|had|has|have|did|does|do|could|would|will) not\b|\b\w+n['’]t\b|\bnever\b"
    r"|\bfail(?:ed|s|ing)? to\b|\bnowhere near\b"
    r"|\bdenie[sd]\b|\bno longer\b|\bfar from\b|\brather than\b|\binstead of\b|\bnot (?:the|a)\b"
    r"|\bwithout\b)(?P<rest>[^,;:.]*)$",
    re.IGNORECASE,
)
#: What stands between a denial and a figure that it does not deny.
_ANOTHER: Final = re.compile(r"\b(?:than|but|only|just|until|since|because|after|which|that|who|and)\b", re.IGNORECASE)
#: "did not say when, but 30 were shot down": further off than this the denial is of something else.
_NEAR: Final = 45
#: Frames that state something of a date or an office stand even in a sentence that denies another thing.
_UNTOUCHED: Final = frozenset({"weekday", "role", "elapsed", "plan", "prediction", "opinion"})


def denied(parse: Parse, claim: Claim) -> bool:
    """Whether a denial in the claim's clause covers it. "Not since August" and "no fewer than" are no denials."""
    if claim.frame in _UNTOUCHED or claim.dimensions.get("direction") == "absent":
        return False  # "without power for a fourth day": what is absent is what the streak is of
    start = claim.quote.start - parse.sentence.start
    clause, _ = parse.clause(start)
    found = _DENIAL.search(parse.text[clause:start])
    return found is not None and len(found["rest"]) <= _NEAR and _ANOTHER.search(found["rest"]) is None

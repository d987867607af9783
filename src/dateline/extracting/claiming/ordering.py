"""Whether words like "most", "record" and "worst" order anything: "at least" and "most analysts" do not."""

from __future__ import annotations

import re

from dateline.extracting.belonging.windows import window_after
from dateline.extracting.claiming.ranking import NIGHTLY
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention


def own_measure(word: str, noun: str) -> bool:
    """ "June was the deadliest month for those who fled": a month without a window is the deadliest of all."""
    return re.search(r"deadliest|bloodiest|worst", word) is not None and _UNIT_NOUN.search(noun) is not None


def of_an_event(noun: str) -> bool:
    """Whether something that happens is ranked, and not a city or a sum of money."""
    return not noun.strip() or _HAPPENS.search(noun) is not None


_UNIT_NOUN = re.compile(r"^ (?:single |\w+ )?(?:month|week|night|day|year|quarter)\b")
_HAPPENS = when_asked(
    r"\b(?:exchange|swap|convoy|breach|massacre|loss|losses|battle|operation|wave|displacement|exodus"
    r"|evacuation|delivery"
    r"|deliveries|outage|blackout|lull|pause|truce|ceasefire|offensive|incident|killing|figure|number|total"
    r"|toll|tally|level|south|north|east|west|reach|point"
    r"|month|week|night|day|year|quarter|outbreak|influx|rise|fall|drop|increase|decline|surge|shelling|bombing"
    r"|mobilisation"
    r"|mobilization|retreat|advance|gain|setback|defeat|escalation|crisis|package|return)s?\b",
    re.IGNORECASE,
)


def is_no_superlative(parse: Parse, match: re.Match[str], window: Mention | None, word: str) -> bool:
    if word == "most" and not _is_superlative_most(parse, match, window):
        return True
    if word in ("least", "record", "peak", "worst") and _not_of_order(parse, match):
        return True
    return word == "record" and (window is None or window.end <= match.end()) and _vaguely(parse, match)


def _is_superlative_most(parse: Parse, match: re.Match[str], window: Mention | None) -> bool:
    """ "the most of the war" orders; "most analysts" and "most of the drones" count a majority."""
    after = parse.text[match.start("max") + 4 :]
    return window is not None and bool(
        (match["article"] or "").strip().lower() in ("the", "its", "their")
        and re.match(
            r"\s*(?:since|of (?:the |that )?(?:[\w-]+ )?(?:war|year|conflict|invasion|winter|spring|summer"
            r"|autumn)|(?:in|of|on|for)"
            r" (?:a|any)\b|in|\w+ (?:since|of the war|this year))",
            after,
        )
    )


def _vaguely(parse: Parse, match: re.Match[str]) -> bool:
    """ "record bombardments": several events and no number, so no one of them is said to be the record."""
    plural = re.search(rf"\b(?:{NIGHTLY}|number|level|loss|gain)(?:s|es)\s*$", match["noun"] or "", re.IGNORECASE)
    return plural is not None and not any(
        a.start >= match.start("max") and a.start < match.end() + 4 for a in parse.amounts
    )


def _not_of_order(parse: Parse, match: re.Match[str]) -> bool:
    """ "at least", "on record", "the worst is over", "a record of the talks"."""
    before, after = parse.text[: match.start("min") if match["min"] else match.start("max")], parse.text[match.end() :]
    word = (match["min"] or match["max"]).lower()
    if word == "least":
        return before.lower().endswith("at ") or window_after(parse, match.end()) is None
    return before.lower().endswith((" on ", " off ", " for the ")) or after.startswith((" of the talks", " keeping"))

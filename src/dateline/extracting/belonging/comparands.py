"""Periods that a text only compares with: "than in July", "half of what it was in May"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.numerals import WORDS
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention

#: "from 4,452 in January", "compared with 88 percent in July": the date is the comparand's.
_COMPARAND: Final = when_asked(
    r"\b(?:from|against|compared (?:with|to)|(?<!more )(?<!fewer )(?<!less )than|than(?= the )|versus|double|triple"
    r"|times) (?:the |about |some |nearly "
    rf"|almost |a )?(?:[\d,.]+|{WORDS})(?:%| percent| per cent)?(?: [\w-]+){{0,2}} (?:in|on|during|for|of) (?:the )?"
    r"(?:(?:whole|all) of (?:the )?)?$"
    rf"|\b(?:from|against|compared (?:with|to)|versus) (?:the |about |some |only |just )?(?:[\d,.]+|{WORDS})"
    r"(?:%| percent| per cent| million| billion)?(?: (?!to\b)[\w-]+){0,2} $"
    r"|\b(?:below|above|short of|beyond|behind|exceed\w*|topp\w*|surpass\w*) (?:the |a |about |some )*"
    rf"(?:[\d,.]+|{WORDS})(?:%| percent| per cent| million)?(?: [\w-]+){{0,4}} (?:in|on|during|for|of|over) (?:the )?$"
    r"|\b(?:double|triple|twice|times|half|treble) (?:the|that|those|what)(?: (?:number|total|figure|level|tally"
    r"|toll|count|rate|pace|average)s?)?(?: (?:it|they) (?:was|were|had))?(?: (?:recorded|seen|launched|taken|killed))?"
    r" (?:in|on|during|for|of) (?:the )?$"
)
#: "than in any previous month": no month.
_ANY: Final = when_asked(r"\b(?:any|every|each|no|most)(?: other)? $", re.IGNORECASE)
#: "No month since March had been faster than November": what stands behind "than" is what is spoken of.
_NONE_THAN: Final = re.compile(
    r"\b[Nn](?:o|ever|either)\b(?! (?:more|less|fewer))[^,;:.]{0,80} than (?:in |on |during )?$"
)
_BASELINE: Final = re.compile(
    r"(?:\bthan|\bfrom|\bagainst|\bversus|\bvs\.?|compared (?:with|to)|relative to|\bas(?= (?:in|on|during) )|beat)"
    r" (?:(?:in|on|during|for|of|the|that|those|its|their|all|what|it|they|had|was|were|did|recorded|seen|levels?"
    r"|figures?|average|total|same) ){0,5}$",
    re.IGNORECASE,
)
#: "which is less than half of what it drew in December", "more than they fired in May": a clause that only compares.
_WHAT_WAS: Final = re.compile(
    r"\b(?:than|of|half|twice|double|triple|times|third|quarter|above|below|beyond) what (?:[\w'’-]+ ){1,5}?"
    r"(?:(?:in|on|during|for|over|throughout|at|by)(?: the (?:start|beginning|end|turn) of)? )(?:the )?$"
    r"|\bthan (?:it|they|he|she|we|was|were|had|did|[A-Z][\w’'-]+)(?: (?!in |on |for )[\w'’-]+){0,4}? "
    r"(?:in|on|during|for|over|throughout) (?:the )?$"
)


def is_baseline(parse: Parse, mention: Mention) -> bool:
    """Whether the text compares with this period instead of speaking of it."""
    if mention.kind == "shift" or mention.start in parse.compared:
        return True
    if _ANY.search(parse.text[: mention.start]):
        return True
    if _NONE_THAN.search(parse.text[: mention.start]):
        return False
    behind = parse.text[max(0, mention.start - 60) : mention.start]
    return any(pattern.search(behind) for pattern in (_COMPARAND, _BASELINE, _WHAT_WAS))

"""Numbers that count nothing of a war: designations, ages, votes, temperatures, sums of money, idioms, conditions.

Each is set aside with its reason before another frame can take it for a figure; no claim comes of it.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.quantities import Skipped
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.signs import NUMBERED, wider
from dateline.languages import en_modality as words

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = rf"{NUMBERED}|\bif\b|unless|\bHad\b|\bWere\b|\bShould\b|assum|suppos|in case"
#: What titles, figures of speech and conditions need at least.
LOOKS: Final = {
    "title": '["“]',
    "idiom": wider(words.IDIOMS),
    "condition": wider(f"{words.CONDITIONS}|{words.IMAGINED}|Had|Were|Should"),
}

_LISTED: Final = "a list number"
_APART: Final = "by how much one figure lies beyond another"
_MONEY: Final = "a sum of money: no ledger holds money"
#: What stands before a number that is set aside, up to the number.
_BEFORE: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (when_asked(rf"(?:^|\W)(?:{words.NUMBERED})(?: [Nn]o\.?| [Nn]umber)? ?(?:\d+(?:, | and | to "
                rf"| or ))*$"), "a designation"),
    (when_asked(rf"(?:^|\W)(?:{words.NUMBERED_PLAIN}) ?(?:\d+(?:, | and | to | or ))*$"), _LISTED),
    (when_asked(r"(?:\b[Nn]o\.|#|№) ?$"), "a designation"),
    (when_asked(rf"\b{words.AGED} (?:aged )?of (?:about |some )?(?:\d+ (?:and|or|to) )*$"), "an age"),
    (when_asked(r"\b(?:aged|ages?(?: of| was| is| between)?|(?:under|over|below|above) the age of)(?: \d+ (?:and"
                r"|to))? $"), "an age"),
    (when_asked(rf"\b{words.AGED}, $"), "an age"),
    (when_asked(r"\b(?:city|town|country|nation|village|region|state|population|community) of (?:some |about "
                r"|nearly )?$"),
     "a population"),
    (when_asked(rf"\b(?:{words.MEASURED}) of (?:up to |about |some |nearly )?$"), "a size"),
    (when_asked(r"\b(?:margin of error|error margin) (?:of |is |was )(?:about "
                r"|plus or minus )?$"), "a margin of error"),
    (when_asked(rf"\b(?:{words.SPENT}) (?:up to |about |some |nearly |over |more than |almost )?$"), _MONEY),
    (when_asked(r"\bvot(?:e|ed|es|ing)(?: \w+)? (?:by |of |was )?$"), "a vote"),
    (when_asked(r"\bturnout (?:of|was|at|stood at) (?:about )?$"), "an election"),
    (when_asked(rf"\b(?:{words.OUTDONE})\b[^;.]{{1,70}} by (?:about |just |only |some |nearly |almost |over |more than "
                rf"|at least |well over |fewer than |less than |as (?:many|much) as )*$", re.IGNORECASE), _APART),
    (when_asked(rf"(?:{words.CORRECTED})[^.;]{{0,40}}$", re.IGNORECASE), "the text corrects it"),
)  # fmt: skip
#: What stands behind one, from the end of the number.
_AFTER: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (when_asked(r"^[- ]point (?:plan|proposal|programme|program|peace|list|agenda|document"
                r"|framework)"), "a designation"),
    (when_asked(r"^ (?:votes?\b(?! of)|of the (?:popular )?votes?\b|abstentions?)|^ to (?:none"
                r"|\d+)(?=[ ,.]).{0,30}\bvote"),
     "a vote"),
    (re.compile(r"^(?: ?°| degrees?\b)"), "a temperature or an angle"),
    (re.compile(rf"^[- ]?(?:{words.SIZES})\b"), "a size"),
    (re.compile(rf"^[- ]?(?:{words.DISTANCES})(?: \([^)]*\))? (?:{words.POSITIONS})\b"), "a distance"),
    (re.compile(rf"^-(?!{words.COUNTED})[a-z]+"), "a description"),
    (re.compile(r"^ (?:in favou?r|against(?! (?:[\w-]+ ){0,2}?\d)|abstain\w*|seats)\b"), "a vote"),
    (re.compile(r"^ ?[-–] ?\d+ (?:win|victory|defeat|draw|loss|vote|decision|score|lead)\b"), "a score"),
    (re.compile(rf"^ (?:(?:million|billion|thousand|mln|bn) )?(?:[A-Z][\w.]+ )?(?:{words.MONEY})\b"),
     _MONEY),
    (when_asked(r"^(?: [\w'’-]+){0,3} short of (?:what|the|its|their)\b"), "a shortfall"),
    (when_asked(rf"^(?: [\w'’-]+){{0,4}}? (?:{words.TELLERS}) (?:also |then )?(?:said|says?|told|reported"
                rf"|confirmed|recalled"
                r"|describ|recount|estimat)\w*"), "how many spoke"),
)  # fmt: skip
#: "212 battles with at least one death": what makes an event count is no toll.
_THRESHOLD: Final = when_asked(
    r"\b(?:battles?|events?|incidents?|clashes|attacks|strikes|episodes?|days|nights|cases) (?:with|of"
    r"|that killed|causing"
    r"|involving|killing) $"
)
#: "ten static months", "three long winters".
_LONG_TIME: Final = when_asked(
    r"^(?!consecutive|straight|successive)[a-z]+ (?:hours|days|nights|weeks|months|years|winters)$"
)
#: How far an army came is a figure of the war: "advanced some 300 metres", "pushed 4 kilometres west".
_MOVED: Final = when_asked(
    r"\b(?:advanc|push|mov|retreat|withdr|pull|gain|creep|crept|inch|driv|drove|thrust|cross|pierc|penetrat|seiz|captur"
    r"|tak|took|los[et]|ced|recaptur|clear)\w*(?: [\w'’-]+){0,4} $",
    re.IGNORECASE,
)
#: "the Five Eyes", "the Six-Day War".
_NAME: Final = when_asked(r"[A-Z][a-z]+[ -][A-Z]")
_SCORE: Final = when_asked(
    r"\b(?:won|beat|lost|drew|defeated|victory|win|scored)(?: [\w'’]+){0,5}? (?:by )?$", re.IGNORECASE
)
_IDIOM: Final = when_asked(rf"(?<![\w-])(?:{words.IDIOMS})(?!\w)", re.IGNORECASE)
_TITLE: Final = when_asked(
    rf"\b(?:{words.TITLED})(?: [\w'’]+){{0,2}},? [\"“](?P<title>[^\"”]{{2,60}})[\"”]", re.IGNORECASE
)
_CONDITION: Final = when_asked(rf"(?<![\w-])(?<!even )(?:{words.CONDITIONS})(?!\w)", re.IGNORECASE)
_MAIN: Final = when_asked(r", (?=(?:then )?(?:[\w'’-]+ ){1,12}?(?:would|could|might|will|may|can)\b)")
#: A teller is numbered in words or by a small figure; "300 people said" is a poll.
_FEW: Final = 12.0


def find(parse: Parse) -> None:
    """Marks such numbers as used, each with what it is; adds no claim."""
    for start, end in conditions(parse.text) if "asides.condition" in parse.signs else ():
        parse.unreal.append((start, end))
        _take(parse, start, end, "a condition: not said to be so")
    for match in _TITLE.finditer(parse.text) if "asides.title" in parse.signs else ():
        _take(parse, *match.span("title"), "part of a title")
    for match in _IDIOM.finditer(parse.text) if "asides.idiom" in parse.signs else ():
        _take(parse, match.start(), match.end(), "a figure of speech")
    for index, amount in enumerate(parse.amounts):
        if index not in parse.used and (why := _why(parse, index)):
            parse.used.add(index)
            parse.skipped.append(Skipped(amount.start, amount.end, why))


def conditions(text: str) -> list[tuple[int, int]]:
    """Stretches of `text` that only suppose something: "if ...", "unless ...", "Had one in five been missed"."""
    found: list[tuple[int, int]] = []
    if re.match(words.IMAGINED, text):
        return [(0, len(text))]
    opening = re.match(words.INVERTED_CONDITIONS, text)
    starts = ([(0, opening.end())] if opening else []) + [m.span() for m in _CONDITION.finditer(text)]
    for start, inside in starts:
        main = (
            _MAIN.search(text, inside)
            if start < 3 or text[:start].rstrip().endswith((",", "that", "and", "but"))
            else None
        )
        mark = (
            re.compile(r"[;,.](?= )|[;.]$").search(text, inside)
            if start < 3
            else re.compile(r";|\.$|, ").search(text, inside)
        )
        found.append((start, main.start() if main else mark.start() if mark else len(text)))
    return found


def _take(parse: Parse, start: int, end: int, why: str) -> None:
    for index, amount in enumerate(parse.amounts):
        if start <= amount.core_start < end and index not in parse.used:
            parse.used.add(index)
            parse.skipped.append(Skipped(amount.start, amount.end, why))


def _why(parse: Parse, index: int) -> str | None:
    amount, thing = parse.amounts[index], parse.things[index]
    before, after = parse.text[: amount.core_start], parse.text[amount.core_end :]
    plain = amount.kind == "count" and thing.kind in ("bare", "other", "anchor")
    for pattern, why in _BEFORE:
        bare = thing.kind in ("bare", "anchor")
        fits = (
            bare
            if why in (_LISTED, _MONEY)
            else amount.kind == "count"
            if why == _APART
            else plain or why in ("the text corrects it", "an election", "a margin of error")
        )
        if fits and pattern.search(before):
            return why
    for pattern, why in _AFTER:
        if why == "how many spoke" and (amount.digits or (amount.value or 0.0) > _FEW):
            continue
        if pattern.match(after) and not (why in ("a size", "a distance") and _MOVED.search(before)):
            return why
    if _THRESHOLD.search(parse.text[: amount.start]) and (amount.value or 0.0) <= 1.0:
        return "what makes an event count"
    if not amount.digits and _NAME.match(parse.text, amount.core_start) and re.search(r"[a-z,] $", before):
        return "part of a name"
    if plain and _LONG_TIME.search(thing.noun):
        return "a stretch of time"
    return "a score" if plain and _SCORE.search(before) and re.match(r"[-–]\d", after) else None

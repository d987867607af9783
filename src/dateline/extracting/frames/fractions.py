"""Parts of another period's figure: "half that of May", "less than a third of November's", "a fifth below July's"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.claiming.comparing import UNSAID, change, object_period, ratio
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.signs import NUMBERED
from dateline.languages import en
from dateline.records.claim import Comparator

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "|".join((NUMBERED, "half", "third", "quarter", "fifth", "tenth", "factor"))
#: What a fraction in words is written with.
LOOKS: Final = {"part": "half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"}


def find(parse: Parse) -> None:
    """Adds multiples and changes whose number is a fraction, and marks their amounts as used."""
    for index, amount in enumerate(parse.amounts):
        if index in parse.used:
            continue
        if amount.kind in ("fraction", "percent") and _of_another(parse, amount):
            _part(parse, index, amount)
        elif amount.kind == "count" and (by := _FACTOR.search(parse.text[: amount.start])) is not None:
            _factor(parse, index, amount, by)
    if "fractions.part" not in parse.signs:
        return
    for pattern, read in ((_BY_A_PART, _by_a_part), (_MOVED_BY_A_PART, _moved_by_a_part), (_HALF_AS, _half_as)):
        for match in pattern.finditer(parse.text):
            if not any(a.start < match.end("part") and match.start() < a.end for a in parse.amounts):
                read(parse, match)


_SIZES: Final = r"(?:number|total|figure|levels?|rate|pace|tempo|tally|toll|count|haul|amount|sum|volume|average|mean)"
#: "half that of May", "a third of the figure for July"; a period must follow.
_THAT_OF: Final = when_asked(
    rf" (?:of )?(?:(?:that|those|what)(?: (?:of|in|for|from|during|seen|recorded|launched|taken|it (?:was|were|took)"
    rf"|they were))|the {_SIZES})(?!\w)[^,;.]{{0,40}}?$",
    re.IGNORECASE,
)
#: What a share at the head of its clause does not have before it ("a third of the total in May was ...").
_SAID: Final = when_asked(
    r"\b(?:was|were|is|are|be|been|to|at|just|only|barely|hardly|scarcely|about|than|reached|hit|represent\w*|equal\w*"
    r"|made up|some|fully|still)(?: (?:just|only|barely|about|some|a mere|hardly|fully))* $|, (?:or )?(?:and )?$",
    re.IGNORECASE,
)
_ELLIPTIC: Final = when_asked(
    rf"(?:['’]s|s['’])(?: {_SIZES})?(?=\s*(?:[,.;:)]|$)| (?:and|but|in|as|with)\b)", re.IGNORECASE
)

#: "about half of December's 477": a number that another period had, and not something of which this is a share.
_ITS_NUMBER: Final = when_asked(rf"['’]s (?:{_SIZES} of )?\d[\d,.]*(?=[,;:)]|\.?$|\.\s)", re.IGNORECASE)


def _of_another(parse: Parse, amount: Amount) -> bool:
    """Whether the fraction is of what another period saw, and so no share of what this one did."""
    behind = [m for m in parse.mentions if amount.end <= m.start < amount.end + 60 and m.kind in ("at", "shift")]
    if not behind or ";" in parse.text[amount.end : behind[0].start]:
        return False
    between, before = parse.text[amount.end : behind[0].start], parse.text[: amount.start]
    if re.fullmatch(r" of (?:the )?", between) and behind[0].kind == "at":
        if _ELLIPTIC.match(parse.text, behind[0].end) is not None:
            return True
        return _ITS_NUMBER.match(parse.text, behind[0].end) is not None and _SAID.search(before) is not None
    return _THAT_OF.fullmatch(between) is not None and _SAID.search(before) is not None


def _part(parse: Parse, index: int, amount: Amount) -> None:
    """ "barely half that of May": a multiple below one."""
    value, low, high = (None if x is None else x / 100.0 for x in (amount.value, amount.low, amount.high))
    parse.used.add(index)
    baseline = object_period(parse, amount.end)
    parse.found.append(
        ratio(parse, amount.start, amount.end, value, amount.comparator, "up", low, high, baseline)
    )  # fmt: skip


_FACTOR: Final = re.compile(r"\bby a factor of (?:about |some |more than |nearly |almost |over |up to )?$")
_FELL: Final = when_asked(
    r"\b(?:fell|fallen|falls?|dropp?\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|reduc\w*|slow\w*|down|cut|lower\w*)\b",
    re.IGNORECASE,
)


def _factor(parse: Parse, index: int, amount: Amount, by: re.Match[str]) -> None:
    """ "exceeded that of the killed by a factor of seven"."""
    start = parse.clause(amount.start)[0]
    said = "down" if _FELL.search(parse.text, start, by.start()) else "up"
    parse.used.add(index)
    stated = (amount.value, amount.comparator)
    found = ratio(parse, by.start(), amount.end, *stated, said, amount.low, amount.high)
    if found.baseline is not None and found.baseline.label.endswith(UNSAID):
        # "exceeded that of those killed": one toll against another, and no period against the one before.
        found = replace(found, baseline=None, doubt="undefined_term", doubt_detail="two tolls of one time compared")
    parse.found.append(found)


_MODIFIED: Final = r"(?:(?P<mod>(?:more|less) than|nearly|almost|over|about|roughly|at least|some|around|just over) )?"
_MODIFIERS: Final[dict[str, Comparator]] = {
    "more than": "gt", "over": "gt", "just over": "gt", "at least": "ge", "less than": "lt", "about": "approx",
    "roughly": "approx", "some": "approx", "around": "approx", "nearly": "approx", "almost": "approx",
}  # fmt: skip
#: Fractions before a word of direction that is no adjective of theirs ("a third below July's").
_BY_A_PART: Final = when_asked(
    rf"(?<![\w-]){_MODIFIED}(?P<part>(?:an?|one)[ -](?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"|half|(?:two|three|four)[ -](?:thirds|quarters|fifths))"
    r"(?: again)?(?= (?:below|above|beneath|under|over|down|up|lower|higher|larger|smaller|more|less|fewer|slower"
    r"|faster"
    r"|heavier|lighter|bigger|greater)(?!\w))(?! (?:more|up)? ?(?:of|a|an|to)\b)",
    re.IGNORECASE,
)
_DOWN: Final = when_asked(r" (?:below|beneath|under|down|lower|smaller|less|fewer|slower|lighter)(?!\w)", re.IGNORECASE)


def _by_a_part(parse: Parse, match: re.Match[str]) -> None:
    """ "a third below July's 564": a change by a fraction that stands for its percentage."""
    if not any(m.kind in ("at", "shift") and 0 <= m.start - match.end() < 60 for m in parse.mentions):
        return
    direction = "down" if _DOWN.match(parse.text, match.end()) else "up"
    parse.found.append(change(parse, None, _fraction(match), direction))


#: "fell by half in August", "up by more than a quarter on last year".
_MOVED_BY_A_PART: Final = re.compile(
    rf"\b(?P<verb>rose|risen|rising|fell|fallen|falling|grew|grown|increas(?:ed|ing)|dropped|declined|decreased|jumped"
    rf"|climbed|shr[aiu]nk|went (?:up|down)|slowed|up|down|cut|reduced|lower|higher|slower|faster"
    rf"|fewer|smaller|larger|heavier|lighter|deadlier) by {_MODIFIED}"
    r"(?P<part>(?:an?|one)[ -](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)|half|(?:two|three|four)[ -]"
    r"(?:thirds|quarters|fifths))(?! (?:of|a|an|million|dozen|hundred)\b)(?![\w-])",
    re.IGNORECASE,
)
_SANK: Final = when_asked(r"f[ae]ll|drop|declin|decreas|shr|down|slow|cut|reduc|lower|few|small|light", re.IGNORECASE)


def _moved_by_a_part(parse: Parse, match: re.Match[str]) -> None:
    start = parse.sentence.start + match.start("part")
    if not any(c.quote.start <= start < c.quote.end for c in parse.found):
        parse.found.append(change(parse, None, _fraction(match), "down" if _SANK.search(match["verb"]) else "up"))


def _fraction(match: re.Match[str]) -> Amount:
    """The fraction as an amount, in percent."""
    count, _, part = match["part"].lower().replace("-", " ").rpartition(" ")
    times = 1.0 if count in ("", "a", "an", "one") else float(number(count) or 1)
    name = part if part == "half" else part.rstrip("s")
    value = round(100 * times / en.DENOMINATORS["half" if name == "half" else name], 4)
    said = (match["mod"] or "").lower()
    near = said in ("nearly", "almost")
    return Amount(
        match.start("mod" if match["mod"] else "part"), match.end(), match.start("part"), match.end("part"),
        "fraction", value,
        _MODIFIERS.get(said, "eq"), 0.9 * value if near else None, value if near else None, digits=False,
    )  # fmt: skip


_HALF_AS: Final = re.compile(
    rf"(?<![\w-]){_MODIFIED}(?P<part>half|(?:a|one)[ -](?:third|quarter|fifth|tenth)) as (?:many|much|fast|often|high"
    r"|large|big)(?!\w)(?! again)",
    re.IGNORECASE,
)


def _half_as(parse: Parse, match: re.Match[str]) -> None:
    """ "half as many as in May"."""
    whole = _fraction(match)
    value, low, high = (None if x is None else x / 100.0 for x in (whole.value, whole.low, whole.high))
    parse.found.append(ratio(parse, match.start(), match.end(), value, whole.comparator, "up", low, high))

"""Changes and multiples: "44 % less than in August", "60 more than a year before", "more than doubled"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.claiming.comparing import AFTER, BEAT, BEFORE, TIMES_AFTER, change, ratio
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.signs import NUMBERED
from dateline.languages import en
from dateline.records.claim import Comparator

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "|".join((NUMBERED, *en.MULTIPLE_WORDS))
#: What a multiple in a word is written with.
LOOKS: Final = {"multiple": "|".join(en.MULTIPLE_WORDS)}
#: "rose above 83 percent", "reached 90 percent": where the figure came to stand, and not by how much it moved.
_ARRIVES = re.compile(
    r"\b(?:above|below|past|beyond|reach(?:ed|es|ing)|hit|hits|hitting|top(?:ped|s)|exceed(?:ed|s)) (?:\w+ )?$"
)
_MULTIPLE = re.compile(
    rf"(?<![\w-])(?P<mod>(?:more|less) than |nearly |almost |over |about |roughly |practically "
    rf"|at least )?(?P<word>{'|'.join(sorted(map(re.escape, en.MULTIPLE_WORDS), key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)
_MODIFIERS: Final[dict[str, Comparator]] = {
    "more than": "gt",
    "over": "gt",
    "at least": "ge",
    "less than": "lt",
    "about": "approx",
    "roughly": "approx",
}
#: "The toll rose by 43": how far it moved, in its own unit.
_MOVED_BY: Final = re.compile(
    r"\b(?:rose|risen|rising|fell|fallen|falling|grew|grown|growing|increas(?:ed|ing)|dropped|declined|jumped|climbed"
    r"|shr[aiu]nk|went (?:up|down)|(?:is|are|was|were) (?:up|down)) by (?:(?:just|only|another|a further|some) )*$",
    re.IGNORECASE,
)


#: "The death toll rose by 900 in 2025": a running count moves by those who were killed in that time, and by that alone.
_TOLL_MOVED: Final = re.compile(
    r"\b(?:death toll|toll of the (?:war|conflict)"
    r"|(?:total|overall|cumulative|official) (?:death )?(?:toll|tally|count|number))\b"
    r"|\b(?:toll|tally)\b(?! (?:in|of|for|from) (?!Gaza|Ukraine|the (?:war|conflict)))",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(
    r"\b(?:compared|than|against|versus|year[- ]on[- ]year|a (?:year|month) (?:earlier|before))\b", re.IGNORECASE
)


def find(parse: Parse) -> None:
    """Adds change and ratio claims and marks their amounts as used, in text order: what one was compared with is not
    what the next is of ("double that of April and four times that of March")."""
    words = [
        m
        for m in (_MULTIPLE.finditer(parse.text) if "comparisons.multiple" in parse.signs else ())
        if not any(a.start < m.end() and m.start() < a.end for a in parse.amounts)
    ]
    for index, amount in enumerate(parse.amounts):
        while words and words[0].start() < amount.start:
            _word(parse, words.pop(0))
        if index not in parse.used:
            _amount(parse, index, amount)
    for match in words:
        _word(parse, match)


def _amount(parse: Parse, index: int, amount: Amount) -> None:
    direction = "up" if BEAT.search(parse.text[: amount.start]) else _direction(parse, amount)
    if amount.kind == "multiple" and (direction or _of_times(parse, amount)):
        parse.used.add(index)
        said, stated = direction or "up", (amount.value, amount.comparator)
        parse.found.append(ratio(parse, amount.start, amount.end, *stated, said, amount.low, amount.high))
    elif (amount.kind in ("percent", "points", "fraction") and direction and not _is_share(parse, amount)) or (
        amount.kind == "count" and direction and _compares(parse, index, amount)
    ):
        parse.used.add(index)
        parse.found.append(change(parse, index, amount, direction))


def _of_times(parse: Parse, amount: Amount) -> bool:
    """ "four times as many", "four times May's number": what the multiple is of stands right behind it."""
    if TIMES_AFTER.match(parse.text[amount.end :]):
        return True
    owners = [m for m in parse.mentions if m.start == amount.end + 1 and m.kind == "at" and m.period is not None]
    return bool(owners) and re.match(r"['’]", parse.text[owners[0].end :]) is not None


def _owner_behind(parse: Parse, end: int) -> bool:
    """ "double April's", "twice last month's 40"."""
    owner = next((m for m in parse.mentions if m.start == end + 1 and m.kind == "at" and m.period is not None), None)
    return owner is not None and re.match(r"['’]", parse.text[owner.end :]) is not None


def _is_share(parse: Parse, amount: Amount) -> bool:
    """ "88 percent of the drones" is a share, whatever stands before it, and "59 percent, up from 51" has moved so far
    from another."""
    behind = parse.text[amount.end :]
    return re.match(r" of (?!what\b)", behind) is not None or (
        amount.kind == "percent" and _FROM_ANOTHER.match(behind) is not None
    )


_FROM_ANOTHER: Final = when_asked(
    r"(?:, | \()(?:up|down|rising|falling|higher than|lower than|against|compared with) (?:from )?"
    r"(?:about |just |only |some |the )*(?:\d{1,2}(?:\.\d+)?|100)(?:%| per ?cent)?(?![\d,.]\d|\d)"
)


def _direction(parse: Parse, amount: Amount) -> str | None:
    after = AFTER.match(parse.text[amount.end : amount.end + 40])
    before = BEFORE.search(parse.text[max(0, amount.start - 40) : amount.start])
    if after is not None and _in_a_verb(parse, amount, after):
        return None  # "four in five were brought down"
    if after is not None:
        return "up" if after["up"] else "down"
    if before is not None and (_particle(parse, amount) or _arrives(parse, amount)):
        return None  # "shot down 84 percent" falls by nothing
    if before is not None:
        to = re.search(r"\bto (?:\w+ )?$", parse.text[: amount.start])
        from_ = re.search(r"\bfrom (?:\w+ )?$", parse.text[: amount.start])
        if to is None and from_ is None:
            return "up" if before["up"] or before["up2"] else "down"
    return None


def _arrives(parse: Parse, amount: Amount) -> bool:
    return amount.kind != "multiple" and _ARRIVES.search(parse.text[: _bare(parse, amount)]) is not None


def _bare(parse: Parse, amount: Amount) -> int:
    """Where the number itself begins: "above", "below" may stand inside the amount as its comparator."""
    digits = re.compile(r"\d").search(parse.text, amount.start, amount.end)
    return digits.start() if digits is not None else amount.start


def _particle(parse: Parse, amount: Amount) -> bool:
    """Whether the "down" before the amount belongs to a verb ("shot down", "brought down")."""
    near = parse.text[: amount.start].rstrip()
    return near.endswith("down") and any(
        p.family == "intercepted" and len(near) - 4 >= p.start and p.end >= len(near) for p in parse.predicates
    )


def _in_a_verb(parse: Parse, amount: Amount, after: re.Match[str]) -> bool:
    """Whether the word of direction is part of a verb of interception."""
    word = after.start("down") if after["down"] else after.start("up")
    at = amount.end + word
    return any(p.family == "intercepted" and p.start <= at < p.end for p in parse.predicates)


def _compares(parse: Parse, index: int, amount: Amount) -> bool:
    """ "60 more than a year before": a difference in the thing's own unit, against a period that the text names."""
    rest = parse.text[amount.end : parse.next_amount(index)]
    beat = BEAT.search(parse.text[: amount.start])
    if amount.low is None and (moved := _MOVED_BY.search(parse.text[: amount.start])):
        if _toll_moved(parse, amount, moved.start()):
            return False
        return parse.things[index].kind in ("bare", "people")
    return beat is not None or re.match(r" (?:\w+ ){0,2}?(?:more|fewer|less) (?:\w+ ){0,3}?than ", rest) is not None


def _toll_moved(parse: Parse, amount: Amount, verb: int) -> bool:
    """ "In 2025 the death toll rose by 900": so many were killed in that time, and nothing is compared."""
    a, b = parse.clause(amount.start)
    dated = (m for m in parse.mentions if m.kind == "at" and m.period is not None and not m.speech)
    if not any(a <= m.start < b for m in dated) or _AGAINST.search(parse.text, amount.end):
        return False
    return _TOLL_MOVED.search(parse.text, a, verb) is not None


def _word(parse: Parse, match: re.Match[str]) -> None:
    """ "doubled", "halved": a multiple where a topic stands in the sentence and a period to compare with."""
    word, modifier = match["word"].lower(), (match["mod"] or "").strip().lower()
    if (
        word in ("double", "treble", "triple", "quadruple", "twice")
        and not re.match(r" (?:the|that|those|as|what|its|their|than|in|last|more)\b", parse.text[match.end() :])
        and not _owner_behind(parse, match.end())
    ):
        return
    if word == "twice" and re.match(r" in (?:[A-Z]|an?\b|the\b|two\b|three\b)", parse.text[match.end() :]):
        return  # "met twice in Istanbul", "twice in a week"
    fell = BEFORE.search(parse.text[max(0, match.start() - 40) : match.start()])
    down = word.startswith("halv") or (
        word.endswith("fold") and fell is not None and bool(fell["down"] or fell["down2"])
    )
    value, near = en.MULTIPLE_WORDS[word], modifier in ("nearly", "almost", "practically")
    comparator: Comparator = "approx" if near else _MODIFIERS.get(modifier, "eq")
    low, high = (0.9 * value, value) if near else (None, None)
    said = "down" if down else "up"
    parse.found.append(ratio(parse, match.start(), match.end(), value, comparator, said, low, high))

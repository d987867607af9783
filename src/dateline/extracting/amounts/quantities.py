"""Amounts in a sentence: how many, how exactly, and which numbers are no amounts (years, ages, designations)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from dateline.extracting.amounts import units
from dateline.extracting.amounts.numerals import DIGITS, FRACTION, SHARE, WORDS, fraction, number, share
from dateline.extracting.patterns import alternation, when_asked
from dateline.languages import en
from dateline.records.claim import Comparator

Kind = Literal["count", "percent", "points", "multiple", "fraction", "vague", "money"]


@dataclass(frozen=True, slots=True)
class Amount:
    """`text[start:end]` with its modifiers; `core_start:core_end` is the bare number. `value` is None for vague
    words, whose `low` and `high` hold what they admit. Fractions and percentages are in percent. `unit` names the
    currency of a sum of money and is None otherwise."""

    start: int
    end: int
    core_start: int
    core_end: int
    kind: Kind
    value: float | None
    comparator: Comparator = "eq"
    low: float | None = None
    high: float | None = None
    digits: bool = True
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A number that is not an amount, and what it is."""

    start: int
    end: int
    why: str


_DASH: Final = r"\s?[-–—]\s?"
_NUM: Final = rf"(?:{DIGITS}|{WORDS}(?!\w))"
#: How any of them begins, so that most words need not be tried as one.
_STARTS: Final = alternation(
    {"a ", "a-", "an", "be", "ha", "on", *(word[:2] for word in (*en.ONES, *en.TENS, *en.VAGUE))}
)
_CORE = when_asked(
    rf"(?<![\w$€£#/:.,])(?:(?P<vague>(?:{'|'.join(sorted(en.VAGUE, key=len, reverse=True))})\b)"
    rf"|(?P<lone>(?:(?<!not )(?<!no )(?<!without )(?<!in )(?<!any )an? (?:lone|solitary|single)"
    rf"|the (?:lone|solitary|sole)(?!\s(?:survivor|witness|reason|exception))|(?:a|another) (?:pair|couple) of)"
    rf"(?=\s[a-zA-Z]))|(?P<fraction>{FRACTION})|(?P<in>{SHARE})"
    rf"|(?:between )?(?P<low>{_NUM})(?:{_DASH}(?=\d)|\s(?:to|and|or)\s)(?P<high>{DIGITS}"
    rf"|(?<=to ){WORDS}(?!\w)|(?<=or ){WORDS}(?!\w))(?P<range_end>(?=\W|$|sq))"
    rf"|(?P<number>{_NUM})(?![\d]))",
    re.IGNORECASE,
)
_PERCENT = when_asked(r"\s?%|[\s-]?(?:per ?cent(?:age)?\b(?! points?)|pc\b|percent\b(?!age))", re.IGNORECASE)
_POINTS = when_asked(r"[\s-]?(?:percentage|per cent|percent) points?|\s?pp\b", re.IGNORECASE)
_TIMES = when_asked(r"[\s-]?(?:times|fold|x)\b", re.IGNORECASE)
_BEFORE = tuple(
    (re.compile(rf"(?:^|(?<=\W))(?:{pattern})(?: (?:the|a|an))?\s$", re.IGNORECASE), op) for pattern, op in en.BEFORE
)
_AFTER = tuple((re.compile(rf"^\s?(?:{pattern})(?!\w)", re.IGNORECASE), op) for pattern, op in en.AFTER)
#: What stands right before or after a number that is no amount.
_NOT_BEFORE = when_asked(
    r"(?:\b(?:aged?|no\.?|number|article|resolution|order|decree|route|highway|flight|channel|chapter|page"
    r"|(?<!past )(?<!last )(?<!same )(?<!that )(?<!this )(?<!first )(?<!one )(?<!a )(?<!per )(?<!each )(?<!every )day"
    r"|version|group of|class|phase|stage|round|boeing|world war|brigade|regiment|unit)\s|[A-Za-zА-Яа-я]-)$",
    re.IGNORECASE,
)
_NOT_AFTER: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"^(?:st|nd|rd|th)\b", re.IGNORECASE), "an ordinal"),
    (re.compile(r"^:\d\d|^\s?(?:a\.?m\.?|p\.?m\.?|o'clock|hrs|GMT|UTC|EST|EET)(?!\w)", re.IGNORECASE), "a time"),
    (re.compile(r"^[- ]years?[- ]old|^-year-old", re.IGNORECASE), "an age"),
    (re.compile(r"^(?:-| )?(?:mm|millimet|calib)", re.IGNORECASE), "a calibre"),
    (
        re.compile(r"^(?:nd|th|st|rd)? (?:[A-Z][\w-]* ){0,3}(?:Brigade|Regiment|Division|Battalion|Corps|Army)\b"),
        "a unit's number",
    ),
    (re.compile(r"^\s?(?:min(?:ute)?s?)\s(?:read|ago)", re.IGNORECASE), "furniture of the page"),
    (re.compile(r"^/\d"), "a date or a ratio of calendar"),
)
_ONE = when_asked(
    r"^(?: of (?:the|its|his|their|many|several|these|those|two)\b| another\b| by one\b| day\b| thing\b| side\b"
    r"| point\b| more\b(?! \w+ (?:were|was)))"
)
#: "That one person was killed" behind a verb of speech counts; "that one" and "the one" elsewhere point.
_NO_ONE = when_asked(
    r"\b(?:no|not|any|the|each|this|(?<!said )(?<!says )(?<!reported )(?<!reports )(?<!confirmed )(?<!announced )"
    r"(?<!wrote )(?<!added )(?<!claimed )(?<!stated )(?<!found )that) $",
    re.IGNORECASE,
)
#: "Rose by 43 to 34,305": how far something moved and where it came to; ends of a range lie nearer to one another.
_MOVED_BY = when_asked(
    r"\bby (?:(?:about|some|just|only|another|a further|nearly|almost|over|at least) )*$", re.IGNORECASE
)
_RANGE_REACH: Final = 4.0
#: Up to here numbers are spelt out as a habit.
_SPELT_UP_TO: Final = 10.0


def amounts(text: str, taken: tuple[tuple[int, int], ...] = ()) -> tuple[list[Amount], list[Skipped]]:
    """Amounts of `text` in order, and the numbers that are none. `taken` are spans already read as dates."""
    found: list[Amount] = []
    skipped: list[Skipped] = []
    at = 0
    while (match := _CORE.search(text, at)) is not None:
        at = max(match.end(), match.start() + 1)
        if any(a < match.end() and match.start() < b for a, b in taken):
            at = next(b for a, b in taken if a < match.end() and match.start() < b)
            continue
        why = _no_amount(text, match)
        if why is not None:
            if why and any(c.isdigit() for c in match.group()):
                skipped.append(Skipped(match.start(), match.end(), why))
            continue
        amount = _read(text, match)
        if amount is not None:
            found.append(amount)
            # Of two numbers that are no range only the first was read; the second comes next.
            at = max(amount.end, match.end() if amount.low is not None or not match["low"] else amount.end)
    sums = _sums(text) if _MONEY.search(text) is not None else []
    found = [a for a in found if not any(m.start < a.end and a.start < m.end for m in sums)]
    return (sorted([*found, *sums], key=lambda a: a.start) if sums else found), skipped


#: Without one of these no sum is written.
_MONEY: Final = when_asked(r"[$€£¥₴₽₪₹]|USD|EUR|GBP|UAH|RUB|ILS")
_SUM = when_asked(
    rf"(?:\b(?:US|U\.S\.|AU|CA|C|A)\s?)?(?:[$€£¥₴₽₪₹]|\b(?:USD|EUR|GBP|UAH|RUB|ILS)(?=\s?\d))\s?(?P<low>{DIGITS})"
    rf"(?:(?:\s?[-–—]\s?|\sto\s|\sand\s(?=[$€£]))[$€£¥₴₽₪₹]?(?P<high>{DIGITS}))?"
)


def _sums(text: str) -> list[Amount]:
    """Sums of money with a sign or a code before them, their ends two of a range."""
    sums = []
    for match in _SUM.finditer(text):
        low, high = number(match["low"]), number(match["high"] or "")
        if low is None:
            continue
        sign = units.money_before(text, match.start("low"))
        if high is not None:
            low = _scaled(low, high, match["high"])
        start, end = match.span()
        amount = Amount(start, end, start, end, "money", low, unit=sign[0].name if sign else None)
        if high is not None:
            amount = replace(amount, value=(low + high) / 2, comparator="approx", low=low, high=high)
        sums.append(_modified(text, amount))
    return sums


def _scaled(low: float, high: float, written: str) -> float:
    """The lower end of a range whose scale stands at its upper end only: "20 to 30 million"."""
    scale = re.search(r"(hundred|thousand|million|billion|trillion|bn|mln|m|k)$", written, re.IGNORECASE)
    if scale and low < high / en.SCALES[scale.group().lower()] * 1.0001:
        return low * en.SCALES[scale.group().lower()]
    return low


#: "in two ways", "in three separate steps": how something is done, and nobody counted.
_MANNER: Final = when_asked(
    r" (?!of\b)(?:[a-z-]+ ){0,2}?(?:ways|steps|stages|phases|parts|forms|respects|senses|manners|formats|versions"
    r"|instal?lments)\b",
    re.IGNORECASE,
)
_IN_MANNER: Final = when_asked(
    r"\b(?:in|into|through) (?:(?:at least|about|some|roughly|more than|only|just|the|these|those|its|their) )*$",
    re.IGNORECASE,
)


def _no_amount(text: str, match: re.Match[str]) -> str | None:
    """Why the number is no amount: a reason, "" to pass over in silence, or None where it is one."""
    core, before, after = match.group(), text[: match.start()], text[match.end() :]
    lower = core.lower()
    if match["vague"] or match["fraction"] or match["in"] or match["lone"]:
        return None
    if lower in ("one", "a", "an") and (_ONE.match(after) or _NO_ONE.search(before)):
        return ""
    if re.fullmatch(r"(?:19|20)\d\d", core) and not _counts_something(after):
        return "a year"
    if re.fullmatch(r"(?:19|20)\d\d[-–](?:\d\d|(?:19|20)\d\d)", core):
        return "years"
    if _MANNER.match(after) and _IN_MANNER.search(before[-40:]):
        return "ways of doing something"
    if _NOT_BEFORE.search(before[-24:]):
        return "a designation, an age or a list number"
    for pattern, why in _NOT_AFTER:
        if pattern.match(after):
            return why
    if lower in en.ONES and re.match(r"^-(?!year|month|week|day|night|drone|missile|kilo|mile|plus|fold)", after):
        return ""
    return None


def _counts_something(after: str) -> bool:
    return (
        re.match(
            r"\s(?:%|percent|per cent|sq|km|drones?|missiles?|uavs?|shaheds?|people|civilians|soldiers|square"
            r"|attack|strike)",
            after,
            re.IGNORECASE,
        )
        is not None
    )


def _read(text: str, match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    low: float | None = None
    high: float | None = None
    kind: Kind = "count"
    if match["lone"]:
        value = 2.0 if match["lone"].endswith("of") else 1.0
    elif match["vague"]:
        low, high = en.VAGUE[match["vague"].lower()]
        kind, value = "vague", None
    elif match["fraction"] or match["in"]:
        kind, value = "fraction", _percent_of(match.group().lower())
        if value is None:  # "12 in ten tries" is a count
            end = start + len(match.group().split()[0])
            kind, value = "count", number(text[start:end])
    elif match["low"]:
        return _range(text, match)
    else:
        value = number(match["number"])
        if value is None:  # "12 in ten tries" is a count
            end = start + len(match.group().split()[0])
            kind, value = "count", number(text[start:end])
    amount = Amount(start, end, start, end, kind, value, "eq", low, high, text[start].isdigit())
    return _modified(text, _measured(text, amount))


#: "rose from 134 to 290" are two figures and no range.
_MOVED = when_asked(
    r"\b(?:rose|risen|rise|rising|fell|fallen|fall|falling|grew|grown|growing|increas\w+|decreas\w+|dropp?\w*"
    r"|declin\w+|jump\w*|doubl\w+|tripl\w+"
    r"|halv\w+|climb\w*|soar\w*|surg\w*|slow\w*|shrank|shrunk|went|up|down|slid|plung\w*"
    r"|quadrupl\w+)(?: [\w'’-]+){0,6} from (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)


def _range(text: str, match: re.Match[str]) -> Amount | None:
    low, high = number(match["low"]), number(match["high"])
    if low is None or high is None:
        return None
    low = _scaled(low, high, match["high"])
    joined = text[match.end("low") : match.start("high")].strip().lower()
    stated_between = match.group().lower().startswith("between")
    moved = joined == "to" and _MOVED.search(text[: match.start()]) is not None
    moved = moved or (joined == "to" and high > _RANGE_REACH * low and bool(_MOVED_BY.search(text[: match.start()])))
    if low >= high or moved or (joined == "and" and not stated_between) or (joined == "or" and high > 2 * low):
        # "30 and 40" are two figures unless "between" stands before; read the first, the second comes next.
        start, end = match.span("low")
        value = number(match["low"])
        return _modified(
            text, _measured(text, Amount(start, end, start, end, "count", value, digits=text[start].isdigit()))
        )
    amount = Amount(
        match.start(), match.end(), match.start(), match.end(), "count", (low + high) / 2, "approx", low, high,
        digits=match["high"][0].isdigit() or high > _SPELT_UP_TO,
    )  # fmt: skip
    return _modified(text, _measured(text, amount))


def _measured(text: str, amount: Amount) -> Amount:
    """The amount with a percent sign, points or "times" taken in."""
    for pattern, kind in ((_POINTS, "points"), (_PERCENT, "percent"), (_TIMES, "multiple")):
        unit = pattern.match(text, amount.end)
        if unit is not None and amount.kind == "count":
            return replace(amount, end=unit.end(), core_end=unit.end(), kind=kind)  # type: ignore[arg-type]
    return amount


#: "surpassed the 728 of July 9", "far fewer than the 164 of March": what it is compared with is exact itself.
_COMPARED_WITH = when_asked(
    r"(?:[a-z]+ )?(?:(?:exceed|topp|surpass|pass)\w*|above|below|beyond|past|under|over|(?:short|shy) of"
    r"|[a-z]+ than) the $",
    re.IGNORECASE,
)
_MARK = when_asked(r"(?:[- ]\w+)? (?:mark|threshold|milestone|barrier|level|line)\b", re.IGNORECASE)


def _modified(text: str, amount: Amount) -> Amount:
    before, after = text[: amount.start], text[amount.end : amount.end + 30]
    op, start, end = None, amount.start, amount.end
    for pattern, name in _BEFORE:
        found = pattern.search(before[-34:])
        if found is not None and (not _COMPARED_WITH.match(found.group()) or _MARK.match(after)):
            op, start = name, amount.start - len(before[-34:]) + found.start()
            break
    for pattern, name in _AFTER:
        found = pattern.match(after)
        if found is not None:
            op, end = op or name, amount.end + found.end()
            break
    return _bounded(replace(amount, start=start, end=end), op)


def _bounded(amount: Amount, op: str | None) -> Amount:
    if amount.kind == "vague":
        return replace(amount, comparator="approx") if op in ("approx", "nearly") else amount
    if op is None:
        return amount
    if op == "nearly" and amount.value is not None:
        return replace(amount, comparator="approx", low=0.9 * amount.value, high=amount.value)
    if amount.low is not None:
        return amount
    comparator: Comparator = "approx" if op == "nearly" else op  # type: ignore[assignment]
    return replace(amount, comparator=comparator)


def _percent_of(text: str) -> float | None:
    """A fraction in words as a percentage; None for "five in two"."""
    if re.search(r"\b(?:in|of)\b", text):
        part_of_one = share(text)
        return None if part_of_one is None else round(100 * part_of_one, 4)
    return round(100 * fraction(text), 4)

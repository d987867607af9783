"""Changes and multiples: "44 % less than in August", "60 more than a year before", "more than doubled"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting import dates
from dateline.extracting.locating import is_theirs, located, region_of
from dateline.extracting.measuring.casualties import of_a_part
from dateline.extracting.measuring.strikes import strike_measure
from dateline.extracting.parse import Parse
from dateline.extracting.quantities import Amount
from dateline.extracting.scope import claim, speaker
from dateline.extracting.signs import NUMBERED
from dateline.extracting.timing import baseline_of, period_of
from dateline.extracting.windows import weapon_named
from dateline.languages import en
from dateline.records.claim import Baseline, Comparator, Measure
from dateline.records.period import Period
from dateline.records.place import Place

_UP: Final = (
    r"more|higher|faster|larger|bigger|greater|worse|heavier|increase|rise|jump|growth|surge|up|rose|risen|grew|grown"
    r"|jumped|increased|climbed|soared|surged|spike|better|above|quicker|deadlier|additional"
)
_DOWN: Final = (
    r"less|fewer|lower|slower|smaller|lighter|decrease|drop|fall|decline|down|fell|fallen|dropped|decreased|declined"
    r"|slowed|slowing|slowdown|shrank|reduction|reduced|plunged|slumped|below|halved|halving|lesser"
)
#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "|".join((NUMBERED, *en.MULTIPLE_WORDS))
_AFTER = re.compile(
    rf"^(?:['’]s)?,? (?:(?:as )?\w+ ){{0,2}}?(?P<up>{_UP})(?!\w)"
    rf"|^(?:['’]s)?,? (?:(?:as )?\w+ ){{0,2}}?(?P<down>{_DOWN})(?!\w)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: \w+){{0,3}}? (?:by|of|to|some|about|almost|nearly|another"
    rf"|around|over|more than)? ?$|(?<!\w)(?:(?P<up2>{_UP})|(?P<down2>{_DOWN})) ?$",
    re.IGNORECASE,
)
_BEAT = re.compile(r"\b(?:beat(?:s|ing)?|exceed\w*|surpass\w*|topp\w*|outnumber\w*) (?:it |that |them )?by (?:\w+ )?$")
#: "rose above 83 percent", "reached 90 percent": where the figure came to stand, and not by how much it moved.
_ARRIVES = re.compile(
    r"\b(?:above|below|past|beyond|reach(?:ed|es|ing)|hit|hits|hitting|top(?:ped|s)|exceed(?:ed|s)) (?:\w+ )?$"
)
_TIMES_AFTER = re.compile(
    r"^ (?:as (?:many|much|often|high|large|fast|big|frequently)|more|higher|faster|larger|bigger|greater|less"
    r"|fewer|lower|slower|smaller|the|those|that|what)(?!\w)",
    re.IGNORECASE,
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
_SUM: Final = re.compile(r"(?:killed and (?:injured|wounded)|dead and (?:injured|wounded)|casualties)", re.IGNORECASE)


def find(parse: Parse) -> None:
    """Adds change and ratio claims and marks their amounts as used."""
    for index, amount in enumerate(parse.amounts):
        if index in parse.used:
            continue
        direction = "up" if _BEAT.search(parse.text[: amount.start]) else _direction(parse, amount)
        if amount.kind == "multiple" and (direction or _TIMES_AFTER.match(parse.text[amount.end :])):
            _ratio(
                parse,
                amount.start,
                amount.end,
                amount.value,
                amount.comparator,
                direction or "up",
                amount.low,
                amount.high,
            )
            parse.used.add(index)
        elif (amount.kind in ("percent", "points", "fraction") and direction and not _is_share(parse, amount)) or (
            amount.kind == "count" and direction and _compares(parse, index, amount)
        ):
            _change(parse, index, amount, direction)
    for match in _MULTIPLE.finditer(parse.text):
        if not any(a.start < match.end() and match.start() < a.end for a in parse.amounts):
            _word(parse, match)


def _is_share(parse: Parse, amount: Amount) -> bool:
    """ "88 percent of the drones" is a share, whatever stands before it."""
    return re.match(r" of (?!what\b)", parse.text[amount.end :]) is not None


def _direction(parse: Parse, amount: Amount) -> str | None:
    after = _AFTER.match(parse.text[amount.end : amount.end + 40])
    before = _BEFORE.search(parse.text[max(0, amount.start - 40) : amount.start])
    if after is not None and _in_a_verb(parse, amount, after):
        return None  # "four in five were brought down"
    if after is not None:
        return "up" if after["up"] else "down"
    if before is not None and (_particle(parse, amount) or _arrives(parse, amount)):
        return None  # "shot down 84 percent" falls by nothing
    if before is not None:
        to = re.search(r"\bto (?:\w+ )?$", parse.text[: amount.start])
        from_ = re.search(r"\b(?:up|down) from (?:\w+ )?$", parse.text[: amount.start])
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
    beat = _BEAT.search(parse.text[: amount.start])
    return beat is not None or re.match(r" (?:\w+ ){0,2}?(?:more|fewer|less) (?:\w+ ){0,3}?than ", rest) is not None


def _change(parse: Parse, index: int, amount: Amount, direction: str) -> None:
    family, measure, place, dimensions = _about(parse, amount.start, amount.end)
    stop = parse.next_amount(index)
    period = _own_period(parse, amount.start, amount.end, family, stop)
    beaten = _object_period(parse, amount.end, own=False) if _BEAT.search(parse.text[: amount.start]) else None
    baseline = baseline_of(parse, amount.start, amount.end, period) or beaten or _implied(period)
    if baseline is not None and baseline.period == period:
        period = None  # a change against itself: one of the two was misread
    unit = (
        "%"
        if amount.kind in ("percent", "fraction")
        else "points"
        if amount.kind == "points"
        else _unit(parse, index, family)
    )
    sign = 1.0 if direction == "up" else -1.0
    low, high = amount.low, amount.high
    if low is not None and high is not None and sign < 0:
        low, high = -high, -low
    parse.used.add(index)
    parse.found.append(
        claim(
            parse,
            amount.start,
            _end(parse, amount),
            "change",
            measure,
            value=None if amount.value is None else sign * amount.value,
            low=low,
            high=high,
            unit=unit,
            comparator=amount.comparator,
            period=period,
            baseline=baseline,
            place=place,
            dimensions={**dimensions, "direction": direction},
            attribution=speaker(parse, amount.start),
            doubt="ambiguous_period" if measure and (period is None or baseline is None) else None,
            doubt_detail="the text does not say against which period" if period is not None else "",
        )
    )


def _end(parse: Parse, amount: Amount) -> int:
    after = _AFTER.match(parse.text[amount.end : amount.end + 40])
    return amount.end + after.end() if after is not None else amount.end


def _unit(parse: Parse, index: int, family: str) -> str:
    counted = parse.things[index]
    if counted.unit:
        return counted.unit
    before = parse.before.figures.get(family)
    near = next((c for c in reversed(parse.found) if c.measure and c.measure.startswith(family) and c.unit), before)
    after = next((t for t in parse.things if t.unit and t.kind in ("weapon", "area", "people")), None)
    return (
        (near.unit if near is not None else None)
        or (after.unit if after is not None else None)
        or {"strikes": "drones", "territory": "km2"}.get(family, "people")
    )


def _own_period(parse: Parse, start: int, end: int, family: str, stop: int) -> Period | None:
    """The period that changed. In "2025 was 31 % worse than 2024" it stands before the figure."""
    clause = parse.clause(start)
    before = [
        m
        for m in parse.mentions
        if m.kind == "at" and not m.speech and m.period is not None and m.end <= start and m.start >= clause[0]
    ]
    if before and not re.search(
        r"\b(?:than|from|against)\b", parse.text[max(0, before[-1].start - 12) : before[-1].start]
    ):
        return before[-1].period
    return period_of(parse, start, end, family, stop)


def _implied(period: Period | None) -> Baseline | None:
    """Where the text names nothing, a month or a week is compared with the one before it."""
    if period is None or period.granularity not in ("month", "week", "year", "quarter"):
        return None
    return Baseline("period", dates.back(period, period.granularity), f"the {period.granularity} before")


def _about(parse: Parse, start: int, end: int) -> tuple[str, Measure | None, Place | None, dict[str, str]]:
    """Family, measure, place and dimensions of what is compared: by the clause's nouns, then the sentence's, then by
    what the sentence before was about."""
    clause = parse.clause(start)
    near = parse.text[clause[0] : clause[1]]
    family = parse.words.topic(near) or parse.words.topic(parse.text) or parse.before.family or ""
    if is_theirs(parse, start, end):
        return family, None, None, {}
    if family == "territory":
        return family, "territory.net_change", region_of(parse, start, end), {}
    if family == "strikes":
        return family, _strike_measure(parse, start, end), located(parse, start, end), _weapon(parse, near)
    if family == "casualties" and of_a_part(parse, start):
        return family, None, None, {}
    if family == "casualties":
        injured = re.search(r"\binjur|\bwound", near, re.IGNORECASE) and not re.search(
            r"\bkill|\bdea", near, re.IGNORECASE
        )
        dimensions = {"victim": "both"} if _SUM.search(parse.text) else {}
        if re.search(r"civilian", parse.text, re.IGNORECASE):
            dimensions["population"] = "civilians"
        elif (known := parse.before.figures.get("casualties")) is not None and "population" in known.dimensions:
            dimensions["population"] = known.dimensions["population"]
        return family, "casualties.injured" if injured else "casualties.killed", located(parse, start, end), dimensions
    return family, None, None, {}


def _strike_measure(parse: Parse, start: int, end: int) -> Measure | None:
    counted = next((t for t in parse.things if t.kind == "weapon"), None)
    if counted is None:
        return "strikes.launched"
    return strike_measure(parse, start, counted, None)[0] if not counted.own else None


def _weapon(parse: Parse, near: str) -> dict[str, str]:
    """The weapons that the clause names, else the sentence, else those of the sentence before."""
    for text in (near, parse.text):
        found = weapon_named(parse, text)
        if found is not None:
            return found
    before = parse.before.figures.get("strikes")
    return {"weapon": before.dimensions["weapon"]} if before is not None and "weapon" in before.dimensions else {}


def _ratio(
    parse: Parse,
    start: int,
    end: int,
    value: float | None,
    comparator: Comparator,
    direction: str,
    low: float | None = None,
    high: float | None = None,
) -> None:
    family, measure, place, dimensions = _about(parse, start, end)
    period = _own_period(parse, start, end, family, len(parse.text))
    baseline = baseline_of(parse, start, end, period) or _object_period(parse, end) or _implied(period)
    if baseline is not None and baseline.period == period:
        before = parse.before.periods.get(family)
        period = before if before != baseline.period else None
    parse.found.append(
        claim(
            parse,
            start,
            _ratio_end(parse, end),
            "ratio",
            measure,
            value=value,
            low=low,
            high=high,
            unit="x",
            comparator=comparator,
            period=period,
            baseline=baseline,
            place=place,
            dimensions={**dimensions, "direction": direction},
            attribution=speaker(parse, start),
            doubt="ambiguous_period" if measure and (period is None or baseline is None) else None,
        )
    )


def _ratio_end(parse: Parse, end: int) -> int:
    after = _TIMES_AFTER.match(parse.text[end:])
    return (
        end + after.end()
        if after is not None and after.group().strip() not in ("the", "those", "that", "what")
        else end
    )


def _object_period(parse: Parse, end: int, *, own: bool = True) -> Baseline | None:
    """ "doubled the territory captured in April": the period inside what was doubled. Where it is the comparison's
    `own`, no other figure of the sentence is of that time."""
    _, stop = parse.clause(end)
    for mention in parse.mentions:
        if end <= mention.start < stop and mention.kind == "at" and mention.period is not None and not mention.speech:
            if own:
                parse.compared.add(mention.start)
            return Baseline("period", mention.period, parse.text[mention.start : mention.end])
    return None


def _word(parse: Parse, match: re.Match[str]) -> None:
    """ "doubled", "halved": a multiple where a topic stands in the sentence and a period to compare with."""
    word, modifier = match["word"].lower(), (match["mod"] or "").strip().lower()
    if word in ("double", "treble", "triple", "quadruple", "twice") and not re.match(
        r" (?:the|that|those|as|what|its|their|than|in|last|more)\b", parse.text[match.end() :]
    ):
        return
    direction = "down" if word.startswith("halv") else "up"
    comparator = _MODIFIERS.get(modifier, "eq")
    value = en.MULTIPLE_WORDS[word]
    near = modifier in ("nearly", "almost", "practically")
    _ratio(
        parse,
        match.start(),
        match.end(),
        value,
        "approx" if near else comparator,
        direction,
        0.9 * value if near else None,
        value if near else None,
    )

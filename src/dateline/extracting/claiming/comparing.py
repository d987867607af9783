"""What is compared with what: the measure, the two periods and the direction of a change or a multiple."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.belonging.contrasts import month_of, moved_between
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.timing import baseline_of, period_of, run_up
from dateline.extracting.claiming.subject_matter import about, several_kinds
from dateline.extracting.claiming.unsaid import kind_unsaid, of_both, of_comparand, past_a_colon, time_carried
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import dates
from dateline.records.claim import Baseline, Claim, Comparator
from dateline.records.period import Period

UP: Final = (
    r"more|higher|faster|larger|bigger|greater|worse|heavier|increase|rise|jump|growth|surge|up|rose|risen|grew|grown"
    r"|jumped|increased|climbed|soared|surged|spike|better|above|quicker|deadlier|additional"
)
DOWN: Final = (
    r"less|fewer|lower|slower|smaller|lighter|decrease|drop|fall|decline|down|fell|fallen|dropped|decreased|declined"
    r"|slowed|slowing|slowdown|shrank|reduction|reduced|plunged|slumped|below|halved|halving|lesser"
)
AFTER = when_asked(
    rf"^(?:['’]s)?,? (?:(?:as )?\w+ ){{0,2}}?(?P<up>{UP})(?!\w)"
    rf"|^(?:['’]s)?,? (?:(?:as )?\w+ ){{0,2}}?(?P<down>{DOWN})(?!\w)",
    re.IGNORECASE,
)
BEFORE = when_asked(
    rf"(?<!\w)(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: \w+){{0,3}}? (?:by|of|to|some|about|almost|nearly|another"
    rf"|around|over|more than)? ?$|(?<!\w)(?:(?P<up2>{UP})|(?P<down2>{DOWN})) ?$",
    re.IGNORECASE,
)
BEAT = when_asked(r"\b(?:beat(?:s|ing)?|exceed\w*|surpass\w*|topp\w*|outnumber\w*) (?:it |that |them )?by (?:\w+ )?$")
TIMES_AFTER = when_asked(
    r"^ (?:as (?:many|much|often|high|large|fast|big|frequently)|more|higher|faster|larger|bigger|greater|less"
    r"|fewer|lower|slower|smaller|the|those|that|what)(?!\w)",
    re.IGNORECASE,
)


def change(parse: Parse, index: int | None, amount: Amount, direction: str) -> Claim:
    """A change by `amount` (in percent, points or its own unit), up or down; `index` is its place among the amounts,
    None where it is none of them."""
    family, measure, place, dimensions = about(parse, amount.start, amount.end)
    stop = len(parse.text) if index is None else parse.next_amount(index)
    period, baseline = _between(parse, amount.start)
    if baseline is None:
        baseline = _beside(parse, amount.end)
        period = own_period(parse, amount.start, amount.end, family, stop)
        beaten = object_period(parse, amount.end, own=False) if BEAT.search(parse.text[: amount.start]) else None
        baseline = baseline or _object_beside(parse, _end(parse, amount), period)
        baseline = (
            baseline
            or baseline_of(parse, amount.start, amount.end, period)
            or beaten
            or _implied(parse, amount.end, period)
        )
    if baseline is not None and baseline.period == period:
        period = None  # a change against itself: one of the two was misread
    sign, low, high = 1.0 if direction == "up" else -1.0, amount.low, amount.high
    if low is not None and high is not None and sign < 0:
        low, high = -high, -low
    return claim(
        parse,
        amount.start,
        _end(parse, amount),
        "change",
        measure,
        value=None if amount.value is None else sign * amount.value,
        low=low,
        high=high,
        unit=_unit_of(parse, index, amount, family),
        comparator=amount.comparator,
        period=period,
        baseline=baseline,
        place=place,
        dimensions={**dimensions, "direction": direction},
        attribution=speaker(parse, amount.start),
        doubt="ambiguous_period" if measure and (period is None or baseline is None) else None,
        doubt_detail="the text does not say against which period" if period is not None else "",
        inherited=of_comparand(parse, period)
        or past_a_colon(parse, amount.end, period)
        or kind_unsaid(parse, amount.start, family, dimensions)
        or of_both(parse, amount.start)
        or time_carried(parse, period, baseline),
    )


def _unit_of(parse: Parse, index: int | None, amount: Amount, family: str) -> str:
    if amount.kind in ("percent", "fraction") or index is None:
        return "%"
    return "points" if amount.kind == "points" else _unit(parse, index, family)


def _between(parse: Parse, start: int) -> tuple[Period | None, Baseline | None]:
    """ "fell sixfold between March and April": the later of two ends against the earlier one."""
    ends = moved_between(parse, start)
    if ends is not None:
        return ends[1], Baseline("period", ends[0], "")
    stop = parse.clause(start)[1]
    since = next((m for m in parse.mentions if m.kind == "since" and start < m.start < stop), None)
    if since is None or since.period is None or since.period.start.day != 1:
        return None, None
    if re.search(r"[\d]", parse.text[since.start : since.end]) or not _PACE.search(parse.text, 0, start):
        return None, None
    # "The daily rate has dropped by half since November": what it is now, and of which day, is not said.
    return None, Baseline("period", month_of(since.period.start), parse.text[since.start : since.end])


_PACE: Final = re.compile(r"\b(?:daily|nightly|weekly|monthly|rate|pace|tempo|speed|average)\b", re.IGNORECASE)


_BESIDE: Final = when_asked(
    r"(?:,? (?:\w+ )?(?:up|down|above|below|over|under|beyond|higher|lower|more|less|fewer))?"
    r" (?:above|below|on|over|under|beyond)? ?(?:(?:the|that|those|figures?|number|total|level|tally|for|of|in) )*",
    re.IGNORECASE,
)
_OBJECT: Final = when_asked(
    r"(?: (?:than|of))? (?:the (?:number|total|figure|level|tally|toll|count|rate|pace|tempo|haul|average)s?|that|those"
    r"|what(?: it was)?)(?: (?:of|for|in|from|during|recorded|seen|launched|taken|gained|captured))* (?:the )?",
    re.IGNORECASE,
)


def _object_beside(parse: Parse, end: int, period: Period | None) -> Baseline | None:
    """ "triple the total of July 2024", "larger than those of the two years before": the period right behind the
    words, and no other that the sentence compares with."""
    mention = next((m for m in parse.mentions if m.start >= end), None)
    if mention is None or not _OBJECT.fullmatch(parse.text[end : mention.start]) or mention.speech:
        return None
    label = parse.text[mention.start : mention.end]
    if mention.kind == "shift" and mention.count > 1 and period is not None and mention.anchor is None:
        whole = parse.text[: mention.start].endswith(" the ") and re.search(r"before|preceding|previous|prior", label)
        first = dates.back(period, mention.unit, mention.count)
        return Baseline("period", Period(first.start, period.start), label) if whole else None
    if mention.kind != "at" or mention.period is None:
        return None
    parse.compared.add(mention.start)
    return Baseline("period", mention.period, label)


def _beside(parse: Parse, end: int) -> Baseline | None:
    """ "30 % above July's", "16 percent on June": the period right behind the change, and no figure's own."""
    for mention in parse.mentions:
        if mention.start < end or mention.kind != "at" or mention.period is None or mention.speech:
            continue
        between = parse.text[end : mention.start]
        said = _BESIDE.fullmatch(between) and re.search(r"\b(?:above|below|on|over|under|beyond)\b", between)
        if not said or mention.period.days == 1:
            return None
        parse.compared.add(mention.start)
        return Baseline("period", mention.period, parse.text[mention.start : mention.end])
    return None


def _end(parse: Parse, amount: Amount) -> int:
    after = AFTER.match(parse.text[amount.end : amount.end + 40])
    return amount.end + after.end() if after is not None else amount.end


#: Units that a difference in things counted does not have.
_NO_COUNT: Final = frozenset({None, "%", "x", "points", "rank"})


def _unit(parse: Parse, index: int, family: str) -> str:
    counted = parse.things[index]
    if counted.unit:
        return counted.unit
    before = parse.before.figures.get(family)
    counts = (c for c in reversed(parse.found) if (c.measure or "").startswith(family) and c.unit not in _NO_COUNT)
    near = next(counts, before)
    after = next((t for t in parse.things if t.unit and t.kind in ("weapon", "area", "people")), None)
    return (
        (near.unit if near is not None else None)
        or (after.unit if after is not None else None)
        or {"strikes": "drones", "territory": "km2"}.get(family, "people")
    )


#: "the second highest of 2025": where a record was sought, and no time of a change beside it.
_SOUGHT: Final = when_asked(
    r"(?:\w{3,}est|most|least|worst|best|record)(?: \w+){0,2} (?:of|in) (?:the )?$", re.IGNORECASE
)


def own_period(parse: Parse, start: int, end: int, family: str, stop: int) -> Period | None:
    """The period that changed. In "2025 was 31 % worse than 2024" it stands before the figure. What was compared with
    already ("up 16 percent on June and triple the total of a year before") is none."""
    clause = parse.clause(start)
    before = [
        m
        for m in parse.mentions
        if m.kind == "at"
        and not m.speech
        and m.period is not None
        and m.end <= start
        and m.start >= clause[0]
        and m.start not in parse.compared
        and _SOUGHT.search(parse.text[: m.start]) is None
    ]
    if before and not re.search(
        r"\b(?:than|from|against)\b", parse.text[max(0, before[-1].start - 12) : before[-1].start]
    ):
        return run_up(parse, before[-1], start) or before[-1].period
    found = period_of(parse, start, end, family, stop)
    told = [m for m in parse.mentions if m.kind == "at" and m.period is not None and not m.speech]
    if found is not None and found in [m.period for m in told if m.start in parse.compared]:
        # "In April ..., and the toll was up by 57 on March": what is compared with is not what changed.
        own = [m.period for m in told if m.start not in parse.compared and m.end <= start]
        return own[-1] if own else found
    return found


#: How a baseline that the text leaves unsaid is labelled.
UNSAID: Final = "before"


#: "Twice what it took in an average month": no one month is compared with.
_USUAL: Final = when_asked(r"\b(?:averages?|mean|usual(?:ly)?|typical(?:ly)?|norm|normal(?:ly)?|any)\b", re.IGNORECASE)


def _implied(parse: Parse, end: int, period: Period | None) -> Baseline | None:
    """Where the text names nothing, a month or a week is compared with the one before it."""
    if _USUAL.search(parse.text, end, parse.clause(end - 1)[1]):
        return None
    if period is None or period.granularity not in ("month", "week", "year", "quarter"):
        return None
    return Baseline("period", dates.back(period, period.granularity), f"the {period.granularity} {UNSAID}")


def ratio(
    parse: Parse,
    start: int,
    end: int,
    value: float | None,
    comparator: Comparator,
    direction: str,
    low: float | None = None,
    high: float | None = None,
    baseline: Baseline | None = None,
) -> Claim:
    """A multiple at `text[start:end]`: how many times more, or less with direction "down"; a part of the other
    ("half that of May") is a multiple below one."""
    family, measure, place, dimensions = about(parse, start, end)
    period, between = _between(parse, start)
    raised: Period | None = None
    if between is None:
        raised = _toll_raised(parse, end)
        period = raised or own_period(parse, start, end, family, len(parse.text))
        baseline = baseline or _object_beside(parse, _ratio_end(parse, end), period)
        baseline = baseline or baseline_of(parse, start, end, period) or object_period(parse, end)
        baseline = baseline or _implied(parse, end, period)
    baseline = between or baseline
    if measure == "territory.held":
        period, baseline = Period.of_day(parse.ref), _day_back(parse, end)
    if baseline is not None and baseline.period == period and between is None and raised is not None:
        baseline = None
    if baseline is not None and baseline.period == period:
        before = parse.before.periods.get(family)
        period = before if before != baseline.period else None
    return claim(
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
        inherited=measure == "territory.held"
        or of_both(parse, start)
        or time_carried(parse, period, baseline)
        or (family == "strikes" and "weapon" not in dimensions and several_kinds(parse, start)),
    )


def _day_back(parse: Parse, end: int) -> Baseline | None:
    """ "twice as much as a year ago": the day so long before the report's, for what is held on a day."""
    for mention in parse.mentions:
        if (
            mention.start >= end
            and mention.kind in ("ago", "shift")
            and mention.unit in ("day", "week", "month", "year")
        ):
            day = dates.back(Period.of_day(parse.ref), mention.unit, mention.count)
            return Baseline("period", day, parse.text[mention.start : mention.end])
    return None


def _toll_raised(parse: Parse, end: int) -> Period | None:
    """ "tripled the month's toll": of the month."""
    near = (m for m in parse.mentions if end <= m.start <= end + 5 and m.kind == "at")
    owner = next((m for m in near if re.match(r" ?(?:the|this)\b", parse.text[end:], re.IGNORECASE)), None)
    said = owner is not None and re.match(
        r"['’]s? (?:\w+ )?(?:toll|total|count|tally|number)\b", parse.text[owner.end :]
    )
    return owner.period if owner is not None and said else None


def _ratio_end(parse: Parse, end: int) -> int:
    after = TIMES_AFTER.match(parse.text[end:])
    return (
        end + after.end()
        if after is not None and after.group().strip() not in ("the", "those", "that", "what")
        else end
    )


_WHEN: Final = re.compile(r" (?:again )?(?:in|during|over)(?: the)? ?")


def object_period(parse: Parse, end: int, *, own: bool = True) -> Baseline | None:
    """ "doubled the territory captured in April": the period inside what was doubled. Where it is the comparison's
    `own`, no other figure of the sentence is of that time."""
    _, stop = parse.clause(end)
    for mention in parse.mentions:
        if own and _WHEN.fullmatch(parse.text[end : max(end, mention.start)]):
            continue  # "tripled in the second quarter": when it did, and not what was tripled
        if end <= mention.start < stop and mention.kind == "at" and mention.period is not None and not mention.speech:
            if own:
                parse.compared.add(mention.start)
            return Baseline("period", mention.period, parse.text[mention.start : mention.end])
    return None

"""What a number without a thing counts: the row of figures before it, or the words around it.

"26 missiles and 597 drones, of which 25 and 319": rows match number by number. Where they do not, what is carried over
is a guess, and the claim says so: it may hold and is never refuted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.parse import Parse
from dateline.records.claim import Claim

_JOINED: Final = re.compile(
    r"(?: (?:killed|injured|wounded|dead|were killed|were injured|launched|fired))?,? ?(?:and|plus|as well as"
    r"|along with|together with|,)? (?:another |some |about |also )?",
    re.IGNORECASE,
)


#: More numbers than this side by side are a table and no row of a sentence.
_LONGEST_RUN = 64


def same_row(parse: Parse, row: list[Claim], found: Claim) -> list[Claim]:
    """The figures that stand in one row with `found` ("675 drones and 56 missiles"): joined to it by no more than a
    comma or an "and", in the same measure's family."""
    if not row or found.measure is None or (row[-1].measure or "").split(".")[0] != found.measure.split(".")[0]:
        return []
    base = parse.sentence.start
    between = parse.text[row[-1].quote.end - base : found.quote.start - base]
    return row if _JOINED.fullmatch(between) else []


def counterpart(parse: Parse, index: int, row: tuple[Claim, ...]) -> tuple[Claim | None, bool]:
    """What a bare number carries on: its counterpart in the row of figures before ("26 missiles and 597 drones, of
    which 25 and 319"), and whether the two rows match so that it is said and not guessed."""
    run = _run(parse, index)
    for whole in (row, parse.before.row):
        if len(whole) > 1 and len(run) == len(whole) and index in run:
            return whole[run.index(index)], False
    if not row:
        known = parse.before.figures.get(parse.before.family or "")
        return known, True
    return row[-1], len(row) > 1 or len(run) > 1


def _run(parse: Parse, index: int) -> list[int]:
    """The bare numbers that stand in one row with that at `index`."""
    low = high = index
    while low > max(0, index - _LONGEST_RUN) and _one_run(parse, low - 1, low):
        low -= 1
    while high < min(len(parse.amounts) - 1, index + _LONGEST_RUN) and _one_run(parse, high, high + 1):
        high += 1
    return [i for i in range(low, high + 1) if is_bare(parse.things[i])]


_OUT_OF: Final = re.compile(r"\b(?:[Oo]ut )?[Oo]f (?:the |these |those |its |all )*$")


def at_its_time(parse: Parse, index: int, found: Claim) -> Claim:
    """ "It counted 260 for October and 264 for September; the agency 461 and 447": a row of numbers in a clause without
    a time answers as many figures before it that have a time each."""
    run = _run(parse, index)
    start, end = parse.clause(parse.amounts[index].start)
    if run and _OUT_OF.search(parse.text[: parse.amounts[run[0]].start]):
        return found  # "of the 147, 138 were downed": a whole and its part
    if len(run) < 2 or index not in run or any(m.kind == "at" and start <= m.start < end for m in parse.mentions):
        return found
    base = parse.sentence.start
    told = [c for c in parse.found if c.frame == "level" and c.quote.end - base <= parse.amounts[run[0]].start]
    told = [c for c in told if c.measure == found.measure][-len(run) :]
    times = [c.period for c in told]
    if len(set(times)) == len(run):
        return replace(found, period=times[run.index(index)])
    _, guessed = counterpart(parse, index, tuple(told))
    if not guessed or found.measure is None or found.doubt is not None:
        return found
    return replace(found, doubt="ambiguous_period", doubt_detail="several figures of one time that is not said")


def _one_run(parse: Parse, first: int, last: int) -> bool:
    """Whether the bare numbers from `first` to `last` stand in one row."""
    for i in range(first, last):
        between = parse.text[parse.amounts[i].end : parse.amounts[i + 1].start]
        if not is_bare(parse.things[i + 1]) or not re.fullmatch(r",? ?(?:and|,) (?:about |some )?", between):
            return False
    return True


def is_bare(thing: Thing) -> bool:
    """A number without a noun; "respectively", "compared" and the like behind it are none."""
    return thing.kind == "bare" or (thing.kind == "other" and thing.noun.lower() in _NO_NOUNS)


#: Adverbs and the beginnings of comparisons that stand where a noun might.
_NO_NOUNS: Final = frozenset({"respectively", "compared", "versus", "vs", "overnight", "altogether", "overall"})


def begins_run(parse: Parse, index: int) -> bool:
    """Whether no bare number stands in one row right before this one."""
    return index == 0 or not is_bare(parse.things[index - 1]) or not _one_run(parse, index - 1, index)


def carries(thing: Thing) -> bool:
    """A bare number, or "of them": it counts what figures before it counted."""
    return (
        is_bare(thing)
        or thing.kind == "anchor"
        or (thing.kind == "other" and re.match(r"(?i)(?:more|others?|further)\b", thing.noun) is not None)
    )


def coordination(parse: Parse, row: tuple[Claim, ...], end: int) -> Thing | None:
    """ "Of those, 589": all that the row before counted, here or in the sentence before."""
    counted = [c for c in (row or parse.before.row) if (c.measure or "").startswith("strikes")]
    if len(counted) < 2:
        return None
    weapons = [c.dimensions.get("weapon") for c in counted]
    shared = parse.words.common_weapon([w for w in weapons if w], joined=True) if all(weapons) else None
    return Thing("weapon", end, "weapons" if shared is None else counted[0].unit, shared, noun="", of_them=True)


#: Units of what flies in; with a rate's ending ("drones/month") the figure before was a rate of the same.
WEAPON_UNITS: Final = frozenset({"drones", "missiles", "weapons"})
AREA_UNITS: Final = frozenset({"km2", "sqmi", "ha"})


def carried(thing: Thing, source: Claim | None, *, beside: bool = False) -> Thing:
    """The thing with what `source` counted; of a rate, what it is a rate of. `beside`: it is set against it."""
    if source is None or source.unit is None:
        return thing
    unit, weapon, end = source.unit.partition("/")[0], source.dimensions.get("weapon"), thing.end
    family = (source.measure or "").split(".")[0]
    if unit in WEAPON_UNITS and family in ("", "strikes"):
        return Thing("weapon", end, unit, weapon, noun="", of_them=thing.of_them)
    if source.measure is None and unit == "people" and beside:
        noun = (source.noun or "").rpartition(" ")[2]
        return Thing("other", end, "people", noun=noun, of_them=thing.of_them)
    if source.measure is None and unit not in AREA_UNITS:
        return thing
    if family == "casualties" and unit == "people":
        population = source.dimensions.get("population", "all")
        return Thing("people", end, "people", population=population, noun="", of_them=thing.of_them)
    if family in ("", "territory") and unit in AREA_UNITS:
        return Thing("area", end, unit, noun="", of_them=thing.kind == "anchor")
    return thing


_TOTAL: Final = re.compile(r"\b(?:totals?|sum|in all|altogether|record)\b(?:[^,;]{0,20})$", re.IGNORECASE)


def carried_rate(parse: Parse, amount: Amount, thing: Thing, source: Claim | None) -> str | None:
    """The stretch of time of which a bare number is a rate where the figure that it carries on was one: "14 square
    kilometres a day in May, against nine in April"."""
    if source is None or source.frame != "rate" or not source.unit or "/" not in source.unit or thing.noun:
        return None
    if thing.kind == "weapon" and thing.weapon != source.dimensions.get("weapon"):
        return None  # "the nightly average slipped to 158 drones, but missiles rose to 288"
    start, _ = parse.clause(amount.start)
    behind = re.match(r" (?:in all|altogether|in total)", parse.text[amount.end :])
    if behind is not None or _TOTAL.search(parse.text, start, amount.start):
        return None
    return source.unit.partition("/")[2]


def run_stop(parse: Parse, index: int) -> int:
    """Where the row of bare numbers that `index` stands in ends: its period may stand behind the last of them."""
    last = index
    while last + 1 < len(parse.amounts) and is_bare(parse.things[index]) and _one_run(parse, index, last + 1):
        last += 1
    return parse.next_amount(last)

"""A figure of area as a claim: ground held, gained or lost."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging import parts
from dateline.extracting.belonging.locating import joined_regions, region_of
from dateline.extracting.belonging.rates import rate_of
from dateline.extracting.belonging.reckoned import spell
from dateline.extracting.belonging.scope import claim, governing, points_back, speaker
from dateline.extracting.belonging.timing import at_its_end, period_of
from dateline.extracting.lexicon import AREA_VERBS
from dateline.extracting.measuring.territory import loser_unsaid, moved_by, territory_measure
from dateline.extracting.parse import Parse
from dateline.records.claim import Claim, Comparator
from dateline.records.period import Period
from dateline.records.place import Place

_HELD: Final = frozenset({"held"})


def ground_claim(
    parse: Parse, index: int, amount: Amount, thing: Thing, source: Claim | None = None, guessed: bool = False
) -> Claim:
    """The claim for `amount` of ground; `source` is the figure before that a bare number carries on."""
    bare = thing.noun == ""
    amount = _signed(parse, _taken_over(parse, amount))
    rate, end = rate_of(parse, amount, thing.end, thing, source)
    period = period_of(parse, amount.start, end, "territory", parse.next_amount(index))
    if period is None and (lately := spell(parse, amount.start)) is not None:
        period, guessed = lately, True
    measure = territory_measure(parse, amount.start, end, period)
    if measure is None and thing.of_them and (before := parse.before.figures.get("territory")) is not None:
        measure = before.measure
    if measure == "territory.net_change" and thing.unit == "km2" and (amount.value or 0.0) > _NO_CHANGE_KM2:
        measure = "territory.held"
    if measure == "territory.held" or (measure is None and governing(parse, amount.start, end, _HELD) is not None):
        period = (
            Period.of_day(period.last)
            if period is not None
            and not _held_now(parse, amount.start, end, period)
            and (period.granularity != "span" or at_its_end(parse, period))
            else Period.of_day(parse.ref)
        )
    place = region_of(parse, amount.start, end) or _there(parse, amount, thing)
    sure = governing(parse, amount.start, end, AREA_VERBS) is not None or any(
        not m.speech and m.period == period for m in parse.mentions
    )
    guessed = guessed or not sure or loser_unsaid(parse, amount.start, end)
    apart = measure == "territory.held" and _APART.search(parse.text) is not None
    joined = place is not None and joined_regions(parse, amount.start, end)
    part = _whole_of(parse, index) if bare else None
    # "15 villages and 464 sq km, 12 of them in Donetsk region": of which of the two is not said.
    guessed = guessed or (part is not None and any(c.measure is None and c.noun for c in parse.found))
    return claim(
        parse,
        amount.start,
        end,
        "rate" if rate else "part_of" if part is not None else "level",
        measure,
        amount=amount,
        unit=f"{thing.unit}/{rate}" if rate else thing.unit,
        noun=thing.noun,
        period=period,
        place=place,
        attribution=speaker(parse, amount.start, points_back(parse)),
        anchor=part.id if part is not None and not rate else None,
        inherited=guessed,
        doubt="ambiguous_place" if joined else "undefined_term" if apart else None,
        doubt_detail="one figure for two regions" if joined else "borders other than the map's" if apart else "",
    )


_NOW: Final = re.compile(r"(?:controls?|holds?|occup(?:y|ies)|commands?)(?: .*)?", re.IGNORECASE)


def _held_now(parse: Parse, start: int, end: int, period: Period) -> bool:
    """Whether a verb of today governs a figure that has no time of its own: what the sentences before told is of
    another ("In April it gained 34. Moscow controls a fifth of the country.")."""
    verb = governing(parse, start, end, _HELD)
    own = any(period in (m.period, m.anchor) for m in parse.mentions)
    return not own and verb is not None and _NOW.fullmatch(parse.text[verb.start : verb.end]) is not None


def _whole_of(parse: Parse, index: int) -> Claim | None:
    """The area that "250 of them" or "of which 250" is a part of, in the sentence or the one before."""
    if not (parse.things[index].of_them or parts.in_part_clause(parse, parse.amounts[index].start)):
        return None
    known = [c for c in (*reversed(parse.found), parse.before.figures.get("territory")) if c is not None]
    return next((c for c in known if c.frame == "level" and (c.measure or "").startswith("territory")), None)


def _taken_over(parse: Parse, amount: Amount) -> Amount:
    """ "established control over 3,500 square kilometres": the "over" is the verb's, and the figure is exact."""
    verb = next((p for p in parse.predicates if p.start < amount.start < p.end <= amount.core_start), None)
    if verb is None or parse.text[amount.start : amount.core_start].lower() not in ("over ", "of "):
        return amount
    return replace(amount, start=amount.core_start, comparator="eq")


def _signed(parse: Parse, amount: Amount) -> Amount:
    """ "the occupied area shrank by 12": a net change below nothing."""
    if moved_by(parse, amount.start) != -1.0 or amount.value is None or amount.low is not None:
        return amount
    turned: dict[str, Comparator] = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}
    return replace(amount, value=-amount.value, comparator=turned.get(amount.comparator, amount.comparator))


def _there(parse: Parse, amount: Amount, thing: Thing) -> Place | None:
    """The region that "there" or "130 of them" points back to, in this sentence or the one before."""
    start, end = parse.clause(amount.start)
    pointing = re.search(r"\b(?:there|this region|the region)\b", parse.text[start:end]) is not None
    if not pointing and not thing.of_them:
        return None
    named = [m for m in parse.places if m.end <= amount.start]
    regions = [r for m in named for r in (m.place, *m.rivals) if r.level == "region"]
    return regions[-1] if regions else parse.before.place


#: No map has shown a change of this size since its first day: so large an area is one that is held.
_NO_CHANGE_KM2: Final = 20_000.0


_APART = re.compile(r"\b(?:excluding|not counting|without|not including|apart from|leaving out|minus)\b", re.IGNORECASE)

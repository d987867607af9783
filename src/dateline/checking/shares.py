"""Shares: an amount as a percentage of the country, of its own region, or of a whole that the same ledger counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from dateline.checking.answers import Answer, Answers, Question
from dateline.checking.asking import ask
from dateline.checking.context import CheckContext

#: What a share can be a share of: the country's area, the place's own, the whole of a count, what was launched.
WHOLES = ("country", "place", "whole", "launched")


def usual_whole(measure: str) -> str:
    """What a share of the measure is a share of where nothing is said."""
    return "country" if measure.startswith("territory") else "launched" if measure.startswith("strikes") else "whole"


def shares(asked: Question, found: Answers, of: str, context: CheckContext) -> Iterator[Answer]:
    """The answers as percentages of `of` (one of WHOLES); none where no ledger counts that whole."""
    if asked.measure.startswith("territory") and of in ("country", "place"):
        placed = asked.place.id if asked.place is not None else context.country
        for area, whose in _areas(placed if of == "place" else context.country, context):
            for answer in found.found:
                note = f"{answer.note} of {area:,.0f} km2, {whose}".strip()
                yield replace(divided(answer, area / 100.0), note=note)
        if of == "country" or placed == context.country:
            for answer, area in product(found.found[:1], context.other_country_areas):
                yield replace(divided(answer, area / 100.0), note=f"of {area:,.0f} km2, the other area in use")
        return
    yield from _parts(asked, found, context, of)


def divided(answer: Answer, by: float) -> Answer:
    """The answer in a unit that is `by` of its own."""
    if by == 1.0:
        return answer
    low = None if answer.low is None else answer.low / by
    high = None if answer.high is None else answer.high / by
    return replace(answer, value=answer.value / by, low=low, high=high)


def _areas(place: str, context: CheckContext) -> list[tuple[float, str]]:
    """Areas to take a share of: of a region that of the borders drawn first, since its held part was cut by them."""
    drawn = context.ledgers.territory.drawn_area_km2(place) if place != context.country else None
    official = context.areas.get(place)
    found = [(drawn, "as its borders are drawn")] if drawn else []
    return [*found, (official, "the official area")] if official else found


def _parts(asked: Question, found: Answers, context: CheckContext, of: str) -> Iterator[Answer]:
    """A share of a whole that the same ledger counts: matched by producer and period convention."""
    if of == "launched" and asked.measure.startswith("strikes"):
        whole_asked = replace(asked, measure="strikes.launched")
    elif asked.weapon is not None:
        whole_asked = replace(asked, weapon=None)
    elif asked.place is not None:
        whole_asked = replace(asked, place=None)
    else:
        return
    wholes = ask(whole_asked, context.ledgers).found
    for answer in found.found:
        key = answer.convention.partition(" ")[0]
        for whole in wholes:
            if (
                whole.convention.partition(" ")[0] == key
                and whole.producer == answer.producer
                and whole.value > 0
                and ("population" not in answer.departs and answer.exact == whole.exact)
            ):
                share = replace(answer, value=100.0 * answer.value / whole.value, low=None, high=None)
                yield replace(
                    share, rows=answer.rows + whole.rows, note=f"{answer.note}, of {whole.value:,.0f}".strip(", ")
                )
                break

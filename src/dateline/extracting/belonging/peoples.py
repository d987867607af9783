"""Bare numbers that count people to whom no harm is said to have come: "of whom 2.1 million", "3.9 million crossed
into", "the number of people facing hunger rose to 24.6 million"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts import things
from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked

_ABOUT: Final = r"(?: (?:about|some|at least|more than|over|nearly|almost|only|just|around|up to|another))*"
#: "9.9 million have fled, of whom 2.1 million crossed a border".
_OF_WHOM: Final = when_asked(rf"\b(?:of|among) whom,?{_ABOUT} $")
_NUMBER_AT: Final = when_asked(
    r"\bnumbers? of (?P<of>[^,;.\d]{3,70}?) (?:(?:has|have|had|also|again|since) )*"
    r"(?:rose|risen|fell|fallen|grew|grown|climbed|jumped|dropped|doubled|tripled|reached|stood|stands|was|is|went|passed"
    rf"|topped|exceeded|hit)(?: (?:up|down))?(?: (?:to|at))?{_ABOUT} $",
    re.IGNORECASE,
)
_HARMED: Final = when_asked(
    r"\b(?:dead|deaths|killed|slain|fatalities|wounded|injured|casualties|victims)\b", re.IGNORECASE
)
#: Whoever goes anywhere in numbers are people, where the sentence tells of no weapon.
_CROSSED: Final = when_asked(
    r" (?:have |has |had |also |now )*(?:crossed|arrived|escaped|moved|settled|come)"
    r"(?= (?:into|in|from|to|back|home|the border)\b)"
)


def told_apart(parse: Parse, amount: Amount) -> Thing | None:
    """The people that a bare number counts by the words around it; None where they name none."""
    before = parse.text[: amount.start]
    if _OF_WHOM.search(before) and amount.kind in ("count", "vague"):
        return Thing("people", amount.end, "people", population="part", noun="", of_them=True)
    if (named := _number_at(parse, amount)) is not None:
        return named
    if _CROSSED.match(parse.text, amount.end) and all(t.kind != "weapon" for t in parse.things):
        return Thing("people", amount.end, "people", population="all", noun="")
    return None


def _number_at(parse: Parse, amount: Amount) -> Thing | None:
    said = _NUMBER_AT.search(parse.text[: amount.start])
    if said is None or _HARMED.search(said["of"]):
        return None
    probe = replace(amount, start=0, end=said.start("of") - 1)
    named = things.thing(parse.text, probe, amount.start, parse.words)
    people = named.kind == "people" and named.population not in ("military", "bodies", "missing")
    return replace(named, end=amount.end, noun="", population="all") if people else None

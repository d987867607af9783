"""Events: attacks, battles and incidents that somebody counts one by one, and no weapon."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.parse import Parse
from dateline.records.claim import Measure

_EVENTS: Final = (
    r"(?:air ?strikes|strikes|attacks|raids|assaults|battles|clashes|incidents|explosions|bombings|shellings"
    r"|skirmishes|waves|salvoe?s|volleys|barrages|violent events|events)"
)
#: The noun phrase behind a number whose head is an event; "drone strikes" counts strikes and no drones.
_COUNTED: Final = re.compile(
    rf"(?P<noun>(?: (?!(?:and|of|in|on|by|were|was|had|have|has|to|at|from|for)\b)[a-z][a-z-]*(?: and [a-z-]+)?)"
    rf"{{0,3}}? {_EVENTS})(?![\w-])",
    re.IGNORECASE,
)
_OF_EVENTS: Final = re.compile(
    rf" (?:in|of|out of) (?:the |all |those |these )?(?:[\d,.]+ )?(?:[a-z-]+ ){{0,2}}?{_EVENTS}(?![\w-])", re.IGNORECASE
)
#: Who counts events, and how that is said.
_CODED: Final = re.compile(
    r"\b(?:ACLED|UCDP|Data Project|monitor(?:s|ing)?|Observatory|record(?:ed|s|ing)|logg?ed|logs|cod(?:ed|es)"
    r"|document(?:ed|s)|register(?:ed|s)|catalogued|tallied|mounted|carried out)\b"
)
_RAIDS: Final = re.compile(
    r"\b(?:air ?strikes|(?:air |drone |bombing )?raids|(?:air|drone) (?:strikes|attacks))\b", re.I
)


def event(parse: Parse, amount: Amount, counted: Thing) -> Thing | None:
    """The events that the amount counts, None where it counts something else."""
    if counted.kind not in ("weapon", "bare", "other"):
        return None
    match = _COUNTED.match(parse.text, amount.end)
    if match is None:
        return None
    noun = match["noun"].strip()
    if re.search(r"est\b|\bmost\b", noun):
        return None  # "the two heaviest raids" ranks them
    taken = [p for p in parse.predicates if match.start() < p.start and p.end < match.end() - len(noun.split(" ")[-1])]
    return None if any(p.family != "launched" for p in taken) else Thing("other", match.end(), noun=noun)


def event_measure(parse: Parse) -> Measure | None:
    """Events that a coder counts by rules of its own, and raids in a war without ledgers; a soldier's "thirty assaults
    a day" are in none."""
    counted = _CODED.search(parse.text) or (not parse.words.theatre.country.id and _RAIDS.search(parse.text))
    return "events.count" if counted else None


def share_of_events(parse: Parse, amount: Amount) -> bool:
    """ "a quarter of the attacks", "one in three raids"."""
    return _OF_EVENTS.match(parse.text, amount.end) is not None


def events_told(parse: Parse, start: int) -> bool:
    """Whether what is compared or shared out at `start` is a count of events: the last figure before it is one, or the
    first behind it where none stands before; of weapons or people it is none."""
    counts = [
        (a, event(parse, a, t) is not None, t)
        for a, t in zip(parse.amounts, parse.things, strict=True)
        if a.kind in ("count", "vague") and not (a.start <= start < a.end)
    ]
    named = [(a, happened) for a, happened, t in counts if happened or t.kind in ("weapon", "people", "area")]
    before = [happened for a, happened in named if a.end <= start]
    after = [happened for a, happened in named if a.start > start]
    told = before[-1] if before else after[0] if after else False
    return told and event_measure(parse) is not None


_AND: Final = re.compile(r"\b(?:and|or|including)\b")


def weapon_of_events(parse: Parse, start: int) -> dict[str, str]:
    """The weapon of "21 drone strikes"; of "air and drone strikes" none."""
    for amount, counted in zip(parse.amounts, parse.things, strict=True):
        happened = event(parse, amount, counted)
        ids = set(parse.words.weapons_named(happened.noun)) if happened is not None else set()
        if happened is not None and len(ids) == 1 and not _AND.search(happened.noun):
            return {"weapon": next(iter(ids))}
    return {}

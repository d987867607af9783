"""What a comparison without a figure of its own is about: family, measure, place, weapon or victims."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging.advancing import ground_moved
from dateline.extracting.belonging.locating import is_theirs, located, region_of
from dateline.extracting.belonging.scope import governing
from dateline.extracting.belonging.windows import weapon_named
from dateline.extracting.lexicon import AREA_VERBS, HARM_VERBS
from dateline.extracting.measuring.casualties import of_a_part
from dateline.extracting.measuring.events import event_measure, events_told, weapon_of_events
from dateline.extracting.measuring.strikes import own_attack, strike_measure
from dateline.extracting.parse import Parse
from dateline.records.claim import Measure
from dateline.records.place import Place

_SUM: Final = re.compile(
    r"(?:killed (?:and|or) (?:injured|wounded)|dead and (?:injured|wounded)|casualties)", re.IGNORECASE
)


_COUNTED: Final = {"area": "territory", "weapon": "strikes", "people": "casualties"}


#: Where what is compared with begins: harm named behind it is the other's.
_OTHER_SIDE: Final = re.compile(r"\b(?:exceed\w*|outnumber\w*|outstripp\w*|surpass\w*|than|compared|against)\b")


def _counted(parse: Parse, start: int) -> str | None:
    """The family of the last figure before `start` that counts ground, weapons or people."""
    before = [t.kind for a, t in zip(parse.amounts, parse.things, strict=True) if a.end <= start]
    found = next((_COUNTED[kind] for kind in reversed(before) if kind in _COUNTED), None)
    harmed = any(p.family in HARM_VERBS for p in parse.predicates)
    return None if found == "casualties" and not harmed else found


_APPOSED: Final = re.compile(r"[^;:.]{0,40}, (?:or )?(?:(?:almost|nearly|about|some|roughly|more than|over) )*$")


def _apposed(parse: Parse, start: int) -> str | None:
    """ "1,655 people died in attacks in 2024, a third more than": of what the figure right before the comma counts."""
    ends = [t.end for a, t in zip(parse.amounts, parse.things, strict=True) if a.end <= start and t.kind in _COUNTED]
    beside = bool(ends) and _APPOSED.fullmatch(parse.text[max(ends) : start]) is not None
    return _counted(parse, start) if beside else None


_HELD: Final = frozenset({"held"})


def _held(parse: Parse, start: int) -> bool:
    """ "Controls 5,800 km2, twice as much as a year ago": of ground held, as the figure right before the comma is."""
    areas = [(a, t) for a, t in zip(parse.amounts, parse.things, strict=True) if a.end <= start and t.kind == "area"]
    if not areas or _APPOSED.fullmatch(parse.text[areas[-1][1].end : start]) is None:
        return False
    verb = governing(parse, areas[-1][0].start, areas[-1][1].end, AREA_VERBS)
    return verb is not None and verb.family in _HELD


def _of_some(parse: Parse, start: int) -> bool:
    """Whether the people that the sentence counted last are some among the victims: children, soldiers."""
    people = [t for a, t in zip(parse.amounts, parse.things, strict=True) if a.end <= start and t.kind == "people"]
    return bool(people) and people[-1].population in ("subset", "military")


def about(parse: Parse, start: int, end: int) -> tuple[str, Measure | None, Place | None, dict[str, str]]:
    """Family, measure, place and dimensions of what is compared: by what moves over the ground, by the clause's nouns,
    then the sentence's, then by what the sentence before was about."""
    clause = parse.clause(start)
    near = parse.text[clause[0] : clause[1]]
    if events_told(parse, start):
        return "strikes", "events.count", located(parse, start, end), weapon_of_events(parse, start)
    family = (
        ("territory" if ground_moved(parse, start) else None)
        or parse.words.topic(near)
        or _apposed(parse, start)
        or parse.words.topic(parse.text)
        or _counted(parse, start)
        or parse.before.family
        or ""
    )
    if is_theirs(parse, start, end):
        return family, None, None, {}
    if family == "territory" and _held(parse, start):
        return family, "territory.held", region_of(parse, start, end), {}
    if family == "territory":
        return family, "territory.net_change", region_of(parse, start, end), {}
    if family == "strikes":
        return family, _strike_measure(parse, start, end), located(parse, start, end), _weapon(parse, near, start)
    if family == "casualties":
        head = _OTHER_SIDE.split(near)[0]
        said = head if re.search(r"\b(?:injur|wound|kill|dea)", head, re.IGNORECASE) else near
        injured = re.search(r"\binjur|\bwound", said, re.IGNORECASE) and not re.search(
            r"\bkill|\bdea", said, re.IGNORECASE
        )
        told = any(p.family in HARM_VERBS and clause[0] <= p.start < clause[1] for p in parse.predicates)
        dimensions = {"victim": "both"} if _SUM.search(near if told else parse.text) else {}
        if of_a_part(parse, start) or _of_some(parse, start):
            dimensions["subset"] = "a part of them"  # which no ledger of the whole answers
        if re.search(r"civilian", parse.text, re.IGNORECASE):
            dimensions["population"] = "civilians"
        elif (known := parse.before.figures.get("casualties")) is not None and "population" in known.dimensions:
            dimensions["population"] = known.dimensions["population"]
        if {"victim", "subset"} <= dimensions.keys():
            return family, None, None, {}
        return family, "casualties.injured" if injured else "casualties.killed", located(parse, start, end), dimensions
    return family, None, None, {}


def _strike_measure(parse: Parse, start: int, end: int) -> Measure | None:
    clause = parse.clause(start)
    fired = [p for p in parse.predicates if clause[0] <= p.start < clause[1] and p.family in ("launched", "counted")]
    if any(own_attack(parse, p) for p in fired):
        return None  # what the defender launches is in no ledger
    counted = next((t for t in parse.things if t.kind == "weapon"), None)
    if counted is None and not parse.words.theatre.country.id and not parse.words.weapons_named(parse.text):
        return event_measure(parse)
    if counted is None:
        return "strikes.launched"
    return strike_measure(parse, start, counted, None)[0] if not counted.own else None


#: "1,200 drones and 40 missiles, the latter twice as many as in May".
_ONE_OF_TWO: Final = re.compile(r"\bthe (?P<which>former|latter)\b[^,;:.]*$", re.IGNORECASE)


def several_kinds(parse: Parse, start: int) -> bool:
    """Whether the clause at `start` counts weapons of several kinds before it, each by a figure of its own."""
    return len({thing.weapon for thing in _kinds_before(parse, start)}) > 1


def _kinds_before(parse: Parse, start: int) -> list[Thing]:
    opens, _ = parse.clause(start)
    pairs = zip(parse.amounts, parse.things, strict=True)
    return [t for a, t in pairs if t.kind == "weapon" and opens <= a.start and a.end <= start]


def _weapon(parse: Parse, near: str, start: int) -> dict[str, str]:
    """The weapons that "the latter" points at, else those that the clause names, else the sentence, else those of the
    sentence before."""
    pointed, kinds = _ONE_OF_TWO.search(parse.text[:start]), _kinds_before(parse, start)
    if pointed is not None and len(kinds) > 1:
        one = kinds[-1] if pointed["which"].lower() == "latter" else kinds[-2]
        return {"weapon": one.weapon} if one.weapon else {}
    for text in (near, parse.text):
        found = weapon_named(parse, text)
        if found is not None:
            return found
    before = parse.before.figures.get("strikes")
    return {"weapon": before.dimensions["weapon"]} if before is not None and "weapon" in before.dimensions else {}

"""Whose loss or gain it is where the clause names no side: by "to" or "by" behind the verb, by the subject of the
sentence's other clause ("after losing 7"), or by what a pronoun takes up from the sentence before."""

from __future__ import annotations

import re
from typing import Final, Literal

from dateline.extracting.lexicon import AREA_VERBS, Predicate
from dateline.extracting.measuring.sides import side_before
from dateline.extracting.parse import Parse

Side = Literal["defender", "attacker"]
_OTHER: Final[dict[Side, Side]] = {"defender": "attacker", "attacker": "defender"}
_FORCES: Final = (
    r"(?:army|military|troops|forces|soldiers|units|side|command(?:ers)?|invaders|occupiers|defenders|country)"
)
#: "it", "they", "its army", "the troops": as a subject these take up who was spoken of.
_PRONOUN: Final = re.compile(rf"\b(?:it|they|she|he|(?:its|their|the|that|those|these) {_FORCES})(?!\w)", re.IGNORECASE)
_BY: Final = re.compile(r"\b(?P<how>to|by) (?:the )?$")
#: How many sentences back a chain of pronouns is followed.
_BACK: Final = 3


def takes_up(parse: Parse, predicate: Predicate) -> bool:
    """Whether a pronoun, or an army of no name, stands before the verb in its clause."""
    start, _ = parse.clause(predicate.start)
    return _PRONOUN.search(parse.text, start, predicate.start) is not None


def side_of(parse: Parse, predicate: Predicate, back: int = _BACK) -> Side | None:
    """The side whose gain or loss the verb tells of; None where the text does not say, or names both."""
    named = side_before(parse, predicate) or _behind(parse, predicate)
    if named is not None:
        return named
    here = {s for s in (_subject_before(parse, predicate), _subject_after(parse, predicate)) if s is not None}
    if here:
        return here.pop() if len(here) == 1 else None
    if not takes_up(parse, predicate) or parse.before.last is None or back == 0:
        return None
    return _subject_of(parse.before.last, back - 1)


def _behind(parse: Parse, predicate: Predicate) -> Side | None:
    """ "7 were lost by Russia", "7 were lost to Ukraine": the doer, or the other one than who took it."""
    _, stop = parse.clause(predicate.start)
    verb = parse.text[predicate.start : predicate.end].lower()
    for side, match in _named(parse, predicate.end, stop):
        how = _BY.search(parse.text, predicate.end, match)
        if how is not None:
            return _OTHER[side] if how["how"] == "to" and predicate.family in ("ceded", "lost") else side
        if verb.endswith(" to"):
            return side
    return None


def _subject_before(parse: Parse, predicate: Predicate) -> Side | None:
    """The subject of the sentence's last verb of ground before: "Russia gained 52, losing 7 in the south"."""
    start, _ = parse.clause(predicate.start)
    verbs = [p for p in parse.predicates if p.family in AREA_VERBS and p.end <= start]
    sides = [s for p in verbs if (s := side_before(parse, p)) is not None]
    return sides[-1] if sides else None


def _subject_after(parse: Parse, predicate: Predicate) -> Side | None:
    """The subject of the main clause behind a participle: "After losing 7 square kilometres, Russia took 40"."""
    if not parse.text[predicate.start : predicate.end].lower().endswith("ing"):
        return None
    comma = parse.text.find(", ", predicate.end)
    verbs = [p for p in parse.predicates if p.family in AREA_VERBS and comma >= 0 and p.start > comma]
    sides = [s for p in verbs if (s := side_before(parse, p)) is not None]
    return sides[0] if sides else None


def _subject_of(parse: Parse, back: int) -> Side | None:
    """Who the sentence is about: the subject of its last verb of ground, else the one side that it names."""
    verbs = [p for p in parse.predicates if p.family in AREA_VERBS]
    sides = {s for p in verbs if (s := side_of(parse, p, back)) is not None}
    if len(sides) == 1:
        return sides.pop()
    named = {side for side, _ in _named(parse, 0, len(parse.text))}
    return named.pop() if not sides and len(named) == 1 else None


def _named(parse: Parse, start: int, stop: int) -> list[tuple[Side, int]]:
    """The sides named in a stretch, with where each name starts, in order."""
    found: list[tuple[Side, int]] = [("defender", m.start()) for m in parse.words.defender.finditer(parse.text)]
    found += [("attacker", m.start()) for m in parse.words.attacker.finditer(parse.text)]
    return sorted((x for x in found if start <= x[1] < stop), key=lambda x: x[1])

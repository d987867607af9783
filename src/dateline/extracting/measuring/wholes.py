"""What a share is a share of where it points back: "two-thirds of it", "55 percent of which", "40 percent of them"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing, thing
from dateline.extracting.belonging.locating import located
from dateline.extracting.belonging.scope import elsewhere_in_sentence, governing
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.lexicon import HARM_VERBS
from dateline.extracting.measuring.territory import territory_measure
from dateline.extracting.parse import Parse
from dateline.records.claim import Claim, Measure
from dateline.records.period import Period
from dateline.records.place import Place

#: "of it", "of which": the share is of a figure that was named before.
_POINTS: Final = re.compile(
    r" of (?:(?:all of )?(?:it|which|whom|them)(?!\w)|(?:that|this|those|these|the (?:total|haul))(?=[,.;:)]|$"
    r"| (?:was|were|is|are|had|has|have|came|lay|went|fell|got|in|on|by|at|around|near|from|over|along|\w+ed)\b))",
    re.IGNORECASE,
)
_FAMILIES: Final = {"weapon": "strikes", "people": "casualties", "area": "territory"}


@dataclass(frozen=True, slots=True)
class Whole:
    """The figure pointed back to: its family, its measure where that is known, its weapon or population, when it is of.
    `said` is False where it stands in the sentence before."""

    family: str
    measure: Measure | None
    period: Period | None
    weapon: str | None = None
    population: str | None = None
    place: Place | None = None
    said: bool = True


def pointed_at(parse: Parse, amount: Amount) -> Whole | None:
    """The figure that the share at `amount` is of, where its words point back: in the sentence, else in the one
    before."""
    if _POINTS.match(parse.text, amount.end) is None:
        return None
    before = [
        (a, t)
        for a, t in zip(parse.amounts, parse.things, strict=True)
        if a.end <= amount.start and t.kind in _FAMILIES and a.kind in ("count", "vague")
    ]
    if before:
        return _here(parse, before)
    if any(t.kind == "anchor" and a.end <= amount.start for a, t in zip(parse.amounts, parse.things, strict=True)):
        # "the biggest drone attack, with 268 of them, 55 percent of which": the weapons are named without a number.
        ids = parse.words.weapons_named(parse.text[: amount.start])
        if ids:
            return Whole("strikes", "strikes.launched", None, parse.words.common_weapon(ids, joined=True))
    known = parse.before.figures.get(parse.before.family or "")
    return _there(parse, known) if known is not None and known.measure is not None else None


def _here(parse: Parse, before: list[tuple[Amount, Thing]]) -> Whole:
    amount, named = before[-1]
    family = _FAMILIES[named.kind]
    period = period_of(parse, amount.start, max(named.end, amount.end), family)
    if named.kind == "area":
        return Whole(family, territory_measure(parse, amount.start, named.end, period), period)
    if named.kind == "people":
        harm, place = harm_of(parse, amount.start, named), located(parse, amount.start, max(named.end, amount.end))
        return Whole(family, harm, period, population=population_of(parse, named), place=place)
    weapons = [t.weapon for _, t in before if t.kind == "weapon"]
    shared = parse.words.common_weapon([w for w in weapons if w], joined=True) if all(weapons) else None
    return Whole(family, "strikes.launched", period, weapon=shared)


def _there(parse: Parse, known: Claim) -> Whole:
    """The figure of the sentence before; of several weapons named in a row there, all of them."""
    family = (known.measure or "").split(".")[0]
    dimensions = known.dimensions
    weapons = [c.dimensions.get("weapon") for c in parse.before.row if (c.measure or "").startswith("strikes")]
    if family == "strikes" and len(weapons) > 1:
        shared = parse.words.common_weapon([w for w in weapons if w], joined=True) if all(weapons) else None
        return Whole(family, known.measure, known.period, shared, None, known.place, said=False)
    weapon, population = dimensions.get("weapon"), dimensions.get("population")
    return Whole(family, known.measure, known.period, weapon, population, known.place, said=False)


def counted_people(parse: Parse, index: int, amount: Amount, of: str, probe: Amount) -> Thing | None:
    """The people that a share is of ("58 percent of civilian deaths", "62 percent of the 340 dead")."""
    if not of:
        return None
    after = index + 1
    if after < len(parse.amounts) and re.fullmatch(
        r" of (?:the |all |some |about )*", parse.text[amount.end : parse.amounts[after].start]
    ):
        named = parse.things[after]
    else:
        named = thing(parse.text, probe, parse.next_amount(index), parse.words)
    return named if named.kind == "people" else None


_HARM_NOUN: Final = re.compile(
    r"\b(?:deaths?|fatalit(?:y|ies)|dead|killed|casualt(?:y|ies)|victims?|injur(?:ed|ies)|wounded|killings?)\b",
    re.IGNORECASE,
)
_INJURED: Final = re.compile(r"\b(?:injur(?:ed|ies)|wounded|hurt)\b", re.IGNORECASE)


def harm_of(parse: Parse, start: int, named: Thing) -> Measure | None:
    """Whether the people are dead or injured, by their noun, else by the verb; None where nothing says so."""
    if named.population == "military":
        return None
    if _HARM_NOUN.search(named.noun) is not None:
        injured = _INJURED.search(named.noun) is not None and not re.search(r"\b(?:dea|kill)", named.noun)
        return "casualties.injured" if injured else "casualties.killed"
    verb = governing(parse, start, named.end, HARM_VERBS) or elsewhere_in_sentence(parse, start, HARM_VERBS)
    if verb is None:
        return None
    return "casualties.injured" if verb.family == "injured" else "casualties.killed"


def population_of(parse: Parse, named: Thing) -> str | None:
    """Civilians where the noun or the sentence says so."""
    return "civilians" if named.population == "civilians" or re.search(r"\bcivilian", parse.text, re.I) else None

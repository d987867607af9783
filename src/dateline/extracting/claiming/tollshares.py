"""Shares of a toll: "40 percent of them children", "58 percent of civilian deaths". No ledger tells the parts apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing, thing
from dateline.extracting.belonging.scope import claim, points_back, speaker
from dateline.extracting.belonging.tolltimes import toll_period
from dateline.extracting.belonging.whereabouts import whereabouts
from dateline.extracting.claiming.tolls import population_of
from dateline.extracting.measuring.casualties import casualty_measure
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Claim

_OF: Final = re.compile(
    r",? of (?:(?P<them>them|those|these|whom|which)(?! \w+ (?:land|ground)\b)"
    r"|(?:(?:all|the|these|those|its|[\w-]+['’]s) )*(?=\w))",
    re.IGNORECASE,
)
#: "one in five victims": the people stand right behind the share.
_IN: Final = re.compile(r".*\b(?:in|out of)\b", re.IGNORECASE)
#: "Shelling accounted for nearly half.": of those whom the sentence counted.
_ACCOUNTED: Final = when_asked(
    r"\b(?:account(?:s|ed|ing) for|ma(?:de|kes?|king) up|claim(?:ed|ing)|caus(?:ed|ing)|responsible for)"
    r"(?: (?:about|some|only|just|at least|another|a further|the other))* ?$",
    re.IGNORECASE,
)
_CLOSES: Final = when_asked(r"[.,;:]|$")
_VICTIMS: Final = re.compile(r"\bvictims?$", re.IGNORECASE)
#: "most of them civilians": what the share is said to be.
_CIVILIANS: Final = when_asked(r",? of (?:them|those|these|whom|which)(?: [\w-]+){0,2} civilians\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Whole:
    """The people that a share is of: at `text[start:end]` of the sentence, or `told` in the sentence before."""

    start: int
    end: int
    people: Thing | None = None
    told: Claim | None = None


def toll_share(parse: Parse, index: int, amount: Amount) -> Claim | None:
    """The claim that `amount` is a share of the victims; None where it is a share of something else."""
    match = _OF.match(parse.text, amount.end)
    if match is not None:
        whole = _them(parse, index, amount) if match["them"] else _named(parse, amount, match.end())
    elif _ACCOUNTED.search(parse.text[: amount.start]) and _CLOSES.match(parse.text, amount.end):
        whole = _them(parse, index, amount)
    else:
        among = _IN.match(parse.text[amount.start : amount.end]) is not None
        whole = _named(parse, amount, amount.end + 1) if among else None
    if whole is None:
        return None
    measure, both = (whole.told.measure, None) if whole.told is not None else (None, None)
    if whole.people is not None:
        measure, both = casualty_measure(parse, whole.start, whole.people)
    victims = whole.people is not None and _VICTIMS.search(whole.people.noun) is not None
    if not victims and (measure is None or not measure.startswith("casualties")):
        return None
    both = both or (_of_both(parse, index) if match is not None and match["them"] else None)
    period, unsure, dimensions = toll_period(parse, whole.start, whole.end, parse.next_amount(index), whole.told)
    dimensions |= {"of": "whole", "subset": "a part of them"}
    if population := "civilians" if _CIVILIANS.match(parse.text, amount.end) else _population(parse, whole):
        dimensions["population"] = population
    return claim(
        parse,
        amount.start,
        amount.end,
        "share",
        measure,
        amount=amount,
        unit="%",
        period=period,
        place=whereabouts(parse, whole.start, whole.end, whole.told),
        dimensions=dimensions | ({"victim": both} if both else {}),
        attribution=speaker(parse, amount.start, points_back(parse)),
        inherited=unsure,
    )


#: Between a toll and the share of people that it is: "540 were killed, or 0.4 per cent of the town".
_PUT_AS: Final = when_asked(
    r"[^;]{0,80}?(?:[,:]| [—–-]) ?(?:(?:or|that is|which is|equal to|about|some|almost|nearly|more than|over|roughly"
    r"|fully|around) )*$"
)
_OF_PEOPLE: Final = when_asked(
    r" of (?:the |its |their |all )?(?:[\w'’-]+ ){0,3}?(?:population|people|inhabitants|residents)\b"
    r"| of (?:the )?[A-Z][\w'’-]+(?=[,.;:]|$)"
    r"| (?:[A-Z][a-z]+(?:ians|ans|nis|is|ese)|people|residents|inhabitants)\b"
)


def share_of_people(parse: Parse, index: int, amount: Amount, found: Claim) -> Claim:
    """A share of a people set beside a toll says how large that is: of the same measure and people, in no ledger."""
    counts = [i for i in range(index) if parse.amounts[i].kind in ("count", "vague")]
    before = [i for i in counts if parse.things[i].kind in ("people", "bare")]
    if not before or _OF_PEOPLE.match(parse.text, amount.end) is None:
        return found
    killed, people = parse.amounts[before[-1]], parse.things[before[-1]]
    if _PUT_AS.match(parse.text[max(killed.end, people.end) : amount.start]) is None:
        return found
    measure = casualty_measure(parse, killed.start, people)[0]
    told = parse.before.tolls[-1] if people.kind == "bare" and parse.before.tolls else None
    measure = told.measure if told is not None else measure
    if measure is None:
        return found
    civilians = told.dimensions.get("population") if told is not None else population_of(parse, people, None, measure)
    dimensions = {**found.dimensions, "of": "whole", "subset": "a share of a people"}
    dimensions |= {"population": civilians} if civilians else {}
    return replace(found, measure=measure, dimensions=MappingProxyType(dimensions), inherited=True)


def _of_both(parse: Parse, index: int) -> str | None:
    """ "32 dead and 159 hurt, most of them bystanders": a share of the two together."""
    row = [i for i in range(index) if parse.amounts[i].kind in ("count", "vague")][-2:]
    if len(row) < 2:
        return None
    pairs = [(parse.amounts[i], parse.things[i]) for i in row]
    harmed = {casualty_measure(parse, a.start, t)[0] for a, t in pairs}
    between = parse.text[max(pairs[0][0].end, pairs[0][1].end) : pairs[1][0].start]
    return "both" if harmed == {"casualties.killed", "casualties.injured"} and _AND.fullmatch(between) else None


_AND: Final = re.compile(r"(?: \w+)?,? (?:and|or)(?: (?:at least|another|some|about|up to))?(?: [a-z]+)? ")


def _them(parse: Parse, index: int, amount: Amount) -> _Whole | None:
    """Whom "of them" means: the people counted last before, here or in the sentence before."""
    before = [i for i in range(index) if parse.amounts[i].kind in ("count", "vague")]
    if before:
        people = parse.things[before[-1]]
        start = parse.amounts[before[-1]]
        return _Whole(start.start, max(people.end, start.end), people) if people.kind == "people" else None
    if not parse.before.tolls or parse.before.family == "strikes":
        return None
    return _Whole(amount.start, amount.end, told=parse.before.tolls[-1])


def _named(parse: Parse, amount: Amount, at: int) -> _Whole | None:
    """The people named behind "of": "the deaths", "the 340 dead"."""
    for number, people in zip(parse.amounts, parse.things, strict=True):
        if at - 1 <= number.start <= at + 1:
            return _Whole(number.start, people.end, people) if people.kind == "people" else None
    found = thing(parse.text, replace(amount, end=at - 1, kind="count"), len(parse.text), parse.words)
    return _Whole(amount.start, found.end, found) if found.kind == "people" else None


def _population(parse: Parse, whole: _Whole) -> str | None:
    if whole.told is not None:
        return whole.told.dimensions.get("population")
    if whole.people is not None and whole.people.population == "subset":
        # "Of 900 civilians 80 were children, and shelling accounted for half": of those whom the parts are parts of.
        first = next((t for t in parse.things if t.kind == "people"), None)
        return "civilians" if first is not None and first.population == "civilians" else None
    return population_of(parse, whole.people, None, "casualties.killed") if whole.people is not None else None


#: "Taiz made up 58 percent of civilian deaths, Marib another 11".
_ANOTHER_PART: Final = when_asked(r"\b(?:another|a further) (?:(?:about|some|nearly) )?$")


def another_part(parse: Parse, amount: Amount, last: Claim | None, found: Claim) -> Claim:
    """A further share of the people whose share went before: it is of the same people."""
    people = last.dimensions.get("population") if last is not None and last.frame == "share" else None
    if people is None or _ANOTHER_PART.search(parse.text[: amount.start]) is None:
        return found
    return replace(found, dimensions=MappingProxyType({**found.dimensions, "population": people}))

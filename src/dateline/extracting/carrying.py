"""What a number without a thing counts: the row of figures before it, or the words around it.

"26 missiles and 597 drones, of which 25 and 319": rows match number by number. Where they do not, what is carried over
is a guess, and the claim says so: it may hold and is never refuted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting import things
from dateline.extracting.parse import Parse
from dateline.extracting.quantities import Amount
from dateline.extracting.things import Thing
from dateline.records.claim import Claim

_JOINED: Final = re.compile(
    r"(?: (?:killed|injured|wounded|dead|were killed|were injured|launched|fired))?,? ?(?:and|plus|as well as"
    r"|along with|together with|,)? (?:another |some |about |also )?",
    re.IGNORECASE,
)


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
    bare = [i for i, t in enumerate(parse.things) if t.kind == "bare"]
    run = [i for i in bare if _one_run(parse, min(i, index), max(i, index))]
    for whole in (row, parse.before.row):
        if len(whole) > 1 and len(run) == len(whole) and index in run:
            return whole[run.index(index)], False
    if not row:
        known = parse.before.figures.get(parse.before.family or "")
        return known, True
    return row[-1], len(row) > 1 or len(run) > 1


def _one_run(parse: Parse, first: int, last: int) -> bool:
    """Whether the bare numbers from `first` to `last` stand in one row."""
    for i in range(first, last):
        between = parse.text[parse.amounts[i].end : parse.amounts[i + 1].start]
        if parse.things[i + 1].kind != "bare" or not re.fullmatch(r",? ?(?:and|,) (?:about |some )?", between):
            return False
    return True


def carries(thing: Thing) -> bool:
    """A bare number, or "of them": it counts what figures before it counted."""
    return thing.kind in ("bare", "anchor") or (
        thing.kind == "other" and re.match(r"(?i)more|others?|further", thing.noun) is not None
    )


def coordination(parse: Parse, row: tuple[Claim, ...], end: int) -> Thing | None:
    """ "Of those, 589": all that the row before counted, here or in the sentence before."""
    counted = [c for c in (row or parse.before.row) if (c.measure or "").startswith("strikes")]
    if len(counted) < 2:
        return None
    weapons = [c.dimensions.get("weapon") for c in counted]
    shared = parse.words.common_weapon([w for w in weapons if w], joined=True) if all(weapons) else None
    return Thing("weapon", end, "weapons" if shared is None else counted[0].unit, shared, noun="", of_them=True)


_LIST: Final = re.compile(
    r"^,? ?(?:namely|made up of|consisting of|comprising|including|of which|:|—|that is|broken down into)(?!\w)",
    re.IGNORECASE,
)
_COPULA: Final = re.compile(
    r"(?:\bwas|\bwere|\bis|\bare|\bstood at|\bstands at|\breached|\bhit|\btotall?ed|\bamounted to|\bcame to"
    r"|\brose to|\bfell to|\brises to|\bat|\bto|\bfrom|\bof|\bhas passed|\btopped|\bexceeded) $"
)


def named_around(parse: Parse, index: int, amount: Amount, thing: Thing) -> Thing | None:
    """A bare number whose thing stands around it: "the total was 6,443, namely 6,245 drones and 198 missiles",
    "the number of civilians killed rose to 14,534"."""
    if thing.kind == "anchor" or not carries(thing):
        return None
    text = parse.text
    if (kind := re.match(r" (?:were|was|are|being) (?:all )?", text[amount.end :])) is not None:
        named = parse.words.weapon.match(text, amount.end + kind.end())
        if named is not None:
            probe = replace(amount, end=amount.end + kind.end() - 1)
            found = things.thing(text, probe, parse.next_amount(index), parse.words)
            return replace(found, end=amount.end, of_them=True)
    if (listed := _summed(parse, amount)) is not None or (listed := _stopped(parse, amount)) is not None:
        return listed
    rest = [t for t in parse.things[index + 1 :] if t.kind in ("weapon", "people")]
    if _LIST.match(text[amount.end :]) and rest:
        weapons = [t.weapon for t in rest if t.kind == "weapon"]
        if weapons:
            shared = parse.words.common_weapon([w for w in weapons if w], joined=True) if all(weapons) else None
            return Thing("weapon", amount.end, "weapons" if shared is None else rest[0].unit, shared, noun="")
        return replace(rest[0], end=amount.end, noun="")
    clause = parse.clause(amount.start)[0]
    if not _COPULA.search(text[clause : amount.start]):
        return None
    subject = re.search(
        r"(?:numbers?|toll|total|count|figures?|tally) (?:of|for) (?P<thing>[^,;.]{3,60})$",
        text[clause : amount.start],
        re.IGNORECASE,
    )
    if subject is None:
        return _harm_before(parse, clause, amount)
    probe = replace(amount, start=0, end=clause + subject.start("thing") - 1)
    found = things.thing(text, probe, amount.start, parse.words)
    return replace(found, end=amount.end) if found.kind in ("weapon", "people") else None


#: Units of what flies in; with a rate's ending ("drones/month") the figure before was a rate of the same.
WEAPON_UNITS: Final = frozenset({"drones", "missiles", "weapons"})
_SUM: Final = re.compile(r",? (?:in all|all told|in total|altogether|overall)(?!\w)", re.IGNORECASE)


def _summed(parse: Parse, amount: Amount) -> Thing | None:
    """ "Shaheds, Gerberas and other types, 126 in all": the sum of what the sentence lists before it."""
    if _SUM.match(parse.text, amount.end) is None:
        return None
    ids = parse.words.weapons_named(parse.text[: amount.start])
    if not ids:
        return None
    shared = parse.words.common_weapon(ids, joined=True)
    if shared is not None:
        shared = parse.words.theatre.weapon_line(shared)[-1]  # the list may go on with "and other types"
    unit = {"drone": "drones", "missile": "missiles"}.get(shared or "", "weapons")
    return Thing("weapon", amount.end, unit, shared, noun="")


#: Only what flies in is shot down or jammed; people and vehicles can be "lost" or "hit" as well.
_ONLY_WEAPONS: Final = re.compile(
    r"shot down|shoots? down|downed|intercept|jam|suppress|brought down|knocked out of the sky", re.IGNORECASE
)
_BY_JAMMING: Final = re.compile(r"\b[Jj]amming accounted for (?:\w+ )?$")


def _stopped(parse: Parse, amount: Amount) -> Thing | None:
    """ "105 had been shot down or suppressed": weapons, of which kind is not said."""
    if _BY_JAMMING.search(parse.text[: amount.start]):
        return Thing("weapon", amount.end, "drones", "drone", noun="", of_them=True)
    said = re.match(r" (?:more )?(?:was|were|had been|have been|got|are)(?: \w+ly| also)? ", parse.text[amount.end :])
    if said is None or parse.before.figures.get(parse.before.family or "") is not None:
        return None
    verb = next((p for p in parse.predicates if p.start >= amount.end + said.end() - 1), None)
    if verb is None or not _ONLY_WEAPONS.match(parse.text, verb.start) or verb.start > amount.end + said.end():
        return None
    return Thing("weapon", amount.end, "weapons", None, noun="", of_them=True)


_HARM_NOUN: Final = re.compile(
    r"\b(?P<civilian>civilian )?(?P<noun>deaths?|fatalities|injuries|casualties|death toll|toll|(?:killed|injured"
    r"|wounded))\b",
    re.IGNORECASE,
)


def _harm_before(parse: Parse, clause: int, amount: Amount) -> Thing | None:
    """ "Civilian deaths fell to 208 in August from 286 in July": the harm that is the clause's subject."""
    named = list(_HARM_NOUN.finditer(parse.text, clause, amount.start))
    if not named:
        return None
    population = "civilians" if named[-1]["civilian"] else "all"
    return Thing("people", amount.end, "people", population=population, noun="")


def carried(thing: Thing, source: Claim | None) -> Thing:
    """The thing with what `source` counted."""
    if source is None:
        return thing
    if source.measure is None and source.unit in WEAPON_UNITS:
        return Thing("weapon", thing.end, source.unit, source.dimensions.get("weapon"), noun="", of_them=thing.of_them)
    if source.measure is None:
        return thing
    family = source.measure.split(".")[0]
    if family == "strikes" and source.unit is not None and "/" not in source.unit:
        return Thing("weapon", thing.end, source.unit, source.dimensions.get("weapon"), noun="", of_them=thing.of_them)
    if family == "casualties":
        return Thing(
            "people",
            thing.end,
            "people",
            population=source.dimensions.get("population", "all"),
            noun="",
            of_them=thing.of_them,
        )
    if family == "territory" and source.unit in ("km2", "sqmi", "ha"):
        return Thing("area", thing.end, source.unit, noun="", of_them=thing.kind == "anchor")
    return thing


def run_stop(parse: Parse, index: int) -> int:
    """Where the row of bare numbers that `index` stands in ends: its period may stand behind the last of them."""
    last = index
    while last + 1 < len(parse.amounts) and parse.things[index].kind == "bare" and _one_run(parse, index, last + 1):
        last += 1
    return parse.next_amount(last)

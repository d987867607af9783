"""Tolls: a count of people as a claim, with whom it counts, what did the harm, where and when.

What a toll is limited to goes into its dimensions (`subset`, `cause`, `elsewhere`), so that it is read and no ledger
of the whole answers it.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging.carrying import run_stop
from dateline.extracting.belonging.elided import elides
from dateline.extracting.belonging.scope import claim, governing, points_back, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.belonging.tolltimes import toll_period
from dateline.extracting.belonging.whereabouts import whereabouts
from dateline.extracting.claiming.victims import A_DAY, ONLY_PEOPLE, harm_of_part, is_part, listed, whole_of
from dateline.extracting.lexicon import HARM_VERBS
from dateline.extracting.measuring.casualties import casualty_measure, cause_of, of_another_war
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.languages import en_people
from dateline.records.claim import Claim, Measure

#: Dimensions that make a toll one of a part, of which the ledger of the whole says nothing.
LIMITS: Final = ("subset", "cause", "elsewhere")
_MEAN: Final = when_asked(
    r"\b(?:(?P<unit>daily|nightly|weekly|monthly) (?:average|mean|rate|toll) of|(?:average|mean) (?P<late>daily|weekly"
    r"|monthly) toll of) $",
    re.IGNORECASE,
)
_RANGED: Final = when_asked(r" to (?:between |about |some |nearly |over )?")
_ADVERBS: Final = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month"}
_PEOPLE_NAME: Final = when_asked(rf"\b(?:{en_people.PEOPLES})\b", re.IGNORECASE)
_CIVILIANS: Final = when_asked(
    r"(?<!\bno )\bcivilians?\b(?! (?:infrastructure|objects?|targets?|sites?|buildings?|vehicles?|homes?|administration"
    r"|life\b))",
    re.IGNORECASE,
)
_ALL_CIVILIANS: Final = when_asked(r"\b(?:all(?: of them| of whom)?|both|among) civilians\b", re.IGNORECASE)


def toll(parse: Parse, index: int, amount: Amount, thing: Thing, source: Claim | None, guessed: bool) -> Claim | None:
    """The claim that `amount` counts people; None for a few of some group to whom nothing is said to have happened.
    `source` is the figure that a bare number carries on, `guessed` that what it counts is not said."""
    end = max(thing.end, amount.end)
    part = is_part(parse, amount, thing)
    harm = harm_of_part(parse, amount, thing) if part else None
    whole = whole_of(parse, amount, harm or "") if part else None
    measure, both, bare = _measure(parse, amount, thing, source, whole, harm, part)
    if measure is None and not part and _few(amount, thing):
        return None
    unit, end = _rate(parse, amount, end)
    period, unsure, dimensions = toll_period(parse, amount.start, end, run_stop(parse, index), whole)
    if measure is not None:
        dimensions |= _limits(parse, amount, thing, whole, bare, part)
    else:
        period, dimensions = period_of(parse, amount.start, end, "", run_stop(parse, index)) or period, {}
    if (population := population_of(parse, thing, whole, measure)) is not None:
        dimensions["population"] = population
    if both and "subset" in dimensions:
        measure = None  # a few among the dead and the injured together: neither measure is meant
    if both:
        dimensions["victim"] = both
    said = speaker(parse, amount.start, points_back(parse))
    return claim(
        parse,
        amount.start,
        end,
        "rate" if unit else "part_of" if part else "level",
        measure,
        amount=amount,
        unit=f"people/{unit}" if unit else "people",
        noun=thing.noun or (whole.noun if whole is not None and measure is None else thing.noun),
        period=period,
        place=whereabouts(parse, amount.start, end, whole),
        dimensions=dimensions,
        attribution=said or (whole.attribution if whole is not None else None),
        anchor=whole.id if whole is not None else None,
        inherited=guessed or unsure or _LATE_CASES.search(parse.text) is not None,
    )


#: "110 were added after approval by the committee, for cases of May": deaths of other days than the ones named.
_LATE_CASES: Final = re.compile(
    r"\bretroactiv|\b(?:judicial|medical|approval|verification) (?:approval )?committee\b"
    r"|\bapprov\w+ (?:by|of|from) (?:the|a)\b|\b(?:older|earlier|previous|past|late) cases\b|\bfor cases (?:of|from)\b",
    re.IGNORECASE,
)


def limited(claim_: Claim) -> bool:
    """Whether the claim is a toll of a part, a cause or another war, which later sentences must not carry on."""
    return (claim_.measure or "").startswith("casualties") and any(key in claim_.dimensions for key in LIMITS)


def _few(amount: Amount, thing: Thing) -> bool:
    """ "two teachers": people of some group, in a small number in words, and no toll."""
    small = not amount.digits and amount.kind != "vague" and (amount.value or 0.0) <= 9
    return thing.population in ("subset", "missing") and small and thing.population != "missing"


def _measure(
    parse: Parse,
    amount: Amount,
    thing: Thing,
    source: Claim | None,
    whole: Claim | None,
    harm: Measure | None,
    part: bool,
) -> tuple[Measure | None, str | None, Claim | None]:
    """The measure, "both" where killed and injured are one figure, and the figure that a bare number carries on."""
    of_those = part and harm is not None  # "of the dead, 17 had fled there"
    of_dead = part and whole is not None and whole.measure is not None  # "of whom 120 were shot at checkpoints"
    if thing.noun == "" and not (of_those or of_dead) and ONLY_PEOPLE.match(parse.text, amount.end) is not None:
        return None, None, None  # "six died and eight were captured"
    if thing.noun == "" and not part and _foes_before(parse, amount):
        return None, None, None  # "eliminated 5,600 enemy fighters, wounded 2,300"
    measure, both = casualty_measure(parse, amount.start, thing)
    if part and harm is None and whole is not None and listed(parse, amount):
        return whole.measure, whole.dimensions.get("victim"), None
    if part:
        if thing.population in ("military", "bodies", "missing") and harm is None:
            return None, None, None
        if whole is not None and harm is None:
            return whole.measure, whole.dimensions.get("victim"), None
        return harm or measure, both if harm is None else None, None
    if measure == "casualties.injured" and thing.noun == "" and _TOTAL_OF_DEAD.search(parse.text[: amount.start]):
        return "casualties.killed", None, None
    before = source if source is not None else parse.before.figures.get("casualties")
    own_verb = governing(parse, amount.start, max(thing.end, amount.end), HARM_VERBS) is not None
    bare = thing.noun == "" and not own_verb and before is not None and (before.measure or "").startswith("casualties")
    # "that is 83 a day", "a drop after May's 1,800"
    again = A_DAY.match(parse.text, max(thing.end, amount.end)) is not None or elides(parse, amount)
    if before is not None and bare and (measure is not None or thing.of_them or again):
        # "286 and 1,388" after "232 deaths and 1,343 injuries": each counts what its counterpart did.
        return before.measure, before.dimensions.get("victim"), before
    return measure, both, None


#: "84 were killed and 168 injured, taking the total since March to 51,439": a total without more is of the dead.
_TOTAL_OF_DEAD: Final = when_asked(
    r"\b(?:tak|bring|rais|push|lift|driv)(?:ing|es|en) (?:the|its|their) (?:[\w-]+ )?(?:toll|total|tally|count)\b"
    r"(?:(?!\b(?:injur|wound|hurt|casualt))[^,;])* to (?:(?:at least|more than|over|some|about|nearly) )*$",
    re.IGNORECASE,
)


def _foes_before(parse: Parse, amount: Amount) -> bool:
    """Whether the figure goes on from one of the enemy's men, whom no toll counts."""
    base = parse.sentence.start
    told = [c for c in parse.found if (c.unit or "") == "people" and base <= c.quote.start < base + amount.start]
    named = [c for c in told if c.noun][-1:]
    row = bool(named) and ";" not in parse.text[named[0].quote.end - base : amount.start]
    return row and named[0].measure is None and _FOES.search(named[0].noun or "") is not None


_FOES: Final = when_asked(
    r"\b(?:enemy|enemies|hostile|terrorists?|militants?|mercenar(?:y|ies)|insurgents?|occupiers?|rebels?)\b",
    re.IGNORECASE,
)


def _limits(
    parse: Parse, amount: Amount, thing: Thing, whole: Claim | None, bare: Claim | None, part: bool
) -> dict[str, str]:
    """What the toll is limited to."""
    if thing.noun == "" and whole is None and bare is None:
        # "745 children were killed, 28 a day": of whom a number without a noun is, the one before it says.
        told = [c for c in parse.found if c.quote.end <= parse.sentence.start + amount.start]
        bare = next((c for c in reversed(told) if c.frame != "part_of" and (c.unit or "").startswith("people")), None)
    found = {k: v for c in (whole, bare) if c is not None for k, v in c.dimensions.items() if k in LIMITS}
    if (people := _another_people(parse, thing)) is not None:
        found["subset"] = people
    if thing.population not in ("all", "civilians", None):
        found["subset"] = thing.noun.lower() or "a part of them"
    elif part and thing.population != "civilians":
        found["subset"] = "a part of them"
    if (cause := cause_of(parse, amount.start)) is not None:
        found.setdefault("cause", cause)
    if (other := of_another_war(parse, amount.start, max(thing.end, amount.end))) is not None:
        found["elsewhere"] = other
    return found


def _another_people(parse: Parse, thing: Thing) -> str | None:
    """The people that the noun names where it is not the one whose dead the ledger counts."""
    theatre = parse.words.theatre
    named = _PEOPLE_NAME.search(thing.noun)
    if named is None or not theatre.country.id:
        return None
    own = {f"{name.lower()}s" for name in (*theatre.defender.adjectives, *theatre.defender.names)}
    return None if named.group().lower() in own else named.group().lower()


def population_of(parse: Parse, thing: Thing, whole: Claim | None, measure: Measure | None) -> str | None:
    """Civilians where the noun, the whole or the words about the same victims say so."""
    if thing.population == "civilians" or (whole is not None and "population" in whole.dimensions):
        return "civilians"
    if measure is None or thing.population not in ("all", "part"):
        return None
    said = _CIVILIANS.search(parse.text[: thing.end]) or _ALL_CIVILIANS.search(parse.text)
    return "civilians" if said and whole is None else None


def _rate(parse: Parse, amount: Amount, end: int) -> tuple[str | None, int]:
    """The time in which so many are harmed, and where the phrase ends: "16 died a day", "a daily average of 16"."""
    match = A_DAY.match(parse.text, end)
    if match is None and (later := next((a for a in parse.amounts if a.start > end), None)) is not None:
        # "rose from 30 to 50 a day": the first is a day's as well.
        ranged = _RANGED.fullmatch(parse.text[end : later.start]) is not None
        match, stop = (A_DAY.match(parse.text, later.end), end) if ranged else (None, end)
        if match is not None:
            return (match["unit"] or _ADVERBS[match["adverb"].lower()]).lower(), stop
    if match is not None:
        return (match["unit"] or _ADVERBS[match["adverb"].lower()]).lower(), match.end()
    mean = _MEAN.search(parse.text[: amount.start])
    if mean is not None:
        return _ADVERBS[(mean["unit"] or mean["late"]).lower()], end
    return None, end

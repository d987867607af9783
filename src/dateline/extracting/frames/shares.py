"""Shares: "19 % of the country", "83 percent of the drones were stopped", "two-thirds of the ground gained"."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing, thing
from dateline.extracting.belonging.locating import gapped, is_theirs, located
from dateline.extracting.belonging.scope import elsewhere_in_sentence, governing, speaker
from dateline.extracting.belonging.timing import baseline_of, period_of
from dateline.extracting.belonging.windows import weapon_named
from dateline.extracting.claiming.sharing import (
    COUNTRY,
    by_region,
    of_gains,
    of_ground,
    of_unknown_ground,
    opening,
    places_of,
    share_claim,
    unmeasured,
)
from dateline.extracting.claiming.tollshares import another_part, share_of_people, toll_share
from dateline.extracting.lexicon import AREA_VERBS, STRIKE_VERBS, Predicate
from dateline.extracting.measuring.strikes import STOPPED, suppressed_too
from dateline.extracting.measuring.wholes import Whole, counted_people, harm_of, pointed_at, population_of
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.signs import NUMBERED
from dateline.records.claim import Claim, Measure
from dateline.records.period import Period

_OF = when_asked(r"^ (?:each |apiece )?of (?P<of>[^,;.()]+)")
#: Where the next share of a list begins.
_ANOTHER = when_asked(
    r" and (?=half\b|a (?:third|quarter|fifth)|(?:about |some |nearly )?(?:[\d.]+|\w+) ?(?:%|percent|per cent))"
)

#: A share of what moved in a stretch of time, and not of a place: the head of the phrase says so.
_GAINS: Final = when_asked(
    r"^(?:[\w'’-]+ ){0,4}?(?:territorial gains?|gains?|advances?|seizures?|losses|haul|conquests|captures"
    r"|(?:land|ground|territory|area|square kilomet(?:er|re)s)(?= (?:that |which )?(?:[\w'’]+ ){0,4}?"
    r"(?:gained|lost|captured|seized|taken|occupied|took|made|won|grabbed|changed|fell|conquered|overrun)))(?!\w)",
    re.IGNORECASE,
)


#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = NUMBERED


def find(parse: Parse) -> None:
    """Adds share claims and marks their amounts as used."""
    last: Claim | None = None
    for index, (amount, counted) in enumerate(zip(parse.amounts, parse.things, strict=True)):
        if index in parse.used:
            continue
        goes_on = amount.kind == "count" and _goes_on(parse, index, last)
        if amount.kind not in ("percent", "fraction") and not goes_on:
            continue
        found = _share(parse, index, replace(amount, kind="percent") if goes_on else amount, counted, last)
        found = [another_part(parse, amount, last, share_of_people(parse, index, amount, c) if c.measure is None else c)
                 for c in found]  # fmt: skip
        parse.used.add(index)
        parse.found.extend(found)
        last = found[-1] if found else last


_AGAINST: Final = re.compile(
    r"(?: (?:in|for|during) (?:[A-Z]\w+(?: \d{4})?|the [\w ]{3,20}))?(?:,| \()? ?"
    r"(?:against|compared (?:with|to)|versus|vs\.?|(?:up |down )?from|after|and) (?:(?:just|only|about"
    r"|some) )*"
)


def _goes_on(parse: Parse, index: int, last: Claim | None) -> bool:
    """ "79 percent of Donetsk, against 65 a year ago": a bare number set against a share is one."""
    if last is None or parse.things[index].kind != "bare":
        return False
    if _beside(parse, index, last):
        return True
    named = last.measure is not None and any(
        parse.amounts[index].end <= m.start < parse.next_amount(index) for m in parse.mentions
    )
    end = last.quote.end - parse.sentence.start
    return named and _AGAINST.fullmatch(parse.text[end : parse.amounts[index].start]) is not None


#: "The junta controls 30 per cent of the land, the rebels 45.": another subject, with the verb left out.
_ELIDED: Final = when_asked(
    r"(?: of (?:the |its |their )?[^,;.]{2,50}?)?(?:,|;|,? and|,? but|,? while)"
    r"(?: (?!(?:at|in|of|on|with|by|to|from|for|up|down|about|another|than|killed|said|then|where|which|who|were|was"
    r"|is|are|had|has)\b)[\w'’-]+){1,4} "
)


def _beside(parse: Parse, index: int, last: Claim) -> bool:
    amount = parse.amounts[index]
    end = last.quote.end - parse.sentence.start
    fits = amount.value is not None and last.value is not None and amount.value + last.value <= _WHOLE
    closed = re.match(r"[.,;](?!\d)|$| and ", parse.text[amount.end :]) is not None
    between = parse.text[end : amount.start]
    return fits and closed and (_ELIDED.fullmatch(between) or _FOR.fullmatch(between)) is not None


#: "Donetsk accounted for 55 percent of the gains in May, Kharkiv for 13".
_FOR: Final = when_asked(
    r"(?: of [^,;.]{2,60})?(?: (?:in|of|during) [^,;.]{2,30})?(?:,|;|,? and|,? while|,? with)"
    r" (?:the )?(?:[A-Z][\w'’-]+ ?){1,3}(?:region |oblast |province |state )?for (?:about |some |another |a further )?"
)


#: "80 percent of the country's strategic weapons": an arsenal, and nothing that was launched.
_OWNED: Final = re.compile(r"(?:its|their|his|(?:the )?[\w-]+['’]s) (?:[a-z]+ )*(?:weapons|missiles|drones|rockets)\b")
#: Percent.
_WHOLE: Final = 100.0
_DIRECT: Final = re.compile(r"(?P<the>(?: (?:the|those|these|its|their|all))*) (?=\w)")


def _share(parse: Parse, index: int, amount: Amount, counted: Thing, last: Claim | None) -> list[Claim]:
    if (toll := toll_share(parse, index, amount)) is not None:
        return [toll]
    match = _OF.match(parse.text[amount.end :])
    of = _ANOTHER.split(match["of"])[0] if match else ""
    own_verb = governing(parse, amount.start, amount.end, AREA_VERBS) is not None
    beside = amount is not parse.amounts[index] and last is not None and _beside(parse, index, last)
    if beside and last is not None and (region := gapped(parse, amount.start)) is not None and last.frame == "share":
        dimensions = dict(last.dimensions)
        return [share_claim(parse, amount, amount.end, last.measure, last.period, region, dimensions, inherited=True)]
    if not of and (beside or not own_verb) and (carried := _carried(parse, index, amount, last)) is not None:
        return [carried]
    if not of and _COUNTS_PEOPLE.match(parse.text[amount.end :]):
        return [unmeasured(parse, amount)]
    if not of and (stopped := _stopped_rate(parse, index, amount)) is not None:
        return [stopped]
    if (whole := pointed_at(parse, amount)) is not None:
        return [_of_whole(parse, index, amount, whole)]
    probe = _shifted(amount, parse, of) if of else amount
    weapons = thing(parse.text, probe, parse.next_amount(index), parse.words) if of else None
    if of and re.match(r"(?:(?:the|these|those|all|some|about) )*[\d,]+ ", of) and index + 1 < len(parse.things):
        weapons = parse.things[index + 1]  # "half of the 64 missiles"
    if not of and amount.kind == "fraction" and (direct := _DIRECT.match(parse.text, amount.end)) is not None:
        # "three in four missiles", "half the drones"
        probe = replace(amount, end=amount.end + len(direct["the"]), kind="count")
        weapons = thing(parse.text, probe, parse.next_amount(index), parse.words)
    owned = not parse.words.theatre.country.id and _OWNED.match(of) is not None
    if weapons is not None and weapons.kind == "weapon" and not owned:
        return [_joined(parse, last, _of_weapons(parse, index, amount, weapons))]
    if (people := counted_people(parse, index, amount, of, probe)) is not None and (
        harm := harm_of(parse, amount.start, people)
    ) is not None:
        return [_of_harm(parse, index, amount, people, harm)]
    moved = of if _GAINS.match(of) else _apposed(parse, amount) if not of else ""
    if moved and not COUNTRY.match(moved) and not re.search(r"\bof (?:the )?(?:country|[A-Z])", moved):
        return [of_gains(parse, amount, moved)]
    places = (
        places_of(parse, amount.end, min(amount.end + 4 + len(of), parse.next_amount(index)))
        if of
        else opening(parse, amount)
    )
    if places or COUNTRY.match(of) or (not of and governing(parse, amount.start, amount.end, AREA_VERBS) is not None):
        return of_ground(parse, index, amount, of, places)
    return [of_unknown_ground(parse, amount, of) or unmeasured(parse, amount)]


#: "Most of October's gains, 62 percent, came in": the share stands behind the words that it makes exact.
_WHOLE_BEFORE: Final = re.compile(
    r"\b(?:most|bulk|majority|part|share|half|lion['’]s share) of (?P<of>[^,;.()]+?)(?:,| \(| [—–-]) ?$", re.IGNORECASE
)


def _apposed(parse: Parse, amount: Amount) -> str:
    before = _WHOLE_BEFORE.search(parse.text[: amount.start])
    return before["of"] if before is not None and _GAINS.match(before["of"]) else ""


def _of_whole(parse: Parse, index: int, amount: Amount, whole: Whole) -> Claim:
    """ "two-thirds of it in Donetsk region", "55 percent of which were intercepted": a share of a figure before."""
    said = speaker(parse, amount.start, not whole.said)
    if whole.family == "territory":
        measure = "territory.gained" if whole.measure == "territory.net_change" else whole.measure
        return replace(by_region(parse, amount, measure, whole.period, said=whole.said), attribution=said)
    if whole.family == "casualties":
        dimensions = {"population": whole.population} if whole.population else {}
        return share_claim(parse, amount, amount.end, whole.measure, whole.period, whole.place, dimensions)
    found = _of_weapons(parse, index, amount, None)
    dimensions = {**found.dimensions, **({"weapon": whole.weapon} if whole.weapon else {})}
    return replace(found, dimensions=MappingProxyType(dimensions), period=found.period or whole.period)


def _of_harm(parse: Parse, index: int, amount: Amount, people: Thing, harm: Measure) -> Claim:
    """ "58 percent of civilian deaths": a share of victims, by cause or by kind, which no ledger parts."""
    population = population_of(parse, people)
    period = period_of(parse, amount.start, people.end, "casualties", parse.next_amount(index))
    place = located(parse, amount.start, people.end)
    dimensions = {"population": population} if population else {}
    return share_claim(parse, amount, max(amount.end, people.end), harm, period, place, dimensions)


#: "one in five Ukrainians": a share of people and of no ground.
_COUNTS_PEOPLE = re.compile(
    r" (?:[A-Z][a-z]+(?:ians|ans)|people|residents|citizens|households|families|respondents|voters|soldiers"
    r"|casualties|civilians)\b"
)
_RATE_OF_FIRE = when_asked(
    r"\b(?:intercept(?:ion)?|shoot-?down|success|kill|downing) (?:rate|share|ratio)s?\b", re.IGNORECASE
)


#: "the share stopped", "the proportion of drones that were shot down": the head of a clause, its verb to follow.
_SHARE_NOUN = re.compile(
    r"\b(?:share|proportion|percentage)(?: of (?:the |those |all )?[\w-]+)?"
    r"(?: (?:that|which)(?: (?:was|were|got|had|have been))?)?"
    r"(?: being)? $"
)


def _share_heading(parse: Parse, amount: Amount, start: int) -> Predicate | None:
    """The participle that says what the share at the head of the clause is of."""
    for predicate in parse.predicates:
        stopped = start <= predicate.start < amount.start and predicate.family in STOPPED
        if stopped and _SHARE_NOUN.search(parse.text[start : predicate.start]):
            return predicate
    return None


def _stopped_rate(parse: Parse, index: int, amount: Amount) -> Claim | None:
    """ "The interception rate for drones stood at 90 percent", "47 percent were shot down": a share without an "of"."""
    start, end = parse.clause(amount.start)
    # Between commas ("81 of them, four in five, were shot down") it says the figure before once more.
    said = re.match(r",?\s+(?:was|were|had been|have been|are|got)\b", parse.text[amount.end :])
    predicate = governing(parse, amount.start, amount.end, STRIKE_VERBS) if said else None
    predicate = predicate or _share_heading(parse, amount, start)
    named = _RATE_OF_FIRE.search(parse.text, start, end)
    if named is None and (predicate is None or predicate.family not in STOPPED):
        return None
    weapons = weapon_named(parse, parse.text[start:end])
    told = [t.weapon for a, t in zip(parse.amounts, parse.things, strict=True) if a.end < start and t.kind == "weapon"]
    if weapons is None and told and told[-1]:
        weapons = {"weapon": told[-1]}
    if weapons is None and (before := parse.before.figures.get("strikes")) is not None:
        weapons = {k: v for k, v in before.dimensions.items() if k == "weapon"}
    measure = "strikes.intercepted" if named is not None else STOPPED[predicate.family] if predicate else None
    if is_theirs(parse, amount.start, amount.end):
        measure = None
    period = period_of(parse, amount.start, amount.end, "strikes", parse.next_amount(index))
    again = said is not None and said.group().startswith(",")
    if again and not weapons:
        weapons = weapon_named(parse, parse.text[: amount.start])
    dimensions = {"of": "launched", **(weapons or {})}
    return share_claim(parse, amount, amount.end, measure, period, None, dimensions, inherited=again)


def _shifted(amount: Amount, parse: Parse, of: str) -> Amount:
    """The amount as if it ended right before what it is a share of."""
    end = parse.text.index(of, amount.end)
    skip = re.match(r"(?:(?:the|those|these|all|its|that day's|incoming) )*", of)
    return replace(amount, end=end + (skip.end() if skip else 0) - 1, kind="count")


def _of_weapons(parse: Parse, index: int, amount: Amount, weapons: Thing | None) -> Claim:
    end = weapons.end if weapons is not None and weapons.kind == "weapon" else amount.end
    predicate = _said_of_weapons(parse, amount, end)
    measure = STOPPED.get(predicate.family) if predicate is not None else None
    if predicate is not None and suppressed_too(parse, predicate):
        measure = "strikes.intercepted"
    if is_theirs(parse, amount.start, end) or (weapons is not None and weapons.own):
        measure = None
    weapon = weapons.weapon if weapons is not None and weapons.kind == "weapon" else None
    period = period_of(parse, amount.start, end, "strikes", parse.next_amount(index))
    dimensions = {"of": "launched", **({"weapon": weapon} if weapon else {})}
    return share_claim(parse, amount, end, measure, period, None, dimensions)


_AND: Final = re.compile(r",? (?:and|but|though|although|yet) (?:(?:only|just|some|all of|as many as) )*")


def _joined(parse: Parse, last: Claim | None, found: Claim) -> Claim:
    """ "They stopped a fifth of the missiles, though nine in ten of the drones": one verb for both."""
    if found.measure is not None or last is None or not (last.measure or "").startswith("strikes."):
        return found
    between = parse.text[last.quote.end - parse.sentence.start : found.quote.start - parse.sentence.start]
    return replace(found, measure=last.measure) if _AND.fullmatch(between) else found


def _said_of_weapons(parse: Parse, amount: Amount, end: int) -> Predicate | None:
    """What happened to the share: "nine in ten of the drones fired were shot down" speaks of the second verb."""
    said = governing(parse, amount.start, end, STRIKE_VERBS)
    if said is None or said.family != "launched":
        return said or elsewhere_in_sentence(parse, amount.start, STRIKE_VERBS)
    _, stop = parse.clause(end)
    after = [p for p in parse.predicates if said.end <= p.start < stop and p.family in STOPPED]
    main = [p for p in after if re.search(_PASSIVE, parse.text[: p.start]) or p.family == "through"]
    return main[0] if main else said


_PASSIVE: Final = r"\b(?:was|were|been|being|is|are|got)(?: \w+ly| also| all| then)? $"


def _carried(parse: Parse, index: int, amount: Amount, last: Claim | None) -> Claim | None:
    """A bare percentage after another is a share of the same: "compared with 88 percent in July"."""
    if last is None or last.frame != "share":
        return None
    others = parse.amounts[index].kind == "count" and _beside(parse, index, last)
    if last.measure is None and not others:
        return None
    stop = parse.next_amount(index)
    own = next(
        (
            m
            for m in parse.mentions
            if amount.end <= m.start < stop and m.period is not None and m.kind == "at" and not m.speech
        ),
        None,
    )
    period = own.period if own is not None else None
    if period is None:
        shift = baseline_of(parse, amount.start, amount.end, last.period)
        period = shift.period if shift is not None else last.period
    if period is not None and last.measure == "territory.held" and period.days > 1:
        period = Period.of_day(period.last)
    # What another holds is no ledger's; a reader without ledgers only says what is counted.
    measure = None if others and parse.words.theatre.country.id else last.measure
    return share_claim(parse, amount, amount.end, measure, period, last.place, dict(last.dimensions), inherited=others)

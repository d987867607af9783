"""Strikes: launched, shot down, lost or got through, by the verb that governs the weapons and by who does it."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging.locating import is_theirs
from dateline.extracting.belonging.scope import elsewhere_in_sentence, governing
from dateline.extracting.belonging.sections import list_head
from dateline.extracting.lexicon import STRIKE_VERBS, WEAK_STRIKE_VERBS, Predicate
from dateline.extracting.measuring.sides import by_attacker, by_defender, by_other_deed, told_by_forces
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Measure

#: What a share of the weapons launched can be a share of.
STOPPED: Final[dict[str, Measure]] = {
    "intercepted": "strikes.intercepted",
    "lost": "strikes.lost",
    "through": "strikes.through",
}
_STRIKES: Final[dict[str, Measure | None]] = {
    "launched": "strikes.launched",
    "counted": "strikes.launched",
    "intercepted": "strikes.intercepted",
    "lost": "strikes.lost",
    "through": "strikes.through",
    "still": None,
    "supply": None,
}
_DENOMINATOR = when_asked(r"(?:\bof|\bout of)(?: the| some| all)? $", re.IGNORECASE)
#: "struck 40 targets": what was aimed at, and nothing that flies.
_AT_TARGETS = when_asked(
    r"\b(?:reach\w*|hit|hits|hitting|struck|str[iu]k\w*|attack\w*"
    r"|engag\w*)(?: [\w-]+)? $",
    re.IGNORECASE,
)
#: "none of the four was shot down": the number is that of the whole.
_SOME_OF = when_asked(
    r"\b(?:none|not (?:a single )?one|neither|not all|most|many|several|few|half|part|the (?:bulk|majority)) of"
    r" (?:the|these|those|its|their) (?:[\w'’-]+ ){0,1}?$",
    re.IGNORECASE,
)
#: "26 and 563 were shot down out of 31 and 598": wholes, in a row.
_OUT_OF = when_asked(r"\bout of (?:the |a total of )?(?:[\d,.]+(?: \w+)?(?:,| and) )*$", re.IGNORECASE)
_COMPLEMENT = when_asked(r"\ball (?:but|except)(?: for)?(?: \w+)? $", re.IGNORECASE)
#: "hits by 60 drones were recorded": a count of hits, which no ledger holds.
_HITS_BY = when_asked(
    r"\b(?:hits?|impacts?|strikes?) (?:by|of|from) (?:[\w-]+ ){0,2}(?:(?:[\w-]+ ){1,2}(?:and|,) )?$", re.IGNORECASE
)


def strike_measure(parse: Parse, start: int, thing: Thing, inherited: Measure | None) -> tuple[Measure | None, bool]:
    """The strike measure for the weapons at `start`, and whether it was carried over instead of said. `inherited` is
    that of the figure before, which a list or "of them" carries on."""
    if _not_ours(parse, start, thing):
        return None, False
    before = parse.text[:start]
    if _TALLIED_MATERIEL.search(parse.text):
        return None, False  # one line of a tally of the other side's equipment
    if _HITS_BY.search(before) or (thing.noun.lower() == "targets" and _AT_TARGETS.search(before)):
        return None, False
    if _COMPLEMENT.search(before):
        return "strikes.through", False
    if re.search(r"(?:^|[;:] )Of (?:[\w'’]+ ){0,3}$", before):
        return "strikes.launched", False
    if _SOME_OF.search(before):
        return "strikes.launched", thing.noun == ""
    if _OUT_OF.search(before):
        return "strikes.launched", False
    if _DENOMINATOR.search(before) and any(a.end > start - 14 and a.end <= start for a in parse.amounts):
        return "strikes.launched", False
    predicate = _governing(parse, start, thing.end)
    if by_other_deed(parse, start, predicate):
        return None, False
    if predicate is None and inherited is not None:
        return inherited, True
    borrowed = predicate is None
    predicate = predicate or _elsewhere(parse, start)
    if predicate is None:
        above = _said_above(parse) if thing.kind == "weapon" else None
        return (above, True) if above is not None else (_without_verb(parse, thing), False)
    # What "struck" is a count of hits; the ledger holds what was not stopped, which is no such count.
    landed = predicate.family == "launched" and predicate.start >= thing.end and _landed(parse, predicate)
    return _meant(parse, start, thing, predicate), landed or borrowed


#: "675 drones were launched, killing 14 people in the capital": where the toll was, and not where the drones flew.
_TOLL_BEHIND: Final = re.compile(r", (?:killing|wounding|injuring)\b[^,;]*$")


def _not_ours(parse: Parse, start: int, thing: Thing) -> bool:
    """Weapons of the defender, on the attacker's soil, of one town or of a kind that no bulletin counts."""
    around = parse.text[max(0, start - 30) : thing.end + 30]
    return (
        thing.own
        or _uncounted(parse, thing)
        or is_theirs(parse, start, thing.end)
        or (parse.words.theatre.country.id != "" and _LOCAL.search(_TOLL_BEHIND.sub("", parse.text)) is not None)
        or parse.words.inventory.search(around) is not None
    )


#: An auxiliary makes a verb the clause's own: "71 of the 892 drones launched were stopped".
_MAIN: Final = re.compile(r"\b(?:was|were|been|being|is|are|got)(?: \w+ly| also| all)? $")


def _governing(parse: Parse, start: int, end: int) -> Predicate | None:
    """The strike verb of the figure; one of report or use only where its clause has no other. "30 of the 51 launched
    were intercepted": of a part the main verb speaks."""
    if re.match(r" (?:out )?of (?:the |some |all )?[\d,]+", parse.text[end:]):
        clause = parse.clause(start)
        after = [p for p in parse.predicates if end <= p.start < clause[1] and p.family in STRIKE_VERBS]
        main = [p for p in after if p.family == "through" or _MAIN.search(parse.text[: p.start])]
        if main:
            return main[0]
    strong = governing(parse, start, end, STRIKE_VERBS)
    return strong if strong is not None else governing(parse, start, end, WEAK_STRIKE_VERBS)


#: "653 aeroplanes, 283 helicopters, 43,000 UAVs and 21,400 tanks": equipment that one side says the other has lost.
_TALLIED_MATERIEL: Final = re.compile(
    r"\d (?:(?!drones|missiles)[\w-]+ ){0,2}?(?:tanks|helicopters|aeroplanes|airplanes|warplanes|howitzers|field guns"
    r"|artillery (?:systems|pieces)|armou?red (?:\w+ )?vehicles|combat vehicles|mortars|multiple[- ]launch \w+)\b",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(r"\bof (?:which|whom|them|those|these)\b", re.IGNORECASE)


def _elsewhere(parse: Parse, start: int) -> Predicate | None:
    """The verb of the rest of the sentence; one behind "of which" speaks of a part, and not of the whole before it."""
    for families in (STRIKE_VERBS, WEAK_STRIKE_VERBS):
        found = elsewhere_in_sentence(parse, start, families)
        if found is not None and (found.start < start or not _RELATIVE.search(parse.text, start, found.start)):
            return found
        before = [p for p in parse.predicates if p.family in families and p.end <= start]
        if found is not None and before:
            return before[-1]
    return None


def _said_above(parse: Parse) -> Measure | None:
    """ "Air defence brought down 604 of them:", above a list: what happened to its points."""
    head = list_head(parse)
    if head is None:
        return None
    counted = [c.measure for c in head.found if (c.measure or "").startswith("strikes.")]
    if counted:
        return counted[-1]
    verbs = [p for p in head.predicates if p.family in STRIKE_VERBS]
    return _STRIKES[verbs[-1].family] if verbs and not head.found else None


def _without_verb(parse: Parse, thing: Thing) -> Measure | None:
    """Without a verb, weapons are of a raid where the sentence, its speaker or the sentences before speak of one."""
    if thing.kind != "weapon" or not (_of_a_raid(parse) or _of_a_tally(parse)):
        return None
    # "Targets" are what a defender's bulletin calls what it brought down.
    return "strikes.intercepted" if re.search(r"targets?$", thing.noun) else "strikes.launched"


def _meant(parse: Parse, start: int, thing: Thing, predicate: Predicate) -> Measure | None:
    if predicate.family in ("launched", "counted") and own_attack(parse, predicate):
        return None
    if re.search(
        r"\b(?:never|not|n['’]t|failed to|fail to|unable to|without) (?:\w+ly )?$",
        parse.text[: predicate.start],
        re.IGNORECASE,
    ):
        return None  # "never reached their targets"
    if predicate.family == "launched" and predicate.end <= start and not _told_by_defender(parse, predicate):
        return None
    if predicate.family in ("intercepted", "lost") and told_by_attacker(parse):
        return None  # what Moscow says it shot down are the defender's drones
    if predicate.family == "lost" and by_attacker(parse, predicate):
        return None  # "Russia lost 430 drones": its own losses
    if predicate.family == "lost" and suppressed_too(parse, predicate):
        return "strikes.intercepted"
    if predicate.family == "launched" and predicate.start >= thing.end:
        if _landed(parse, predicate):
            return "strikes.through"
        if re.match(r"fl(?:ew|y|ies)\b", parse.text[predicate.start :]):
            return None  # "38 flew on": where to is not said
    before = parse.text[:start]
    also_but = re.search(r"\band $", before) and _COMPLEMENT.search(before[: _last_amount(parse, start)])
    measure = _STRIKES[predicate.family]
    return "strikes.through" if also_but and measure == "strikes.intercepted" else measure


_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are|be|come|came|under) (?:\w+ly )?$", re.IGNORECASE)


def _told_by_defender(parse: Parse, predicate: Predicate) -> bool:
    """In a war whose sides nobody names here, "the rocket force launched 18 drones" counts strikes only where a body
    that defends says so: else it may be the attacker's boast, or another war."""
    if parse.words.theatre.country.id or _PASSIVE.search(parse.text[: predicate.start]):
        return True
    if any(p.family in STOPPED and p.start < predicate.start for p in parse.predicates):
        return True
    return told_by_forces(parse)


_ATTACKING = re.compile(
    r"(?i)launch|fire|send|sent|unleash|fl[eyoi]|deploy|attack|target|aim|hurl|rain|pummel|pound|bombard|strike"
    r"|striking|struck|hit|use|using|dispatch|direct|releas"
)


def own_attack(parse: Parse, predicate: Predicate) -> bool:
    """Whether the defender launches: "Kyiv launched 360 drones" is no attack on it, "Kyiv was hit by 50" is."""
    verb = parse.text[predicate.start : predicate.end]
    passive = re.search(
        r"\b(?:was|were|been|being|is|are|be|got|get|under|come under|came under) (?:\w+ly )?$",
        parse.text[: predicate.start],
    )
    return _ATTACKING.match(verb) is not None and passive is None and by_defender(parse, predicate)


def told_by_attacker(parse: Parse) -> bool:
    theatre = parse.words.theatre
    if not theatre.attacker.id:
        return False  # a reader that knows no sides: its world bodies have none either
    theirs = {a.id for a in theatre.actors if a.side == theatre.attacker.id}
    return any(s.attribution.producer in theirs for s in parse.speeches)


def suppressed_too(parse: Parse, predicate: Predicate) -> bool:
    """ "destroyed or suppressed" is one count, as the bulletins make it since July 2025."""
    before = [p for p in parse.predicates if p.end <= predicate.start and p.family == "intercepted"]
    return (
        bool(before)
        and re.fullmatch(r",? ?(?:or|and|/)(?: otherwise)? ?", parse.text[before[-1].end : predicate.start]) is not None
    )


_RAID = re.compile(
    r"\b(?:attacks?|raids?|barrages?|salvos?|strikes?|assaults?|overnight|bombardments?|types|onslaughts?|waves?"
    r"|swarms?)\b",
    re.IGNORECASE,
)
_MATERIEL = when_asked(
    r"\b(?:soldiers|troops|tanks|artillery|armou?red|vehicles|equipment|personnel|howitzers|mortars|guns)\b",
    re.IGNORECASE,
)


def _of_a_tally(parse: Parse) -> bool:
    """ "July's total was 6,245 drones and 198 missiles": a count over a named month or week."""
    long = any(
        m.kind == "at" and m.period is not None and m.period.granularity in ("month", "week") for m in parse.mentions
    )
    named = re.search(r"\b(?:total|count|tally|figure|average|mean)s?\b", parse.text, re.IGNORECASE) is not None
    return long and named and _MATERIEL.search(parse.text) is None


def _of_a_raid(parse: Parse) -> bool:
    """Without a verb, weapons are of a raid where the sentence, its speaker or the sentences before speak of one."""
    if _MATERIEL.search(parse.text):
        return False
    bulletin = re.search(r"\bair (?:force|defen[cs]es?)\b", parse.text, re.IGNORECASE) is not None
    said = bulletin or any(s.attribution.producer == parse.words.theatre.strike_producer for s in parse.speeches)
    return said or _RAID.search(parse.text) is not None or parse.before.family == "strikes"


_LOCAL = re.compile(
    r"\b(?:governor|mayor|regional (?:military )?administration|city (?:military )?administration"
    r"|regional (?:head|authorities|officials)|local (?:officials|authorities|police)"
    r"|(?:hit|struck|attacked|targeted|against|on|at|over|in) (?:the|this|his|her) (?:capital|city|region|oblast"
    r"|port|town)|the (?:capital|city|region) alone)\b",
    re.IGNORECASE,
)


def _uncounted(parse: Parse, thing: Thing) -> bool:
    """A weapon that the bulletins do not count, such as a glide bomb."""
    root = parse.words.theatre.weapon_line(thing.weapon)[-1] if thing.weapon else None
    return root is not None and root not in ("drone", "missile")


def _last_amount(parse: Parse, start: int) -> int:
    return max((a.start for a in parse.amounts if a.end <= start), default=0)


def _landed(parse: Parse, predicate: Predicate) -> bool:
    """ "54 drones struck 37 places" landed; "1,500 drones hit Ukraine that week" were launched at it."""
    if not re.fullmatch(r"(?i)struck|hit|hits|hitting|landed", parse.text[predicate.start : predicate.end]):
        return False
    rest = parse.text[predicate.end :]
    names = "|".join(map(re.escape, parse.words.theatre.defender.names))
    return re.match(rf"\s+(?:the country|cities|{names}|(?:{names}) and)(?!\w)", rest) is None

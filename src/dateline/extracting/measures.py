"""Which measure a predicate means for which thing, by who did it and to what."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.lexicon import AREA_VERBS, HARM_VERBS, STRIKE_VERBS, Predicate
from dateline.extracting.parse import Parse
from dateline.extracting.scope import elsewhere_in_sentence, governing, is_theirs
from dateline.extracting.things import Thing
from dateline.records.claim import Measure
from dateline.records.period import Period

_STRIKES: Final[dict[str, Measure | None]] = {
    "launched": "strikes.launched",
    "intercepted": "strikes.intercepted",
    "lost": "strikes.lost",
    "through": "strikes.through",
    "still": None,
    "supply": None,
}
_DENOMINATOR = re.compile(r"(?:\bof|\bout of)(?: the| some| all)? $", re.IGNORECASE)
_COMPLEMENT = re.compile(r"\ball (?:but|except)(?: for)?(?: \w+)? $", re.IGNORECASE)
_INVENTORY = re.compile(
    r"\b(?:Patriot|interceptor|HIMARS|ATACMS|Storm Shadow|air defen[cs]e|anti-air(?:craft)?) \w*", re.IGNORECASE
)


def strikes(parse: Parse, start: int, thing: Thing, inherited: Measure | None) -> Measure | None:
    """The strike measure for the weapons at `start`. `inherited` is that of the figure before, which a list or "of
    them" carries on."""
    if (
        thing.own
        or is_theirs(parse, start, thing.end)
        or _INVENTORY.search(parse.text[max(0, start - 30) : thing.end + 30])
    ):
        return None
    before = parse.text[:start]
    if _DENOMINATOR.search(before) and any(a.end > start - 14 and a.end <= start for a in parse.amounts):
        return "strikes.launched"
    predicate = governing(parse, start, thing.end, STRIKE_VERBS)
    if predicate is None and inherited is not None:
        return inherited
    predicate = predicate or elsewhere_in_sentence(parse, start, STRIKE_VERBS)
    if predicate is None:
        # "Targets" are what a defender's bulletin calls what it brought down.
        shot = re.search(r"targets?$", thing.noun) is not None
        return ("strikes.intercepted" if shot else "strikes.launched") if thing.kind == "weapon" else None
    measure = _STRIKES[predicate.family]
    if predicate.family == "launched" and predicate.start >= thing.end and _landed(parse, predicate):
        measure = "strikes.through"
    complement = _COMPLEMENT.search(before) or (
        re.search(r"\band $", before) and _COMPLEMENT.search(before[: _last_amount(parse, start)])
    )
    return "strikes.through" if complement and measure == "strikes.intercepted" else measure


def _last_amount(parse: Parse, start: int) -> int:
    return max((a.start for a in parse.amounts if a.end <= start), default=0)


def _landed(parse: Parse, predicate: Predicate) -> bool:
    """ "54 drones struck 37 places" landed; "1,500 drones hit Ukraine that week" were launched at it."""
    if not re.fullmatch(r"(?i)struck|hit|hits|hitting|landed", parse.text[predicate.start : predicate.end]):
        return False
    rest = parse.text[predicate.end :]
    names = "|".join(map(re.escape, parse.words.theatre.defender.names))
    return re.match(rf"\s+(?:the country|cities|{names}|(?:{names}) and)(?!\w)", rest) is None


def territory(parse: Parse, start: int, end: int, period: Period | None) -> Measure | None:
    """The territory measure for the area at `start`, by its verb and by whose gain it is."""
    predicate = governing(parse, start, end, AREA_VERBS) or elsewhere_in_sentence(parse, start, AREA_VERBS)
    if is_theirs(parse, start, end):
        return None
    if predicate is None:
        # "November, with 270 square miles, was the most productive month": what the sentence ranks, it measures.
        return next((c.measure for c in parse.found if (c.measure or "").startswith("territory")), None)
    verb = parse.text[predicate.start : predicate.end].lower()
    by_defender = _by_defender(parse, predicate) or _speaks_of_own(parse, predicate)
    if predicate.family == "held":
        passive = re.search(
            r"\b(?:is|are|was|were|be|been|being|remains?|remained|lies?) (?:now |still |currently )?$",
            parse.text[: predicate.start],
        )
        if (
            verb == "occupied"
            and not passive
            and period is not None
            and 1 < period.days <= 366
            and not re.search(r"occupied (?:zone|area|territory|land)", parse.text)
        ):
            return "territory.net_change"
        return "territory.held" if not by_defender or verb == "occupied" else None
    if predicate.family == "retaken":
        return "territory.lost"
    if predicate.family == "ceded":
        return "territory.lost" if by_attacker(parse, predicate) else "territory.net_change"
    return "territory.lost" if by_defender else "territory.net_change"


def _by_defender(parse: Parse, predicate: Predicate) -> bool:
    """Whether the last side named before the verb, in its clause, is the defender."""
    return _side_before(parse, predicate) == "defender"


def _speaks_of_own(parse: Parse, predicate: Predicate) -> bool:
    """A commander of the defender who speaks of gains and names no side speaks of his own."""
    if predicate.family != "gained" or parse.words.attacker.search(parse.text):
        return False
    parties = {a.id for a in parse.words.theatre.actors if a.kind == "party" and a.side == parse.words.theatre.defender.id}
    return any(s.attribution.producer in parties for s in parse.speeches)


def by_attacker(parse: Parse, predicate: Predicate) -> bool:
    return _side_before(parse, predicate) == "attacker"


def _side_before(parse: Parse, predicate: Predicate) -> str | None:
    start, _ = parse.clause(predicate.start)
    piece = parse.text[start : predicate.start]
    # A name behind a preposition ("gains in Ukraine") or of a speaker is no subject.
    sides = {
        "defender": [m.start() for m in parse.words.defender.finditer(piece)],
        "attacker": [m.start() for m in parse.words.attacker.finditer(piece)],
    }
    subjects = {
        side: [
            at
            for at in found
            if not re.search(r"\b(?:in|of|on|at|against|from|to|over|across|around|open-source) (?:\w+ )?$", piece[:at])
        ]
        for side, found in sides.items()
    }
    spoken = [s for s in parse.speeches if s.end <= predicate.start]
    floor = max((s.end - start for s in spoken), default=-1)
    last = {side: max((at for at in found if at > floor), default=-1) for side, found in subjects.items()}
    if max(last.values()) < 0:
        return None
    return max(last, key=lambda side: last[side])


def casualties(parse: Parse, start: int, thing: Thing) -> tuple[Measure | None, str | None]:
    """The casualty measure and "both" where killed and injured are counted together."""
    if thing.population in ("military", "subset") or is_theirs(parse, start, thing.end):
        return None, None
    harms = [p.family for p in parse.predicates if p.family in HARM_VERBS and start <= p.start < thing.end]
    predicate = governing(parse, start, thing.end, HARM_VERBS)
    families = harms or ([predicate.family] if predicate else [])
    if not families and (later := elsewhere_in_sentence(parse, start, HARM_VERBS)) is not None:
        families = [later.family]
    together = re.match(
        r"\s*(?:were |was |have been |had been )?(?:killed|dead)(?:,? (?:and|or) |/)(?:injured|wounded|hurt)",
        parse.text[thing.end :],
        re.IGNORECASE,
    )
    if together or families[:1] == ["casualties"] or {"killed", "injured"} <= set(harms):
        return "casualties.killed", "both"
    if not families:
        return None, None
    return ("casualties.injured" if families[0] == "injured" else "casualties.killed"), None

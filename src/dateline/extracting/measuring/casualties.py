"""Casualties: killed, injured or both, and tolls of a part that the whole's ledger says nothing of."""

from __future__ import annotations

import re

from dateline.extracting.lexicon import HARM_VERBS
from dateline.extracting.locating import is_theirs
from dateline.extracting.parse import Parse
from dateline.extracting.scope import elsewhere_in_sentence, governing
from dateline.extracting.things import Thing
from dateline.records.claim import Measure

_CAUSE = re.compile(
    r"\b(?:drones?|missiles?|bombs?|shells?|shelling|mines?|landmines?|artillery|munitions|airstrikes?"
    r"|rockets?)(?: attacks?| strikes?)? (?:alone )?(?:have |has |had )?(?:kill|injur|wound|claim)"
    r"|(?:by|from|due to|because of) (?:[\w-]+ ){0,2}(?:drones?|missiles?|bombs?|shelling|mines?|landmines?"
    r"|artillery|munitions)\b|near the front|along the front|close to the front",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\b(?:including|among them|among whom|of whom|among those)\b", re.IGNORECASE)


def of_a_part(parse: Parse, start: int) -> bool:
    """Whether the toll is of one cause or of some among the victims: the whole's ledger says nothing of it."""
    a, b = parse.clause(start)
    return _CAUSE.search(parse.text, a, b) is not None or _AMONG.search(parse.text, a, start) is not None


def casualty_measure(parse: Parse, start: int, thing: Thing) -> tuple[Measure | None, str | None]:
    """The casualty measure and "both" where killed and injured are counted together."""
    if thing.population in ("military", "subset") or is_theirs(parse, start, thing.end) or of_a_part(parse, start):
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

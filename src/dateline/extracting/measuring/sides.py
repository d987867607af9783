"""Who does it: the side named last before a verb, as its subject."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.lexicon import Predicate
from dateline.extracting.parse import Parse

_FORCES: Final = (
    r"(?:army|navy|air force|military|troops|forces|command|coalition|defen[cs]es?|ministry|authorities|police"
    r"|government|officials?|governor|IDF|state media)"
)
_TOLD: Final = re.compile(
    rf"\b{_FORCES}(?: [\w-]+){{0,3}}? (?:said|says|reported|announced|stated|counted|recorded|declared)\b"
    rf"|\b(?:said|according to|reported by) (?:the |an? )?(?:[\w'’-]+ ){{0,3}}?{_FORCES}(?!\w)",
    re.IGNORECASE,
)


def told_by_forces(parse: Parse) -> bool:
    """Whether a state's forces or officials tell the figures, in a war whose sides no theatre names."""
    return _TOLD.search(parse.text) is not None


def by_defender(parse: Parse, predicate: Predicate) -> bool:
    """Whether the last side named before the verb, in its clause, is the defender."""
    return _side_before(parse, predicate) == "defender"


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
            if re.search(r"\bof (?:which|whom),? (?:the )?$", piece[:at])
            or not re.search(r"\b(?:in|of|on|at|against|from|to|over|across|around|open-source) (?:\w+ )?$", piece[:at])
        ]
        for side, found in sides.items()
    }
    spoken = [s for s in parse.speeches if s.end <= predicate.start]
    floor = max((s.end - start for s in spoken), default=-1)
    last = {side: max((at for at in found if at > floor), default=-1) for side, found in subjects.items()}
    if max(last.values()) < 0:
        return None
    return max(last, key=lambda side: last[side])

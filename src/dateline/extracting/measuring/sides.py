"""Who does it: the side named last before a verb, as its subject."""

from __future__ import annotations

import re
from typing import Final, Literal

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
    return side_before(parse, predicate) == "defender"


def by_attacker(parse: Parse, predicate: Predicate) -> bool:
    return side_before(parse, predicate) == "attacker"


def side_before(parse: Parse, predicate: Predicate) -> Literal["defender", "attacker"] | None:
    """The last side named before the verb, in its clause, that may be its subject."""
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
    return "defender" if last["defender"] >= last["attacker"] else "attacker"


#: Who stands against what flies in, whatever verb says what they did to it.
_GUNNERS: Final = re.compile(
    r"\b(?:gunners?|defenders|air[- ]defen[cs]e\w*|air defenders|fire (?:teams?|groups?)|interceptors?|crews?|pilots"
    r"|batteries|missile units|marksmen)\b",
    re.IGNORECASE,
)
#: The word right before a number: a verb of the past, with what softens the number between.
_DEED: Final = re.compile(
    r"(?P<subject>[^,;:.()]*?)\b(?P<verb>[a-z]+(?:ed|ought|ew))"
    r"(?: (?:an?|the|as|at|many|least|about|around|some|roughly|nearly|almost|more|than|over|another|all|up|to|of|total"
    r"|further|staggering|record|no|fewer|[a-z]+ly))* $"
)
#: What happens to a country under attack, or what it does with numbers: of these the raid itself is the object.
_UNDERGONE: Final = re.compile(
    r"faced|endured|suffered|weathered|survived|withstood|confronted|received|absorbed|braved|experienced|encountered"
    r"|counted|recorded|reported|registered|detected|tracked|logged|listed|observed|identified|spotted|noted|tallied"
    r"|totalled|totaled|claimed|documented|announced|included|involved|numbered|followed|watched|drew|knew|grew"
    r"|monitored|estimated|calculated|attacked|unleashed|launched|fired|hurled|used|deployed|directed|dispatched|aimed"
)


def by_other_deed(parse: Parse, start: int, predicate: Predicate | None) -> bool:
    """Whether a defender did something to the weapons at `start` that no list of verbs knows ("bagged 40 drones"): then
    they are not counted as launched, and what became of them is not known. `predicate` is the verb found for them."""
    opens, _ = parse.clause(start)
    deed = _DEED.search(parse.text[opens:start])
    if deed is None or _UNDERGONE.fullmatch(deed["verb"]):
        return False
    if predicate is not None and predicate.end > opens + deed.start("verb"):
        return False
    return _GUNNERS.search(deed["subject"]) is not None or (
        parse.words.defender.search(deed["subject"]) is not None
        and parse.words.attacker.search(deed["subject"]) is None
    )

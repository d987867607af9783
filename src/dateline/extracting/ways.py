"""Words that say which way something goes: up, down, or neither."""

from __future__ import annotations

import re
from typing import Final, Literal

Way = Literal["up", "down", "flat"]

UP: Final = (
    r"r(?:ose|isen|ises?|ising)|gr(?:ew|own|ows?|owing)|increas(?:ed?|es|ing)|climb(?:ed|s|ing)?"
    r"|accelerat(?:ed?|es|ing)"
    r"|quicken(?:ed|s|ing)?|sp(?:ed|eed(?:ed|ing|s)?) up|pick(?:ed|s|ing)? up(?: speed| pace)?"
    r"|gather(?:ed|s|ing)? (?:speed|pace|momentum)|gain(?:ed|s|ing)? (?:speed|pace|momentum)"
    r"|intensif(?:ied|ies|y|ying)|escalat(?:ed?|es|ing)|surg(?:ed?|es|ing)|soar(?:ed|s|ing)?|jump(?:ed|s|ing)?"
    r"|spik(?:ed?|es|ing)|worsen(?:ed|s|ing)?|mount(?:ed|s|ing)|widen(?:ed|s|ing)?|deepen(?:ed|s|ing)?"
    r"|swell(?:ed|s|ing)?"
    r"|swollen|(?:edg|inch|creep|tick)(?:ed|s|ing)? up|crept up|go(?:es|ing|ne)? up|went up|step(?:ped|s|ping)? up"
    r"|expand(?:ed|s|ing)?|strengthen(?:ed|s|ing)?|rebound(?:ed|s|ing)?"
)
DOWN: Final = (
    r"f(?:ell|all(?:en|s|ing)?)|declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|drop(?:ped|s|ping)?"
    r"|slow(?:ed|s|ing)?(?: down)?|slacken(?:ed|s|ing)?|eas(?:ed?|es|ing)|wan(?:ed?|es|ing)|shr(?:ank|unk|inks?"
    r"|inking)"
    r"|dwindl(?:ed?|es|ing)|slip(?:ped|s|ping)?|dip(?:ped|s|ping)?|subsid(?:ed?|es|ing)|abat(?:ed?|es|ing)"
    r"|taper(?:ed|s|ing)? off|tail(?:ed|s|ing)? off|plung(?:ed?|es|ing)|plummet(?:ed|s|ing)?|slump(?:ed|s|ing)?"
    r"|tumbl(?:ed?|es|ing)|reced(?:ed?|es|ing)|diminish(?:ed|es|ing)?|lessen(?:ed|s|ing)?|(?:edg|inch"
    r"|tick)(?:ed|s|ing)? down"
    r"|go(?:es|ing|ne)? down|went down|c(?:ome|ame|omes|oming) down|los(?:t|es|ing) (?:momentum|pace|steam)"
    r"|weaken(?:ed|s|ing)?|narrow(?:ed|s|ing)?|contract(?:ed|s|ing)?"
)
FLAT: Final = (
    r"stabili[sz](?:ed?|es|ing)|level(?:led|ed) off|plateau(?:ed|s)|flatten(?:ed|s|ing)?|stagnat(?:ed?|es|ing)"
    r"|(?:held|hold(?:s|ing)?|remain(?:ed|s|ing)?|stayed|stays) (?:broadly |largely |roughly )?(?:steady|stable"
    r"|flat|unchanged)"
    r"|barely (?:changed|moved)"
)
_WAYS: Final[tuple[tuple[Way, re.Pattern[str]], ...]] = (
    ("flat", re.compile(rf"(?<![\w-])(?:{FLAT})(?!\w)", re.IGNORECASE)),
    (
        "up",
        re.compile(
            rf"(?<![\w-])(?:{UP}|higher|faster|more (?:intense|frequent)|upwards?|on the rise)(?!\w)", re.IGNORECASE
        ),
    ),
    (
        "down",
        re.compile(rf"(?<![\w-])(?:{DOWN}|lower|slower|less (?:intense|frequent)|downwards?)(?!\w)", re.IGNORECASE),
    ),
)


def way(text: str) -> Way | None:
    """Which way `text` says that something goes; None where it says none, or both."""
    found = [name for name, pattern in _WAYS if pattern.search(text)]
    return found[0] if len(found) == 1 or found[:1] == ["flat"] else None

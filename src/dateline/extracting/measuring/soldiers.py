"""Soldiers and bodies among the dead: counted where their own side or a third party says so, never where the other side
claims them."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.things import Thing
from dateline.extracting.measuring.sides import told_by_forces
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked

#: What one side calls the other's men; whoever counts them so claims them.
_ENEMIES: Final = when_asked(
    r"\b(?:terrorists?|militants?|jihadists?|insurgents?|invaders?|occupiers?|mercenar(?:y|ies)|bandits"
    r"|attackers|assailants|gunm[ae]n|extremists?|separatists?|neo-?nazis)\b",
    re.IGNORECASE,
)
#: Men who belong to no state: what an army says of them is a claim.
_REBELS: Final = when_asked(r"\b(?:rebels?|fighters?|guerrillas?|militiam[ae]n|combatants?)\b", re.IGNORECASE)
#: Those who kill soldiers as the soldiers' own side names them: "gunmen killed 14 soldiers".
_KILLERS: Final = when_asked(
    r"\b(?:gunm[ae]n|militants|insurgents|jihadists|terrorists|attackers|assailants|extremists|bandits|bombers?|rebels"
    r"|separatists)(?: (?:who|that))?(?: [\w-]+ed [^,;]{0,40}? and)? (?:(?:has|have|had|also) )*kill(?:ed|ing|s)? "
    r"(?:(?:at least|more than|over|some|about|another|a further|nearly|all|the) )*$",
    re.IGNORECASE,
)
_CLAIMED: Final = when_asked(
    r"\b(?:claim(?:s|ed|ing)?|boast(?:s|ed|ing)?|eliminat\w+|neutrali[sz]\w+|liquidat\w+|wiped out|destroy\w*"
    r"|repel\w*|thwart\w*|losses (?:inflicted|of the)|inflict\w*)\b",
    re.IGNORECASE,
)
#: "have died", "were killed": said of the dead themselves, whoever killed them.
_DIED: Final = when_asked(
    r"(?: (?:who|of|from|in|on|and|along with|as well as)\b(?:(?!\bkill|\bcaptur|\bsurrend|\bsaid\b)[^,;.:]){0,60}?)?"
    r"(?: (?:have|has|had|were|was|are"
    r"|been|being|also|since|now|so|far|all|already|reportedly|confirmed|reported))*"
    r" (?:died|dead|dying|perished|killed|slain|shot dead|fell|fallen|wounded|injured|hurt)"
    r"(?!\w)(?! (?:\d|the|a|an)\b)",
    re.IGNORECASE,
)
#: "lost 655 fighters", "the deaths of nine soldiers", "the bodies are of": the words before that say as much.
_LOST: Final = when_asked(
    r"(?:\b(?:lost|losing|loses|lose|(?:deaths?|killing|loss) of|mourn(?:s|ed|ing)|buried|dead(?:,| were| are)?"
    r"|killed|dead (?:are|include|including)|casualties|losses (?:at|of|to|as|were|stood at|reached|numbered|came to))"
    r"(?: (?:at least|more than|over|some|about|a total of|another|a further|nearly|almost|all|its|the|of|were))*) $",
    re.IGNORECASE,
)
#: "The shelling left 40 soldiers dead".
_LEFT: Final = when_asked(
    r"\b(?:left|leaves|leaving) (?:(?:at least|more than|over|some|about|another|nearly|up to|a further) )*$",
    re.IGNORECASE,
)
_FORCES: Final = when_asked(r"\b(?:our|army|troops|forces|military|units|fighters|commandos|police)\b", re.IGNORECASE)
_STRICKEN: Final = when_asked(r"(?:[\w-]+ ){1,4}(?:dead|wounded|injured|hurt)\b", re.IGNORECASE)
#: A blow that kills has no side: "the ambush killed 12 soldiers"; "our troops killed 50 rebels" is a claim.
_BLOW: Final = when_asked(
    r"\b(?:attacks?|ambush(?:es)?|blasts?|explosions?|bomb(?:s|ings?)?|mines?|shelling|(?:air)?strikes?|drones?|missiles?"
    r"|crash(?:es)?|clash(?:es)?|fighting|battles?|raids?|assaults?|fire|accidents?|collisions?)"
    r"(?: (?:on|in|at|near|of|by|against|around)(?: (?!that\b|which\b)[\w'’-]+){1,6}?)?"
    r" (?:that |which )?(?:(?:has|have|had|also|reportedly) )*(?:kill(?:ed|ing|s)|claimed the lives of) "
    r"(?:(?:at least|more than|over|some|about|another|a further|nearly|all|the) )*$"
    r"|,? (?:also )?(?:killing|leaving) (?:(?:at least|more than|over|some|about|another|a further|nearly|all|the) )*$",
    re.IGNORECASE,
)
_ACTIVE: Final = when_asked(
    r"\bkill(?:ed|ing|s)? (?:(?:at least|more than|over|some|about|another|a further|nearly|all|the) )*$", re.IGNORECASE
)
#: Who receives the dead: bodies that reach a morgue are counted as killed; those handed over or dug up are not.
_MORGUE: Final = when_asked(
    r"\b(?:hospitals?|morgues?|mortuar(?:y|ies)|clinics?|medical (?:points?|cent(?:re|er)s?)|emergency rooms?)\b"
    r"(?![^,;]*\b(?:exhum|dug|grave|return|handed|releas|repatriat|given up|gave up|unidentified))"
    r"[^,;]{0,40}\b(?:receiv(?:ed|ing)|tak(?:en|ing) in|took in|counted|recorded|admitted|brought|had|logged)\b",
    re.IGNORECASE,
)


def own_losses(parse: Parse, start: int, thing: Thing) -> bool:
    """Whether the soldiers or bodies at `start` are dead or wounded by the word of their own side or of a third."""
    clause = parse.clause(start)
    said = parse.text[clause[0] : clause[1]]
    if thing.population == "bodies":
        return not parse.words.theatre.country.id and _MORGUE.search(parse.text, clause[0], start) is not None
    if thing.population != "military" or _ENEMIES.search(thing.noun) or _CLAIMED.search(said):
        return False
    if re.search(r"\b(?:enemy|enemies)\b", said, re.IGNORECASE) or _told_by_foes(parse, thing):
        return False
    if any(_CLAIMED.search(s.attribution.cue or "") for s in parse.speeches):
        return False
    theatre = parse.words.theatre
    if theatre.country.id and not _of_defender(parse, clause[0], thing.end):
        return False
    before = parse.text[clause[0] : start]
    if _ACTIVE.search(before):
        return _BLOW.search(before) is not None or _KILLERS.search(before) is not None
    left = (
        _LEFT.search(before) is not None
        and _FORCES.search(before) is None
        and _STRICKEN.match(parse.text, thing.end - len(thing.noun)) is not None
    )
    return left or _LOST.search(before) is not None or _DIED.match(parse.text, thing.end) is not None


def _told_by_foes(parse: Parse, thing: Thing) -> bool:
    """ "120 rebels were killed, the army said": fighters counted by an army, and not by "its" own spokesman."""
    if _REBELS.search(thing.noun) is None:
        return False
    own = re.search(r"\b(?:its|their|his) (?:spokes\w+|commanders?|leaders?)\b", parse.text) is not None
    return told_by_forces(parse) and not own


def _of_defender(parse: Parse, clause: int, end: int) -> bool:
    """In a war whose sides are known, the defender's own soldiers only: what the attacker lost is claimed by others."""
    words = parse.words
    named = words.defender.search(parse.text, clause, end) is not None
    return named and words.attacker.search(parse.text, clause, end) is None

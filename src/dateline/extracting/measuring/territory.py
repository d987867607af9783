"""Territory: held, gained, taken back or lost, by the verb and by whose gain it is."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.locating import is_theirs
from dateline.extracting.belonging.scope import elsewhere_in_sentence, governing
from dateline.extracting.lexicon import AREA_VERBS, Predicate
from dateline.extracting.measuring.antecedents import side_of, takes_up
from dateline.extracting.measuring.sides import by_defender
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Measure
from dateline.records.period import Period

#: What is not (or not yet, or only in words) so.
_IRREALIS = when_asked(
    r"\b(?:would|demand\w*|give up|giving up|cede|hand over|return(?:ing)? (?:some|about|the|to [A-Z])"
    r"|in exchange|swap|if [A-Z]\w+"
    r"|(?:for|per) (?:one|each|every|a) square|yet to (?:capture|take|seize)|remain(?:s|ing)? to be"
    r"|still (?:needs|wants)|measur(?:es|ing)|(?<!ls an )(?<!rol an )(?<!led an )(?<!eld an )(?<!old an"
    r" )(?<!lds an )(?<!pies an )(?<!pied an )area of|bordering|that borders?)\b"
)
_TOTAL = when_asked(
    r"\b(?:total|figure|tally|haul|loss(?:es)?|gains?|month|advance|result|count|sum|pace)\b", re.IGNORECASE
)
_OCCUPIED_NOUN = when_asked(r"occupied (?:zone|area|territory|land)$")
_NEARBY = when_asked(
    r"(?: of (?:land|ground|territory))? (?:around|near|outside|along|close to|in and around|north of|south of"
    r"|east of|west of|between)\b"
)
#: A spot that is named is read, and no ledger is asked of it (`outside.narrow`).
_NEAR_A_NAME: Final = re.compile(
    r"(?: of (?:land|ground|territory))?(?: (?:an?|per|each|every) (?:day|week|month))?"
    r" (?:around|near|outside|(?:north|south|east|west)(?:-?(?:east|west))? of) [A-Z]"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|remains?|remained|lies?) (?:now |still |currently )?$")

#: "were lost" is said of drones as well, and has a family of its own.
_GROUND_VERBS: Final = AREA_VERBS | {"lost"}


def territory_measure(parse: Parse, start: int, end: int, period: Period | None) -> Measure | None:
    """The territory measure for the area at `start`, by its verb and by whose gain it is; None where the text speaks
    of other ground, of another war, or of what is not so."""
    a, b = parse.clause(start)
    if is_theirs(parse, start, end) or _IRREALIS.search(parse.text, a, b) or _before_the_war(parse, a, b):
        return None
    if _NEARBY.match(parse.text[end:]) and not _NEAR_A_NAME.match(parse.text, end):
        return None  # "12 sq km around it": of a place that no ledger knows
    predicate = governing(parse, start, end, _GROUND_VERBS) or elsewhere_in_sentence(parse, start, AREA_VERBS)
    if _GREW.search(parse.text[a:start]) and re.search(r"\bgrowth\b", parse.text[a:start]):
        return None  # how much faster or slower ground was gained
    if moved_by(parse, start) is not None:
        return "territory.net_change"
    if predicate is None:
        return _without_verb(parse, start, period)
    if re.search(r"\b(?:not|n['’]t|never|yet to|to) $", parse.text[: predicate.start]) and predicate.family == "held":
        return None  # "that it does not hold"
    own_gain = by_defender(parse, predicate) or _speaks_of_own(parse, predicate)
    if predicate.family == "held" and re.match(r" (?:more|less|fewer)\b", parse.text[end:]):
        return None  # "holds 85 square kilometres more of it than in June": a difference, and no ground held
    if predicate.family == "held":
        return _held(parse, predicate, period, own_gain)
    if predicate.family == "shrunk" and _gains_shrank(parse, predicate, start) and not own_gain:
        return "territory.net_change"
    if predicate.family == "shrunk" or (own_gain and re.search(r"\bnet $", parse.text[: predicate.start])):
        return None  # an area that shrank, or the defender's "net gain": the sentence turns the sign about
    if predicate.family == "retaken":
        return "territory.lost"
    if predicate.family in ("ceded", "lost"):
        return "territory.lost" if side_of(parse, predicate) == "attacker" else "territory.net_change"
    own_gain = own_gain or (takes_up(parse, predicate) and side_of(parse, predicate) == "defender")
    return "territory.lost" if own_gain else "territory.net_change"


def loser_unsaid(parse: Parse, start: int, end: int) -> bool:
    """Whether the area at `start` was lost, or gained by a pronoun, and the text does not say by whom."""
    predicate = governing(parse, start, end, _GROUND_VERBS) or elsewhere_in_sentence(parse, start, AREA_VERBS)
    if predicate is None or predicate.family not in ("ceded", "lost", "gained"):
        return False
    asked = predicate.family != "gained" or (takes_up(parse, predicate) and not by_defender(parse, predicate))
    return asked and side_of(parse, predicate) is None


_LOST_CONTROL: Final = re.compile(r"\b(?:lost|los(?:e|es|ing)|ceded|gave up|relinquished) (?:\w+ )?$")
_GREW: Final = when_asked(
    r"\b(?:gr(?:ew|own|ow|ows|owing)|expand(?:ed|s|ing)|increas(?:ed|es|ing)|extend(?:ed|s|ing)|widen(?:ed|s|ing)"
    r"|swell(?:ed|s)?|swollen|enlarg(?:ed|es|ing)|rose|ris(?:en|es|ing)|(?P<less>shr(?:ank|unk|ink|inks|inking)"
    r"|contract(?:ed|s|ing)|decreas(?:ed|es|ing)|declin(?:ed|es|ing)|reduced|fell|fallen|dwindl(?:ed|ing)"
    r"|diminish(?:ed|ing)))\b[^,;]{0,60}? by (?:(?:just|only|some|another|a further|a mere|a net) )*"
    # "by 90 km2 in March, 80 in April and 70 in May": each figure of the list is how far it moved
    r"(?:\d[\d,.]*(?: (?:square|sq\.?|km2?|km²|kilomet(?:er|re)s|miles|in|during|over|the|[A-Z]\w+|\d{4}))*(?:,|,? and)"
    r" (?:by )?)*$"
)
_HELD_GROUND: Final = when_asked(
    r"\b(?:occupied|held|controlled|seized|captured)\b|\b(?:control|occupation|holdings)\b", re.IGNORECASE
)
_NOBODYS: Final = when_asked(r"\b(?:gr[ae]y|buffer|contested|disputed|neutral|security) (?:zone|area)", re.IGNORECASE)


def moved_by(parse: Parse, start: int) -> float | None:
    """1.0 where the ground that the attacker holds is said to have grown by the area at `start`, -1.0 where it shrank;
    None where the text says neither, or of other ground."""
    a, _ = parse.clause(start)
    piece = parse.text[a:start]
    grew = _GREW.search(piece)
    if grew is None or not _HELD_GROUND.search(piece) or _NOBODYS.search(piece):
        return None
    if grew["less"] and _GAINS_NOUN.search(piece):
        return None  # what shrank is how much was gained
    names = "|".join(map(re.escape, (*parse.words.theatre.defender.names, *parse.words.theatre.defender.adjectives)))
    if re.search(rf"(?<!\w)(?:{names})(?:['’]s)?[ -](?:held|controlled|control)", piece):
        return None
    return -1.0 if grew["less"] else 1.0


_GAINS_NOUN: Final = re.compile(
    r"\b(?:gains?|advances?|seizures?|captures?|conquests?|haul|pace|rate|tempo|territory (?:taken|seized|captured"
    r"|gained))\b(?! (?:of|against) (?:the )?(?:defen|interc))",
    re.IGNORECASE,
)


_ANOTHERS: Final = re.compile(
    r"\bto [^;]*\d[^;]*, (?:while|whereas|but|and) [^,;]*"
    r"\b(?:report(?:ed|s)|counted|counts|gave|gives|found|had|has|measured|mapped|put (?:it|them) at|sa(?:id|ys))"
    r" (?:(?:just|only|about|some|nearly) )*$"
)


def _gains_shrank(parse: Parse, predicate: Predicate, start: int) -> bool:
    """ "gains have shrunk, to 447 square kilometres": smaller gains, and still gains."""
    a, _ = parse.clause(predicate.start)
    arrives = re.search(r"\b(?:to|from) (?:(?:just|only|a mere|some) )*$", parse.text[:start]) is not None
    if not arrives and _ANOTHERS.search(parse.text, predicate.end, start) is not None:
        arrives = True  # "shrank to 462 square kilometres, while another map-maker reported 271"
    return arrives and _GAINS_NOUN.search(parse.text, a, predicate.start) is not None


#: "90 km2 came under Russian control in May": a gain, where a stretch of time is named.
_CAME: Final = when_asked(
    r"\b(?:c[oa]me|coming|fell|fall(?:en|ing)?|pass(?:ed|ing)|put|placed|tak(?:en|ing)|took|brought|bring(?:ing)?)"
    r"(?: back)? (?:[\w'’]+ )?$",
    re.IGNORECASE,
)


def _held(parse: Parse, predicate: Predicate, period: Period | None, own: bool) -> Measure | None:
    """ "occupied 464 km2 in August" is a gain; "19 % is occupied" is held; what the defender holds is in no ledger."""
    verb = parse.text[predicate.start : predicate.end]
    names = "|".join(map(re.escape, (*parse.words.theatre.defender.adjectives, *parse.words.theatre.defender.names)))
    if re.search(rf"(?:in|under) (?:{names})(?:['’]s)? ", verb):
        return None
    if _LOST_CONTROL.search(parse.text[: predicate.start]):
        return "territory.held" if own else None  # what the one lost control of, the other controls
    stretch = period is not None and 1 < period.days <= 366
    if verb.lower().startswith("under") and stretch and _CAME.search(parse.text[: predicate.start]):
        return None if own else "territory.net_change"
    if verb.lower() != "occupied":
        return None if own else "territory.held"
    noun = _OCCUPIED_NOUN.search(parse.text[predicate.start : predicate.end + 10].split(",")[0].strip())
    moved = stretch and noun is None and not _PASSIVE.search(parse.text[: predicate.start])
    return "territory.net_change" if moved else "territory.held"


def _without_verb(parse: Parse, start: int, period: Period | None) -> Measure | None:
    """ "November, with 270 square miles, was the most productive month": what the sentence ranks, it measures. "The
    November total, 483 km2": a closed stretch among figures of territory is a gain."""
    if _brought(parse, start):
        return "territory.net_change"
    ranked = next((c.measure for c in parse.found if (c.measure or "").startswith("territory")), None)
    if ranked is not None:
        return ranked
    closed = period is not None and 6 < period.days <= 366 and period.granularity != "span"
    spoken = parse.before.family == "territory" or _TOTAL.search(parse.text) is not None
    return "territory.net_change" if closed and spoken else None


#: "March brought the army 143 square kilometres", "the push has won Moscow 60".
_BROUGHT: Final = when_asked(
    r"\b(?:brought|earn(?:ed|s)|won|yielded|netted|gave|handed) (?P<whom>(?:the |its )?(?:[\w'’-]+ ){1,3})"
    r"(?:(?:about|some|only|just|another|over|nearly|almost|more than|around|roughly|a|an|total|of|net|further) )*$"
)


def _brought(parse: Parse, start: int) -> bool:
    """Whether a stretch of time or a push is said to have brought the attacker the area at `start`."""
    found = _BROUGHT.search(parse.text, 0, start)
    return found is not None and parse.words.attacker.search(found["whom"]) is not None


def _before_the_war(parse: Parse, start: int, end: int) -> bool:
    """Whether the clause names a year before this war: another war, or other borders."""
    years = (int(y) for y in re.findall(r"(?<![\d.,])(1[5-9]\d\d|20[0-2]\d)(?![\d.,]\d|\d)", parse.text[start:end]))
    if re.search(
        r"\b(?:before|prior to|ahead of|until) (?:the |\w+['’]s |its )?(?:full-scale |large-scale "
        r"|\d{4} )*(?:invasion|war)\b",
        parse.text[start:end],
        re.IGNORECASE,
    ):
        return True
    began = parse.words.theatre.war_start
    return began is not None and any(year < began.year for year in years)


def _speaks_of_own(parse: Parse, predicate: Predicate) -> bool:
    """A commander of the defender who speaks of gains and names no side speaks of his own."""
    if predicate.family != "gained" or parse.words.attacker.search(parse.text):
        return False
    parties = {
        a.id for a in parse.words.theatre.actors if a.kind == "party" and a.side == parse.words.theatre.defender.id
    }
    return any(s.attribution.producer in parties for s in parse.speeches)

"""How a name stands in a sentence: as a place, as a capital that speaks for its government, or as a part of the name of
a person, a body or a river."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.lexicon import Lexicon
from dateline.extracting.patterns import when_asked

_PREPOSITION: Final = when_asked(
    r"(?:\b(?:in|at|on|against|over|across|near|around|of|into|within|inside|throughout|toward|towards|from|to"
    r"|for|hit|struck|targeted"
    r"|targeting|occupies|controls|holds|entering|entered|outside|between|seized|captured|liberated|took|takes"
    r"|retook|recaptured|storm|stormed|storms|overran|round|shelled|bombed|pounded|attacked|besieged)"
    r" (?:the |much of |most of |all of |parts of |northern |southern |eastern |western |central |occupied "
    r"|besieged |city of |cities of |\w+ern |industrial )*$)",
    re.IGNORECASE,
)
#: "according to Kyiv", "Kyiv and Moscow": a capital that stands for its government.
_OF_GOVERNMENT: Final = when_asked(
    r"\b(?:according to|told|tells|told by|accus(?:es|ed|ing)|urg(?:es|ed|ing)|ally of|allies of|support for"
    r"|(?:military |financial )?(?:aid|assistance|weapons|arms|loans?) (?:to|for)|pressure on|promised|between"
    r"|supplied to|blam(?:es|ed|ing)|talks with|contradict(?:s|ed|ing)|claims? (?:by|from|of)|figures? (?:by|from)) $",
    re.IGNORECASE,
)
#: Bodies that bear a place's name: what they say or do happens elsewhere.
_BODY: Final = when_asked(
    r" (?:[A-Z][\w'’-]+ |(?:of|for|and|the) ){0,5}?(?:Universit(?:y|ies)|Institute|School|Academy|College|Group|Bank"
    r"|Theat(?:re|er)|Museum|Opera|Independent|Post|Times|Journal|Today|News|Administration|Agency|Committee"
    r"|Foundation|Forum|Brigade|Regiment|Battalion|Division|FC|Council|Club|Company|Protocol|Agreements?|Memorandum"
    r"|Accords?|Declaration|Charter|Format|Initiative|Pride|Fashion|Security)(?!\w)"
)
#: What is no settlement, by the last word of its name: "the Saudi Maternity Hospital".
BUILT: Final = (
    r"Hospital|Clinic|School|University|College|Institute|Academy|Mosque|Church|Cathedral|Monastery|Temple|Market"
    r"|Prison|Airport|Airbase|Base|Bridge|Stadium|Hotel|Palace|Museum|Library|Cemetery|Street|Square|Road|Avenue"
    r"|Highway|River|Front|Army|Brigade|Battalion|Regiment|Corps|Council|Committee|Agency|Organi[sz]ation|Network"
    r"|Foundation|Mission|Force|Forces|Movement|Party|Cent(?:re|er)|Parliament|Congress|Court"
)
#: Capitalised words that may stand before a place without being part of a longer name.
_LEADS: Final = when_asked(
    r"(?:In|At|On|Near|Around|Over|Across|Outside|Inside|Within|Throughout|From|To|Into|Of|And|But|Or|As|The|For|With"
    r"|Against|Beyond|Behind|Between|Towards?|Via|Both|All|Only|Even|Besides|While|When|Where|If|Since|After|Before"
    r"|Until|Although|Because|Like|Unlike|Today|Yesterday|Overnight|Meanwhile|Now|Then|Here|There|That|This|City"
    r"|North|South|East|West|(?:North|South)[-]?(?:east|west)|Central|Upper|Lower|Greater|Occupied|Besieged|Village"
    r"|Town|Oblast|Region|[\w-]+(?:ern|ing|ed|ly|day|night)"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
)
_WORD_BEFORE: Final = when_asked(r"(?<![\w.'’-])([A-Z][\w'’-]*) $")


#: "the Dnipro River", "crossed the Dnipro in boats".
_WATER_AFTER: Final = when_asked(r" (?:[Rr]iver|[Rr]eservoir|[Ee]stuary|[Ll]agoon|[Cc]anal)(?!\w)")
_ARTICLE: Final = when_asked(r"\b[Tt]he $")
_NO_NOUN: Final = when_asked(
    r"$|[.;:)]| (?:in|at|on|to|near|from|by|with|into|is|was|are|were|as|has|had|that|which|for|after|before)(?!\w)"
)


def is_water(text: str, start: int, end: int) -> bool:
    """Whether a river bears the name: towns have no article unless a noun follows ("the Kyiv government")."""
    if _WATER_AFTER.match(text, end):
        return True
    return _ARTICLE.search(text, max(0, start - 4), start) is not None and _NO_NOUN.match(text, end) is not None


def is_located(before: str, name: str, after: str, words: Lexicon) -> bool:
    """Whether a name stands as a place and not, as capitals do, for a government."""
    if name in words.theatre.defender.names and (
        _OF_GOVERNMENT.search(before)
        or re.match(rf" and (?:{'|'.join(map(re.escape, words.theatre.attacker.names))})(?!\w)", after)
    ):
        return False
    return _PREPOSITION.search(before) is not None


def is_part_of_name(text: str, start: int, end: int, words: Lexicon, last: int) -> bool:
    """Whether the name belongs to a person, a club or a body ("Ivan Poltava", "Dynamo Kyiv", "the Kyiv School of
    Economics"). `last` is where the place before ends."""
    if _BODY.match(text, end):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if before is None or before.end(1) <= last or text[start:end].isupper():
        return False
    word = before[1].removesuffix("'s").removesuffix("’s")
    theatre = words.theatre
    own = (theatre.country.name, *theatre.defender.names, *theatre.defender.adjectives, *theatre.attacker.names,
           *theatre.attacker.adjectives)  # fmt: skip
    return word == before[1] and not (_LEADS.fullmatch(word) or word.isupper() or word in own)


def is_titled(text: str) -> bool:
    """Whether `text` is a headline in capitals, where a capital says nothing of names."""
    words = re.findall(r"[A-Za-z][\w'’-]{3,}", text)
    return not text.rstrip().endswith((".", "!", "?")) and sum(w[0].isupper() for w in words) >= 0.75 * len(words)

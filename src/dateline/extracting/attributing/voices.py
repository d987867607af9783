"""Who can speak, told from the words of a noun phrase: people and bodies that no list of names holds."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.patterns import when_asked

#: Heads of noun phrases that name somebody who gives figures.
_PEOPLE: Final = (
    r"medics?|doctors?|nurses?|surgeons?|paramedics?|residents?|witness(?:es)?|villagers?|survivors?|relatives"
    r"|neighbou?rs|workers?|rescuers?|firefighters?|volunteers?|activists?|lawyers?|campaigners?|investigators?"
    r"|prosecutors?|researchers?|scholars?|historians?|economists?|diplomats?|envoys?|ambassadors?|coordinators?"
    r"|co-ordinators?|rapporteurs?|directors?|chiefs?|heads?|chairs?|chairman|chairwoman|secretary|elders?|chiefdoms?"
    r"|officials?|officers?|analysts?|experts?|monitors?|observers?|commanders?|governors?|mayors?|leaders?|presidents?"
    r"|ministers?|generals?|spokes(?:man|men|woman|women|person|people)|aides?|sources?|administrators?"
    r"|epidemiologists?"
    r"|cartographers?|mappers|bloggers?|pollsters?|journalists?|reporters?|correspondents?|lawmakers?|engineers?"
    r"|demographers?|statisticians?|peacekeepers|police|coroners?|undertakers?|priests?|imams?|bishops?"
)
_BODIES: Final = (
    r"charit(?:y|ies)|organi[sz]ations?|committees?|commissions?|councils?|cent(?:re|er)s?|networks?|unions?"
    r"|associations?|societ(?:y|ies)|federations?|bureaus?|departments?|directorate|administrations?|delegations?"
    r"|panels?|projects?|watchdogs?|trackers?|hospitals?|morgues?|clinics?|broadcasters?|newspapers?|televisions?|radio"
    r"|institut(?:e|ions?)|authorit(?:y|ies)|ministry|ministries|missions?|agenc(?:y|ies)|offices?|observator(?:y|ies)"
    r"|army|military|navy|government|junta|rebels?|militias?|alliance|coalition|front|brotherhood|movement|presidency"
    r"|command|contingent|headquarters|staff|service|services|programme|fund|foundation|initiative|university"
    r"|think[- ]tank|secretariat|teams?|court|tribunal|unit|civil defen[cs]e|defen[cs]e forces?|air force|companies"
    r"|company|league|consortium|intelligence|collective|rooms?|group|groups|media|outlet|paper|channel|embassy|consulate"
    r"|municipality|clusters?|paramilitar(?:y|ies)|guerrillas|insurgents|separatists|jihadists|militants|regime|cabinet"
    r"|parliament|party"
)
_MATERIAL: Final = (
    r"data|figures|statistics|stud(?:y|ies)|analys[ei]s|counts?|tall(?:y|ies)|reports?|maps?|surveys?|polls?|records"
    r"|registers?|database|dataset|dashboard|index|bulletins?|communiqu[eé]s?|statements?|imagery|documents|ledgers?"
    r"|numbers|(?:satellite|aerial|drone) (?:images|pictures|photographs|photos|footage)|findings|evidence"
    r"|estimates?|models?|calculations?|assessments?|summary|summaries|update|overview|archive|list|lists|files"
)
#: Bodies whose trade is counting: what they record is their figure.
_COUNTING: Final = when_asked(
    r"(?<![\w-])(?:projects?|trackers?|observator(?:y|ies)|monitors?|observers?|missions?|commissions?|committees?"
    r"|watchdogs?|bureaus?|institute|network|charit(?:y|ies)|organi[sz]ations?|researchers|offices?|agency|agencies"
    r"|mappers|analysts|investigators|centre|center|society|ministry|authorities|clusters?)$",
    re.IGNORECASE,
)
_SIGNING: Final = when_asked(
    r"(?:source: )?(?:(?:local|regional|city|state|health|security|army|military|rescue|hospital|government|aid|UN"
    r"|interior"
    r"|defen[cs]e|emergency|provincial|district) ){0,3}(?:officials|officers|authorities|police|medics|sources|source"
    r"|ministry|residents|witnesses|civil defen[cs]e|monitors?|governor|mayor|spokes(?:man|woman|person)|charity"
    r"|agency|observatory|services)",
    re.IGNORECASE,
)
_HEAD: Final = rf"(?:{_PEOPLE}|{_BODIES})"
#: A body or person and what narrows it: "aid workers", "a spokesman for the governor", "analysts at Deep State".
_VOICE: Final = when_asked(rf"(?<![\w-]){_HEAD}(?: (?:for|of|at|with|in|from|on|to) [^,;:]{{2,50}})?$", re.IGNORECASE)
_STUFF: Final = when_asked(
    rf"(?<![\w-])(?:{_MATERIAL})(?: (?:from|by|of|at|in|for|on|seen|compiled|published|released|obtained|shared|issued"
    r"|collected|gathered|kept|shown|reviewed) [^,;:]{2,50})?$",
    re.IGNORECASE,
)
#: Verbs that take nobody but a speaker for a subject and are no participles behind a noun.
_CLEAR: Final = when_asked(
    r"(?:said|says?|saying|told|added|adds?|wrote|writes?|warn(?:ed|s)?|insist(?:ed|s)?|noted|explain(?:ed|s)?"
    r"|argued?s?|admitted|acknowledged|declare[ds]|predict(?:ed|s)|stressed|complained|boasted|conclude[ds])"
)
_OPENS: Final = (
    r"(?:the|an?|its|his|her|their|our|one|two|three|four|five|six|several|some|many|most|other|another|local|senior"
    r"|both)\b"
)
#: Words that make a stretch more than a noun phrase, or another thing than a speaker.
_NO_NAME: Final = when_asked(
    r"(?i)\b(?:is|are|was|were|had|has|have|been|be|being|will|would|could|can|may|might|must|which|who|whom|that|than"
    r"|if|it|there|what|when|where|not|this|these|those|as|to|but|because|so|nor|since|until|after|before|about|more"
    r"|less|fewer|over|under|nearly|almost|\w+day|report(?:ed|edly)|highest|lowest|largest|most|worst|deadliest|biggest"
    r"|fewest|killed|wounded|injured)\b|[\d%]"
)
_LONGEST: Final = 8
_NAME: Final = when_asked(r"(?:[Tt]he )?[A-Z][\w'’-]+(?: (?:(?:of|for|and|the|on|without) )*[A-Z][\w'’-]+)+")
#: A body by its letters: "UNIFIL", "the IOM".
_LETTERS: Final = when_asked(r"(?:[Tt]he )?[A-Z]{3,}s?")
_WHO: Final = when_asked(r"^(?P<source>[^,;:]{3,60}?) (?:who|that|which) ", re.IGNORECASE)


#: "Of 1,200 deaths " before "the charity".
_BEHIND_ITS_WHOLE: Final = when_asked(
    r"^(?:Of|In|On|By|From|For|Since|Between|Over|During|Among) [^,;]*?(?=\b(?:the|an?|its) [^\d,;]+$)(?=(?:the|an?"
    r"|its) "
    r"(?:[\w'’-]+ ){0,3}[\w'’-]+$)"
)


def speaks(subject: str, cue: str) -> bool:
    """Whether `subject` before the verb `cue` names a speaker: by its head, or by standing before a verb of speech
    as a short noun phrase ("a beekeeper said")."""
    subject = _bare(subject)
    if _NO_NAME.search(subject) or not subject:
        return False
    if _VOICE.search(subject) or _STUFF.search(subject) or _LETTERS.fullmatch(subject):
        return True
    named = re.match(_OPENS, subject, re.IGNORECASE) or re.fullmatch(r"[A-Z]\w+(?: [\w'’-]+)*", subject)
    return bool(named and _CLEAR.fullmatch(cue)) and len(subject.split()) <= _LONGEST


def voice(source: str) -> bool:
    """Whether the words name a person or body that gives figures; its papers ("a tally") are none."""
    source = _bare(source)
    return _VOICE.search(source) is not None and _NO_NAME.search(source) is None


def body(source: str) -> bool:
    """Whether the words name a body and no person."""
    return re.search(rf"(?<![\w-])(?:{_BODIES})$|^(?:[Tt]he )?(?:[A-Z]\.?)+$", source.strip()) is not None


def named(subject: str) -> bool:
    """Whether the words are nothing but a name of two words or more: "Human Rights Watch"."""
    return _NAME.fullmatch(_bare(subject)) is not None


def signs(source: str) -> bool:
    """Whether the words, behind a dash or in brackets at a sentence's end, sign it: "- local health officials"."""
    return _SIGNING.fullmatch(source.strip()) is not None


def counts(source: str) -> bool:
    """Whether the words name a body whose trade is counting, so that what it records is its figure."""
    return _COUNTING.search(_bare(source)) is not None or _LETTERS.fullmatch(_bare(source)) is not None


def material(source: str) -> bool:
    """Whether the words name what figures are taken from: a survey, a database, "a tally seen on Sunday"."""
    return _STUFF.search(re.sub(r"(?i) seen on \w+day$| this (?:week|month)$", "", source)) is not None


def narrowed(subject: str) -> str | None:
    """The speaker of "researchers who matched three lists", None where no such clause is there."""
    found = _WHO.match(subject)
    return found["source"] if found and voice(found["source"]) else None


def _bare(source: str) -> str:
    """Without what may stand before or behind a subject: "On Monday residents", "it has"."""
    source = re.sub(r" (?:of|aged) \d\d(?= |$)", "", source)  # "a teacher of 31 from the town"
    source = re.sub(r" (?:has|have|had|also|then|now|later|further|there|here|\w+ly)$", "", source.strip(" ,"))
    source = re.sub(r"^(?:(?:or so|so|and|but|while|whereas|though|although|as|yet|or) )+", "", source, flags=re.I)
    source = _BEHIND_ITS_WHOLE.sub("", source)
    return re.sub(r"^(?:(?:On|Last|This|In) (?:\w+day|week|month|January|February|March|April|May|June|July|August"
                  r"|September|October|November|December)),? ", "", source)  # fmt: skip

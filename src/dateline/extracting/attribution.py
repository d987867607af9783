"""Who is said to have made a figure: "according to X", "X said", "X's figures show", and the speaker before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.extracting.lexicon import Lexicon
from dateline.languages import en
from dateline.records.claim import Attribution

#: Verbs that only people and bodies can be the subject of.
_STRONG: Final = (
    r"(?:said|says|say|saying)(?! (?:goodbye|farewell|hello|nothing|yes|no|so|thanks|thank)\b)|told|noted|notes"
    r"|reported|reports|announced|announces|stated|states|added|adds|wrote"
    r"|writes|posted|posts|claimed|claims"
    r"|confirmed|confirms|estimated|estimates|calculated|calculates|acknowledged|insisted|insists|specified"
    r"|explained|explains|warned|warns"
    r"|responded|boasted|admitted|revealed|indicated|indicates|underscored|described|argued|argues|tallied"
    r"|pointed out|verified|documented|assessed|assesses|counted|reckoned|judged|tweeted|tweets|asserted|asserts"
    r"|alleged|alleges|contended|contends|reiterated|conceded|concedes|(?:maintain(?:ed|s)|conclude[ds]|declare[ds]"
    r"|stress(?:ed|es)|emphasi[sz]e[ds]|recounted|elaborated)(?= that\b|,|\.)"
)
#: Verbs that count as speech only after a known source or a noun of speech.
_WEAK: Final = (
    r"puts?|gave|gives|counted|counts|recorded|records|found|finds|shows?|showed|lists?|listed|registered|suggests?"
    r"|think|thinks|reckon|has|have|had|measured|measures|logged|logs|tracked|tallies|mapped|maps|totalled|totaled"
)
_SOURCE_NOUNS: Final = (
    r"officials?|authorit(?:y|ies)|ministry|analysts?|experts?|monitors?|mission|agency|office|observers?|group"
    r"|institute|figures|data|study"
    r"|analysis|count|tally|report|map|statistics|source|sources|commander|spokes(?:man|woman|person)|staff"
    r"|command|governor|mayor|leaders"
    r"|president|minister|general|police|researchers|interviewee|paper|media|outlet"
)
_ACCORDING = re.compile(
    r"\b(?P<cue>[Aa]ccording to|[Cc]iting|[Cc]ited by|[Aa]s reported by|[Rr]eported by|[Cc]ompiled by|[Pp]er"
    r"|[Aa]s counted by|[Oo]n the evidence available to|[Bb]ased on|[Oo]n the basis of"
    r"|[Jj]udging (?:by|from)|[Gg]oing by|[Aa]s mapped by"
    r"|[Dd]rawing on|[Aa]s (?:measured|estimated|calculated|recorded|verified) by|[Ii]n the words of)"
    r" (?P<source>[^,;:.()\"“”]+(?:\.[A-Z]\.)?[^,;:.()\"“”]*)"
)
_BY_COUNT = re.compile(
    r"\b[Bb]y (?P<source>(?:the |an? )?[^,;:.]{2,50}?)(?:['’]s?)? (?P<cue>count|estimates?|tally|reckoning"
    r"|calculations?|figures|data|numbers)\b"
)
#: Cues of _ACCORDING that are no cue unless what follows is a known source: "per day", "based on land".
_NEEDS_ACTOR: Final = re.compile(r"(?i)per|based on|on the basis of|judging (?:by|from)|going by|drawing on")
#: "DeepState's tally of 14", "the UN's latest figure was 14": nouns that only their maker owns; a country's toll or
#: losses are what it suffered.
_OWN_COUNT = re.compile(
    r"(?: (?:mission|office|agency|group|team|command|analysts|experts|monitors)){0,2}['’]s? (?:[\w-]+ ){0,3}?"
    r"(?P<cue>count|tally|tallies|estimates?|figures?|calculations?|reckoning|data|map|claim)"
    r"(?= (?:of|for|in|on|from|since|was|is|were|are|has|had|have|shows?|stands?|stood|puts?|at|that|and|as)\b"
    r"|[,.;:)]|$)"
)
#: "the count by DeepState", "figures from the UN": the same, its maker behind.
_COUNT_BY = re.compile(
    r"(?P<cue>[Cc]ount|[Tt]ally|[Ee]stimates?|[Ff]igures?|[Cc]alculations?|[Dd]ata|[Mm]ap|[Rr]eport|[Aa]nalysis)"
    r"(?: (?:compiled|published|released|given|issued|made|done|kept))? (?:by|from) (?:the )?"
    r"(?P<source>[^,;:.()\"“”]+?)(?= (?:is|are|was|were|has|have|stands?|stood|comes?|came|for|in|on|of|that|to)\b"
    r"|[,;:.()\"“”]|$)"
)
#: "... in May – DeepState." and "... (DeepState).": a source behind its statement.
_TAIL = re.compile(r"(?P<cue>\s[—–-]{1,2}\s|(?<=\w)—| \()(?P<source>[^()—–\d]{2,60}?)\)?[.!]?$")
#: "and the ISW one of 20", "while the UN put it at 20": a second source without a verb of its own.
_GAPPED = re.compile(
    r"\b(?:and|but|while|whereas|against)(?: only)? (?:the )?(?P<source>[A-Z][^,;:.()\"“”\d]{1,50}?)"
    r" (?P<cue>one of|one at|a figure of|a total of|a count of|at) (?=\d|about |some |around |nearly |roughly )"
)
#: "has it at 14": the one way in which having a number is stating it.
_HAS_AT = re.compile(
    r" (?:it|them|the (?:number|figure|total|toll|area|gain|loss(?:es)?|count))"
    r" at (?=\d|about |some |around |nearly |roughly |just )"
)
#: "recorded a net gain" says what happened to a party and what a producer counted.
_OWN_GAIN = re.compile(r"record(?:ed|s) (?:an?|its|their|the) (?:\w+ )?(?:gain|loss|advance)\b")
#: "DeepState, which maps the front, said": what stands between a source and its verb.
_APPOSED = re.compile(
    r"(?:^|(?<=[;:—–] ))(?P<source>(?:[Tt]he |[Aa]n? )?[^,;:—–]{2,70}?)(?:,| [—–-])"
    r" (?:which|who|whose|an?|the|one of|part of|based|citing|cited|quoted|speaking|writing|not|rather|like|along"
    r"|itself|himself|herself|in|on|for)\b[^;:\"“”]*(?:,| [—–-])\s*(?:(?:also|then|later|further) )?$"
)
#: "Citing the UN, AFP reported": who repeats a figure is not who made it.
_CITING: Final = re.compile(r"(?i)citing")
_QUOTED_BY: Final = re.compile(r"(?i)(?:cited|quoted|reported) by")
_LONGEST_NAME: Final = 8
#: Verbs that are nouns as well ("territorial claims") speak only before a clause or a figure.
_STRONG_CUE = re.compile(
    rf"(?<![\w-])(?P<cue>(?!(?:claims|reports|states|notes|estimates|posts|describes|reported|documented)(?:[.,;]"
    rf"| (?:of|in|on|by|from|for|and|to(?! have)|are|were|is|was)\b))(?:{_STRONG}))(?!\w)"
)
#: "133 square kilometres, DeepState reported." closes the sentence, which "12 killed were reported." does not.
_CLOSING_CUE = re.compile(
    r", (?P<source>[^,;:.]{2,60}?) (?P<cue>reported|documented|estimates?)(?=[.,;]|$| (?:on|in|at|early|late)\b)"
)
_WEAK_CUE = re.compile(rf"(?<![\w-])(?P<cue>{_WEAK})(?!\w)")
_PRONOUN = re.compile(
    r"(?:^|[\s,“\"])(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Tt]he (?:ministry|mission|agency|group|service|command"
    r"|monitors?|analysts?|office|general|president|minister|commander|spokes\w+|same source))\s*(?:also |then "
    r"|further |later |separately )*$"
)
_HEDGE = re.compile(rf"(?<!\w)(?:{en.HEDGES})(?!\w)", re.IGNORECASE)
_COLON = re.compile(r"^(?P<source>[A-Z][\w .'’-]{2,40})(?P<cue>:) ")


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution with the place of its cue, so that frames can tell a speaker from a subject."""

    start: int
    end: int
    attribution: Attribution


def speeches(text: str, words: Lexicon, before: Attribution | None) -> list[Speech]:
    """Every attribution in the sentence, in order. `before` is the source of the sentence before, which "He added"
    and "it said" refer to."""
    found = [
        _speech(match.start(), match.end(), match["source"], match["cue"].strip(), text, words, before)
        for match in _phrases(text, words)
    ]
    for pattern, strong in ((_STRONG_CUE, True), (_WEAK_CUE, False)):
        for match in pattern.finditer(text):
            speech = _subject(text, match, strong, words, before)
            if speech is None:
                continue
            across = [s for s in found if s.start < speech.end and speech.start < s.end]
            if all(_QUOTED_BY.fullmatch(s.attribution.cue) for s in across):  # "the mayor, cited by Reuters, said"
                found = [*(s for s in found if s not in across), speech]
    for speech in _counts(text, words, before):
        if not any(s.start < speech.end and speech.start < s.end for s in found):
            found.append(speech)
    return _makers(sorted(found, key=lambda s: s.start), words)


def _phrases(text: str, words: Lexicon) -> Iterator[re.Match[str]]:
    """Attributions that are no verb with its subject: "according to X", "by X's count", "X: ...", "... – X"."""
    for match in _ACCORDING.finditer(text):
        if _NEEDS_ACTOR.fullmatch(match["cue"]) is None or words.actor.search(match["source"]):
            yield match
    yield from _BY_COUNT.finditer(text)
    colon = _COLON.match(text)
    if colon and words.actor.search(colon["source"]):
        yield colon
    yield from (m for m in _CLOSING_CUE.finditer(text) if _is_actor(m["source"], words))
    for match in _GAPPED.finditer(text):
        if _is_actor(match["source"], words) and _makes(match["source"], words):
            yield match
    tail = _TAIL.search(text)
    if tail and _is_actor(tail["source"], words) and _makes(tail["source"], words):
        yield tail


def _counts(text: str, words: Lexicon, before: Attribution | None) -> Iterator[Speech]:
    """ "DeepState's tally of 14", "the count by DeepState": a known producer's own count."""
    for who in words.actor.finditer(text):
        own = _OWN_COUNT.match(text, who.end())
        if own is not None and _makes(who.group(), words):
            yield _speech(who.start(), own.end(), who.group(), own["cue"], text, words, before)
    for match in _COUNT_BY.finditer(text):
        if _is_actor(match["source"], words) and _makes(match["source"], words):
            yield _speech(match.start(), match.end(), match["source"], match["cue"], text, words, before)


def _is_actor(source: str, words: Lexicon) -> bool:
    """Whether the words are a known source's name, with at most an article, an owner and a place around it."""
    known = list(words.actor.finditer(source))
    if not known:
        return False
    before, behind = source[: known[-1].start()], source[known[-1].end() :]
    owned = re.fullmatch(r"\s*(?:[Tt]he |[Aa]n? |[\w.]+['’]s )*", before)
    return owned is not None and re.fullmatch(r"(?: in [A-Z]\w+)?\s*", behind) is not None


def _makes(source: str, words: Lexicon) -> bool:
    """Whether the words name a producer of figures; a country's or a party's count may be what it suffered."""
    actor = words.producer(source)
    return actor is not None and actor.kind == "producer"


def _makers(found: list[Speech], words: Lexicon) -> list[Speech]:
    """Without those who only repeat: "AFP reported, citing the UN" is the UN's, unless the two together are a
    producer of their own ("AFP from ISW data")."""
    own = [s for s in found if not _QUOTED_BY.fullmatch(s.attribution.cue)]
    found = own if own and own[0].start < found[0].end else found
    cited = [s for s in found if _CITING.fullmatch(s.attribution.cue)]
    if len(cited) != 1 or len(found) != 2:
        return found
    maker, other = cited[0], next(s for s in found if s is not cited[0])
    sources = other.attribution.source, maker.attribution.source
    for actor in words.theatre.actors:
        pairs = [alias.split("+") for alias in actor.aliases if "+" in alias]
        if any(a in sources[0] and b in sources[1] for a, b in pairs):
            return [replace(maker, attribution=replace(maker.attribution, producer=actor.id))]
    return [maker]


def hedged(text: str) -> bool:
    return _HEDGE.search(text) is not None


#: "..., said the General Staff."
_INVERTED = re.compile(r" (?P<source>(?:[A-Z]|the |its |his |her )[^,;:.]{2,70}?)(?=[,.]|$| on | in )")


def _subject(text: str, cue: re.Match[str], strong: bool, words: Lexicon, before: Attribution | None) -> Speech | None:
    """The noun phrase that speaks: before the cue in its clause, or after it at a sentence's end ("said X")."""
    apposed = _APPOSED.search(text, 0, cue.start())
    if apposed is not None and (_speaks if strong else _makes)(apposed["source"], words):
        return _speech(apposed.start("source"), cue.end(), apposed["source"], cue["cue"], text, words, before)
    inverted = _INVERTED.match(text, cue.end())
    if (
        strong
        and inverted is not None
        and _plain(inverted, words)
        and cue["cue"] != "told"
        and re.search(r"[,”\"]\s*$", text[: cue.start()])
    ):
        return _speech(cue.start(), inverted.end("source"), inverted["source"], cue["cue"], text, words, before)
    start = _clause_start(text, cue.start())
    subject = text[start : cue.start()].strip(' ,"“”')
    if _PASSIVE.search(subject):
        return None
    if not subject or subject[:1] in '"”':
        inverted = re.match(r" (?P<source>(?:[A-Z]|the )[^,;:.]{2,80})", text[cue.end() :])
        if not strong or inverted is None or start == 0:
            return None
        return _speech(cue.start(), cue.end() + inverted.end(), inverted["source"], cue["cue"], text, words, before)
    pronoun = _PRONOUN.search(" " + subject)
    named = words.actor.search(subject)
    if (
        pronoun is None
        and named is None
        and not re.search(rf"(?<!\w)(?:{_SOURCE_NOUNS})(?:\s|$)", subject, re.IGNORECASE)
    ):
        person = re.search(r"(?:^|\s)[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*)*$", subject)
        if not strong or person is None:
            return None
    if cue["cue"] in ("has", "have", "had"):
        material = re.search(r"\b(?:map|shown by|data|figures|count|tally)\b", subject)
        possesses = not material and not (_HAS_AT.match(text, cue.end()) and _makes(subject, words))
    else:
        possesses = _OWN_GAIN.match(text, cue.start()) is not None and not _makes(subject, words)
    if not strong and (possesses or not _shows(text, cue, subject, words)):
        return None
    return _speech(start, cue.end(), subject, cue["cue"], text, words, before)


#: "was not confirmed": what was said and not who says it.
_PASSIVE: Final = re.compile(r"(?:^|\s)(?:is|are|was|were|be|been|being)(?: not| also| since| later)?$")


def _plain(inverted: re.Match[str], words: Lexicon) -> bool:
    """Whether the words behind a verb name somebody, and are no statement of their own ("said Russia took 14")."""
    source = inverted["source"]
    return not re.search(r"\d", source) and (len(source.split()) <= _LONGEST_NAME or _speaks(source, words))


def _speaks(source: str, words: Lexicon) -> bool:
    """Whether the words before a comma end in a known source or in a noun for one."""
    known = list(words.actor.finditer(source))
    return bool(known and known[-1].end() >= len(source) - 1) or (
        re.search(rf"(?<!\w)(?:{_SOURCE_NOUNS})$", source, re.IGNORECASE) is not None
    )


def _shows(text: str, cue: re.Match[str], subject: str, words: Lexicon) -> bool:
    """A weak verb speaks when its subject is a source or its material, and what follows is a figure or a clause."""
    material = re.search(
        rf"(?<!\w)(?:{_SOURCE_NOUNS}|count|score)(?:$| (?:from|by|of|shown by|compiled by|published by"
        rf"|lately shown by))",
        subject,
        re.IGNORECASE,
    )
    known = list(words.actor.finditer(subject))
    return bool(material or (known and known[-1].end() >= len(subject) - 2))


def _clause_start(text: str, end: int) -> int:
    """Where the clause with the cue begins; an apposition between commas ("X, an analyst with Y, told") is part of
    its subject."""
    piece = text[:end]
    marks = [m.end() for m in re.finditer(r"[,;:—–]\s|[\"”“]\s?|\band\b ", piece)]
    if not marks:
        return 0
    if piece.rstrip().endswith(","):
        first = piece.rfind(",", 0, piece.rstrip().rfind(","))
        return 0 if first < 0 else _clause_start(text, first) if first < 60 else marks[-2] if len(marks) > 1 else 0
    return marks[-1]


def _speech(
    start: int, end: int, source: str, cue: str, text: str, words: Lexicon, before: Attribution | None
) -> Speech:
    source = re.sub(r" (?:has|have|had|also|then|now|later|further)$", "", " ".join(source.split()).strip(" ,'’\"“”"))
    source = re.sub(r"^(?:[Aa]s|[Ww]hile|[Ww]hereas|[Aa]nd|[Bb]ut) (?=the |[A-Z])", "", source)
    if cue.lower().startswith("compiled") and words.producer(text[:start]) is not None:
        source = text[:start].rsplit(". ", 1)[-1].strip(" ,")  # who compiled is not who counted
    pronoun = _PRONOUN.search(" " + source) is not None or re.fullmatch(
        r"(?:his|her|its|their)(?: own)?", source, re.IGNORECASE
    )
    actor = words.producer(source)
    if pronoun and actor is None and before is not None:
        return Speech(start, end, Attribution(before.source, before.producer, cue, "indirect", hedged(text)))
    direct = "direct" if re.search(r"[\"“]", text) else "indirect"
    return Speech(start, end, Attribution(source, actor.id if actor else None, cue, direct, hedged(text)))  # type: ignore[arg-type]

"""Who is said to have made a figure: "according to X", "X said", "X's figures show", and the speaker before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.extracting.lexicon import Lexicon
from dateline.languages import en
from dateline.records.claim import Attribution

#: Verbs that only people and bodies can be the subject of.
_STRONG: Final = (
    r"said|says|say|saying|told|noted|notes|reported|reports|announced|announces|stated|states|added|adds|wrote"
    r"|writes|posted|posts|claimed|claims"
    r"|confirmed|confirms|estimated|estimates|calculated|calculates|acknowledged|insisted|insists|specified"
    r"|explained|explains|warned|warns"
    r"|responded|boasted|admitted|revealed|indicated|indicates|underscored|described|argued|argues|tallied"
    r"|pointed out|verified|documented|assessed|assesses|counted|reckoned|judged"
)
#: Verbs that count as speech only after a known source or a noun of speech.
_WEAK: Final = (
    r"puts?|gave|gives|counted|counts|recorded|records|found|finds|shows?|showed|lists?|listed|registered|suggests?"
    r"|think|thinks|reckon|has|have|had"
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
    r"|[Aa]s counted by|[Oo]n the evidence available to"
    r"|[Ii]n the words of) (?P<source>[^,;:.()\"“”]+(?:\.[A-Z]\.)?[^,;:.()\"“”]*)"
)
_BY_COUNT = re.compile(
    r"\b[Bb]y (?P<source>(?:the |an? )?[^,;:.]{2,50}?)(?:['’]s?)? (?P<cue>count|estimates?|tally|reckoning"
    r"|calculations?|figures|data|numbers)\b"
)
#: Verbs that are nouns as well ("territorial claims") speak only before a clause or a figure.
_STRONG_CUE = re.compile(
    rf"(?<![\w-])(?P<cue>(?!(?:claims|reports|states|notes|estimates|posts|describes|reported|documented)(?:[.,;]"
    rf"| (?:of|in|on|by|from|for|and|to|are|were|is|was)\b))(?:{_STRONG}))(?!\w)"
)
#: "133 square kilometres, DeepState reported." closes the sentence, which "12 killed were reported." does not.
_CLOSING_CUE = re.compile(r", (?P<source>[^,;:.]{2,60}?) (?P<cue>reported|documented|estimates?)(?=[.,;]|$)")
_WEAK_CUE = re.compile(
    rf"(?<![\w-])(?P<cue>(?!record(?:ed|s) (?:an?|its|their|the) (?:\w+ )?(?:gain|loss|advance))(?:{_WEAK}))(?!\w)"
)
_PRONOUN = re.compile(
    r"(?:^|[\s,“\"])(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Tt]he (?:ministry|mission|agency|group|service|command"
    r"|monitors?|analysts?|office|general|president|minister|commander|spokes\w+|same source))\s*(?:also |then "
    r"|further |later |separately )*$"
)
_HEDGE = re.compile(rf"(?<!\w)(?:{en.HEDGES})(?!\w)", re.IGNORECASE)
_COLON = re.compile(r"^(?P<source>[A-Z][\w .'’-]{2,40}): ")


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution with the place of its cue, so that frames can tell a speaker from a subject."""

    start: int
    end: int
    attribution: Attribution


def speeches(text: str, words: Lexicon, before: Attribution | None) -> list[Speech]:
    """Every attribution in the sentence, in order. `before` is the source of the sentence before, which "He added"
    and "it said" refer to."""
    found: list[Speech] = []
    for match in _ACCORDING.finditer(text):
        if match["cue"].lower() != "per" or words.actor.search(match["source"]):
            found.append(_speech(match.start(), match.end(), match["source"], match["cue"], text, words, before))
    for match in _BY_COUNT.finditer(text):
        found.append(_speech(match.start(), match.end(), match["source"], match["cue"], text, words, before))
    colon = _COLON.match(text)
    if colon and words.actor.search(colon["source"]):
        found.append(_speech(0, colon.end(), colon["source"], ":", text, words, before))
    for match in _CLOSING_CUE.finditer(text):
        if (who := words.actor.match(match["source"].removeprefix("the "))) and who.end() == len(
            match["source"].removeprefix("the ")
        ):
            found.append(_speech(match.start(), match.end(), match["source"], match["cue"], text, words, before))
    for pattern, strong in ((_STRONG_CUE, True), (_WEAK_CUE, False)):
        for match in pattern.finditer(text):
            speech = _subject(text, match, strong, words, before)
            if speech is not None and not any(s.start < speech.end and speech.start < s.end for s in found):
                found.append(speech)
    return sorted(found, key=lambda s: s.start)


def hedged(text: str) -> bool:
    return _HEDGE.search(text) is not None


#: "..., said the General Staff."
_INVERTED = re.compile(r" (?P<source>(?:[A-Z]|the |its |his |her )[^,;:.]{2,70}?)(?=[,.]|$| on | in )")


def _subject(text: str, cue: re.Match[str], strong: bool, words: Lexicon, before: Attribution | None) -> Speech | None:
    """The noun phrase that speaks: before the cue in its clause, or after it at a sentence's end ("said X")."""
    inverted = _INVERTED.match(text, cue.end())
    if strong and inverted is not None and cue["cue"] != "told" and re.search(r"[,”\"]\s*$", text[: cue.start()]):
        return _speech(cue.start(), inverted.end("source"), inverted["source"], cue["cue"], text, words, before)
    start = _clause_start(text, cue.start())
    subject = text[start : cue.start()].strip(' ,"“”')
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
    possesses = cue["cue"] in ("has", "have", "had") and not re.search(
        r"\b(?:map|shown by|data|figures|count|tally)\b", subject
    )
    if not strong and (possesses or not _shows(text, cue, subject, words)):
        return None
    return _speech(start, cue.end(), subject, cue["cue"], text, words, before)


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

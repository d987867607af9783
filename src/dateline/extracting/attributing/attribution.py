"""Who is said to have made a figure: "according to X", "X said", "X's figures show", and the speaker before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extracting.attributing import sourcing as forms
from dateline.extracting.attributing import voices
from dateline.extracting.lexicon import Lexicon
from dateline.records.claim import Attribution


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution with the place of its cue, so that frames can tell a speaker from a subject."""

    start: int
    end: int
    attribution: Attribution


def speeches(text: str, words: Lexicon, before: Attribution | None) -> list[Speech]:
    """Every attribution in the sentence, in order. `before` is the source of the sentence before, which "He added"
    and "it said" refer to."""
    signs = forms.SIGNS(text)
    found = [
        _speech(match.start(), match.end(), match["source"], match["cue"].strip(), text, words, before)
        for match in _phrases(text, words, signs)
    ]
    for pattern, strong in ((forms.STRONG_CUE, True), (forms.WEAK_CUE, False)):
        for match in pattern.finditer(text) if ("strong" if strong else "weak") in signs else ():
            speech = _subject(text, match, strong, words, before)
            if speech is None:
                continue
            across = [s for s in found if s.start < speech.end and speech.start < s.end]
            if all(forms.QUOTED_BY.fullmatch(s.attribution.cue) for s in across):  # "the mayor, cited by Reuters, said"
                found = [*(s for s in found if s not in across), speech]
    for speech in _counts(text, words, before) if "count" in signs else ():
        if not any(s.start < speech.end and speech.start < s.end for s in found):
            found.append(speech)
    if not found and "ours" in signs and (ours := forms.OURS.search(text)) is not None:
        found.append(_speech(ours.start(), ours.end(), ours["source"], ours["cue"], text, words, before))
    return _makers(sorted(found, key=lambda s: s.start), words)


def _phrases(text: str, words: Lexicon, signs: frozenset[str]) -> Iterator[re.Match[str]]:
    """Attributions that are no verb with its subject: "according to X", "by X's count", "X: ...", "... – X"."""
    for match in forms.ACCORDING.finditer(text) if "according" in signs else ():
        named = words.actor.search(match["source"]) or (match["cue"] in ("per", "Per") and _per(match["source"]))
        if forms.NEEDS_ACTOR.fullmatch(match["cue"]) is None or named:
            yield match
    if "by" in signs:
        yield from forms.BY_COUNT.finditer(text)
        yield from (m for m in forms.BY_COUNT_OF.finditer(text) if _gives(m, words))
        yield from (m for m in forms.PUT_BY.finditer(text) if _gives(m, words))
        made = (m for m in forms.MADE_BY.finditer(text) if not forms.NOT_MADE.search(text, 0, m.start()))
        yield from (m for m in made if _gives(m, words))
    for sign, form in (("view", forms.IN_VIEW), ("as", forms.AS_HAS)):
        yield from (m for m in form.finditer(text) if _gives(m, words)) if sign in signs else ()
    yield from forms.UNNAMED.finditer(text) if "unnamed" in signs else ()
    colon = forms.COLON.match(text)
    listed = colon is not None and forms.HEADING.search(colon["source"]) is not None
    if colon and ((words.actor.search(colon["source"]) and not listed) or voices.speaks(colon["source"], ":")):
        yield colon
    for match in forms.CLOSING_CUE.finditer(text) if "closing" in signs else ():
        title = match["source"].partition(", ")[0]
        if _is_actor(match["source"], words) or voices.voice(title) or voices.named(title):
            yield match
    for match in forms.GAPPED.finditer(text) if "gapped" in signs else ():
        if voices.voice(match["source"]) or (_is_actor(match["source"], words) and _makes(match["source"], words)):
            yield match
    for match in forms.OWN_TOLL.finditer(text) if "toll" in signs else ():
        if voices.counts(match["source"]) and _counted(text, match.start(), match.end()):
            yield match
    tail = forms.TAIL.search(text) if "tail" in signs else None
    named = tail is not None and _is_actor(tail["source"], words) and _makes(tail["source"], words)
    if tail and (named or voices.signs(tail["source"])):
        yield tail


def _per(source: str) -> bool:
    """Whether "per" gives a source and no rate: "per the monitoring group"; "per hospital" is a rate."""
    said = source.split()
    heads = (" ".join(said[:count]) for count in range(2, _FEW_WORDS + 1))
    return source.startswith(("the ", "a ", "an ", "its ")) and any(voices.voice(head) for head in heads)


#: A source's head is sought in so many words behind "per".
_FEW_WORDS = 4


def _gives(match: re.Match[str], words: Lexicon) -> bool:
    """Whether the source of a passive or of "in X's view" is a producer, or a person or body that gives figures."""
    source = match["source"]
    return (_is_actor(source, words) and _makes(source, words)) or voices.voice(source)


def _counts(text: str, words: Lexicon, before: Attribution | None) -> Iterator[Speech]:
    """ "DeepState's tally of 14", "the count by DeepState": a known producer's own count."""
    for who in words.actor.finditer(text):
        own = forms.OWN_COUNT.match(text, who.end())
        makes = own is not None and _makes(who.group(), words) and not words.foreign(text, who)
        if own is not None and makes and _counted(text, who.start(), own.end()):
            yield _speech(who.start(), own.end(), who.group(), own["cue"], text, words, before)
    for match in forms.COUNT_BY.finditer(text):
        makes = _is_actor(match["source"], words) and _makes(match["source"], words)
        if makes and _counted(text, match.start(), match.end()):
            yield _speech(match.start(), match.end(), match["source"], match["cue"], text, words, before)


def _counted(text: str, start: int, end: int) -> bool:
    """Whether the count named at `text[start:end]` is that of a figure in the sentence, and no measure of another."""
    if forms.OPENING.fullmatch(text, 0, start) is not None:
        return True
    return forms.MEASURED_BY.search(text, 0, start) is None and forms.FIGURE_BEHIND.match(text, end) is not None


def _is_actor(source: str, words: Lexicon) -> bool:
    """Whether the words are a known source's name, with at most an article, an owner and a place around it."""
    return any(
        re.fullmatch(r"\s*(?:[Tt]he |[Aa]n? |[\w.]+['’]s )*", source[: known.start()])
        and re.fullmatch(r"(?: in [A-Z]\w+)?\s*", source[known.end() :])
        for known in words.actor.finditer(source)
    )


def _makes(source: str, words: Lexicon) -> bool:
    """Whether the words name a producer of figures; a country's or a party's count may be what it suffered."""
    actor = words.producer(source)
    return actor is not None and actor.kind == "producer"


def _makers(found: list[Speech], words: Lexicon) -> list[Speech]:
    """Without those who only repeat: "AFP reported, citing the UN" is the UN's, unless the two together are a
    producer of their own ("AFP from ISW data")."""
    own = [s for s in found if not forms.QUOTED_BY.fullmatch(s.attribution.cue)]
    found = own if own and own[0].start < found[0].end else found
    cited = [s for s in found if forms.CITING.fullmatch(s.attribution.cue)]
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
    return forms.HEDGE.search(text) is not None


def _subject(text: str, cue: re.Match[str], strong: bool, words: Lexicon, before: Attribution | None) -> Speech | None:
    """The noun phrase that speaks: before the cue in its clause, or after it at a sentence's end ("said X")."""
    apposed = forms.APPOSED.search(text, 0, cue.start())
    if apposed is not None and _parted(text, apposed, cue, strong, words):
        return _speech(apposed.start("source"), cue.end(), apposed["source"], cue["cue"], text, words, before)
    if (
        forms.PARTICIPLE.fullmatch(cue["cue"])
        and text.endswith(", ", 0, cue.start())
        and forms.WHEN.match(text, cue.end())
    ):
        return None  # "The levy, announced on 10 February, could"
    inverted = forms.INVERTED.match(text, cue.end())
    if (
        strong
        and inverted is not None
        and _plain(inverted, words)
        and cue["cue"] not in ("told", "described")
        and re.search(r"[,”\"]\s*$", text[: cue.start()])
    ):
        return _speech(cue.start(), inverted.end("source"), inverted["source"], cue["cue"], text, words, before)
    start = _clause_start(text, cue.start())
    subject = forms.TIMED.sub("", forms.AUXILIARY.sub("", text[start : cue.start()].strip(' ,"“”')))
    subject = forms.WHOSE.sub("", subject)
    if forms.PASSIVE.search(subject) or forms.THAN.search(subject):
        return None
    if not subject or subject[:1] in '"”':
        inverted = re.match(r" (?P<source>(?:[A-Z]|the )[^,;:.]{2,80})", text[cue.end() :])
        if not strong or inverted is None or start == 0:
            return None
        return _speech(cue.start(), cue.end() + inverted.end(), inverted["source"], cue["cue"], text, words, before)
    pronoun = forms.PRONOUN.search(" " + subject)
    named = words.actor.search(subject)
    if (
        pronoun is None
        and named is None
        and not voices.speaks(subject, cue["cue"])
        and not re.search(rf"(?<!\w)(?:{forms.SOURCE_NOUNS})(?:\s|$)", subject, re.IGNORECASE)
    ):
        person = forms.PERSON.search(subject)
        if person is None and (who := voices.narrowed(subject)) is not None:
            subject = who
        elif person is None or not (
            strong
            or (forms.FOUND.match(text, cue.start()) and voices.named(subject))
            or (forms.OWNS_UP.match(text, cue.start()) and forms.JOINED.sub("", subject) == person.group().strip())
        ):
            return None
    if not strong and not _weakly(text, cue, subject, words, before):
        return None
    if strong and (title := forms.TITLE.search(text, 0, start)) and voices.voice(title["source"]):
        start, subject = title.start("source"), f"{title['source']}, {subject}"
    return _speech(start, cue.end(), subject, cue["cue"], text, words, before)


def _weakly(text: str, cue: re.Match[str], subject: str, words: Lexicon, before: Attribution | None) -> bool:
    """Whether a weak verb speaks: for a source or its papers, or for the source before ("it has logged 21")."""
    if cue["cue"] in forms.PLURAL_VERBS:
        return forms.SOME_THERE.search(subject) is not None or (
            forms.PLURAL_SUBJECT.search(subject) is not None
            and (voices.speaks(subject, cue["cue"]) or _shows(subject, words))
        )
    if forms.KEEPS.fullmatch(cue["cue"]) and before is not None and forms.PRONOUN_ALONE.search(" " + subject):
        return True
    if cue["cue"] == "detected" and not _makes(subject, words):
        return False
    if forms.OWNS_UP.match(text, cue.start()) is not None or forms.SOME_THERE.search(subject) is not None:
        return True
    return _states(text, cue, subject, words) and (
        _shows(subject, words)
        or (_kept(text, cue, subject) and voices.speaks(subject, cue["cue"]))
        or voices.material(subject)
        or (forms.FOUND.match(text, cue.start()) is not None and voices.named(subject))  # "Human Rights Watch found"
    )


def _kept(text: str, cue: re.Match[str], subject: str) -> bool:
    """Whether a verb tells of keeping count, and not of what happened to its subject: "the army recorded 12 dead"."""
    if forms.NOT_OF.fullmatch(cue["cue"]) is None or voices.counts(subject):
        return True
    return cue["cue"][0] in "pg" and forms.GIVES_A_FIGURE.match(text, cue.end()) is not None


def _parted(text: str, apposed: re.Match[str], cue: re.Match[str], strong: bool, words: Lexicon) -> bool:
    """Whether what stands before an apposition speaks by itself; "an analyst, one of the UN's," is the UN's."""
    source = apposed["source"]
    if not strong:
        return (_makes(source, words) or voices.voice(source)) and _states(text, cue, source, words)
    return _speaks(source, words) and (
        words.producer(source) is not None or words.producer(text[apposed.start() : cue.start()]) is None
    )


def _states(text: str, cue: re.Match[str], subject: str, words: Lexicon) -> bool:
    """Whether a weak verb states something: to have 14 jets or to record a gain is no statement, for a map to have
    them or for a producer to record it is."""
    if cue["cue"] in ("has", "have", "had"):
        if forms.ON_ITS_BOOKS.match(text, cue.end()) and (_makes(subject, words) or voices.voice(subject)):
            return True
        if re.search(r"\b(?:map|shown by|data|figures|count|tally)\b", subject):
            return True
        return forms.HAS_AT.match(text, cue.end()) is not None and _makes(subject, words)
    return forms.OWN_GAIN.match(text, cue.start()) is None or _makes(subject, words)


def _plain(inverted: re.Match[str], words: Lexicon) -> bool:
    """Whether the words behind a verb name somebody, and are no statement of their own ("said Russia took 14")."""
    source = forms.AGED.sub("", inverted["source"])
    return not re.search(r"\d", source) and (len(source.split()) <= forms.LONGEST_NAME or _speaks(source, words))


def _speaks(source: str, words: Lexicon) -> bool:
    """Whether the words before a comma end in a known source or in a noun for one."""
    known = list(words.actor.finditer(source))
    return bool(known and known[-1].end() >= len(source) - 1) or (
        re.search(rf"(?<!\w)(?:{forms.SOURCE_NOUNS})$", source, re.IGNORECASE) is not None
    )


def _shows(subject: str, words: Lexicon) -> bool:
    """A weak verb speaks when its subject is a source or its material, and what follows is a figure or a clause."""
    material = re.search(
        rf"(?<!\w)(?:{forms.SOURCE_NOUNS}|count|score)(?:$| (?:from|by|of|shown by|compiled by|published by"
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


def _same(source: str, before: Attribution, words: Lexicon) -> bool:
    """Whether "the ministry" can be the source before: a body whose name holds that noun, which the UN's mission is
    not; "the president" is no body at all. Pronouns and the rest may stand for any."""
    definite = forms.DEFINITE.search(source)
    if definite is None:
        return True
    if definite["body"] is None:
        return voices.material(before.source) is False and voices.body(before.source) is False
    aliases = (a for actor in words.theatre.actors if actor.id == before.producer for a in actor.aliases)
    return any(definite["body"].lower() in name.lower() for name in (before.source, *aliases))


def _speech(
    start: int, end: int, source: str, cue: str, text: str, words: Lexicon, before: Attribution | None
) -> Speech:
    source = re.sub(
        r" (?:has|have|had|also|then|now|later|further|shows?)$", "", " ".join(source.split()).strip(" ,'’\"“”")
    )
    source = re.sub(
        r"^(?:(?:[Aa]s|[Ww]hile|[Ww]hereas|(?:[Aa]l)?[Tt]hough|[Aa]nd|[Bb]ut|(?:or )?so|which) )+(?=the |[A-Z])"
        r"|^wh(?:ich|om) (?=[a-z])",
        "",
        source,
    )
    source = forms.TIMED.sub("", source)
    if (quoted := forms.QUOTED.search(source)) is not None:
        source = quoted["one"] or quoted["other"]
    if cue.lower().startswith("compiled") and words.producer(text[:start]) is not None:
        source = text[:start].rsplit(". ", 1)[-1].strip(" ,")  # who compiled is not who counted
    pronoun = forms.PRONOUN.search(" " + source) is not None or re.fullmatch(
        r"(?:his|her|its|their)(?: own)?", source, re.IGNORECASE
    )
    actor = words.producer(source) or words.own_ministry(source, text)
    if pronoun and actor is None and before is not None and _same(source, before, words):
        return Speech(start, end, Attribution(before.source, before.producer, cue, "indirect", hedged(text)))
    direct = "direct" if re.search(r"[\"“]", text) else "indirect"
    return Speech(start, end, Attribution(source, actor.id if actor else None, cue, direct, hedged(text)))  # type: ignore[arg-type]

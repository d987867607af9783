"""Roles: "Foreign Minister X", "former U.S. President Y", "X, the president of Z", "the governor, W"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.scope import claim
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import alternation, when_asked
from dateline.extracting.signs import Signs
from dateline.languages import en
from dateline.records.period import Period

_COUNTRY: Final = alternation(en.DEMONYMS)
#: A whole word, never a part of it: a search that may give letters back tries a name in every length.
_WORD: Final = r"[A-Z](?=[\w'’-]*[a-zà-ÿ])[\w'’-]*+"
_NAME: Final = (
    rf"(?P<person>(?:{_WORD}|[A-Z]\.)(?: (?:[A-Z]\.|(?:de|von|van|der|bin|ibn|al|el)(?![\w-])"
    rf"|(?:al|el|an|ar|as|ash|at|ad)-{_WORD}|{_WORD})){{1,4}})"
)
_TERM: Final = (
    r"(?P<term>(?:[Ff]ormer|[Ee]x-?|[Oo]utgoing|[Tt]hen-?|[Aa]cting|[Ii]ncoming|[Ii]nterim|[Ll]ate|[Oo]ne-time"
    r"|[Pp]ast)[ -]?)?"
)
#: Offices that need no list of their own: a head noun, what stands before it ("UN relief", "Air Force"), and the body
#: behind it ("of the general staff"). A name must stand beside it, which keeps the plain nouns out.
_BODY: Final = r"(?:[\w-]+['’]s? |[\w-]+ |[A-Z][\w.-]* )"
_HEAD: Final = (
    rf"(?:(?!(?:{en.SPEECH}|and|or|but|the|a|an|of|to|in|on|by|with|that|when|while|who)\b)"
    r"(?>[\w-]+(?= )|[A-Z][\w.-]*) ){0,4}?"
    r"(?:deputy |acting |first )?(?:governor|[Gg]ov\.|mayor|spokes(?:man|woman|person)|minister|chief|head|commander"
    r"|director(?:[- ]general)?|secretary|chair(?:man|woman|person)?|speaker|ombudsman|commissioner(?:[- ]general)?"
    r"|coordinator|rapporteur|prosecutor|representative|negotiator|advis[eo]r|aide|ambassador|envoy|president"
    r"|chancellor|leader|administrator)"
)
_OF_BODY: Final = r"(?: (?:of|for|at|to) (?:the )?(?:[\w'’.-]+ ){0,6}?[\w'’.-]+)?"
_OFFICE: Final = rf"(?:(?i:{en.OFFICES})(?![\w-])|{_HEAD}(?![\w-]))"
_POSSESSED: Final = rf"(?:(?P<country>{_COUNTRY})(?:['’]s)? )?"
#: "Former U.S. President Donald Trump", "Ukraine's Defense Minister Rustem Umerov".
_BEFORE = when_asked(
    rf"(?<!\w){_TERM}{_POSSESSED}(?P<term2>[Ff]ormer |[Aa]cting |then-|[Oo]utgoing )?"
    rf"(?P<office>(?i:{en.OFFICES})),? {_NAME}"
)
#: "Governor Ivan Melnyk", "spokesman Ada Moss", "UN police chief Lars Holm".
_HEADED = when_asked(
    rf"(?<![\w'’]){_TERM}{_POSSESSED}(?P<term2>[Ff]ormer |[Aa]cting )?(?P<office>(?i:{_HEAD})) {_NAME}"
)
#: "the governor, Petro Bondar,", "Ukraine's interior minister, X,", "the head of the administration, Y, said".
_APART = when_asked(
    rf"(?<![\w'’])(?:[Tt]he |[Ii]ts |[Hh]is |[Tt]heir |[\w-]+['’]s? ){_TERM}{_POSSESSED}"
    rf"(?P<office>{_OFFICE}{_OF_BODY}), {_NAME}(?=,|\.$|;| said| told|$)"
)
#: "Prime Minister of Poland Donald Tusk".
_OF = when_asked(rf"(?<!\w){_TERM}(?P<office>(?i:{en.OFFICES})) of (?:the )?(?P<country>{_COUNTRY}),? {_NAME}")
#: "Donald Tusk, the Polish prime minister," and "Mark Rutte, secretary-general of NATO".
_AFTER = when_asked(
    rf"{_NAME}, (?:the |who is |now )?{_TERM}{_POSSESSED}(?P<office>(?i:{en.OFFICES}))(?: of (?:the )?"
    rf"(?P<country2>{_COUNTRY}))?(?=[,.;]| and\b| told| said)"
)
#: "Lina Marsh, spokeswoman for the mission,", "Ivan Melnyk, Lutsk's mayor, said".
_HEADED_AFTER = when_asked(
    rf"{_NAME}, (?:the |its |an? )?(?:(?:[A-Z][\w-]+ ){{0,3}}?[A-Z][\w-]+['’]s? )??{_TERM}{_POSSESSED}"
    rf"(?P<office>{_OFFICE}{_OF_BODY})(?=[,.;]| told| said)"
)
_PATTERNS: Final = (
    (_OF, "of"), (_BEFORE, "before"), (_AFTER, "after"), (_APART, "apart"), (_HEADED, "headed"),
    (_HEADED_AFTER, "after"),
)  # fmt: skip
#: Ranks and titles before a name are no part of it.
_RANK = when_asked(
    r"^(?:(?:Lieutenant|Lt|Major|Maj|Brigadier|Brig|Colonel|General|Gen|Col|Captain|Capt|Admiral|Vice|Rear|Marshal|Dr"
    r"|Mr|Mrs|Ms|Professor|Prof|Sheikh|Sir)\.? )+"
)
_NOT_A_NAME: Final = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", *(m.title() for m in en.MONTHS)}
)
#: Words that make a body, a place or a force of what looks like a name.
_NO_PERSON = when_asked(
    r"\b(?:Forces?|Army|Navy|Ministry|Minister|Council|Committee|Office|Staff|Brigade|Corps|Command|Guard|Region|Oblast"
    r"|Province|City|Street|Square|Nations|Union|House|Party|Service|Agency|Department|Mission|University|Hospital"
    r"|Institute|Centre|Center|Group|Front|Movement|News|Times|Post|Crescent|Cross|Watch|International|Republic"
    r"|States|Kingdom|Court|Parliament|Assembly|Affairs|Defence|Defense|Security|East|West|North|South|President)\b"
)


#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = (
    rf"{en.OFFICES}|governor|\bgov\.|mayor|spokes|minister|chief|\bhead\b|commander|director|secretary|chair|speaker"
    r"|ombudsman|commissioner|coordinator|rapporteur|prosecutor|representative|negotiator|advis[eo]r|\baide\b|leader"
    r"|administrator"
)
_PART: Final = r"(?:(?-i:[A-Z]\S*|(?:de|von|van|der|bin|ibn|al|el)|(?:al|el|an|ar|as|ash|at|ad)-\S+))"
_TWO: Final = rf"(?-i:[A-Z])\S* {_PART}"
#: What each pattern needs at least (re2, see `signs`): most sentences with an office name nobody beside it.
_SIGNS: Final = Signs(
    {
        "of": rf"(?:{en.OFFICES}) of (?:the )?(?-i:[A-Z])",
        "before": rf"(?:{en.OFFICES}),? {_TWO}",
        "after": rf"(?-i:[A-Z])\S*(?: {_PART}){{1,4}}, [^,]*(?:{TRIGGER})",
        "apart": rf", {_TWO}",
        "headed": rf"(?:[a-z]|gov\.) {_TWO}",
    }
)


def find(parse: Parse) -> None:
    """Adds a claim for each person named together with an office."""
    seen = _SIGNS(parse.text)
    for pattern, sign in _PATTERNS:
        for match in pattern.finditer(parse.text) if sign in seen else ():
            start = parse.sentence.start + match.start()
            if not any(
                c.quote.start < start + len(match.group()) and start < c.quote.end
                for c in parse.found
                if c.frame == "role"
            ):
                _add(parse, match)


def _add(parse: Parse, match: re.Match[str]) -> None:
    parts = match.groupdict()
    person = _RANK.sub("", re.sub(r"['’]s?$", "", parts["person"])).strip()
    if person.split()[0] in _NOT_A_NAME or len(person.split()) < 2 or _NO_PERSON.search(person):
        return
    end = (
        match.start("person") + len(re.sub(r"['’]s?$", "", parts["person"]).strip())
        if match.start("person") > match.start("office")
        else match.end()
    )
    country = parts.get("country") or parts.get("country2")
    term = ((parts["term"] or "") + (parts.get("term2") or "")).strip(" -").lower()
    dimensions = {"person": person, "office": parts["office"], "term": _term(term)}
    if country:
        dimensions["country"] = en.DEMONYMS[country]
    doubtful = term in ("then", "incoming", "outgoing", "late") or _of_another_time(parse, match)
    parse.found.append(
        claim(
            parse,
            match.start(),
            end,
            "role",
            "officials.role",
            period=Period.of_day(parse.ref),
            dimensions=dimensions,
            doubt="ambiguous_period" if doubtful else None,
            doubt_detail=_doubt(term) if doubtful else "",
        )
    )


def _of_another_time(parse: Parse, match: re.Match[str]) -> bool:
    """Whether the sentence tells of a time long past, in which another may have held the office."""
    past = any(
        m.period is not None and m.kind == "at" and (parse.ref - m.period.last).days > 45 for m in parse.mentions
    )
    before = parse.text[: match.start()]
    possessed = re.search(r"\b(?:[Ff]ormer|[Tt]hen|[Ee]x)-?\b[^,.;]*['’]s $", before) is not None
    pluperfect = re.search(r"\bhad (?:\w+ly )?\w+(?:ed|en|wn|ld|t)\b", parse.text) is not None
    turn = re.search(
        r"\b(?:before|after|until|since) (?:[\w'’.]+ ){0,5}(?:inauguration|took office|came to power|election"
        r"|resign\w+|dismissal)",
        parse.text,
    )
    parted = re.search(r"\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Aa]cting)[ -](?:[\w'’-]+ ){1,4}$", before) is not None
    return past or possessed or pluperfect or parted or turn is not None


def _term(word: str) -> str:
    return "former" if word.startswith(("former", "ex", "one-time", "past")) else "current"


def _doubt(term: str) -> str:
    return f'"{term}" names another time than the report\'s' if term else "the sentence tells of another time"

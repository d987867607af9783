"""Roles: "Foreign Minister X", "former U.S. President Y", "X, the president of Z"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.scope import claim
from dateline.languages import en
from dateline.records.period import Period

_COUNTRY: Final = "|".join(sorted(map(re.escape, en.DEMONYMS), key=len, reverse=True))
_NAME: Final = (
    r"(?P<person>(?:[A-Z][\w'’-]*[a-zà-ÿ][\w'’-]*|[A-Z]\.)(?: (?:[A-Z]\.|(?:de|von|van|der|bin|al|el)(?!\w)"
    r"|[A-Z][\w'’-]*[a-zà-ÿ][\w'’-]*)){1,3})"
)
_TERM: Final = (
    r"(?P<term>(?:[Ff]ormer|[Ee]x-?|[Oo]utgoing|[Tt]hen-?|[Aa]cting|[Ii]ncoming|[Ii]nterim|[Ll]ate|[Oo]ne-time"
    r"|[Pp]ast)[ -]?)?"
)
#: "Former U.S. President Donald Trump", "Ukraine's Defense Minister Rustem Umerov".
_BEFORE = re.compile(
    rf"(?<!\w){_TERM}(?:(?P<country>{_COUNTRY})(?:['’]s)? )?(?P<term2>[Ff]ormer |[Aa]cting |then-"
    rf"|[Oo]utgoing )?(?P<office>(?i:{en.OFFICES})),? {_NAME}"
)
#: "Prime Minister of Poland Donald Tusk".
_OF = re.compile(rf"(?<!\w){_TERM}(?P<office>(?i:{en.OFFICES})) of (?:the )?(?P<country>{_COUNTRY}),? {_NAME}")
#: "Donald Tusk, the Polish prime minister," and "Mark Rutte, secretary-general of NATO".
_AFTER = re.compile(
    rf"{_NAME}, (?:the |who is "
    rf"|now )?{_TERM}(?:(?P<country>{_COUNTRY})(?:['’]s)? )?(?P<office>(?i:{en.OFFICES}))(?: of (?:the )?"
    rf"(?P<country2>{_COUNTRY}))?(?=[,.;]| and\b| told| said)"
)
_NOT_A_NAME: Final = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", *(m.title() for m in en.MONTHS)}
)


#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = en.OFFICES


def find(parse: Parse) -> None:
    """Adds a claim for each person named together with an office."""
    for pattern in (_OF, _BEFORE, _AFTER):
        for match in pattern.finditer(parse.text):
            start = parse.sentence.start + match.start()
            if not any(
                c.quote.start < start + len(match.group()) and start < c.quote.end
                for c in parse.found
                if c.frame == "role"
            ):
                _add(parse, match)


def _add(parse: Parse, match: re.Match[str]) -> None:
    parts = match.groupdict()
    person = re.sub(r"['’]s?$", "", parts["person"]).strip()
    if person.split()[0] in _NOT_A_NAME or len(person.split()) < 2:
        return
    end = match.start("person") + len(person) if match.start("person") > match.start("office") else match.end()
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

"""Names that stand as places in a war that no theatre covers, whatever list has them: behind "into", before the word
for something that stands there ("the Axum prison", "Mocha's outskirts"), and as the subject that takes a share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.extracting.lexicon import Lexicon
from dateline.extracting.patterns import when_asked
from dateline.gazetteer.world import Sense, world
from dateline.records.place import Level, Place

_LEVELS: Final[dict[str, Level]] = {"region": "region", "county": "region", "town": "settlement"}
_NAME: Final = r"(?P<name>(?:(?:al|el|as|ash|ad|at|an|ar)-)?[A-Z][a-z]+(?:['’-][a-z]+)?(?: [A-Z][a-z]+)?)"
_SIDE: Final = r"(?:(?:north|south)?-?(?:north|south|east|west)ern|central|old|outer|inner)"
_FEW: Final = r"(?:last|main|only|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
#: "crossed into Kessab", "in and around Axum", "the road runs through Mocha".
_BEHIND: Final = when_asked(
    rf"\b(?:into|through|(?:storm|besiege|overrun|encircle|recapture|retake|bombard|enter|reach)s?"
    rf"|(?:besieg|encircl|overrunn|storm|enter)ing|(?:in|at|on|near) (?:and|or) (?:a?round|near|outside)"
    rf"|(?:[Kk]ilomet(?:re|er)s|km|miles) (?:\w+ )?(?:from|of)"
    rf"|(?:shops|streets|hospitals|clinics|bakeries|schools|residents|inhabitants|roofs) of) {_NAME}(?=[\s,.;:)]|$)"
)
#: "the Kalehe detention centre"; and "Mocha's northern edge".
_FACILITY: Final = when_asked(
    rf"\b(?:[Tt]he|[Aa]|[Ii]n|[Aa]t|[Oo]n|of|hit|struck|bombed) {_NAME} (?:\w+ )?(?:detention (?:centre|center|camp)"
    r"|(?:refugee|displacement|internment|IDP) camp|prison|jail|bus station|power (?:station|plant)|dam|airfield"
    r"|air ?base|refinery|oil (?:terminal|depot)|fish market|livestock market)(?!\w)"
)
_SPOT: Final = when_asked(
    rf"(?<![\w'’-]){_NAME}['’]s? (?:(?:{_SIDE}|{_FEW}) )?(?:edges?|outskirts|suburbs?|gates?"
    r"|garrisons?|streets?|cent(?:re|er)|neighbou?rhoods?|quarters?|waterfront|walls|markets?|airport|airfields?"
    r"|old (?:city|town)|bazaars?|churches|mosques|hospitals?|clinics|schools|wells|bakeries|bridges"
    r"|residents|inhabitants)(?!\w)"
)
#: "eleven of Hajjah's 31 districts".
_OWNS: Final = when_asked(rf"\bof {_NAME}['’]s? (?=\d)")
#: "Hajjah made up 40 percent, Amran another 12": the second place goes on with the share.
_TAKES: Final = when_asked(
    rf"[,;] (?:and )?(?:(?:while|with) )?{_NAME} (?:another|a further|for the (?:first|second|third) time)(?!\w)"
)
#: "that Mocha would fall by the winter".
_FALLS: Final = when_asked(
    rf"\b(?:that|as|and|but|when|if|unless|until) {_NAME} (?:would|could|will|may|might|must) "
    r"(?:soon )?(?:fall|be (?:freed|taken|lost|retaken|liberated|captured|encircled|besieged))\b"
)
#: Names of bodies, of peoples, times and titles that stand so as well.
_NO_NAME: Final = when_asked(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Ramadan|Eid|Christmas|Easter|Operation|President|General|Prime|Foreign|Security"
    r"|Hamas|Hezbollah|Nato|Islamic|Red|World|Human|Doctors|United|Supreme|National|Central|State|Defen[cs]e|Health"
    r"|The|This|That|His|Her|Its|Their|Our|Some|Another|An|In|At|On|For|Of|It|He|She|They|We)\b.*"
    r"|\w+(?:ese|ian|ish|ist|ists|ians|day)|[A-Z]{2,}"
)


def sited(text: str, words: Lexicon) -> Iterator[tuple[int, int, Place]]:
    """Start, end and place of every name that its surroundings make a place."""
    for pattern in (_BEHIND, _FACILITY, _SPOT, _OWNS, _TAKES, _FALLS):
        for match in pattern.finditer(text):
            start, name = match.start("name"), re.sub(r"['’]s$", "", match["name"])
            if pattern is _BEHIND and _OF_NOBODY.match(text, match.end("name")) is not None:
                continue
            if (place := _place(name, words)) is not None:
                yield start, start + len(name), place


_OF_NOBODY: Final = when_asked(r" (?:hands|custody|captivity|service|airspace|territory|rule)\b")


def _place(name: str, words: Lexicon) -> Place | None:
    """The place of the name; None where it is a body's, a people's, a country's or no name at all."""
    if _NO_NAME.fullmatch(name) or words.producer(name) is not None:
        return None
    senses: tuple[Sense, ...] = world().senses(name)
    if any(s.kind in ("country", "people", "area") for s in senses):
        return None
    known = next((s for s in senses if s.kind in _LEVELS), None)
    if known is None:
        return Place(name, f"unlisted:{name}", "settlement")
    return Place(name, known.id, _LEVELS[known.kind])


#: "North Kivu", where a list has only a "North".
HALF_A_NAME: Final = re.compile(r"(?:North|South|East|West|Upper|Lower|New|Old|Port|Mount|Lake|Saint|San|Santa)")

"""What stands around a name and says that it is a toponym or that it is not: signs with points, added up.

The points were chosen on half of the articles of a labelled set and scored on the other half
(`benchmarks/toponyms.py`); only their sum against `ACCEPTED` counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from dateline.extracting.patterns import when_asked
from dateline.gazetteer.world import Sense

Role = Literal["place", "people", "body", "road"]
#: Start, end and label of a named entity of the parse tier.
Entity = tuple[int, int, str]
ACCEPTED: Final = 2.0
#: A name that has this many points is a toponym wherever else the text writes it.
_SURE: Final = 3.5


@dataclass(slots=True)
class Candidate:
    """`text[start:end]` may be a toponym. `settled` is one whose own form says what it is ("Kent County"), and which
    only its neighbours can make more or less likely."""

    start: int
    end: int
    name: str
    senses: tuple[Sense, ...]
    points: float
    role: Role = "place"
    settled: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether it is a country, a region or a people, which may stand beside the name of a town."""
        return bool(self.senses) and self.senses[0].kind in ("country", "region", "people")


@dataclass(frozen=True, slots=True)
class Around:
    """A text as it is written and with its capitals lowered, its entities in order (None without the parse tier) and
    the words of the names of the people in it."""

    written: str
    text: str
    entities: Sequence[Entity] | None
    people: frozenset[str]


def weigh(candidates: list[Candidate], around: Around) -> None:
    """Adds to every candidate what its surroundings say, then what the other candidates say. They stand in order."""
    for index, candidate in enumerate(candidates):
        if candidate.role == "road":
            continue
        before = candidates[index - 1] if index else None
        after = candidates[index + 1] if index + 1 < len(candidates) else None
        candidate.points += (
            _of_neighbours(candidate, before, after, around.text)
            + _of_words_before(candidate, before, around)
            + _of_words_after(candidate, after, around)
            + _of_people(candidate, around)
            + (_of_entities(candidate, around) if around.entities is not None else 0.0)
        )
    _join_lists(candidates, around.text)
    sure = {c.name for c in candidates if c.points >= _SURE}
    for candidate in candidates:
        if candidate.name in sure and candidate.points < ACCEPTED:
            candidate.points += 2.0


_TITLE: Final = (
    r"(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Capt|Cpl|Col|Gen|Maj|Rev|Sen|Rep|Gov|Det|Prof|Sir|Lord|Lady|Officer|Judge|Justice"
    r"|Senator|Deputy|Detective|Coach|President|Attorney|Commissioner|Councilman|Councilwoman|Superintendent"
    r"|Director|Chairman|Secretary|Trooper|Sheriff|Chief|Mayor|Representative|Governor|Principal|Pastor|Sister"
    r"|Brother|Father|Uncle|Aunt|King|Queen|Prince|Princess|Saint)"
)
_TITLED: Final = when_asked(rf"(?<!\w){_TITLE}\.? $")
_NAMED: Final = when_asked(rf"(?<!\w){_TITLE}\.? (?:[A-Z][\w'’-]* )?([A-Z][\w'’-]*)")
_PARTY: Final = when_asked(r"(?:^|[\s(])(?:[RDI]|DFL|GOP|NDP)-$")
_IN: Final = when_asked(
    r"(?:^|[\s(“\"])(?i:in|near|outside|downtown|around|throughout|across|within|inside|(?:north|south|east|west"
    r"|northeast|northwest|southeast|southwest|suburbs?|outskirts|city|town|village|mayor|residents?|natives?"
    r"|people) of) (?:the |downtown |nearby |neighbou?ring |rural |suburban |[a-z]+ern |central )*$"
)
_FROM: Final = when_asked(
    r"(?:^|[\s(“\"])(?i:at|from|to|of|through|between|towards?|into|via|over|leaving|for|based|visit(?:ed|ing)?)"
    r" (?:the )?(?:[a-z]+ern )?$"
)
_ARTICLE: Final = when_asked(r"(?:^|[\s“\"])[Aa]n? $")
_LEAD: Final = when_asked(
    r"(?:In|At|On|Near|From|To|Of|And|But|Or|The|For|With|By|As|Downtown|North|South|East|West|Northern|Southern"
    r"|Eastern|Western|Central|Metro|Greater|Upper|Lower|Mid|Northeast|Northwest|Southeast|Southwest|If|When|While"
    r"|After|Before|Since|Both|Old|City|Town|University|College|State|Bank|Republic|Port|Diocese|Village|A|An|That|This"
    r"|His|Her|Its|Their|Our|My|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Some|Many|All|Most|Where|Outside|Inside)"
)
_WORD_BEFORE: Final = when_asked(r"(?<![\w.'’-])([A-Z][\w'’-]*\.?) $")


def _of_words_before(c: Candidate, before: Candidate | None, around: Around) -> float:
    """Prepositions, parties, titles, and a capitalised word that the name belongs to."""
    words = around.text[max(0, c.start - 40) : c.start]
    points = 2.5 if _IN.search(words) else 1.0 if _FROM.search(words) else 0.0
    if _PARTY.search(words):
        points += 3.0
    if _TITLED.search(words):
        return points - 3.0
    word = _WORD_BEFORE.search(words)
    joined = before is not None and before.end == c.start - 1 and before.is_wide
    if c.role == "people":
        return points
    return points - (1.0 if word and not joined and not _LEAD.fullmatch(word[1]) else 0.0)


#: Who and what a town has.
_OWN: Final = re.compile(
    r"(?:'s|’s)?(?:-based|-area|-born)?(?: (?:area|residents?|natives?|man|woman|men|women|suburbs?|officials|police"
    r"|firefighters|officers|mayor|neighbou?rhoods?|community|communities|city|region|province|state"
    r"|governorate|oblast|district|downtown|schools?|voters|lawmakers"
    r"|business|businesses|office|facility|plant|home|stores?|campus|branch|hospital|council|government|airport|teen"
    r"|teenagers?|couple|family|students?|team|location|market|attorney|lawyer|businessman|pastor|doctor|teacher|fire"
    r"|crash|shooting|firm|club|group|parents|leaders|councillors|metropolitan|border|site|factory|mill|politicians"
    r"|authorities|troops|forces|army|company|house|apartment|motorist|driver|port|streets"
    r"|harbou?r|skyline|economy|population|outskirts|cent(?:re|er)))(?!\w)|(?:-based|-area|-born)(?!\w)"
)
_BODY: Final = when_asked(
    r" (?:Police|Fire|City|County|Township|Town|Village|Schools?|High|Elementary|Middle|Junior|University|College"
    r"|Community|Hospital|Medical|Council|Department|Chamber|Public|Area|Regional|District|Court|Circuit|Superior"
    r"|Municipal|Airport|International|Library|Cent(?:er|re)|Board|Memorial|General|State|Historical|Museum|National"
    r"|Metro|Valley|Association|Housing|Water|Health|Zoo|Mall|Food|Law|Emergency|Foreign|Minist(?:er|ry)|Parliament"
    r"|Embassy|Church|Baptist|Methodist|Presbyterian|Catholic|Lutheran|Parks?|Planning|Supreme|Recreation|Bureau"
    r"|Seniors?)(?!\w)"
)
_OFFICER: Final = when_asked(
    r" (?:Mayor|Police|Fire Department|Fire Chief|City Council|Sheriff|Councilman|Councilwoman|Town Council|Selectmen)"
    r"(?!\w)"
)
_PRESS: Final = when_asked(
    r" (?:[A-Z][\w-]+ )?(?:Times|Journal|Post|Herald|Tribune|Gazette|Daily|News|Star|Sun|Chronicle|Examiner|Courier"
    r"|Register|Observer|Dispatch|Sentinel|Globe|Mirror|Telegraph|Inquirer|Independent|Journal-\w+)(?!\w)"
)
_DISH: Final = when_asked(
    r" (?:and \w+ )?(?:food|restaurants?|grocery|sausages?|pubs?|cuisine|bread|grill|dishes|cooking|toast|fries"
    r"|dressing|class|classes|teacher|language|literature|shepherd)(?!\w)",
    re.IGNORECASE,
)
_DATELINE: Final = when_asked(r"(?:, [A-Z][\w. ]{1,14}?)?(?: \([A-Z][\w ]*\))?(?:\s*(?:—|–|--|-|_)\s|:\s|  )")
_WORD_AFTER: Final = when_asked(r" ([A-Z][\w'’-]+)")
_NOT_A_NAME: Final = when_asked(
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June|July|Aug(?:ust)?|Sept(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I|He|She|They|The|And|But|In|On"
)


def is_body(text: str, at: int) -> bool:
    """Whether the words at `at` make a name before them that of a body ("... City Council")."""
    return _BODY.match(text, at) is not None


def _of_words_after(c: Candidate, after: Candidate | None, around: Around) -> float:
    """Its residents, the body that it belongs to, the dash of a date line, and a capitalised word that goes on."""
    text, points = around.text, 0.0
    if c.role == "people" and _DISH.match(text, c.end):
        points -= 3.0
    if _PRESS.match(text, c.end):
        points -= 4.0
    if _OWN.match(text, c.end):
        points += 2.5
    elif _ARTICLE.search(text, max(0, c.start - 4), c.start) and re.match(r" [a-z]", text[c.end : c.end + 2]):
        points += 1.5
    whole = len(c.name) > 3 and around.written[c.start : c.end].isupper()
    if whole and (c.start <= 1 or _DATELINE.match(around.written, c.end)):
        points += 3.0
    officer, body = _OFFICER.match(text, c.end), _BODY.match(text, c.end)
    if officer or body:
        c.role = "body" if c.role == "place" else c.role
        return points + (2.5 if officer else 1.5)
    word = _WORD_AFTER.match(text, c.end)
    joined = after is not None and after.start == c.end + 1 and after.is_wide
    goes_on = word is not None and not joined and not _NOT_A_NAME.fullmatch(word[1])
    return points - (0.5 if goes_on and not c.is_wide else 0.0)


def _of_neighbours(c: Candidate, before: Candidate | None, after: Candidate | None, text: str) -> float:
    """A town before its state, and the state behind it."""
    points = 0.0
    if after is not None and after.is_wide and re.fullmatch(r", ?| \(", text[c.end : after.start]):
        points += 4.0
    if before is not None and c.is_wide and before.senses and text[before.end : c.start] == ", ":
        points += 2.0
    return points


def names_of_people(text: str, entities: Sequence[Entity] | None) -> frozenset[str]:
    """Words of the names of people that the text names in full or with a title."""
    full = [text[a:b].split() for a, b, label in entities or () if label == "PERSON"]
    words = [w.removesuffix("'s").removesuffix("’s") for words in full if len(words) > 1 for w in words]
    return frozenset([*_NAMED.findall(text), *words])


def _of_people(c: Candidate, around: Around) -> float:
    words = c.name.split()
    return -1.0 if c.name in around.people or (len(words) < 3 and words[-1] in around.people) else 0.0


#: What the parse tier's label says of a name that is the whole entity, and of one that is a part of it.
_WHOLE: Final = {"GPE": 3.0, "NORP": 2.0, "LOC": 1.0, "FAC": 0.5, "PERSON": 0.5, "ORG": 0.0, "PRODUCT": 0.0}
_PART: Final = {
    "GPE": 0.0, "LOC": 0.0, "FAC": 0.0, "PERSON": -4.0, "DATE": -4.0, "TIME": -4.0, "CARDINAL": -4.0,
    "ORDINAL": -4.0, "MONEY": -4.0, "QUANTITY": -4.0, "PERCENT": -4.0,
}  # fmt: skip


def _of_entities(c: Candidate, around: Around) -> float:
    """What the parse tier calls the name, or what it takes it for a part of."""
    if c.settled or _OFFICER.match(around.text, c.end):
        return 0.0
    entities = around.entities or ()
    index = bisect_right(entities, c.start, key=lambda e: e[1])
    if index == len(entities) or entities[index][0] >= c.end:
        return -0.5
    start, end, label = entities[index]
    if (start, end) == (c.start, c.end):
        return _WHOLE.get(label, -1.0)
    if not (start <= c.start and c.end <= end):
        return 0.0
    if label == "ORG":
        c.role = "body" if c.role == "place" else c.role
        return 0.5 if start == c.start else -0.5
    return _PART.get(label, -1.0)


_JOINED: Final = re.compile(r", (?:and |or )?| (?:and|or) |/")


def _join_lists(candidates: list[Candidate], text: str) -> None:
    """What stands in a list with toponyms is one rather than not: once from the left and once from the right."""
    forward = list(pairwise(candidates))
    for left, right in (*forward, *forward[::-1]):
        if "road" in (left.role, right.role) or not _JOINED.fullmatch(text, left.end, right.start):
            continue
        for one, other in ((left, right), (right, left)):
            if one.points >= ACCEPTED > other.points:
                other.points += 1.5

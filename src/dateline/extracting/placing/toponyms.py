"""Toponyms of the whole world in news text: names of the gazetteer and of a few patterns, weighed by what stands around
them, joined with the named entities of the parse tier where that is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.extracting import parsing
from dateline.extracting.placing.toponym_evidence import (
    ACCEPTED,
    Around,
    Candidate,
    Entity,
    Role,
    is_body,
    names_of_people,
    weigh,
)
from dateline.extracting.placing.toponym_senses import ranked
from dateline.gazetteer.world import Sense, World, world


@dataclass(frozen=True, slots=True)
class Toponym:
    """`text[start:end]` names a place. `role` says whether it stands for the place itself, for its people
    ("Georgian"), as part of the name of a body ("Dublin City Council") or as a road. `candidates` are what it can
    mean, the likeliest first; empty for roads and for names that the gazetteer lacks."""

    start: int
    end: int
    name: str
    role: Role
    candidates: tuple[Sense, ...] = ()


def toponyms(texts: Sequence[str], parse: bool = True) -> list[list[Toponym]]:
    """The toponyms of each text, in order. Without `parse` only names of the gazetteer and patterns are used, at
    about seventy times the speed. Raises ParserMissing where `parse` is wanted and no model is installed."""
    if not parse:
        return [_of_text(text, None, world()) for text in texts]
    return [_of_text(text, _entities(d), world()) for text, d in zip(texts, parsing.parsed(texts, True), strict=True)]


def _entities(document: Any) -> list[Entity]:
    return [(e.start_char, e.end_char, e.label_) for e in document.ents]


def _of_text(written: str, entities: Sequence[Entity] | None, places: World) -> list[Toponym]:
    text = _lowered(written)
    candidates = sorted(_candidates(text, entities or (), places), key=lambda c: c.start)
    weigh(candidates, Around(written, text, entities, names_of_people(text, entities)))
    kept = [c for c in candidates if c.points >= ACCEPTED]
    meant = ranked(text, [(c.start, c.end, c.senses) for c in kept])
    return [
        Toponym(c.start, c.end, written[c.start : c.end], c.role, senses) for c, senses in zip(kept, meant, strict=True)
    ]


#: Words in capitals are sought as names in ordinary writing.
_CAPITALS: Final = re.compile(r"(?<![\w.])(?:[A-Z]{2,3}\.? )*[A-Z]{4,}(?:[ -][A-Z]{2,})*(?!\w)")


def _lowered(text: str) -> str:
    return _CAPITALS.sub(lambda m: m.group().title(), text)


_ROAD_NAME: Final = r"(?!In |On |At |The |From |To |And )[A-Z][\w-]*"
_ROAD: Final = re.compile(
    r"(?<![\w-])(?:(?:U\.?S\.? |State |County |Interstate )?"
    r"(?:Highway|Route|Interstate|County Road|State Road|Hwy\.?|Rte\.?|Road) \d+[A-Z]?(?!\w)"
    r"|(?:U\.S\.|[A-Z]{1,2})[ -]\d{1,3}(?![\w,.]*\d)"
    r"|(?!County |State |(?:North|South|East|West) (?:St|Rd|Ave|Street|Road)\b)"
    r"(?:[NSEW]\.? |North |South |East |West )?"
    rf"(?:\d+(?:st|nd|rd|th)|{_ROAD_NAME})(?: {_ROAD_NAME}){{0,2}}? "
    r"(?:Street|St\.?(?! [A-Z])|Road|Rd\.?|Avenue|Ave\.?|Drive|Boulevard|Blvd\.?|Lane|Ln\.|Parkway|Pkwy\.?|Turnpike"
    r"|Pike|Expressway|Freeway|Terrace|Circle|Trail|Highway)"
    r"(?! (?:Patrol|Administration|Department|School|Elementary))(?!\w))"
)
_COUNTY: Final = re.compile(
    r"(?<![\w-])(?:(?:St\. |Mc|De|La |Le |Du |O'|Prince |Van |San |Santa |El |Los |Fort |New |Red |Big |Little |Rock )?"
    r"[A-Z][\w'’-]+(?:-[A-Z]\w+)?) (?:County|Parish|Township|Borough)(?!\w)(?! Road)"
)
_COUNTIES: Final = re.compile(
    r"(?<![\w-])((?:[A-Z][\w'-]+(?: [A-Z][\w'-]+)?,? (?:and |& )?){1,12})(?:[Cc]ounties|[Pp]arishes|[Tt]ownships)(?!\w)"
)
_NOT_COUNTY: Final = re.compile(
    r"(?:Several|Other|Neighboring|Surrounding|Many|All|Two|Three|Four|Five|Small|Both|Rural|Some|In|The|Most|Few|And"
    r"|Eastern|Western|Northern|Southern|Central|Nearby|Certain|These|Those|Area|Various|Adjoining) ?"
)
_LAND: Final = re.compile(
    r"(?<![\w-])(?:(?:Lake|Mount|Mt\.|Cape|Gulf of|Bay of|Isle of|Strait of) [A-Z][\w-]+"
    r"|(?!The |This |That |Our |His |State |National )[A-Z][\w-]+(?: [A-Z][\w-]+)? "
    r"(?:River|Lake|Creek|Bay|Islands?|Mountains?|Valley|Peninsula|Ocean|Sea|Strait|Desert|Harbor|Canyon|Wilderness"
    r"|Reservoir|Basin)(?: Valley| Basin)?|[A-Z][\w-]+ (?:National|State) (?:Forest|Park))(?!\w)"
)
_CITY: Final = re.compile(r" City(?!\w)")
#: What an entity that the gazetteer lacks has for it before its surroundings are read.
_UNKNOWN: Final = {"GPE": -1.5, "LOC": -0.5}


class _Taken:
    """Stretches of a text that a candidate has, so that none lies over another."""

    def __init__(self, length: int) -> None:
        self._marks = bytearray(length)

    def take(self, start: int, end: int) -> bool:
        """Whether the stretch was free; it no longer is."""
        if any(self._marks[start:end]):
            return False
        self._marks[start:end] = b"\1" * (end - start)
        return True


def _candidates(text: str, entities: Sequence[Entity], places: World) -> Iterator[Candidate]:
    """What may be a toponym: patterns, names of the gazetteer, and the parse tier's places that neither knows."""
    taken = _Taken(len(text))
    for candidate in _of_patterns(text, places):
        if taken.take(candidate.start, candidate.end):
            yield candidate
    ends = {start: end for start, end, label in entities if label in _UNKNOWN}
    for start, end, name in places.names.find(text):
        if ends.get(start, 0) > end and re.match(r" [A-Z]", text[end : end + 2]):
            continue  # the parse tier's longer name comes below
        whole = _with_city(text, end, name, places)
        if taken.take(start, start + len(whole)):
            yield _named(start, start + len(whole), whole, places.senses(whole) or places.senses(name))
    for start, end, label in entities:
        if label in _UNKNOWN and text[start].isupper() and taken.take(start, end):
            yield Candidate(start, end, text[start:end], (), _UNKNOWN[label])


def _with_city(text: str, end: int, name: str, places: World) -> str:
    """`name` with a "City" that belongs to it, and without one that belongs to the body behind it: "in Gaza City", but
    "the Denver City Council", though a Denver City there is."""
    if _CITY.match(text, end) and not is_body(text, end + 5):
        return f"{name} City"
    bare = name.removesuffix(" City")
    return bare if bare != name and is_body(text, end) and _size(places, bare) > _size(places, name) else name


def _size(places: World, name: str) -> int:
    return max((s.population for s in places.senses(name)), default=0)


def _of_patterns(text: str, places: World) -> Iterator[Candidate]:
    """Roads, counties, and waters and lands by their kind."""
    for m in _ROAD.finditer(text):
        yield Candidate(m.start(), m.end(), m.group(), (), 2.5, "road", True)
    for m in _COUNTY.finditer(text):
        yield Candidate(m.start(), m.end(), m.group(), places.senses(m.group()), 3.5, settled=True)
    for m in _COUNTIES.finditer(text):
        for part in re.finditer(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)?", m[1]):
            name = _NOT_COUNTY.sub("", part.group(), count=1)
            end = m.start(1) + part.end()
            if name:
                yield Candidate(end - len(name), end, name, places.senses(f"{name} County"), 3.0, settled=True)
    for m in _LAND.finditer(text):
        yield Candidate(m.start(), m.end(), m.group(), (), 2.0, settled=True)


#: Words of the language, first names and months that towns bear as well.
_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        """Superior Metro University Central Junior Liberal Independence Southern Northern Eastern Western Nice Delta
        Mobile Reading Best Price Commerce Justice Union Enterprise Liberty Eden Industry Hope Temple Media Orange Sun
        Star Summit Center Centre Normal Advance Energy Fair Early Home House Hill Hills Lake Lakes Park Gas Green
        Golden Grace Friendship Harmony Freedom Progress Success Protection Service Security Republic Federal Senate
        Congress Parliament Church Mission Trinity Christmas Easter Sunday Monday Friday March May August January
        Police Sheriff Marshall Marine Army Navy Council Board Chase Hunter Fisher Baker Cook Miller Post Bank Water
        Rice Bath Battle Deal Street Wells Sale Lead Moody Young Old White Black Brown Gray Bell Fort Bay Ocean Ball
        Along Many Bring Rule Equality Unity Veteran Veterans Pioneer Champion Crown Diamond Crystal Pearl Ruby Jewel
        Mass Miss Mother Father Brothers Sister Man Love Welcome Much Big Most Little Alliance Boss Clay Coffee Cross
        Page Rose Holly Ivy Daisy Violet Iris Joy Faith Charity Angel Devil Rush Short Long High Stop Start United
        Democrat Republican National Township Village Borough County Town City State Mall Campus Seniors Legal General
        Chief Captain Major Judge Bishop Pope King Queen Prince Duke Earl Baron Knight Noble Royal Imperial Colony""",
    )
)
#: Points by the inhabitants of the largest town of the name.
_SIZES: Final = ((1_000_000, 1.5), (100_000, 1.0), (15_000, 0.0), (5_000, -0.5), (1_000, -1.0), (0, -1.5))


def _named(start: int, end: int, name: str, senses: tuple[Sense, ...]) -> Candidate:
    """A name of the gazetteer with what it has for it by itself."""
    kinds = {s.kind for s in senses}
    only_people = kinds == {"people"} or (bool(senses) and senses[0].kind == "people" and len(senses) == 1)
    state = any(s.kind == "region" and s.parent in ("US", "CA") for s in senses)
    if kinds & {"country", "people", "area"}:
        points = 2.5
    elif state:  # "Ill." and "Miss." by themselves are words
        points = 0.0 if name.endswith(".") and name.count(".") == 1 else 2.5
    else:
        size = max((s.population for s in senses), default=0)
        points = next(p for floor, p in _SIZES if size >= floor) + (0.5 if " " in name else 0.0)
        points = max(points, 0.0) if "region" in kinds else points
    return Candidate(start, end, name, senses, points - 2.0 * (name in _WORDS), "people" if only_people else "place")

"""Places of a war that no theatre covers: names of the world's gazetteer, names with a word for their kind, and unknown
names behind "in". No ledger answers for them; they say what a figure is of."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.lexicon import Lexicon
from dateline.extracting.patterns import when_asked
from dateline.extracting.placing.mention import PlaceMention
from dateline.extracting.placing.sited import HALF_A_NAME, sited
from dateline.extracting.placing.standing import BUILT, is_located
from dateline.extracting.placing.toponyms import Toponym, toponyms
from dateline.gazetteer.world import world
from dateline.languages import en_people
from dateline.records.place import Level, Place

_LEVELS: Final[dict[str, Level]] = {"region": "region", "county": "region", "town": "settlement", "area": "area"}
_QUARTER: Final = when_asked(
    r"(?<!\w)(?:(?:north|south|east|west|central)(?:[ -]?(?:east|west))?(?:ern)?|central|upper|lower|rural|greater) $"
)
_KIND: Final = when_asked(
    r" (?:[Ss]tate|[Pp]rovince|[Gg]overnorate|[Rr]egion|[Dd]istrict|[Cc]ounty|[Tt]ownship|[Cc]amp|[Dd]esert|[Ii]slands?"
    r"|[Vv]alley|[Pp]eninsula)(?!\w)"
)
_SIDE: Final = r"(?:(?:north|south)?-?(?:north|south|east|west)ern|central|far)"
#: "at Dedebit", "in the Abu Shouk camp", "raids on al-Mawasi": a name that no list has.
_UNLISTED: Final = when_asked(
    r"(?<!\w)(?:in|at|near|around|outside|on|(?:towns?|cit(?:y|ies)|villages?|camps?|ports?|parts) of) (?:the )?"
    rf"(?:{en_people.COUNTRIES}['’]s? (?:{_SIDE} )?)?"
    r"(?P<name>(?:(?:al|el|as|ash|ad|at|an|ar)-)?[A-Z][a-z'’]+(?:[ -][A-Z][a-z]+)?)"
    rf"(?!(?: [A-Z][\w'’-]+){{0,3}} (?:{BUILT})(?!\w)| [A-Z][a-z]+['’]s)"
    r"(?P<kind> (?:state|province|governorate|region|district|camp|township|village))?(?=[\s,.;:)]|$)"
    r"(?! (?:said|says|told|shelling|shellfire|fire|gunfire|custody|hands|rule|control|ranks|prisons?|jails?|attacks?"
    r"|raids?|strikes?|air|airstrikes|drones?|missiles?|rockets?|artillery|mortar|fighters?|forces|troops|soldiers|gunmen|media"
    r"|officials?|television|radio|figures|data|captivity|detention|lines|positions)\b)"
)
_REGION: Final = when_asked(r" (?:state|province|governorate|region|district|township)$")
#: Words that begin many names and are small towns elsewhere.
#: "Marib's gates", "Laukkai's garrisons": what stands there places what is told.
_SPOT_OF: Final = when_asked(
    r"['’]s? (?:(?:last|main|central|only|largest|old|outer|eastern|western|northern|southern|\w+teen|eleven"
    r"|two|three|four)"
    r" )*(?:gates?|garrisons?|markets?|ports?|airports?|airfields?|hospitals?|clinics?|streets?|church(?:es)?|mosques?"
    r"|schools?|outskirts|suburbs?|cent(?:re|er)|walls|districts?|townships?|bridges?|bazaars?|prison|camps?)(?!\w)"
)
#: "a Tel Aviv paper": where somebody sits, and not where anything happened.
_BODY_OF: Final = when_asked(
    r" (?:news)?papers?\b| (?:daily|magazine|think tank|university|broadcaster|firm|bank|institute|radio|website|lawyer"
    r"|trader|analyst|resident|shopkeeper|time|[Gg]roup|mercenar(?:y|ies))\b"
)
#: "in the north-west", "on the coast".
_QUARTERS: Final = when_asked(
    r"\b(?:in|across|over|from|on) the (?P<name>(?:far )?(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west)"
    r"|coast|highlands)"
    r"(?=[,.;:)]|$| (?:since|on|in|last|this|have|has|had|were|was|and|while|during|by|alone|between|after"
    r"|before|over|as)\b)"
)
_COUNTRY: Final = when_asked(en_people.COUNTRIES)
#: "in Niger's Maradi region": the country that a region is named with.
_OF_COUNTRY: Final = when_asked(rf"\b{en_people.COUNTRIES}['’]s? $")
_FIRST_PARTS: Final = when_asked(
    r"(?:Abu|Al|Ain|As|Bab|Bani|Beit|Bir|Dar|Deir|Ein|El|Jabal|Jebel|Kafr|Khan|Kherbet|Khirbet|Nahr|Qasr|Ras|Tal|Tel|Tell"
    r"|Umm?|Wadi)(?= [A-Z])"
)
_NOT_PLACES: Final = when_asked(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Ramadan|Eid|Christmas|Easter|Operation|President|General|Prime|Foreign|UN|NATO|EU).*"
)


def places_abroad(text: str, words: Lexicon) -> list[PlaceMention]:
    """Places that `text` names, in order, countries and peoples left out."""
    found = [m for t in toponyms([text], parse=False)[0] if (m := _mention(text, t, words)) is not None]
    for match in _UNLISTED.finditer(text):
        start, end = match.start("name"), match.end("kind") if match["kind"] else match.end("name")
        free = not any(m.start < end and start < m.end for m in found)
        name = re.sub(r"['’]s$", "", text[start:end])
        end = start + len(name)
        if (
            free
            and not _COUNTRY.fullmatch(name)
            and not _NOT_PLACES.fullmatch(name)
            and not world().senses(name)
            and words.producer(name) is None
        ):
            level: Level = "region" if _REGION.search(name) else "settlement"
            found.append(PlaceMention(start, end, Place(name, f"unlisted:{name}", level), True))
    for start, end, place in sited(text, words):
        standing = [m for m in found if m.start < end and start < m.end]
        if not standing:
            found.append(PlaceMention(start, end, place, True))
    for match in _QUARTERS.finditer(text):
        start, end = match.span("name")
        if not any(m.start < end and start < m.end for m in found):
            name = match["name"]
            found.append(PlaceMention(start, end, Place(name, f"name:{name}", "region"), True))
    return sorted(found, key=lambda m: m.start)


def _mention(text: str, toponym: Toponym, words: Lexicon) -> PlaceMention | None:
    senses = [s for s in toponym.candidates if s.kind in _LEVELS]
    if _FIRST_PARTS.match(text, toponym.start, toponym.end + 2) and " " not in toponym.name:
        return None  # "Abu Jubaiha" is no Abu
    if HALF_A_NAME.fullmatch(toponym.name) and re.match(r" [A-Z][a-z]", text[toponym.end : toponym.end + 3]):
        return None
    if toponym.role != "place" or not senses or any(s.kind == "country" for s in toponym.candidates):
        return None
    kind, quarter = _KIND.match(text, toponym.end), _QUARTER.search(text, 0, toponym.start)
    start = quarter.start() if quarter else toponym.start
    end = kind.end() if kind else toponym.end
    before = _OF_COUNTRY.sub("", text[max(0, start - 80) : start])
    located = is_located(before, toponym.name, text[end : end + 60], words)
    located = (located and _BODY_OF.match(text, end) is None) or _SPOT_OF.match(text, end) is not None
    if quarter is not None:
        name = text[start:end]
        return PlaceMention(start, end, Place(name, f"area:{name.lower()}", "area"), located)
    regions = [s for s in senses if s.kind in ("region", "county")] if kind else []
    best = (regions or senses)[0]
    return PlaceMention(start, end, Place(text[start:end], best.id, "region" if kind else _LEVELS[best.kind]), located)

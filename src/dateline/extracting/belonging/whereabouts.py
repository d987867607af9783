"""Where people were harmed: a place of the gazetteer, or, in a war that has none, a name that stands as a location."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.locating import (
    ACCOUNTS,
    MAINLY,
    OF_A_PART,
    joined_places,
    located,
    of_a_part,
    takes_share,
)
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.placing.mention import PlaceMention
from dateline.extracting.placing.standing import BUILT
from dateline.languages import en, en_people
from dateline.records.claim import Claim
from dateline.records.place import Place

_NAME: Final = (
    r"(?:(?:[A-Z][\w'’-]*|(?:al|el|as|az|ad|an|ar|at|ash)-[A-Z][\w'’-]+)(?<!['’]s)"
    r"(?: (?:[A-Z][\w’'-]*|(?:al|el|es|ez)-[A-Z][\w'’-]+|of (?=[A-Z]))(?<!['’]s))*)"
)
_KIND: Final = (
    r"(?:state|region|province|governorate|district|department|county|city|town|village|refugee camp|displacement camp"
    r"|camp|peninsula|valley|island|locality|township|enclave|territory|neighbou?rhood)"
)
#: What belongs to the name, as the press writes it: "northern Gaza", "eastern Congo".
_SIDE: Final = r"(?:(?:north|south)?-?(?:north|south|east|west)ern|central)"
_PART: Final = (
    r"(?:the (?:north|south|east|west|cent(?:re|er)) of|(?:(?:north|south)?-?(?:north|south|east|west)ern) districts of"
    r"|(?:capital|port|city|town|village|camp|stronghold),|occupied|besieged|nearby|downtown|rural|the|capital"
    r"|city of|town of|village of|villages of|state of|camp of"
    r"|(?:(?:(?:north|south)?-?(?:north|south|east|west)ern|central) )?[A-Z][a-z]+(?:ese|ian|an|ish|i|ic)"
    r" (?:(?:port|border|coastal|market) )?(?:town|city|village|camp|district|suburb|province|region|capital) of"
    r"|province of|region of|districts? of|outskirts of|suburbs? of|cent(?:re|er) of"
    r"|port of|port city of|market in|camps? of"
    r"|neighbou?rhoods? of|areas? of|parts of|much of|all of|most of)"
)
#: Behind these a capitalised name is a place: prepositions of place, and verbs of striking a place.
_LOCATION: Final = when_asked(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|[Aa]cross|[Ww]ithin|[Oo]ver|[Oo]n|into|(?:hit|struck|bombed"
    r"|shelled|attacked|pounded|targeted|stormed|raided|overran|besieged)|(?i:strikes?|attacks?|raids?|assaults?|shelling"
    r"|bombing|bombardment|siege|massacre|fall|killings) (?:on|of|in|at|near)"
    r"|(?i:capture|recapture) of"
    r"|(?i:enter(?:s|ed|ing)?|reach(?:es|ed|ing)?|captured|seized|took|retook|recaptured|evacuated)"
    r"|(?:returned|fled|transferred|brought|taken) (?:to|into)"
    r"|(?:villages?|towns?|districts?|parts|areas|cent(?:re|er)|outskirts|suburbs?|city|town|state|camp|coast"
    r"|quarter) of)"
    rf" (?:{_PART} )*(?P<name>(?:{_SIDE} )?{_NAME})(?P<kind> {_KIND})?(?![\w-]|['’]s (?!market|hospital|main|largest))"
    r"(?! (?:hospitals?|maternity|schools?|mosques?|church|embassy|stadium|hotel|foundation|agency|army|forces"
    r"|university|government|ministry|officials?|troops|soldiers|positions?|border|side|media|television|fighters|people"
    r"|shelling|shellfire|gunfire|detention|cent(?:re|er)s?\b|prisons?|jails?|custody|fire|drones?|raids?|strikes?)\b)"
)
#: "Raqqa fell after", "Nyala alone accounted for": a place that is the subject.
_SUBJECT: Final = when_asked(
    rf"(?:^|[,;:] |\b(?:that|as|with|and) )(?P<name>{_NAME})(?P<kind> {_KIND})? "
    r"(?:(?:alone|itself|also|has|had|now|still|again) )*"
    r"(?:accounted for|accounts for|accounting for|rank(?:s|ed)|suffer(?:s|ed)|bore"
    r"|c(?:a|o)mes? (?:first|second|third|next|last)"
    r"|fell (?:to|after|in|on)"
    r"|(?:was|came under) (?:hit|struck|bombed|shelled|attack|shelling|fire|overrun|captured|bombardment))"
)
#: "drawn to Kosti, where 40 died".
_WHERE: Final = when_asked(
    rf"\b(?:to|of|from|on|for|than|with|left|leave|leaves|leaving) (?P<name>{_NAME})(?P<kind> {_KIND})?(?=, where )"
)
#: Capitalised words behind "in" and "on" that are times, bodies and people's.
_NO_PLACE: Final = when_asked(
    r"(?:" + "|".join([*en.MONTHS, *en.WEEKDAYS])
    + r"|ramadan|eid|easter|christmas|operation|resolution|article|route|highway|god|parliament|congress|twitter|x"
    r"|telegram|facebook|instagram|whatsapp|arabic|english|hebrew|french|russian|un|u\.n|nato|eu|isis|hamas|hezbollah"
    r"|islamic state|day|[a-z]+(?:day|ian|ish|ese)"
    r"|yemeni|iraqi|israeli|pakistani|saudi|somali|emirati|kuwaiti|qatari|omani|azeri|bangladeshi|houthi)(?: |$|\.)",
    re.IGNORECASE,
)  # fmt: skip
#: A hospital or a base stands somewhere, and is no place of its own.
_BUILT: Final = when_asked(rf" (?:{BUILT})$")
_THERE: Final = when_asked(
    r"\bthere\b(?! (?:was|were|is|are|had|have|has|will))|\b(?:in|of|on) the (?:city|town|village|camp|capital|region"
    r"|area|province|district|port|governorate)\b",
    re.IGNORECASE,
)
#: The event that the sentence before told of.
SAME_EVENT: Final = when_asked(
    rf"\b(?:the|this|that|both|these) (?:[\w-]+ ){{0,2}}?(?:{en_people.EVENTS})(?:e?s)?(?!\w)"
    r"|^(?:The|Its|Their) (?:dead|victims|wounded|toll|death toll)\b"
    r"|^(?:It|They) (?:killed|wounded|injured|left|claimed)\b"
    # "2,200 in the three days since": since what was told.
    r"|\b(?:hours|days|weeks|months) since(?=[,.;]|$)|\bsince then\b",
    re.IGNORECASE,
)
#: So many are seldom killed in one event.
_MASSES: Final = 1000.0
_NATIONWIDE: Final = when_asked(
    r"\b(?:across|throughout|around) the (?:country|nation)\b|\b(?:nationwide|countrywide|country-wide)\b",
    re.IGNORECASE,
)
#: "After the fall of Muammar Gaddafi Libya had": a person's name, and the country that is the next clause's.
_PERSON: Final = when_asked(rf"^[A-Z]\w+ [A-Z][\w'’-]+ {en_people.COUNTRIES}$")
_ACROSS_COUNTRY: Final = when_asked(
    rf"(?: (?!in\b|at\b|near\b|on\b)[a-z-]+){{0,4}} (?:across|throughout|all over) {en_people.COUNTRIES}(?![\w-])"
)
_COUNTRY: Final = when_asked(en_people.COUNTRIES)
_OF_THE: Final = when_asked(r"(?:^|[;:—] ?)(?:of|among)(?: (?:the|these|those|all))? $", re.IGNORECASE)
#: What parts a place from the figures before it: a count of none.
PARTED: Final = when_asked(r"\b(?:none|nobody|no one|zero|nothing)\b", re.IGNORECASE)
_FROM: Final = when_asked(r"\b(?:from|to) (?:the )?$")
#: What may stand between a part and the place that is its own: "38 of them in", "two died near".
_BESIDE: Final = when_asked(
    r",? (?:(?:alone|died|killed|were|was|in|at|on|near|the|inside|around|city|of|town|nearby|all) ?)*"
)


def whereabouts(parse: Parse, start: int, end: int, whole: Claim | None = None) -> Place | None:
    """The place of the toll at `text[start:end]`: in its clause; for a part of `whole` where that was; else anywhere
    in the sentence, before it first; else where "there" points. None is the whole country."""
    named = named_places(parse)
    if whole is not None:
        own = [m for m in named if end <= m.start and _BESIDE.fullmatch(parse.text[end : m.start])]
        own = own or [m for m in named if m.end <= start and ACCOUNTS.fullmatch(parse.text[m.end : start])]
        return own[0].place if own else whole.place
    clause = parse.clause(start)
    if _NATIONWIDE.search(parse.text, *clause) or OF_THE_WAR.search(parse.text, clause[0], start):
        return None
    stop = min((a.start for a in parse.amounts if a.start >= end), default=len(parse.text))
    whole_country = _ACROSS_COUNTRY.match(parse.text, end, clause[1])
    if whole_country is not None and not parse.words.theatre.country.id and whole_country.end() <= stop:
        return None  # "332,000 have fled across Myanmar"
    covered = bool(parse.words.theatre.country.id)
    if not covered and not _within(named, clause) and _IN_COUNTRY.search(parse.text, end, min(stop, clause[1])):
        return None  # "the town fell; 3,900 were freed in South Sudan"
    if covered:
        # "Of the 310 dead, 40 died in Homs": the place behind the next figure is that one's.
        parted = _OF_THE.search(parse.text[:start]) is not None
        here = located(parse, start, end, stop) or (None if parted else located(parse, start, end))
    else:
        here = _in_clause(parse, named, clause, start, end, stop)
    if here is not None:
        return here
    before = [m for m in named if m.end <= start and (covered or OF_A_PART.search(parse.text[: m.start]) is None)]
    before = [m for m in before if _ARMY_LOST.search(parse.text, m.end, start) is None]
    after = [
        m
        for m in named
        if m.start >= end
        and not takes_share(parse, m)
        and not PARTED.search(parse.text[end : m.start])
        and not (";" in parse.text[end : m.start] and any(a.start >= m.end for a in parse.amounts))
        and not (_TURNS.search(parse.text, end, m.start) and any(end <= a.start < m.start for a in parse.amounts))
        and not of_a_part(parse, end, m.start)
        and not anothers(parse, end, m)
    ]
    if (before or after) and _OF_THE.search(parse.text[:start]) is None:
        chosen = before[-1] if before else after[0]
        return None if not covered and joined_places(parse, chosen) else chosen.place
    return _scene(parse, start)


_IN_COUNTRY: Final = when_asked(rf"\bin {en_people.COUNTRIES}(?![\w-]|['’])")


def _within(named: list[PlaceMention], clause: tuple[int, int]) -> bool:
    """Whether the figure's own clause names a place, a country among them where nothing smaller is named."""
    return any(clause[0] <= m.start < clause[1] for m in named)


#: "brought the toll since the coup to 183", "more than tripled the month's toll to 139": of all that happened since.
OF_THE_WAR: Final = when_asked(
    r"\b(?:the|its|their) (?:(?:month|year|week|war|country|nation|conflict|campaign)['’]s (?:\w+ )?|overall |national "
    r"|cumulative )(?:death )?(?:toll|tally|count|total)\b[^,;\d]{0,24} to (?:[a-z-]+ ){0,3}$"
    r"|\b(?:toll|tally|count|total|number of (?:dead|deaths)) since the (?:coup|war|invasion|uprising|revolt|start"
    r"|outbreak|beginning|fighting|hostilities|truce|ceasefire)\b[^,;\d]{0,24} to (?:[a-z-]+ ){0,3}$",
    re.IGNORECASE,
)
#: "took five villages near Izium, and the enemy lost 900 men": what an army loses it loses on its whole front.
_ARMY_LOST: Final = when_asked(
    r"[,;] (?:(?:and|but|while|whereas) )?(?:the |its )?(?:enemy|adversary|foe|opponent|occupiers?|invaders?)"
    r"(?: (?:has|have|had|also))* (?:lost|suffered|is losing)\b",
    re.IGNORECASE,
)


def anothers(parse: Parse, end: int, mention: PlaceMention) -> bool:
    """Whether the place behind a figure is another figure's: of a clause of its own, or what another speaker counts."""
    between = [a for a in parse.amounts if end <= a.start < mention.start]
    told = any(end <= s.start < mention.start for s in parse.speeches)
    clause = parse.clause(mention.start)
    behind = any(mention.end <= a.start < clause[1] for a in parse.amounts)
    return (bool(between) and told) or (behind and _OWN_CLAUSE.match(parse.text, clause[0]) is not None)


#: ", and the clinic in Tobruk had taken 40": a subject of its own.
_OWN_CLAUSE: Final = when_asked(r"[,;]? ?(?:and|but|while|whereas) (?:the|an?|its|one|another) [a-z]")
#: Behind these another figure and its place begin.
_TURNS: Final = when_asked(r",? (?:whereas|while|but|though|although) ")


def _scene(parse: Parse, start: int) -> Place | None:
    """The place of the sentence before, where this one points there or goes on about the same event."""
    told = next((c.place for c in reversed(parse.before.tolls) if c.place is not None), None)
    last = parse.before.last
    named = [m.place for m in named_places(last) if m.place.level != "country"] if last is not None else []
    spot = named[-1] if named else told
    if _THERE.search(parse.text) is not None:
        return spot or parse.before.place
    if parse.before.block != parse.sentence.block:
        return None
    return spot if goes_on(parse, start) else None


def goes_on(parse: Parse, start: int) -> bool:
    """Whether the toll at `start` is of an event that the sentence before told of: "the strike killed 12"; a small
    number without a date of its own is."""
    if SAME_EVENT.search(parse.text) is not None:
        return True
    amount = next((a for a in parse.amounts if a.start == start), None)
    small = amount is not None and amount.value is not None and amount.value < _MASSES
    return small and not parse.mentions


def _in_clause(
    parse: Parse, named: list[PlaceMention], clause: tuple[int, int], start: int, end: int, stop: int
) -> Place | None:
    """Right behind the figure and before the next one, before it, then behind the next."""
    after = [m for m in named if end <= m.start < clause[1] and not takes_share(parse, m)]
    after = [m for m in after if m.start < stop or not (of_a_part(parse, end, m.start) or anothers(parse, end, m))]
    before = [m for m in named if clause[0] <= m.start and m.end <= start]
    near = [m for m in after if m.start < stop and not of_a_part(parse, end, m.start)]
    found = near[:1] or before[-1:] or after[:1]
    return found[0].place if found and not joined_places(parse, found[0]) else None


def ground_of(parse: Parse, end: int) -> Place | None:
    """The ground that a share ending at `end` is of: "40 percent of Gaza City"; None for a country."""
    match = _GROUND_OF.match(parse.text, end)
    if match is None or _COUNTRY.fullmatch(match["name"]) or _NO_PLACE.match(match["name"] + " "):
        return None
    name = match["name"] + (match["kind"] or "")
    return None if _COUNTRY.fullmatch(name) else Place(name, f"name:{name}", "area")


_GROUND_OF: Final = when_asked(rf"\s*of (?:the )?(?P<name>{_NAME})(?P<kind> {_KIND})?(?![\w-]|['’]s)")


def comes_from(parse: Parse, mention: PlaceMention) -> bool:
    """Whether somebody or something comes from the place or goes to it; what is so far from it is there."""
    before = parse.text[: mention.start]
    return _FROM.search(before) is not None and FAR_FROM.search(before) is None


FAR_FROM: Final = when_asked(
    r"\b(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s) (?:away )?from (?:the )?$", re.IGNORECASE
)


def named_places(parse: Parse) -> list[PlaceMention]:
    """Locations that the sentence names, without those that a speaker's name holds."""
    known = [m for m in parse.places if m.located and not comes_from(parse, m)]
    if not parse.words.theatre.country.id:
        known = [m for m in known if m.place.level != "area"]
        known += [m for m in _by_words(parse) if not any(k.start < m.end and m.start < k.end for k in known)]
    known = [m for m in known if not MAINLY.search(parse.text[: m.start])]
    kept = [m for m in known if not any(s.start <= m.start < s.end for s in parse.speeches)]
    # A country is where a toll is of only where nothing smaller is named.
    smaller = [m for m in kept if m.place.level != "country"]
    return sorted(smaller or kept, key=lambda m: m.start)


def _by_words(parse: Parse) -> list[PlaceMention]:
    """Names that stand as locations in a war without a gazetteer; how large they are is not known."""
    found = []
    for match in (*_LOCATION.finditer(parse.text), *_SUBJECT.finditer(parse.text), *_WHERE.finditer(parse.text)):
        name = (match["name"] + (match["kind"] or "")).rstrip(".")
        plural = match.start("name") == 0 and re.fullmatch(r"[A-Z][a-z]+s", name) is not None  # "Deaths fell in May"
        if (
            plural
            or _BUILT.search(name)
            or _PERSON.search(name)
            or _NO_PLACE.match(name + " ")
            or any(m.start <= match.start("name") < m.end for m in parse.mentions)
        ):
            continue
        place = Place(name, f"name:{name}", "country" if _COUNTRY.fullmatch(name) else "area")
        found.append(PlaceMention(match.start("name"), match.start("name") + len(name), place, True))
    return found

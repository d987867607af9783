"""The place of a figure that names none in its own words: what it is set beside, what "there" and "of which" point to,
and, in a war without ledgers, the place that the sentence is about.

A place found so is a guess of the reader's: the figure may hold by it and is never refuted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.belonging.foreign import foreign_ground
from dateline.extracting.belonging.locating import (
    ACCOUNTS,
    AT_COUNTRY,
    EDGE_OF,
    NEARED,
    OF_A_PART,
    joined_places,
    located,
    of_a_part,
    of_nation,
    takes_share,
)
from dateline.extracting.belonging.pointing import named_here, pointed, points_somewhere
from dateline.extracting.belonging.sections import beneath
from dateline.extracting.belonging.whereabouts import FAR_FROM, OF_THE_WAR, PARTED, anothers, ground_of, named_places
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.placing.mention import PlaceMention
from dateline.records.claim import NOT_CHECKABLE, Claim
from dateline.records.place import Place

#: Frames whose figure holds at a place.
_PLACED: Final = frozenset(
    {"level", "rate", "part_of", "share", "change", "ratio", "extreme", "rank", "streak", "trend", "first_since"}
)
#: Frames that say of a figure beside them how it compares: they are of where that one is.
_COMPARES: Final = frozenset({"change", "ratio", "extreme", "rank", "streak", "trend", "first_since"})
_GROUND: Final = frozenset({"km2", "sqmi", "km2/day", "sqmi/day", "ha"})
#: What sets one figure beside another of the same thing: "43 in March compared with 95", "while others speak of 200".
_AGAINST: Final = re.compile(
    r"\b(?:against|compared (?:with|to)|versus|than|(?:up |down )?from|(?:speaks?|spoke|talks?) of|put(?:s)? (?:it|the"
    r" \w+) at|down on|(?:counted|confirmed|gave|had|says|said|it at)) (?:(?:just|only|about|some|the|a|an|more than"
    r"|over|nearly|fewer than|up to) )*$",
    re.IGNORECASE,
)
#: "a quarter of it, some 6,600 km2": one figure put in two ways.
_APPOSED: Final = re.compile(r"(?: of (?:it|them|this|that|which|the \w+))?,? (?:or |equal to |which is )?")
_MONTHLY: Final = re.compile(r"\b(?:monthly|weekly|daily|yearly|annual|month|week|year)\b(?! (?:of|since|in))")
#: What says that the figure is of everything.
_OVERALL: Final = re.compile(
    r"\b(?:in all|in total|overall|nationwide|countrywide|elsewhere|(?:across|throughout|around|in) (?:all (?:of )?)?"
    r"the (?:whole |entire )?(?:country|nation)|worldwide"
    r"|the (?:day|week|month|year)['’]s (?:toll|total|count|tally)"
    r"|(?:across|along|on) (?:all (?:of )?)?the (?:whole |entire )?(?:front(?: ?line)?|line of contact)(?!\w| in [A-Z])"
    r"|on all fronts"
    r"|(?:any|no|every) other (?:region|province|town|city))\b",
    re.IGNORECASE,
)
#: Ahead of a place that the figure is not of.
_NOT_OF: Final = re.compile(
    r"\b(?:from|to|than|except|excluding|besides|unlike|near|towards?|in the direction of|of the \w+"
    rf"|{NEARED}) (?:the )?{EDGE_OF}?$",
    re.IGNORECASE,
)


def settle_places(parse: Parse) -> None:
    """Gives a place to the claims of the sentence that have none, where its words or the figures around say which."""
    for claim in sorted(parse.found, key=lambda c: (c.quote.start, c.quote.end)):
        if claim.frame in NOT_CHECKABLE and claim.place is None and (spot := _ahead(parse, claim)) is not None:
            at = next(i for i, c in enumerate(parse.found) if c is claim)
            parse.found[at] = replace(claim, place=spot)
            continue
        if claim.frame == "elapsed" and claim.place is None and (spot := _held_out(parse, claim)) is not None:
            at = next(i for i, c in enumerate(parse.found) if c is claim)
            parse.found[at] = replace(claim, place=spot)
            continue
        if claim.frame not in _PLACED or (claim.place is not None and claim.place.level != "country"):
            continue
        place = _place(parse, claim)
        unsure = claim.place is None and (beneath(parse)[1] or _still_local(parse, claim))
        if place is not None or unsure:
            at = next(i for i, c in enumerate(parse.found) if c is claim)
            parse.found[at] = replace(claim, place=place, inherited=True)


def _still_local(parse: Parse, claim: Claim) -> bool:
    """Whether a figure without a place may be of the town or region that its own words only point at ("here", "over
    the city"), or that its paragraph has spoken of."""
    start, end = _span(parse, claim)
    if not parse.words.theatre.country.id or claim.measure is None or _of_all(parse, start, end):
        return False
    clause = parse.clause(start)
    if points_somewhere(parse.text, clause[0], max(end, clause[1])):
        return True
    if parse.before.local != parse.sentence.block:
        return False
    producer = claim.attribution is not None and claim.attribution.producer is not None
    return not (producer or parse.words.attacker.search(parse.text) or parse.words.defender.search(parse.text))


def is_local(parse: Parse) -> bool:
    """Whether a figure of the sentence is of a town or a region, named or pointed at."""
    if any(c.place is not None and c.place.level != "country" and c.measure for c in parse.found):
        return True
    return bool(parse.amounts) and points_somewhere(parse.text, 0, len(parse.text))


def _held_out(parse: Parse, claim: Claim) -> Place | None:
    """The town that fell after so long."""
    start = _span(parse, claim)[0]
    fallen = (m for m in named_places(parse) if _HELD_OUT.fullmatch(parse.text[m.end : start]))
    return next((m.place for m in fallen if m.place.level != "country"), None)


def _ahead(parse: Parse, claim: Claim) -> Place | None:
    """The place that a plan, a forecast or an opinion names in its own words or right behind them in its clause."""
    start, end = _span(parse, claim)
    stop = parse.clause(max(start, end - 1))[1]
    named = [m for m in named_places(parse) if m.place.level != "country" and start <= m.start < stop]
    inside = [m for m in named if m.start < end]
    behind = [m for m in named if not _counted_between(parse, end, m.start)]
    subject = [m for m in named_places(parse) if m.end <= start and _WILL.fullmatch(parse.text[m.end : start])]
    chosen = (inside or behind)[:1] or subject[-1:]
    if not chosen:
        return pointed(parse, named_here(parse), start, end) if claim.frame != "opinion" else None
    return chosen[0].place if not joined_places(parse, chosen[0]) else None


#: "the port of Mocha, which analysts expect to fall", "the shops of Goris could run out of bread".
_WILL: Final = when_asked(
    r"(?:, which(?: \w+){0,2})?(?: (?:could|may|might|would|will|is|are)(?: (?!to\b)\w+){0,6})? ?"
)
#: "Kosti fell after 40 days".
_HELD_OUT: Final = when_asked(
    r" (?:fell|surrendered|capitulated|held out|was (?:taken|captured|lost|retaken)) (?:to \w+ )?(?:(?:after|for) )?"
)


def _place(parse: Parse, claim: Claim) -> Place | None:
    start, end = _span(parse, claim)
    if claim.frame in NOT_CHECKABLE or _of_all(parse, start, end):
        return None
    covered = bool(parse.words.theatre.country.id)
    named = named_here(parse)
    if claim.place is not None and covered:
        return None  # the country itself is named
    counts = claim.frame in ("level", "part_of", "share", "rate")
    if covered and counts and (claim.measure is None or "elsewhere" in claim.dimensions):
        abroad = foreign_ground(parse, start, end)
        if abroad is not None:
            return abroad
    return (
        pointed(parse, named, start, end)
        or _beside(parse, claim, start, end)
        or (_single_region(parse, claim, start) if covered else _uncovered(parse, claim, named))
        or (beneath(parse)[0] if covered and claim.measure is not None and not claim.anchor else None)
    )


def _span(parse: Parse, claim: Claim) -> tuple[int, int]:
    base = parse.sentence.start
    return claim.quote.start - base, claim.quote.end - base


def _of_all(parse: Parse, start: int, end: int) -> bool:
    clause = parse.clause(start)
    if OF_THE_WAR.search(parse.text, clause[0], start) is not None:
        return True
    return _OVERALL.search(parse.text, clause[0], max(end, clause[1])) is not None


def _beside(parse: Parse, claim: Claim, start: int, end: int) -> Place | None:
    """The place of the figure that this one is compared with, put another way, or is a part of."""
    base = parse.sentence.start
    told = sorted((c for c in parse.found if c is not claim and c.place is not None), key=lambda c: c.quote.start)
    told = [c for c in told if c.place is not None and c.place.level != "country" and c.frame not in NOT_CHECKABLE]
    before = [c for c in told if c.quote.end - base <= start]
    after = next((c for c in told if c.quote.start - base >= end), None)
    if after is not None and re.fullmatch(r" of (?:the |all |some )?", parse.text[end : after.quote.start - base]):
        return after.place
    if parse.words.theatre.country.id and claim.unit not in _GROUND:
        before = [c for c in before if c.place is not None and c.place.level != "area"]
    if not before:
        return None
    last = before[-1]
    if _APPOSED.fullmatch(parse.text[last.quote.end - base : start]):
        return last.place
    parts = ("part_of",) if claim.frame == "share" else ("part_of", "share")
    wholes = [c for c in before if c.frame not in parts] or before
    if claim.frame in _COMPARES:
        if claim.frame in ("extreme", "rank") and wholes[-1].frame in parts and _MONTHLY.search(parse.text, start, end):
            return None  # "41 % of them in Homs, the worst month": the month was not of Homs
        return wholes[-1].place if _compares(parse, claim, wholes[-1]) else None
    bare = not claim.noun and (claim.unit != "%" or wholes[-1].frame == "share")
    if bare and _AGAINST.search(parse.text[:start]) and _alike(claim, wholes[-1]):
        return wholes[-1].place
    return None


def _compares(parse: Parse, claim: Claim, other: Claim) -> bool:
    """Whether a comparison is of the other figure. Where ledgers answer, only what stands close to it is."""
    if not _alike(claim, other):
        return False
    between = parse.sentence.text[other.quote.end - parse.sentence.start : claim.quote.start - parse.sentence.start]
    close = claim.frame in ("change", "ratio", "extreme", "rank") and other.frame in ("level", "rate", "part_of")
    return not parse.words.theatre.country.id or (close and ";" not in between)


def _alike(one: Claim, two: Claim) -> bool:
    """Whether two figures can be of one thing: of one family, or one of them of no known measure."""
    families = {(c.measure or "").split(".")[0] for c in (one, two)} - {""}
    return len(families) < 2


def _single_region(parse: Parse, claim: Claim, start: int) -> Place | None:
    """In a war with ledgers: the place right behind the figure, or the one region that the sentence has named."""
    clause, (_, end) = parse.clause(start), _span(parse, claim)
    if (claim.measure or "").startswith("strikes") and claim.frame == "share":
        return located(parse, start, end)
    near = [
        m
        for m in parse.places
        if end <= m.start < clause[1]
        and re.fullmatch(
            r",? (?:(?:up|down|west|east|north|south) )?(?:around|near|of|outside) ", parse.text[end : m.start]
        )
    ]
    if near and claim.unit in _GROUND:
        return near[0].place
    if claim.unit in _GROUND and _NEAR_A_NAME.match(parse.text, end):
        return None
    regions = {m.place for m in parse.places if m.located and m.place.level == "region"}
    before = [m for m in parse.places if m.located and m.place.level == "region" and m.end <= start]
    own = before and _NOT_OF.search(parse.text[: before[-1].start]) is None
    own = own and not (claim.frame == "streak" and ";" in parse.text[before[-1].end : start])
    if own and len(regions) == 1 and (claim.measure or "").startswith("territory") and not claim.anchor:
        return before[-1].place
    return None


_NEAR_A_NAME: Final = re.compile(r" (?:near|around|outside|close to) [A-Z]")


def _uncovered(parse: Parse, claim: Claim, named: list[PlaceMention]) -> Place | None:
    start, end = _span(parse, claim)
    if of_nation(parse, start, end):
        return None
    if claim.frame == "share" and claim.measure == "territory.held":
        return ground_of(parse, end)
    return _about(parse, named, start, end)


def _about(parse: Parse, named: list[PlaceMention], start: int, end: int) -> Place | None:
    """In a war without ledgers: the subject that takes the share, the place in the figure's clause, then the nearest
    before it, then the first behind it where nothing parts the two."""
    inside = [m for m in named if start <= m.start < end]
    inside = inside or [m for m in parse.places if _owns(parse, m, end)]
    takes = [m for m in (*parse.places, *named) if m.end <= start and _takes(parse, m, start)]
    if inside or takes:
        return (inside or takes)[-1].place
    free = [m for m in named if not takes_share(parse, m) and not _apart(parse, m)]
    free = [m for m in free if m.start < end or not of_a_part(parse, end, m.start)]
    free = [m for m in free if m.end > start or not OF_A_PART.search(parse.text[: m.start])]
    clause = parse.clause(start)
    if AT_COUNTRY.search(parse.text, end, clause[1]):
        return None  # "sent 600 drones at Ukraine"
    after = [m for m in free if end <= m.start and PARTED.search(parse.text[end : m.start]) is None]
    after = [m for m in after if not anothers(parse, end, m)]
    near = [m for m in after if m.start < clause[1] and not _counted_between(parse, end, m.start)]
    before = [m for m in free if m.end <= start]
    behind = [m for m in after if not _counted_between(parse, end, m.start)]
    chosen = near[:1] or before[-1:] or behind[:1]
    return chosen[0].place if chosen and not joined_places(parse, chosen[0]) else None


def _apart(parse: Parse, mention: PlaceMention) -> bool:
    """Whether the figure is not of the place: "from" and "near" it, unless that says how far something is from it."""
    before = parse.text[: mention.start]
    return _NOT_OF.search(before) is not None and FAR_FROM.search(before) is None


def _owns(parse: Parse, mention: PlaceMention, end: int) -> bool:
    """ "12 of Marib's 14 districts": whose the part is."""
    whose = _WHOSE.match(parse.text, mention.end) is not None
    return whose and _OF.fullmatch(parse.text[end : mention.start]) is not None


def _takes(parse: Parse, mention: PlaceMention, start: int) -> bool:
    """ "Nyala accounted for 312", "Marib another 11 percent", "Hama for the first time"."""
    gap = parse.text[mention.end : start]
    if ACCOUNTS.fullmatch(gap):
        return True
    return _LISTED.fullmatch(gap) is not None and re.search(r"[,;] (?:and )?$", parse.text[: mention.start]) is not None


_OF: Final = when_asked(r" (?:out )?of (?:the )?")
_WHOSE: Final = when_asked(r"(?: (?:state|province|region|governorate))?['’]s? ")
_LISTED: Final = when_asked(r" (?:(?:had|with|saw|took|lost|another|a further|about|some|alone|only) )*")


def _counted_between(parse: Parse, start: int, end: int) -> bool:
    return any(start <= a.start < end for a in parse.amounts)

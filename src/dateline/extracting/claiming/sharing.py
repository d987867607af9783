"""A share of ground as a claim: of a country, of a region, of what moved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.belonging.locating import is_theirs, joined_regions, of_nation, region_of
from dateline.extracting.belonging.scope import claim, governing, speaker
from dateline.extracting.belonging.timing import at_its_end, period_of
from dateline.extracting.measuring.events import event_measure, events_told, share_of_events
from dateline.extracting.measuring.territory import territory_measure
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.placing.mention import PlaceMention
from dateline.records.claim import Claim, Measure
from dateline.records.period import Period
from dateline.records.place import Place

COUNTRY: Final = re.compile(
    r"^(?:the |an? |its |their |all |sovereign |internationally recogni[sz]ed |(?:neighbou?r|enemy|victim)['’]s "
    r"|national |total |entire |whole "
    r"|pre-war )*(?:country|territory|nation|land(?=[,.;:)]|$| (?:and|but|while)\b)|land ?mass|land area"
    r"|national territory|state|strip|enclave)"
    r"(?:['’]s (?:territory"
    r"|area|land))?(?!['’]?\w)",
    re.IGNORECASE,
)


_GROUND_NAMED: Final = re.compile(
    r"(?:the )?(?:[A-Z]|former [a-z]+|(?:[a-z]+ )?(?:province|region|state|city|capital|county|district|governorate"
    r"|enclave|strip|island|town|valley|oblast)\b)"
)


def of_unknown_ground(parse: Parse, amount: Amount, of: str) -> Claim | None:
    """ "hold 40 percent of Gaza City": ground whose name no list of places has, so that no ledger is asked of it."""
    held = governing(parse, amount.start, amount.end, frozenset({"held"}))
    if held is None or held.start > amount.start or not _GROUND_NAMED.match(of):
        return None
    if re.match(r"[A-Z]\w+(?:ians|ans|is)\b", of) or is_theirs(parse, amount.start, amount.end):
        return None
    period = period_of(parse, amount.start, amount.end, "territory")
    made = share_claim(parse, amount, amount.end, "territory.held", _moment(parse, period), None, {"of": "place"})
    return replace(made, doubt="ambiguous_place", doubt_detail="where the ground lies")


def of_gains(parse: Parse, amount: Amount, of: str) -> Claim:
    """ "62 percent of October's gains came in Donetsk region": a part of what moved, by where it did."""
    period = period_of(parse, amount.start, amount.end, "territory")
    lost = re.search(r"(?:liberated|retaken|recaptured)", of) is not None
    return by_region(parse, amount, "territory.lost" if lost else "territory.gained", period)


def by_region(
    parse: Parse, amount: Amount, measure: Measure | None, period: Period | None, *, said: bool = True
) -> Claim:
    """A share of ground by the region that it lies in; two regions at once, or none, are no question to a ledger."""
    region = region_of(parse, amount.start, amount.end)
    joined = region is not None and joined_regions(parse, amount.start, amount.end)
    made = share_claim(
        parse,
        amount,
        amount.end,
        measure if region is not None or joined else None,
        period,
        None if joined else region,
        {"of": "whole"},
        unknown=region is not None and region.level == "area",
        inherited=not said,
    )
    if not joined:
        return made
    return replace(made, doubt="ambiguous_place", doubt_detail="one figure for two regions")


def of_ground(parse: Parse, index: int, amount: Amount, of: str, places: list[tuple[Place, int]]) -> list[Claim]:
    """Claims for a share of ground, one for each of `places`, else for the country."""
    country = parse.words.theatre.country
    end = amount.end
    if _FELL.search(parse.text[: amount.start]) and _SOMEWHERE_HELD.search(parse.text, end, end + _OWNER_ENDS):
        return [unmeasured(parse, amount)]
    measure, period = _ground_measure(parse, index, amount, of, places)
    if not country.id and of_nation(parse, amount.start, end):
        # "Half of Libya's oil goes out through Zawiya": of no ground.
        measure, places = (measure if _LAND.search(parse.text, end, end + _OWNER_ENDS) else None), []
    if measure == "territory.held" and _APART.search(parse.text):
        return [
            claim(
                parse,
                amount.start,
                places[0][1] if places else end,
                "share",
                measure,
                amount=amount,
                unit="%",
                period=period,
                attribution=speaker(parse, amount.start),
                doubt="undefined_term",
                doubt_detail="borders other than the map's",
            )
        ]
    if measure is None and re.search(r"hands\b|control\b", parse.text[end:]):
        return [unmeasured(parse, amount)]
    if measure == "territory.net_change" and places and places[0][0].id != country.id:
        measure = None  # a gain as a share of a region's area is said by nobody: most likely a share of the gains
    claims = []
    for place, stop in places or [(country, end)]:
        of_what = "country" if place.id == country.id else "place"
        # Of a clause that names a region the country is a guess.
        guessed = not places and not of and bool(_regions_before(parse, amount))
        end = min(stop, len(parse.text))
        claims.append(share_claim(parse, amount, end, measure, period, place, {"of": of_what}, inherited=guessed))
    return claims


#: "Of the casualties 97 percent were in territory that one side holds": a share of people, by where they were.
_FELL: Final = when_asked(
    r"\b(?:casualt\w+|deaths?|killed|injur\w+|wounded|civilians?|victims?|fatalit\w+|people|population|residents"
    r"|attacks?|strikes?|incidents?)\b",
    re.IGNORECASE,
)
_SOMEWHERE_HELD: Final = when_asked(
    r"\b(?:in|on|within|inside|across|under) (?:the )?(?:[\w-]+ )?(?:territor(?:y|ies)|areas?|regions|parts|land"
    r"|control|occupation)\b",
    re.IGNORECASE,
)
_LAND: Final = re.compile(r"['’]s? (?:\w+ )?(?:territory|land|area|soil|landmass|countryside)\b")
#: So far behind a share what a country has is named.
_OWNER_ENDS: Final = 48
_APART = re.compile(r"\b(?:not counting|excluding|without|not including|apart from|leaving out)\b", re.IGNORECASE)


#: Nobody has gained this share of the country in any stretch that the maps cover: so large a share is held.
_NO_GAIN: Final = 5.0


def _ground_measure(
    parse: Parse, index: int, amount: Amount, of: str, places: list[tuple[Place, int]]
) -> tuple[Measure | None, Period | None]:
    """Whether the share is of ground held or gained, and when."""
    period = period_of(parse, amount.start, amount.end, "territory", parse.next_amount(index))
    measure = territory_measure(parse, amount.start, amount.end, period)
    theirs = is_theirs(parse, amount.start, amount.end)
    placed = bool(places)
    whole = not places or places[0][0].id == parse.words.theatre.country.id
    if measure is None and (COUNTRY.match(of) or placed) and not theirs:
        # "That would be around 1 percent of the country" is a share of the figure before.
        before = parse.before.figures.get("territory")
        points = re.match(r"(?:that|this|it|which|equal)\b", parse.text, re.IGNORECASE) is not None
        measure = before.measure if before is not None and points else None
        period = period or (before.period if before is not None else None)
    if measure is None and placed and not theirs:
        # "the past year had brought Russia under 1 % of Ukraine": a stretch is gained in, a day is held on.
        measure = "territory.net_change" if period is not None and period.days > 1 else None
    if measure == "territory.held" and placed and period is not None and period.days > 1 and _equals(parse, amount):
        measure = "territory.net_change"
    if measure == "territory.net_change" and not of and re.search(r"\bto (?:\w+ )?$", parse.text[: amount.start]):
        measure = "territory.held"  # "grew by 0.7 points to 19.2 percent"
    if measure == "territory.net_change" and (amount.value or 0.0) >= _NO_GAIN and whole:
        measure = "territory.held"
    if measure == "territory.held":
        own = any(m.kind == "at" and not m.speech for m in parse.mentions)
        period = _moment(parse, period if own else None)
    return measure, period


#: "The land seized in 2025 amounts to 0.7 % of Ukraine": what was taken in that time, and not what is held.
_EQUALS: Final = when_asked(
    r"\b(?:land|ground|territor(?:y|ies)|areas?|kilomet(?:er|re)s|km2|km²|miles) (?:that |which )?(?:[\w'’]+ ){0,4}?"
    r"(?:seized|taken|captured|conquered|occupied|gained|lost|overrun|ceded|took|fell)\b[^;:]{0,60}"
    r"\b(?:amount(?:s|ed)?|com(?:es|e|ing)|came|equal(?:s|led)?|equivalent|correspond(?:s|ed)?|adds? up"
    r"|represent(?:s|ed)?|account(?:s|ed)? for|makes? up|made up|is|are|was|were)(?: equal)?(?: to)?"
    r"(?: (?:only|just|about|some|roughly|a mere|less than|more than|around|nearly))* $",
    re.IGNORECASE,
)


def _equals(parse: Parse, amount: Amount) -> bool:
    return _EQUALS.search(parse.text[parse.clause(amount.start)[0] : amount.start]) is not None


def opening(parse: Parse, amount: Amount) -> list[tuple[Place, int]]:
    """ "In Kharkiv oblast Russian troops hold 4.4 percent": a region that opens the clause is what the share is of."""
    start, _ = parse.clause(amount.start)
    for mention in parse.places:
        if (
            (0 if not parse.words.theatre.country.id else -mention.end) <= mention.start - start < 8
            and mention.end <= amount.start
            and (mention.place.level == "region" or mention.rivals)
        ):
            regions = [r for r in (mention.place, *mention.rivals) if r.level == "region"]
            return [(regions[0], amount.end)] if regions else []
    return _whose_part(parse, amount)


#: "The occupied part of Donetsk region has grown to 79 percent", "control of Luhansk region stands at 99 percent".
_PART_OF: Final = re.compile(
    r"\b(?:parts?|share|portion|proportion|percentage|slice|area|control|occupation) (?:of|over|in) (?:the )?$", re.I
)


def _whose_part(parse: Parse, amount: Amount) -> list[tuple[Place, int]]:
    """The region whose part is the subject of the figure's clause."""
    for mention in _regions_before(parse, amount):
        if _PART_OF.search(parse.text[: mention.start]) is not None:
            regions = [r for r in (mention.place, *mention.rivals) if r.level == "region"]
            return [(regions[0], amount.end)]
    return []


def _regions_before(parse: Parse, amount: Amount) -> list[PlaceMention]:
    """Regions that the figure's clause names before it, the nearest first."""
    start, _ = parse.clause(amount.start)
    named = [m for m in parse.places if start <= m.start and m.end <= amount.start]
    return [m for m in reversed(named) if any(p.level == "region" for p in (m.place, *m.rivals))]


_NOW: Final = re.compile(r"\b(?:is|are|has|have) now\b|\bnow (?:in|under|holds?|controls?)\b", re.IGNORECASE)

#: What was held in a stretch that ended longer ago than these days is not said of the report's.
_LONG_AGO: Final = 366
#: Days after a period in which "now" is said of what it led to.
_JUST_OVER: Final = 62


def _moment(parse: Parse, period: Period | None) -> Period:
    """Ground is held on a day: the last day of the period named, else the report's."""
    if period is None or period.last >= parse.ref:
        return Period.of_day(parse.ref)
    if at_its_end(parse, period):
        return Period.of_day(period.last)
    if period.granularity == "span" and (parse.ref - period.last).days <= _LONG_AGO:
        return Period.of_day(parse.ref)
    if _NOW.search(parse.text) and (parse.ref - period.last).days <= _JUST_OVER:
        return Period.of_day(parse.ref)
    return Period.of_day(period.last)


def places_of(parse: Parse, start: int, end: int) -> list[tuple[Place, int]]:
    """Places that the share is of: every one that an "and" joins, regions before towns of the same name."""
    theatre = parse.words.theatre
    of = parse.text[start:end]
    land = r"(?:total |whole |sovereign |internationally recogni[sz]ed )?(?:territory|land|area|landmass|soil|surface)"
    adjectives = "|".join(map(re.escape, theatre.defender.adjectives))
    country = re.match(
        rf" (?:each |apiece )?of (?:the |all |all of )?(?:{re.escape(theatre.country.name)}(?!['’\w])"
        rf"|[Ss]trip\b|enclave\b"
        rf"|(?:{adjectives}|{theatre.country.name}['’]s) {land})",
        of,
    )
    if country is not None:
        return [(theatre.country, start + country.end())] if theatre.country.id else []
    found: list[tuple[Place, int]] = []
    for mention in parse.places:
        near = start <= mention.start < end
        if not near or re.search(r"\b(?:in|at|around|near|that) $", parse.text[start : mention.start]):
            continue
        regions = [r for r in mention.rivals if r.level == "region"]
        found.append((regions[0] if regions else mention.place, mention.end))
    return found


def share_claim(
    parse: Parse,
    amount: Amount,
    end: int,
    measure: Measure | None,
    period: Period | None,
    place: Place | None,
    dimensions: Mapping[str, str],
    *,
    unknown: bool = False,
    inherited: bool = False,
) -> Claim:
    """A share with what it is of (`dimensions["of"]`); `unknown` marks a place without agreed borders."""
    return claim(
        parse,
        amount.start,
        end,
        "share",
        measure,
        amount=amount,
        unit="%",
        period=period,
        place=place,
        dimensions=dimensions,
        attribution=speaker(parse, amount.start, re.match(r"(?i)(?:that|this|it)\b", parse.text) is not None),
        doubt="undefined_term" if unknown else None,
        doubt_detail=f"no agreed borders of {place.name}" if unknown and place else "",
        inherited=inherited,
    )


#: A share that names no whole of its own: "62 of them, or one in three, hit", "more than half by air".
_UNSAID_WHOLE: Final = re.compile(
    r"(?=[,.;:)]|$| (?:hit|struck|in|on|by|at|from|against|were|was|had|reached|of them)\b)"
)


def unmeasured(parse: Parse, amount: Amount) -> Claim:
    """A share that no ledger answers."""
    said = speaker(parse, amount.start)
    period = period_of(parse, amount.start, amount.end, "")
    counts_events = share_of_events(parse, amount) or (
        _UNSAID_WHOLE.match(parse.text, amount.end) is not None and events_told(parse, amount.start)
    )
    measure = event_measure(parse) if counts_events else None
    return claim(
        parse, amount.start, amount.end, "share", measure, amount=amount, unit="%", period=period, attribution=said
    )

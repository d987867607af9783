"""Shares: "19 % of the country", "83 percent of the drones were stopped", "two-thirds of the ground gained"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dateline.extracting.lexicon import AREA_VERBS, STRIKE_VERBS, Predicate
from dateline.extracting.locating import is_theirs, region_of
from dateline.extracting.measuring.strikes import STOPPED, suppressed_too
from dateline.extracting.measuring.territory import territory_measure
from dateline.extracting.parse import Parse
from dateline.extracting.quantities import Amount
from dateline.extracting.scope import claim, elsewhere_in_sentence, governing, speaker
from dateline.extracting.signs import NUMBERED
from dateline.extracting.things import Thing, thing
from dateline.extracting.timing import baseline_of, period_of
from dateline.extracting.tollshares import toll_share
from dateline.extracting.windows import weapon_named
from dateline.records.claim import Claim, Measure
from dateline.records.period import Period
from dateline.records.place import Place

_OF = re.compile(r"^ (?:each |apiece )?of (?P<of>[^,;.()]+)")
#: Where the next share of a list begins.
_ANOTHER = re.compile(
    r" and (?=half\b|a (?:third|quarter|fifth)|(?:about |some |nearly )?(?:[\d.]+|\w+) ?(?:%|percent|per cent))"
)
_COUNTRY: Final = re.compile(
    r"^(?:the |an? |its |their |all |sovereign |internationally recogni[sz]ed |national |total |entire |whole "
    r"|pre-war )*(?:country|territory|nation|land ?mass|land area|national territory|state)(?:['’]s (?:territory"
    r"|area|land))?(?!\w)",
    re.IGNORECASE,
)
#: A share of what moved in a stretch of time, and not of a place: the head of the phrase says so.
_GAINS: Final = re.compile(
    r"^(?:[\w'’-]+ ){0,4}?(?:territorial gains?|gains?|advances?|seizures?|losses|haul|conquests|captures"
    r"|(?:land|ground|territory|area|square kilomet(?:er|re)s)(?= (?:that |which )?(?:[\w'’]+ ){0,4}?"
    r"(?:gained|lost|captured|seized|taken|occupied|took|made|won|grabbed|changed|fell|conquered|overrun)))(?!\w)",
    re.IGNORECASE,
)


#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = NUMBERED


def find(parse: Parse) -> None:
    """Adds share claims and marks their amounts as used."""
    last: Claim | None = None
    for index, (amount, counted) in enumerate(zip(parse.amounts, parse.things, strict=True)):
        if index in parse.used or amount.kind not in ("percent", "fraction"):
            continue
        found = _share(parse, index, amount, counted, last)
        parse.used.add(index)
        parse.found.extend(found)
        last = found[-1] if found else last


def _share(parse: Parse, index: int, amount: Amount, counted: Thing, last: Claim | None) -> list[Claim]:
    if (toll := toll_share(parse, index, amount)) is not None:
        return [toll]
    match = _OF.match(parse.text[amount.end :])
    of = _ANOTHER.split(match["of"])[0] if match else ""
    own_verb = governing(parse, amount.start, amount.end, AREA_VERBS) is not None
    if not of and not own_verb and (carried := _carried(parse, index, amount, last)) is not None:
        return [carried]
    if not of and _COUNTS_PEOPLE.match(parse.text[amount.end :]):
        return [_unmeasured(parse, amount)]
    if not of and (stopped := _stopped_rate(parse, index, amount)) is not None:
        return [stopped]
    if not of and amount.kind == "fraction" and counted.kind == "weapon":
        return [_of_weapons(parse, index, amount, counted)]  # "nine out of ten drones"
    weapons = thing(parse.text, _shifted(amount, parse, of), parse.next_amount(index), parse.words) if of else None
    anchored = re.match(r"(?:them|those|these|it)\b(?! \w+ (?:land|ground))", of)
    if (weapons is not None and weapons.kind == "weapon") or (anchored and parse.before.family == "strikes"):
        return [_of_weapons(parse, index, amount, weapons)]
    if (
        _GAINS.match(of)
        and not re.search(r"\bof (?:the )?(?:country|[A-Z])", of)
        and (region := region_of(parse, amount.start, amount.end)) is not None
    ):
        period = period_of(parse, amount.start, amount.end, "territory")
        measure: Measure = (
            "territory.lost" if re.search(r"(?:liberated|retaken|recaptured)", of) else "territory.gained"
        )
        unknown = region.level == "area"
        return [_claim(parse, amount, amount.end, measure, period, region, {"of": "whole"}, unknown=unknown)]
    places = (
        _places(parse, amount.end, min(amount.end + 4 + len(of), parse.next_amount(index)))
        if of
        else _opening(parse, amount)
    )
    if places or _COUNTRY.match(of) or (not of and governing(parse, amount.start, amount.end, AREA_VERBS) is not None):
        return _of_ground(parse, index, amount, of, places)
    return [_unmeasured(parse, amount)]


#: "one in five Ukrainians": a share of people and of no ground.
_COUNTS_PEOPLE = re.compile(
    r" (?:[A-Z][a-z]+(?:ians|ans)|people|residents|citizens|households|families|respondents|voters|soldiers"
    r"|casualties|civilians)\b"
)
_RATE_OF_FIRE = re.compile(
    r"\b(?:intercept(?:ion)?|shoot-?down|success|kill|downing) (?:rate|share|ratio)s?\b", re.IGNORECASE
)


#: "the share stopped", "the proportion of drones that were shot down": the head of a clause, its verb to follow.
_SHARE_NOUN = re.compile(
    r"\b(?:share|proportion|percentage)(?: of (?:the |those |all )?[\w-]+)?(?: (?:that|which) (?:was|were|got))?"
    r"(?: being)? $"
)


def _share_heading(parse: Parse, amount: Amount, start: int) -> Predicate | None:
    """The participle that says what the share at the head of the clause is of."""
    for predicate in parse.predicates:
        stopped = start <= predicate.start < amount.start and predicate.family in STOPPED
        if stopped and _SHARE_NOUN.search(parse.text[start : predicate.start]):
            return predicate
    return None


def _stopped_rate(parse: Parse, index: int, amount: Amount) -> Claim | None:
    """ "The interception rate for drones stood at 90 percent", "47 percent were shot down": a share without an "of"."""
    start, end = parse.clause(amount.start)
    said = re.match(r"\s+(?:was|were|had been|have been|are|got)\b", parse.text[amount.end :])
    predicate = governing(parse, amount.start, amount.end, STRIKE_VERBS) if said else None
    predicate = predicate or _share_heading(parse, amount, start)
    named = _RATE_OF_FIRE.search(parse.text, start, end)
    if named is None and (predicate is None or predicate.family not in STOPPED):
        return None
    weapons = weapon_named(parse, parse.text[start:end])
    if weapons is None and (before := parse.before.figures.get("strikes")) is not None:
        weapons = {k: v for k, v in before.dimensions.items() if k == "weapon"}
    measure = "strikes.intercepted" if named is not None else STOPPED[predicate.family] if predicate else None
    if is_theirs(parse, amount.start, amount.end):
        measure = None
    period = period_of(parse, amount.start, amount.end, "strikes", parse.next_amount(index))
    return _claim(parse, amount, amount.end, measure, period, None, {"of": "launched", **(weapons or {})})


def _shifted(amount: Amount, parse: Parse, of: str) -> Amount:
    """The amount as if it ended right before what it is a share of."""
    end = parse.text.index(of, amount.end)
    skip = re.match(r"(?:(?:the|those|these|all|its|that day's|incoming) )*", of)
    return replace(amount, end=end + (skip.end() if skip else 0) - 1, kind="count")


def _of_ground(parse: Parse, index: int, amount: Amount, of: str, places: list[tuple[Place, int]]) -> list[Claim]:
    country = parse.words.theatre.country
    end = amount.end
    measure, period = _ground_measure(parse, index, amount, of, places)
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
        return [_unmeasured(parse, amount)]
    if measure == "territory.net_change" and places and places[0][0].id != country.id:
        measure = None  # a gain as a share of a region's area is said by nobody: most likely a share of the gains
    claims = []
    for place, stop in places or [(country, end)]:
        of_what = "country" if place.id == country.id else "place"
        claims.append(_claim(parse, amount, min(stop, len(parse.text)), measure, period, place, {"of": of_what}))
    return claims


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
    if measure is None and (_COUNTRY.match(of) or placed) and not theirs:
        # "That would be around 1 percent of the country" is a share of the figure before.
        before = parse.before.figures.get("territory")
        points = re.match(r"(?:that|this|it|which|equal)\b", parse.text, re.IGNORECASE) is not None
        measure = before.measure if before is not None and points else None
        period = period or (before.period if before is not None else None)
    if measure is None and placed and not theirs:
        # "the past year had brought Russia under 1 % of Ukraine": a stretch is gained in, a day is held on.
        measure = "territory.net_change" if period is not None and period.days > 1 else None
    if measure == "territory.net_change" and not of and re.search(r"\bto (?:\w+ )?$", parse.text[: amount.start]):
        measure = "territory.held"  # "grew by 0.7 points to 19.2 percent"
    if measure == "territory.net_change" and (amount.value or 0.0) >= _NO_GAIN and whole:
        measure = "territory.held"
    if measure == "territory.held":
        own = any(m.kind == "at" and not m.speech for m in parse.mentions)
        period = _moment(parse, period if own else None)
    return measure, period


def _unmeasured(parse: Parse, amount: Amount) -> Claim:
    """A share that no ledger answers."""
    said = speaker(parse, amount.start)
    return claim(parse, amount.start, amount.end, "share", None, amount=amount, unit="%", attribution=said)


def _opening(parse: Parse, amount: Amount) -> list[tuple[Place, int]]:
    """ "In Kharkiv oblast Russian troops hold 4.4 percent": a region that opens the clause is what the share is of."""
    start, _ = parse.clause(amount.start)
    for mention in parse.places:
        if (
            mention.start - start < 8
            and mention.end <= amount.start
            and (mention.place.level == "region" or mention.rivals)
        ):
            regions = [r for r in (mention.place, *mention.rivals) if r.level == "region"]
            return [(regions[0], amount.end)] if regions else []
    return []


def _moment(parse: Parse, period: Period | None) -> Period:
    """Ground is held on a day: the last day of the period named, else the report's."""
    if period is None or period.last >= parse.ref or period.granularity == "span":
        return Period.of_day(parse.ref)
    return Period.of_day(period.last)


def _places(parse: Parse, start: int, end: int) -> list[tuple[Place, int]]:
    """Places that the share is of: every one that an "and" joins, regions before towns of the same name."""
    theatre = parse.words.theatre
    of = parse.text[start:end]
    land = r"(?:total |whole |sovereign |internationally recogni[sz]ed )?(?:territory|land|area|landmass|soil|surface)"
    adjectives = "|".join(map(re.escape, theatre.defender.adjectives))
    country = re.match(
        rf" (?:each |apiece )?of (?:the |all |all of )?(?:{re.escape(theatre.country.name)}(?!['’\w])"
        rf"|(?:{adjectives}|{theatre.country.name}['’]s) {land})",
        of,
    )
    if country is not None:
        return [(theatre.country, start + country.end())]
    found: list[tuple[Place, int]] = []
    for mention in parse.places:
        near = start <= mention.start < end
        if not near or re.search(r"\b(?:in|at|around|near) $", parse.text[start : mention.start]):
            continue
        regions = [r for r in mention.rivals if r.level == "region"]
        found.append((regions[0] if regions else mention.place, mention.end))
    return found


def _of_weapons(parse: Parse, index: int, amount: Amount, weapons: Thing | None) -> Claim:
    end = weapons.end if weapons is not None and weapons.kind == "weapon" else amount.end
    predicate = governing(parse, amount.start, end, STRIKE_VERBS) or elsewhere_in_sentence(
        parse, amount.start, STRIKE_VERBS
    )
    measure = STOPPED.get(predicate.family) if predicate is not None else None
    if predicate is not None and suppressed_too(parse, predicate):
        measure = "strikes.intercepted"
    if is_theirs(parse, amount.start, end) or (weapons is not None and weapons.own):
        measure = None
    weapon = weapons.weapon if weapons is not None and weapons.kind == "weapon" else None
    period = period_of(parse, amount.start, end, "strikes", parse.next_amount(index))
    dimensions = {"of": "launched", **({"weapon": weapon} if weapon else {})}
    return _claim(parse, amount, end, measure, period, None, dimensions)


def _carried(parse: Parse, index: int, amount: Amount, last: Claim | None) -> Claim | None:
    """A bare percentage after another is a share of the same: "compared with 88 percent in July"."""
    if last is None or last.frame != "share" or last.measure is None:
        return None
    stop = parse.next_amount(index)
    own = next(
        (
            m
            for m in parse.mentions
            if amount.end <= m.start < stop and m.period is not None and m.kind == "at" and not m.speech
        ),
        None,
    )
    period = own.period if own is not None else None
    if period is None:
        shift = baseline_of(parse, amount.start, amount.end, last.period)
        period = shift.period if shift is not None else last.period
    if period is not None and last.measure == "territory.held" and period.days > 1:
        period = Period.of_day(period.last)
    return _claim(parse, amount, amount.end, last.measure, period, last.place, dict(last.dimensions))


def _claim(
    parse: Parse,
    amount: Amount,
    end: int,
    measure: Measure | None,
    period: Period | None,
    place: Place | None,
    dimensions: Mapping[str, str],
    *,
    unknown: bool = False,
) -> Claim:
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
    )

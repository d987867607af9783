"""Figures that no ledger of the theatre is of, though their words are those of its measures: what the defender fires
himself, what one unit or crew has done, what is made or sold, what floods and fires did, and older wars."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.belonging.locating import is_theirs
from dateline.extracting.belonging.scope import governing
from dateline.extracting.lexicon import AREA_VERBS
from dateline.extracting.measuring.sides import by_defender
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Claim

_UNIT: Final = (
    r"brigade|regiment|battalion|division|company|platoon|squadron|squad|crew|battery|pilot|gunner|sniper"
    r"|operator|detachment"
    r"|mobile fire group|assault group|soldier|serviceman|servicewoman"
)
#: "The brigade downed 45", "our crew has", "45 were downed by the 47th Brigade"; not "the Russian units of the region".
_BY_UNIT: Final = when_asked(
    rf"(?:^|[,;:“\"] ?|\b(?:and|that|while|by|said|says) )(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]heir|[Ii]ts|[Hh]is"
    rf"|[Oo]ne|[Aa] single|[Tt]his|[Ee]ach)"
    rf" )(?:[\w'’-]+ ){{0,4}}?(?:{_UNIT})\b(?! of the Air Force)",
    re.IGNORECASE,
)
#: One means of defence as the subject; a bulletin that lists them all speaks of the whole.
_BY_MEANS: Final = when_asked(
    r"^(?:[\"“]?(?:In [A-Z]\w+|On [A-Z]\w+ \d+),? )?(?:(?:[Tt]he|[Oo]ur|[Uu]krainian"
    r"|[Uu]kraine's) )*(?:mobile (?:fire |air defen[cs]e )?(?:groups?|teams?|units?)"
    r"|(?:army )?helicopters?|F-16s?(?: jets)?|Mirages?(?: 2000)?|MiG-29s?|Su-27s?|fighter jets?|(?:combat )?aircraft"
    r"|aviation|interceptor drones?|interceptors|electronic warfare(?: units)?|Patriots?|Patriot batteries"
    r"|Gepards?|IRIS-T|NASAMS"
    r"|Hawks?|machine[- ]gunners?|volunteers?|drone operators|pilots)"
    r" (?:have |has |had |also |alone )*(?:shot|downed|intercepted|destroyed|brought|knocked|accounted|stopped"
    r"|took|hit|disabled)\b",
    re.IGNORECASE,
)
_MADE: Final = (
    r"production|output|exports?|sales?|purchases?|imports?|deliver(?:y|ies)|stocks?|stockpiles?|prices?|costs?|makers?"
    r"|factor(?:y|ies)|manufactur\w+|industry"
)
_INDUSTRY: Final = when_asked(
    rf"\b(?:drones?|missiles?|shells?|UAVs?|weapons?)(?:['’]s?)? (?:{_MADE})\b"
    rf"|\b(?:{_MADE}) of (?:[\w-]+ ){{0,2}}?(?:drones?|missiles?|UAVs?)\b",
    re.IGNORECASE,
)
_OTHER_CAUSE: Final = re.compile(
    r"\b(?:floods?(?! of\b)|earthquakes?|quake|tsunami|cyclone|hurricane|road (?:deaths|accidents?|toll)"
    r"|traffic (?:deaths"
    r"|accidents?)"
    r"|(?:train|plane|car|bus|road) crash|(?:shot|killed|shootings?|deaths?) by (?:the |local )?police"
    r"|covid\S*|pandemic|cholera|derailment|wildfires?|forest fires?|heatwave)\b",
    re.IGNORECASE,
)
#: What is fired to see whether it flies.
_TESTED: Final = when_asked(
    r"\b(?:the|its|latest|another|missile|nuclear|weapons|rocket|first|second)[- ]tests?\b"
    r"|\btest[- ](?:fir\w+|launch\w*|flight)",
    re.IGNORECASE,
)
#: Ground that is no territory won or lost.
_LAND_USE: Final = when_asked(
    r"^ of (?:\w+ )?(?:forests?|farmland|cropland|fields|minefields?|water|woodland|steppe|wetlands?)\b"
)
_YEAR: Final = when_asked(r"(?<![\d-])(?:1[5-9]|20)\d\d(?![\d%])")
_AGO: Final = when_asked(r"\b(?P<n>[\w-]+) years ago\b", re.IGNORECASE)


def outside(parse: Parse, claim: Claim) -> bool:
    """Whether the measure that was read for the claim is not its own."""
    if claim.measure is None:
        return False
    start, end = parse.clause(claim.quote.start - parse.sentence.start)
    clause = parse.text[start:end]
    match claim.measure.partition(".")[0]:
        case "casualties":
            said = parse.text if (claim.noun or "").endswith("patients") else clause  # "...; 63 patients died"
            return _OTHER_CAUSE.search(said) is not None or _of_old(parse, clause)
        case "territory":
            after = parse.text[claim.quote.end - parse.sentence.start :]
            return _BY_UNIT.search(clause) is not None or _LAND_USE.match(after) is not None
        case "strikes":
            return _strikes_outside(parse, claim, clause)
        case _:
            return False


def _strikes_outside(parse: Parse, claim: Claim, clause: str) -> bool:
    theatre = parse.words.theatre
    own = _defender_fires(tuple(theatre.defender.names), tuple(theatre.defender.adjectives))
    if any(p.search(clause) for p in (_BY_UNIT, _BY_MEANS, _INDUSTRY, _TESTED, own)) or _of_old(parse, clause):
        return True
    if claim.measure == "strikes.launched" and _AT_THE_FRONT.search(claim.noun or "") and _SHELLED.search(parse.text):
        return True
    if claim.noun and claim.noun.lower().endswith("targets"):
        return _HIT.search(parse.text[: claim.quote.start - parse.sentence.start]) is not None
    if claim.measure not in _STOPPED:
        return False
    stops = _attacker_stops(tuple(theatre.attacker.names), tuple(theatre.attacker.adjectives))
    return stops.search(clause) is not None or _by_attacker(parse, claim)


#: Drones of the front line, as the daily report on the fighting counts them, and no bulletin of what flew in by night.
_AT_THE_FRONT: Final = when_asked(r"\b(?:kamikaze|FPV|first-person)", re.IGNORECASE)
_SHELLED: Final = when_asked(
    r"\b(?:(?:glide|guided|aerial) bombs|air ?strikes|shellings?|clashes|engagements|artillery)\b", re.IGNORECASE
)
#: What a defence stops: where the attacker's defence does, it is the other side's drones.
_STOPPED: Final = frozenset({"strikes.intercepted", "strikes.lost"})
#: Targets that are hit stand on the ground.
_HIT: Final = when_asked(
    r"\b(?:hit|hits|hitting|struck|striking|strikes? (?:on|against|at)|attacked|attacking|engaged|destroyed)"
    r"(?: [\w'’,-]+){0,3} $",
    re.IGNORECASE,
)


def _by_attacker(parse: Parse, claim: Claim) -> bool:
    """Whether the attacker's own military says what was stopped: it stops the drones of the other side."""
    producer = claim.attribution.producer if claim.attribution is not None else None
    sides = {a.id: (a.side, a.kind) for a in parse.words.theatre.actors}
    return sides.get(producer or "") == (parse.words.theatre.attacker.id, "producer")


@lru_cache(maxsize=8)
def _attacker_stops(names: tuple[str, ...], adjectives: tuple[str, ...]) -> re.Pattern[str]:
    """ "Russian air defences downed 140 drones": the attacker as the subject of a verb of interception."""
    name = "|".join(map(re.escape, names)) or "(?!)"
    adjective = "|".join(map(re.escape, adjectives)) or "(?!)"
    return when_asked(
        rf"(?:(?:{adjective}) (?:[\w-]+ ){{0,2}}?(?:defen[cs]es?|forces|army|troops|military|systems|units|crews"
        rf"|fighters"
        rf"|jets|gunners|servicem[ae]n|anti-aircraft \w+)|(?<!by )(?<!from )(?<!of )(?:{name})(?: said it| says it)?)"
        r" (?:has |have |had |also |reportedly |\w+ly )*(?:shot|downed|intercepted|destroyed|neutrali[sz]ed"
        r"|repelled|stopped"
        r"|eliminated|brought|thwarted|suppressed)\b"
        r"|\b(?:shot down|downed|intercepted|destroyed|brought down|stopped|neutrali[sz]ed) by (?:the )?"
        rf"(?:{adjective}|{name})(?!\w)"
    )


def narrow(parse: Parse, claim: Claim) -> bool:
    """Whether ground or weapons are counted at a spot, where the claim has the country for its place ("near Siversk",
    "in the Lyman direction", "Dnipro saw 30 drones")."""
    if claim.place is not None and claim.place.level != "country":
        return False
    start, end = parse.clause(claim.quote.start - parse.sentence.start)
    if (claim.measure or "").startswith("strikes."):
        seeing = (m.start("who") for m in _SEEING.finditer(parse.text, start, end))
        return any(m.start <= at < m.end for at in seeing for m in parse.places if m.place.level != "country")
    if (claim.measure or "").startswith("casualties."):
        return "elsewhere" not in claim.dimensions and _somewhere(parse, start, end)
    if not (claim.measure or "").startswith("territory."):
        return False
    own = {*parse.words.theatre.defender.names, *parse.words.theatre.attacker.names, parse.words.theatre.country.name}
    spots = [m["spot"] or m["sector"] for m in _SPOT.finditer(parse.text, start, end)]
    return any(s not in own and s not in _MONTHS for s in spots)


def _somewhere(parse: Parse, start: int, end: int) -> bool:
    """Whether the clause puts what it tells at a spot that no gazetteer here has: "killed in Oakville on Friday"."""
    theatre = parse.words.theatre
    if not theatre.country.id:
        return False
    known = {*theatre.defender.names, *theatre.attacker.names, theatre.country.name, *theatre.areas, *_MONTHS}
    taken = [(p.start, p.end) for p in parse.places] + [(m.start, m.end) for m in parse.mentions]
    taken += [(s.start, s.end) for s in parse.speeches]
    for found in _AT_SPOT.finditer(parse.text, start, end):
        at, close = found.span("spot")
        named = found["spot"] in known or found["spot"].partition(" ")[0] in known
        if not named and not any(a < close and at < b for a, b in taken):
            return True
    return False


#: "in Oakville on Friday", "in the town of Oakville": a name behind a word of place, and nothing that it qualifies.
_AT_SPOT: Final = when_asked(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round)"
    r"(?: the (?:city|town|village|port|suburb|district|settlement|camp|neighbou?rhood) of)?"
    r" (?P<spot>[A-Z][a-zà-ÿ][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
    r"(?=[,.;:)]|$| (?:on|in|by|during|since|last|this|as|when|after|before|and|over|overnight|from|while|where"
    r"|alone)\b)"
)


def held_by_defender(parse: Parse, claim: Claim) -> bool:
    """Whether the claim, which has no measure, is of ground that the defender holds ("Kyiv keeps a fifth of it"): it is
    held, and no map of what is occupied answers it."""
    area = claim.frame in ("level", "part_of") and claim.unit in ("km2", "sqmi")
    if claim.measure is not None or not (area or (claim.frame == "share" and claim.dimensions.get("of") != "launched")):
        return False
    start, end = (at - parse.sentence.start for at in (claim.quote.start, claim.quote.end))
    verb = governing(parse, start, end, AREA_VERBS)
    if verb is None or verb.family != "held" or verb.start > start or is_theirs(parse, start, end):
        return False
    clause = parse.clause(start)
    if re.search(r"\b(?:not|never|would|could|if|to|lost|los[et]) (?:\w+ )?$", parse.text[clause[0] : verb.start]):
        return False
    return _HOLDS.fullmatch(parse.text[verb.start : verb.end]) is not None and by_defender(parse, verb)


_HOLDS: Final = re.compile(
    r"(?:holds?|held|holding|controls?|controlled|controlling|keeps?|kept|retains?|possess(?:es)?|cl(?:ings?|inging|ung)"
    r" (?:on )?to|(?:hang(?:s|ing)?|hung) on ?to)",
    re.IGNORECASE,
)
_MONTHS: Final = frozenset(date(2000, n, 1).strftime("%B") for n in range(1, 13))
#: A town as the one that is attacked.
_SEEING: Final = when_asked(
    r"(?:^|[,;:] |\b(?:and|while) )(?:The )?(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?: (?:region|oblast|city"
    r"|alone|itself))* (?:saw|faced"
    r"|endured|suffered|came under|(?:was|were) (?:hit|struck|attacked|targeted|bombed|pounded|shelled)|took"
    r"|received|withstood)\b"
)
_SPOT: Final = when_asked(
    r"\b(?:(?:[Nn]ear|[Aa]round|[Oo]utside|(?:north|south|east|west)(?:-?(?:east|west))? of"
    r"|[Bb]eyond) (?P<spot>[A-Z][\w'’-]+)"
    r"|(?:[Ii]n|[Oo]n|[Aa]long) the (?P<sector>[A-Z][\w'’-]+) (?:direction|axis|sector|front))"
)


def _of_old(parse: Parse, clause: str) -> bool:
    """Whether the clause dates itself before the war that the theatre is of."""
    start = parse.words.theatre.war_start
    if start is None:
        return False
    years = [int(m.group()) for m in _YEAR.finditer(clause)]
    ago = (number(m["n"].lower()) for m in _AGO.finditer(clause))
    years += [parse.ref.year - int(n) for n in ago if n]
    return bool(years) and max(years) < start.year


@lru_cache(maxsize=8)
def _defender_fires(names: tuple[str, ...], adjectives: tuple[str, ...]) -> re.Pattern[str]:
    """ "Ukraine's deep strikes", "Ukrainian drone attacks": the defender's own, unless they are on himself."""
    name = "|".join(map(re.escape, names)) or "(?!)"
    adjective = "|".join(map(re.escape, adjectives)) or "(?!)"
    return when_asked(
        rf"(?:(?<!on )(?<!against )(?<!at )(?:{adjective})|(?:{name})['’]s?) (?:own |deep |long-range |mid-range "
        rf"|drone |missile |air |aerial |night |overnight"
        r"|retaliatory |cross-border |sea |naval )*(?:strikes?|attacks?|raids?|barrages?|salvos?"
        rf"|launches)\b(?! on (?:its\b|{name}|{adjective}))"
        rf"|(?:^|[,;:] |[Tt]hat |and )(?:{name}) (?:has |have |had |also )*(?:launch(?:ed|es)|fir(?:ed|es)|sent"
        rf"|sends|struck|stepped up|intensified)\b"
    )

"""Where a figure holds: its own place in the sentence, and whether the ground or the war is another's."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.placing.mention import PlaceMention
from dateline.languages import en_people
from dateline.records.place import Place


def located(parse: Parse, start: int, end: int, stop: int | None = None) -> Place | None:
    """The place of the figure: after it in its clause and before `stop`, then before it; None is the country. Several
    quarters of the sky ("over the north, south and east") are the whole of it."""
    named = [m for m in parse.places if m.located and not _ELSEWHERE.search(parse.text[: m.start])]
    quarters = [m for m in named if m.place.level == "area"]
    one = len(quarters) == 1 and _QUARTERS.match(parse.text, quarters[0].end) is None
    named = [m for m in named if m.place.level != "area" or one]
    named = [m for m in named if not MAINLY.search(parse.text[: m.start])]
    named = [m for m in named if not _AND_MORE.match(parse.text, m.end)]
    if not parse.words.theatre.country.id:
        named = [m for m in named if m.end <= start or not of_a_part(parse, end, m.start)]
        named = [m for m in named if m.end <= start or not (takes_share(parse, m) or _WHOSE.match(parse.text, m.end))]
        named = [m for m in named if m.end > start or not OF_A_PART.search(parse.text[: m.start])]
        if AT_COUNTRY.search(parse.text, end, parse.clause(start)[1]) or of_nation(parse, start, end):
            return None  # "sent 600 drones at Ukraine"
        if _WHOLE_TOLL.match(parse.text, end):
            return None
        takes = [m for m in named if m.end <= start and (t := ACCOUNTS.match(parse.text, m.end)) and start <= t.end()]
        if takes:
            return takes[-1].place
        if (owner := _owner(parse, end)) is not None:
            return owner.place  # "12 of Marib's 14 districts"
    clause = parse.clause(start)
    after = [m for m in named if end <= m.start < min(clause[1], len(parse.text) if stop is None else stop)]
    before = [m for m in named if clause[0] <= m.start and m.end <= start]
    if after or before:
        chosen = after[0] if after else before[-1]
        # Where no ledger answers, a figure of several places at once is of none of them.
        shared = not parse.words.theatre.country.id and joined_places(parse, chosen)
        return None if shared else chosen.place
    carried = [m for m in named if m.end <= clause[0] and m.place.level != "area"]
    return carried[-1].place if carried and _GOES_ON.match(parse.text, clause[0]) else None


#: What is only neared, and the words of a town's edge before its name.
NEARED: Final = (
    r"near(?:s|ed|ing)|approach(?:es|ed|ing)|clos(?:es|ed|ing) in on|bear(?:s|ing) down on|within (?:sight|reach) of"
)
EDGE_OF: Final = r"(?:(?:port|town|city|outskirts|gates|edge) of )"
#: Whence, whither and what is only neared: nothing happened there.
_ELSEWHERE: Final = when_asked(rf"\b(?:from|to|{NEARED}) (?:the )?{EDGE_OF}?$")
#: "seven-tenths of Yemen's food", "12 of Syria's 14 provinces": of the country, whatever else is named.
_OF_NATION: Final = when_asked(rf"\bof {en_people.COUNTRIES}['’]s? \w")
#: "more than tripled the month's toll": of all that happened in it.
_WHOLE_TOLL: Final = when_asked(
    r" (?:the|its) (?:month|year|week|war|country|conflict)['’]s (?:\w+ )?(?:toll|tally|count|total)(?!\w)"
)
#: So far behind a figure its owner stands.
_NATION_BEHIND: Final = 24


def of_nation(parse: Parse, start: int, end: int) -> bool:
    """Whether the figure is a part of what a country has, in a war that no theatre covers."""
    return _OF_NATION.search(parse.text, start, min(len(parse.text), end + _NATION_BEHIND)) is not None


def _owner(parse: Parse, end: int) -> PlaceMention | None:
    """The place whose part the figure ending at `end` is."""
    whose = (m for m in parse.places if m.start >= end and _PART_OF.fullmatch(parse.text, end, m.start))
    return next((m for m in whose if _WHOSE.match(parse.text, m.end)), None)


#: "at Kyiv and eight other regions": of the whole, as good as.
_AND_MORE: Final = when_asked(
    r" and (?:several|many|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:other |more )?(?:regions"
    r"|oblasts|provinces|cities|towns|states|governorates|districts)(?!\w)"
)
_PART_OF: Final = when_asked(r" (?:out )?of (?:the )?")
_WHOSE: Final = when_asked(
    r"(?: (?:state|province|region|governorate))?['’]s? (?:\d|two|three|four|five|six|seven|eight|nine|ten)"
)

#: "1,000 people, mainly in and around Khartoum": where most of them were.
MAINLY: Final = when_asked(
    r"\b(?:mainly|mostly|chiefly|largely|especially|particularly|primarily|above all) (?:in|around|in and around|near)"
    r" (?:the )?(?:[A-Z][\w-]+(?:, and |, | and ))*$"
)
#: A place that takes a share: "North Gaza accounting for four in ten".
ACCOUNTS: Final = re.compile(
    r"(?: (?:region|oblast|state|province))?,? (?:(?:alone|itself|which|that) )*"
    r"(?:account(?:s|ed|ing) for|ma(?:kes?|de|king) up|contribut(?:ed|ing)|taking|another(?= \d)|a further(?= \d)"
    r"|for(?= the (?:first|second|third) time)) "
)


def takes_share(parse: Parse, mention: PlaceMention) -> bool:
    """Whether the place takes a share of its own ("Nyala alone accounted for 312"): no figure before is of it."""
    return ACCOUNTS.match(parse.text, mention.end) is not None


#: "900 deaths, 40% of them in Homs": the place is the part's, and the whole was everywhere.
OF_A_PART: Final = when_asked(
    r"\b(?:of (?:them|whom|those|these)|among them)(?: (?!and |but )[\w-]+){0,2} (?:in|at|near|on|around|across|inside)"
    r"(?: [\w'’-]+){0,4} $",
    re.IGNORECASE,
)
AT_COUNTRY: Final = when_asked(rf" (?:at|on|against|into|over|across) {en_people.COUNTRIES}(?![\w-]| (?:City|Strip))")


def of_a_part(parse: Parse, end: int, at: int) -> bool:
    """Whether the place at `at` is that of a part of the figure that ends at `end`, and not its own: "900 deaths, 40%
    of them in"."""
    found = OF_A_PART.search(parse.text[end:at])
    return found is not None and found.start() > 1


#: "..., killing three and wounding ten", "..., where 15 died": what follows from a blow is where it fell.
_GOES_ON: Final = re.compile(
    r"[\s,–—]*(?:killing|injuring|wounding|leaving|where|in which|among them|including"
    r"|and (?:\w+ )?(?:killed|wounded|injured|hurt|left|wounding|injuring)|half of them|most of them)(?!\w)"
)
_QUARTERS: Final = re.compile(r",? (?:and |, )?(?:the )?(?:north|south|east|west|cent(?:re|er))(?:ern)?(?!\w)")


def region_of(parse: Parse, start: int, end: int) -> Place | None:
    """The place of a figure of territory: a name that a region and a town share is the region there. Only a place in
    the figure's own clause, or one that opens the sentence, is its own; "including Crimea" and "mostly in Sumy" say
    something else of it."""
    if re.search(
        r"\b[Oo]f (?:the|all|these|those)(?: \w+)? $|\d of (?:the |a total of )?$|\bout of (?:the |a total of )?$",
        parse.text[:start],
    ):
        return None  # "of the 726 km2 lost": the whole, whatever region the sentence is about
    clause = parse.clause(start)
    if (own := gapped(parse, start)) is not None:
        return own
    if not parse.words.theatre.country.id and of_nation(parse, start, end):
        return None
    named = [m for m in parse.places if _holds(parse, m) and not _asides(parse, m.start)]
    if _NEAR_A_NAME.match(parse.text, end):
        named = [m for m in named if m.start >= clause[0]]  # "30 near Siversk": of no region named elsewhere
    after = [m for m in named if end <= m.start < clause[1] and m.start - end < 90]
    after = [m for m in after if not _ANOTHER_S.search(parse.text[end : m.start])]
    before = [m for m in named if m.end <= start and (m.start >= clause[0] or _OPENS.fullmatch(parse.text[: m.start]))]
    ranked = [*after, *reversed(before)]
    chosen = next((m for m in ranked if _is_region(m)), ranked[0] if ranked else None)
    if chosen is None:
        return None
    if ranked[0].place.level == "area" and ranked[0] in after and ranked[0].start < chosen.start:
        chosen = ranked[0]
    regions = [r for r in (chosen.place, *chosen.rivals) if r.level == "region"]
    return regions[0] if regions else chosen.place


#: "183 in Sumy exceeded those in Donetsk": another figure is of there.
_ANOTHER_S: Final = re.compile(r"\b(?:that|those|what (?:it|they) \w+) (?:in|of|for|from|around) (?:the )?$")
_NEAR_A_NAME: Final = re.compile(r" (?:near|around|outside|close to) [A-Z]")
_ANOTHER_ONE: Final = re.compile(r"(?: region| oblast)? (?:(?:another|a further|about|some|just|only|with|for) )*")


def gapped(parse: Parse, start: int) -> Place | None:
    """ "Kharkiv region lost 22 and Zaporizhzhia 61": the region right before a number whose verb is left out."""
    for mention in parse.places:
        opens = re.search(r"(?:,|\band|;|\bwhile) $", parse.text[: mention.start]) is not None
        beside = mention.end <= start and _ANOTHER_ONE.fullmatch(parse.text[mention.end : start]) is not None
        regions = [r for r in (mention.place, *mention.rivals) if r.level == "region"]
        if opens and beside and regions:
            return regions[0]
    return None


def _holds(parse: Parse, mention: PlaceMention) -> bool:
    """Whether the place is where the figure is of: behind a preposition, named a region, or the subject of a share."""
    subject = re.match(
        r"(?: region| oblast)? (?:alone )?(?:accounted|accounts|made up|makes up|contributed|took the|lost|gained"
        r"|gave up|ceded)",
        parse.text[mention.end :],
    )
    return mention.located or mention.place.level == "region" or subject is not None


#: "In the neighbouring Dnipropetrovsk region, which ..., its soldiers took": the place that opens a sentence rules it.
_OPENS: Final = re.compile(r"(?:(?:In|Across|Inside|Within|Throughout|For) (?:[\w'’-]+ ){0,3})?")


def joined_regions(parse: Parse, start: int, end: int) -> bool:
    """Whether two regions share the figure ("in Sumy and Kharkiv"), which no single entry answers."""
    clause = parse.clause(start)
    named = [m for m in parse.places if clause[0] <= m.start < clause[1] and _is_region(m)]
    return any(
        re.fullmatch(r"(?: (?:region|oblast|province)s?)?,? (?:and|or) (?:the )?", parse.text[x.end : y.start])
        for x, y in pairwise(named)
    )


def joined_places(parse: Parse, mention: PlaceMention) -> bool:
    """Whether the place is one of several that share a figure: "at Ras Tanura, Najran and Jizan"."""
    if not parse.words.theatre.country.id and _AND_ANOTHER.match(parse.text, mention.end):
        return True
    return any(
        _SHARED.fullmatch(parse.text[min(mention.end, m.end) : max(mention.start, m.start)])
        for m in parse.places
        if m.end <= mention.start or m.start >= mention.end
    )


#: "at Brega and Marada": the second may stand in no list.
_AND_ANOTHER: Final = when_asked(
    r"(?:, (?:[A-Z][a-z]+ )?[A-Z][a-z]+)* and (?:in |at |on |near )?(?:\w+ more"
    r" (?:governorates|provinces|towns|districts|regions)"
    r"|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?:al-|el-)?[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?"
    r"(?: (?:provinces|regions|states|districts|governorates|townships|counties))?"
    r"(?=[,.;]|$| (?:on|in|since|last|and|this|by|during|over)\b))"
)
_SHARED: Final = re.compile(r",? (?:and|or|as well as) (?:(?:in|at|on) )?(?:the )?|, (?:(?:at|on) )?")


def unsettled(parse: Parse, place: Place | None) -> str:
    """What `place` can be instead, where the sentence names it and nothing settles which of several settlements of
    its name is meant; empty where it is settled."""
    mention = next((m for m in parse.places if m.towns and m.place == place), None)
    if mention is None:
        return ""
    known = {g.place.id: g for g in parse.words.theatre.gazetteer}
    regions = [f"{known[known[town.id].parent].place.name} region" for town in mention.towns]
    return f"{parse.text[mention.start : mention.end]}: {_either(regions)}"


def _either(names: list[str]) -> str:
    """ "A (2), B or C": each once, with its number; after four the rest is a number."""
    counted = [f"{name} ({n})" if (n := names.count(name)) > 1 else name for name in dict.fromkeys(names)]
    shown, rest = counted[:4], len(counted) - 4
    if rest > 0:
        return f"{', '.join(shown)} or {rest} more"
    return " or ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _is_region(mention: PlaceMention) -> bool:
    return mention.place.level == "region" or any(r.level == "region" for r in mention.rivals)


def _asides(parse: Parse, at: int) -> bool:
    return _ASIDE.search(parse.text[max(0, at - 40) : at]) is not None


_ASIDE: Final = re.compile(
    r"\b(?:including|excluding|without|counting|plus|minus|except|besides|apart from|mostly in|largely in"
    r"|mainly in|chiefly in|primarily in|around|near|outside|towards?|from|between|near(?:s|ed|ing)"
    r"|approach(?:es|ed|ing)) (?:the )?(?:(?:port|town|city|outskirts|gates|edge) of )?$",
    re.IGNORECASE,
)


_WHERE: Final = re.compile(r" (?:where|in which)\b")


def is_theirs(parse: Parse, start: int, end: int) -> bool:
    """Whether the figure is of another conflict, or of the attacker's own ground, which no ledger here holds."""
    if parse.words.elsewhere.search(parse.text) and not parse.words.defender.search(parse.text):
        return True
    if parse.words.airspace.search(parse.text):
        return True
    clause = parse.clause(start)
    if _WHERE.match(parse.text, clause[0]) and any(
        parse.text[m.end() : clause[0]] == "," for m in parse.words.elsewhere.finditer(parse.text, 0, clause[0])
    ):
        return True  # "left Gaza, where 60,000 have died, while Kyiv"
    return parse.words.soil.search(parse.text, clause[0], clause[1]) is not None

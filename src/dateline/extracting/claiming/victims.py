"""Who is counted in a toll: people whose noun is another's or stands elsewhere, and those who are a part of others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts import things
from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging.peoples import told_apart
from dateline.extracting.lexicon import HARM_VERBS
from dateline.extracting.measuring.casualties import harmed_beside
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Claim, Measure

_HARMED: Final = r"(?:dead|deaths|killed|slain|fatalities|wounded|injured|casualties|victims)"
_THOSE: Final = (
    rf"(?:(?:those|these|them|whom|which)(?: (?:who (?:were )?)?(?:killed|injured|wounded|dead|died))?"
    rf"|the {_HARMED}|the total)"
)
#: "the number of those killed was 40" tells no part of them.
_NO_NUMBER: Final = "".join(
    f"(?<!{word} )"
    for word in ("number", "numbers", "estimate", "count", "total", "toll", "tally", "figure", "share", "names", "list")
)
_COPULA: Final = r"(?: (?:is|are|was|were|being|had been|have been))?"
#: What makes the figure behind it a part of one before: "including", "among the dead were", "of those killed,".
_PART_BEFORE: Final = when_asked(
    rf"\b(?:(?:including|counting|notably|comprising)(?: (?:both|also))?"
    rf"|{_NO_NUMBER}(?:of|among|amongst) {_THOSE},?{_COPULA}"
    rf"|(?:{_HARMED}|they|toll|those (?:killed|injured|wounded)|them) (?:also )?"
    r"(?:includ(?:ed?|es|ing)|compris(?:ed?|ing))"
    rf"|\binclud(?:ed?|es|ing)(?: an? [^,;.\d]{{2,30}}?(?:, and|,| and)(?: (?:her|his|their|its))?)+"
    r"|all but|\baccount(?:ed|s|ing) for)(?: (?:also|another|a further|the|at least|some))* ?$",
    re.IGNORECASE,
)
_PART_AFTER: Final = when_asked(
    rf"(?:,? [^.;,]{{3,40}}?(?:,? and [^.;,]{{3,40}}?)?(?= (?:was|were|are) among))?{_COPULA} (?:also )?"
    rf"(?:(?:among|amongst) (?:them|{_THOSE}|(?:the )?(?:at least )?[\d,]+ (?:people )?{_HARMED}|the (?:at least )?\d))"
    r"|^ of (?:them|whom|which)(?!\w)",
    re.IGNORECASE,
)
_OF_NUMBER: Final = when_asked(
    r" (?:out )?of (?:the |some |all |a total of )?(?:about |at least )?(?=\d)", re.IGNORECASE
)
#: "70, among them four children": the part begins behind the words, and the number before them is the whole.
_WHOLE_BEFORE: Final = re.compile(
    rf"(?:,? (?:among|amongst)|, of) (?:them|whom|which|those|these),?{_COPULA}(?: (?:at least|some|about|also"
    r"|another))* ?$",
    re.IGNORECASE,
)
_FAMILY: Final = when_asked(
    r" of (?:one|the same|a single|a|his|her|their|an \w+|two)(?: [\w-]+)? (?:famil(?:y|ies)|household|clan)(?!\w)",
    re.IGNORECASE,
)
_OF_A_FORCE: Final = when_asked(
    r" of (?:the|an?|its|their|our|his|that|this)(?: [\w'’-]+){0,4}? (?:militia|army|group|gang|cell"
    r"|brigade|battalion|unit"
    r"|force|forces|movement|faction|squad|police|guard|party|wing)\b",
    re.IGNORECASE,
)
#: Verbs of which only people are the subject: "1,400 were evacuated".
ONLY_PEOPLE: Final = re.compile(
    r" (?:more )?(?:have |had |has )?(?:(?:fled|returned|starved|perished|escaped|went hungry|gone hungry|took"
    r" shelter|taken shelter"
    r"|sought refuge|lost their (?:homes|lives)|need (?:it|help|aid|food))(?!\w)|(?:were|have been|had"
    r" been|was|are|remain|remained)(?: \w+ly)?"
    r" (?:evacuated|displaced|arrested|detained|rescued|orphaned|homeless|hospitali[sz]ed|abducted|kidnapped|uprooted"
    r"|missing|unaccounted for|trapped|treated|imprisoned|repatriated|released|freed|captured|shot(?! down)|beaten"
    r"|tortured|executed|recruited|raped|sentenced|starving|hungry|conscripted|taken prisoner|taken hostage)(?!\w))",
    re.IGNORECASE,
)
#: "Of the 310 dead whom relatives named, 71 were women": what the sentence goes on to count is a part of it.
_OPENS_WITH_WHOLE: Final = when_asked(r"(?:^|[;:—] ?)(?:of|among)(?: (?:the|these|those|all))? $", re.IGNORECASE)
_LISTED: Final = when_asked(r",? (?:and |plus |along with |as well as )?(?:another |a further )?$|,? ?and $|, $")
#: "16 died a day", "83 a day": the time in which so many are harmed.
A_DAY: Final = when_asked(
    r"(?: (?:were |was |are |is |have been |had been |being )?(?:killed|died|dead|dying|injured|wounded|hurt|deaths"
    r"|arriv(?:e|ed|ing)|cross(?:ed|ing)?|fle(?:e|d|eing)|return(?:ed|ing)?)"
    r"(?: (?:or|and) (?:killed|injured|wounded))?)?,? (?:on average,? )?"
    r"(?:(?:(?:an?|per|each|every) (?P<unit>day|night|week|month|year))"
    r"(?!\w| (?:earlier|before|ago|later|after|old|and a half)\b)|(?P<adverb>daily|weekly|monthly)(?!\w))",
    re.IGNORECASE,
)
#: "killed 40 and captured another 12": of people again.
_TAKEN: Final = when_asked(
    r"\band (?:captured|detained|arrested|abducted|evacuated|rescued|displaced|imprisoned)"
    r"(?: (?:another|a further|some|about|at least|more than|over))? $",
    re.IGNORECASE,
)
_WERE: Final = when_asked(r" (?:were|was|are|is|being) (?:all |also |mostly |known to be |said to be )?", re.IGNORECASE)
_NUMBER_OF: Final = when_asked(
    r" (?:the )?(?:(?:confirmed|total|overall|official|known|combined) )*(?:number|total|count|tally|toll)"
    r"(?: (?:of|for)(?: (?:the|those))? )?",
    re.IGNORECASE,
)
_TOLL_AT: Final = when_asked(
    rf"\b(?P<noun>(?:death )?toll|{_HARMED}|(?:ministry|hospitals?|office|mission|observatory)['’]s (?:count|tally))\b"
    r"(?:, (?:which|that)\b)?(?:[^,;.\d]|(?<=by )\d[\d,]*){0,40}?"
    r"\b(?:at|to|as|was|is|were|are|reached|reaches|of|topped"
    r"|exceeded|crossed|passed|past|hit|numbers?|numbered|total(?:led|ed|s)?|surpassed|beyond|above"
    r"|by)(?: (?:the|a|now))? $"
    r"|(?P<list>\b(?:dead|killed|deaths|fatalities|wounded|injured|injuries)): $",
    re.IGNORECASE,
)
#: Beasts and things that are "killed" or "hurt" as well.
_NO_PEOPLE: Final = when_asked(
    r"\b(?:cows?|cattle|sheep|goats?|horses?|camels?|donkeys?|pigs?|chickens|hens|animals?|livestock|birds?|dogs?|cats?"
    r"|dolphins?|fish|trees?|houses?|homes?|buildings?|vehicles?|cars?|tanks?|targets?|engines?|jobs?|bills?|deals?"
    r"|percent|units?|positions?|points?|times|families|households)\b",
    re.IGNORECASE,
)
_SPEAKS: Final = when_asked(
    r",?(?: (?:also|later|both|all|who))? (?:said|says?|told|added|recalled|testified|described|argued|claimed|insisted"
    r"|warned|explained|wrote|alleged|complained)(?!\w)",
    re.IGNORECASE,
)
_SPOKEN: Final = when_asked(
    r"\b(?:according to|told|quoting|citing|interviewed|in the words of)(?: the| at least)? $", re.IGNORECASE
)
#: "one child in 50": a share that names its people first.
_ONE_IN: Final = when_asked(r"\bone (?:[\w-]+ ){1,3}in (?:every )?$", re.IGNORECASE)
_IN_MANY: Final = when_asked(r" in (?:every )?(?:\d{1,3}|two|three|four|five|six|ten|twenty|fifty)\b(?! [A-Z])")
#: "Sunday's toll, 14, was": the number stands behind what it counts.
_APPOSED: Final = when_asked(
    r"\b(?:(?:number|count|total) (?:of )?(?P<of>[^,;.\d]{3,60})|(?:death )?toll"
    r"|(?:deaths|fatalities|injuries)[^,;.\d]{0,30}), $",
    re.IGNORECASE,
)
_TOLL_OF: Final = when_asked(
    r"\b(?:death )?tolls? (?:of|to|at|was|is|stands at|stood at) (?:\w+ ){0,2}$", re.IGNORECASE
)
_AGE: Final = when_asked(r"\b(?:youngest|oldest|eldest|aged)\b[^,;.]{0,30}$", re.IGNORECASE)
_PEOPLE_UNITS: Final = frozenset({"people"})


def no_victims(parse: Parse, amount: Amount, thing: Thing) -> bool:
    """Whether the number is no count of victims: of those who say something ("two medics said", "according to three
    residents"), or the age of one ("the youngest was 3")."""
    before = parse.text[: amount.start]
    if _AGE.search(before) is not None or _ONE_IN.search(before) is not None:
        return True
    if amount.value == 1.0 and _IN_MANY.match(parse.text, max(thing.end, amount.end)) is not None:
        return True
    if thing.kind != "people" or thing.population not in ("subset", "all", "military"):
        return False
    said = _SPEAKS.match(parse.text[thing.end :]) is not None
    return said or _SPOKEN.search(parse.text[: amount.start]) is not None


def counted(parse: Parse, index: int, amount: Amount, thing: Thing) -> Thing:
    """What `amount` counts: people where the noun or the harm beside it says so, else `thing` as it is."""
    if thing.kind == "other" and (
        _NUMBER_OF.match(parse.text, amount.end) or _TOLL_OF.search(parse.text[: amount.core_start])
    ):
        thing = Thing("bare", amount.end)
    if thing.kind == "other":
        if thing.noun.lower() == "strong":
            return Thing("people", thing.end, "people", population="military", noun=thing.noun)  # "an army 900 strong"
        if thing.noun == "members" and (family := _FAMILY.match(parse.text, thing.end)) is not None:
            noun = f"members{family.group()}"
            return replace(thing, kind="people", end=family.end(), unit="people", population="subset", noun=noun)
        if thing.noun == "members" and _OF_A_FORCE.match(parse.text, thing.end):
            return replace(thing, kind="people", unit="people", population="military")
        if re.fullmatch(r"(?i)(?:more|others?|further)", thing.noun):
            if harmed_beside(parse, amount.start, thing.end) is None:
                return thing
            return replace(thing, kind="people", unit="people", population="all", noun="")
        if thing.unit is None and ONLY_PEOPLE.match(parse.text, amount.end):
            return Thing("people", amount.end, "people", population="all", noun="")
        people = thing.unit is None and thing.noun != "" and _NO_PEOPLE.search(thing.noun) is None
        if people and harmed_beside(parse, amount.start, thing.end) is not None:
            return replace(thing, kind="people", unit="people", population="subset")
        return thing
    if thing.kind == "anchor" and _WHOLE_BEFORE.match(parse.text[amount.end : parse.next_amount(index)]):
        thing = Thing("bare", amount.end)
    if thing.kind == "anchor":
        whole = whole_of(parse, amount, "")
        own = harmed_beside(parse, amount.start, thing.end)
        if (whole is not None and whole.unit in _PEOPLE_UNITS) or own is not None:
            return replace(thing, kind="people", unit="people", population="part")
        return thing
    return _of_bare(parse, index, amount, thing) if thing.kind == "bare" else thing


def _of_bare(parse: Parse, index: int, amount: Amount, thing: Thing) -> Thing:
    text, stop = parse.text, parse.next_amount(index)
    if (told := told_apart(parse, amount)) is not None:
        return told
    if (were := _WERE.match(text, amount.end)) is not None:
        named = things.thing(text, replace(amount, end=were.end() - 1), stop, parse.words)
        if named.kind == "people" and named.population != "all":
            return replace(named, of_them=True)
    if (number := _NUMBER_OF.match(text, amount.end)) is not None:
        named = things.thing(text, replace(amount, end=number.end() - 1), stop, parse.words)
        if named.kind == "people" or "toll" in number.group():
            population = named.population if named.kind == "people" else "all"
            return Thing("people", amount.end, "people", population=population, noun="")
    counted_people = any(t.kind == "people" for t in parse.things[:index]) or any(
        c.unit == "people" for c in parse.found
    )
    if A_DAY.match(text, amount.end) and counted_people:
        return Thing("people", amount.end, "people", population="all", noun="")
    apposed = _APPOSED.search(text[: amount.start]) if re.match(r",| by ", text[amount.end :]) else None
    if apposed is not None and apposed["of"] is None:
        return Thing("people", amount.end, "people", population="all", noun="")
    if apposed is not None:
        named = things.thing(text, replace(amount, start=0, end=apposed.start("of") - 1), amount.start, parse.words)
        return replace(named, end=amount.end, noun="") if named.kind == "people" else thing
    if (amount.digits or amount.kind == "vague" or amount.value != 1.0) and ONLY_PEOPLE.match(text, amount.end):
        return Thing("people", amount.end, "people", population="all", noun="")
    if _TAKEN.search(text[: amount.start]) and index and parse.things[index - 1].kind in ("people", "bare"):
        return Thing("people", amount.end, "people", population="all", noun="")
    if _TOLL_AT.search(text[: amount.core_start]) or harmed_beside(parse, amount.start, amount.end) is not None:
        return Thing("people", amount.end, "people", population="all", noun="")
    return thing


def is_part(parse: Parse, amount: Amount, thing: Thing) -> bool:
    """Whether the people counted are said to be some of others."""
    before, after = parse.text[: amount.start], parse.text[max(thing.end, amount.end) :]
    if thing.of_them and (thing.population == "part" or thing.noun == "" or _of_those(parse, amount, thing)):
        return True
    if _WERE.match(parse.text, amount.end) and thing.of_them:
        return True
    if _PART_BEFORE.search(before) or _PART_AFTER.match(after) or _OF_NUMBER.match(parse.text, amount.end):
        return True
    return listed(parse, amount) or _opened(parse, amount) or _beside_a_part(parse, amount, thing)


def listed(parse: Parse, amount: Amount) -> bool:
    """ "594 dead: 146 fighters, 154 civilians and": what stands behind the colon is what the toll is made of."""
    colon, base = parse.text.rfind(": ", 0, amount.start), parse.sentence.start
    if colon < 0 or ";" in parse.text[colon : amount.start]:
        return False
    told = [c for c in parse.found if c.quote.end <= base + colon and c.unit == "people" and c.frame == "level"]
    if not told or told[-1].measure is None or (amount.value or 0.0) > (told[-1].value or 0.0):
        return False
    before = [a for a in parse.amounts if told[-1].quote.end - base <= a.start < colon]
    first = next(a for a in parse.amounts if a.start > colon)
    return not before and first.start - colon < _LIST_BEGINS


#: So soon behind its colon a list begins.
_LIST_BEGINS: Final = 30


def _of_those(parse: Parse, amount: Amount, thing: Thing) -> bool:
    """ "12 of the wounded", "seven of them children" against "12 of the city's residents"."""
    said = parse.text[amount.end : thing.end]
    named = re.match(rf"(?: more| others?)?,? (?:of|among|out of) (?:{_THOSE}|(?:the )?\d)", said, re.IGNORECASE)
    return named is not None or re.match(r" (?:out )?of (?:the |some |all )?\d", parse.text[amount.end :]) is not None


def _opened(parse: Parse, amount: Amount) -> bool:
    first = parse.amounts[0]
    opens = _OPENS_WITH_WHOLE.search(parse.text[: first.start]) is not None
    return opens and first.start < amount.start and parse.things[0].kind == "people"


def _beside_a_part(parse: Parse, amount: Amount, thing: Thing) -> bool:
    """ "including 48 women and 19 children": what a list goes on to count after a part is a part as well."""
    own = [c for c in parse.found if c.quote.end <= parse.sentence.start + amount.start]
    if not own or own[-1].frame != "part_of" or own[-1].unit not in _PEOPLE_UNITS:
        return False
    between = parse.text[own[-1].quote.end - parse.sentence.start : amount.start]
    said = harmed_beside(parse, amount.start, amount.end)
    apart = thing.population in ("all", "military") and said is not None
    hurt = re.search(r"\b(?:injured|wounded|hurt)\b", thing.noun) is not None and own[-1].measure == "casualties.killed"
    apart = apart or hurt or (said == "casualties.injured" and own[-1].measure == "casualties.killed")
    return _LISTED.fullmatch(between) is not None and not apart


def whole_of(parse: Parse, amount: Amount, harm: Measure | str) -> Claim | None:
    """The figure that a part is part of: the last toll before it in the sentence, else that of the sentence before.
    `harm` is the measure that the part's own words name ("among the dead"), empty where they name none."""
    start = parse.sentence.start + amount.start
    own = [
        c for c in parse.found if c.quote.end <= start and c.frame in ("level", "rate") and c.value not in (0.0, 1.0)
    ]
    near = [c for c in own if c.unit in _PEOPLE_UNITS]
    if own and not near and own[-1].measure is not None:
        return None  # the last figure is of drones or of ground, and "of them" is of those
    for row in (near, [c for c in parse.before.tolls if c.frame != "part_of"]):
        fitting = [c for c in row if c.measure == harm] if harm else row
        if fitting or row:
            return (fitting or row)[-1]
    return None


def harm_of_part(parse: Parse, amount: Amount, thing: Thing) -> Measure | None:
    """The harm that the words of a part name: "among the dead were", "of those killed", "12 were wounded"."""
    cue = _PART_BEFORE.search(parse.text[: amount.start])
    behind = _PART_AFTER.match(parse.text[max(thing.end, amount.end) :])
    said = " ".join(m.group() for m in (cue, behind) if m)
    named = re.search(r"dead|killed|died|slain|deaths|fatalities", said, re.IGNORECASE)
    hurt = re.search(r"injured|wounded", said, re.IGNORECASE)
    if named or hurt:
        return "casualties.killed" if named else "casualties.injured"
    own = [p.family for p in parse.predicates if p.family in HARM_VERBS and amount.end <= p.start < thing.end]
    if own:
        return "casualties.injured" if own[-1] == "injured" else "casualties.killed"
    return harmed_beside(parse, thing.end, thing.end)

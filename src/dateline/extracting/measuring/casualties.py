"""Casualties: killed, injured or both, what caused it, and whether it is of this war at all."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging.locating import is_theirs
from dateline.extracting.belonging.scope import elsewhere_in_sentence, governing
from dateline.extracting.lexicon import HARM_VERBS
from dateline.extracting.measuring.soldiers import own_losses
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.languages import en_people
from dateline.records.claim import Measure

#: Whom no ledger of casualties counts among the killed: soldiers, bodies found, the missing.
UNCOUNTED: Final = frozenset({"military", "bodies", "missing"})
_KILLED: Final = r"(?:kill(?:ed|ing|s)?|dead|deaths|died)"
_INJURED: Final = r"(?:injur(?:ed|ing|es|ies)|wound(?:ed|ing|s)?|hurt|maim(?:ed|ing))"
_BOTH: Final = rf"(?:{_KILLED}(?: or | and | and/or |/| as well as ){_INJURED}|{_INJURED}(?: or |/){_KILLED})"
_AUXILIARY: Final = (
    r"(?:(?:who|that|which|was|were|is|are|be|been|being|have|has|had|got|reportedly|also|later|since|then|now|subsequently|either|all|more"
    r"|already|confirmed|reported|said|believed|thought|feared|known|understood|presumed|to) )*"
)
_TOGETHER_AFTER: Final = when_asked(
    rf"\s*(?:(?:a|per|each|every) (?:day|week|month) )?{_AUXILIARY}{_BOTH}(?!\w)(?! \d)", re.IGNORECASE
)
_TOGETHER_BEFORE: Final = when_asked(
    rf"(?<!\w){_BOTH}(?: (?:at least|more than|over|some|about|a total of|another|of))* ?$", re.IGNORECASE
)
#: "Civilian casualties, dead and injured, reached 410": the subject counts both.
_TOGETHER_SUBJECT: Final = when_asked(
    rf"(?:\bcasualties|(?<!\w){_BOTH})\b(?:[^;.\d]|\b(?:19|20)\d\d\b(?!,\d)){{0,40}}?(?:\b(?:reached|was|were|rose|fell|to|at|of"
    r"|totall?ed|hit|came|numbered|by|from|as|stood|exceeded|passed|topped) |(?<=\d), )$",
    re.IGNORECASE,
)
_FATE: Final = rf"(?<![\w-])(?:{en_people.FATES})(?!\w)"
_FATE_AFTER: Final = when_asked(rf"(?: (?:who|that|as))? {_AUXILIARY}(?:[\w-]+ly )?{_FATE}", re.IGNORECASE)
_FATE_BEFORE: Final = when_asked(
    rf"{_FATE}(?: (?!kill|wound|injur|dead|of\b|and\b|but\b|or\b|while\b|who\b)[\w-]+){{0,3}} ?$", re.IGNORECASE
)
#: "The toll crossed 60,000", "the ministry's count went past 40,000": a toll passes a number as people pass a border.
_TOLL_PASSED: Final = when_asked(
    r"\b(?:(?:death )?toll|(?:number|count|tally) of (?:the )?(?:dead|deaths|killed)"
    r"|(?:ministry|hospitals?)['’]s? (?:own )?(?:count|tally))\b(?:, which)?"
    r"(?: (?!of\b)\w+){0,2} (?:cross(?:ed|es|ing)|pass(?:ed|es|ing)|past|beyond|above)"
    r"(?: the)? \d[\d,.]*$",
    re.IGNORECASE,
)
#: People whose noun says what else befell them.
_FATED: Final = re.compile(r"(?:^|\b)(?:displaced|evacuees|returnees|refugees|detained|arrested|homeless)$", re.I)
#: Lives and people that were no victims, whatever noun counts them.
_SPARED: Final = when_asked(
    r"\b(?:(?:bodies|remains|corpses) of|sav(?:ed?|es|ing)|spar(?:ed|ing)|chang(?:ed|ing)|risk(?:s|ed|ing)?) $",
    re.IGNORECASE,
)
_SUFFERED: Final = when_asked(
    r"\b(?:suffer(?:ed|s|ing)?|sustain(?:ed|s|ing)?|incur(?:red|s|ring)?|lost|los(?:es|ing)|taken|losses|casualties|dead"
    r"|death toll|toll)\b",
    re.IGNORECASE,
)
_LOST: Final = when_asked(
    r"\b(?:lost|losing|lose|loses|losses (?:at|of|to|as|were|stood at|reached|numbered|came to))(?: (?:at"
    r" least|more than|another|a further|some|about))* $",
    re.I,
)
_CAUSE_BEFORE: Final = when_asked(
    rf"(?<!\w)(?P<cause>{en_people.CAUSES})(?: (?:attacks?|strikes?|fire|raids?))? (?:alone )?"
    rf"(?:(?:have|has|had|also|now|already) )*(?:kill|injur|wound|claim|maim|hurt)",
    re.IGNORECASE,
)
_CAUSE_NEAR: Final = when_asked(
    rf"\b(?:by|from|due to|because of|owing to|in|of|to)(?! \d) (?:(?!and\b|or\b)[\w-]+ ){{0,3}}?"
    rf"(?P<cause>{en_people.CAUSES})(?!\w)"
    rf"|(?P<near>(?:near|along|close to) the front)|(?P<noun>{en_people.CAUSES})-related"
    rf"|(?P<kind>indirect|violent|hunger|starvation) (?:deaths|killings)",
    re.IGNORECASE,
)
_EVENT: Final = when_asked(
    rf"\b(?:an?|the|one|this|that|single|same|\w+day['’]s|overnight|day['’]s|night['’]s) (?:[\w-]+ ){{0,3}}?"
    rf"(?P<event>{en_people.EVENTS})(?!\w)",
    re.IGNORECASE,
)
_AMONG: Final = when_asked(r"\b(?:including|among them|among whom|of whom|among those)\b", re.IGNORECASE)
#: "…, killing three": the clause before says by what.
_HANGS_ON: Final = when_asked(r"[\s,]*(?:and )?(?:\w{3,}ing|which|that|who|where)\b")


def casualty_measure(parse: Parse, start: int, thing: Thing) -> tuple[Measure | None, str | None]:
    """The casualty measure and "both" where killed and injured are counted together; None for those whom no ledger of
    casualties counts, and for people to whom something else happened."""
    before, after = parse.text[:start], parse.text[thing.end :]
    if thing.population in UNCOUNTED and not own_losses(parse, start, thing):
        return None, None
    if _FATED.search(thing.noun) and harmed_beside(parse, start, thing.end) is None:
        return None, None  # "and 2 million displaced"
    if thing.population == "bodies":
        return "casualties.killed", None
    if _SPARED.search(before) or _of_attacker(parse, start, thing):
        return None, None
    if _TOGETHER_AFTER.match(after) or _TOGETHER_BEFORE.search(before):
        return "casualties.killed", "both"
    # "Claimed 12,340 lives": the words of harm stand around the figure.
    harms = [
        p.family
        for p in parse.predicates
        if p.family in HARM_VERBS and (start <= p.start < thing.end or p.start <= start < thing.end <= p.end)
    ]
    if harms[:1] == ["casualties"] or {"killed", "injured"} <= set(harms):
        return "casualties.killed", "both"
    if not harms and _TOLL_PASSED.search(parse.text[: thing.end]):
        return "casualties.killed", None
    if not harms and (_FATE_AFTER.match(after) or _FATE_BEFORE.search(before)):
        return None, None
    if not harms and _TOGETHER_SUBJECT.search(before):
        return "casualties.killed", "both"
    if not harms and thing.population == "held" and harmed_beside(parse, start, thing.end) is None:
        return None, None  # prisoners and hostages are counted for many reasons
    if not harms and _LOST.search(before):
        return "casualties.killed", None
    families = harms or _families(parse, start, thing.end)
    if families[:1] == ["casualties"]:
        return "casualties.killed", "both"
    if not families:
        # "the 96 victims": of what is said nowhere; the dead are meant.
        named = re.search(r"\bvictims?$", parse.text[start : thing.end], re.IGNORECASE)
        alone = named is not None and _THE.search(before) is not None and not after.startswith(" of ")
        if thing.population == "military" and _FELL.match(after):
            return "casualties.killed", None
        return ("casualties.killed" if alone else None), None
    return ("casualties.injured" if families[0] == "injured" else "casualties.killed"), None


_THE: Final = re.compile(r"\b(?:the|all) (?:\w+ )?$", re.IGNORECASE)
#: "40 of our soldiers have fallen".
_FELL: Final = when_asked(
    r" (?:have |has |had |already |also )*(?:fallen|fell)(?= (?:in|on|at|during|near|since|so)\b|[,.;]|$)"
)


def _of_attacker(parse: Parse, start: int, thing: Thing) -> bool:
    """Whether it is the attacker that lost them ("1,200 Russian casualties", "Russia has suffered"): its soldiers."""
    if thing.population not in ("all", "part", "subset"):
        return False
    if thing.population == "all" and parse.words.attacker.search(parse.text, start, thing.end) is not None:
        return True
    clause = parse.clause(start)[0]
    named = list(parse.words.attacker.finditer(parse.text, clause, start))
    return bool(named) and _SUFFERED.search(parse.text, named[-1].end(), start) is not None


def of_a_part(parse: Parse, start: int) -> bool:
    """Whether what is said at `start` is of one cause or of some among the victims."""
    return cause_of(parse, start) is not None or _AMONG.search(parse.text, parse.clause(start)[0], start) is not None


def harmed_beside(parse: Parse, start: int, end: int) -> Measure | None:
    """The harm that stands right before `start` or right behind `end`: "killing 12", "12 were wounded"."""
    behind = re.match(rf"\s?{_AUXILIARY}", parse.text[end:], re.IGNORECASE)
    at = end + (behind.end() if behind else 0)
    for predicate in parse.predicates:
        if predicate.family not in HARM_VERBS:
            continue
        gap = parse.text[predicate.end : start] if predicate.end <= start else "?"
        if predicate.start == at or re.fullmatch(
            r" (?:(?:of|the|another|a|further|more|also|all|at|least|some) )*", gap
        ):
            return "casualties.injured" if predicate.family == "injured" else "casualties.killed"
    return None


def _families(parse: Parse, start: int, end: int) -> list[str]:
    predicate = governing(parse, start, end, HARM_VERBS) or elsewhere_in_sentence(parse, start, HARM_VERBS)
    return [predicate.family] if predicate is not None else []


def cause_of(parse: Parse, start: int) -> str | None:
    """What a toll is limited to by the words around it: a weapon, a disease, one event; None for the whole."""
    a, b = _said_of(parse, start)
    found = _CAUSE_BEFORE.search(parse.text, a, b) or _CAUSE_NEAR.search(parse.text, a, b)
    if found is not None:
        return next(name for name in found.groups() if name).lower()
    event = _EVENT.search(parse.text, a, b)
    return event["event"].lower() if event is not None else None


#: "440 people, 147 of them children, have died of hunger": the verb stands behind the part.
_PART_ASIDE: Final = when_asked(r",? (?:[\d,]+|\w+) of (?:them|whom)[^,;]{0,40}, (?=have|has|had|were|was|died)")


def _said_of(parse: Parse, start: int) -> tuple[int, int]:
    """The clause of the figure, with the one before where it hangs on it by a participle."""
    a, b = parse.clause(start)
    if (part := _PART_ASIDE.match(parse.text, b - 1)) is not None:
        b = parse.clause(part.end())[1]
    while a > 0 and _HANGS_ON.match(parse.text, a):
        a = parse.clause(a - 1)[0]
    return a, b


def of_another_war(parse: Parse, start: int, end: int) -> str | None:
    """The name that puts the figure in another conflict or on the attacker's own ground; None for this war's."""
    if not is_theirs(parse, start, end):
        return None
    named = parse.words.elsewhere.search(parse.text) or parse.words.soil.search(parse.text)
    return named.group() if named is not None else "another war"

"""Plans and predictions: stated, and not for data to settle.

A word that says so takes the figures it reaches, each as a claim of its own; where it reaches none, the clause is the
claim if it names a time. What else stands within its reach is not stated as fact, and `parse.unreal` tells so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from dateline.extracting.amounts import numerals
from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging import reach
from dateline.extracting.belonging.scope import claim, intending, speaker
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.signs import Signs, wider
from dateline.languages import en_modality as words
from dateline.records.claim import Attribution, Frame
from dateline.records.period import Period

Manner = Literal["both", "ahead", "at_once", "touching"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word at `text[start:end]` and how it reaches figures: those behind it, before it or both. `loose` cues make
    a claim without a figure only where a time to come stands behind them."""

    start: int
    end: int
    frame: Frame
    manner: Manner
    loose: bool = False


#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = (
    r"\bplan|propos|\bwill\b|\bwould\b|\bcould\b|\bmay\b|\bmight\b|going to|about to|n['’]t\b|['’]ll\b"
    r"|intend|\baim|\bmeans? to|\bmeant to|seek|sought|\bhop(?:e|ing)|prepar|vow|pledg|promis|undert[ao]|commit|\boffer"
    r"|threat|resolv|decid|agree|\bwant|\bwish|volunteer|arrang|set (?:itself )?out|ready|due|\bset (?:to|for)|schedul"
    r"|slated|supposed|\b(?:is|are|were) to\b|guarantee|\bneed|requir|demand|request|(?:call|ask|appeal|push"
    r"|press)\w* for"
    r"|\bbid|budget|earmark|envis|invit|target|\bgoal|quota|objective|ceiling|deadline|expect|anticipat|predict|fores"
    r"|forecast|project|prophe|likely|bound|certain|\bsure\b|destined|poised|on (?:course|track|pace)|at risk|in danger"
    r"|doomed|at (?:this|the (?:current|present|same))|warn|\brisk|danger|fear|prospect|possibility|upcoming"
    r"|deals?\b|agreement|accord|truce|ceasefire|draft|scheme|program|phase|stage|bill|law|resolution|package|roadmap"
    r"|initiative|terms|treat(?:y|ies)|order|approv|contract|sign|bought|purchas|clear|fear|\bmust\b|\bshould\b"
    r"|ought to|\b(?:asked|told|urged|obliged|called on|forced|pressed) to|\baim|ambition|\bgiv|gave|allow|grant"
    r"|\bha[sd]\b|\bhave\b|put off|postpone|delayed|pushed back|adjourn|put back|brought forward|deferred|moved"
    r"|(?:sets?|lays?|laid) out"
)


def _pattern(fragment: str) -> re.Pattern[str]:
    return when_asked(rf"(?<![\w-])(?:{fragment})(?![\w-])", re.IGNORECASE)


_PASSIVE: Final = re.compile(r"(?:is|are|was|were|seems?|looks?|appears?)\b|(?:most |un)?likely", re.IGNORECASE)
_BEING: Final = when_asked(r"(?:is|are|was|were|be|been|being)(?: \w+ly| now| still| also)* $")
_WHO: Final = when_asked(r"\b(?:who|which|that|whom)$")
_CUES: Final[tuple[tuple[str, Frame, Manner, bool], ...]] = (
    (words.FORETELLING, "prediction", "both", False),
    (words.FEARING, "prediction", "at_once", True),
    (rf"{words.INTENDING}|agreed to (?:meet|hold)|upcoming", "plan", "both", False),
    (words.POSTPONING, "plan", "both", True),
    (words.ASKING, "plan", "at_once", False),
    (words.LAYING_DOWN, "plan", "both", True),
    (words.WISHED, "plan", "touching", True),
    (words.AWAITED, "prediction", "touching", True),
)
_GROUPS: Final = tuple((_pattern(fragment), frame, manner, loose) for fragment, frame, manner, loose in _CUES)
#: Which of the groups, by their numbers, a sentence may hold (re2, see `signs`).
_SIGNS: Final = Signs({**{str(n): wider(cue[0]) for n, cue in enumerate(_CUES)}, "modal": wider(words.MODALS)})
_MODAL: Final = _pattern(words.MODALS)
_DOING: Final = when_asked(
    rf"(?: (?:\w+ly|also|now|soon|then|again|have to|be able to))* (?:{words.DOING})\b", re.IGNORECASE
)
_SCHEME: Final = when_asked(rf"\b(?:{words.SCHEMES})\b", re.IGNORECASE)
_LAYING: Final = when_asked(rf"\b(?:{words.SCHEMES}) $", re.IGNORECASE)
_CONTRARY: Final = when_asked(r"\bHad\b|\b[Ii]f\b[^,;.]* had\b|^ have (?!to\b)|^ (?:by )?now\b")
_ORDER: Final = _pattern(words.ORDERING)
_TO_COME: Final = _pattern(words.TO_COME)
_DEADLINE: Final = when_asked(
    r"\b(?:giv(?:es?|en|ing)|gave|allow(?:s|ed)?|grant(?:s|ed)?|ha(?:s|ve|d)) (?:[\w'’]+ ){0,4}$", re.IGNORECASE
)
_TALKS: Final = when_asked(
    r"\b(?:another |a new |a further |the next |more |fresh )?(?:round of )?(?:peace |direct )?(?:talks"
    r"|negotiations|meeting|summit|ceasefire|truce)\b",
    re.IGNORECASE,
)
_EQUALS: Final = when_asked(r" (?:be|mean|make|amount|equal|come to|still be|bring|put)\b")
_WISHING: Final = when_asked(
    rf"(?:,? (?:that|which))? (?:[A-Z][\w'’]+|it|he|she|they|we|the [a-z]+)(?: [A-Z]\w+)? (?:had |has "
    rf"|have )?{words.WISHING}\b"
)
_CLOSING: Final = when_asked(r"\W*$|[,.;]| (?:on|in|at|and|for|yesterday|today)\b")
#: Times to come that are no dates.
_SOME_DAY: Final = re.compile(
    r"\b(?:(?:by|next|this coming|before) (?:the )?(?:end of (?:the )?)?(?:next )?(?:spring|summer|autumn|fall|winter)"
    r"|by (?:the )?(?:end|close|middle) of (?:the|this|next) (?:year|month|week|summer|autumn|winter|spring)"
    r"|(?:by|until|till|before) (?:at least |about |around )?20\d\d|by (?-i:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)|within (?:a few |the next few )?(?:days|weeks|months|years)"
    r"|in the (?:coming|next few) (?:days|weeks|months|years)|(?:by|before) (?:the )?(?:month|year|week)['’]s end"
    r"|before (?:the )?(?:rains?|monsoon|frost|winter|snow|harvest|elections?|summit|(?:dry|rainy|wet) season)"
    r"|into (?:the )?(?:spring|summer|autumn|winter|new year))\b",
    re.IGNORECASE,
)
_MODAL_END: Final = when_asked(r" (?:would|could|will|may|might|can|must)(?: \w+)*$")
#: Of what is asked for only these are worth a claim without a figure: "proposed talks on September 20".
_OFFERING: Final = when_asked(r"propos|invit|promis|pledg|vow", re.IGNORECASE)
_RATE: Final = when_asked(
    r"^,? (?:an?|per|each|every) (?P<unit>day|night|week|month|year)\b|^ (?:daily|nightly|monthly)\b"
)
_WITHIN: Final = when_asked(
    r"\b(?:within|in|after|over|every|by|next|during|until|than|of|first)(?: (?:the|about|some))? $"
)


def find(parse: Parse) -> None:
    """Adds the claims of every cue in text order; an amount belongs to the first that reaches it."""
    _orders(parse)
    for cue in _cues(parse):
        _read(parse, cue)


def _cues(parse: Parse) -> list[Cue]:
    signs = _SIGNS(parse.text)
    found = [
        Cue(m.start(), m.end(), frame, manner, loose)
        for number, (pattern, frame, manner, loose) in enumerate(_GROUPS)
        if str(number) in signs
        for m in pattern.finditer(parse.text)
    ]
    found = [c for c in found if not (c.manner == "both" and _ends_clause(parse, c))]
    if "modal" in signs:
        found += [c for m in _MODAL.finditer(parse.text) if (c := _modal(parse, m)) is not None]
    found = [replace(c, frame="plan") if _laid_down(parse, c) else c for c in found]
    return sorted(found, key=lambda c: (c.start, -c.end))


def _laid_down(parse: Parse, cue: Cue) -> bool:
    """ "The plan foresees 50,000": what foretells is a plan."""
    return cue.manner == "both" and _LAYING.search(parse.text[: cue.start]) is not None


def _ends_clause(parse: Parse, cue: Cue) -> bool:
    """ "..., a nurse predicted on Sunday", "15 degrees of frost forecast": a speech that closes, or a participle."""
    passive = _BEING.search(parse.text[: cue.start]) or _PASSIVE.match(parse.text, cue.start)
    if passive or cue.frame != "prediction":
        return False
    return _CLOSING.match(parse.text, cue.end) is not None or bool(reach.touching(parse, cue.start))


def _modal(parse: Parse, match: re.Match[str]) -> Cue | None:
    """ "Would see 33 hostages freed" is a plan where a deal says it, "will reach 900" a forecast."""
    word, after = match.group().lower(), parse.text[match.end() :]
    before = parse.text[: match.start()]
    if (
        word == "would"
        and re.match(r"(?i)(?:that|this|it|which)\b[^,]{0,12}$", before.strip() or "x")
        and _EQUALS.match(after)
    ):
        return None  # "That would be 1 percent of the country" restates a figure; it foretells nothing.
    frame: Frame = "prediction"
    if word == "would" and (_CONTRARY.search(before) or _CONTRARY.search(after[:8])):
        frame = "opinion"
    elif not re.match(r"could|might|may", word) and (_DOING.match(after) or _SCHEME.search(before[-60:])):
        frame = "plan"
    return Cue(match.start(), match.end(), frame, "both", loose=True)


def _read(parse: Parse, cue: Cue) -> None:
    end = reach.stop(parse, cue.end)
    wholes: list[int] = []
    if cue.manner == "at_once":
        reached = reach.at_once(parse, cue.end)
    elif cue.manner == "touching":
        reached = reach.touching(parse, cue.start)
    else:
        reached = reach.ahead(parse, cue.end, end)
        at = _subject_end(parse, cue)
        before, wholes = reach.behind(parse, at) if at is not None else ([], [])
        before = [i for i in before if parse.amounts[i].kind != "multiple"]  # "have said four times that it would"
        reached = [*before, *reached]
        parse.unreal.append((cue.start, end))
    free = [i for i in reached if i not in parse.used]
    parse.used.update(reached)
    parse.used.update(wholes)
    told = [i for i in free if not _mere_time(parse, i)]
    for index in told:
        _figure(parse, cue, index, end)
    if not told and not _within_another(parse, cue):
        _clause(parse, cue, end)


def _subject_end(parse: Parse, cue: Cue) -> int | None:
    """Where a subject ends that is foretold with its verb: "755,000 are projected to face", "33 would be freed"; None
    where the subject is the one who plans or foretells, or only pointed at ("24 percent who would")."""
    being = _BEING.search(parse.text[: cue.start])
    end = being.start() if being else cue.start
    foretold = being or _MODAL.match(parse.text, cue.start) or _PASSIVE.match(parse.text, cue.start)
    return end if foretold and not _WHO.search(parse.text[:end].rstrip()) else None


def _mere_time(parse: Parse, index: int) -> bool:
    """A stretch of time within which something is to happen; "will last 12 days" is the forecast itself."""
    return parse.things[index].kind == "time" and _WITHIN.search(parse.text[: parse.amounts[index].start]) is not None


def _within_another(parse: Parse, cue: Cue) -> bool:
    at = parse.sentence.start + cue.start
    return any(c.quote.start <= at < c.quote.end or c.frame in ("plan", "prediction") for c in parse.found)


def _figure(parse: Parse, cue: Cue, index: int, end: int) -> None:
    amount, thing = parse.amounts[index], parse.things[index]
    last = max(thing.end, amount.end)
    last = amount.start + len(_MODAL_END.sub("", parse.text[amount.start : last]))
    unit, noun = _unit(amount, thing), thing.noun
    if rate := _RATE.match(parse.text[last:]):
        last += rate.end()
        unit = f"{unit or noun}/{rate['unit'] or rate.group().strip().removesuffix('ly')}" if unit or noun else None
    parse.found.append(
        claim(
            parse, amount.start, last, cue.frame, None, amount=amount, unit=unit, noun=noun,
            period=_ahead_of_now(parse, cue.start, end), attribution=_source(parse, cue, amount.start),
        )
    )  # fmt: skip


def _unit(amount: Amount, thing: Thing) -> str | None:
    if amount.kind in ("percent", "fraction"):
        return "%"
    if amount.kind == "multiple":
        return "x"
    return thing.noun if thing.kind == "time" else thing.unit


def _clause(parse: Parse, cue: Cue, end: int) -> None:
    """A claim without a figure: a forecast or a plan that names its time."""
    mentions = [m for m in parse.mentions if not m.speech and m.start > cue.start - 60]
    ahead = _ahead_of_now(parse, cue.start, end)
    some_day = _SOME_DAY.search(parse.text, cue.start, end) is not None
    timed = cue.frame == "prediction" and any(m.kind in ("at", "duration") for m in mentions)
    wanting = cue.manner == "at_once" and _OFFERING.match(parse.text, cue.start) is None
    if cue.manner == "touching" or wanting:
        return
    if not ahead and (stretch := _stretch(parse, cue, end)) is not None:
        _lasting(parse, cue, stretch)
        return
    if not (ahead or some_day or (timed and not cue.loose)):
        return
    last = min(parse.clause(cue.start)[1], end)
    piece = parse.text[cue.start : last].rstrip(' .,;"”')
    stop = cue.start + len(piece)
    measure = "talks.meetings" if cue.frame == "plan" and _TALKS.search(piece) else None
    within = (m.period for m in mentions if m.kind == "at" and cue.start <= m.start < stop)
    period = ahead or next(within, None)
    parse.found.append(
        claim(
            parse, cue.start, stop, cue.frame, measure,  # type: ignore[arg-type]
            period=period, attribution=_source(parse, cue, cue.start),
        )
    )  # fmt: skip


_LENGTH: Final = when_asked(
    rf"(?P<count>\d+|{numerals.WORDS})[ -](?P<unit>day|night|week|month|year|hour)s?(?!\w)", re.IGNORECASE
)


def _stretch(parse: Parse, cue: Cue, end: int) -> re.Match[str] | None:
    """ "Would last 90 days", "is to withdraw within 30 days": how long, or how soon, is what is planned."""
    spells = [m for m in parse.mentions if m.kind == "duration" and cue.start <= m.start < end]
    return _LENGTH.search(parse.text, spells[0].start, spells[0].end) if spells else None


def _lasting(parse: Parse, cue: Cue, stretch: re.Match[str]) -> None:
    unit = f"{stretch['unit'].lower()}s"
    within = re.search(r"\bwithin $", parse.text[: stretch.start()]) is not None
    parse.found.append(
        claim(
            parse, stretch.start(), stretch.end(), cue.frame, None, value=numerals.number(stretch["count"]), unit=unit,
            noun=unit, comparator="le" if within else "eq", attribution=_source(parse, cue, cue.start),
        )
    )  # fmt: skip


def _ahead_of_now(parse: Parse, start: int, end: int) -> Period | None:
    """The first time to come in the reach of the cue, else anywhere in the sentence."""
    periods = [
        (not start <= m.start < end, m.start, m.period)
        for m in parse.mentions
        if m.kind == "at" and not m.speech and m.period is not None and m.period.start > parse.ref
    ]
    return min(periods, key=lambda p: p[:2])[2] if periods else None


def _source(parse: Parse, cue: Cue, at: int) -> Attribution | None:
    return speaker(parse, at) or intending(parse, cue.start, cue.end)


def _orders(parse: Parse) -> None:
    """Things ordered, with a delivery that lies ahead, and days that somebody is given to do something."""
    order = _ORDER.search(parse.text)
    coming = _TO_COME.search(parse.text, order.end()) if order is not None else None
    if order is not None and coming is not None and _ahead_of_now(parse, coming.start(), len(parse.text)) is not None:
        cue = Cue(order.start(), order.end(), "plan", "ahead")
        for index in reach.ahead(parse, order.end(), coming.start()):
            parse.used.add(index)
            if parse.things[index].kind not in ("time", "bare") and not _money(parse.things[index]):
                _figure(parse, cue, index, len(parse.text))
    for index, (amount, thing) in enumerate(zip(parse.amounts, parse.things, strict=True)):
        if index not in parse.used and _WISHING.match(parse.text, max(thing.end, amount.end)):
            parse.used.add(index)
            _figure(parse, Cue(amount.start, amount.end, "plan", "touching"), index, len(parse.text))
        given = _DEADLINE.search(parse.text[: amount.start])
        if thing.kind == "time" and given is not None and parse.text.startswith(" to ", thing.end):
            parse.used.add(index)
            _figure(parse, Cue(given.start(), given.end(), "plan", "ahead"), index, len(parse.text))


def _money(thing: Thing) -> bool:
    return re.search(rf"\b(?:{words.MONEY})\b", thing.noun, re.IGNORECASE) is not None

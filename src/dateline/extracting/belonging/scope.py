"""What belongs to one amount or phrase of a sentence: its predicate, period, place, speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.attributing.attribution import Speech
from dateline.extracting.belonging.certainty import left_open, year_guessed
from dateline.extracting.belonging.hearing import RELATIVE, counter, describes, maker_behind, over, words_only
from dateline.extracting.belonging.locating import unsettled
from dateline.extracting.belonging.spread import spread
from dateline.extracting.lexicon import Predicate
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Attribution, Baseline, Claim, Comparator, Frame, Measure, Quote
from dateline.records.finding import Reason
from dateline.records.period import Period
from dateline.records.place import Place

_NEAR: Final = when_asked(r"^(?:\s+(?!and\b|but\b|of\b)[\w'’-]+){0,4}?\s*$")


def governing(parse: Parse, start: int, end: int, families: frozenset[str]) -> Predicate | None:
    """The predicate that says what happened to the thing at `text[start:end]`: the one it is the subject of, the one
    it is the object of, then the nearest in its clause; None where the sentence has none of these families."""
    # "strike" in "63 strike UAVs" is part of a name and no verb.
    things = [(a.start, max(t.end, a.end)) for a, t in zip(parse.amounts, parse.things, strict=True)]
    own = [
        p
        for p in parse.predicates
        if p.family in families
        and not (p.start < end and start < p.end)
        and not any(x <= p.start and p.end <= y for x, y in things)
    ]
    clause = parse.clause(start)
    before = [p for p in own if clause[0] <= p.start and p.end <= start]
    after = [p for p in own if p.start >= end and p.start < clause[1]]
    after = [p for p in after if not _OF_PART.search(parse.text, end, p.start)]
    around = next((p for p in parse.predicates if p.family in families and p.start < start and end < p.end), None)
    if around is not None:
        return around  # "brought 563 drones down"
    gap = parse.text[before[-1].end : start] if before else ""
    adjacent = re.fullmatch(r"(?:\s+(?!and\b|but\b|while\b|as\b)[\w'’%-]+){0,4}\s*", gap) is not None
    if before and adjacent and not _numbered(parse, before[-1].end, start):
        return before[-1]
    subject = next(
        (p for p in after if _NEAR.match(parse.text[end : p.start]) and not _numbered(parse, end, p.start)), None
    )
    subject = subject or _joined(parse, end, [p for p in own if not _OF_PART.search(parse.text, end, p.start)])
    return subject or (before[-1] if before else None) or (after[0] if after else None)


#: "Nine missiles, six of which were shot down": the verb is the part's.
_OF_PART: Final = re.compile(r"\bof (?:which|whom|them|those|these)\b")
#: Between subjects of one verb: "711 drones and seven missiles were downed".
_JOINED: Final = re.compile(r" and (?:some |about |another |all )?", re.IGNORECASE)
_PASSIVE: Final = re.compile(r" (?:\w+ ){0,2}?(?:was|were|had been|have been|has been|being) (?:\w+ly |all |also )?$")
_SHARE: Final = re.compile(r"%|\bper ?cent\b|\bof\b", re.IGNORECASE)


def _joined(parse: Parse, end: int, own: list[Predicate]) -> Predicate | None:
    """The passive verb behind the weapons that those up to `end` are joined to, which is that of both."""
    pairs = zip(parse.amounts, parse.things, strict=True)
    other = next(((a, t) for a, t in pairs if a.start >= end and _JOINED.fullmatch(parse.text[end : a.start])), None)
    if other is None:
        return None
    amount, thing = other
    stop = max(thing.end, amount.end)
    if thing.kind != "weapon" or thing.of_them or _SHARE.search(parse.text[amount.start : stop]):
        return None
    return next((p for p in own if p.start >= stop and _PASSIVE.fullmatch(parse.text[stop : p.start])), None)


def elsewhere_in_sentence(parse: Parse, start: int, families: frozenset[str]) -> Predicate | None:
    """The first such predicate after `start` in the sentence, else the last one before it."""
    own = [p for p in parse.predicates if p.family in families]
    after = [p for p in own if p.start > start]
    before = [p for p in own if p.end <= start]
    return after[0] if after else before[-1] if before else None


def _numbered(parse: Parse, start: int, end: int) -> bool:
    return any(start <= a.core_start < end for a in parse.amounts)


#: A speech that opens a clause of its own speaks for what follows: "...; Moscow said that", ", while NATO put".
_OPENING: Final = re.compile(
    r"(?:;|(?:^|[,\s])(?:and|but|yet|while|whereas|though|although|as|after|when|since|because|where))$"
)
_TURNED: Final = when_asked(r";|, (?:and|but|while|whereas|though|although) ")
#: What closes a clause: "..., the ministry said", "..., the spokesman said on Wednesday, and".
_CLOSED: Final = re.compile(
    r"\W*$|[,;:.)—–]|(?! that )(?: [^\W\d][\w'’]*){0,3}(?:[,;.)—–]|\W*$)"
    r"| (?:on|in|at|via|late|early|this|last|after|during"
    r"|for) (?!that )"
)
#: A sentence that goes on with the figures of the one before. "It was the largest" is the reporter's own.
_GOES_ON: Final = when_asked(
    r"[\"“]?(?:Of (?:those|these|them|which|the)\b|Among (?:them|those|the)\b|In (?:all|total)\b|Altogether\b"
    r"|All told\b"
    r"|Th(?:at|is) (?:is|was|makes|made|amounts|amounted|compares|compared|brings|brought|equals|means)\b"
    r"|(?:A further|Another|The (?:remaining|other|rest|others)) )"
)
_REPORTER: Final = when_asked(
    r"(?:It|They|This|That) (?:was|were|is|are) (?:also |by far |only |not )?(?:the|one of|among)\b"
)


def speaker(parse: Parse, start: int, points_back: bool = False) -> Attribution | None:
    """Who says the figure at `start`: the last one to speak before it in the sentence, unless its clause is closed by
    another; else the first one after who does not open a clause of his own; else the source of the sentence before
    where this one goes on with its figures, or whose bulletin the paragraph gives."""
    if (maker := maker_behind(parse, start)) is not None:
        return maker
    speeches = [s for s in parse.speeches if not words_only(parse, s, start)]
    before = [s for s in speeches if s.start <= start and not describes(parse, s, start)]
    before = [s for s in before if not over(parse, s, start)]
    after = [s for s in speeches if s.start > start]
    if before:
        closing = next((s for s in after if _closes(parse, s)), None)
        turned = _TURNED.search(parse.text, before[-1].end, start) is not None
        own = closing is not None and turned and not _TURNED.search(parse.text, start, closing.start)
        if own and closing is not None:
            return closing.attribution
        return _other_side(parse, before[-1].end, start) or before[-1].attribution
    near = (s for s in after if ";" not in parse.text[start : s.start])
    back = next((s for s in near if _closes(parse, s) and not _opens(parse, s)), None)
    if back is not None:
        return back.attribution
    if after:
        return None
    other = _other_side(parse, 0, start)
    if other is not None and other.producer is not None:
        return other
    if (points_back or _GOES_ON.match(parse.text)) and not _REPORTER.match(parse.text):
        return parse.before.attribution or _bulletin(parse)
    return _bulletin(parse) or (None if _REPORTER.match(parse.text) else counter(parse))


#: "...; the committee counted 44", ", while the ministry speaks of 200": another source, told from its subject's verb.
_COUNTER: Final = re.compile(
    r"(?:;|,? (?:and|but|while|whereas|though|although)) (?P<who>(?:(?:[Tt]he|[Aa]n?|[Ii]ts"
    r"|[Tt]heir) )?(?:[\w'’.-]+ ){0,5}?[\w'’.-]+"
    r"(?:, [A-Z][\w ]+,)?) (?:has |have |had |also )*(?P<cue>counted|counts|confirmed|recorded|records|reported|reports"
    r"|sp(?:oke|eaks?) of|talk(?:s|ed)? of|estimated|estimates|admit(?:s|ted)?(?: to)?|conced(?:es?|ed)"
    r"|acknowledg(?:es?|ed)|gives|gave|listed|lists|documented|verified"
    r"|logged|registered"
    r"|tallied|puts? (?:it|the \w+|them)|had|has)\b(?P<rest>[^,;]{0,60})$"
)


#: "The officials spoke of 107 dead, the children's agency of over 100": the verb is left out.
_GAPPED: Final = when_asked(
    r"\b(?P<cue>sp(?:oke|eaks?)|talk(?:s|ed)?) of \d[^;]*?(?:,|,? and) (?P<who>(?:the |its |[A-Z])[^,;\d]{2,50}?) of"
    r" (?:(?:about|some|only|over|more than|at least|nearly|almost|just|under) )*$"
)


def _other_side(parse: Parse, end: int, start: int) -> Attribution | None:
    """Who is set against the speaker before: the subject of a reporting verb in a clause of its own."""
    gapped = _GAPPED.search(parse.text[:start])
    if gapped is not None:
        actor = parse.words.producer(gapped["who"])
        return Attribution(gapped["who"], actor.id if actor else None, gapped["cue"])
    found = _COUNTER.search(parse.text, end, start)
    if found is None:
        return None
    actor = parse.words.producer(found["who"])
    if found["cue"] in ("had", "has") and (actor is None or actor.kind != "producer"):
        return None
    return Attribution(found["who"], actor.id if actor else None, found["cue"])


def _bulletin(parse: Parse) -> Attribution | None:
    return parse.before.bulletin if parse.before.block == parse.sentence.block else None


def _opens(parse: Parse, speech: Speech) -> bool:
    return _OPENING.search(parse.text[: speech.start].rstrip()) is not None and not (
        _closes(parse, speech) and not parse.text[: speech.start].rstrip().endswith(";")
    )


def _closes(parse: Parse, speech: Speech) -> bool:
    """Whether it stands apart from a statement made before: no clause of its own follows it."""
    return (
        _CLOSED.match(parse.text, speech.end) is not None
        or _BESIDE.match(speech.attribution.cue) is not None
        or (RELATIVE.match(parse.text, speech.start) and _AHEAD.match(parse.text, speech.end) is None)
        or parse.text[: speech.start].rstrip().endswith((" which", "(", "–", "—"))
    )


#: Cues that are no verbs of a clause: "according to", "by AFP's count from the bulletins".
_BESIDE: Final = re.compile(
    r"according|cit|compiled|\w+ by$|as |per$|on the|in the|by |count$|estimates?$|tally|reckoning"
    r"|calculation|figures"
    r"|data|numbers",
    re.IGNORECASE,
)
#: "which analysts expect to fall": the relative clause tells of something else.
_AHEAD: Final = when_asked(r" (?:to|will|would|may|might|could)\b")


#: Verbs whose subject is the one who promises or foretells.
_PROMISING: Final = when_asked(
    r"vow|pledg|promis|undert|guarantee|expect|predict|forecast|foresee|project|anticipat|threaten|warn|propos"
    r"|plan|need"
    r"|intend|agree|offer|commit|want|wish|hope|aim|seek|fear|call|describ|dub|brand|hail|label|denounc|condemn|consider",
    re.IGNORECASE,
)
_SUBJECT: Final = when_asked(
    r"(?:^|, |; |[Tt]hat |and |which )(?P<who>(?:[Tt]he |[Ii]ts "
    r"|[Tt]heir )?(?:[\w'’.-]+ ){0,5}?[\w'’.-]+?)(?: (?:has|have|had|also|now|still"
    r"|\w+ly|nevertheless|on \w+day))*,? ?$"
)
_NO_SUBJECT: Final = when_asked(
    r"\b(?:is|are|was|were|be|been|being|to|as|than|of|in|by|for|who|which|it|there)$", re.IGNORECASE
)


def intending(parse: Parse, start: int, end: int) -> Attribution | None:
    """Whose promise or forecast the verb at `text[start:end]` is, where nobody is said to report it: its subject, if
    that is a name or a body ("Damascus has undertaken", "the institute expects")."""
    cue = parse.text[start:end]
    found = _SUBJECT.search(parse.text[parse.clause(start)[0] : start])
    if not _PROMISING.match(cue) or found is None or _NO_SUBJECT.search(found["who"]):
        return None
    who = found["who"].strip()
    if re.fullmatch(r"(?:the|an?|its|their|his|her)", who, re.IGNORECASE) or re.search(r"\d", who):
        return None
    if re.fullmatch(r"(?:he|she|it|they)", who, re.IGNORECASE):
        return parse.before.attribution
    actor = parse.words.producer(who)
    named = (
        actor is not None
        or re.search(r"(?:^|\s)[A-Z][a-z]", who)
        or re.match(r"(?:the|an?|its|their|one|another|some|two|three|several|many) |[a-z]+s$", who)
    )
    return Attribution(who, actor.id if actor else None, cue.split(" ")[0]) if named and len(who) < _LONG else None


#: A longer subject is a clause.
_LONG: Final = 60


def points_back(parse: Parse) -> bool:
    """Whether the sentence goes on about the one before, whose speaker is then its own."""
    return (
        re.match(
            r"(?:that|this|these|those|it|its|of (?:those|these|them)|among (?:those|these|them|the)|a further|another"
            r"|the same|they|the (?:dead|victims|killed|wounded|injured)|by (?:his|her|its|their))\b",
            parse.text,
            re.IGNORECASE,
        )
        is not None
    )


#: Frames whose period matters and may have been carried over from the sentences before.
_FIGURES: Final = frozenset({"level", "rate", "share"})
_CARRYING: Final = frozenset({"level", "rate", "share", "change", "ratio", "extreme", "rank", "streak"})


def _dated_elsewhere(parse: Parse, frame: Frame, measure: Measure | None, period: Period | None) -> bool:
    """Whether a figure's time is that of a sentence before, and nothing in its own points there ("that attack")."""
    if period is None or frame not in _CARRYING or measure in (None, "territory.held"):
        return False
    family = measure.partition(".")[0]
    told = parse.before.dated.get(family, parse.sentence.block)
    if frame == "part_of" and told != parse.sentence.block and parse.before.periods.get(family) == period:
        # "Air defence downed 300 of the drones", in a paragraph of its own: of which night it tells is a guess.
        return not any(m.period is not None or m.kind in ("that", "shift") for m in parse.mentions)
    if told != parse.sentence.block and any(m.kind == "shift" for m in parse.mentions):
        # "A year earlier, when 700 were sent", in a paragraph of its own: before which time is a guess.
        return not any(period in (m.period, m.anchor) for m in parse.mentions)
    if frame in _FIGURES and parse.before.periods.get(measure.partition(".")[0]) == period:
        return not any(period in (m.period, m.anchor) for m in parse.mentions)
    return not any(m.kind in ("at", "within", "since", "war", "shift") for m in parse.mentions)


def claim(
    parse: Parse,
    start: int,
    end: int,
    frame: Frame,
    measure: Measure | None,
    *,
    amount: Amount | None = None,
    value: float | None = None,
    low: float | None = None,
    high: float | None = None,
    unit: str | None = None,
    comparator: Comparator = "eq",
    noun: str | None = None,
    period: Period | None = None,
    baseline: Baseline | None = None,
    place: Place | None = None,
    dimensions: Mapping[str, str] | None = None,
    attribution: Attribution | None = None,
    doubt: Reason | None = None,
    doubt_detail: str = "",
    anchor: str | None = None,
    inherited: bool = False,
) -> Claim:
    """A claim at `text[start:end]` of the sentence, with offsets in the report; its value is that of `amount` where
    one is given. Its id is its offset until the whole report is read."""
    if amount is not None:
        value, low, high, comparator = amount.value, amount.low, amount.high, amount.comparator
    if doubt is None and measure is not None and (either := unsettled(parse, place)):
        doubt, doubt_detail = "ambiguous_place", either
    if doubt is None and (of := spread(parse, start, end, frame, measure, period)):
        doubt, doubt_detail = "undefined_term", f"a figure of {of}"
    sentence = parse.sentence
    a, b = sentence.start + start, sentence.start + end
    quote = Quote(parse.text[start:end], a, b, parse.text[max(0, start - 32) : start], parse.text[end : end + 32])
    return Claim(
        id=str(a),
        sentence=parse.text,
        quote=quote,
        frame=frame,
        measure=measure,
        value=value,
        low=low,
        high=high,
        unit=unit,
        comparator=comparator,
        noun=noun,
        period=period,
        baseline=baseline,
        place=place,
        dimensions=MappingProxyType(dict(dimensions or {})),
        attribution=attribution,
        doubt=doubt,
        doubt_detail=doubt_detail,
        anchor=anchor,
        inherited=inherited
        or _dated_elsewhere(parse, frame, measure, period)
        or year_guessed(parse, period, baseline)
        or left_open(parse, start, end, frame, period, place),
    )

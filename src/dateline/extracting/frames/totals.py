"""None and all: "none of the four was shot down", "not a single missile", "holds all of Luhansk"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts import things
from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging.locating import is_theirs, located
from dateline.extracting.belonging.scope import claim, governing, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.lexicon import AREA_VERBS, STRIKE_VERBS, Predicate
from dateline.extracting.measuring.strikes import STOPPED
from dateline.extracting.measuring.territory import territory_measure
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Measure
from dateline.records.period import Period

_NONE_OF = when_asked(
    r"(?<!\w)(?P<size>none|not (?:a single )?one|neither)(?: of (?:(?:the|these|those|its|their) (?=\w)|(?:which|them"
    r"|these|those)(?!\w))|(?= (?:was|were|got|had been|has been) ))",
    re.IGNORECASE,
)

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "(?:none|not one|neither|all|whole|entirety) of|not (?:a single|one)|none (?:was|were|got|had|has) "


def find(parse: Parse) -> None:
    """Adds a claim for each "none" and each "all" that a ledger can answer. What little is left over refutes no such
    words, so that these claims are never refuted."""
    for pattern, read in _READERS:
        for match in pattern.finditer(parse.text):
            start = parse.sentence.start + match.start()
            if not any(c.quote.start < start + 8 and start < c.quote.end for c in parse.found):
                read(parse, match)


def _none(parse: Parse, match: re.Match[str]) -> None:
    """ "None of the four was shot down": a part of nothing, of weapons that this sentence or the one before names."""
    counted = next((t for a, t in _numbered(parse) if match.end() - 2 <= a.start <= match.end() + 6), None)
    named = things.thing(parse.text, _probe(match), len(parse.text), parse.words)
    known = next((c for c in reversed(parse.found) if (c.measure or "").startswith("strikes")), None)
    known = known or parse.before.figures.get("strikes")
    pointed = match.group().lower().endswith(("which", "them", "these", "those", "one", "none", "neither"))
    before = next((t for a, t in reversed(_numbered(parse)) if a.end <= match.start() and t.kind == "weapon"), None)
    here = (counted, named, before if pointed else None)
    weapon = next((t for t in here if t is not None and t.kind == "weapon"), None)
    end = max((t.end for t in (counted, weapon) if t), default=match.end())
    end = max(end, match.end())
    predicate = _stopped(parse, end) or governing(parse, match.start(), end, STRIKE_VERBS)
    if (weapon is None and known is None) or predicate is None or predicate.family not in STOPPED:
        return
    if predicate.start < match.start() or is_theirs(parse, match.start(), end):
        return
    kind = weapon.weapon if weapon is not None else known.dimensions.get("weapon") if known is not None else None
    unit = weapon.unit if weapon is not None else known.unit if known is not None else None
    parse.found.append(
        claim(
            parse,
            match.start(),
            end,
            "level",
            STOPPED[predicate.family],
            value=0.0,
            unit=unit,
            period=period_of(parse, match.start(), end, "strikes"),
            place=located(parse, match.start(), end),
            dimensions={"weapon": kind} if kind else {},
            attribution=speaker(parse, match.start()),
            inherited=True,
        )
    )


_WAS: Final = re.compile(r"\b(?:was|were|been|got) $")


def _stopped(parse: Parse, end: int) -> Predicate | None:
    """What was not done to them, past "aimed at Kyiv" and the like."""
    stop = parse.clause(end)[1]
    behind = (p for p in parse.predicates if end <= p.start < stop and p.family in STOPPED)
    return next((p for p in behind if _WAS.search(parse.text[: p.start])), None)


_NOT_ONE = re.compile(r"(?<!\w)(?P<size>not (?:a single|one|a)) (?!of\b)(?=[\w-])", re.IGNORECASE)


def _not_one(parse: Parse, match: re.Match[str]) -> None:
    """ "Not a single cruise missile was launched": none of a kind, in the time that the sentence names."""
    named = things.thing(parse.text, _probe(match), len(parse.text), parse.words)
    inside = [i for i, a in enumerate(parse.amounts) if match.start() <= a.start < match.end()]
    if named.kind != "weapon" or is_theirs(parse, match.start(), named.end):
        return
    parse.used.update(inside)  # the "one" of "not one" counts nothing
    predicate = next((p for p in parse.predicates if p.start >= named.end and p.family in STRIKE_VERBS), None)
    if predicate is None or not re.fullmatch(
        r" (?:was|has been|had been"
        r"|got)? ?",
        parse.text[named.end : predicate.start],
    ):
        return
    measure: Measure | None = "strikes.launched" if predicate.family == "launched" else STOPPED.get(predicate.family)
    if measure is None:
        return
    parse.found.append(
        claim(
            parse,
            match.start(),
            named.end,
            "level",
            measure,
            value=0.0,
            unit=named.unit,
            noun=named.noun,
            period=period_of(parse, match.start(), named.end, "strikes"),
            dimensions={"weapon": named.weapon} if named.weapon else {},
            attribution=speaker(parse, match.start()),
            inherited=True,
        )
    )


_ALL_OF_THEM = re.compile(
    r"(?<!\w)(?P<size>(?:(?:nearly|almost|virtually|practically) )?all) of (?:which|them|these"
    r"|those)(?!\w)(?! (?:drones"
    r"|missiles))",
    re.IGNORECASE,
)


def _all_stopped(parse: Parse, match: re.Match[str]) -> None:
    """ "nearly all of which were shot down": the whole of what was launched, as the text has it."""
    known = next((t for a, t in reversed(_numbered(parse)) if a.end <= match.start() and t.kind == "weapon"), None)
    before = parse.before.figures.get("strikes")
    predicate = governing(parse, match.start(), match.end(), STRIKE_VERBS)
    if (known is None and before is None) or predicate is None or predicate.family not in STOPPED:
        return
    if predicate.start < match.end() or is_theirs(parse, match.start(), match.end()):
        return
    weapon = known.weapon if known is not None else before.dimensions.get("weapon") if before is not None else None
    near = " " in match["size"]
    parse.found.append(
        claim(
            parse,
            match.start(),
            match.end(),
            "share",
            STOPPED[predicate.family],
            value=100.0,
            low=90.0 if near else None,
            high=100.0 if near else None,
            unit="%",
            comparator="approx" if near else "eq",
            period=period_of(parse, match.start(), match.end(), "strikes"),
            dimensions={"of": "launched", **({"weapon": weapon} if weapon else {})},
            attribution=speaker(parse, match.start()),
            inherited=True,
        )
    )


def _numbered(parse: Parse) -> list[tuple[Amount, Thing]]:
    return list(zip(parse.amounts, parse.things, strict=True))


def _probe(match: re.Match[str]) -> Amount:
    """The words before a noun as an amount, so that the noun is read as after a number."""
    end = match.end() - 1 if match.group().endswith(" ") else match.end()
    return Amount(match.start(), end, match.start(), end, "count", None)


_WHOLE_OF = re.compile(r"(?<!\w)(?P<size>all|the whole|the entirety) of (?:the )?(?=[A-Z])", re.IGNORECASE)


#: What is wanted, planned or not so.
_UNREAL = when_asked(
    r"\b(?:to|would|could|will|might|may|can|should|must|if|until|before|not|n['’]t|never|wants?|without"
    r"|demands?|seeks?|hopes? of) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)


def _all_of(parse: Parse, match: re.Match[str]) -> None:
    """ "Russia holds all of Luhansk": the whole of a region. What little of it a map leaves out refutes no such words,
    so that the claim is marked as not to be refuted."""
    mention = next((m for m in parse.places if abs(m.start - match.end()) <= 4 and m.end > match.end()), None)
    if mention is None:
        return
    region = next((r for r in (mention.place, *mention.rivals) if r.level == "region"), None)
    predicate = governing(parse, match.start(), mention.end, AREA_VERBS)
    if region is None or predicate is None or predicate.family not in ("held", "gained"):
        return
    clause = parse.clause(match.start())[0]
    period = period_of(parse, match.start(), mention.end, "territory")
    if predicate.end > match.start() or _UNREAL.search(parse.text[clause : predicate.start]):
        return
    if territory_measure(parse, match.start(), mention.end, period) is None:
        return
    own = any(m.kind == "at" and not m.speech for m in parse.mentions)
    day = period.last if own and period is not None and period.last < parse.ref else parse.ref
    parse.found.append(
        claim(
            parse,
            match.start(),
            mention.end,
            "share",
            "territory.held",
            value=100.0,
            unit="%",
            period=Period.of_day(day),
            place=region,
            dimensions={"of": "place"},
            attribution=speaker(parse, match.start()),
            inherited=True,
        )
    )


_READERS: Final = (
    (_NONE_OF, _none),
    (_NOT_ONE, _not_one),
    (_WHOLE_OF, _all_of),
    (_ALL_OF_THEM, _all_stopped),
)

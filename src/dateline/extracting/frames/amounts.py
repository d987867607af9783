"""Levels, rates and parts: "367 drones", "14 square kilometres a day", "of those, 56", "including nine"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.quantities import Amount, Skipped
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging import elided, parts, spelt
from dateline.extracting.belonging.carrying import (
    at_its_time,
    begins_run,
    carried,
    carries,
    coordination,
    counterpart,
    is_bare,
    same_row,
)
from dateline.extracting.belonging.contrasts import own_end, set_against
from dateline.extracting.belonging.counted import MOVED_TO, named_around
from dateline.extracting.belonging.rates import still_a_rate
from dateline.extracting.belonging.scope import governing
from dateline.extracting.claiming.flown import weapons_claim
from dateline.extracting.claiming.ground import ground_claim
from dateline.extracting.claiming.tolls import toll
from dateline.extracting.claiming.unledgered import gone_on, other
from dateline.extracting.claiming.victims import counted, no_victims
from dateline.extracting.lexicon import HARM_VERBS, STRIKE_VERBS
from dateline.extracting.measuring.events import event, event_measure, weapon_of_events
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.signs import NUMBERED
from dateline.records.claim import Claim

#: Frames whose figure says what a bare number after it counts.
_COUNTED: Final = frozenset({"level", "rate", "part_of"})
#: "the sixth straight month with more than 4,000": a threshold that each month passed.
_THRESHOLD = when_asked(
    r"\b(?:straight|consecutive|successive|in a row|running) ?(?:month|week|night|day|year)?s?"
    r" (?:with|of|above|over|in which|when|that)(?: (?:[A-Z]\w+|it|they|there were))?"
    r"(?: \w+){0,2}?(?: at least| more than| over| fewer than| under)? ?$"
)
_PAREN = when_asked(r"^\s*\($")


#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = NUMBERED


def find(parse: Parse) -> None:
    """Adds a claim for every amount of the sentence that no other frame has read."""
    row: list[Claim] = []
    opened: tuple[Claim, ...] = ()
    for index, (amount, thing) in enumerate(zip(parse.amounts, parse.things, strict=True)):
        if index in parse.used:
            at = parse.sentence.start + amount.start
            row += [c for c in parse.found if c.frame in _COUNTED and c.quote.start <= at < c.quote.end]
            continue
        if _THRESHOLD.search(parse.text[: amount.start]):
            parse.skipped.append(Skipped(amount.start, amount.end, "the threshold of a streak"))
            continue
        if _converted(parse, index):
            parse.skipped.append(Skipped(amount.start, amount.end, "the figure before it in other units"))
            continue
        # A row of bare numbers answers the figures before it, and not its own first number.
        opened = tuple(row) if begins_run(parse, index) else opened
        found = _claim(parse, index, amount, thing, opened if is_bare(thing) else tuple(row))
        found = at_its_time(parse, index, found) if found is not None and is_bare(thing) else found
        if found is None:
            parse.skipped.append(Skipped(amount.start, amount.end, _why(amount, thing)))
            continue
        found = _timed_once(parse, still_a_rate(parse, amount, _dated(parse, index, found)))
        parse.used.add(index)
        found = _parted(parse, found)
        parse.found.append(found)
        pointed = thing.kind == "anchor" and found.measure is not None
        if found.frame in _COUNTED and (found.noun or pointed or not found.inherited):
            row = [*(same_row(parse, row, found)), found]


def _parted(parse: Parse, found: Claim) -> Claim:
    """ "267 and 259 square kilometers": two figures of one thing at one time cannot both be, so that one is of another
    time or place, which the text does not say."""
    last = parse.found[-1] if parse.found else None
    if last is None or last.frame != "level" or found.frame != "level" or found.measure is None:
        return found
    gap = parse.text[last.quote.end - parse.sentence.start : found.quote.start - parse.sentence.start]
    alike = all(getattr(last, f) == getattr(found, f) for f in ("measure", "period", "place", "dimensions", "unit"))
    if not alike or last.value == found.value or last.comparator != "eq" or not re.fullmatch(r",? (?:and|or) ", gap):
        return found
    why = "two figures in a row of one time"
    parse.found[-1] = replace(last, doubt="ambiguous_period", doubt_detail=why)
    return replace(found, doubt="ambiguous_period", doubt_detail=why)


def _claim(parse: Parse, index: int, amount: Amount, thing: Thing, row: tuple[Claim, ...]) -> Claim | None:
    if amount.kind not in ("count", "vague"):
        return None
    thing = counted(parse, index, amount, thing)
    if _SCENE_OF_MORE.search(parse.text[: amount.start]) and _OTHER_PLACES.match(parse.text, amount.end):
        return None  # "at Kyiv and eight other regions"
    if _OVER_PLACES.search(parse.text[: amount.core_start]) and _PLACES.search(thing.noun):
        return None  # "76 drones were downed over eight regions": where it was
    if no_victims(parse, amount, thing):
        return None
    if thing.kind == "area":
        return ground_claim(parse, index, amount, thing)
    if (happened := event(parse, amount, thing)) is not None:
        weapon = weapon_of_events(parse, amount.start)
        return other(parse, index, amount, happened, "level", event_measure(parse), weapon)
    if not amount.digits and amount.value == 1.0 and _ONE_OF_SO_MANY.match(parse.text, amount.end):
        return None  # "and the institute one of 20 square kilometers": a pronoun
    if is_bare(thing):
        thing = Thing("bare", amount.end)
    around = named_around(parse, index, amount, thing)
    thing = around or thing
    if (some := parts.of_others(parse, amount, thing) or spelt.of_place(parse, index, amount)) is not None:
        return other(parse, index, amount, some, "part_of")
    against = set_against(parse, index)
    source, guessed = counterpart(parse, index, row) if against is None else (_unmeasured_size(against[0]), False)
    if carries(thing):
        if source is None and (beside := elided.set_beside(parse, amount)) is not None:
            source, guessed = beside, True
        of_those = thing.kind == "anchor" or parts.in_part_clause(parse, amount.start)
        matched = not guessed and source is not None and source.noun != ""
        whole = coordination(parse, row, max(thing.end, amount.end)) if of_those and not matched else None
        if thing.kind == "anchor" and (source is None or source.measure is None):
            source, guessed = _stated(parse) or source, False
        if source is None and whole is None and (thing.kind == "anchor" or (of_those and _subject(parse, amount))):
            whole = _named_before(parse, amount, thing)  # "with 268 of them, 55 percent of which ... and 121 lost"
        thing = whole or carried(thing, source, beside=elided.elides(parse, amount))
        guessed = guessed and whole is None
    else:
        # "nine were Iskander-K": what happened to them is not said here.
        guessed, source = around is not None and around.of_them, row[-1] if row else None
    if thing.kind == "weapon":
        found = weapons_claim(parse, index, amount, thing, source if not guessed or row else None, guessed)
        return found or gone_on(parse, index, amount, thing, row)
    if thing.kind == "people":
        return toll(parse, index, amount, thing, source, guessed)
    if thing.kind == "area":
        return ground_claim(parse, index, amount, thing, source, guessed)
    named = thing.kind == "other" and (amount.digits or amount.kind == "vague" or (amount.value or 0) > 9)
    if (
        named
        or spelt.few(parse, index, amount, thing)
        or thing.kind == "anchor"
        or _counts_unsaid(parse, amount, thing)
    ):
        return _unledgered(parse, index, amount, thing, source)
    found = gone_on(parse, index, amount, thing, row)
    return found or (other(parse, index, amount, thing, "level") if _told_alone(parse, amount, thing) else None)


def _unledgered(parse: Parse, index: int, amount: Amount, thing: Thing, source: Claim | None) -> Claim:
    """A count of what no ledger holds, or a part of one before it."""
    part = thing.kind == "anchor" or parts.in_part_clause(parse, amount.start)
    part = part or parse.text[: amount.start].lower().endswith("all but ")
    source = source or (_last_level(parse) if part else None)
    counted = source.noun or "" if source is not None else ""
    named = source is not None and (not source.unit or counted.endswith(source.unit))
    if part and not thing.noun and source is not None and source.measure is None and named:
        thing = replace(thing, noun=counted)  # "1,000 prisoners went home, 681 of them by air"
    if part and source is not None and source.measure == "events.count":
        thing = replace(thing, noun=source.noun or "")
        return other(parse, index, amount, thing, "part_of", source.measure)
    found = other(parse, index, amount, thing, "part_of" if part else "level")
    if thing.kind != "anchor" or source is None or source.quote.start < parse.sentence.start:
        return found
    return replace(found, period=found.period or source.period, place=found.place or source.place)


def _stated(parse: Parse) -> Claim | None:
    """The last figure of the sentence that is no part itself: what "of them" points back to."""
    return next((c for c in reversed(parse.found) if c.frame == "level" and c.measure is not None), None)


def _last_level(parse: Parse) -> Claim | None:
    """The figure that "of those" points back to where no ledger holds it: the last of this sentence, or of the one
    before."""
    before = parse.before.last.found if parse.before.last is not None else []
    levels = [c for c in (*before, *parse.found) if c.frame in ("level", "rate") and c.value is not None]
    return levels[-1] if levels else None


def _named_before(parse: Parse, amount: Amount, thing: Thing) -> Thing | None:
    """ "the biggest drone attack, with 268 of them": weapons that the sentence names without a number."""
    ids = parse.words.weapons_named(parse.text[: amount.start])
    shared = parse.words.common_weapon(ids, joined=True) if ids else None
    if shared is None:
        return None
    family = parse.words.theatre.weapon_line(shared)[-1]
    unit = {"drone": "drones", "missile": "missiles"}.get(family)
    return Thing("weapon", thing.end, unit, family, noun="", of_them=True) if unit else None


def _timed_once(parse: Parse, found: Claim) -> Claim:
    """ "peaked at 6,297 in July and have since fallen to 4,132": two figures of one thing cannot be of one time, and
    the second, bare one is of another, unless two sources state them."""
    if found.noun or found.measure is None or found.frame not in ("level", "rate"):
        return found
    same = ("frame", "measure", "unit", "period", "place", "dimensions", "attribution")
    rivals = [c for c in parse.found if all(getattr(c, name) == getattr(found, name) for name in same)]
    if all(c.value == found.value for c in rivals) or _ANOTHER_SOURCE.search(_between(parse, rivals[-1], found)):
        return found
    return replace(found, inherited=True)


#: What tells two figures of one time apart: another speaker between them.
_ANOTHER_SOURCE: Final = re.compile(
    r"\b(?:report(?:ed|s)|count(?:ed|s)|put|puts|said|says|recorded|gave|gives|show(?:ed|s)|estimat(?:ed|es)|by)\b"
)


def _between(parse: Parse, one: Claim, two: Claim) -> str:
    base = parse.sentence.start
    return parse.text[one.quote.end - base : two.quote.start - base]


#: The unit of a comparison of each family, counted out.
_COUNTED_IN: Final = {"territory": "km2", "strikes": "weapons", "casualties": "people"}


def _unmeasured_size(compared: Claim) -> Claim:
    """The comparison as what a figure beside it carries on: the same thing, counted and not compared."""
    family = (compared.measure or "").split(".")[0]
    named = {"drone": "drones", "missile": "missiles"}.get(compared.dimensions.get("weapon", ""))
    return replace(compared, unit=(named if family == "strikes" else None) or _COUNTED_IN.get(family), frame="level")


def _dated(parse: Parse, index: int, found: Claim) -> Claim:
    """The claim in the period that the words around its figure give it: an end of "between March and April", a side
    of "740 against 610"."""
    against, start = set_against(parse, index), parse.amounts[index].start
    period = against[1] if against is not None else own_end(parse, start)
    if period is None or found.measure == "territory.held":
        return found
    doubt = None if found.doubt == "ambiguous_period" else found.doubt
    return replace(found, period=period, doubt=doubt, doubt_detail=found.doubt_detail if doubt else "")


#: "October's count topped 2,000", "a total of 1,410": a figure whose thing is in another sentence.
_COUNT_BEFORE: Final = re.compile(
    r"\b(?:counts?|totals?|figures?|tally|tallies|number|toll|mean|average)(?: (?:for|in|of|to) [\w'’]+| [\w'’]+ly)?"
    r"(?: (?:was|is|stood at|stands at|came to|reached|hit|of|at|rose to|fell to|has reached|had reached|were|are))?"
    r"(?: (?:the|a|an|some|about))? ?$",
    re.IGNORECASE,
)


def _counts_unsaid(parse: Parse, amount: Amount, thing: Thing) -> bool:
    """Whether a bare number in digits is a count all the same: behind a word for one, or with a month of its own."""
    if thing.kind not in ("bare", "anchor") or not amount.digits or amount.kind != "count":
        return False
    if _COUNT_BEFORE.search(parse.text[: amount.start]):
        return True
    if governing(parse, amount.start, amount.end, STRIKE_VERBS | HARM_VERBS) is not None and _subject(parse, amount):
        return True
    behind = parse.text[amount.end :]
    dated = re.match(r" (?:in|for|during) ", behind)
    starts = {m.start for m in parse.mentions if m.kind == "at" and not m.speech}
    near = dated is not None and any(amount.end < at <= amount.end + dated.end() for at in starts)
    return near and (amount.value or 0.0) >= _LEAST_COUNT


#: "with about 900 observed": what was done with them says that they were counted.
_SEEN: Final = re.compile(
    r" (?:were |was |being |had been |have been )?(?:observed|recorded|counted|registered|logged|documented|tallied)"
    r"(?=[,.;:]|$)"
)
#: "doubled in the second quarter from the first, to 1,310": what the figure came to.
_MOVED: Final = when_asked(
    rf"\b(?!went|up\b|down\b|edged|mounted){MOVED_TO}\b[^;:.]{{0,80}},? to"
    r" (?:(?:about|some|just|only|nearly|almost|around|over|under|roughly) )?$"
)


def _told_alone(parse: Parse, amount: Amount, thing: Thing) -> bool:
    """Whether what stands beside a bare number in digits makes a count of it where nothing says of what: a stretch of
    time ("61 a day"), counting, a month of its own ("56 the month before"), what a figure moved to."""
    if thing.kind != "bare" or not amount.digits or amount.kind != "count":
        return False
    if elided.rated(parse, amount) or _SEEN.match(parse.text, amount.end):
        return True
    beside = any(m.kind == "shift" and m.start == amount.end + 1 for m in parse.mentions)
    moved = _MOVED.search(parse.text[: amount.start]) is not None
    return (beside or moved) and (amount.value or 0.0) >= _LEAST_COUNT


def _subject(parse: Parse, amount: Amount) -> bool:
    """Whether a verb of the ledgers' families stands right behind the number: "a further 24 went missing"."""
    behind = re.match(r" (?:more |others? )?(?:were |was |had been |have been )?(?:also )?", parse.text[amount.end :])
    at = amount.end + (behind.end() if behind else 0)
    return any(p.start == at and p.family in STRIKE_VERBS | HARM_VERBS for p in parse.predicates)


_OVER_PLACES: Final = re.compile(
    r"\b(?:destroyed|downed|shot down|intercepted|suppressed|neutrali[sz]ed|brought down|stopped|flew|flying)"
    r"(?: (?:\d+|them|all)(?: of them)?(?: drones| missiles)?)? over $"
)
_SCENE_OF_MORE: Final = re.compile(r"\b(?:in|at|on|over|across|against) [A-Z][^,;.]{0,40} and $")
_OTHER_PLACES: Final = re.compile(r" (?:other |more )(?:regions|oblasts|provinces|cities|towns|states|districts)\b")
_PLACES: Final = re.compile(r"\b(?:regions|oblasts|provinces|districts|cities|towns|areas|states|countries)$")
_ONE_OF_SO_MANY: Final = re.compile(r" of (?:about |some |only |just |nearly )?\d")
#: A number below this without a thing beside it is seldom a count ("group 3 in May").
_LEAST_COUNT: Final = 10.0


def _converted(parse: Parse, index: int) -> bool:
    """Whether the amount stands in brackets behind another of its kind: the same figure in other units."""
    if index == 0:
        return False
    here, before = parse.things[index], parse.things[index - 1]
    units = {"area", "other"}
    return (
        here.kind in units
        and before.kind in units
        and _PAREN.match(parse.text[before.end : parse.amounts[index].start]) is not None
    )


def _why(amount: Amount, thing: Thing) -> str:
    if amount.kind == "money":
        return "a sum of money: no ledger holds money"
    if thing.kind == "time":
        return "a stretch of time"
    if thing.kind in ("bare", "anchor"):
        return "a number whose thing the text does not name near it"
    return "a count that no ledger holds"

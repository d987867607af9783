"""What a number without a noun counts, by the words around it: the subject of its clause, a list, a verb.

"Drones launched in July numbered 6,297", "the number of civilians killed rose to 286", "the nightly average slipped to
133 drones": the subject says what is counted, and how often.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dateline.extracting.amounts import things
from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging.carrying import carries
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked

_LIST: Final = when_asked(
    r"^,? ?(?:namely|made up of|consisting of|comprising|including|of which|:|—|that is|broken down into)(?!\w)",
    re.IGNORECASE,
)
_COPULA: Final = when_asked(
    r"(?:\bwas|\bwere|\bis|\bare|\bstood at|\bstands at|\breached|\bhit|\btotall?ed|\bamounted to|\bcame to"
    r"|\brose to|\bfell to|\brises to|\bat|\bto|\bfrom|\bof|\bhas passed|\btopped|\bexceeded) $"
)


def named_around(parse: Parse, index: int, amount: Amount, thing: Thing) -> Thing | None:
    """A bare number whose thing stands around it: "the total was 6,443, namely 6,245 drones and 198 missiles",
    "the number of civilians killed rose to 14,534"."""
    if thing.kind == "anchor" or not carries(thing):
        return None
    text = parse.text
    if (kind := re.match(r" (?:were|was|are|being) (?:all )?", text[amount.end :])) is not None:
        named = parse.words.weapon.match(text, amount.end + kind.end())
        if named is not None:
            probe = replace(amount, end=amount.end + kind.end() - 1)
            found = things.thing(text, probe, parse.next_amount(index), parse.words)
            return replace(found, end=amount.end, of_them=True)
    listed = _summed(parse, amount) or _stopped(parse, amount) or _listed(parse, index, amount)
    if listed is not None:
        return listed
    subject = subject_of(parse, amount)
    if subject is not None and subject.weapons is not None:
        return Thing("weapon", amount.end, subject.weapons[0], subject.weapons[1], noun="")
    if subject is not None and subject.unsaid and "strikes" not in parse.before.figures and not parse.found:
        return Thing("weapon", amount.end, "weapons", None, noun="", of_them=True)
    clause = parse.clause(amount.start)[0]
    if _COPULA.search(text[clause : amount.start]) or _apposed(parse, amount):
        return _numbered_before(parse, clause, amount)
    return None


def _listed(parse: Parse, index: int, amount: Amount) -> Thing | None:
    """ "6,443, namely 6,245 drones and 198 missiles": what the list behind a total counts."""
    rest = [t for t in parse.things[index + 1 :] if t.kind in ("weapon", "people")]
    if not rest or not _LIST.match(parse.text[amount.end :]):
        return None
    weapons = [t.weapon for t in rest if t.kind == "weapon"]
    if not weapons:
        return replace(rest[0], end=amount.end, noun="")
    shared = parse.words.common_weapon([w for w in weapons if w], joined=True) if all(weapons) else None
    return Thing("weapon", amount.end, "weapons" if shared is None else rest[0].unit, shared, noun="")


def _apposed(parse: Parse, amount: Amount) -> bool:
    """ "the number of civilians injured, 1,087, exceeded": a number between commas behind its noun."""
    return parse.text[: amount.start].endswith((", ", "(")) and parse.text[amount.end :].startswith((",", ")"))


def _numbered_before(parse: Parse, clause: int, amount: Amount) -> Thing | None:
    """ "the number of civilians killed": the noun behind a word for a count, else the harm that is the subject."""
    subject = re.search(
        r"(?:numbers?|toll|total|count|figures?|tally) (?:of|for) (?P<thing>[^,;.]{3,60}?),? ?$",
        _without_times(parse, clause, amount.start),
        re.IGNORECASE,
    )
    if subject is None:
        return _harm_before(parse, clause, amount)
    start = parse.text.find(subject["thing"].split(" ")[0], clause)
    probe = replace(amount, start=0, end=start - 1)
    found = things.thing(parse.text, probe, amount.start, parse.words)
    return replace(found, end=amount.end) if found.kind in ("weapon", "people") else None


_SUM: Final = re.compile(r",? (?:in all|all told|in total|altogether|overall)(?!\w)", re.IGNORECASE)


def _summed(parse: Parse, amount: Amount) -> Thing | None:
    """ "Shaheds, Gerberas and other types, 126 in all": the sum of what the sentence lists before it."""
    if _SUM.match(parse.text, amount.end) is None:
        return None
    ids = parse.words.weapons_named(parse.text[: amount.start])
    if not ids:
        return None
    shared = parse.words.common_weapon(ids, joined=True)
    if shared is not None:
        shared = parse.words.theatre.weapon_line(shared)[-1]  # the list may go on with "and other types"
    return Thing("weapon", amount.end, _unit(shared), shared, noun="")


def _unit(family: str | None) -> str:
    return {"drone": "drones", "missile": "missiles"}.get(family or "", "weapons")


#: Only what flies in is shot down or jammed; people and vehicles can be "lost" or "hit" as well.
_ONLY_WEAPONS: Final = re.compile(
    r"shot down|shoots? down|downed|intercept|jam|suppress|brought down|knocked out of the sky", re.IGNORECASE
)
_BY_JAMMING: Final = when_asked(r"\b[Jj]amming accounted for (?:\w+ )?$")


def _stopped(parse: Parse, amount: Amount) -> Thing | None:
    """ "105 had been shot down or suppressed": weapons, of which kind is not said."""
    if _BY_JAMMING.search(parse.text[: amount.start]):
        return Thing("weapon", amount.end, "drones", "drone", noun="", of_them=True)
    said = re.match(r" (?:more )?(?:was|were|had been|have been|got|are)(?: \w+ly| also)? ", parse.text[amount.end :])
    if any((c.measure or "").startswith("strikes") for c in parse.found):
        return None  # the sentence has said of which weapons
    if said is None or parse.before.figures.get(parse.before.family or "") is not None:
        return None
    verb = next((p for p in parse.predicates if p.start >= amount.end + said.end() - 1), None)
    if verb is None or not _ONLY_WEAPONS.match(parse.text, verb.start) or verb.start > amount.end + said.end():
        return None
    return Thing("weapon", amount.end, "weapons", None, noun="", of_them=True)


_HARM_NOUN: Final = re.compile(
    r"\b(?P<civilian>civilian )?(?P<noun>deaths?|killings?|fatalities|injuries|casualties|death toll|toll|(?:killed"
    r"|injured"
    r"|wounded))\b",
    re.IGNORECASE,
)


def _harm_before(parse: Parse, clause: int, amount: Amount) -> Thing | None:
    """ "Civilian deaths fell to 208 in August from 286 in July": the harm that is the clause's subject."""
    named = list(_HARM_NOUN.finditer(parse.text, clause, amount.start))
    if not named:
        return None
    of_civilians = re.match(r" (?:of|among) (?:\w+ )?civilians\b", parse.text[named[-1].end() :]) is not None
    population = "civilians" if named[-1]["civilian"] or of_civilians else "all"
    return Thing("people", amount.end, "people", population=population, noun="")


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause that comes to a number: `weapons` are the unit and the weapon that it names, None where
    it names none; `per` the stretch of time of which it is a mean ("the nightly average"); `unsaid` that it is launches
    of what is not said."""

    weapons: tuple[str, str | None] | None
    per: str | None
    unsaid: bool = False


#: Verbs by which a figure moves.
MOVED_TO: Final = (
    r"(?:rose|ris(?:en|es|ing)|fell|fall(?:en|s|ing)|gr(?:ew|own|ows|owing)|climb(?:ed|s|ing)|jump(?:ed|s|ing)"
    r"|soar(?:ed|s|ing)|surg(?:ed|es|ing)|increas(?:ed|es|ing)|doubl(?:ed|es|ing)|tripl(?:ed|es|ing)"
    r"|trebl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|halv(?:ed|es|ing)|dropp?(?:ed|s|ing)|declin(?:ed|es|ing)"
    r"|decreas(?:ed|es|ing)|slipp?(?:ed|s|ing)|slid(?:es|ing)?|s[au]nk|shr(?:ank|unk)|shrink(?:s|ing)?"
    r"|plung(?:ed|es|ing)|slump(?:ed|s|ing)|went|edged|dipped|eased|slow(?:ed|s|ing)|swell(?:ed|s)?|swollen"
    r"|mounted|picked up|ticked up|leapt|leaped|spiked|rocketed|tumbled|crept|up|down)"
)
_CAME_TO: Final = (
    r"number(?:ed|s|ing)|c(?:ame|omes?|oming) (?:to|at|in at)|reach(?:ed|es|ing)|hit(?:s|ting)?|totall?(?:ed|s|ing)"
    r"|amount(?:ed|s|ing) to|st(?:ood|ands?|anding) at|averag(?:ed|es|ing)|peaked at|ran (?:to|at)|was|were|is|are"
    r"|exceeded|topped|passed|surpassed|settled at|bottomed out at|plateaued at|neared|approached|added up to|made up"
)
#: What says that a number is the subject's own, right before it; "N" stands for another number.
_SAID: Final = when_asked(
    rf"\b(?:(?:(?:more than|almost|nearly|about|roughly|sharply|only|further|then) )*(?:(?:{MOVED_TO})"
    rf"(?: (?!and\b|but\b)[\w'’,-]+){{0,8}}?,? (?:to|from|at)|{_CAME_TO})|(?<=\w), at)"
    rf"(?: (?:just|only|a|some|an average of|a total of|a record|a mean of|a high of|a low of|above|below))* ?$",
    re.IGNORECASE,
)
_TALLIED: Final = r"launch(?:es|ings)?|numbers?|totals?|counts?|tall(?:y|ies)|figures?|volumes?|us(?:e|age)"
_COUNTS: Final = (
    r"(?:.*\b)?(?:number|total|count|tally|volume|launch|launches|use|firing|firings|usage|average|mean)(?: number)?"
    r" (?:of|for) (?:(?!(?:by|of|in|on|at|for|from|with|against|to|hit|struck|under|over|after)\b)[\w-]+ ){0,3}"
)
#: What may stand between the beginning of the clause and the weapons that are the head of its subject.
_LEADS: Final = when_asked(
    rf"[ ,]*(?:{_COUNTS}|(?:(?:and|but|while|whereas|though|although|yet|as|that|with|when|the|its|their|all|both) )*"
    r"(?:(?!(?:by|of|in|on|at|for|from|with|against|to|under|over|hit|struck|after|before|than)\b)[\w'’-]+ ){0,3})",
    re.IGNORECASE,
)
#: What may stand between the weapons and the verb: what was done with them, or a word for their count.
_TRAILS: Final = when_asked(
    rf"(?: (?:{_TALLIED}|launched|fired|sent|flown|deployed|used|directed|unleashed|shot down|downed|intercepted"
    r"|brought down|destroyed|stopped|that were|which were|that|were|have|has|had|been|also|then|alone|again|together"
    r"|combined|in all|by \w+|(?:at|against|on|into|over|across) (?:the )?[\w’'-]+|\w+ly|itself))*,? ?",
    re.IGNORECASE,
)
_MEAN: Final = when_asked(
    r"\b(?P<per>daily|nightly|weekly|monthly) (?:average|mean|rate|pace|tempo|norm)\b"
    r"|\b(?:average|mean|rate|pace|tempo) (?:per|an?|each) (?P<unit>day|night|week|month)\b",
    re.IGNORECASE,
)
_PER: Final = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month"}


def subject_of(parse: Parse, amount: Amount) -> Subject | None:
    """The subject of the clause where the number is what it came to or moved from; None where the clause says of the
    number something else. Times are passed over: "drones launched in July numbered 6,297"."""
    clause = parse.clause(amount.start)[0]
    piece = _without_times(parse, clause, amount.start)
    said = _SAID.search(piece)
    if said is None:
        return None
    subject = piece[: said.start()].rpartition(" that ")[2]  # "data indicate that launches fell to 18"
    mean = _MEAN.search(subject)
    per = None if mean is None else _PER.get((mean["per"] or "").lower()) or mean["unit"]
    unsaid = re.fullmatch(
        r"[ ,]*(?:the )?(?:number of |total )?launch(?:es"
        r"|ings)(?: \w+ly)?,? ?",
        subject,
        re.IGNORECASE,
    )
    return Subject(_weapons_of(parse, subject), per, unsaid is not None)


def _weapons_of(parse: Parse, subject: str) -> tuple[str, str | None] | None:
    """Unit and weapon of the head of `subject`; None where its head is something else ("regions hit by drones")."""
    named = list(parse.words.weapon.finditer(subject))
    if not named:
        return None
    first = named[0].start()
    joined = all(
        re.fullmatch(r",? (?:and |or |& )?(?:\w+ )?", subject[a.end() : b.start()]) for a, b in pairwise(named)
    )
    if not joined or not _LEADS.fullmatch(subject[:first]) or not _TRAILS.fullmatch(subject[named[-1].end() :]):
        return None
    ids = parse.words.weapons_named(subject)
    several = re.search(r",| and | or |&", subject[first : named[-1].end()]) is not None
    weapon = parse.words.common_weapon(ids, joined=several)
    return _unit(parse.words.theatre.weapon_line(weapon)[-1] if weapon else None), weapon


_TIMED: Final = re.compile(
    r"(?:,? ?\b(?:in|on|of|for|during|over|between|throughout|across|at)(?: the)?)? ?$", re.IGNORECASE
)


def _without_times(parse: Parse, start: int, end: int) -> str:
    """`text[start:end]` without its dates and their prepositions, and with "N" for each number and its noun."""
    out, at = "", start
    gone = [(m.start, m.end, "") for m in parse.mentions] + [(a.start, a.end, " N") for a in parse.amounts]
    for begin, stop, mark in sorted(gone):
        if begin < at or stop > end:
            continue
        piece = parse.text[at:begin]
        cut = _TIMED.search(piece) if mark == "" else re.search(r" ?$", piece)
        out += (piece[: cut.start()] if cut is not None else piece) + mark
        at = stop
    return out + parse.text[at:end]

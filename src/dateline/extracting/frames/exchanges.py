"""Prisoners, hostages and the dead who changed hands: "each freed 303 soldiers", "1,000 for 1,000"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.scope import claim, governing, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.lexicon import HARM_VERBS
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = r"exchang|swap|prisoner|\bPOW|captiv|hostage|repatriat|detainee|bodies of|remains of"
_HELD: Final = when_asked(
    r"\b(?:exchang\w+|swap\w*|prisoners?|POWs?|captives?|captivity|hostages?|repatriat\w+|detainees?|(?:bodies"
    r"|remains) of)\b",
    re.IGNORECASE,
)
_FREED: Final = when_asked(
    r"\b(?:freed|frees?|free|releas\w+|return(?:ed|s|ing)?|hand(?:ed|ing|s)? (?:\w+ )?over|exchang\w+|swapp?(?:ed"
    r"|s|ing)?|swap"
    r"|repatriat\w+|received|got back|gave back|(?:brought|came|come|went|gone|sent) (?:back|home))\b",
    re.IGNORECASE,
)
_WHO: Final = when_asked(
    r"\b(?:prisoners?|POWs?|captives?|hostages?|detainees?|convicts?|bodies|remains|soldiers?|servicem[ae]n"
    r"|troops|fighters"
    r"|defenders|marines|conscripts|men|women|people|civilians|children)\b",
    re.IGNORECASE,
)
#: Those who keep their name as they change hands; soldiers and people are prisoners then.
_NAMED: Final = when_asked(r"\b(hostage|bod(?:y|ie)|remain|detainee|convict|civilian|child(?:ren)?)", re.IGNORECASE)
_UNITS: Final = {"bodie": "bodies", "body": "bodies", "remain": "bodies", "child": "children", "children": "children"}
_BODIES_OF: Final = when_asked(r"\b(?:bodies|remains) of (?:the |some |about )?$", re.IGNORECASE)
#: "... and got back 35": of what was handed over.
_GOT: Final = when_asked(r"\b(?:got|received|took|gave) (?:back )?(?:some |about |only |another )?$")
_FOR: Final = when_asked(r" (?:\w+ )?(?:for|in exchange for|in return for) (?:the )?")


def find(parse: Parse) -> None:
    """Adds a level without a measure for each such figure, counted in prisoners, hostages or bodies."""
    if _HELD.search(parse.text) is None or _FREED.search(parse.text) is None:
        return
    unit = ""
    for index, (amount, thing) in enumerate(zip(parse.amounts, parse.things, strict=True)):
        if index in parse.used or amount.kind not in ("count", "vague"):
            continue
        mirrored = _mirrored(parse, index)
        if thing.kind in ("people", "other") and _WHO.search(thing.noun):
            unit = _unit(parse, index)
            _add(parse, index, thing.end, unit)
        elif mirrored:
            parse.used.add(index + 1)
            _add(parse, index, parse.amounts[index + 1].end, "prisoners")
        elif unit and thing.kind == "bare" and _GOT.search(parse.text[: amount.start]):
            _add(parse, index, amount.end, unit)


def _mirrored(parse: Parse, index: int) -> bool:
    """ "1,000 for 1,000": one figure said twice."""
    if index + 1 >= len(parse.amounts):
        return False
    here, after = parse.amounts[index], parse.amounts[index + 1]
    return here.value == after.value and _FOR.fullmatch(parse.text[here.end : after.start]) is not None


def _unit(parse: Parse, index: int) -> str:
    if _BODIES_OF.search(parse.text[: parse.amounts[index].start]):
        return "bodies"
    named = _NAMED.search(parse.things[index].noun)
    word = named[1].lower() if named else "prisoner"
    return _UNITS.get(word, word + "s")


def _add(parse: Parse, index: int, end: int, unit: str) -> None:
    amount = parse.amounts[index]
    if governing(parse, amount.start, end, HARM_VERBS) is not None:
        return
    parse.used.add(index)
    parse.found.append(
        claim(
            parse, amount.start, end, "level", None, amount=amount, unit=unit, noun=unit,
            period=period_of(parse, amount.start, end, "", parse.next_amount(index)),
            attribution=speaker(parse, amount.start),
        )
    )  # fmt: skip

"""How far a word reaches that says its sentence, or a part of it, is not stated as fact: a plan, a forecast, a wish.

Where it is not clear whether a figure belongs to the plan it does: what is planned is never measured, and to leave a
stated figure unmeasured costs less than to refute a planned one.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.turning import PAST, turn

_FINITE: Final = re.compile(
    rf"\b(?:{PAST}|is|are|will|would|could|says|\w{{2,}}ed)\b|[;:]|,? (?:and|but|while|as|after) (?!\d)", re.IGNORECASE
)
_HAPPENED: Final = re.compile(rf"\b{PAST}\b|[;:]")
_OF_WHOLE: Final = re.compile(r" (?:out )?of (?:the |its |their |all |[\w'’]+['’]s? )*(?:[\w-]+ )?$")
_COORDINATE: Final = re.compile(r"^(?: [\w'’-]+){0,3}?,? (?:and|or|to|plus|,)(?: [\w'’-]+){0,3} $")


def stop(parse: Parse, start: int) -> int:
    """Where what a word that ends at `start` says is over, and what follows is stated again."""
    return turn(parse.text, start)


def ahead(parse: Parse, start: int, end: int) -> list[int]:
    """Indices of the amounts from `start` to `end`."""
    return [i for i, a in enumerate(parse.amounts) if start <= a.start < end]


def at_once(parse: Parse, start: int) -> list[int]:
    """The amount in the phrase behind `start` ("promises a minimum of 1,000"), and those in a row with it."""
    found: list[int] = []
    for i, amount in enumerate(parse.amounts):
        if amount.start < start:
            continue
        since = parse.things[found[-1]].end if found else start
        between = parse.text[since : amount.start]
        row = _COORDINATE.match(between) if found else re.fullmatch(r"(?: [\w'’-]+){0,5} ?", between)
        if row is None and not found and _APPOSED_END.match(parse.text, max(amount.end, parse.things[i].end)):
            row = _APPOSED.fullmatch(between)
        if row is None or _HAPPENED.search(between) is not None:
            break
        found.append(i)
    return found


#: "wants the rest of the region, some 900 square kilometers,": the size of what is asked for.
_APPOSED: Final = re.compile(r"(?: (?!that\b|to\b|because\b)[\w'’-]+){1,8}, (?:or |an area of |a strip of )?")
_APPOSED_END: Final = re.compile(r"\s*(?:[,.;)]|\([^)]*\)|$)")


def behind(parse: Parse, end: int, room: int = 60) -> tuple[list[int], list[int]]:
    """Amounts that are the subject of a word at `end`, and the wholes that they are parts of ("250,000 of the city's
    600,000 people could"): the nearest before it without a verb in between, with those joined to it."""
    found: list[int] = []
    wholes: list[int] = []
    at = end
    for i in range(len(parse.amounts) - 1, -1, -1):
        amount = parse.amounts[i]
        if amount.start >= end:
            continue
        last = max(parse.things[i].end, amount.end)
        between = parse.text[min(last, at) : at]
        if len(between) > room or _FINITE.search(between.rstrip() + " "):
            break
        part = bool(found) and _OF_WHOLE.fullmatch(parse.text[amount.end : at]) is not None
        if found and not part and not re.fullmatch(r",? (?:and|or|to|,) ?(?:[\w'’-]+ ){0,3}", between):
            break
        if part:
            wholes.append(found.pop())
        found.insert(0, i)
        at = amount.start
    return found, wholes


def touching(parse: Parse, end: int) -> list[int]:
    """The amount whose noun phrase ends at `end`: "13,200 promised", "15 degrees of frost forecast"."""
    for i in range(len(parse.amounts) - 1, -1, -1):
        amount = parse.amounts[i]
        if amount.start < end:
            between = parse.text[amount.end : end]
            whole = re.fullmatch(r"(?:[ -][\w'’-]+){0,5}[ -]", between)
            return [i] if whole is not None and _FINITE.search(between.rstrip(" -")) is None else []
    return []

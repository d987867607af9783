"""Parts: whether a figure is a part of another that the sentence, or the one before, states.

"Of which 249 were shot down", "43 missiles and 74 drones" behind "117 weapons:", "615 of the 704", "54 came through".
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.lexicon import STRIKE_VERBS
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Claim

#: "of which", "of those": what stands behind is a part, up to the end of its stretch.
_HEADS: Final = when_asked(r"\b(?:of|among|out of) (?:which|whom|those|these|them)\b,?", re.IGNORECASE)
_ENDS: Final = when_asked(r";|[—–]|, (?:while|whereas|but|so)\b")
#: Between a whole and the list of what it is made of.
_LISTS: Final = when_asked(
    r"(?:[^;:.,\d]{0,60}:| ?[—–]|,? (?:namely|made up of|consisting of|composed of|comprising|broken down into"
    r"|that is|split into"
    r"|divided into))(?: (?:some|about|up to|at least|nearly))? ?",
    re.IGNORECASE,
)
_JOINED: Final = when_asked(
    r",? ?(?:and|plus|as well as|along with|together with|,)? ?(?:some |about |another |up to )?"
)
_OF_THE: Final = when_asked(
    r" (?:out )?of (?:the |some |all |a total of |around |about |[\w'’]+['’]s )?", re.IGNORECASE
)


def in_part_clause(parse: Parse, start: int) -> bool:
    """Whether "of which" or "of those" governs the figure at `start`; "50 of them" governs none but itself."""
    heads = list(_HEADS.finditer(parse.text, 0, start))
    if not heads:
        return _behind_whole(parse, start)
    between = parse.text[heads[-1].end() : start]
    if _counted(parse, heads[-1]):
        # "55 percent of which were downed and 128 lost": up to the next comma the relative clause goes on.
        return heads[-1].group().lower().endswith(("which", "whom")) and not re.search(r"[,;—–]", between)
    return _ENDS.search(between) is None


_OPENS: Final = re.compile(r"(?:out )?of (?:the |some |about |these |those |a total of |all )*", re.IGNORECASE)


def _behind_whole(parse: Parse, start: int) -> bool:
    """ "Of 598 drones launched overnight, 563 were shot down": the sentence opens with the whole."""
    opened = _OPENS.match(parse.text)
    first = parse.amounts[0] if parse.amounts else None
    if opened is None or first is None or first.start > opened.end() or first.end >= start:
        return False
    return "," in parse.text[first.end : start] and _ENDS.search(parse.text, first.end, start) is None


def _counted(parse: Parse, match: re.Match[str]) -> bool:
    """Whether a number stands right before the words ("268 of them")."""
    near = [a for a in parse.amounts if a.end <= match.start()]
    return bool(near) and re.fullmatch(r"(?: (?:more|others?))? ", parse.text[near[-1].end : match.start()]) is not None


def paired(parse: Parse, index: int) -> bool:
    """ "615 of the 704": the figure is a part of the one right behind it."""
    if index + 1 >= len(parse.amounts):
        return False
    after = parse.amounts[index + 1]
    return _OF_THE.fullmatch(parse.text[parse.amounts[index].end : after.start]) is not None


def out_of(parse: Parse, index: int) -> bool:
    """ "94 drones out of 151": the same with its noun between."""
    if index + 1 >= len(parse.amounts):
        return False
    between = parse.text[parse.things[index].end : parse.amounts[index + 1].start]
    return re.fullmatch(r" out of (?:the |some |all |a total of |around |about )?", between) is not None


def listed(parse: Parse, amount: Amount, last: Claim | None) -> bool:
    """ "117 weapons: 43 missiles ...": the figure opens the list of what `last`, right before it, is made of."""
    if last is None or last.frame not in ("level", "part_of") or not (last.noun or last.unit):
        return False
    if not _here(parse, last):
        return False
    end = last.quote.end - parse.sentence.start
    between = "".join(parse.text[i] for i in range(end, amount.start) if not _dated(parse, i))
    return _LISTS.fullmatch(between) is not None and _holds(last, amount)


def _here(parse: Parse, claim: Claim) -> bool:
    """Whether the figure is this sentence's, and not one that it carries on from the sentence before."""
    return claim.quote.start >= parse.sentence.start


def _dated(parse: Parse, at: int) -> bool:
    return any(m.start <= at < m.end for m in parse.mentions)


def _holds(last: Claim, amount: Amount) -> bool:
    return last.value is None or amount.value is None or amount.value <= last.value


def beside(parse: Parse, amount: Amount, last: Claim | None) -> bool:
    """ "5,131 of them drones and 176 missiles": what stands in one row with a part is a part of the same whole."""
    if last is None or last.frame != "part_of" or not _here(parse, last):
        return False
    return _JOINED.fullmatch(parse.text[last.quote.end - parse.sentence.start : amount.start]) is not None


_OTHERS: Final = re.compile(
    r" (?:more )?(?:out )?of (?:the|its|their|all|these|those)(?: the)? (?P<noun>[a-z][a-z-]+(?:"
    r" [a-z][a-z-]+)?)(?![\w-]|['’])"
)
_NO_NOUN: Final = when_asked(
    r"(?:was|were|is|are|be|been|had|have|has|in|on|at|by|to|from|who|that|which|over|under|near|across|for|with|as|and"
    r"|or|but|killed|injured|wounded|dead|launched|fired|shot|lost|most|more|total|latter|former|\w+ed|\w+ing)\b"
)


def of_others(parse: Parse, amount: Amount, counted: Thing) -> Thing | None:
    """ "all but two of the gas fields", "12 of the districts": a part of things that are none of the ledgers'."""
    if counted.kind != "anchor" or (match := _OTHERS.match(parse.text, amount.end)) is None:
        return None
    noun, end = match["noun"], match.end()
    first, _, second = noun.partition(" ")
    if _NO_NOUN.match(first) or any(p.start == match.start("noun") for p in parse.predicates):
        return None
    if second and (
        _NO_NOUN.match(second) or any(p.start == match.start("noun") + len(first) + 1 for p in parse.predicates)
    ):
        noun, end = first, match.start("noun") + len(first)
    return Thing("other", end, noun=noun, of_them=True)


def goes_on(parse: Parse, amount: Amount, last: Claim | None) -> bool:
    """ "3,500 of which were destroyed, 400 jammed and 232 lost": bare numbers with a verb each, behind a first part."""
    if last is None or last.frame != "part_of" or not _here(parse, last):
        return False
    between = parse.text[last.quote.end - parse.sentence.start : amount.start]
    verbs = [p for p in parse.predicates if p.start == amount.end + 1 and p.family in STRIKE_VERBS]
    return bool(verbs) and re.fullmatch(r"[\w ]*,? ?(?:and )?(?:another |some |about )?", between) is not None


def whole_of(
    parse: Parse, last: Claim | None, anchor: Claim | None, beside_last: bool, pointed: bool = False
) -> str | None:
    """The id of the claim that a part is a part of; in a row, that of the row's; behind another part, that part's
    whole, unless "of them" points at the part itself."""
    if not beside_last and not pointed and anchor is not None and anchor.frame == "part_of" and anchor.anchor:
        return anchor.anchor
    if last is not None and beside_last:
        above = next((c for c in parse.found if c.id == last.anchor), None)
        return above.anchor if above is not None and above.frame == "part_of" else last.anchor
    return anchor.id if anchor is not None else None

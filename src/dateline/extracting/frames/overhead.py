"""Where a night's weapons came down: "32 over Bryansk region, 21 over Kursk region and the rest over the sea"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.parse import Parse
from dateline.extracting.signs import NUMBERED
from dateline.records.claim import Claim
from dateline.records.place import Place

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = rf"(?:{NUMBERED}).*(?:over|above|across|in|near|on) "
_OVER: Final = re.compile(
    r"^(?: of (?:them|those|these)| (?:more|others?|each|UAVs?|drones?))?(?: (?:were|was|came|fell|went)(?: down)?)?"
    r"(?: (?:shot down|downed|destroyed|intercepted))? (?:over|above|across|in) (?:the )?"
    r"(?P<place>(?:[Ss]eas? of )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*(?: (?:region|oblast|province|territory|krai"
    r"|republic|district|sea|Sea))?)"
)


def find(parse: Parse) -> None:
    """Adds a part of the weapons counted before for each bare number with a place of its own to which no frame has
    given a claim."""
    for index, (amount, thing) in enumerate(zip(parse.amounts, parse.things, strict=True)):
        if amount.kind != "count" or thing.kind not in ("bare", "anchor"):
            continue
        unplaced = _unplaced(parse, amount.start)
        if index in parse.used and unplaced is None:
            continue
        over = _OVER.match(parse.text[amount.end :])
        whole = _whole(parse, amount.start)
        if over is None or whole is None or _is_time(parse, amount.end + over.start("place")):
            continue
        parse.used.add(index)
        if unplaced is not None:
            parse.found.remove(unplaced)
        place, known = _place(parse, amount.end + over.start("place"), over["place"])
        abroad = not known or parse.words.soil.search(parse.text, amount.end) is not None
        parse.found.append(
            claim(
                parse, amount.start, amount.end + over.end(), "part_of", None if abroad else whole.measure,
                amount=amount, unit=whole.unit, noun="", period=whole.period, place=place, dimensions=whole.dimensions,
                attribution=speaker(parse, amount.start) or whole.attribution, anchor=whole.id, inherited=True,
            )
        )  # fmt: skip


def _is_time(parse: Parse, at: int) -> bool:
    """ "Four in March": no place."""
    return any(m.start <= at < m.end for m in parse.mentions)


def _unplaced(parse: Parse, at: int) -> Claim | None:
    """The claim of a bare number at offset `at` that another frame has given no place."""
    start = parse.sentence.start + at
    return next((c for c in parse.found if c.quote.start == start and not c.noun and c.place is None), None)


def _whole(parse: Parse, at: int) -> Claim | None:
    """The weapons last counted before offset `at`, in this sentence or the one before."""
    start = parse.sentence.start + at
    before = [c for c in parse.found if c.quote.start < start and c.frame == "level" and _weapons(c)]
    return before[-1] if before else next((c for c in parse.before.row if c.frame == "level" and _weapons(c)), None)


def _weapons(found: Claim) -> bool:
    return found.unit in ("drones", "missiles", "weapons")


def _place(parse: Parse, at: int, name: str) -> tuple[Place, bool]:
    """The place that the theatre knows by that name, else the name as it stands."""
    known = next((m.place for m in parse.places if m.start <= at < m.end and m.place.level != "area"), None)
    return (known, True) if known is not None else (Place(name, f"area:{name}", "area"), False)

"""What a heading says of the lines beneath it: the place that they are of, and the time."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from dateline.extracting import periods
from dateline.extracting.parse import Discourse, Parse
from dateline.records.period import Period
from dateline.records.place import Place
from dateline.records.report import Block

#: A heading has no more words than this.
_LONGEST: Final = 10
#: Before it "## " or "12. " may stand.
_MARK: Final = 5
_SENTENCE: Final = re.compile(r"[.!?…][\"”’')\]]*$")
#: Words beside the name in a heading that names no more than a place.
_FILLER: Final = re.compile(
    r"(?:#+|\*+|[-•–—:.]|(?:\d+|[ivx]+|[a-z])[.)]|the|in|on|around|of|and|from|situation|front ?line|front|sector"
    r"|direction|axis|region|oblast|province|governorate|area|city|(?:north|south|east|west|centr)\w*|strikes?"
    r"|attacks?|fighting|losses|casualties|figures|update|developments|operational|ground)(?:\s+|$|(?=[:.]))",
    re.IGNORECASE,
)


def is_heading(parse: Parse, block: Block) -> bool:
    """Whether the sentence is a line of its own that states nothing: a few words without a stop or a number counted."""
    whole = parse.sentence.start <= block.start + _MARK and parse.sentence.end >= block.end - 2
    short = len(parse.text.split()) <= _LONGEST and _SENTENCE.search(parse.text.strip()) is None
    return whole and short and not parse.found and not parse.amounts


def place_named(parse: Parse) -> Place | None:
    """The place of a heading, or of the words that open a paragraph ("Donetsk region."), which name it and no more."""
    named = [m for m in parse.places if m.place.level != "country"]
    if len(parse.text.split()) > _LONGEST:
        return None
    if not named:
        other = parse.words.elsewhere.search(parse.text)
        alone = other is not None and _no_more(parse.text, *other.span())
        return Place(other.group(), f"name:{other.group()}", "country") if alone and other is not None else None
    first = named[0]
    if not _no_more(parse.text, first.start, first.end):
        return None
    return next((r for r in (first.place, *first.rivals) if r.level == "region"), first.place)


def _no_more(text: str, start: int, end: int) -> bool:
    """Whether beside `text[start:end]` stand only words that say nothing else."""
    rest = f"{text[:start].strip()} {text[end:].strip()}".strip()
    while rest and (word := _FILLER.match(rest)) is not None:
        rest = rest[word.end() :]
    return not rest


def time_named(parse: Parse) -> Period | None:
    """The one time that a heading names, be it in capitals."""
    found = parse.mentions
    if not found and parse.text.isupper():
        found = periods.mentions(parse.text.title(), parse.ref, parse.words.theatre.war_start or dt.date.min)
    dated = [m.period for m in found if m.kind == "at" and m.period is not None and not m.speech]
    return dated[0] if len(dated) == 1 else None


#: So many days before a report a heading may lie that names the day of what stands beneath it.
_DIARY: Final = 10


def day_beneath(period: Period | None, ref: dt.date) -> dt.date | None:
    """The day that "overnight" and "today" are of beneath a heading ("MONDAY"), where it names one."""
    if period is None or period.days != 1 or not 0 <= (ref - period.start).days <= _DIARY:
        return None
    return period.start


@dataclass(frozen=True, slots=True)
class Section:
    """The place that a heading in paragraph `at` names, and the paragraph up to which it holds: -1 for the next
    heading."""

    place: Place | None = None
    at: int = -1
    stop: int = -1


def section(parse: Parse, before: Discourse, heading: bool) -> Section:
    """What the sentence after this one stands under."""
    block = parse.sentence.block
    if heading:
        return Section(place_named(parse), block)
    if not parse.found and not parse.amounts and _SENTENCE.search(parse.text) and (own := place_named(parse)):
        return Section(own, block, block)
    if before.section_stop not in (-1, block):
        return Section()
    return Section(before.section, before.section_at, before.section_stop)


def list_head(parse: Parse) -> Parse | None:
    """The line above the list of which the sentence is a point."""
    if not parse.sentence.item:
        return None
    last = parse.before.last
    near = last is not None and 0 <= parse.sentence.block - last.sentence.block <= 1
    return (parse.before.listed or last) if near else None


def beneath(parse: Parse) -> tuple[Place | None, bool]:
    """The place of the heading right above, and whether a heading further up names one: of so much text beneath it
    some may be of the whole country again."""
    known, at = parse.before.section, parse.before.section_at
    if known is None or parse.before.section_stop not in (-1, parse.sentence.block):
        return None, False
    near = parse.sentence.block - at <= 1 or parse.sentence.item
    return (known, False) if near else (None, True)

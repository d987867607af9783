"""The rows of the ledgers' lists: measures, coverage, sources, producers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dateline import ledgers
from dateline.figures import FLAGS
from dateline.ledgers import MEASURES, Producer
from dateline.ledgers.covering import Covered
from dateline.ledgers.measures import MeasureInfo
from dateline.site.newsroom.ledgers import asking
from dateline.sources import SOURCES
from dateline.sources.description import Description, describe
from dateline.theatres.loader import Theatre

#: What a producer lets others do with its data, in words.
TERMS = {
    "rows": "its rows may be passed on",
    "figures": "figures worked out from it may be passed on, its rows and maps may not",
    "none": "for the desk's eyes: nothing of it goes into what is published",
}
#: Units as people write them.
UNITS = {"km2": "km²"}
#: A list of gaps names so many of the last ones.
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Held:
    """A measure in one theatre: who answers for it, from when to when."""

    theatre: Theatre
    info: MeasureInfo
    producers: tuple[str, ...]
    first: dt.date
    last: dt.date | None

    @property
    def unit(self) -> str:
        return UNITS.get(self.info.unit, self.info.unit)


@dataclass(frozen=True, slots=True)
class Span:
    """What one producer gives one ledger. `last` is None where it has no end, `age` in days likewise; `missing` counts
    the days without an answer of their own by flag; `gaps` are the last stretches without any."""

    theatre: Theatre
    ledger: str
    producer: Producer
    first: dt.date
    last: dt.date | None
    age: int | None
    entries: int
    missing: tuple[tuple[str, int], ...]
    gaps: tuple[tuple[dt.date, dt.date], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A source and the days that the ledger has of it; `last` is None where it holds nothing yet."""

    source: Description
    first: dt.date | None
    last: dt.date | None
    age: int | None


def measures() -> list[Held]:
    """Every measure of every theatre that some ledger answers for."""
    return [held for theatre in asking.theatres() for held in _of(theatre)]


def _of(theatre: Theatre) -> Iterator[Held]:
    producers = ledgers.load(theatre.folder).producers
    for info in map(MEASURES.__getitem__, MEASURES.ids()):
        found = asking.holders(theatre, info)
        if found:
            last = max(one.coverage.end for one in found)
            names = tuple(dict.fromkeys(producers[one.producer].short for one in found))
            yield Held(theatre, info, names, min(one.coverage.start for one in found), _end(last))


def spans(today: dt.date) -> list[Span]:
    """From when to when every producer answers, by theatre and ledger."""
    return [
        _span(theatre, one, today)
        for theatre in asking.theatres()
        for one in asking.spans(theatre)
    ]  # fmt: skip


def _span(theatre: Theatre, one: Covered, today: dt.date) -> Span:
    gaps = one.coverage.gaps
    without = tuple((g.start, g.last) for g in gaps if g.flag == "gap")[-_NAMED:]
    return Span(
        theatre, one.coverage.ledger.replace("_", " "), ledgers.load(theatre.folder).producers[one.producer],
        one.coverage.start, _end(one.coverage.end), one.age_days(today), one.entries,
        tuple(Counter(g.flag for g in gaps).items()), without,
    )  # fmt: skip


def sources(today: dt.date) -> list[Given]:
    """Every source that can be read, with what the ledgers hold of it."""
    held = {
        (theatre.id, coverage.ledger): (coverage.start, coverage.end)
        for theatre in asking.theatres()
        for coverage in ledgers.load(theatre.folder).coverage()
    }
    found = []
    for stated in map(describe, SOURCES):
        first, last = held.get((stated.theatre, stated.ledger), (None, None))
        found.append(Given(stated, first, last, max(0, (today - last).days) if last else None))
    return found


def producers() -> list[tuple[Theatre, Producer, str]]:
    """Whose figures the ledgers hold, and what may be done with them."""
    return [
        (theatre, producer, TERMS[producer.redistribute])
        for theatre in asking.theatres()
        for known in (ledgers.load(theatre.folder).producers,)
        for producer in map(known.__getitem__, known.ids())
        if producer.ledgers
    ]


def flags() -> dict[str, str]:
    """What each flag of a day means."""
    return dict(FLAGS)


def _end(day: dt.date) -> dt.date | None:
    return None if day == dt.date.max else day

"""Series that someone brought: a newsroom's count, an institute's months, for exactly what is asked."""

from __future__ import annotations

from dateline.checking.answers import Answer, Question
from dateline.ledgers import Ledgers
from dateline.ledgers.producers import Producer
from dateline.records.entry import Entry
from dateline.records.finding import Reason

#: How the conventions of such answers begin.
BROUGHT = "brought"
#: The family of entries that no ledger of their own reads.
_SERIES = "series"
_CIVILIANS = ("civilians", "civilian", "deaths_civilians")


def brought(question: Question, ledgers: Ledgers) -> tuple[Answer, ...]:
    """One answer an entry whose period, place and dimensions are those asked for; nothing is added up, neither days
    nor producers. A producer whose figures come by a source of its own answers there and not here."""
    if question.part is not None or question.victim == "both":
        return ()
    place = None if question.place is None or question.place.id == question.country else question.place.id
    found = []
    for entry in ledgers.series.stated(question.measure, question.period, question.as_of, place):
        producer = ledgers.producers[entry.producer]
        departs = _departs(entry, question)
        if departs is not None and (not producer.ledgers or _SERIES in producer.ledgers):
            found.append(_answer(entry, producer, departs))
    return tuple(found)


def _departs(entry: Entry, question: Question) -> tuple[Reason, ...] | None:
    """How the entry departs from the question; None where it is of something else."""
    dimensions = dict(entry.dimensions)
    population, asked = dimensions.pop("population", ""), question.population
    if dimensions != ({"weapon": question.weapon} if question.weapon else {}):
        return None
    if asked in _CIVILIANS:
        return () if population in _CIVILIANS else ("population",) if population in ("", "all") else None
    if asked in (None, "all"):
        return () if population in ("", "all") else ("population",) if population in _CIVILIANS else None
    return () if population == asked else None


def _answer(entry: Entry, producer: Producer, departs: tuple[Reason, ...]) -> Answer:
    address = entry.source if "://" in entry.source else ""
    return Answer(
        entry.producer, entry.definition or "as its producer counts", f"{BROUGHT} {entry.definition}", entry.period,
        entry.value, entry.known, 1, entry.period.days, "recorded", departs, f"known from {entry.known_at}",
        low=entry.low, high=entry.high, sources=(producer.source("", address, entry.sha256 or None),),
    )  # fmt: skip

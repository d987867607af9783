"""Answers from the ledger of series: any measure, by whatever dimensions its entries carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.checking.answers import Answer, Question
from dateline.checking.tracks import Track
from dateline.ledgers import Ledgers
from dateline.ledgers.reckoning import Reckoned
from dateline.records.finding import Reason
from dateline.records.period import Period

#: How an answer came about, where it is a published figure and no sum.
_SERIES = "series "
_BASIS = {"published": "recorded", "last known": "recorded"}


def streamed(question: Question, where: Mapping[str, str], ledgers: Ledgers) -> tuple[Answer, ...]:
    """One answer for each stream that can give the period, with its coverage."""
    ledgers = ledgers.as_of(question.as_of)
    place = None if question.place is None or question.place.id == question.country else question.place.id
    found: list[Reckoned] = []
    for asked in _worded(where):
        found += ledgers.series.reckon(question.measure, question.period, question.as_of, place=place, where=asked)
    return tuple(_answer(reckoned, ledgers) for reckoned in found)


def _worded(where: Mapping[str, str]) -> tuple[Mapping[str, str], ...]:
    """The filter, and again in UCDP's word for civilians."""
    if where.get("population") not in ("civilians", "civilian"):
        return (where,)
    return ({**where, "population": "civilians"}, {**where, "population": "deaths_civilians"})


def several(found: Sequence[Answer]) -> tuple[str, ...]:
    """The definitions under which the first answer's coder counts, where there is more than one to choose from."""
    if not found or not found[0].convention.startswith(_SERIES):
        return ()
    names = [
        a.convention.removeprefix(_SERIES).rpartition(" ")[0]
        for a in found
        if a.convention.startswith(_SERIES) and a.producer == found[0].producer and not a.departs
    ]
    return tuple(dict.fromkeys(names)) if len(set(names)) > 1 else ()


def _answer(found: Reckoned, ledgers: Ledgers) -> Answer:
    producer = ledgers.producers[found.producer]
    departs: tuple[Reason, ...] = ("coverage",) if found.missing else ()
    parts = (found.definition, found.population, found.how)
    notes = [f"{len(found.entries):,} {'entry' if len(found.entries) == 1 else 'entries'}"]
    notes += [f"{found.days} of {found.period.days} days"] if found.missing else []
    notes += [f"{found.crossing} reach over an end and are left out"] if found.crossing else []
    address = found.entries[-1].source if found.entries else ""
    return Answer(
        found.producer, ", ".join(p for p in parts if p), f"{_SERIES}{found.definition} {found.how}", found.period,
        found.value, found.known, len(found.entries), found.days or 1,
        "recorded" if found.how in _BASIS else "computed", departs, "; ".join(notes), found.low, found.high,
        sources=(producer.source("", address if "://" in address else ""),),
    )  # fmt: skip


def stream_tracks(question: Question, where: Mapping[str, str], ledgers: Ledgers) -> tuple[Track, ...]:
    """The streams as tracks, to look for ranks and records in: only periods that are wholly covered have a value."""
    ledgers = ledgers.as_of(question.as_of)
    sample = ledgers.series.reckon(question.measure, question.period, question.as_of, where=where)
    made = []
    for one in sample:
        covered = [c for producer, c in ledgers.series.coverage(question.measure) if producer == one.producer]

        def value(period: Period, one: Reckoned = one) -> tuple[float, int] | None:
            again = ledgers.series.reckon(question.measure, period, question.as_of, where=where)
            same = [r for r in again if (r.producer, r.definition, r.population) == (one.producer, one.definition,
                                                                                     one.population)]  # fmt: skip
            return (same[0].value, period.days) if same and not same[0].missing else None

        made.append(
            Track(
                one.producer,
                one.definition,
                min(c.start for c in covered),
                max(c.end for c in covered),
                value,
                sources=(ledgers.producers[one.producer].source(),),
            )
        )
    return tuple(made)

"""Answers from the ledger of series: any measure, by whatever dimensions its entries carry."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.checking.answers import Answer, Question
from dateline.checking.tracks import Track
from dateline.ledgers import Ledgers
from dateline.ledgers.series import Reckoned
from dateline.records.finding import Reason
from dateline.records.period import Period

#: How an answer came about, where it is a published figure and no sum.
_BASIS = {"published": "recorded", "last known": "recorded"}


def streamed(question: Question, where: Mapping[str, str], ledgers: Ledgers) -> tuple[Answer, ...]:
    """One answer for each stream that can give the period, with its coverage."""
    place = None if question.place is None or question.place.id == question.country else question.place.id
    found = ledgers.series.reckon(question.measure, question.period, question.as_of, place=place, where=where)
    return tuple(_answer(reckoned, ledgers) for reckoned in found)


def _answer(found: Reckoned, ledgers: Ledgers) -> Answer:
    producer = ledgers.producers[found.producer]
    departs: tuple[Reason, ...] = ("coverage",) if found.missing else ()
    parts = (found.definition, found.population, found.how)
    notes = [f"{len(found.entries):,} entries"]
    notes += [f"{found.days} of {found.period.days} days"] if found.missing else []
    notes += [f"{found.crossing} reach over an end and are left out"] if found.crossing else []
    address = found.entries[-1].source if found.entries else ""
    return Answer(
        found.producer, ", ".join(p for p in parts if p), f"series {found.definition} {found.how}", found.period,
        found.value, found.known, len(found.entries), found.days or 1,
        "recorded" if found.how in _BASIS else "computed", departs, "; ".join(notes), found.low, found.high,
        sources=(producer.source("", address if "://" in address else ""),),
    )  # fmt: skip


def stream_tracks(question: Question, where: Mapping[str, str], ledgers: Ledgers) -> tuple[Track, ...]:
    """The streams as tracks, to look for ranks and records in: only periods that are wholly covered have a value."""
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

"""Tracks: one producer's values over many periods, under one definition, to look for records and streaks in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

from dateline.checking.answers import Question
from dateline.ledgers import MEASURES, Ledgers
from dateline.ledgers.strikes import Tally
from dateline.records.finding import Coverage, Reason, Source
from dateline.records.period import Period


@dataclass(frozen=True, slots=True)
class Track:
    """`value` gives a period's value and the days it stands for, None where the ledger has no answer. `first` and
    `last` are the days that the track covers."""

    producer: str
    definition: str
    first: date
    last: date
    value: Callable[[Period], tuple[float, int] | None]
    departs: tuple[Reason, ...] = ()
    basis: str = "computed"
    sources: tuple[Source, ...] = ()


def tracks(question: Question, ledgers: Ledgers) -> tuple[Track, ...]:
    """The tracks that can answer for the question's measure, the standard one first, in the ledgers as they stood on
    its day; none where no ledger has it."""
    ledgers = ledgers.as_of(question.as_of)
    family = question.measure.partition(".")[0]
    if not ledgers.available(family):
        return ()
    if family == "territory":
        return (*_published(question, ledgers), *_maps(question, ledgers))
    if family == "strikes" and (question.weapon is None or question.weapon in ledgers.weapons):
        return (_bulletins(question, ledgers),)
    return tuple(_tolls(question, ledgers)) if family == "casualties" else ()


def _maps(question: Question, ledgers: Ledgers) -> tuple[Track, ...]:
    ledger, as_of = ledgers.territory, question.as_of
    place = question.place.id if question.place is not None else None
    if not ledger.has(place):
        return ()

    def net(period: Period) -> tuple[float, int] | None:
        found = ledger.net(period.start, period.stop, place, as_of)
        return (found.value_km2, found.days) if found is not None and ledger.days[0] <= period.start else None

    def summed(period: Period) -> tuple[float, int] | None:
        lost = question.measure == "territory.lost"
        found = ledger.summed(period.start, period.stop, place, as_of, lost)
        return (found.value_km2, found.days) if found is not None and ledger.days[0] <= period.start else None

    def held(period: Period) -> tuple[float, int] | None:
        found = ledger.held(period.last, place, as_of)
        return (found.value_km2, 1) if found is not None else None

    sources = (ledgers.producers[ledger.producer].source(),)
    span = (ledger.days[0], ledger.days[-1])
    by_measure = {
        "territory.held": (("area held", held),),
        "territory.net_change": (("net change", net),),
        "territory.gained": (("gained, summed by day", summed), ("net change", net)),
        "territory.lost": (("lost, summed by day", summed),),
    }
    found = by_measure[question.measure]
    return tuple(Track(ledger.producer, name, *span, value, sources=sources) for name, value in found)


def _published(question: Question, ledgers: Ledgers) -> tuple[Track, ...]:
    """The months that the claim's own map-maker published, where it is not the one whose polygons are here."""
    if question.claimed_by is None or question.place is not None or not ledgers.available("area_published"):
        return ()
    root = ledgers.producers.root(question.claimed_by)
    makers = {e.producer for e in ledgers.area_published.entries if ledgers.producers.root(e.producer) == root}
    makers -= _mapped(ledgers)
    maker = question.claimed_by if question.claimed_by in makers else min(makers, default=None)
    if maker is None:
        return ()
    measures = ("territory.net_change",)
    entries = [e for e in ledgers.area_published.entries if e.producer == maker and e.measure in measures]

    def value(period: Period) -> tuple[float, int] | None:
        found = ledgers.area_published.published(measures, period, question.as_of)
        own = [e for e in found if e.producer == maker]
        return (own[0].value, period.days) if own else None

    span = (min(e.period.start for e in entries), max(e.period.last for e in entries))
    sources = tuple(ledgers.producers[maker].source("", e.source) for e in entries[-2:])
    return (Track(maker, "published months", *span, value, basis="recorded", sources=sources),)


def _bulletins(question: Question, ledgers: Ledgers) -> Track:
    ledger = ledgers.strikes
    nightly = ledger.nightly(question.weapon)
    nights = [night for night in ledger.nights if night <= question.as_of]
    counts = list(accumulate((_count(question.measure, nightly[night]) for night in nights), initial=0.0))

    span = _one_definition(question, ledger.coverage())

    def value(period: Period) -> tuple[float, int] | None:
        first, stop = bisect_left(nights, period.start), bisect_right(nights, period.last)
        inside = span[0] <= period.start and period.last <= span[1] if MEASURES[question.measure].breaks else True
        return (counts[stop] - counts[first], period.days) if stop > first and inside else None

    producer = ledgers.strikes.producer
    sources = (ledgers.producers[producer].source(),)
    return Track(producer, question.measure.partition(".")[2], *span, value, sources=sources)


def _one_definition(question: Question, coverage: Coverage) -> tuple[date, date]:
    """The days of the coverage that share the definition of the question's period: a record is sought among those."""
    first, last = coverage.start, coverage.end
    for gap in coverage.gaps if MEASURES[question.measure].breaks else ():
        if gap.flag == "definition-break" and gap.start <= question.period.start:
            first = max(first, gap.start)
        elif gap.flag == "definition-break":
            last = min(last, gap.start - timedelta(days=1))
    return first, last


def _count(measure: str, tally: Tally) -> float:
    if measure == "strikes.launched":
        return tally.launched
    if measure == "strikes.lost":
        return tally.lost
    if measure == "strikes.intercepted":
        return tally.destroyed
    return tally.launched - tally.destroyed - tally.lost - tally.still


def _tolls(question: Question, ledgers: Ledgers) -> Iterator[Track]:
    """Like vintages with like: every month's first figure, and every month's latest known."""
    ledger = ledgers.casualties
    if question.place is not None and question.place.id != question.country:
        return
    if question.part is not None or question.population not in (None, "all", "civilians", "civilian"):
        return
    measures = ("casualties.killed", "casualties.injured") if question.victim == "both" else (question.measure,)
    coverage = ledger.coverage()
    sample = ledger.entries[0].producer
    sources = (ledgers.producers[sample].source(),)
    for name, at in (("first vintages", -1), ("latest vintages known", 0)):

        def value(period: Period, at: int = at) -> tuple[float, int] | None:
            total = 0.0
            for measure in measures:
                known = ledger.vintages(measure, period, question.as_of)
                if not known:
                    return None
                total += known[at].value
            return total, period.days

        yield Track(sample, f"months, {name}", coverage.start, coverage.end, value, basis="recorded", sources=sources)


def units(granularity: str, first: date, last: date, own: Period) -> Iterator[Period]:
    """The periods of `granularity` from `first` to `last`, whole ones, that do not overlap `own`; for a "span" every
    window as long as `own`."""
    length = own.days if granularity == "span" else 1
    return (unit for unit in _units(granularity, first, last, length) if not unit.overlaps(own))


@lru_cache(maxsize=64)
def _units(granularity: str, first: date, last: date, length: int) -> tuple[Period, ...]:
    """Kept, since a report looks for several records in one window."""
    found, start = [], _floor(granularity, first)
    while start <= last:
        unit = _unit(granularity, start, length)
        if unit.start >= first and unit.last <= last:
            found.append(unit)
        start = start + timedelta(days=1) if granularity == "span" else unit.stop
    return tuple(found)


def _floor(granularity: str, day: date) -> date:
    if granularity == "month":
        return day.replace(day=1)
    if granularity == "quarter":
        return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    if granularity == "year":
        return date(day.year, 1, 1)
    return day - timedelta(days=day.weekday()) if granularity == "week" else day


def _unit(granularity: str, start: date, length: int) -> Period:
    if granularity == "span":
        return Period(start, start + timedelta(days=length))
    if granularity == "week":
        return Period(start, start + timedelta(days=7), "week")
    months = {"month": 1, "quarter": 3, "year": 12}.get(granularity)
    if months is None:
        return Period.of_day(start)
    index = start.year * 12 + start.month - 1 + months
    return Period(start, date(index // 12, index % 12 + 1, 1), "month")


def _mapped(ledgers: Ledgers) -> set[str]:
    """The map-maker whose snapshots are in the ledger: its own months are worked out from those."""
    return {ledgers.territory.producer} if ledgers.available("territory") else set()

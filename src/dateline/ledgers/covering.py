"""From when to when each producer of each ledger answers, what is missing between, and how old the last of it is."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.ledgers.folder import FAMILIES, Ledgers
from dateline.ledgers.tiling import tiled
from dateline.records.entry import Entry
from dateline.records.finding import Coverage, Gap
from dateline.records.period import Period

#: Entries of longer periods are totals; a day that only they reach has no answer of its own.
_SHORT_DAYS = 31


@dataclass(frozen=True, slots=True)
class Covered:
    """What one producer gives one ledger: `entries` counts its rows. `coverage.gaps` are the days between that have no
    answer of their own."""

    producer: str
    coverage: Coverage
    entries: int

    def age_days(self, today: date) -> int | None:
        """Days since the last one that is covered, None where there is no end."""
        return None if self.coverage.end == date.max else max(0, (today - self.coverage.end).days)


def covered(ledgers: Ledgers) -> tuple[Covered, ...]:
    """Every producer of every ledger that the theatre has, then the series by measure."""
    found: list[Covered] = []
    for family in FAMILIES:
        if ledgers.available(family):
            found += _family(family, ledgers)
    series = ledgers.series
    found += [
        Covered(producer, coverage, _counted(producer, series.streams(coverage.ledger)))
        for producer, coverage in series.coverage()
    ]
    return tuple(found)


def _counted(producer: str, streams: Mapping[tuple[str, str, str], Sequence[Entry]]) -> int:
    return sum(len(entries) for stream, entries in streams.items() if stream[0] == producer)


def _family(family: str, ledgers: Ledgers) -> Iterator[Covered]:
    coverage: Coverage = getattr(ledgers, family).coverage()
    if family == "territory":
        yield Covered(ledgers.territory.producer, coverage, len(ledgers.territory.days))
    elif family == "strikes":
        nights = ledgers.strikes.nights
        gaps = sorted((*coverage.gaps, *_between(nights)), key=lambda gap: gap.start)
        yield Covered(
            ledgers.strikes.producer, Coverage(family, coverage.start, coverage.end, tuple(gaps)), len(nights)
        )
    elif family == "casualties":
        yield from _by_producer(family, ledgers.casualties.entries)
    elif family == "area_published":
        yield from _by_producer(family, ledgers.area_published.entries)
    else:
        yield Covered(family, coverage, _count(family, ledgers))


def _count(family: str, ledgers: Ledgers) -> int:
    if family == "talks":
        return len(ledgers.talks.direct())
    return len(ledgers.calendar.events) if family == "calendar" else len(ledgers.officials.terms)


def _by_producer(family: str, entries: Iterable[Entry]) -> Iterator[Covered]:
    by: dict[str, list[Entry]] = {}
    for entry in entries:
        by.setdefault(entry.producer, []).append(entry)
    for producer, own in by.items():
        short = [e for e in own if e.period.days <= _SHORT_DAYS] or own
        span = Period(min(e.period.start for e in short), max(e.period.stop for e in short))
        by_measure = [_once(e for e in short if e.measure == measure) for measure in sorted({e.measure for e in short})]
        best = max((tiled(entries, span) for entries in by_measure), key=lambda tiling: tiling.days)
        gaps = tuple(Gap(p.start, p.last) for p in best.missing)
        yield Covered(producer, Coverage(family, span.start, span.last, gaps), len(own))


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """One entry a period: vintages cover the same days."""
    return list({(e.period.start, e.period.stop): e for e in entries}.values())


def _between(days: Sequence[date]) -> Iterator[Gap]:
    """The stretches of days between those given."""
    for one, two in itertools.pairwise(days):
        if (two - one).days > 1:
            yield Gap(one + timedelta(days=1), two - timedelta(days=1))

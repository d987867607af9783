"""Tolls of stretches that nobody published: reports that tile them, and the difference of two running totals.

A report covers one day or a few; a running total everything since its start. The two differ where a body admits older
cases into its total, so both are given, and neither is mended by the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dateline.checking.answers import Answer, Question
from dateline.ledgers.casualties import Runs
from dateline.ledgers.tiling import tiled
from dateline.records.entry import Entry
from dateline.records.finding import Gap, Reason, Source
from dateline.records.period import Period

#: A running total this many days before the day asked still stands for it, and the departure is said.
NEAR_DAYS = 3


def started(runs: Runs) -> date:
    """The day on which the body's running totals begin, `date.min` where it has none."""
    return next((entry.period.start for entry in runs.running.values()), date.min)


def tiling(question: Question, runs: Runs, source: Source) -> tuple[list[Answer], list[Gap]]:
    """The sum of the reports inside, and the days that none of them covers."""
    period = question.period
    found = tiled(runs.within(period, question.as_of), period)
    if not found.entries or (len(found.entries) == 1 and found.whole):
        return [], []
    departs: tuple[Reason, ...] = () if found.whole else ("coverage",)
    note = f"{found.days} of {period.days} days" if found.missing else f"they tile the {period.days} days"
    answer = Answer(
        runs.producer, f"sum of {len(found.entries)} reports", "reports", period, sum(e.value for e in found.entries),
        "recorded", len(found.entries), found.days, "recorded", departs, note, sources=(source,),
    )  # fmt: skip
    return [answer], [Gap(p.start, p.last) for p in found.missing]


def difference(question: Question, runs: Runs, source: Source, beside: bool) -> Iterator[Answer]:
    """The total at the end less the total at the start; `beside` a sum that is whole it is a further reading."""
    period, as_of = question.period, question.as_of
    first, last = _near(runs, period.start, as_of), _near(runs, period.stop, as_of)
    if first is None or last is None or last.period.stop <= first.period.stop:
        return
    used = Period(first.period.stop, last.period.stop)
    departs: tuple[Reason, ...] = ("definition",) if beside else ()
    if (used.start, used.stop) != (period.start, period.stop):
        departs = (*departs, "cut_off")
    yield Answer(
        runs.producer, "difference of two running totals", "difference", used, last.value - first.value, "recorded", 2,
        used.days, departs=departs, sources=(source,),
        note=f"{last.value:,.0f} to {last.period.last} less {first.value:,.0f} to {first.period.last}; "
        "cases admitted later are in it",
    )  # fmt: skip


def _near(runs: Runs, stop: date, as_of: date) -> Entry | None:
    found = (runs.total(stop - timedelta(days=n), as_of) for n in range(NEAR_DAYS))
    return next((entry for entry in found if entry is not None), None)

"""Tolls of periods that nobody published: reports that tile them, and the difference of two running totals.

A report covers one day or a few; a running total everything since its start. The two differ where a body admits older
cases into its total, so both are given, and neither is mended by the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.checking.answers import Answer, Question
from dateline.checking.asking.casualties import summed
from dateline.ledgers import Ledgers
from dateline.ledgers.tiling import tiled
from dateline.records.entry import Entry
from dateline.records.finding import Gap, Reason, Source
from dateline.records.period import Period

#: Definitions of entries, as the importers write them, begin with these.
_REPORT, _RUNNING = "reported in", "cumulative"
#: A running total this many days before the day asked still stands for it, and the departure is said.
_NEAR_DAYS = 3


def tolls(question: Question, ledgers: Ledgers, found: Sequence[Answer]) -> tuple[tuple[Answer, ...], tuple[Gap, ...]]:
    """Readings besides those `found`, and the days that are missing behind them."""
    if question.part is not None or question.victim == "both":
        return (), ()
    by_producer: dict[str, list[Entry]] = {}
    for entry in ledgers.casualties.entries:
        if entry.measure == question.measure and not entry.dimensions and entry.known_at <= question.as_of:
            by_producer.setdefault(entry.producer, []).append(entry)
    answers: list[Answer] = []
    gaps: list[Gap] = []
    for producer, entries in by_producer.items():
        reports = [e for e in entries if e.definition.startswith(_REPORT)]
        running = {e.period.stop: e for e in entries if _is_running(e, entries)}
        source = ledgers.producers[producer].source("", entries[-1].source)
        started = {e.period.start for e in running.values()}
        if not reports:
            continue  # totals of months apart are of as many vintages: their difference would mix them
        if question.period.start in started and question.period.days > 1:
            answers += _beside(question.period, running, source)
            gaps += _unreported(question.period, reports, running)
            continue
        made, missing = _tiling(question.period, reports, source)
        answers += [*made, *_difference(question.period, running, source, bool(made and not missing))]
        gaps += missing
    if any(a.basis == "recorded" and "cut_off" not in a.departs for a in found):
        answers += _of_months(question, ledgers)
    return tuple(answers), tuple(gaps)


def _is_running(entry: Entry, entries: Sequence[Entry]) -> bool:
    return entry.definition.startswith(_RUNNING) and entry.period.start == min(
        e.period.start for e in entries if e.definition.startswith(_RUNNING)
    )


def _tiling(period: Period, reports: Sequence[Entry], source: Source) -> tuple[list[Answer], list[Gap]]:
    tiling = tiled(reports, period)
    if not tiling.entries or (len(tiling.entries) == 1 and tiling.whole):
        return [], []
    departs: tuple[Reason, ...] = () if tiling.whole else ("coverage",)
    note = f"{tiling.days} of {period.days} days" if tiling.missing else f"they tile the {period.days} days"
    answer = Answer(
        tiling.entries[0].producer, f"sum of {len(tiling.entries)} reports", "reports", period,
        sum(e.value for e in tiling.entries), "recorded", len(tiling.entries), tiling.days, departs=departs,
        note=note, sources=(source,),
    )  # fmt: skip
    return [answer], [Gap(p.start, p.last) for p in tiling.missing]


def _difference(period: Period, running: dict[date, Entry], source: Source, beside: bool) -> Iterator[Answer]:
    """The total at the end less the total at the start; `beside` a sum that is whole it is a further reading."""
    first, last = _total(running, period, at_start=True), _total(running, period, at_start=False)
    if first is None or last is None or last.period.stop <= first.period.stop:
        return
    used = Period(first.period.stop, last.period.stop)
    departs: tuple[Reason, ...] = ("definition",) if beside else ()
    if (used.start, used.stop) != (period.start, period.stop):
        departs = (*departs, "cut_off")
    yield Answer(
        last.producer, "difference of two running totals", "difference", used, last.value - first.value, "recorded", 2,
        used.days, departs=departs, sources=(source,),
        note=f"{last.value:,.0f} to {last.period.last} less {first.value:,.0f} to {first.period.last}; "
        "cases admitted later are in it",
    )  # fmt: skip


def _total(running: dict[date, Entry], period: Period, at_start: bool) -> Entry | None:
    day = period.start if at_start else period.stop
    return next(
        (running[day - timedelta(days=n)] for n in range(_NEAR_DAYS) if day - timedelta(days=n) in running), None
    )


def _beside(period: Period, running: dict[date, Entry], source: Source) -> Iterator[Answer]:
    """The totals of the day before and of the day after: a text cites the last that its writer had."""
    for step, name in ((-1, "the day before"), (1, "the day after")):
        entry = running.get(period.stop + timedelta(days=step))
        if entry is not None:
            yield Answer(
                entry.producer, f"running total to {name}", f"running{step:+d}", entry.period, entry.value, entry.known,
                1, entry.period.days, "recorded", ("cut_off",), f"published {entry.known_at}", sources=(source,),
            )  # fmt: skip


def _unreported(period: Period, reports: Sequence[Entry], running: dict[date, Entry]) -> Iterator[Gap]:
    """A running total whose last day has no report of its own, or that repeats the day before, cannot be followed."""
    if any(e.period.start <= period.last < e.period.stop for e in reports):
        return
    yield Gap(period.last, period.last)
    last, before = running.get(period.stop), running.get(period.last)
    if last is not None and before is not None and last.value == before.value:
        yield Gap(period.last, period.last, "frozen")


def _of_months(question: Question, ledgers: Ledgers) -> Iterator[Answer]:
    """Beside a published total the sum of its months, whose vintages are others'."""
    for answer in summed(question, ledgers, (question.measure,)):
        note = "months as known on the day, revised or not; a total published for the period stands beside"
        yield replace(answer, departs=("definition",), low=None, high=None, note=note)

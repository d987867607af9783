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
from dateline.ledgers.casualties import Runs
from dateline.ledgers.tiling import tiled
from dateline.records.entry import Entry
from dateline.records.finding import Gap, Reason, Source
from dateline.records.period import Period

#: A running total this many days before the day asked still stands for it, and the departure is said.
_NEAR_DAYS = 3
#: Conventions of tolls that nobody published as such: the sum of reports, the difference of two running totals.
RECKONED = ("reports", "difference")


def tolls(question: Question, ledgers: Ledgers, found: Sequence[Answer]) -> tuple[tuple[Answer, ...], tuple[Gap, ...]]:
    """Readings besides those `found`, and the days that are missing behind them."""
    if question.part is not None or question.victim == "both":
        return (), ()
    answers: list[Answer] = []
    gaps: list[Gap] = []
    for runs in ledgers.casualties.runs(question.measure):
        source = ledgers.producers[runs.producer].source()
        started = next(iter(runs.running.values())).period.start if runs.running else None
        if question.period.start == started and question.period.days > 1:
            answers += _beside(question, runs, source)
            gaps += _unreported(question, runs)
            continue
        made, missing = _tiling(question, runs, source)
        answers += [*made, *_difference(question, runs, source, bool(made and not missing))]
        gaps += missing
    if any(a.basis == "recorded" and "cut_off" not in a.departs for a in found):
        answers += _of_months(question, ledgers)
    return tuple(answers), tuple(gaps)


def _tiling(question: Question, runs: Runs, source: Source) -> tuple[list[Answer], list[Gap]]:
    period = question.period
    tiling = tiled(runs.within(period, question.as_of), period)
    if not tiling.entries or (len(tiling.entries) == 1 and tiling.whole):
        return [], []
    departs: tuple[Reason, ...] = () if tiling.whole else ("coverage",)
    note = f"{tiling.days} of {period.days} days" if tiling.missing else f"they tile the {period.days} days"
    answer = Answer(
        runs.producer, f"sum of {len(tiling.entries)} reports", "reports", period,
        sum(e.value for e in tiling.entries), "recorded", len(tiling.entries), tiling.days, departs=departs,
        note=note, sources=(source,),
    )  # fmt: skip
    return [answer], [Gap(p.start, p.last) for p in tiling.missing]


def _difference(question: Question, runs: Runs, source: Source, beside: bool) -> Iterator[Answer]:
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
    found = (runs.total(stop - timedelta(days=n), as_of) for n in range(_NEAR_DAYS))
    return next((entry for entry in found if entry is not None), None)


def _beside(question: Question, runs: Runs, source: Source) -> Iterator[Answer]:
    """The totals of the day before and of the day after: a text cites the last that its writer had."""
    for step, name in ((-1, "the day before"), (1, "the day after")):
        entry = runs.total(question.period.stop + timedelta(days=step), question.as_of)
        if entry is not None:
            yield Answer(
                entry.producer, f"running total to {name}", f"running{step:+d}", entry.period, entry.value, entry.known,
                1, entry.period.days, "recorded", ("cut_off",), f"published {entry.known_at}", sources=(source,),
            )  # fmt: skip


def _unreported(question: Question, runs: Runs) -> Iterator[Gap]:
    """A running total whose last day has no report of its own, or that repeats the day before, cannot be followed."""
    day = question.period.last
    near = Period(day - timedelta(days=_NEAR_DAYS), day + timedelta(days=1 + _NEAR_DAYS))
    if any(e.period.contains(day) for e in runs.within(near, question.as_of)):
        return
    yield Gap(day, day)
    last, before = runs.total(question.period.stop, question.as_of), runs.total(day, question.as_of)
    if last is not None and before is not None and last.value == before.value:
        yield Gap(day, day, "frozen")


def _of_months(question: Question, ledgers: Ledgers) -> Iterator[Answer]:
    """Beside a published total the sum of its months, whose vintages are others'."""
    for answer in summed(question, ledgers, (question.measure,)):
        note = "months as known on the day, revised or not; a total published for the period stands beside"
        yield replace(answer, departs=("definition",), low=None, high=None, note=note)

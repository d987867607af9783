"""Tolls of periods that nobody published: reports that tile them, and the difference of two running totals.

A report covers one day or a few; a running total everything since its start. The two differ where a body admits older
cases into its total, so both are given, and neither is mended by the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.checking.answers import Answer, Question
from dateline.checking.asking.casualties import summed
from dateline.checking.asking.spans import NEAR_DAYS, difference, started, tiling
from dateline.ledgers import Ledgers
from dateline.ledgers.casualties import Runs
from dateline.records.finding import Gap, Source
from dateline.records.period import Period

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
        if question.period.start == started(runs) and question.period.days > 1:
            answers += _beside(question, runs, source)
            gaps += _unreported(question, runs)
            continue
        made, missing = tiling(question, runs, source)
        answers += [*made, *difference(question, runs, source, bool(made and not missing))]
        gaps += missing
    if any(a.basis == "recorded" and "cut_off" not in a.departs for a in found):
        answers += _of_months(question, ledgers)
    return tuple(answers), tuple(gaps)


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
    near = Period(day - timedelta(days=NEAR_DAYS), day + timedelta(days=1 + NEAR_DAYS))
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

"""Casualties: a published total for exactly the period is the value; a sum of months is a second reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.checking.answers import Answer, Answers, Question, blocked
from dateline.ledgers import Ledgers
from dateline.ledgers.casualties import CasualtyLedger
from dateline.records.entry import Entry
from dateline.records.finding import Reason
from dateline.records.period import Period

#: Periods shorter than this are single incidents, which only an entry for exactly that period answers.
SHORTEST_DAYS = 5
#: How far before a report's day the running total may end that a text without a date cites as the latest.
_TOTAL_BACK_DAYS = 2
CIVILIANS = ("civilians", "civilian")


def ask_casualties(question: Question, ledgers: Ledgers) -> Answers:
    """An entry for exactly the period, whatever its length; a running total near its end; a sum of months."""
    coverage, period = ledgers.casualties.coverage(), question.period
    if question.place is not None and question.place.id != question.country:
        return blocked("no_ledger", "a ledger of casualties by place", coverage)
    if question.part is not None:
        return blocked("no_ledger", f"a ledger that counts these casualties apart ({question.part})", coverage)
    if question.population not in (None, "all", *CIVILIANS):
        return blocked("no_ledger", f"a ledger of {question.population}", coverage)
    measures = ("casualties.killed", "casualties.injured") if question.victim == "both" else (question.measure,)
    short = period.days < SHORTEST_DAYS
    found = _latest_totals(question, ledgers, measures) if question.to_report else ()
    found = found or _exact(question, ledgers, measures)
    if not found and short:
        return blocked("no_ledger", "an event ledger that covers the day", coverage)
    found = found or summed(question, ledgers, measures) or _cumulative(question, ledgers, measures)
    if not found:
        return _missing(question, ledgers)
    # A day's toll in a text may be that of one incident or of another place: the day's entry can bear it out and not
    # refute it. So with civilians, whom the entry counts among others.
    if short:
        found = tuple(_reopened(answer, answer.note) for answer in found)
    narrower = short or all("population" in answer.departs for answer in found)
    return Answers(found, coverage=coverage, whole=found[0].basis == "recorded", narrower=narrower)


def _missing(question: Question, ledgers: Ledgers) -> Answers:
    """Why no entry answers: it was known only after the day, or the ledger has none."""
    ledger, period = ledgers.casualties, question.period
    coverage = ledger.coverage()
    later = ledger.vintages(question.measure, period, date.max)
    if later:
        needs = f"the report's date to be later: the figure for {period} was known from {later[-1].known_at} on"
        return blocked("out_of_coverage", needs, coverage)
    reason: Reason = "out_of_coverage" if period.last > coverage.end else "gap"
    return blocked(reason, f"a published figure for {period}, or for every month in it", coverage)


def _latest_totals(question: Question, ledgers: Ledgers, measures: tuple[str, ...]) -> tuple[Answer, ...]:
    """Running totals from the period's start to its last day and the days before it, the latest first, for a text
    that names no day up to which it counts: it cites the last one that its writer had.

    Where the last day itself has none, the latest total has grown since, by how much the ledger does not say.
    """
    found: list[Answer] = []
    for back in range(min(_TOTAL_BACK_DAYS, question.period.days - 1) + 1):
        asked = replace(question, period=question.period.moved(stop=-back))
        made = _exact(asked, ledgers, measures)
        if back and not found:
            made = tuple(_reopened(a, a.note) if not a.departs else a for a in made)
        found += made if not back else [replace(a, note=_dated(a)) for a in made]
    return tuple(found)


def _dated(answer: Answer) -> str:
    return f"running total to {answer.period.last}, {answer.note}".rstrip(", ")


def _exact(question: Question, ledgers: Ledgers, measures: tuple[str, ...]) -> tuple[Answer, ...]:
    """Vintages known on the day, the latest first; a superseded one is a departure in time."""
    ledger, period = ledgers.casualties, question.period
    if len(measures) == 2:
        return _both(question, ledgers)
    entries = ledger.vintages(measures[0], period, question.as_of)
    newest = {entry.producer: entry for entry in reversed(entries)}
    return tuple(
        _answer(entry, question, ledgers, () if newest[entry.producer] is entry else ("cut_off",)) for entry in entries
    )


def _both(question: Question, ledgers: Ledgers) -> tuple[Answer, ...]:
    """Killed and injured added only where one publication gives both: vintages are never mixed."""
    killed = ledgers.casualties.vintages("casualties.killed", question.period, question.as_of)
    injured = ledgers.casualties.vintages("casualties.injured", question.period, question.as_of)
    found: list[Answer] = []
    for one in killed:
        for two in injured:
            if (one.producer, one.known_at, one.source) == (two.producer, two.known_at, two.source):
                older = any(answer.producer == one.producer for answer in found)
                found.append(_answer(one, question, ledgers, ("cut_off",) if older else (), added=two))
    return tuple(found)


def _answer(
    entry: Entry, question: Question, ledgers: Ledgers, departs: tuple[Reason, ...], added: Entry | None = None
) -> Answer:
    producer = ledgers.producers[entry.producer]
    value = entry.value + (added.value if added else 0.0)
    what = "killed and injured" if added else entry.measure.partition(".")[2]
    if question.population in CIVILIANS and producer.population not in ("", *CIVILIANS):
        departs = ("population", *departs)
    counted = "verified" if producer.bound == "lower" else "recorded"
    return Answer(
        entry.producer, f"{what}, {counted}, {entry.definition}", "exact", entry.period, value, entry.known,
        2 if added else 1, entry.period.days, "recorded", departs, f"published {entry.known_at}",
        sources=(producer.source(f"{producer.title}, published {entry.known_at}", entry.source),),
    )  # fmt: skip


def summed(question: Question, ledgers: Ledgers, measures: tuple[str, ...]) -> tuple[Answer, ...]:
    """The sum of the months' latest vintages, where the period is whole months and every month is there."""
    months = months_of(question.period, ledgers.casualties.coverage().start)
    if len(months) < 2:
        return ()
    entries: list[Entry] = []
    for month in months:
        for measure in measures:
            known = ledgers.casualties.vintages(measure, month, question.as_of)
            if not known:
                return ()
            entries.append(known[0])
    producer = ledgers.producers[entries[0].producer]
    value = sum(entry.value for entry in entries)
    return (
        Answer(
            entries[0].producer, f"sum of {len(months)} months", "sum", question.period, value, "inferred",
            len(entries), question.period.days, low=value * 0.9, high=value * 1.1,
            note="no total was published for the period: sums of months run below it",
            sources=(producer.source("", entries[-1].source),),
        ),
    )  # fmt: skip


def _cumulative(question: Question, ledgers: Ledgers, measures: tuple[str, ...]) -> tuple[Answer, ...]:
    """The last running total published before the day, for a period that runs on to the day."""
    if len(measures) == 2:
        return ()
    ledger: CasualtyLedger = ledgers.casualties
    found = ledger.cumulative(measures[0], question.period.start, question.period.last, question.as_of)
    if not found or (question.period.last - found[0].period.last).days > 100:
        return ()
    answer = _answer(found[0], question, ledgers, ())
    later = f"running total to {found[0].period.last}"
    return (_reopened(answer, later),)


def _reopened(answer: Answer, note: str) -> Answer:
    """The total has grown since, by how much the ledger does not say: only figures below it are refuted."""
    return Answer(
        answer.producer, answer.definition, "cumulative", answer.period, answer.value, answer.known, answer.rows,
        answer.days, "recorded", answer.departs, note, low=answer.value, high=float("inf"), sources=answer.sources,
    )  # fmt: skip


def months_of(period: Period, series_start: date) -> tuple[Period, ...]:
    """The calendar months that make up `period`, empty where its ends are not those of months. The first month counts
    from `series_start`, on which the ledger begins."""
    found = []
    start = period.start
    if start.day != 1 and start != series_start:
        return ()
    while start < period.stop:
        after = date(start.year + start.month // 12, start.month % 12 + 1, 1)
        found.append(Period.through(start, after - timedelta(days=1), "month"))
        start = after
    return tuple(found) if start == period.stop else ()

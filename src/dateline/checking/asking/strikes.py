"""Strikes: one night by its end date, or by its first; a stretch as the sum of its nights; several definitions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateline.checking.answers import Answer, Answers, Question, blocked
from dateline.ledgers import Ledgers
from dateline.ledgers.strikes import StrikesLedger, Tally
from dateline.records.finding import Reason, Source
from dateline.records.period import Period

#: The ledger's rows for these hold decoys too: a smaller count of the weapon proper is not refuted.
_WITH_DECOYS = frozenset({"shahed"})


@dataclass(frozen=True, slots=True)
class _Counted:
    """A tally (and that of drones alone) under one period convention."""

    tally: Tally
    drones: Tally
    period: Period
    convention: str
    note: str
    alone: bool = False
    moved: bool = False


def ask_strikes(question: Question, ledgers: Ledgers) -> Answers:
    ledger = ledgers.strikes
    coverage, period = ledger.coverage(), question.period
    weapon = question.weapon
    if weapon is not None and weapon not in ledgers.weapons:
        return blocked("no_ledger", f"a ledger that counts {weapon}")
    if period.last < coverage.start or (period.start > coverage.end):
        return blocked(
            "out_of_coverage", f"bulletins for {period}; the ledger has {coverage.start} to {coverage.end}", coverage
        )
    if period.last > coverage.end and question.as_of > coverage.end:
        return blocked("out_of_coverage", f"bulletins after {coverage.end}", coverage)
    if question.measure == "strikes.lost" and period.last >= ledger.merged_from:
        return blocked(
            "no_ledger", f"a count of the lost apart from the shot down, which ends on {ledger.merged_from}", coverage
        )
    if _abroad(question):
        return blocked("no_ledger", "a ledger of strikes on the place named", coverage)
    narrower = question.place is not None and question.place.id != question.country
    early = period.start < coverage.start
    found = [
        replace(
            answer,
            departs=_departs(answer, narrower or counted.alone, early, *(("cut_off",) if counted.moved else ())),
            sources=_sources(ledgers, answer.period),
        )
        for counted in _counted(question, ledger, weapon)
        for answer in _defined(question, counted, weapon, ledger)
    ]
    if not found:
        return blocked("gap", f"the bulletin of {period}", coverage)
    found += [
        replace(answer, departs=_departs(answer, narrower, early, "definition"), exact=True,
                definition=f"{answer.definition}, {name}", sources=_sources(ledgers, answer.period))
        for other, name in _other_populations(weapon)
        for counted in _counted(question, ledger, other)
        if not counted.alone
        for answer in _defined(question, counted, other, ledger)
    ]  # fmt: skip
    return Answers(tuple(found), coverage=coverage, whole=not early, narrower=narrower)


def _abroad(question: Question) -> bool:
    """A country or region that is not of the country whose defender counts."""
    place = question.place
    return place is not None and place.level in ("country", "region") and not place.id.startswith(question.country)


def _departs(answer: Answer, narrower: bool, early: bool, *more: Reason) -> tuple[Reason, ...]:
    found: list[Reason] = ["scope"] if narrower else []
    found += ["coverage"] if early else []
    return (*found, *answer.departs, *more)


def _other_populations(weapon: str | None) -> tuple[tuple[str | None, str], ...]:
    """What the press conflates with the weapon named: all with drones, drones with all."""
    if weapon == "drone":
        return ((None, "missiles counted in"),)
    return (("drone", "drones only"),) if weapon is None else ()


def _counted(question: Question, ledger: StrikesLedger, weapon: str | None) -> Iterator[_Counted]:
    period, as_of = question.period, question.as_of
    if period.granularity == "week" and period.days == 7:
        yield from _other_weeks(question, ledger, weapon)
    if period.days > 1:
        tally, nights = ledger.over(period, weapon, as_of)
        drones, _ = ledger.over(period, "drone", as_of)
        if nights:
            last = min(period.last, as_of)
            yield _Counted(
                tally, drones, Period.through(period.start, last), "nights", f"{nights} nights with bulletins"
            )
        if period.days <= _SHORT and period.granularity not in ("month", "week"):
            yield from _other_nights(question, ledger, weapon)
        elif period.granularity in ("span", "year") and period.days > _SHORT:
            yield from _closed_before(question, ledger, weapon)
        return
    for step in (0, 1):
        # "On Sunday": the bulletin of Monday morning is of that Sunday's night, which departs in its cut-off.
        moved = step > 0 and period.granularity != "night"
        night = period.start + timedelta(days=step)
        whole = ledger.night(night, weapon) if night <= as_of else None
        if whole is None:
            continue
        name = "night ending on the date" if not step else "night named by its first day"
        drones_all = ledger.night(night, "drone") or Tally()
        yield _Counted(whole, drones_all, Period.of_day(night, "night"), f"night{step:+d}", name, moved=moved)
        part = ledger.night(night, weapon, overnight_only=True)
        if part is not None and (part.launched, part.destroyed) != (whole.launched, whole.destroyed):
            drones_part = ledger.night(night, "drone", overnight_only=True) or Tally()
            note = f"{name}, overnight window only"
            yield _Counted(part, drones_part, Period.of_day(night, "night"), f"overnight{step:+d}", note, moved=moved)
        windows = zip(ledger.windows(night, weapon), ledger.windows(night, "drone"), strict=True)
        for count, (window, drones) in enumerate(windows, 1):
            if not window.launched or _one_kind(weapon, window, drones, whole, drones_all):
                continue  # a bulletin without what is counted says nothing of it
            note = f"{name}, one of that day's bulletins"
            period_shown = Period.of_day(night, "night")
            yield _Counted(window, window, period_shown, f"window{count}{step:+d}", note, alone=True, moved=moved)


def _one_kind(weapon: str | None, window: Tally, drones: Tally, whole: Tally, whole_drones: Tally) -> bool:
    """Whether all weapons are asked for, the night had both drones and missiles, and the bulletin tells of one kind."""
    mixed = 0 < whole_drones.launched < whole.launched
    return weapon is None and mixed and drones.launched in (0.0, window.launched)


#: In the first so many days of a month "this year" is most often told up to the end of the month before.
_FRESH: Final = 3


def _closed_before(question: Question, ledger: StrikesLedger, weapon: str | None) -> Iterator[_Counted]:
    """A long count that runs into the first days of a month, as it stood when the month before had ended, and a day
    before its last."""
    period = question.period
    days = {1, period.last.day} if period.last.day <= _FRESH else {1}
    for back in sorted(days):
        other = period.moved(0, -back)
        tally, nights = ledger.over(other, weapon, question.as_of)
        if nights and other.last <= question.as_of:
            drones, _ = ledger.over(other, "drone", question.as_of)
            yield _Counted(tally, drones, Period(other.start, other.stop), f"nights {other}", f"{nights} nights",
                           moved=True)  # fmt: skip


#: Up to so many days a run of nights is told by its first days as often as by its last.
_SHORT: Final = 10


def _other_nights(question: Question, ledger: StrikesLedger, weapon: str | None) -> Iterator[_Counted]:
    """ "From 6 to 9 June", "since Monday": the night that ended on the first morning may be left out, and the one that
    began on the last evening counted in; they depart in their cut-off only."""
    for start, stop in ((1, 0), (1, 1), (0, 1)):
        other = question.period.moved(start, stop)
        tally, nights = ledger.over(other, weapon, question.as_of)
        if nights and other.last <= question.as_of:
            drones, _ = ledger.over(other, "drone", question.as_of)
            yield _Counted(tally, drones, Period(other.start, other.stop), f"nights {other}", f"{nights} nights",
                           moved=True)  # fmt: skip


def _other_weeks(question: Question, ledger: StrikesLedger, weapon: str | None) -> Iterator[_Counted]:
    """ "Over the past week", said on a Sunday and printed on a Monday: the seven days to the day before, and the last
    whole week from Monday to Sunday, depart in their cut-off only."""
    period = question.period
    monday = period.last - timedelta(days=period.last.weekday() + 7 * (period.last.weekday() != 6))
    monday = monday if period.last.weekday() != 6 else period.start
    for other in (period.moved(-1, -1), Period(monday, monday + timedelta(days=7), "span")):
        tally, nights = ledger.over(other, weapon, question.as_of)
        if nights and other.start != period.start:
            shown = Period(other.start, other.stop)
            yield _Counted(tally, tally, shown, f"week from {other.start}", f"{nights} nights", moved=True)


def _defined(question: Question, counted: _Counted, weapon: str | None, ledger: StrikesLedger) -> Iterator[Answer]:
    """The measure's value under its standard definition, then under the admissible others."""
    for definition, value, departs in _values(question.measure, counted, ledger.merged_from):
        low, high = open_range(question.measure, counted.tally, weapon, value)
        if question.measure == "strikes.intercepted" and _crosses(counted.period, ledger.merged_from):
            low, high = counted.tally.destroyed, max(value, high or value)
        yield Answer(
            ledger.producer, definition, f"{counted.convention} {definition}", counted.period, value, "inferred",
            counted.tally.rows, counted.period.days, departs=departs, note=counted.note, low=low, high=high,
            ceiling=question.measure == "strikes.through",
        )  # fmt: skip
    if question.measure == "strikes.launched" and counted.tally.ambiguous:
        yield Answer(
            ledger.producer, "launched, rows of combined models counted in", f"{counted.convention} combined",
            counted.period, counted.tally.launched + counted.tally.ambiguous, "inferred", counted.tally.rows + 1,
            counted.period.days, departs=("definition",), note=counted.note, exact=True,
        )  # fmt: skip


def _values(measure: str, counted: _Counted, merged_from: date) -> Iterator[tuple[str, float, tuple[Reason, ...]]]:
    tally, split = counted.tally, counted.period.start < merged_from and counted.tally.lost > 0
    if measure == "strikes.launched":
        yield "launched", tally.launched, ()
    elif measure == "strikes.lost":
        yield "lost or jammed", tally.lost, ()
    elif measure == "strikes.intercepted" and _crosses(counted.period, merged_from):
        # Over the day on which the definition changes only what both hold can be added.
        yield "shot down, lost or jammed", tally.destroyed + tally.lost, ()
    elif measure == "strikes.intercepted":
        yield "shot down" if split else "shot down or suppressed", tally.destroyed, ()
        if split:
            yield "shot down, lost or jammed", tally.destroyed + tally.lost, ()
    else:
        rest = tally.launched - tally.destroyed - tally.lost
        yield "launched less shot down, lost and still flying", rest - tally.still, ()
        if tally.lost != counted.drones.lost and counted.drones.launched < tally.launched:
            drones_lost = tally.launched - tally.destroyed - counted.drones.lost - tally.still
            yield "launched less shot down and drones lost", drones_lost, ()
        if tally.still:
            yield "launched less shot down and lost", rest, ("definition",)


def _crosses(period: Period, merged_from: date) -> bool:
    """Does the definition of the shot down change inside?"""
    return period.start < merged_from <= period.last


def open_range(measure: str, tally: Tally, weapon: str | None, value: float) -> tuple[float | None, float | None]:
    """The least and the most that rows of a combined model, or without a count, leave the value open to be."""
    low, high = value, value + tally.ambiguous
    if weapon in _WITH_DECOYS:
        low = 0.0
    if tally.unknown and tally.rows <= 20:
        high = float("inf") if measure == "strikes.launched" else tally.launched
    return (low, high) if (low, high) != (value, value) else (None, None)


def _sources(ledgers: Ledgers, period: Period) -> tuple[Source, ...]:
    producer = ledgers.producers[ledgers.strikes.producer]
    found = []
    for address in ledgers.strikes.sources(period, limit=2):
        found.append(producer.source(f"{producer.name} bulletin, {period}", address))
    return (*found, producer.source())

"""Territory: net change is the headline sense; gross gain, moved ends and published totals are further readings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateline.checking.answers import Answer, Answers, Question, blocked
from dateline.ledgers import Ledgers
from dateline.ledgers.territory import Change, Snapshot, TerritoryLedger
from dateline.records.entry import Entry
from dateline.records.finding import Reason, Source
from dateline.records.period import Period

#: Either end moved by one snapshot, and both moved the same way: a map-maker's cut-off hour differs from the mirror's.
_SHIFTS = ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1))
#: Stands for the ledger's own map-maker until the answers are handed out.
_MAPPED = ""
#: A map older than this says nothing about the day asked.
STALE_DAYS = 7
_PUBLISHED = {
    "territory.held": ("territory.held",),
    "territory.net_change": ("territory.net_change", "territory.gained"),
    "territory.gained": ("territory.gained", "territory.net_change"),
    "territory.lost": ("territory.lost",),
}


def ask_territory(question: Question, ledgers: Ledgers) -> Answers:
    ledger = ledgers.territory
    scoped = _scope(question, ledgers)
    if scoped is None:
        return blocked("no_ledger", "area held is computed for the country and its first-level regions only")
    place, departs = scoped
    recorded = _recorded(question, ledgers) if place is None and not departs else ()
    coverage, period = ledger.coverage(), question.period
    late = min(period.last, question.as_of)
    if period.start < ledger.days[0] or (late - ledger.days[-1]).days > STALE_DAYS:
        if recorded:
            return Answers(recorded, coverage=coverage, whole=False)
        return blocked(
            "out_of_coverage", f"maps for {period}; the ledger has {coverage.start} to {coverage.end}", coverage
        )
    gaps = ledger.flagged(period.start, period.stop)
    if question.measure == "territory.held":
        computed = _held(question, ledger, place)
    elif period.days <= 2 and any(gap.flag in ("gap", "frozen") and period.contains(gap.start) for gap in gaps):
        return blocked("gap", f"a map of its own for each day of {period}", coverage)
    else:
        computed = _flow(question, ledger, place)
    if not computed and not recorded:
        return blocked("gap", f"two maps that differ between {period.start} and {period.last}", coverage)
    source = _source(ledgers)
    computed = tuple(
        replace(a, producer=ledger.producer, departs=(*departs, *a.departs), sources=source(a)) for a in computed
    )
    return Answers((*recorded, *computed), coverage=coverage, gaps=gaps, narrower=bool(departs))


def _scope(question: Question, ledgers: Ledgers) -> tuple[str | None, tuple[Reason, ...]] | None:
    place = question.place
    if place is None or place.id == question.country:
        return None, ()
    if ledgers.territory.has(place.id):
        return place.id, ()
    # What a party says of its stretch of the front fits the whole country's figure only by chance.
    party = question.claimed_by is not None and ledgers.producers[question.claimed_by].standing == "party"
    return (None, ("scope",)) if place.level == "area" and not party else None


def _held(question: Question, ledger: TerritoryLedger, place: str | None) -> tuple[Answer, ...]:
    when = question.period.last
    at = ledger.index(when, question.as_of)
    if at is None or (when - ledger.days[at]).days > STALE_DAYS:
        return ()
    made = [_held_answer(ledger.snapshot(at, place), "area held", "held", ())]
    for step in (-1, 1):
        if 0 <= at + step < len(ledger.days) and ledger.days[at + step] <= question.as_of:
            snapshot = ledger.snapshot(at + step, place)
            made.append(_held_answer(snapshot, "area held, one snapshot aside", f"held{step:+d}", ("cut_off",)))
    return tuple(made)


def _held_answer(found: Snapshot, definition: str, convention: str, departs: tuple[Reason, ...]) -> Answer:
    period = Period.of_day(found.day)
    return Answer(_MAPPED, definition, convention, period, found.value_km2, "inferred", 1, 1, departs=departs)


def _flow(question: Question, ledger: TerritoryLedger, place: str | None) -> tuple[Answer, ...]:
    start, stop, as_of = question.period.start, question.period.stop, question.as_of
    net = ledger.net(start, stop, place, as_of)
    gained = ledger.summed(start, stop, place, as_of)
    lost = ledger.summed(start, stop, place, as_of, lost=True)
    if net is None or gained is None or lost is None:
        return ()
    name, turned = "net change", question.measure == "territory.lost"
    if turned:  # what was lost in all is smaller than what was lost day by day, where some of it was gained again
        name = "net loss"
        found = [_change(lost, "lost, summed by day", "lost")]
        found += [_change(_fallen(net), name, "net", ("definition",))] if net.value_km2 < 0 else []
    elif question.measure == "territory.gained":
        found = [_change(gained, "gained, summed by day", "gross"), _change(net, name, "net", ("definition",))]
    else:
        gross = "gained, summed by day, before losses"
        found = [_change(net, name, "net"), _change(gained, gross, "gross", ("definition",))]
    for shift in _SHIFTS:
        moved = ledger.net(start, stop, place, as_of, shift)
        if moved is not None and (moved.value_km2 < 0 or not turned):
            convention = f"net{shift[0]:+d}{shift[1]:+d}"
            shown = _fallen(moved) if turned else moved
            found.append(_change(shown, f"{name}, ends moved by one snapshot", convention, ("cut_off",)))
    return tuple(found)


def _fallen(found: Change) -> Change:
    """A net change told as a loss: how much less was held at its end."""
    return replace(found, value_km2=-found.value_km2)


def _change(found: Change, definition: str, convention: str, departs: tuple[Reason, ...] = ()) -> Answer:
    period = Period(found.first.day, found.last.day)
    note = f"maps of {found.first.day} and {found.last.day}"
    return Answer(
        _MAPPED, definition, convention, period, found.value_km2, "inferred", found.rows, found.days,
        departs=departs, note=note,
    )  # fmt: skip


def _recorded(question: Question, ledgers: Ledgers) -> tuple[Answer, ...]:
    """Totals that map-makers published for exactly the period; of one maker's vintages the latest comes first."""
    if not ledgers.available("area_published"):
        return ()
    measures = _PUBLISHED[question.measure]
    period = question.period
    entries = list(ledgers.area_published.published(measures, period, question.as_of))
    if question.measure == "territory.held":
        entries += _held_before(question, ledgers)
    early = ledgers.area_published.nearly(measures, period, question.as_of)
    seen: set[tuple[str, str]] = set()
    found = []
    for entry in (*entries, *early):
        superseded = (entry.producer, entry.definition) in seen or entry in early
        seen.add((entry.producer, entry.definition))
        found.append(_published(entry, question, ledgers, superseded))
    return tuple(found)


def _held_before(question: Question, ledgers: Ledgers) -> list[Entry]:
    """A published total of the day before speaks for the day: it was drawn up at its end."""
    day: date = question.period.last - timedelta(days=1)
    return list(ledgers.area_published.published(("territory.held",), Period.of_day(day), question.as_of))


def _published(entry: Entry, question: Question, ledgers: Ledgers, superseded: bool) -> Answer:
    producer = ledgers.producers[entry.producer]
    own = question.claimed_by is not None and ledgers.producers.root(question.claimed_by) == ledgers.producers.root(
        entry.producer
    )
    departs: tuple[Reason, ...] = ()
    gross = entry.measure == "territory.gained" and question.measure == "territory.net_change"
    if gross or (producer.includes and not own):
        departs = ("definition",)
    elif superseded:
        departs = ("cut_off",)
    high = entry.high if entry.high is not None or entry.low is None else entry.low * 1.05
    source = producer.source(f"{producer.title}, {entry.period}", entry.source)
    return Answer(
        entry.producer, f"published: {entry.definition}", f"published {entry.producer}", entry.period, entry.value,
        entry.known, 1, entry.period.days, "recorded", departs, f"published {entry.known_at}",
        low=entry.low, high=high, sources=(source,),
    )  # fmt: skip


def _source(ledgers: Ledgers) -> Callable[[Answer], tuple[Source, ...]]:
    """Finds the files that an answer was worked out from."""
    producer, ledger = ledgers.producers[ledgers.territory.producer], ledgers.territory

    def sources(answer: Answer) -> tuple[Source, ...]:
        days = (
            (answer.period.start,)
            if answer.definition.startswith("area")
            else (answer.period.start, answer.period.stop)
        )
        found = []
        for when in days:
            at = ledger.index(when, when)
            if at is not None:
                file = ledger.snapshot(at, None)
                found.append(producer.source(f"{producer.title}: {file.source}", "", file.sha256))
        return tuple(found)

    return sources

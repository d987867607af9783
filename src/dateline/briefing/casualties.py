"""The section on the killed and injured: what a body published in the period, and its running totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateline.briefing.asking import Desk, credit, day, inside, trailing, whole
from dateline.briefing.draft import Picture, Section, Sentence, Stated, said
from dateline.figures import Figure
from dateline.publishing import charts
from dateline.records.period import Period

_KILLED, _INJURED = "casualties.killed", "casualties.injured"
_BARS = 13


def section(desk: Desk) -> Section | None:
    """The section, None where the theatre has no ledger of casualties."""
    if not desk.ledgers.available("casualties"):
        return None
    running = desk.ledgers.casualties.runs(_KILLED)
    made = list(_totals(desk)) if running else list(_published(desk))
    if not made:
        made = [said("No body's figure was published in this period, as far as the ledger goes.")]
    made += _cautions(desk)
    sources = dict.fromkeys((s.title, s.url) for f in _behind(desk) for s in f.sources)
    return Section("Killed and injured", tuple(made), tuple(_pictures(desk)), tuple(sources))


def total(desk: Desk, last: date, measure: str) -> Figure | None:
    """The running total since the war began, to the end of `last` exactly."""
    if desk.theatre.war_start is None or not desk.ledgers.available("casualties"):
        return None
    runs = desk.ledgers.casualties.runs(measure)
    entry = runs[0].total(last + timedelta(days=1), desk.as_of) if runs else None
    return desk.ask(measure, whole(desk.theatre.war_start, last)) if entry is not None else None


def toll(desk: Desk, found: Figure, last: date, ending: str) -> Sentence:
    """People killed (or injured) up to `last` since the war began."""
    word = found.measure.partition(".")[2]
    return said(
        f"By {day(last)}, {{}} had been {word} in {desk.theatre.country.name} since "
        f"{day(found.period.start)}{ending}.",
        Stated(f"{found.value:,.0f} people", found.measure, found.value, found.query),
        about=f"the total of people {word}",
    )  # fmt: skip


def reported(desk: Desk, measure: str) -> Figure | None:
    """The sum of a body's reports that tile the whole period, None where some day has none or nobody reports so."""
    if not desk.ledgers.available("casualties") or not desk.ledgers.casualties.runs(measure):
        return None
    found = desk.ask(measure)
    whole_of_it = found is not None and bool(found.value) and not found.readings[0].departs
    return found if whole_of_it and found is not None and found.readings[0].period == desk.period else None


def over(desk: Desk, found: Figure, ending: str) -> Sentence:
    """People killed (or injured) in the period."""
    word = found.measure.partition(".")[2]
    return said(
        f"{desk.when}, {{}} were {word} in {desk.theatre.country.name}{ending}.",
        Stated(f"{found.value:,.0f} people", found.measure, found.value, found.query),
        about=f"the people {word} in the period",
    )  # fmt: skip


def _totals(desk: Desk) -> Iterator[Sentence]:
    """What was reported in the period, where its reports leave no day out; then the totals at the end of the period and
    on the eve of it: what older cases were admitted is in both."""
    made: list[Sentence] = []
    for measure in (_KILLED, _INJURED):
        summed = reported(desk, measure)
        if summed is not None:
            made.append(over(desk, summed, _credit(desk, summed, made)))
    for last in (desk.period.last, desk.period.start - timedelta(days=1)):
        for measure in (_KILLED, _INJURED):
            found = total(desk, last, measure)
            if found is not None and found.value is not None and found.period.start < last:
                sentence = toll(desk, found, last, _credit(desk, found, made))
                made.append(replace(sentence, opens=measure == _KILLED))
    yield from made


def _credit(desk: Desk, figure: Figure, before: list[Sentence]) -> str:
    """The producer, with its standing where it is named for the first time."""
    producer = desk.producer(figure)
    return f", according to {producer.name}" if before else f", {credit(producer)}"


def _published(desk: Desk) -> Iterator[Sentence]:
    """Every month whose figure first came out in the period, in the vintage known on the day of the brief; and the
    period itself, where it is a month and its figure is known."""
    for stretch in _months(desk):
        killed, injured = desk.ask(_KILLED, stretch), desk.ask(_INJURED, stretch)
        if killed is None or killed.value is None:
            continue
        figures = [_people(killed, f"{killed.value:,.0f} civilians killed")]
        if injured is not None and injured.value is not None:
            figures.append(_people(injured, f"{injured.value:,.0f} injured"))
        name = desk.producer(killed).name
        yield said(
            f"{name[0].upper()}{name[1:]} counted {' and '.join('{}' for _ in figures)} in "
            f"{desk.theatre.country.name} {inside(stretch)}.", *figures, about="the civilians killed and injured",
        )  # fmt: skip


def _months(desk: Desk) -> list[Period]:
    first: dict[tuple[date, date], date] = {}
    for entry in desk.ledgers.casualties.entries:
        span = (entry.period.start, entry.period.last)
        if entry.measure == _KILLED and whole(*span).granularity == "month" and not entry.dimensions:
            first[span] = min(first.get(span, date.max), entry.known_at)
    own = (desk.period.start, desk.period.last)
    return [
        whole(*span)
        for span, known in sorted(first.items())
        if known <= desk.as_of and (span == own or desk.period.start <= known <= desk.period.last)
    ]


def _cautions(desk: Desk) -> Iterator[Sentence]:
    """What the bodies' figures are and are not, as their producers are declared."""
    for name in dict.fromkeys(f.readings[0].producer for f in _behind(desk) if f.readings):
        producer = desk.ledgers.producers[name]
        if producer.bound == "lower":
            yield said("These are verified cases, a minimum: the actual figures are likely considerably higher.",
                       opens=True)  # fmt: skip
        if producer.population == "all":
            yield said("Civilians and combatants are not told apart, and cases admitted later are in the totals.",
                       opens=True)  # fmt: skip


def _behind(desk: Desk) -> list[Figure]:
    if desk.ledgers.casualties.runs(_KILLED):
        found = [total(desk, desk.period.last, _KILLED)]
    else:
        found = [desk.ask(_KILLED, stretch) for stretch in _months(desk)]
    return [figure for figure in found if figure is not None]


def _pictures(desk: Desk) -> Iterator[Picture]:
    stretch, by = trailing(desk.period, _BARS)
    if by != "month" and not desk.ledgers.casualties.runs(_KILLED):
        return
    found = desk.ask(_KILLED, stretch, by=by)
    if found is None:
        return
    points = tuple(replace(p, lit=p.start == desk.period.start) for p in found.series.points)
    svg = charts.draw(replace(found.series, points=points), "brief-killed", standalone=True)
    if svg:
        yield Picture("killed", f"Killed, by {by}", svg)


def _people(figure: Figure, words: str) -> Stated:
    return Stated(words, figure.measure, figure.value, figure.query)

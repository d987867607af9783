"""Facts that are looked up and not counted: terms of office, meetings, weekdays, the length of the war."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from dateline.checking.answers import Answer
from dateline.checking.frames.calendars import elapsed as reckoned
from dateline.figures.shape import Asked, Figure, FigureError
from dateline.ledgers import MEASURES, Ledgers
from dateline.ledgers.officials import Term, office_words
from dateline.records.finding import Coverage, Source
from dateline.records.period import Period
from dateline.records.series import Series
from dateline.theatres.loader import Theatre

ROLE_KEYS = ("person", "office", "country")


def roles(asked: Asked, home: Theatre, ledgers: Ledgers) -> Figure:
    """Terms of office that the filters name and that touch the period; where a person has none then, all of theirs."""
    _only(asked, ROLE_KEYS)
    if "person" not in asked.where and "office" not in asked.where:
        raise FigureError("officials.role: add --where 'person=NAME' or --where 'office=OFFICE'")
    found = [t for t in _terms(asked, ledgers) if asked.where.get("country") in (None, t.country)]
    inside = [t for t in found if _touches(t, asked.period)]
    if not found:
        raise FigureError(f"officials.role: nobody in the ledger fits {' '.join(asked.where.values())}")
    readings = [
        Answer("officials", f"{t.person}, {t.office}, {t.country}", "term", _span(t), 1.0, "recorded", 1, 1, "recorded",
               note=f"from {t.start or 'an unknown day'} to {t.stop or 'now'}", sources=(_source(t.source, t.person),))
        for t in inside or found
    ]  # fmt: skip
    return _figure(asked, home, float(len(inside)), readings, ledgers.officials.coverage())


def meetings(asked: Asked, home: Theatre, ledgers: Ledgers) -> Figure:
    """Direct talks that were held in the period."""
    _only(asked, ())
    readings = [
        Answer("talks", f"{m.kind}, {m.place}", "meeting", Period.through(m.start, m.last), 1.0, "recorded", 1,
               (m.last - m.start).days + 1, "recorded", note=f"{m.start}; {m.parties}",
               sources=(_source(m.source, m.kind),))
        for m in ledgers.talks.direct()
        if asked.period.overlaps(Period.through(m.start, m.last))
    ]  # fmt: skip
    return _figure(asked, home, float(len(readings)), readings, ledgers.talks.coverage())


def weekday(asked: Asked, home: Theatre, ledgers: Ledgers) -> Figure:
    """The weekday of the first day, 1 for Monday."""
    _only(asked, ())
    day = asked.period.start
    reading = Answer("calendar", f"{day:%A}", "weekday", Period.of_day(day), float(day.isoweekday()), "recorded", 1, 1)
    return _figure(asked, home, reading.value, [reading], None)


def elapsed(asked: Asked, home: Theatre, ledgers: Ledgers) -> Figure:
    """Days from the first to the last, and the same in whole years and days."""
    _only(asked, ())
    start, end = asked.period.start, asked.period.last
    years = end.year - start.year - ((end.month, end.day) < (start.month, start.day))
    since = _anniversary(start, years)
    said = f"{years} years and {(end - since).days} days; year {years + 1}"
    unit = (asked.into or "days").removeprefix("nth-").removesuffix("s")
    days = float((end - start).days)
    value = reckoned(start, end, unit, ordinal=(asked.into or "").startswith("nth-"))
    event = next((e for e in ledgers.calendar.events.values() if e.start == start), None)
    sources = (_source(event.source, event.name),) if event else ()
    note = f"since: {event.name}" if event else ""
    reading = Answer("calendar", said, "elapsed", asked.period, value, "recorded", 1, int(days) or 1, note=note,
                     sources=sources)  # fmt: skip
    return replace(_figure(asked, home, value, [reading], None), unit=f"{unit}s")


#: What looks up each measure that is not counted.
FACTS: Mapping[str, Callable[[Asked, Theatre, Ledgers], Figure]] = MappingProxyType({
    "officials.role": roles,
    "talks.meetings": meetings,
    "calendar.weekday": weekday,
    "calendar.elapsed": elapsed,
})  # fmt: skip


def _figure(asked: Asked, home: Theatre, value: float, readings: list[Answer], coverage: Coverage | None) -> Figure:
    info = MEASURES[asked.measure]
    return Figure(
        measure=asked.measure,
        unit=info.unit,
        period=asked.period,
        place=home.country,
        as_of=asked.as_of,
        value=value,
        readings=tuple(readings),
        series=Series(asked.measure, info.unit, (), info.name, readings[0].producer if readings else ""),
        flags=(),
        coverage=coverage,
        sources=tuple(dict.fromkeys(source for a in readings for source in a.sources)),
        definition=info.definition,
        query=asked.query,
    )


def _only(asked: Asked, keys: tuple[str, ...]) -> None:
    for key in asked.where:
        if key not in keys:
            raise FigureError(f"--where {key}: {asked.measure} can be filtered by {', '.join(keys) or 'nothing'}")


def _terms(asked: Asked, ledgers: Ledgers) -> list[Term]:
    person, office = asked.where.get("person"), asked.where.get("office")
    if person is None:
        return list(ledgers.officials.of_office(office or "", asked.where.get("country")))
    terms = list(ledgers.officials.of_person(person))
    wanted = office_words(office) if office else None
    named = [t for t in terms if wanted and any(office_words(o) == wanted for o in t.offices)]
    return named or terms


def _touches(term: Term, period: Period) -> bool:
    return (term.start is None or term.start <= period.last) and (term.stop is None or period.start <= term.stop)


def _span(term: Term) -> Period:
    start = term.start or date.min
    return Period.through(start, max(start, term.stop or date(9999, 12, 30)))


def _source(url: str, title: str) -> Source:
    return Source("ledger", title, url)


def _anniversary(start: date, years: int) -> date:
    try:
        return start.replace(year=start.year + years)
    except ValueError:  # 29 February
        return date(start.year + years, 3, 1)

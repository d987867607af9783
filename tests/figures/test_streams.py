"""Any declared measure from entries alone, through the same figure."""

from __future__ import annotations

from datetime import date

from dateline.figures import Shown, figure
from dateline.ledgers import Ledgers
from dateline.records.entry import Entry
from dateline.records.period import Period
from dateline.records.place import Place
from dateline.theatres import loader


def event(number: int, day: int, place: str, kind: str, killed: float) -> list[Entry]:
    period = Period.of_day(date(2024, 5, day))
    dimensions = (("event", str(number)), ("kind", kind))
    common = {"period": period, "place": place, "producer": "coder", "known_at": date(2024, 12, 31),
              "known": "recorded", "source": "https://example.org/events", "dimensions": dimensions}  # fmt: skip
    return [
        Entry(measure="events.count", value=1.0, **common),  # type: ignore[arg-type]
        Entry(measure="casualties.killed", value=killed, low=killed - 1, high=killed + 2, **common),  # type: ignore[arg-type]
    ]


ENTRIES = [
    *event(1, 2, "UA-14", "battle", 3),
    *event(2, 2, "UA-23", "battle", 4),
    *event(3, 20, "UA-14", "shelling", 5),
    *event(4, 31, "UA-14", "shelling", 1),
]


def ask(measure: str, **options: object) -> Shown:
    ledgers = Ledgers(loader.load("ukraine").folder, ENTRIES)
    return figure(measure, date(2024, 5, 1), date(2024, 5, 31), ledgers=ledgers, as_of=date(2026, 1, 1), **options)  # type: ignore[arg-type]


def test_events_are_counted_by_region_and_kind() -> None:
    assert ask("events.count").value == 4
    by_region = {p.label: p.value for p in ask("events.count", by="region").series.points}
    assert (by_region["UA-14"], by_region["UA-23"]) == (3, 1)
    assert {p.label: p.value for p in ask("events.count", by="kind").series.points} == {"battle": 2, "shelling": 2}
    assert ask("events.count", where={"kind": "shelling"}).value == 2
    assert ask("events.count", place=Place("Donetsk", "UA-14", "region")).value == 3


def test_a_coders_toll_stands_beside_the_familys_own_and_is_not_added() -> None:
    found = ask("casualties.killed")
    values = {(a.producer, a.value, a.low, a.high) for a in found.readings}
    assert ("coder", 13, 9, 21) in values
    assert found.value == 174
    assert ask("casualties.killed", place=Place("Donetsk", "UA-14", "region")).value == 9
    assert ask("casualties.killed", producer="coder").low == 9


def test_weeks_of_events_and_their_change() -> None:
    weeks = [p.value for p in ask("events.count", by="week").series.points]
    assert sum(v or 0.0 for v in weeks) == 4
    assert ask("events.count", form="rate").value == 4 / 30

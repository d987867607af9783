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
    ledgers = Ledgers(loader.load("ukraine").folder, series=ENTRIES)
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


def test_definitions_of_one_coder_that_overlap_are_a_choice_and_no_value() -> None:
    month = Period.through(date(2024, 5, 1), date(2024, 5, 31))
    made = [
        Entry("events.count", month, "UA-14", value, "coder", date(2024, 6, 7), "recorded", "https://example.org",
              definition=f"{kind}, months", dimensions=(("kind", kind),))
        for kind, value in (("violence", 50.0), ("violence against civilians", 9.0))
    ]  # fmt: skip
    ledgers = Ledgers(loader.load("ukraine").folder, series=made)
    whole = figure("events.count", month.start, month.last, ledgers=ledgers, as_of=date(2026, 1, 1))
    assert whole.value is None
    assert "2 definitions" in whole.said[0]
    assert sorted(a.value for a in whole.readings) == [9, 50]
    one = figure("events.count", month.start, month.last, ledgers=ledgers, as_of=date(2026, 1, 1),
                 where={"kind": "violence"})  # fmt: skip
    assert one.value == 50


def test_everyone_comes_before_a_part_and_civilians_are_found_in_ucdps_word() -> None:
    day = Period.of_day(date(2024, 5, 2))
    made = [
        Entry("casualties.killed", day, "UA-14", value, "coder", date(2024, 12, 31), "recorded", "https://example.org",
              dimensions=(("event", "1"), ("population", population)))
        for population, value in (("deaths_civilians", 2.0), ("all", 6.0))
    ]  # fmt: skip
    ledgers = Ledgers(loader.load("ukraine").folder, series=made)
    asked = {"ledgers": ledgers, "as_of": date(2026, 1, 1), "producer": "coder"}
    assert figure("casualties.killed", day.start, day.last, **asked).value == 6  # type: ignore[arg-type]
    civilians = figure("casualties.killed", day.start, day.last, where={"population": "civilians"}, **asked)  # type: ignore[arg-type]
    assert civilians.value == 2

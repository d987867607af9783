"""The ledger of series: what may be added is, what may not stays apart."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.ledgers.pieces import pieces
from dateline.ledgers.series import SeriesLedger
from dateline.records.entry import Entry
from dateline.records.period import Period

TODAY = date(2026, 1, 1)
MAY = Period(date(2024, 5, 1), date(2024, 6, 1), "month")
QUARTER = Period(date(2024, 4, 1), date(2024, 7, 1))


def entry(
    measure: str,
    start: str,
    last: str,
    value: float,
    *,
    place: str = "",
    producer: str = "coder",
    definition: str = "",
    known: str = "2024-12-31",
    low: float | None = None,
    high: float | None = None,
    **dimensions: str,
) -> Entry:
    period = Period.through(date.fromisoformat(start), date.fromisoformat(last))
    return Entry(measure, period, place, value, producer, date.fromisoformat(known), "recorded", "https://example.org",
                 definition=definition, low=low, high=high, dimensions=tuple(sorted(dimensions.items())))  # fmt: skip


def months(measure: str = "casualties.killed") -> list[Entry]:
    return [
        entry(measure, "2024-04-01", "2024-04-30", 10),
        entry(measure, "2024-05-01", "2024-05-31", 20),
        entry(measure, "2024-06-01", "2024-06-30", 30),
    ]


def only(entries: list[Entry], period: Period = QUARTER, as_of: date = TODAY, **options: object):  # type: ignore[no-untyped-def]
    (found,) = SeriesLedger(pieces(entries), "XX").reckon(entries[0].measure, period, as_of, **options)  # type: ignore[arg-type]
    return found


def test_months_that_tile_a_quarter_are_summed() -> None:
    found = only(months())
    assert (found.value, found.how, found.days, found.missing) == (60, "summed", 91, ())


def test_a_missing_month_is_said_and_not_filled() -> None:
    found = only(months()[::2])
    assert found.value == 40
    assert [str(p) for p in found.missing] == ["2024-05-01 to 2024-05-31"]


def test_a_published_total_stands_first_and_the_sum_beside_it() -> None:
    total = entry("casualties.killed", "2024-04-01", "2024-06-30", 66)
    found = SeriesLedger(pieces([*months(), total])).reckon("casualties.killed", QUARTER, TODAY)
    assert [(r.how, r.value) for r in found] == [("published", 66), ("summed", 60)]


def test_a_later_vintage_replaces_and_is_not_added() -> None:
    revised = entry("casualties.killed", "2024-05-01", "2024-05-31", 25, known="2025-02-01")
    assert only([*months(), revised], MAY).value == 25
    assert only([*months(), revised], MAY, date(2025, 1, 31)).value == 20


@pytest.mark.parametrize("apart", [{"producer": "other"}, {"definition": "other"}, {"population": "civilians"}])
def test_producers_definitions_and_populations_are_never_added(apart: dict[str, str]) -> None:
    entries = [*months(), entry("casualties.killed", "2024-05-01", "2024-05-31", 7, **apart)]  # type: ignore[arg-type]
    found = SeriesLedger(pieces(entries)).reckon("casualties.killed", MAY, TODAY)
    assert sorted(r.value for r in found) == [7, 20]


def test_regions_make_the_country_where_it_has_no_total_of_its_own() -> None:
    parts = [
        entry("casualties.killed", "2024-05-01", "2024-05-31", 3, place="XX-1"),
        entry("casualties.killed", "2024-05-01", "2024-05-31", 4, place="XX-2"),
    ]
    assert only(parts, MAY).value == 7
    assert only(parts, MAY, place="XX-2").value == 4
    assert only([*parts, entry("casualties.killed", "2024-05-01", "2024-05-31", 9, place="XX")], MAY).value == 9


def test_parts_by_a_dimension_are_not_added_to_the_whole() -> None:
    entries = [
        entry("events.count", "2024-05-01", "2024-05-31", 12),
        entry("events.count", "2024-05-01", "2024-05-31", 5, kind="battle"),
        entry("events.count", "2024-05-01", "2024-05-31", 6, kind="protest"),
    ]
    assert only(entries, MAY).value == 12
    assert only(entries, MAY, where={"kind": "battle"}).value == 5
    assert only(entries[1:], MAY).value == 11
    assert SeriesLedger(pieces(entries)).values("events.count", "kind") == ("battle", "protest")


def test_events_carry_their_range_and_a_quiet_month_is_nought() -> None:
    entries = [
        entry("casualties.killed", "2024-04-03", "2024-04-03", 2, low=1, high=4, event="1"),
        entry("casualties.killed", "2024-04-03", "2024-04-03", 3, event="2"),
        entry("casualties.killed", "2024-06-30", "2024-07-02", 5, event="3"),
    ]
    april = only(entries, Period(date(2024, 4, 1), date(2024, 5, 1)))
    assert (april.value, april.low, april.high) == (5, 4, 7)
    quiet = only(entries, MAY)
    assert (quiet.value, quiet.missing) == (0, ())
    june = only(entries, Period(date(2024, 6, 1), date(2024, 7, 1)))
    assert (june.value, june.crossing) == (0, 1)


def test_a_level_is_the_last_known_on_or_before() -> None:
    entries = [
        entry("territory.held", "2024-04-01", "2024-04-01", 100),
        entry("territory.held", "2024-05-20", "2024-05-20", 110),
    ]
    assert only(entries, MAY).value == 110
    assert only(entries, Period(date(2024, 5, 1), date(2024, 5, 10))).value == 100
    assert SeriesLedger(pieces(entries)).reckon("territory.held", Period.of_day(date(2024, 3, 1)), TODAY) == ()


def test_coverage_names_the_days_between() -> None:
    ((producer, coverage),) = SeriesLedger(pieces(months()[::2])).coverage()
    assert producer == "coder"
    assert [(str(g.start), str(g.last)) for g in coverage.gaps] == [("2024-05-01", "2024-05-31")]

"""A figure as a rate, a share, a change, a rank and a record."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.figures import FLAGS, FigureError, Shown
from dateline.records.period import Period

AS_OF = date(2026, 9, 1)


def ask(measure: str, start: str, end: str, **options: object) -> Shown:
    return dateline.figure(measure, start, end, **{"as_of": AS_OF, **options})  # type: ignore[arg-type]


def test_a_rate_is_the_amount_by_its_days() -> None:
    whole, rate = (ask("territory.net_change", "2025-05-01", "2025-05-31", form=f) for f in ("amount", "rate"))
    assert (rate.unit, rate.value) == ("km2/day", pytest.approx(whole.value / 31))
    weekly = ask("territory.net_change", "2025-05-01", "2025-05-31", per="week")
    assert weekly.value == pytest.approx(7 * rate.value)


def test_shares_of_the_country_of_a_region_and_of_a_whole() -> None:
    held = ask("territory.held", "2025-12-01", "2025-12-01")
    share = ask("territory.held", "2025-12-01", "2025-12-01", form="share", of="country")
    assert share.unit == "%"
    assert share.value == pytest.approx(100 * held.value / 603_628, abs=0.01)
    own = ask("territory.held", "2025-12-01", "2025-12-01", form="share", of="place", place="Luhansk")
    assert 90 < own.value < 101
    parts = ask("strikes.launched", "2025-09-01", "2025-09-30", by="weapon", form="share", of="whole",
                where={"weapon": "drone"})  # fmt: skip
    assert {p.label for p in parts.series.points} >= {"shahed"}
    assert all(0 < p.value <= 100 for p in parts.series.points if p.value is not None)


def test_regions_of_the_whole_add_up_to_it() -> None:
    parts = ask("territory.gained", "2025-11-01", "2025-11-30", by="region", form="share", of="whole")
    assert sum(p.value or 0.0 for p in parts.series.points) == pytest.approx(100, abs=0.5)


def test_a_change_against_the_month_before_and_the_year_before() -> None:
    september = ("strikes.launched", "2025-09-01", "2025-09-30")
    drones = {"weapon": "drone"}
    previous = ask(*september, where=drones, form="change")
    august = ask("strikes.launched", "2025-08-01", "2025-08-31", where=drones)
    assert previous.change is not None
    assert str(previous.change.baseline) == "2025-08-01 to 2025-08-31"
    assert (previous.change.before, previous.value) == (august.value, 5636 - august.value)
    percent = ask(*september, where=drones, form="change", into="percent")
    assert percent.value == pytest.approx(previous.change.percent)
    year = ask(*september, where=drones, form="change", than="year", into="times")
    assert year.change is not None
    assert (year.unit, year.change.baseline.start) == ("x", date(2024, 9, 1))


@pytest.mark.parametrize(
    ("start", "end", "than", "first", "last"),
    [
        ("2025-03-01", "2025-03-31", "previous", "2025-02-01", "2025-02-28"),
        ("2025-04-01", "2025-06-30", "previous", "2025-01-01", "2025-03-31"),
        ("2025-05-05", "2025-05-11", "previous", "2025-04-28", "2025-05-04"),
        ("2025-05-05", "2025-05-11", "year", "2024-05-05", "2024-05-11"),
        ("2024-02-29", "2024-02-29", "year", "2023-02-28", "2023-02-28"),
    ],
)
def test_what_a_change_is_set_against(start: str, end: str, than: str, first: str, last: str) -> None:
    found = ask("strikes.launched", start, end, form="change", than=than)
    assert f"{found.change.baseline.start}/{found.change.baseline.last}" == f"{first}/{last}"  # type: ignore[union-attr]


def test_a_rank_counts_those_above_and_names_ties() -> None:
    night = ask("strikes.launched", "2025-10-30", "2025-10-30", form="rank", among=Period.through(
        date(2022, 9, 28), date(2025, 10, 30)))  # fmt: skip
    assert night.rank is not None
    assert (night.value, night.rank.least, night.rank.most, night.rank.kind) == (705, 3, 3, "nights")
    assert [value for _, value in night.rank.above] == [823, 741]
    nights = ask("strikes.launched", "2025-10-01", "2025-10-31", by="day")
    assert night.rank.of > len([p for p in nights.series.points if p.value is not None])


def test_a_record_says_when_it_was_last_higher_or_that_it_never_was() -> None:
    november = ask("territory.net_change", "2025-11-01", "2025-11-30", form="record").record
    assert november is not None
    july = ask("territory.net_change", "2025-07-01", "2025-07-31")
    assert (str(november.last), november.sure) == ("2025-07-01 to 2025-07-31", True)
    assert november.value == pytest.approx(july.value)
    for month in ("08", "09", "10"):
        between = ask("territory.net_change", f"2025-{month}-01", f"2025-{month}-28")
        assert between.value < november.value  # type: ignore[operator]
    most = ask("strikes.launched", "2026-03-24", "2026-03-24", form="record").record
    assert most is not None
    assert (most.last, most.since) == (None, date(2022, 9, 28))


def test_a_record_is_not_claimed_over_months_without_a_figure() -> None:
    record = ask("casualties.killed", "2024-03-01", "2024-03-31", form="record").record
    assert record is not None
    assert not record.sure
    assert "no figure" in record.why


def test_a_flag_at_its_end_widens_a_rank() -> None:
    june = ask("territory.net_change", "2025-06-01", "2025-06-30", form="rank").rank
    assert june is not None
    assert june.least < june.most
    assert june.flags == ("jump 2025-07-02",)
    whole = ask("territory.net_change", "2025-06-01", "2025-06-30")
    assert "jump 2025-07-02" in whole.flags
    assert {round(a.value, 1) for a in whole.readings} >= {497.7, 556.5}


def test_definitions_are_never_added_across_their_break() -> None:
    for options in ({}, {"form": "share", "of": "launched"}):
        july = ask("strikes.intercepted", "2025-07-01", "2025-07-31", where={"weapon": "drone"}, **options)
        assert july.value is None
        assert "definition-break 2025-07-24" in july.flags
        parts = [(str(a.period), a.definition) for a in july.readings[:2]]
        assert parts == [
            ("2025-07-01 to 2025-07-23", "shot down"),
            ("2025-07-24 to 2025-07-31", "shot down or suppressed"),
        ]
    with pytest.raises(FigureError, match="2025-07-24"):
        ask("strikes.intercepted", "2025-07-01", "2025-07-31", form="rank")
    with pytest.raises(FigureError, match="2025-07-24"):
        ask("strikes.intercepted", "2025-08-01", "2025-08-31", form="change")
    launched = ask("strikes.launched", "2025-07-01", "2025-07-31", where={"weapon": "drone"})
    assert launched.value == 6297


def test_a_rank_stays_on_its_side_of_a_break() -> None:
    august = ask("strikes.intercepted", "2025-09-01", "2025-09-30", form="rank").rank
    assert august is not None
    assert august.of < 12


def test_a_day_without_a_map_of_its_own_has_no_place_among_the_days() -> None:
    rank = ask("territory.held", "2025-05-30", "2025-05-30", form="rank").rank
    assert rank is not None
    maps = [
        p for p in ask("territory.held", "2024-07-08", "2026-08-21", by="day").series.points if "gap" not in p.flags
    ]
    assert (rank.of, rank.uncovered, rank.kind) == (len(maps), 7, "days")


def test_days_at_the_ends_of_time_are_one_line() -> None:
    with pytest.raises(FigureError, match="between the years"):
        ask("strikes.launched", "0001-01-01", "9999-12-31")


def test_areas_in_other_units() -> None:
    km2, sqmi = (ask("territory.held", "2025-05-30", "2025-05-30", into=unit) for unit in ("km2", "sqmi"))
    assert sqmi.value == pytest.approx(km2.value / 2.589988)


@pytest.mark.parametrize(
    ("measure", "options", "says"),
    [
        ("strikes.launched", {"into": "km2"}, "no area"),
        ("strikes.launched", {"form": "change", "than": Period.of_day(date(9999, 12, 30))}, "between the years"),
        ("strikes.launched", {"into": "percent"}, "--as change"),
        ("strikes.launched", {"into": "years"}, "time elapsed"),
        ("strikes.launched", {"form": "rank", "by": "day"}, "leave --by away"),
        ("strikes.launched", {"form": "share", "of": "country"}, "no ledger here counts that whole"),
        ("strikes.launched", {"reading": "nonsense"}, "it has launched"),
        ("casualties.killed", {"by": "side"}, "no entry tells"),
        ("territory.net_change", {"by": "weapon"}, "it has day, week, month, region"),
    ],
)
def test_what_cannot_be_asked_is_one_line(measure: str, options: dict[str, object], says: str) -> None:
    with pytest.raises(FigureError) as error:
        ask(measure, "2025-01-01", "2025-01-31", **options)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_every_flag_said_is_of_the_list() -> None:
    stretches = [("2024-08-01", "2024-12-31"), ("2025-01-01", "2025-06-30"), ("2026-06-01", "2026-09-01")]
    for measure in ("territory.net_change", "territory.held", "strikes.intercepted", "casualties.killed"):
        for start, end in stretches:
            try:
                found = ask(measure, start, end, by="month")
            except FigureError:
                continue
            said = {flag.split(" ")[0] for flag in found.flags} | {f for p in found.series.points for f in p.flags}
            assert said <= set(FLAGS)
    stale = ask("strikes.launched", "2026-05-01", "2026-06-30", as_of=date(2026, 6, 7))
    assert "partial 2026-06-08 to 2026-06-30" in stale.flags
    assert any(
        flag.startswith("cut-off 2024-12-31") for flag in ask("territory.net_change", "2025-01-01", "2025-01-31").flags
    )


def test_a_figure_shows_itself() -> None:
    may = ask("territory.net_change", "2025-05-01", "2025-05-31", by="week")
    assert "data:image/svg+xml;base64," in may._repr_html_()
    svg = may.to_svg()
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "prefers-color-scheme:dark" in svg
    assert "fill:#8a97a6;fill:var(--ch-bar)" in svg
    assert len(ask("strikes.launched", "2022-10-01", "2026-05-31", by="day").to_svg().encode()) <= 8192
    with pytest.raises(FigureError, match="--by"):
        ask("territory.net_change", "2025-05-01", "2025-05-31").to_svg()

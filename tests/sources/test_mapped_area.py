"""Area changes as published: whose, of what, for which days, known since when."""

from datetime import date
from pathlib import Path

import pytest

from dateline.records.entry import Entry
from dateline.sources import mapped_area
from dateline.sources.intake import Intake


@pytest.fixture(scope="module")
def intake(twins: Path) -> Intake[Entry]:
    return mapped_area.read(twins / "published.csv")


def of(intake: Intake[Entry], producer: str, start: str, last: str) -> list[Entry]:
    days = (date.fromisoformat(start), date.fromisoformat(last))
    return [e for e in intake.rows if e.producer == producer and (e.period.start, e.period.last) == days]


def test_a_figure_that_stands_twice_keeps_its_date(intake: Intake[Entry]) -> None:
    (august,) = of(intake, "deepstate", "2031-08-01", "2031-08-31")
    assert (august.value, august.known_at, august.known) == (464, date(2031, 9, 1), "recorded")
    assert august.measure == "territory.net_change"
    assert any(item.why == "stands twice" for item in intake.skipped)


def test_an_undated_month_is_known_on_the_day_after_it(intake: Intake[Entry]) -> None:
    july = of(intake, "afp_isw", "2031-07-01", "2031-07-31")
    assert {(e.known_at, e.known) for e in july} == {(date(2031, 8, 1), "inferred")}


def test_a_net_figure_that_names_gain_and_loss_gives_all_three(intake: Intake[Entry]) -> None:
    july = of(intake, "afp_isw", "2031-07-01", "2031-07-31")
    assert {e.measure: e.value for e in july} == {
        "territory.net_change": 634,
        "territory.gained": 713,
        "territory.lost": 79,
    }
    assert all("claimed areas included" in e.definition for e in july)


@pytest.mark.parametrize(
    ("start", "last", "value"),
    [
        ("2031-10-01", "2031-10-27", 478),
        ("2031-12-01", "2031-12-30", 465),
        ("2031-01-01", "2031-12-30", 3985),
        ("2031-01-01", "2031-07-30", 1246),
    ],
)
def test_a_part_of_the_period_named_in_words_is_cut(intake: Intake[Entry], start: str, last: str, value: float) -> None:
    assert [e.value for e in of(intake, "afp_isw", start, last)] == [value]


def test_ranges_and_open_bounds_are_kept(intake: Intake[Entry]) -> None:
    (range_,) = of(intake, "uk_mod", "2031-07-01", "2031-07-31")
    assert (range_.value, range_.low, range_.high, range_.original_value) == (525, 500, 550, "500-550")
    (more,) = of(intake, "militarnyi", "2031-01-01", "2031-12-31")
    assert (more.low, more.high) == (3600, None)
    (about,) = of(intake, "deepstate", "2031-11-01", "2031-11-30")
    assert (about.value, about.original_value, about.known_at) == (500, "~500", date(2031, 12, 31))


def test_a_net_loss_is_negative(intake: Intake[Entry]) -> None:
    assert [e.value for e in of(intake, "isw", "2031-04-01", "2031-04-30")] == [-116]


def test_area_held_is_a_measure_of_one_day(intake: Intake[Entry]) -> None:
    (held,) = of(intake, "deepstate", "2031-01-01", "2031-01-01")
    assert (held.measure, held.value, held.known_at) == ("territory.held", 116165, date(2031, 1, 1))


def test_from_one_new_year_to_another_is_whole_years(intake: Intake[Entry]) -> None:
    assert [e.value for e in of(intake, "deepstate", "2029-01-01", "2031-12-31")] == [7463]


def test_what_cannot_be_read_is_put_aside_by_name(intake: Intake[Entry]) -> None:
    why = {item.what: item.why for item in intake.skipped}
    assert "no producer" in why["published.csv line 15: 2031-05 A blog 10"]
    assert "not an amount" in why["published.csv line 16: 2031-06 ISW about a lot"]
    assert "start file" not in " ".join(e.note for e in intake.rows)


def test_a_figure_out_of_range_is_kept_and_said(tmp_path: Path) -> None:
    header = "period,source,figure_km2,kind,published,source_url,note"
    (tmp_path / "published.csv").write_text(f"{header}\n2031-08,ISW,464000,month,,https://example.org/a,\n")
    intake = mapped_area.read(tmp_path / "published.csv")
    assert [e.value for e in intake.rows] == [464_000]
    assert any("figure_km2 464,000, expected" in notice for notice in intake.notices)


REAL = Path(__file__).parents[3] / "shared" / "data" / "territory_reference" / "published.csv"


@pytest.mark.skipif(not REAL.is_file(), reason="the publishers' files (../shared/data) are not here")
def test_all_rows_of_the_published_table_are_read() -> None:
    intake = mapped_area.read(REAL)
    assert {item.why for item in intake.skipped} == {"stands twice"}
    december, january = (of(intake, p, "2025-12-01", "2025-12-31") for p in ("afp_isw", "deepstate"))
    assert [e.value for e in december] == [244]
    assert january == []  # quoted beside AFP's figure, in a note only
    (day,) = of(intake, "deepstate", "2025-08-17", "2025-08-17")
    assert day.value == 114493

"""UN figures of civilians killed and injured: every vintage, each with what it covers."""

from datetime import date
from pathlib import Path

import pytest

from dateline.records.entry import Entry
from dateline.sources import hrmmu
from dateline.sources.intake import Intake


@pytest.fixture(scope="module")
def intake(twins: Path) -> Intake[Entry]:
    return hrmmu.read(twins / "hrmmu_monthly.csv", twins / "hrmmu_reference.csv")


def of(intake: Intake[Entry], start: date, last: date, measure: str = "casualties.killed") -> list[Entry]:
    return [e for e in intake.rows if (e.period.start, e.period.last, e.measure) == (start, last, measure)]


def test_february_2022_starts_with_the_invasion(intake: Intake[Entry]) -> None:
    (entry,) = of(intake, date(2022, 2, 24), date(2022, 2, 28))
    assert entry.period.granularity == "month"
    assert entry.definition == "month, vintage 2023-02-06"


def test_vintages_of_one_month_are_all_kept_in_order_of_publication(intake: Intake[Entry]) -> None:
    assert [(e.value, e.known_at) for e in of(intake, date(2022, 3, 1), date(2022, 3, 31))] == [
        (3000, date(2023, 2, 6)),
        (3300, date(2024, 2, 29)),
    ]
    april = of(intake, date(2031, 4, 1), date(2031, 4, 30), "casualties.injured")
    assert [e.value for e in april] == [1100, 1120]


def test_a_part_of_a_month_ends_on_its_own_day_and_is_no_vintage_of_the_month(intake: Intake[Entry]) -> None:
    (stated,) = of(intake, date(2031, 5, 1), date(2031, 5, 21))
    (so_far,) = of(intake, date(2031, 7, 1), date(2031, 7, 15))
    assert stated.definition.startswith("part of a month")
    assert so_far.value == 130
    assert [e.value for e in of(intake, date(2031, 7, 1), date(2031, 7, 31))] == [280]


def test_both_vintages_of_a_year_are_kept(intake: Intake[Entry]) -> None:
    year = of(intake, date(2031, 1, 1), date(2031, 12, 31))
    assert [(e.value, e.period.granularity) for e in year] == [(2514, "year"), (2526, "year")]


def test_sums_of_months_and_cumulative_figures_keep_their_own_periods(intake: Intake[Entry]) -> None:
    assert [e.value for e in of(intake, date(2031, 1, 1), date(2031, 4, 30))] == [640]
    (killed,) = of(intake, date(2022, 2, 24), date(2031, 3, 31))
    (injured,) = of(intake, date(2022, 2, 24), date(2031, 3, 31), "casualties.injured")
    assert (killed.value, killed.low, killed.original_value) == (12340, 12340, "12340+")
    assert (injured.value, injured.original_value) == (30700, "~30700")
    assert killed.definition.startswith("cumulative")


def test_an_undated_figure_is_known_ten_days_after_its_period(intake: Intake[Entry]) -> None:
    (year,) = of(intake, date(2030, 1, 1), date(2030, 12, 31))
    assert (year.known_at, year.known) == (date(2031, 1, 10), "inferred")


def test_the_second_file_adds_only_what_the_first_lacks(intake: Intake[Entry]) -> None:
    assert [e.value for e in of(intake, date(2031, 6, 1), date(2031, 6, 30))] == [150]
    assert len(of(intake, date(2031, 4, 1), date(2031, 4, 30))) == 2
    assert any("stands in hrmmu_monthly.csv" in item.why for item in intake.skipped)


def test_killed_and_injured_together_is_neither_measure(intake: Intake[Entry]) -> None:
    assert not of(intake, date(2031, 8, 1), date(2031, 8, 31))
    assert any("not told apart" in item.why for item in intake.skipped)


REAL = Path(__file__).parents[3] / "shared" / "data" / "casualties"


@pytest.mark.skipif(not REAL.is_dir(), reason="the publishers' files (../shared/data) are not here")
def test_the_published_vintages_are_as_published() -> None:
    rows = hrmmu.read(REAL / "hrmmu_monthly.csv", REAL / "hrmmu_reference.csv").rows
    whole = Intake(rows)
    march = [e.value for e in of(whole, date(2022, 3, 1), date(2022, 3, 31))]
    assert march == [3378, 3951, 4094, 4118, 4154, 4289]
    april = [(e.value, e.known_at) for e in of(whole, date(2025, 4, 1), date(2025, 4, 30))]
    assert april == [(209, date(2025, 5, 8)), (221, date(2025, 6, 11))]
    assert [e.value for e in of(whole, date(2025, 1, 1), date(2025, 12, 31))] == [2514, 2526]
    assert [e.value for e in of(whole, date(2025, 7, 1), date(2025, 7, 15))] == [139]
    months = {e.period.start for e in rows if e.period.granularity == "month"}
    assert not months & {date(2023, 8, 1), date(2023, 9, 1), date(2023, 10, 1)}
    assert len({(e.period, e.measure, e.value, e.known_at) for e in rows}) == len(rows)

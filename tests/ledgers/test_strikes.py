from __future__ import annotations

from datetime import date

import pytest

from dateline.ledgers import load
from dateline.records.period import Period

NIGHT = date(2025, 5, 25)


@pytest.fixture
def ledger(theatre):
    return load(theatre).strikes


def test_all_windows_of_the_date_are_one_night(ledger):
    assert ledger.night(NIGHT, None).launched == 370
    assert ledger.night(NIGHT, None, overnight_only=True).launched == 363


def test_a_kind_matches_itself_and_its_parents(ledger):
    assert ledger.night(NIGHT, "drone").launched == 305
    assert ledger.night(NIGHT, "missile").launched == 65
    assert ledger.night(NIGHT, "cruise").launched == 65


def test_a_combined_model_matches_only_the_parent_it_shares(ledger):
    kalibr = ledger.night(NIGHT, "kalibr")
    assert (kalibr.launched, kalibr.ambiguous) == (0, 55)
    assert ledger.night(NIGHT, "kh_101").ambiguous == 55


def test_bombs_are_in_no_total(ledger):
    assert ledger.night(NIGHT, "bomb").launched == 3


def test_an_empty_cell_is_unknown_and_not_nought(ledger):
    assert ledger.night(date(2025, 5, 26), None).unknown == 1


def test_a_night_without_a_bulletin_has_no_tally(ledger):
    assert ledger.night(date(2025, 5, 24), None) is None


def test_sums_stop_at_what_was_known(ledger):
    period = Period.through(NIGHT, date(2025, 5, 31))
    tally, nights = ledger.over(period, "drone", NIGHT)
    assert (tally.launched, nights) == (305, 1)


def test_a_weapon_absent_from_the_night_was_still_looked_for(ledger):
    assert ledger.night(NIGHT, "kalibr").rows > 0


def test_regional_rows_are_in_no_national_tally(ledger):
    assert ledger.night(date(2025, 5, 26), "shahed").destroyed == 5
    assert ledger.night(date(2025, 5, 27), None) is None
    assert ledger.coverage().end == date(2025, 5, 26)


def test_a_sum_over_any_stretch_is_that_of_its_nights(ledger):
    for first, last in ((NIGHT, date(2025, 5, 31)), (date(2025, 5, 20), date(2025, 5, 25)), (date(2025, 5, 24),) * 2):
        for weapon in (None, "drone", "missile", "kh_101"):
            nights = [n for n in ledger.nights if first <= n <= last]
            tally, counted = ledger.over(Period.through(first, last), weapon, date(2026, 1, 1))
            assert counted == len(nights)
            for name in ("launched", "destroyed", "lost", "still", "rows", "unknown", "ambiguous"):
                assert getattr(tally, name) == sum(getattr(ledger.night(n, weapon), name) for n in nights)


def test_a_stretch_before_all_nights_or_not_yet_known_is_empty(ledger):
    for period, as_of in (
        (Period.of_day(date(2001, 1, 1)), date(2026, 1, 1)),
        (Period.of_day(NIGHT), date(2001, 1, 1)),
    ):
        tally, counted = ledger.over(period, None, as_of)
        assert (tally.launched, tally.rows, counted) == (0, 0, 0)

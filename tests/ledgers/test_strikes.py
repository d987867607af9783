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

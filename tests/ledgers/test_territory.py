from __future__ import annotations

from datetime import date

import pytest

from dateline.ledgers.files import LedgerError
from dateline.ledgers.territory import TerritoryLedger

LATE = date(2026, 1, 1)


@pytest.fixture
def ledger(theatre):
    return TerritoryLedger(theatre / "starter", "deepstate", "UA")


def test_country_is_the_sum_of_all_columns_with_the_residue(ledger):
    assert ledger.held(date(2025, 1, 1), None, LATE).value_km2 == 115
    assert ledger.held(date(2025, 1, 1), "unassigned", LATE).value_km2 == 5


def test_a_missing_day_takes_the_nearest_earlier_map(ledger):
    assert ledger.held(date(2025, 1, 3), "UA-14", LATE).day == date(2025, 1, 2)
    assert ledger.held(date(2024, 12, 31), None, LATE) is None


def test_net_change_runs_from_the_start_to_the_day_after_the_end(ledger):
    change = ledger.net(date(2025, 1, 1), date(2025, 1, 4), None, LATE)
    assert (change.value_km2, change.days, change.rows) == (13, 3, 2)


def test_a_period_cut_at_the_day_ends_with_the_latest_map_known(ledger):
    change = ledger.net(date(2025, 1, 1), date(2025, 2, 1), None, date(2025, 1, 4))
    assert (change.last.day, change.value_km2, change.days) == (date(2025, 1, 4), 13, 3)


def test_no_change_between_a_map_and_itself(ledger):
    assert ledger.net(date(2025, 1, 2), date(2025, 1, 3), None, LATE) is None


def test_moved_ends_stay_within_what_was_known(ledger):
    assert ledger.net(date(2025, 1, 1), date(2025, 1, 2), None, LATE, (0, 1)).value_km2 == 13
    assert ledger.net(date(2025, 1, 1), date(2025, 1, 2), None, date(2025, 1, 2), (0, 1)) is None
    assert ledger.net(date(2025, 1, 1), date(2025, 1, 2), None, LATE, (-1, 0)) is None


def test_gains_and_losses_are_summed_apart(ledger):
    gained = ledger.summed(date(2025, 1, 1), date(2025, 1, 5), None, LATE)
    lost = ledger.summed(date(2025, 1, 1), date(2025, 1, 5), None, LATE, lost=True)
    net = ledger.net(date(2025, 1, 1), date(2025, 1, 5), None, LATE)
    assert (gained.value_km2, lost.value_km2) == (15, 4)
    assert gained.value_km2 - lost.value_km2 == net.value_km2
    assert ledger.summed(date(2025, 1, 1), date(2025, 1, 5), "UA-59", LATE).value_km2 == 2


def test_gaps_are_named_for_the_days_asked(ledger):
    assert [gap.flag for gap in ledger.flagged(date(2025, 1, 1), date(2025, 1, 4))] == ["gap"]


def test_a_missing_or_malformed_file_is_one_clear_error(theatre, tmp_path):
    with pytest.raises(LedgerError, match="no such ledger file"):
        TerritoryLedger(tmp_path / "nowhere", "deepstate", "UA")
    (theatre / "starter" / "territory_change.csv").write_text("day,region\n", encoding="utf-8")
    with pytest.raises(LedgerError, match="no column"):
        TerritoryLedger(theatre / "starter", "deepstate", "UA")

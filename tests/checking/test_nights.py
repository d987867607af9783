"""Nights that a text does not date are looked up, and never refuted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.checking import check_claim
from dateline.checking.nights import candidates, is_open
from dateline.records.period import Period

from .invariants import assert_proven

DECEMBER = Period.through(date(2024, 12, 1), date(2024, 12, 31), "month")
UNDATED = {"doubt": "ambiguous_period", "unit": "drones", "dimensions": {"weapon": "drone"}}
ONE_OF_MANY = {"period": DECEMBER, "unit": "drones", "dimensions": {"weapon": "drone", "granularity": "night"}}


def test_which_claims_are_open(claim):
    assert is_open(claim("level", "strikes.launched", 158.0, **UNDATED))
    assert is_open(claim("level", "strikes.launched", 158.0, **ONE_OF_MANY))
    assert is_open(claim("part_of", "strikes.intercepted", 158.0, **UNDATED))
    assert not is_open(claim("level", "strikes.launched", 158.0, period=DECEMBER))
    assert not is_open(claim("level", "casualties.killed", 158.0, **UNDATED))
    assert not is_open(claim("rate", "strikes.launched", 158.0, **UNDATED))


def test_a_raid_of_a_month_may_be_of_any_of_its_nights(claim, context):
    found = list(candidates(claim("level", "strikes.launched", 158.0, **ONE_OF_MANY), context()))
    assert [c.period.start for c in found] == [date(2024, 12, 31) - timedelta(days=n) for n in range(31)]
    assert all(c.doubt is None for c in found)


def test_an_undated_report_speaks_of_the_last_nights(claim, context):
    found = list(candidates(claim("level", "strikes.launched", 90.0, **UNDATED), context("2025-05-30")))
    assert [str(c.period) for c in found] == ["2025-05-30", "2025-05-29"]


@pytest.mark.parametrize("more", [{"comparator": "lt"}, {"value": None, "low": 200.0, "high": 999.0}])
def test_what_fits_too_easily_is_not_looked_up(claim, context, more):
    made = replace(claim("level", "strikes.launched", 90.0, **UNDATED), **more)
    assert list(candidates(made, context())) == []


def test_more_than_a_number_is_said_of_what_lies_just_above_it(claim, context):
    made = replace(claim("level", "strikes.launched", 290.0, **{**UNDATED, "period": None}), comparator="gt")
    assert check_claim(made, context("2025-05-25")).verdict == "holds"  # 298 that night
    assert check_claim(replace(made, value=90.0), context("2025-05-25")).verdict == "unverified"
    assert list(candidates(replace(made, period=DECEMBER, doubt=None, dimensions=ONE_OF_MANY["dimensions"]),
                           context())) == []  # fmt: skip


def test_a_night_that_fits_is_named(claim, context):
    made = claim("level", "strikes.launched", 298.0, **{**UNDATED, "period": None})
    finding = check_claim(made, context("2025-05-25"))
    assert finding.verdict in ("holds", "qualified")
    assert "2025-05-25" in finding.query
    assert_proven(finding)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, 900),
    st.sampled_from(["strikes.launched", "strikes.intercepted", "strikes.lost", "strikes.through"]),
    st.sampled_from([UNDATED, ONE_OF_MANY]),
    st.sampled_from([{"weapon": "drone"}, {"weapon": "missile"}, {}]),
    st.dates(date(2023, 1, 1), date(2026, 5, 1)),
    st.sampled_from(["eq", "approx", "gt", "lt"]),
)
def test_nothing_is_ever_refuted(claim, context, value, measure, form, weapon, day, comparator):
    more = {**form, "dimensions": {**form["dimensions"], **weapon}, "comparator": comparator}
    made = claim("level", measure, float(value), **more)
    assert is_open(made)
    finding = check_claim(made, context(str(day)))
    assert finding.verdict not in ("contradicted", "disputed")
    assert_proven(finding)


def test_that_week_is_looked_for_among_the_last_ones(claim, context):
    made = replace(
        claim("level", "strikes.launched", 90.0, **UNDATED), sentence="They came that week.", comparator="ge"
    )
    found = [str(c.period) for c in candidates(made, context("2025-05-30"))]
    assert found == ["2025-05-24 to 2025-05-30", "2025-05-23 to 2025-05-29", "2025-05-19 to 2025-05-25"]


@pytest.mark.parametrize(("last", "value", "expected"), [
    (date(2025, 5, 2), 13216.0, ("qualified", "cut_off")),  # all of January to April
    (date(2025, 5, 2), 11500.0, ("contradicted", None)),
    (date(2025, 5, 20), 13216.0, ("contradicted", None)),
])  # fmt: skip
def test_in_its_first_days_a_month_may_be_left_out_of_a_long_count(claim, context, last, value, expected):
    period = Period.through(date(2025, 1, 1), last)
    made = claim("level", "strikes.launched", value, unit="drones", period=period, dimensions={"weapon": "drone"})
    finding = check_claim(made, context(str(last)))
    assert (finding.verdict, finding.reason) == expected

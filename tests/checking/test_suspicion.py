"""Second thoughts: signs of misreading turn a refutation into a question, and touch nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.checking.suspicion import second_thoughts
from dateline.records.claim import Baseline, Frame
from dateline.records.finding import Finding, Verdict
from dateline.records.period import Period

REFUTED = Finding("contradicted", None, "Data show otherwise: 100", computed=100.0, basis="computed")


def withdrawn(finding: Finding) -> bool:
    return (finding.verdict, finding.reason) == ("unverified", "undefined_term") and bool(finding.needs)


def test_a_figure_near_the_ledgers_stays_refuted(claim):
    made = claim("level", "territory.net_change", 150.0, unit="km2")
    assert second_thoughts(made, REFUTED, None) is REFUTED


@pytest.mark.parametrize(
    ("measure", "value", "more"),
    [
        ("territory.net_change", 401.0, {}),  # four times too large
        ("strikes.launched", 24.0, {}),  # four times too small
        ("territory.net_change", 150.0, {"inherited": True}),
        ("casualties.killed", 59.0, {}),  # a part of the victims
    ],
)
def test_signs_of_misreading(claim, measure, value, more):
    made = claim("level", measure, value, unit="km2", **more)
    assert withdrawn(second_thoughts(made, REFUTED, None))


@pytest.mark.parametrize(("words", "expected"), [
    ("In August launches fell by 10 percent.", True),
    ("In August launches fell by 10 percent on the month before.", False),
])  # fmt: skip
def test_a_change_against_a_time_that_is_not_said(claim, words, expected):
    july = Baseline("period", Period.through(date(2025, 7, 1), date(2025, 7, 31), "month"), "the month before")
    made = replace(claim("change", "strikes.launched", -10.0, unit="%", baseline=july), sentence=words)
    found = replace(REFUTED, computed=-34.4)
    assert withdrawn(second_thoughts(made, found, None)) is expected


@pytest.mark.parametrize(
    ("weapon", "days", "value", "expected"),
    [
        ("missile", 1, 110.0, True),  # a model that the rows lack
        ("missile", 1, 90.0, False),  # nothing can be missing above what is there
        ("missile", 1, 130.0, False),
        ("missile", 31, 110.0, False),
        ("drone", 1, 110.0, False),
    ],
)
def test_a_night_whose_rows_may_lack_a_model(claim, weapon, days, value, expected):
    start = date(2025, 8, 1)
    period = Period(start, start + timedelta(days=days))
    made = claim("level", "strikes.launched", value, unit=f"{weapon}s", period=period, dimensions={"weapon": weapon})
    assert withdrawn(second_thoughts(made, REFUTED, None)) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In early August it took 150 square kilometers.", True),
        ("It took 150 square kilometers in mid-August.", True),
        ("It took 150 square kilometers late last year.", True),
        ("It took 150 square kilometers early in 2025.", True),
        ("From August 1 to 10 it took 150 square kilometers.", False),
        ("It was late: from August 1 to 10 it took 150 square kilometers.", False),
    ],
)
def test_days_that_are_named_loosely(claim, sentence, expected):
    period = Period(date(2025, 8, 1), date(2025, 8, 11), "span")
    made = replace(claim("level", "territory.net_change", 150.0, unit="km2", period=period), sentence=sentence)
    assert withdrawn(second_thoughts(made, REFUTED, None)) is expected
    whole = replace(made, period=Period(date(2025, 8, 1), date(2025, 9, 1), "month"))
    assert not withdrawn(second_thoughts(whole, REFUTED, None))


def test_what_the_other_side_holds(claim):
    made = claim("share", "territory.held", 80.9, unit="%")
    assert withdrawn(second_thoughts(made, replace(REFUTED, computed=19.1), None))
    assert not withdrawn(second_thoughts(replace(made, value=60.0), replace(REFUTED, computed=19.1), None))


def test_a_part_that_is_larger_than_its_whole(claim):
    whole = claim("level", "strikes.launched", 100.0, unit="drones")
    part = claim("part_of", "strikes.intercepted", 120.0, unit="drones")
    assert withdrawn(second_thoughts(part, REFUTED, whole))
    assert second_thoughts(replace(part, value=90.0), REFUTED, whole) is REFUTED


def test_classes_of_weapons_are_sorted_differently(claim):
    made = claim("level", "strikes.launched", 90.0, unit="missiles")
    assert withdrawn(second_thoughts(made, REFUTED, None, category=True))


FINDINGS = st.builds(
    Finding,
    st.sampled_from(get_args(Verdict)),
    st.sampled_from([None, "scope", "gap", "plan"]),
    st.just("A sentence."),
    st.none() | st.floats(-1e6, 1e6),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    FINDINGS,
    st.sampled_from(get_args(Frame)),
    st.sampled_from([None, "territory.held", "territory.net_change", "strikes.launched", "casualties.killed"]),
    st.none() | st.floats(-1e6, 1e6),
    st.none() | st.floats(0, 1e6),
    st.booleans(),
    st.booleans(),
)
def test_only_refutations_change_and_only_into_questions(claim, finding, frame, measure, value, whole, carried, kind):
    made = claim(frame, measure, value, unit="km2", inherited=carried)
    larger = claim("level", measure, whole, unit="km2") if whole is not None else None
    after = second_thoughts(made, finding, larger, kind)
    if finding.verdict in ("contradicted", "disputed"):
        assert after is finding or withdrawn(after)
    else:
        assert after is finding
    assert after.readings == finding.readings


def test_a_small_share_of_the_country_may_be_of_what_was_taken(claim):
    held = Finding("contradicted", None, "Data show otherwise: 19.2", computed=19.2, basis="computed")
    assert withdrawn(second_thoughts(claim("share", "territory.held", 0.7, unit="%"), held, None))
    assert second_thoughts(claim("share", "territory.held", 27.0, unit="%"), held, None) is held


def test_a_part_told_by_words_alone_is_not_refuted_by_its_whole(claim):
    whole, part = (claim(f, "territory.net_change", 150.0, unit="km2") for f in ("level", "part_of"))
    assert withdrawn(second_thoughts(part, REFUTED, whole))
    assert second_thoughts(replace(part, measure="territory.lost"), REFUTED, whole) is REFUTED


@pytest.mark.parametrize(("words", "expected"), [
    ("July, with 90 dead and 400 injured, was the deadliest month of the year.", True),
    ("July, with 90 dead, was the deadliest month of the year.", False),
])  # fmt: skip
def test_a_record_of_the_killed_may_be_of_the_injured_as_well(claim, words, expected):
    made = replace(claim("extreme", "casualties.killed", None, unit=None), sentence=words)
    assert withdrawn(second_thoughts(made, REFUTED, None)) is expected

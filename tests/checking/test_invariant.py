"""No decisive verdict without a query, rows and a producer, whatever the claim."""

# ruff: noqa: E501  (tables read better in one line a case)
from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.checking import CheckContext, check_claim
from dateline.records.claim import Attribution, Baseline, Claim, Comparator, Frame, Measure, Quote
from dateline.records.period import Period
from dateline.records.place import Place

from .conftest import COUNTRY
from .invariants import assert_proven

DAYS = st.dates(date(2022, 1, 1), date(2026, 9, 30))
GRANULARITIES = st.sampled_from(["day", "night", "week", "month", "quarter", "year", "span"])
PLACES = st.sampled_from([
    None, Place("Ukraine", "UA", "country"), Place("Donetsk", "UA-14", "region"), Place("Kyiv", "geonames:703448", "settlement"),
    Place("the south", "the south", "area"), Place("Kursk", "RU-KRS", "region"),
])  # fmt: skip
SPEAKERS = st.sampled_from(
    [None, "deepstate", "airforce", "hrmmu", "afp_isw", "ru_mod", "ua_government", "nobody_known"]
)
DIMENSIONS = st.fixed_dictionaries({}, optional={
    "weapon": st.sampled_from(["drone", "missile", "shahed", "iskander_m", "no_such_weapon"]),
    "direction": st.sampled_from(["max", "min", "up", "down", "present"]),
    "granularity": st.sampled_from(["night", "raid", "day", "week", "month", "quarter", "year", "span"]),
    "of": st.sampled_from(["country", "place", "whole", "launched"]), "pace": st.just("rate"),
    "population": st.sampled_from(["civilians", "combatants"]), "victim": st.just("both"),
    "person": st.sampled_from(["Donald Trump", "Putin", "Nobody Known", ""]), "office": st.sampled_from(["President", "Clerk"]),
    "country": st.sampled_from(["US", "RU", "UA"]), "term": st.sampled_from(["current", "former"]),
    "weekday": st.sampled_from(["Monday", "saturday"]), "ordinal": st.just("true"),
})  # fmt: skip


@st.composite
def periods(draw):
    start = draw(DAYS)
    days = draw(st.sampled_from([1, 1, 2, 3, 7, 28, 30, 31, 90, 365, 1200]))
    return Period(start, start + timedelta(days=days), draw(GRANULARITIES))


@st.composite
def claims(draw):
    speaker = draw(SPEAKERS)
    value = draw(st.none() | st.floats(-1e5, 1e5, allow_nan=False) | st.integers(0, 20000).map(float))
    return Claim(
        "c1", "s", Quote(str(value), 0, 3), draw(st.sampled_from(get_args(Frame))), draw(st.none() | st.sampled_from(get_args(Measure))),
        value, draw(st.none() | st.floats(0, 100)), draw(st.none() | st.floats(100, 1000)),
        draw(st.sampled_from([None, "km2", "km2/day", "drones", "drones/month", "%", "x", "years", "days", "months", "nights", "km", "sqmi"])),
        draw(st.sampled_from(get_args(Comparator))), None, draw(st.none() | periods()),
        draw(st.none() | st.builds(Baseline, st.sampled_from(["period", "window", "since"]), periods())),
        draw(PLACES), draw(DIMENSIONS), Attribution(speaker, speaker, "said") if speaker else None,
    )  # fmt: skip


@settings(
    max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(claims(), DAYS, st.sampled_from(["published", "today"]))
def test_no_decisive_verdict_without_query_rows_and_source(ledgers, claim, report, as_of):
    finding = check_claim(claim, CheckContext(ledgers, report, date(2026, 9, 1), as_of, {"UA": 603628.0}, **COUNTRY))
    assert_proven(finding)

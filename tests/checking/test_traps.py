"""What was found easy to get wrong, against the ledgers that ship."""

from __future__ import annotations

# ruff: noqa: E501  (tables read better in one line a case)
from datetime import date

import pytest

from dateline.checking import check_claim, check_claims
from dateline.records.claim import Baseline
from dateline.records.period import Period
from dateline.records.place import Place

from .invariants import assert_proven

DRONE = {"weapon": "drone"}


def night(day: str) -> Period:
    return Period.of_day(date.fromisoformat(day), "night")


def month(year: int, number: int) -> Period:
    return Period(date(year, number, 1), date(year + number // 12, number % 12 + 1, 1), "month")


def since(period: Period) -> Baseline:
    return Baseline("since", period)


CASES = {
    # name: report's day, frame, measure, value, the rest, verdict, reason
    "missiles counted as drones": ("2025-08-01", "level", "strikes.launched", 741.0, {"period": night("2025-07-09"), "dimensions": DRONE}, "qualified", "definition"),
    "a typing slip of a hundred": ("2026-02-27", "level", "strikes.launched", 197.0, {"period": night("2026-02-22"), "dimensions": DRONE}, "contradicted", None),
    "a month to the digit": ("2025-08-01", "level", "strikes.launched", 6297.0, {"period": month(2025, 7), "dimensions": DRONE}, "holds", None),
    "a month summed from other bulletins": ("2026-01-01", "level", "strikes.launched", 6245.0, {"period": month(2025, 7), "dimensions": DRONE}, "holds", None),
    "a night named by its first day": ("2025-05-30", "level", "strikes.launched", 367.0, {"period": night("2025-05-24")}, "holds", None),
    "more than the night that ends has, and far less than the one that begins": ("2025-07-01", "level", "strikes.launched", 400.0, {"period": night("2025-05-31"), "dimensions": DRONE, "comparator": "gt"}, "unverified", "ambiguous_period"),
    "more than the night that ends has, and just what the one that begins has": ("2025-07-01", "level", "strikes.launched", 460.0, {"period": night("2025-05-31"), "dimensions": DRONE, "comparator": "gt"}, "qualified", "cut_off"),
    "fewer than either night has": ("2025-07-01", "level", "strikes.launched", 90.0, {"period": night("2025-05-31"), "dimensions": DRONE, "comparator": "lt"}, "contradicted", None),
    "a near miss of a revised bulletin": ("2025-06-10", "level", "strikes.launched", 20.0, {"period": night("2025-06-09"), "dimensions": {"weapon": "missile"}}, "disputed", None),
    "a lower number of Shaheds proper": ("2026-02-23", "level", "strikes.launched", 80.0, {"period": night("2026-02-23"), "dimensions": {"weapon": "shahed"}, "comparator": "approx"}, "unverified", "no_ledger"),
    "the other side's claim": ("2025-10-08", "level", "territory.net_change", 5000.0, {"period": Period.through(date(2025, 1, 1), date(2025, 10, 7)), "comparator": "approx", "said": "ru_government"}, "disputed", None),
    "two map-makers": ("2025-07-01", "level", "territory.net_change", 588.0, {"period": month(2025, 6), "said": "afp_isw"}, "disputed", None),
    "two map-makers who agree": ("2024-12-02", "level", "territory.net_change", 725.0, {"period": month(2024, 11), "said": "afp_isw"}, "holds", None),
    "published month beside polygons": ("2025-10-01", "level", "territory.net_change", 259.0, {"period": month(2025, 9), "said": "deepstate"}, "holds", None),
    "gross as published and not net": ("2025-09-02", "level", "territory.net_change", 713.0, {"period": month(2025, 7), "said": "afp_isw"}, "qualified", "definition"),
    "drones and missiles that were drones": ("2026-05-24", "level", "strikes.intercepted", 549.0, {"period": night("2026-05-24")}, "qualified", "definition"),
    "gross and not net": ("2025-12-01", "level", "territory.net_change", 292.0, {"period": month(2025, 9), "said": "deepstate"}, "qualified", "definition"),
    "lost in all and not day by day": ("2026-06-10", "level", "territory.lost", 9.3, {"period": month(2026, 5), "place": Place("Kharkiv", "UA-63", "region"), "said": "deepstate"}, "qualified", "definition"),
    "a cut-off that differs": ("2025-09-02", "change", "territory.net_change", -18.0, {"period": month(2025, 8), "unit": "%", "baseline": Baseline("period", month(2025, 7)), "said": "deepstate"}, "qualified", "cut_off"),
    "before the maps begin": ("2025-07-01", "share", "territory.held", 61.0, {"period": Period.of_day(date(2024, 6, 30)), "unit": "%", "place": Place("Donetsk", "UA-14", "region"), "dimensions": {"of": "place"}}, "unverified", "out_of_coverage"),
    "a day without a map": ("2025-04-02", "level", "territory.net_change", 3.0, {"period": Period.of_day(date(2025, 3, 31))}, "unverified", "gap"),
    "the south has no borders": ("2026-02-27", "level", "territory.lost", 20.0, {"period": Period.through(date(2026, 1, 31), date(2026, 2, 23)), "place": Place("the south", "south", "area")}, "unverified", "no_ledger"),
    "a record sought where its night does not lie": ("2025-09-02", "extreme", "strikes.launched", None, {"period": night("2025-08-28"), "baseline": Baseline("window", Period.through(date(2025, 9, 1), date(2025, 9, 2), "month")), "dimensions": {"direction": "max", "granularity": "night"}}, "unverified", "ambiguous_period"),
    "nights told by their first days": ("2025-10-10", "level", "strikes.launched", 912.0, {"period": Period.through(date(2025, 10, 6), date(2025, 10, 10)), "dimensions": DRONE}, "qualified", "cut_off"),
    "nights that fit no such telling": ("2025-10-10", "level", "strikes.launched", 1412.0, {"period": Period.through(date(2025, 10, 6), date(2025, 10, 10)), "dimensions": DRONE}, "contradicted", None),
    "one in sixteen of those launched": ("2026-02-08", "share", "strikes.through", 6.25, {"period": night("2026-02-07"), "unit": "%", "dimensions": {**DRONE, "of": "launched"}}, "qualified", "definition"),
    "a trend against the month named": ("2025-09-02", "trend", "strikes.launched", None, {"period": month(2025, 8), "dimensions": {**DRONE, "direction": "down"}, "baseline": Baseline("period", month(2025, 7))}, "holds", None),
    "a trend the other way": ("2025-09-02", "trend", "strikes.launched", None, {"period": month(2025, 8), "dimensions": {**DRONE, "direction": "up"}, "baseline": Baseline("period", month(2025, 7))}, "contradicted", None),
    "a trend against the month before": ("2025-09-02", "trend", "territory.net_change", None, {"period": month(2025, 8), "dimensions": {"direction": "down"}}, "holds", None),
    "a trend that maps do not agree on": ("2025-09-02", "trend", "territory.net_change", None, {"period": month(2025, 8), "dimensions": {"direction": "up"}}, "disputed", None),
    "a trend that goes nowhere": ("2025-09-02", "trend", "territory.net_change", None, {"period": month(2025, 8), "dimensions": {"direction": "flat"}}, "unverified", "undefined_term"),
    "a trend from day to day": ("2025-09-02", "trend", "territory.net_change", None, {"period": Period.of_day(date(2025, 8, 20)), "dimensions": {"direction": "up"}}, "unverified", "ambiguous_period"),
    "a streak of what did not happen": ("2025-09-02", "streak", "strikes.launched", 4.0, {"period": Period.through(date(2025, 8, 28), date(2025, 8, 31)), "unit": "nights", "dimensions": {"weapon": "missile", "direction": "absent"}}, "unverified", "undefined_term"),
    "a streak as a span of months": ("2025-07-02", "streak", "territory.net_change", 3.0, {"period": Period(date(2025, 4, 1), date(2025, 7, 1)), "unit": "months", "dimensions": {"direction": "up", "granularity": "month"}}, "holds", None),
    "the governor that no table holds": ("2025-09-02", "role", "officials.role", None, {"dimensions": {"person": "Petro Bondar", "office": "governor", "country": "UA"}}, "unverified", "no_ledger"),
    "a year as first published": ("2026-01-13", "level", "casualties.killed", 2514.0, {"period": Period(date(2025, 1, 1), date(2026, 1, 1), "year"), "said": "hrmmu"}, "holds", None),
    "a superseded vintage": ("2026-03-10", "level", "casualties.killed", 2514.0, {"period": Period(date(2025, 1, 1), date(2026, 1, 1), "year"), "said": "hrmmu"}, "qualified", "cut_off"),
    "a single incident": ("2025-05-30", "level", "casualties.killed", 12.0, {"period": night("2025-05-25")}, "unverified", "no_ledger"),
    "more than a lower bound": ("2025-09-05", "level", "casualties.killed", 400.0, {"period": month(2025, 7)}, "disputed", None),
    "less than a lower bound": ("2025-09-05", "level", "casualties.killed", 100.0, {"period": month(2025, 7)}, "contradicted", None),
    "a false record": ("2024-11-17", "rank", "strikes.launched", 3.0, {"period": night("2024-11-17"), "baseline": Baseline("window", Period.through(date(2024, 1, 1), date(2024, 11, 17))), "dimensions": {"direction": "max", "granularity": "night"}}, "contradicted", None),
    "a record while coverage starts later": ("2025-06-09", "extreme", "strikes.launched", None, {"period": night("2025-06-09"), "dimensions": {"direction": "max", "granularity": "night", "weapon": "drone"}}, "qualified", "coverage"),
    "most of the year by another map": ("2026-01-02", "extreme", "territory.net_change", None, {"period": month(2025, 11), "baseline": Baseline("window", Period(date(2025, 1, 1), date(2026, 1, 1))), "dimensions": {"direction": "max", "granularity": "month"}, "said": "afp_isw"}, "disputed", None),
    "three months in a row": ("2025-07-01", "streak", "territory.net_change", 3.0, {"period": month(2025, 6), "unit": "months", "dimensions": {"direction": "up", "granularity": "month"}}, "holds", None),
    "a streak that is broken": ("2025-10-02", "streak", "territory.net_change", 3.0, {"period": month(2025, 9), "unit": "months", "dimensions": {"direction": "up", "granularity": "month"}, "said": "deepstate"}, "contradicted", None),
    "a place that the tally cannot speak for": ("2025-05-30", "level", "strikes.launched", 100.0, {"period": night("2025-05-25"), "comparator": "gt", "place": Place("Kyiv", "geonames:703448", "settlement")}, "unverified", "no_ledger"),
    "strikes on the other country": ("2025-05-30", "level", "strikes.launched", 95.0, {"period": night("2025-05-25"), "place": Place("Russia", "RU", "country")}, "unverified", "no_ledger"),
    "entering the fourth year": ("2025-02-20", "elapsed", "calendar.elapsed", 4.0, {"unit": "year", "dimensions": {"ordinal": "true"}}, "holds", None),
    "former on the day after": ("2025-07-18", "role", "officials.role", None, {"dimensions": {"person": "Rustem Umerov", "office": "Defense Minister", "country": "UA", "term": "former"}}, "holds", None),
    "former a day too early": ("2025-07-16", "role", "officials.role", None, {"dimensions": {"person": "Rustem Umerov", "office": "Defense Minister", "country": "UA", "term": "former"}}, "unverified", "no_ledger"),
    "a trend that goes no way": ("2025-06-05", "trend", "territory.net_change", None, {"period": month(2025, 5)}, "unverified", "undefined_term"),
    "three nights of last week": ("2025-05-30", "level", "strikes.launched", None, {"low": 200.0, "high": 999.0, "comparator": "approx", "period": Period.through(date(2025, 5, 19), date(2025, 5, 25), "week"), "dimensions": {"nights": "3"}}, "holds", None),
    "the heaviest three nights of the war": ("2025-05-30", "extreme", "strikes.launched", None, {"period": Period.through(date(2025, 5, 19), date(2025, 5, 25), "week"), "dimensions": {"nights": "3", "granularity": "raid", "direction": "max"}}, "qualified", "coverage"),
    "hundreds that were twelve hundred": ("2025-05-30", "level", "strikes.launched", None, {"low": 200.0, "high": 999.0, "comparator": "approx", "period": Period.through(date(2025, 5, 19), date(2025, 5, 25), "week")}, "unverified", "no_ledger"),
    "a wrong weekday": ("2025-05-30", "weekday", "calendar.weekday", None, {"period": Period.of_day(date(2025, 5, 31)), "dimensions": {"weekday": "Sunday"}}, "contradicted", None),
    "a wrong weekday of a bare date, months back": ("2025-05-30", "weekday", "calendar.weekday", None, {"period": Period.of_day(date(2024, 10, 26)), "dimensions": {"weekday": "Monday"}}, "unverified", "ambiguous_period"),
    "a right weekday months back": ("2025-05-30", "weekday", "calendar.weekday", None, {"period": Period.of_day(date(2024, 10, 26)), "dimensions": {"weekday": "Saturday"}}, "holds", None),
    "a third year that is the fourth": ("2025-05-30", "elapsed", "calendar.elapsed", 3.0, {"unit": "year", "dimensions": {"ordinal": "true"}}, "contradicted", None),
    "former and really former": ("2025-05-30", "role", "officials.role", None, {"dimensions": {"person": "Joe Biden", "office": "President", "country": "US", "term": "former"}}, "holds", None),
    "an office not in the table": ("2025-05-30", "role", "officials.role", None, {"dimensions": {"person": "Donald Trump", "office": "Chief Beekeeper", "country": "US", "term": "current"}}, "unverified", "no_ledger"),
    "talks that were not the first": ("2025-06-05", "first_since", "talks.meetings", None, {"period": Period.of_day(date(2025, 7, 23)), "baseline": since(Period(date(2022, 1, 1), date(2023, 1, 1)))}, "unverified", "no_ledger"),
    "no second number for the change": ("2025-06-05", "change", "territory.net_change", 10.0, {"period": month(2025, 5), "unit": "%"}, "unverified", "ambiguous_period"),
    "the extractor's doubt": ("2025-06-05", "level", "territory.net_change", 10.0, {"period": month(2025, 5), "doubt": "undefined_term"}, "unverified", "undefined_term"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_trap(name, claim, context):
    report, frame, measure, value, more, verdict, reason = CASES[name]
    finding = check_claim(claim(frame, measure, value, quote=name, **more), context(report))
    assert (finding.verdict, finding.reason) == (verdict, reason), finding.summary
    assert_proven(finding)


def test_a_revision_is_said_beside_the_verdict_as_published(claim, context):
    year = Period(date(2025, 1, 1), date(2026, 1, 1), "year")
    finding = check_claim(claim("level", "casualties.killed", 2514.0, period=year, said="hrmmu"), context("2026-01-13"))
    assert (finding.verdict, finding.today) == ("holds", "qualified")
    assert finding.since == "Right when published; since revised to 2,526."


def test_the_run_told_in_a_sentence_is_what_its_figures_speak_of(claim, context):
    week = Period.through(date(2025, 5, 19), date(2025, 5, 25), "week")
    told = {"direction": "present", "granularity": "night"}
    hundreds = claim(
        "level", "strikes.launched", None, low=200.0, high=999.0, comparator="approx", period=week, quote="s"
    )
    streak = claim("streak", "strikes.launched", 3.0, period=week, unit="nights", dimensions=told, quote="s")
    record = claim(
        "extreme", "strikes.launched", period=week, dimensions={"direction": "max", "granularity": "span"}, quote="s"
    )
    findings = [c.finding for c in check_claims([hundreds, streak, record], context())]
    assert [(f.verdict, f.computed) for f in findings[::2]] == [("holds", 995.0), ("qualified", 995.0)]


def test_the_printed_forms(claim, context):
    def printed(report, *args, **more):
        return check_claim(claim(*args, **more), context(report)).summary

    assert printed("2026-02-27", "level", "strikes.launched", 197.0, period=night("2026-02-22"), dimensions=DRONE) == (
        "Data show otherwise: 297, Ukrainian Air Force"
    )
    assert printed("2026-02-27", "level", "strikes.launched", 297.0, period=night("2026-02-22"), dimensions=DRONE) == (
        "Matches the Ukrainian Air Force, a party to the war; no independent count."
    )
    kyiv = Place("Kyiv", "geonames:703448", "settlement")
    assert printed("2025-05-30", "level", "strikes.launched", 367.0, period=night("2025-05-25"), place=kyiv) == (
        "Matches, but: whole country, not Kyiv"
    )


def test_both_ends_of_the_press_range_got_through(claim, context):
    for value in (54.0, 56.0):
        finding = check_claim(claim("part_of", "strikes.through", value, period=night("2025-05-25")), context())
        assert finding.verdict == "holds", value


def test_a_month_cut_at_the_reports_day_is_a_daily_rate(claim, context):
    may = Period.through(date(2025, 5, 1), date(2025, 5, 30), "month")
    finding = check_claim(
        claim("rate", "territory.net_change", 14.0, unit="km2/day", period=may, said="deepstate"), context()
    )
    assert finding.computed == pytest.approx(13.9, abs=0.1)
    assert (finding.attribution, finding.independent_check, finding.basis) == ("confirmed", "shared_root", "computed")


@pytest.mark.parametrize(("said", "verdict"), [(None, "qualified"), ("ru_mod", "unverified")])
def test_a_partys_stretch_of_the_front_fits_the_country_by_chance(claim, context, said, verdict):
    made = context("2025-05-30")
    area = Place("Sumy direction", "area:Sumy", "area")
    month = Period(date(2025, 4, 1), date(2025, 5, 1))
    whole = check_claim(claim("level", "territory.net_change", 1.0, unit="km2", period=month), made).computed
    finding = check_claim(
        claim("level", "territory.net_change", round(whole), unit="km2", period=month, place=area, said=said), made
    )
    assert finding.verdict == verdict

"""The claims of the sample report, made by hand, against the ledgers that ship: what a careful expert found."""

# ruff: noqa: E501  (tables read better in one line a case)
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.checking import check_claim, check_claims
from dateline.records.claim import Baseline
from dateline.records.period import Period
from dateline.records.place import Place

from .invariants import assert_proven

MAY = Period.through(date(2025, 5, 1), date(2025, 5, 30), "month")
APRIL = Period.through(date(2025, 4, 1), date(2025, 4, 30), "month")
YEAR = Baseline("window", Period.through(date(2025, 1, 1), date(2025, 5, 30)))
NOVEMBER = Baseline("since", Period.through(date(2024, 11, 1), date(2024, 11, 30), "month"))
SEPTEMBER = Baseline("since", Period.through(date(2024, 9, 1), date(2024, 9, 30), "month"))
WAR = Baseline("window", Period.through(date(2022, 2, 24), date(2025, 5, 30)))
NIGHT = Period.of_day(date(2025, 5, 25), "night")
DAY = Period.of_day(date(2025, 5, 30))
KYIV = Place("Kyiv", "geonames:703448", "settlement")
DONETSK, SUMY = Place("Donetsk", "UA-14", "region"), Place("Sumy", "UA-59", "region")
MONTHLY = {"direction": "max", "granularity": "month", "pace": "rate"}


def role(person: str, office: str, country: str, term: str = "current") -> dict[str, str]:
    return {"person": person, "office": office, "country": country, "term": term}


CASES = {
    "fastest pace this year": ("extreme", "territory.net_change", None, {"period": MAY, "baseline": YEAR, "dimensions": MONTHLY}, {"holds"}),
    "some of the largest": ("rank", "strikes.launched", None, {"baseline": WAR, "dimensions": {"direction": "max", "granularity": "night"}}, {"holds", "qualified"}),
    "the first since 2022": ("first_since", "talks.meetings", None, {"period": MAY, "baseline": Baseline("since", Period(date(2022, 1, 1), date(2023, 1, 1), "year"))}, {"holds"}),
    "the fourth year": ("elapsed", "calendar.elapsed", 4.0, {"unit": "year", "dimensions": {"ordinal": "true"}}, {"holds"}),
    "Former U.S. President Donald Trump": ("role", "officials.role", None, {"dimensions": role("Donald Trump", "U.S. President", "US", "former")}, {"contradicted"}),
    "Russian President Vladimir Putin": ("role", "officials.role", None, {"dimensions": role("Vladimir Putin", "President", "RU")}, {"holds"}),
    "Sergey V. Lavrov": ("role", "officials.role", None, {"dimensions": role("Sergey V. Lavrov", "Foreign Minister", "RU")}, {"holds"}),
    "Rustem Umerov": ("role", "officials.role", None, {"dimensions": role("Rustem Umerov", "Defense Minister", "UA")}, {"holds"}),
    "Volodymyr Zelensky": ("role", "officials.role", None, {"dimensions": role("Volodymyr Zelensky", "President", "UA")}, {"holds"}),
    "more than doubled": ("ratio", "territory.net_change", 2.0, {"unit": "x", "comparator": "gt", "period": MAY, "baseline": Baseline("period", APRIL), "dimensions": {"direction": "up"}}, {"holds"}),
    "14 square kilometers per day": ("rate", "territory.net_change", 14.0, {"unit": "km2/day", "period": MAY, "said": "deepstate"}, {"holds"}),
    "fastest since November": ("extreme", "territory.net_change", None, {"period": MAY, "baseline": NOVEMBER, "dimensions": MONTHLY}, {"holds"}),
    "most in Donetsk": ("share", "territory.gained", None, {"comparator": "gt", "period": MAY, "place": DONETSK, "dimensions": {"of": "whole"}}, {"holds"}),
    "smaller gains in Sumy": ("level", "territory.gained", None, {"comparator": "gt", "period": MAY, "place": SUMY}, {"holds"}),
    "hundreds": ("level", "strikes.launched", None, {"low": 200.0, "high": 999.0, "comparator": "approx", "period": Period.through(date(2025, 5, 24), date(2025, 5, 26), "night")}, {"holds"}),
    "largest barrage of the war": ("extreme", "strikes.launched", None, {"period": Period.through(date(2025, 5, 24), date(2025, 5, 26), "night"), "baseline": WAR, "dimensions": {"direction": "max", "granularity": "span"}}, {"holds", "qualified"}),
    "367 against Kyiv": ("level", "strikes.launched", 367.0, {"period": NIGHT, "place": KYIV, "said": "airforce"}, {"qualified"}),
    "56 breached": ("part_of", "strikes.through", 56.0, {"period": NIGHT, "said": "airforce"}, {"holds", "qualified"}),
    "nine Iskander": ("part_of", "strikes.through", 9.0, {"period": NIGHT, "dimensions": {"weapon": "iskander_m"}}, {"holds"}),
    "Twelve civilians": ("level", "casualties.killed", 12.0, {"period": NIGHT, "dimensions": {"population": "civilians"}}, {"unverified"}),
    "over 200": ("level", "casualties.killed", 200.0, {"comparator": "gt", "period": APRIL, "said": "hrmmu"}, {"holds"}),
    "highest since September": ("extreme", "casualties.killed", None, {"period": APRIL, "baseline": SEPTEMBER, "dimensions": {"direction": "max", "granularity": "month"}}, {"holds", "qualified"}),
    "Saturday, May 31": ("weekday", "calendar.weekday", None, {"period": Period.of_day(date(2025, 5, 31)), "dimensions": {"weekday": "Saturday"}}, {"holds"}),
    "another round on June 2": ("plan", "talks.meetings", None, {}, {"not_checkable"}),
    "no victory this summer": ("prediction", None, None, {}, {"not_checkable"}),
    "a small portion": ("share", "strikes.through", None, {"period": MAY}, {"unverified"}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_sample(name, claim, context):
    frame, measure, value, more, accepted = CASES[name]
    finding = check_claim(claim(frame, measure, value, quote=name, **more), context())
    assert finding.verdict in accepted, finding.summary
    assert_proven(finding)


def test_a_part_is_judged_in_the_scope_of_its_whole(claim, context):
    whole = claim("level", "strikes.launched", 367.0, period=NIGHT, place=KYIV, said="airforce")
    part = replace(claim("part_of", "strikes.through", 9.0, place=KYIV, dimensions={"weapon": "iskander_m"}), id="c2")
    third = replace(part, id="c3", anchor="c2")
    checked = check_claims([whole, replace(part, anchor="c1"), third], context())
    assert [(c.finding.verdict, c.finding.reason) for c in checked] == [("qualified", "scope"), *[("holds", None)] * 2]
    assert checked[1].place == KYIV, "the claim itself is not rewritten"

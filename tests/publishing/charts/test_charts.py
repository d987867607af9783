from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from dateline.publishing.charts import draw
from dateline.records.series import Point, Series

START = date(2024, 7, 8)


def series(values: list[float | None], measure: str = "territory.net_change", claimed: float | None = 14.0) -> Series:
    days = [START + timedelta(days=i) for i in range(len(values))]
    points = tuple(Point(d, d, v, lit=i == 3) for i, (d, v) in enumerate(zip(days, values, strict=True)))
    return Series(measure, "km2/day", points, "Net <change> & more", "deepstate", claimed)


@pytest.mark.parametrize("count", [2, 31, 120, 121, 768, 2000])
def test_a_chart_is_small_and_well_formed(count: int) -> None:
    svg = draw(series([(i * 37) % 101 - 20 + 0.123 for i in range(count)]), "chart-c1")
    root = ElementTree.fromstring(svg)
    assert len(svg.encode()) <= 8192
    assert root.find("title") is not None and root.find("desc") is not None
    assert (root.find("title").text or "") == "Net <change> & more"  # type: ignore[union-attr]
    assert not re.search(r"style=|<script|on\w+=|href", svg)


def test_lit_periods_differ_by_shape_as_well_as_colour() -> None:
    svg = draw(series([1, 2, 3, 4, 5]), "c")
    assert svg.count('class="ch-lit"') == 2, "the bar and the mark above it"
    assert 'class="ch-claim"' in svg and ">claimed 14<" in svg
    assert 'class="ch-claim"' not in draw(series([1, 2, 3], claimed=None), "c")


def test_a_period_without_an_answer_is_no_zero() -> None:
    svg = draw(series([5, None, 5, 0, 5]), "c")
    assert svg.count('class="ch-none"') == 1
    assert "No answer for 1 of them." in svg
    line = draw(series([5, None, 5, 7, 5], "territory.held", None), "c")
    path = re.search(r'class="ch-line" d="([^"]+)"', line)
    assert path and path[1].count("M") == 2


def test_bars_stay_inside_the_picture_also_below_zero() -> None:
    svg = draw(series([-40.0, 3, 60, -12, 8]), "c")
    heights = [float(y) for y in re.findall(r"V(-?[\d.]+)", svg)]
    assert heights and min(heights) >= 0 and max(heights) <= 150


def test_a_peak_of_a_long_series_is_drawn() -> None:
    values: list[float | None] = [10.0] * 900
    values[501] = 99.0
    path = re.search(r'class="ch-line" d="([^"]+)"', draw(series(values, claimed=None), "c"))
    assert path
    ys = [float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", path[1])]
    assert len(ys) < 900 and max(ys) - min(ys) > 50


def test_nothing_is_drawn_of_one_value_and_a_flat_series_has_a_scale() -> None:
    assert draw(series([None, 5, None]), "c") == ""
    assert draw(replace(series([]), points=()), "c") == ""
    assert "<svg" in draw(series([0, 0, 0], claimed=None), "c")
    assert 'xmlns="http://www.w3.org/2000/svg"' in draw(series([1, 2]), "c", standalone=True)

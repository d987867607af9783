"""The kinds of chart beside bars and lines: stacked, parts, shares, records, intervals."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

import dateline
from dateline.publishing import charts
from dateline.publishing.charts.frame import STYLE
from dateline.records.series import Point, Series

START = date(2025, 1, 6)


def series(values: list[float | None], lit: int = -1) -> Series:
    days = [START + timedelta(weeks=i) for i in range(len(values))]
    points = tuple(Point(d, d, v, lit=i == lit) for i, (d, v) in enumerate(zip(days, values, strict=True)))
    return Series("strikes.launched", "weapons", points, "Launched <all>")


def kinds() -> dict[str, str]:
    many: list[float | None] = [float(i % 97) for i in range(400)]
    ranged = tuple(replace(p, low=(p.value or 0) - 1, high=(p.value or 0) + 2) for p in series(many).points)
    return {
        "stacked": charts.layered({f"kind {n}": series(many[:30], 3) for n in range(6)}, "n"),
        "parts": charts.parts(labelled([4000, 52, 98, 7, 1, 3, 2, 9]), "n"),
        "share": charts.share(82.8, "Stopped <of all>", "n", claimed=80.0),
        "record": charts.draw(series(many, 200), "n", frame="extreme"),
        "interval": charts.draw(replace(series(many), points=ranged), "n"),
    }


def labelled(values: list[float]) -> Series:
    return replace(series([]), points=tuple(Point(START, START, v, label=f"part <{i}>") for i, v in enumerate(values)))


@pytest.mark.parametrize("kind", ["stacked", "parts", "share", "record", "interval"])
def test_every_kind_is_small_well_formed_and_said_in_words(kind: str) -> None:
    svg = kinds()[kind]
    root = ElementTree.fromstring(svg)
    assert len(svg.encode()) + len(STYLE) <= 8192
    assert root.findtext("title") and root.findtext("desc")
    assert not re.search(r" style=|<script| on\w+=|href|<style", svg)


def test_layers_lie_on_one_another_and_are_named() -> None:
    svg = charts.layered({"drones": series([10, 20]), "missiles": series([5, 0])}, "n")
    drones, missiles = re.findall(r'class="ch-s[12]" d="([^"]+)"', svg)[:2]
    top = re.findall(r"V([\d.]+)", drones)[0]
    assert missiles.startswith("M") and missiles.split(" ")[1].startswith(top)
    assert ">drones<" in svg and ">missiles<" in svg
    assert charts.layered({"drones": series([10, None])}, "n") == ""
    assert charts.layered({}, "n") == ""


def test_too_many_segments_become_their_sum() -> None:
    svg = charts.layered({f"kind {n}": series([float(i) for i in range(110)], 3) for n in range(3)}, "n")
    assert "ch-s1" not in svg and "ch-bar" in svg and "327" in svg and len(svg.encode()) + len(STYLE) <= 8192


def test_a_period_missing_in_every_layer_is_no_zero() -> None:
    svg = charts.layered({"drones": series([10, None, 4]), "missiles": series([5, None, 1])}, "n")
    assert "No answer for 1 of them." in svg


def test_parts_fill_the_bar_and_the_smallest_share_one_segment() -> None:
    svg = charts.parts(labelled([60, 25, 5, 4, 3, 2, 1]), "n")
    widths = [float(w) for w in re.findall(r'd="M[\d.]+ 34h([\d.]+)v', svg)]
    assert len(widths) == 6 and sum(widths) == pytest.approx(404, abs=0.5)
    assert "other 3" in svg
    assert charts.parts(labelled([60]), "n") == "" == charts.parts(labelled([60, -2]), "n")


def test_a_share_is_as_long_as_it_says_and_none_beyond_its_whole() -> None:
    svg = charts.share(25.0, "Held", "n", claimed=50.0)
    assert "h101.0v40h-101.0z" in svg and 'x1="210.0"' in svg and "claimed 50%" in svg
    assert charts.share(101.0, "Held", "n") == "" == charts.share(10.0, "Held", "n", claimed=-3.0)


def test_a_record_marks_the_periods_that_reach_its_line() -> None:
    svg = charts.draw(series([9, 3, 7, 4, 7], 2), "n", frame="extreme")
    reached = re.findall(r'class="ch-s5" d="([^"]+)"', svg)
    assert reached and reached[0].count("M") == 2 and 'class="ch-record"' in svg
    lowest = charts.draw(series([9, 3, 7, 4, 8], 1), "n", frame="extreme", lowest=True)
    assert "no other period shown is as low" in lowest and "ch-s5" not in lowest
    assert "ch-record" not in charts.draw(series([9, 3, 7]), "n", frame="extreme"), "nothing is lit: plain bars"
    assert "ch-record" not in charts.draw(series([9, 3, 7], 1), "n", frame="level")


def test_a_record_long_ago_is_in_the_picture() -> None:
    svg = charts.draw(series([float(i % 50) for i in range(500)], 90), "n", frame="rank")
    assert 'class="ch-lit"' in svg


def test_an_interval_is_a_band_that_breaks_where_there_is_none() -> None:
    points = [replace(p, low=1.0, high=9.0) for p in series([5, 5, 5, 5, 5]).points]
    points[2] = replace(points[2], low=None, high=None)
    svg = charts.draw(replace(series([]), points=tuple(points)), "n")
    band = re.search(r'class="ch-band" d="([^"]+)"', svg)
    assert band and band[1].count("M") == 2 and band[1].count("z") == 2
    assert "from the low to the high" in svg


@pytest.mark.parametrize(
    ("options", "mark"),
    [
        ({"measure": "strikes.launched", "by": "weapon"}, "Shahed-type drone"),
        ({"measure": "strikes.intercepted", "form": "share", "of": "launched"}, 'class="ch-none"'),
        ({"measure": "territory.net_change", "form": "record"}, 'class="ch-record"'),
        ({"measure": "strikes.launched", "form": "rank"}, 'class="ch-record"'),
    ],
)
def test_a_figure_draws_the_kind_that_its_form_asks_for(options: dict[str, str], mark: str) -> None:
    asked = dict(options)
    found = dateline.figure(asked.pop("measure"), "2025-09-01", "2025-09-30", as_of="2026-05-01", **asked)  # type: ignore[arg-type]
    svg = found.to_svg()
    ElementTree.fromstring(svg)
    assert mark in svg.partition("</style>")[2] and len(svg.encode()) <= 8192


def test_the_parts_by_weapon_do_not_overlap() -> None:
    found = dateline.figure("strikes.launched", "2025-09-01", "2025-09-30", by="weapon", as_of="2026-05-01")
    shown = [int(n.replace(",", "")) for n in re.findall(r"> ?[^<>]*? ([\d,]+)</text>", found.to_svg())]
    assert sum(shown) == found.value


def test_cards_draw_by_the_frame_of_their_claim() -> None:
    text = (
        "At the end of September 2025 Russia held about 19 percent of Ukraine, according to DeepState.\n\n"
        "The ground that Russia gained in September 2025 was the smallest since May 2025, according to DeepState.\n"
    )
    page = dateline.check(dateline.read(text, published="2025-10-05", theatre="ukraine")).to_html()
    assert "claimed 19%" in page and "Share of the whole" in page.replace("share of", "Share of")
    assert 'class="ch-record"' in page

"""The map on a card: regions shaded by figures, small, with its text and its table, and no library of geometry."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.publishing.insets import inset_of
from dateline.publishing.maps.inset import Inset, inset
from dateline.publishing.maps.outlines import STEPS, outlines
from dateline.publishing.withholding import withheld_finding
from dateline.records.series import Point, Series

DAYS = date(2025, 5, 1), date(2025, 5, 31)


def series(*values: tuple[str, float | None], lit: str = "", measure: str = "territory.net_change") -> Series:
    points = tuple(Point(*DAYS, value, (), code == lit, code) for code, value in values)
    return Series(measure, "km2", points, "Net change of the area held", "deepstate")


@pytest.fixture
def square(tmp_path: Path) -> Path:
    """Two regions side by side, with a border of many points, one of them with an island."""
    border = [[31.0, 48 + n / 50] for n in range(51)]
    west = [[30.0, 49.0], [30.0, 48.0], *border, [30.0, 49.0]]
    east = [*border, [32.0, 49.0], [32.0, 48.0], border[0]]
    island = [[32.5, 48.5], [32.501, 48.5], [32.501, 48.501], [32.5, 48.5]]
    drawn = {"X-1": {"type": "Polygon", "coordinates": [west]},
             "X-2": {"type": "MultiPolygon", "coordinates": [[east], [island]]}}  # fmt: skip
    features = [{"type": "Feature", "properties": {"id": code}, "geometry": g} for code, g in drawn.items()]
    path = tmp_path / "regions.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def shown(square: Path, *values: tuple[str, float | None], lit: str = "") -> Inset | None:
    drawn = outlines(square)
    assert drawn is not None
    return inset(series(*values, lit=lit), {"X-1": "West", "X-2": "East"}, drawn, "a map-maker", "map-c1")


def test_what_is_gained_is_plain_what_is_lost_is_striped_and_the_rest_bare(square: Path) -> None:
    made = shown(square, ("X-1", 12.0), ("X-2", -3.0), lit="X-1")
    assert made is not None
    assert re.findall(r'class="(rm-\w+(?: rm-own)?)"', made.svg) == ["rm-line", "rm-land", "rm-more rm-own", "rm-less",
                                                                     "rm-name"]  # fmt: skip
    assert 'fill="url(#map-c1-s)"' in made.svg
    assert made.rows == (("West", "+12\u00a0km²", True), ("East", "−3\u00a0km²", False))
    assert made.told.replace("\u00a0", " ") == "Most in West +12 km²; East −3 km²."


def test_the_greatest_comes_first_and_what_lies_in_no_region_is_told(square: Path) -> None:
    made = shown(square, ("X-1", 1.0), ("X-2", 40.0), ("unassigned", 2.0))
    assert made is not None
    assert [region for region, _, _ in made.rows] == ["East", "in no region", "West"]


def test_where_nothing_moved_there_is_no_map(square: Path) -> None:
    assert shown(square, ("X-1", 0.0), ("X-2", 0.04), ("X-1", None)) is None
    assert shown(square, ("unassigned", 5.0)) is None


def test_neighbours_share_the_points_of_their_border_and_an_island_of_no_size_goes(square: Path) -> None:
    drawn = outlines(square)
    assert drawn is not None
    west, east = (drawn.paths[code] for code in ("X-1", "X-2"))
    assert west.count("M") == east.count("M") == 1
    assert len(west) < 60  # the many points of a straight border are two
    assert 0 < drawn.middles["X-1"][0] < drawn.middles["X-2"][0] < STEPS


def test_a_theatre_without_borders_has_no_map() -> None:
    assert inset_of(series(("UA-14", 9.0)), "gaza", "m") is None
    assert inset_of(series(("UA-14", 9.0)), "nowhere", "m") is None


def test_the_shipped_borders_give_a_small_map() -> None:
    made = inset_of(series(("UA-14", 290.0), ("UA-59", -54.0), lit="UA-14"), "ukraine", "m")
    assert made is not None and len(made.svg.encode()) <= 8_000
    assert made.svg.count("<path") == 4  # what is bare is one


def test_no_library_of_geometry_is_loaded_for_it() -> None:
    code = (
        "import sys, datetime as d; from dateline.publishing.insets import inset_of;"
        "from dateline.records.series import Point, Series; day = d.date(2025, 5, 1);"
        "inset_of(Series('territory.held', 'km2', (Point(day, day, 9.0, (), False, 'UA-14'),), 't'), 'ukraine', 'm');"
        "print([n for n in ('shapely', 'numpy', 'pyproj') if n in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


TEXT = (
    "In August 2025, Russia gained 468 square kilometres of Ukraine, according to DeepState. "
    "Its forces took 468 square kilometres in August 2025. Russia launched 629 drones on the night of 28 August 2025."
)


def test_claims_of_ground_carry_it_and_a_page_draws_the_same_one_once() -> None:
    checked = dateline.check(dateline.read(TEXT, published="2025-09-02"))
    carried = [c.finding.regions for c in checked.claims if c.finding is not None]
    assert [r is not None for r in carried] == [True, True, False]
    assert carried[0] is not None
    assert sum(p.value or 0.0 for p in carried[0].points) == pytest.approx(468, abs=1)
    page = checked.to_html()
    assert page.count('<svg class="chart rmap"') == 1
    assert 'By region: the map of <a href="#c1">c1</a>' in page


def test_the_region_asked_about_is_marked() -> None:
    text = "In August 2025, Russia gained 300 square kilometres in Donetsk region, according to DeepState."
    finding = dateline.check(dateline.read(text, published="2025-09-02")).claims[0].finding
    assert finding is not None and finding.regions is not None
    assert [p.label for p in finding.regions.points if p.lit] == ["UA-14"]


def test_the_map_of_a_producer_whose_figures_may_not_leave_is_taken_out() -> None:
    from dateline.ledgers.producers import Producers
    from dateline.theatres import loader

    producers = Producers.read(loader.load("ukraine").folder / "producers.yml")
    finding = dateline.check(dateline.read(TEXT, published="2025-09-02")).claims[0].finding
    assert finding is not None and finding.regions is not None
    assert withheld_finding(finding, producers).regions is not None
    shut = Producers({"deepstate": replace(producers["deepstate"], redistribute="none")})
    assert withheld_finding(finding, shut).regions is None

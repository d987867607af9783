"""The plain interface: areas, changes, polygons, histories, one more day."""

from datetime import date, timedelta

import numpy as np
import pytest
import shapely

from dateline.territory.front import Front, by_layer
from dateline.territory.measured import FrontError
from dateline.territory.projection import around
from dateline.territory.regions import UNASSIGNED, none

from .drawing import FIRST, REGIONS, box, daily
from .plane import area_km2

BASE, GROWN, MOVED = box(37.2, 47.6, 37.8, 48.2), box(37.2, 47.6, 37.9, 48.2), box(37.4, 47.6, 37.9, 48.2)


@pytest.fixture(scope="module")
def front() -> Front:
    return Front.of([*daily([BASE, GROWN, BASE]), (date(2031, 1, 6), MOVED)], REGIONS)


def test_area_held_in_all_and_by_region(front: Front) -> None:
    assert front.area(FIRST) == pytest.approx(area_km2(BASE), rel=1e-9)
    split = front.by_region(FIRST)
    assert sum(split.values()) == pytest.approx(area_km2(BASE), rel=1e-9)
    assert split == pytest.approx({k: v for k, v in REGIONS.split(BASE).items() if v >= 0.0005 or k == UNASSIGNED})
    assert front.area(FIRST, "UA-14") == pytest.approx(split["UA-14"])
    assert front.area(FIRST, "UA-46") == 0


def test_a_day_without_a_snapshot_is_answered_by_the_one_before(front: Front) -> None:
    assert front.area(date(2031, 1, 5)) == front.area(date(2031, 1, 3))
    assert front.area(date(2040, 1, 1)) == pytest.approx(area_km2(MOVED), rel=1e-9)


def test_what_came_and_went_is_in_the_sum_by_day_alone(front: Front) -> None:
    moved = front.change(FIRST, date(2031, 1, 3))
    strip = area_km2(GROWN) - area_km2(BASE)
    assert (moved.gained, moved.lost) == pytest.approx((0, 0), abs=1e-6)
    assert (moved.gained_by_day, moved.lost_by_day) == pytest.approx((strip, strip), abs=1e-3)
    assert moved.net == pytest.approx(0, abs=1e-6)


def test_net_gained_and_lost_between_end_points(front: Front) -> None:
    moved = front.change(date(2031, 1, 3), date(2031, 1, 6))
    assert moved.net == pytest.approx(area_km2(MOVED) - area_km2(BASE), abs=1e-6)
    assert moved.gained == pytest.approx(moved.gained_by_day, abs=1e-3)
    assert moved.lost > moved.gained > 0


def test_regions_add_up_to_the_whole(front: Front) -> None:
    whole = front.change(date(2031, 1, 3), date(2031, 1, 6))
    parts = front.change_by_region(date(2031, 1, 3), date(2031, 1, 6))
    assert sum(moved.net for moved in parts.values()) == pytest.approx(whole.net)
    assert parts["UA-14"] == front.change(date(2031, 1, 3), date(2031, 1, 6), "UA-14")
    assert "UA-46" not in parts


def test_polygons_are_where_the_ground_is(front: Front) -> None:
    grounds = front.polygons(date(2031, 1, 3), date(2031, 1, 6))
    moved = front.change(date(2031, 1, 3), date(2031, 1, 6))
    assert area_km2(grounds.gained) == pytest.approx(moved.gained, abs=0.005)
    assert area_km2(grounds.lost) == pytest.approx(moved.lost, abs=0.005)
    assert shapely.contains(grounds.gained, shapely.Point(37.85, 47.9))
    assert shapely.contains(grounds.lost, shapely.Point(37.3, 47.9))
    still = front.polygons(FIRST, FIRST)
    assert still.gained.is_empty and still.lost.is_empty


def test_an_outline_is_drawn_again_from_its_edges() -> None:
    holed = shapely.difference(BASE, box(37.4, 47.8, 37.5, 47.9))
    apart = shapely.MultiPolygon([*shapely.get_parts(holed), box(38.0, 47.8, 38.1, 47.9)])
    front = Front.of(daily([BASE, apart]), REGIONS)
    assert shapely.equals(front.outline(FIRST), BASE)
    assert shapely.equals(front.outline(FIRST + timedelta(1)), apart)


def test_one_more_day_changes_nothing_before_it() -> None:
    whole = Front.of(daily([BASE, GROWN, MOVED]), REGIONS)
    grown = Front.of(daily([BASE, GROWN]), REGIONS)
    before = grown.measured.by_region.copy()
    grown.append(*daily([BASE, GROWN, MOVED])[2])
    assert np.array_equal(grown.measured.by_region[:2], before)
    assert np.allclose(grown.measured.by_region, whole.measured.by_region, atol=1e-9)
    assert np.allclose(grown.measured.gained, whole.measured.gained, atol=1e-9)
    assert np.allclose(grown.measured.lost, whole.measured.lost, atol=1e-9)


def test_history_by_month_ends_where_the_record_ends() -> None:
    days = [date(2031, 1, 20), date(2031, 2, 1), date(2031, 2, 27), date(2031, 3, 2), date(2031, 3, 9)]
    outlines = [box(37.2, 47.6, 37.8 + n / 100, 48.2) for n in range(5)]
    front = Front.of(zip(days, outlines, strict=True), REGIONS)
    rows = front.history("month")
    assert [(row.start, row.end) for row in rows] == [
        (days[0], days[1]),  # a snapshot of the first of the month ends one month and begins the next
        (days[1], days[2]),  # none on 1 March: the nearest earlier one
        (days[2], days[4]),
    ]
    assert sum(row.moved.net for row in rows) == pytest.approx(area_km2(outlines[4]) - area_km2(outlines[0]), abs=1e-6)
    assert [row.moved.net > 0 for row in front.history("day", "UA-14")] == [True] * 4
    assert len(front.history("year")) == 1


@pytest.mark.parametrize(("day", "words"), [(date(2030, 1, 1), "begins on 2031-01-01")])
def test_a_question_before_the_record_is_refused(front: Front, day: date, words: str) -> None:
    with pytest.raises(FrontError, match=words):
        front.area(day)


def test_an_end_before_its_start_and_an_unknown_region_are_refused(front: Front) -> None:
    with pytest.raises(FrontError, match="swap them"):
        front.change(date(2031, 1, 3), FIRST)
    with pytest.raises(FrontError, match="XX-1: no region; there are UA-05"):
        front.area(FIRST, "XX-1")


def test_days_out_of_order_or_twice_are_refused() -> None:
    for days in ([FIRST, FIRST], [FIRST, FIRST - timedelta(1)]):
        with pytest.raises(FrontError, match="not later than 2031-01-01"):
            Front.of(zip(days, [BASE, GROWN], strict=True), REGIONS)


def test_an_empty_record_says_so() -> None:
    with pytest.raises(FrontError, match="is empty"):
        Front.of([], REGIONS).area(FIRST)


def test_another_theatre_needs_no_regions() -> None:
    here = box(34.2, 31.2, 34.5, 31.5)
    smaller = box(34.2, 31.2, 34.4, 31.5)
    crs = around(*here.bounds)
    front = Front.of(daily([here, smaller]), none(crs))
    assert front.area(FIRST) == pytest.approx(area_km2(here, crs), rel=1e-9)
    assert front.change(FIRST, FIRST + timedelta(1)).lost == pytest.approx(
        area_km2(here, crs) - area_km2(smaller, crs), abs=1e-3
    )
    assert list(front.by_region(FIRST)) == [UNASSIGNED]


def test_a_record_that_begins_with_nothing_held() -> None:
    front = Front.of(daily([shapely.MultiPolygon(), BASE]), REGIONS)
    assert front.area(FIRST) == 0
    assert front.change(FIRST, FIRST + timedelta(1)).gained == pytest.approx(area_km2(BASE), abs=1e-6)
    assert front.outline(FIRST).is_empty


def test_each_layer_has_a_record_of_its_own() -> None:
    strip = box(37.8, 47.6, 37.9, 48.2)
    drawn = [{"occupied": BASE, "contested": strip}, {"occupied": GROWN}]
    layers = by_layer(daily(drawn), REGIONS)
    later = FIRST + timedelta(1)
    assert list(layers) == ["contested", "occupied"]
    assert layers["occupied"].change(FIRST, later).gained == pytest.approx(area_km2(strip), abs=0.01)
    assert layers["contested"].change(FIRST, later).lost == pytest.approx(area_km2(strip), abs=0.01)
    assert layers["contested"].area(later) == pytest.approx(0, abs=1e-9)

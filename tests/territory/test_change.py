"""Gained and lost between two outlines: rounding is no movement, movement is never lost."""

from pathlib import Path

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline.theatres
from dateline.territory.change import between, without_artefacts
from dateline.territory.projection import area_km2
from dateline.territory.regions import Regions, load

REGIONS = load(Path(dateline.theatres.__file__).parent / "ukraine" / "regions.json")


def box(west: float, south: float, east: float, north: float) -> shapely.Polygon:
    """With short edges, as real borders have: a long edge bends when it is projected."""
    return shapely.segmentize(shapely.box(west, south, east, north), 0.01)


BASE = box(37.2, 47.6, 37.8, 48.2)


def test_a_gain_and_a_loss_elsewhere_are_told_apart() -> None:
    later = box(37.3, 47.6, 37.9, 48.2)
    change = between(BASE, later, REGIONS)
    assert sum(change.gained.values()) == pytest.approx(area_km2(box(37.8, 47.6, 37.9, 48.2)), rel=1e-5)
    assert sum(change.lost.values()) == pytest.approx(area_km2(box(37.2, 47.6, 37.3, 48.2)), rel=1e-5)
    assert change.net_km2 == pytest.approx(area_km2(later) - area_km2(BASE), abs=0.01)


def test_the_same_outline_is_still() -> None:
    assert between(BASE, BASE, REGIONS).still


def test_a_sliver_of_rounding_is_no_movement() -> None:
    flat = shapely.box(37.2, 47.6, 37.21, 47.61)
    bent = shapely.Polygon([(37.2, 47.6), (37.205, 47.599999), (37.21, 47.6), (37.21, 47.61), (37.2, 47.61)])
    assert 0 < area_km2(shapely.difference(bent, flat)) < 1e-3
    assert between(flat, bent, REGIONS).still


def test_a_small_field_is_movement() -> None:
    field = shapely.box(38.0, 48.0, 38.0004, 48.0003)  # 30 m by 33 m: smaller than 0.001 km2, wider than any rounding
    assert area_km2(field) < 1e-3
    assert not without_artefacts(field).is_empty


def test_a_long_thin_strip_of_real_area_is_movement() -> None:
    strip = shapely.box(37.0, 48.0, 38.0, 48.000002)
    assert area_km2(strip) > 1e-3
    assert not without_artefacts(strip).is_empty


boxes = st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(1, 5), st.integers(1, 5)).map(
    lambda b: box(37 + b[0] / 10, 47.5 + b[1] / 10, 37 + (b[0] + b[2]) / 10, 47.5 + (b[1] + b[3]) / 10)
)


@settings(max_examples=40, deadline=None)
@given(st.lists(boxes, min_size=1, max_size=4), st.lists(boxes, min_size=1, max_size=4))
def test_gained_less_lost_is_the_change_of_area(before: list[shapely.Polygon], after: list[shapely.Polygon]) -> None:
    earlier, later = shapely.union_all(before), shapely.union_all(after)
    change = between(earlier, later, REGIONS)
    assert change.net_km2 == pytest.approx(area_km2(later) - area_km2(earlier), abs=0.05)
    back = between(later, earlier, REGIONS)
    assert sum(change.gained.values()) == pytest.approx(sum(back.lost.values()), abs=1e-6)


def test_regions_and_country_are_cut_alike() -> None:
    one = Regions(REGIONS.ids[:1], REGIONS.outlines[:1])
    assert sum(one.split(BASE).values()) == pytest.approx(sum(REGIONS.split(BASE).values()))

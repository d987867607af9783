"""Names that do not overlap, bars of round length, paths that stay inside the picture."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
import shapely

from dateline.publishing.maps import labels, plane, sheet
from dateline.publishing.maps.plane import WIDTH, Plane

FRAME = (0.0, 0.0, 400.0, 300.0)
CROWD = [(f"Town {n} of the plain", 40.0 + 37 * n % 340, 20.0 + 53 * n % 260) for n in range(60)]


def boxes(found: list[labels.Label], size: float) -> list[tuple[float, float, float, float]]:
    drawn = []
    for n in found:
        wide = labels.width(n.name, size)
        left = {"start": n.x, "end": n.x - wide, "middle": n.x - wide / 2}[n.anchor]
        drawn.append((left, n.y - 0.8 * size, left + wide, n.y + 0.2 * size))
    return drawn


def test_no_two_names_overlap_and_none_leaves_the_frame() -> None:
    found = labels.placed(CROWD, FRAME, 10)
    assert 5 < len(found) <= labels.MOST
    for one, other in combinations(boxes(found, 10), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= 400 and box[3] <= 300 for box in boxes(found, 10))


def test_the_first_is_named_before_the_second_and_what_is_taken_stays_free() -> None:
    near = [("Great", 100.0, 100.0), ("Small", 101.0, 101.0)]
    assert [n.name for n in labels.placed(near, FRAME, 10)] == ["Great"]
    assert [n.name for n in labels.placed(near, FRAME, 10, [(90, 90, 110, 110)])] == []


def test_a_name_at_the_right_edge_stands_to_the_left_of_its_dot() -> None:
    (label,) = labels.placed([("Easternmost", 395.0, 100.0)], FRAME, 10)
    assert label.anchor == "end" and label.x < 395


def test_a_region_is_named_at_the_first_of_its_points_that_is_free() -> None:
    points = [(100.0, 100.0), (200.0, 200.0)]
    one, two = labels.centred([("NORTH", points), ("SOUTH", points), ("WEST", points)], FRAME, 10, [])
    assert (one.name, one.x, two.name, two.x) == ("NORTH", 100, "SOUTH", 200)
    assert labels.centred([("NORTH", points)], FRAME, 10, [FRAME]) == []


@pytest.mark.parametrize("metres", [12.0, 130.0, 999.0, 2000.0, 7777.0])
def test_a_scale_bar_is_round_and_at_most_a_quarter(metres: float) -> None:
    km, length = plane.ruler(metres)
    assert str(km).rstrip("0") in ("1", "2", "5")
    assert length <= WIDTH / 4 + 1e-9 and length * metres == pytest.approx(km * 1000)


def test_the_whole_box_is_seen_and_a_path_stays_near_the_window() -> None:
    around = Plane.around((0, 0, 90_000, 200_000))
    window = around.window()
    assert window.covers(shapely.box(0, 0, 90_000, 200_000))
    path = around.path(shapely.box(-1e7, -1e7, 1e7, 1e7))
    start = re.match(r"M(-?[\d.]+)[ ]?(-?[\d.]+)l", path)
    assert start and all(abs(float(v)) < 500 for v in start.groups())
    assert around.path(shapely.box(1e7, 1e7, 2e7, 2e7)) == ""


def test_a_path_is_the_outline_that_it_was_made_of() -> None:
    around = Plane.around((0, 0, 400_000, 300_000))
    square = shapely.box(100_000, 100_000, 200_000, 200_000).difference(shapely.box(140_000, 140_000, 160_000, 160_000))
    rings = []
    for x0, y0, steps in re.findall(r"M(-?[\d.]+) ?(-?[\d.]+)l([^z]*)z", around.path(square)):
        x, y = float(x0), float(y0)
        ring = [(x, y)]
        numbers = [float(v) for v in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(shapely.Polygon(ring).area * around.metres**2)
    assert max(rings) - min(rings) == pytest.approx(square.area, rel=0.01)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def seen_by_a_deuteranope(colour: str) -> tuple[float, float]:
    """What is left of a colour where red and green are one: lightness, and blue against yellow."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    yellow = 0.625 * red + 0.375 * green
    return yellow, blue


@pytest.mark.parametrize("shade", [0, 1])
def test_gained_lost_and_held_are_told_apart_without_red_and_green(shade: int) -> None:
    named = {name: sheet.COLOURS[name][shade] for name in ("gained", "lost", "held", "land")}
    for one, other in combinations(named.values(), 2):
        (y1, b1), (y2, b2) = seen_by_a_deuteranope(one), seen_by_a_deuteranope(other)
        assert abs(y1 - y2) + abs(b1 - b2) > 0.25, (one, other)


@pytest.mark.parametrize("shade", [0, 1])
def test_words_stand_out_from_the_paper(shade: int) -> None:
    paper = luminance(sheet.COLOURS["paper"][shade])
    for name in ("ink", "soft"):
        light, dark = sorted((paper, luminance(sheet.COLOURS[name][shade])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5

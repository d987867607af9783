"""Daily maps: rounded, valid, and refused by name where they cannot be used."""

import json
from datetime import date
from pathlib import Path

import pytest
import shapely

from dateline.sources import deepstate
from dateline.sources.deepstate import Snapshot
from dateline.sources.description import describe
from dateline.sources.intake import SourceError


def write(folder: Path, day: str, *rings: list[list[float]]) -> Path:
    feature = {"type": "Feature", "properties": {},
               "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}}  # fmt: skip
    path = folder / f"deepstatemap_data_{day}.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path


def square(west: float, south: float, side: float = 0.1) -> list[list[float]]:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def test_more_decimals_of_the_same_border_are_the_same_border(tmp_path: Path) -> None:
    write(tmp_path, "20310101", square(37.0, 48.0))
    write(tmp_path, "20310102", [[x + 3e-8, y - 4e-8] for x, y in square(37.0, 48.0)])
    first, second = (s.outline for s in deepstate.read(tmp_path) if isinstance(s, Snapshot))
    assert shapely.equals(first, second)
    assert not shapely.equals(shapely.box(37, 48, 37.1, 48.1), shapely.box(37 + 3e-8, 48, 37.1, 48.1))


def test_overlapping_and_crossing_parts_count_once(tmp_path: Path) -> None:
    bow_tie = [[38.0, 48.0], [38.1, 48.1], [38.1, 48.0], [38.0, 48.1], [38.0, 48.0]]
    write(tmp_path, "20310101", square(37.0, 48.0), square(37.05, 48.0), bow_tie)
    (snapshot,) = deepstate.read(tmp_path)
    assert isinstance(snapshot, Snapshot)
    assert shapely.is_valid(snapshot.outline)
    assert snapshot.outline.area == pytest.approx(0.15 * 0.1 + 0.1 * 0.1 / 2)


def test_days_come_in_order_and_a_truncated_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, "20310103", square(37.0, 48.0))
    whole = write(tmp_path, "20310101", square(37.0, 48.0)).read_bytes()
    (tmp_path / "deepstatemap_data_20310102.geojson").write_bytes(whole[:-40])
    (tmp_path / "notes.txt").write_text("not a snapshot")
    found = list(deepstate.read(tmp_path))
    assert [s.day if isinstance(s, Snapshot) else s[0] for s in found] == [date(2031, 1, d) for d in (1, 2, 3)]
    broken = found[1]
    assert not isinstance(broken, Snapshot)
    assert (broken[1].what, "truncated" in broken[1].why) == ("deepstatemap_data_20310102.geojson", True)


@pytest.mark.parametrize(
    ("ring", "why"),
    [(square(4_000_000.0, 6_000_000.0, 1000.0), "not in degrees"), (square(5.0, 50.0), "not in Ukraine")],
)
def test_metres_and_other_countries_are_refused(tmp_path: Path, ring: list[list[float]], why: str) -> None:
    path = write(tmp_path, "20310101", ring)
    with pytest.raises(ValueError, match=why):
        deepstate.snapshot(date(2031, 1, 1), path, describe("deepstate"))


def test_a_map_without_polygons_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deepstatemap_data_20310101.geojson"
    path.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    with pytest.raises(ValueError, match="no polygon"):
        deepstate.snapshot(date(2031, 1, 1), path, describe("deepstate"))


def test_a_folder_without_maps_says_where_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"github\.com/cyterat"):
        deepstate.files(tmp_path / "absent")


def test_a_second_file_of_a_day_is_put_aside_and_told_apart(tmp_path: Path) -> None:
    write(tmp_path, "20310101", square(37.0, 48.0))
    copy = write(tmp_path, "20310102", square(37.0, 48.0))
    copy.rename(tmp_path / "z deepstatemap_data_20310101.geojson")
    other = write(tmp_path, "20310103", square(37.0, 48.5))
    other.rename(tmp_path / "zz deepstatemap_data_20310101.geojson")
    first, same, different = deepstate.read(tmp_path)
    assert isinstance(first, Snapshot)
    assert not isinstance(same, Snapshot) and "with the map of" in same[1].why
    assert not isinstance(different, Snapshot) and "disagrees with" in different[1].why


def test_strict_refuses_the_first_file_that_cannot_be_used(tmp_path: Path) -> None:
    write(tmp_path, "20310101", square(37.0, 48.0))
    (tmp_path / "deepstatemap_data_20310102.geojson").write_bytes(b"{")
    with pytest.raises(SourceError, match=r"20310102\.geojson: not whole GeoJSON"):
        list(deepstate.read(tmp_path, strict=True))

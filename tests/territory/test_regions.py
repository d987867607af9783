"""First-level regions: all of Ukraine's, Crimea among them, and a residue that never vanishes."""

import json
from pathlib import Path

import numpy as np
import pytest
import shapely
import shapely.geometry

import dateline.theatres
from dateline.territory.projection import ProjectionError, about
from dateline.territory.regions import UNASSIGNED, Regions, load
from dateline.theatres.loader import load as load_theatre

from .plane import area_km2

FILE = Path(dateline.theatres.__file__).parent / "ukraine" / "regions.json"
#: Regions whose drawn area is known to differ from the official one by more than 2 %, and why.
DIFFERENT = {
    "UA-30": "Natural Earth draws the capital nearly twice as large",
    "UA-32": "the other side of the same border",
    "UA-40": "the city's boundary is drawn tighter",
    "UA-48": "the official area includes estuaries",
    "UA-65": "the official area includes Syvash and estuaries",
}


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load(FILE)


def test_there_are_27_regions_with_their_codes(regions: Regions) -> None:
    assert len(regions.ids) == len(set(regions.ids)) == 27
    assert all(code.startswith("UA-") for code in regions.ids)
    assert FILE.stat().st_size <= 150_000


def test_crimea_and_sevastopol_belong_to_ukraine(regions: Regions) -> None:
    assert {"UA-40", "UA-43"} <= set(regions.ids)
    simferopol, sevastopol = shapely.points([[34.10, 44.95], [33.62, 44.57]])
    assert shapely.contains(regions.outlines[regions.ids.index("UA-43")], simferopol)
    assert shapely.contains(regions.outlines[regions.ids.index("UA-40")], sevastopol)


@pytest.mark.parametrize(
    ("city", "lon", "lat", "code"),
    [
        ("Donetsk", 37.80, 48.00, "UA-14"),
        ("Luhansk", 39.31, 48.57, "UA-09"),
        ("Zaporizhzhia", 35.14, 47.84, "UA-23"),
        ("Kherson", 32.62, 46.64, "UA-65"),
        ("Kharkiv", 36.23, 49.99, "UA-63"),
        ("Sumy", 34.80, 50.91, "UA-59"),
        ("Dnipro", 35.05, 48.46, "UA-12"),
        ("Kyiv", 30.52, 50.45, "UA-30"),
        ("Bila Tserkva", 30.11, 49.80, "UA-32"),
        ("Lviv", 24.03, 49.84, "UA-46"),
        ("Odesa", 30.72, 46.48, "UA-51"),
        ("Mykolaiv", 32.00, 46.97, "UA-48"),
        ("Uzhhorod", 22.29, 48.62, "UA-21"),
        ("Chernihiv", 31.29, 51.49, "UA-74"),
        ("Chernivtsi", 25.94, 48.29, "UA-77"),
        ("Kropyvnytskyi", 32.26, 48.51, "UA-35"),
        ("Khmelnytskyi", 26.98, 49.42, "UA-68"),
    ],
)
def test_a_city_lies_in_its_region_and_no_other(regions: Regions, city: str, lon: float, lat: float, code: str) -> None:
    inside = shapely.contains(regions.outlines, shapely.Point(lon, lat))
    assert [regions.ids[i] for i in np.flatnonzero(inside)] == [code], city


def test_areas_are_within_two_per_cent_of_the_official_ones(regions: Regions) -> None:
    official = {f["properties"]["id"]: f["properties"]["area_km2"] for f in json.loads(FILE.read_text())["features"]}
    drawn = dict(zip(regions.ids, area_km2(regions.outlines), strict=True))
    far = {code for code, area in drawn.items() if abs(area / official[code] - 1) > 0.02}
    assert far == set(DIFFERENT)
    assert sum(drawn.values()) == pytest.approx(603_628, rel=0.01)
    assert sum(official.values()) == pytest.approx(603_628, rel=0.0002)


def test_the_default_policy_holds_crimea_ukraines_and_names_the_resolutions() -> None:
    theatre = load_theatre("ukraine")
    assert "Crimea and Sevastopol included" in theatre.border_policy
    assert {"68/262", "ES-11/4"} <= set(theatre.border_policy.replace(")", "").split())
    features = json.loads(FILE.read_text())["features"]
    assert {feature["properties"]["id"].split("-")[0] for feature in features} == {"UA"}


def test_ground_held_in_crimea_counts_there(regions: Regions) -> None:
    around_simferopol = shapely.box(34.0, 44.9, 34.2, 45.0)
    assert regions.split(around_simferopol)["UA-43"] == pytest.approx(area_km2(around_simferopol), rel=1e-9)


def test_neighbours_share_their_border(regions: Regions) -> None:
    assert area_km2(shapely.union_all(regions.outlines)) == pytest.approx(sum(area_km2(regions.outlines)), rel=1e-9)


def test_a_split_adds_up_and_the_residue_is_named(regions: Regions) -> None:
    across = shapely.box(37.0, 46.2, 38.0, 48.6)  # Donetsk and Zaporizhzhia oblasts, and the Sea of Azov
    split = regions.split(across)
    assert sum(split.values()) == pytest.approx(area_km2(across), rel=1e-12)
    assert split["UA-14"] > 1000
    assert split[UNASSIGNED] > 1000
    assert set(split) <= {*regions.ids, UNASSIGNED}


def test_a_polygon_at_sea_is_all_residue(regions: Regions) -> None:
    sea = shapely.box(31.0, 44.0, 31.5, 44.5)
    assert regions.split(sea) == {UNASSIGNED: pytest.approx(area_km2(sea))}


def collection(folder: Path, **more: object) -> Path:
    """Two regions far from any theatre that ships."""
    features = [
        {
            "type": "Feature",
            "properties": {"id": f"X-{n}"},
            "geometry": shapely.geometry.mapping(shapely.box(n, 4, n + 1, 6)),
        }
        for n in (20, 21)
    ]
    path = folder / "regions.json"
    path.write_text(json.dumps({"type": "FeatureCollection", **more, "features": features}), encoding="utf-8")
    return path


def test_the_plane_is_centred_where_the_theatre_says_else_in_the_middle_of_its_regions(tmp_path: Path) -> None:
    assert load(collection(tmp_path, centre=[20, 5.5])).crs == about(20, 5.5)
    middle = load(collection(tmp_path))
    assert middle.crs == about(21, 5)
    assert middle.split(shapely.box(20.2, 4.5, 20.4, 5))["X-20"] == pytest.approx(
        area_km2(shapely.box(20.2, 4.5, 20.4, 5), about(21, 5)), rel=1e-9
    )


@pytest.mark.parametrize("centre", [[20], "20,5", [200, 5], [20, None], 5])
def test_a_centre_that_is_no_point_is_refused(tmp_path: Path, centre: object) -> None:
    with pytest.raises(ProjectionError, match="longitude and"):
        load(collection(tmp_path, centre=centre))

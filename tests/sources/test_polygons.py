"""GeoJSON in any form to one sound outline; what cannot be used is refused in words that say why."""

import json
from typing import Any

import pytest
import shapely

from dateline.sources import polygons
from dateline.sources.polygons import layers, outline

Ring = list[list[float]]
UKRAINE = ((21.0, 41.0), (43.0, 53.0))


def square(west: float = 37.0, south: float = 48.0, side: float = 0.1) -> Ring:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings: Ring) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def multi(*shells: Ring) -> dict[str, Any]:
    return {"type": "MultiPolygon", "coordinates": [[shell] for shell in shells]}


def feature(geometry: dict[str, Any] | None, **properties: object) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: dict[str, Any], **members: object) -> dict[str, Any]:
    return {"type": "FeatureCollection", **members, "features": list(features)}


def read(drawn: object) -> Any:
    return outline(json.dumps(drawn).encode(), UKRAINE, "Ukraine")


BOX = shapely.box(37.0, 48.0, 37.1, 48.1)


@pytest.mark.parametrize(
    "drawn",
    [
        polygon(square()),
        multi(square()),
        feature(polygon(square())),
        collection(feature(polygon(square()))),
        collection(feature(multi(square())), feature(None)),
        {"type": "GeometryCollection", "geometries": [polygon(square()), {"type": "Point", "coordinates": [37, 48]}]},
        {"type": "GeometryCollection", "geometries": [{"type": "GeometryCollection", "geometries": [multi(square())]}]},
        polygon(square()[::-1]),
        collection(feature(polygon(square())), feature(polygon(square()))),
        polygon([[x, y, 120.0] for x, y in square()]),
    ],
    ids=["polygon", "multi", "feature", "collection", "null", "geometries", "nested", "clockwise", "twice", "heights"],
)
def test_any_form_of_the_same_ground_is_the_same_outline(drawn: object) -> None:
    found = read(drawn)
    assert shapely.equals(found, BOX)
    assert shapely.is_valid(found)


def test_features_side_by_side_are_one_ground() -> None:
    found = read(collection(feature(polygon(square(37.0))), feature(polygon(square(37.1)))))
    assert len(shapely.get_parts(found)) == 1
    assert found.area == pytest.approx(0.02)


def test_features_that_overlap_count_once() -> None:
    found = read(collection(feature(polygon(square(37.0))), feature(polygon(square(37.05)))))
    assert found.area == pytest.approx(0.015)


def test_a_hole_stays_a_hole_whichever_way_it_is_drawn() -> None:
    hole = square(37.02, 48.02, 0.02)
    for drawn in (polygon(square(), hole), polygon(square()[::-1], hole), polygon(square(), hole[::-1])):
        assert read(drawn).area == pytest.approx(0.0096)


def test_a_ring_that_touches_itself_and_one_that_crosses_itself_are_mended() -> None:
    touching = [[37.0, 48.0], [37.2, 48.0], [37.2, 48.2], [37.1, 48.0], [37.0, 48.2], [37.0, 48.0]]
    crossing = [[38.0, 48.0], [38.1, 48.1], [38.1, 48.0], [38.0, 48.1], [38.0, 48.0]]
    assert read(polygon(touching)).area == pytest.approx(0.02)
    assert read(polygon(crossing)).area == pytest.approx(0.005)
    assert shapely.is_valid(read(multi(touching, crossing)))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (json.dumps(polygon(square())).encode()[:-9], "truncated"),
        (b"", "truncated"),
        (b"\x00\x01\x02", "truncated"),
        (b'{"type": "FeatureCollection"}', "not sound GeoJSON: .*'features' not found"),
        (b"[1, 2, 3]", "not sound GeoJSON"),
        (b"[" * 100_000 + b"]" * 100_000, "truncated or damaged"),
        (json.dumps(polygon(square()[:-1])).encode(), "not sound GeoJSON: .*closed"),
        (json.dumps(collection()).encode(), "no polygon"),
        (json.dumps(collection(feature(None))).encode(), "no polygon"),
        (json.dumps(feature({"type": "LineString", "coordinates": square()})).encode(), "no polygon"),
        (json.dumps(multi()).encode(), "no polygon"),
        (json.dumps(polygon([[37.0, 48.0], [37.1, 48.0], [37.0, 48.0], [37.0, 48.0]])).encode(), "thinner than"),
        (json.dumps(polygon([[y, x] for x, y in square(37.0, 48.0)])).encode(), "swapped"),
        (json.dumps(polygon(square(4_000_000.0, 6_000_000.0, 1000.0))).encode(), "convert it to EPSG:4326"),
        (json.dumps(polygon(square(5.0, 50.0))).encode(), "not in Ukraine"),
        (json.dumps(polygon(square(37.0, 89.0, 5.0))).encode(), "not in degrees"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_in_words(content: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        outline(content, UKRAINE, "Ukraine")


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:EPSG::3857", "EPSG:32637"])
def test_a_named_projection_is_refused(name: str) -> None:
    crs = {"type": "name", "properties": {"name": name}}
    with pytest.raises(ValueError, match=f"is in {name}, not in degrees"):
        read(collection(feature(polygon(square())), crs=crs))


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"])
def test_degrees_by_name_are_read(name: str) -> None:
    crs = {"type": "name", "properties": {"name": name}}
    assert shapely.equals(read(collection(feature(polygon(square())), crs=crs)), BOX)


def test_too_many_vertices_and_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = json.dumps(polygon(square())).encode()
    monkeypatch.setattr(polygons, "MOST_VERTICES", 4)
    with pytest.raises(ValueError, match="5 vertices; at most 4 are read"):
        outline(content)
    monkeypatch.setattr(polygons, "MOST_BYTES", 20)
    with pytest.raises(ValueError, match="bytes; at most 20 are read"):
        outline(content)
    with pytest.raises(ValueError, match="bytes; at most 20 are read"):
        layers(content, "status")


def test_layers_are_told_apart_by_a_property() -> None:
    drawn = collection(
        feature(polygon(square(37.0)), status="occupied"),
        feature(polygon(square(37.1)), status="occupied"),
        feature(polygon(square(37.2)), status="contested"),
    )
    found = layers(json.dumps(drawn).encode(), "status", UKRAINE, "Ukraine")
    assert {name: round(part.area, 6) for name, part in found.items()} == {"occupied": 0.02, "contested": 0.01}


@pytest.mark.parametrize(
    ("drawn", "why"),
    [
        (collection(feature(polygon(square()))), "feature 1 has no 'status'"),
        (collection(feature(polygon(square()), status="a"), feature(polygon(square()), status=3)), "feature 2 has no"),
        (collection(), "no polygon"),
        (polygon(square()), "feature 1 has no 'status'"),
        ([1], "no polygon"),
    ],
)
def test_a_feature_without_a_layer_is_named(drawn: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        layers(json.dumps(drawn).encode(), "status", UKRAINE, "Ukraine")

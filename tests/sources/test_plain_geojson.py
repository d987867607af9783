"""The fast way reads what it reads exactly as the general one does, and leaves everything else alone."""

import json
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.plain_geojson import Texts, multipolygon

SHELL = [[37.0, 48.0], [37.5, 48.0], [37.5, 48.5], [37.0, 48.5], [37.0, 48.0]]
HOLE = [[37.1, 48.1], [37.2, 48.1], [37.2, 48.2], [37.1, 48.1]]
FAR = [[38.0, 48.0], [38.5, 48.0], [38.5, 48.5], [38.0, 48.0]]


def wrapped(kind: str, coordinates: object) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"note": "[x]"}, "geometry": {"type": kind, "coordinates": coordinates}}


def read(drawn: object, **how: Any) -> Any:
    return multipolygon(json.dumps(drawn, **how).encode(), Texts(6))


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("Polygon", [SHELL]),
        ("Polygon", [SHELL, HOLE]),
        ("MultiPolygon", [[SHELL]]),
        ("MultiPolygon", [[SHELL, HOLE], [FAR]]),
        ("MultiPolygon", [[FAR], [SHELL, HOLE, HOLE]]),
    ],
)
@pytest.mark.parametrize("how", [{}, {"indent": 2}, {"separators": (",", ":")}])
def test_it_reads_what_the_general_reader_reads(kind: str, coordinates: object, how: dict[str, Any]) -> None:
    geometry = {"type": kind, "coordinates": coordinates}
    expected = shapely.from_geojson(json.dumps(geometry))
    whole = shapely.multipolygons(shapely.get_parts(expected))
    for drawn in (geometry, wrapped(kind, coordinates),
                  {"type": "FeatureCollection", "features": [wrapped(kind, coordinates)]}):  # fmt: skip
        assert shapely.equals_identical(read(drawn, **how), whole)


def test_points_are_rounded_and_remembered_over_files() -> None:
    texts = Texts(6)
    first = multipolygon(json.dumps(wrapped("Polygon", [SHELL])).encode(), texts)
    size = len(texts)
    more = [[x + 2e-8, y] for x, y in SHELL]
    second = multipolygon(json.dumps(wrapped("Polygon", [more])).encode(), texts)
    assert shapely.equals_identical(first, second)
    assert len(texts) > size
    again = len(texts)
    multipolygon(json.dumps(wrapped("Polygon", [SHELL])).encode(), texts)
    assert len(texts) == again


def test_remembered_texts_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.sources.plain_geojson._MOST_TEXTS", 3)
    texts = Texts(6)
    for shell in (SHELL, FAR, SHELL):
        found = multipolygon(json.dumps(wrapped("Polygon", [shell])).encode(), texts)
        assert shapely.equals(found, shapely.Polygon(shell))
    assert len(texts) <= 6


WHOLE = json.dumps(wrapped("MultiPolygon", [[SHELL, HOLE], [FAR]]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        WHOLE[:-1],
        WHOLE + "x",
        WHOLE.replace("37.5, 48.0", "37.5 48.0", 1),
        WHOLE.replace("37.5, 48.0", "3 7.5, 48.0", 1),
        WHOLE.replace("37.5, 48.0", "37.5, 48.0, 90", 1),
        WHOLE.replace("37.5, 48.0", "37.5, 048.0", 1),
        WHOLE.replace("37.5, 48.0", "37.5, NaN", 1),
        WHOLE.replace("37.5, 48.0", "37.5, 1e999", 1),
        WHOLE.replace("37.5, 48.0", '37.5, "48.0"', 1),
        WHOLE.replace("], [37.5, 48.0]", "] [37.5, 48.0]", 1),
        WHOLE.replace("], [37.5, 48.0]", "],, [37.5, 48.0]", 1),
        WHOLE.replace("], [37.5, 48.0]", "]], [37.5, 48.0]", 1),
        WHOLE.replace("], [37.5, 48.0]", "]], [[37.5, 48.0]", 1),
        WHOLE.replace("[[[[", "[[["),
        WHOLE.replace("[[[[", "[[[[["),
        WHOLE.replace("]]]]", "]]]"),
        WHOLE.replace("[[[[", ",[[[["),
        WHOLE.replace("MultiPolygon", "Polygon"),
        WHOLE.replace("MultiPolygon", "MultiLineString"),
        WHOLE.replace('"Feature"', '"Thing"'),
        WHOLE.replace('"note": "[x]"', '"coordinates": [1]'),
        json.dumps(wrapped("Polygon", [SHELL[:-1]])),
        json.dumps(wrapped("Polygon", [SHELL[:2] + SHELL[:1]])),
        json.dumps(wrapped("Polygon", [[]])),
        json.dumps(wrapped("Polygon", [])),
        json.dumps({"type": "FeatureCollection", "features": [wrapped("Polygon", [SHELL])] * 2}),
        json.dumps({"type": "FeatureCollection", "features": []}),
        '{"type": "Polygon", "coordinates": [',
        '{"type": "Polygon", "coordinates": [[[37.0, 48.0]',
    ],
)
def test_anything_else_is_left_to_the_general_reader(text: str) -> None:
    assert multipolygon(text.encode(), Texts(6)) is None


numbers = st.integers(-180_000_000, 180_000_000).map(lambda n: n / 1e6)
rings = st.lists(st.tuples(numbers, numbers), min_size=3, max_size=6).map(lambda points: [*points, points[0]])


@given(st.lists(st.lists(rings, min_size=1, max_size=3), min_size=1, max_size=3), st.sampled_from([None, 1]))
def test_any_numbers_are_read_as_json_reads_them(coordinates: list[Any], indent: int | None) -> None:
    found = read(wrapped("MultiPolygon", coordinates), indent=indent)
    expected = [point for polygon in coordinates for ring in polygon for point in ring]
    assert [tuple(point) for point in shapely.get_coordinates(found).tolist()] == expected
    assert [len(shapely.get_rings(part)) for part in shapely.get_parts(found)] == [len(p) for p in coordinates]


@given(st.integers(0, len(WHOLE) - 1), st.sampled_from('[],.1e -x"{}'))
def test_one_changed_character_is_never_read_wrongly(at: int, put: str) -> None:
    text = WHOLE[:at] + put + WHOLE[at + 1 :]
    found = multipolygon(text.encode(), Texts(6))
    if found is not None:
        geometry = json.loads(text)["geometry"]  # whole, then, and the same
        flat = [tuple(point) for polygon in geometry["coordinates"] for ring in polygon for point in ring]
        assert [tuple(point) for point in shapely.get_coordinates(found).tolist()] == [
            tuple(round(c * 1e6) / 1e6 for c in point) for point in flat
        ]

"""Small maps drawn for these tests, in the publisher's format."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Box = tuple[float, float, float, float]
Draw = Callable[[str, Sequence[Box]], Path]


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """Writes the snapshot of a day as one MultiPolygon of boxes (west, south, east, north) into tmp_path."""

    def written(day: str, boxes: Sequence[Box]) -> Path:
        rings = [[[[w, s], [e, s], [e, n], [w, n], [w, s]]] for w, s, e, n in boxes]
        feature = {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": rings}}
        path = tmp_path / f"deepstatemap_data_{day.replace('-', '')}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "name": path.stem, "features": [feature]}))
        return path

    return written

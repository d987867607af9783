"""Small maps drawn for these tests, in the publisher's format."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import shapely

Box = tuple[float, float, float, float]
Draw = Callable[[str, Sequence[Box]], Path]


def edged(box: Box) -> list[list[float]]:
    """A box's ring with short edges, as real borders have: a long edge bends when it is projected."""
    ring = shapely.get_coordinates(shapely.segmentize(shapely.box(*box), 0.01))
    return [[round(float(x), 6), round(float(y), 6)] for x, y in ring]


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """Writes the snapshot of a day as one MultiPolygon of boxes (west, south, east, north) into tmp_path."""

    def written(day: str, boxes: Sequence[Box]) -> Path:
        rings = [[edged(box)] for box in boxes]
        feature = {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": rings}}
        path = tmp_path / f"deepstatemap_data_{day.replace('-', '')}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "name": path.stem, "features": [feature]}))
        return path

    return written

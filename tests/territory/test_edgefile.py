"""The edge file: the record whole in few bytes, and enough in it to draw any day without this code's other rooms."""

import gzip
import json
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from dateline.territory import edgefile
from dateline.territory.edgefile import EdgeFileError
from dateline.territory.front import Front
from dateline.territory.lives import Rows
from dateline.territory.varints import packed, unpacked
from dateline.territory.vertices import PER_DEGREE, unpack

from .drawing import FIRST, REGIONS, box, daily

BASE = box(37.2, 47.6, 37.8, 48.2)
OUTLINES = [
    BASE,
    shapely.MultiPolygon([shapely.difference(BASE, box(37.4, 47.8, 37.5, 47.9)), box(37.8, 48.2, 37.9, 48.3)]),
    shapely.MultiPolygon(),
    box(37.3, 47.6, 37.9, 48.2),
]
DAYS = [day for day, _ in daily(OUTLINES)]


@pytest.fixture(scope="module")
def rows() -> Rows:
    return Front.of(daily(OUTLINES), REGIONS).lives.rows()


def lives(rows: Rows) -> list[tuple[int, ...]]:
    columns = (rows.low, rows.high, rows.sign, rows.born, rows.died)
    return sorted(zip(*(column.tolist() for column in columns), strict=True))


def redrawn(rows: Rows, snapshot: int) -> shapely.Geometry:
    """A day as a browser draws it: edges joined end to end, in any way where several meet, even-odd filled."""
    start, end = (tuple(map(tuple, unpack(packed))) for packed in rows.alive(snapshot))
    ahead: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
    for one, two in zip(start, end, strict=True):
        ahead.setdefault(one, []).append(two)
    ground = shapely.Polygon()
    while ahead:
        ring = [next(iter(ahead))]
        while ring[-1] in ahead:
            following = ahead[ring[-1]].pop()
            if not ahead[ring[-1]]:
                del ahead[ring[-1]]
            ring.append(following)
        ground = shapely.symmetric_difference(ground, shapely.Polygon(np.array(ring) / PER_DEGREE))
    return ground


def test_what_is_written_is_read(rows: Rows, tmp_path: Path) -> None:
    path = tmp_path / "front.edges.gz"
    size = edgefile.write(path, DAYS, {"occupied": rows, "claimed": rows}, "Map: us")
    found = edgefile.read(path)
    assert path.stat().st_size == size
    assert (list(found.days), found.notice, list(found.layers)) == (DAYS, "Map: us", ["occupied", "claimed"])
    assert lives(found.layers["claimed"]) == lives(rows)
    assert edgefile.dump(DAYS, {"occupied": rows, "claimed": rows}, "Map: us") == gzip.decompress(path.read_bytes())
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_any_day_can_be_drawn_from_it(rows: Rows) -> None:
    found = edgefile.parse(edgefile.dump(DAYS, {"": rows}, "")).layers[""]
    for number, outline in enumerate(OUTLINES):
        assert shapely.equals(redrawn(found, number), outline), number


def test_the_same_record_gives_the_same_bytes(rows: Rows, tmp_path: Path) -> None:
    for name in "ab":
        edgefile.write(tmp_path / name, DAYS, {"": rows}, "")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_record_of_nothing_is_a_file_too() -> None:
    empty = Front(REGIONS).lives.rows()
    found = edgefile.parse(edgefile.dump([], {"occupied": empty}, ""))
    assert (found.days, len(found.layers["occupied"])) == ((), 0)


@pytest.mark.parametrize("damage", ["cut", "no gzip", "cut inside", "other version", "longer", "empty"])
def test_a_damaged_file_is_named(rows: Rows, tmp_path: Path, damage: str) -> None:
    content = edgefile.dump(DAYS, {"": rows}, "")
    whole = gzip.compress(content)
    path = tmp_path / "front.edges.gz"
    path.write_bytes(
        {
            "cut": whole[:-30],
            "no gzip": content,
            "cut inside": gzip.compress(content[:-1]),
            "other version": gzip.compress(content.replace(b'"version":1', b'"version":9')),
            "longer": gzip.compress(content + b"\0"),
            "empty": b"",
        }[damage]
    )
    with pytest.raises(EdgeFileError, match=r"front\.edges\.gz: no whole edge file"):
        edgefile.read(path)


def test_the_header_is_one_line_of_json(rows: Rows) -> None:
    header = json.loads(edgefile.dump(DAYS, {"occupied": rows}, "x").split(b"\n", 1)[0])
    assert header["first_day"] == FIRST.isoformat()
    assert header["days"] == [0, 1, 2, 3]
    assert header["layers"][0]["edges"] == len(rows)
    assert date.fromisoformat(header["first_day"]) + timedelta(header["days"][-1]) == DAYS[-1]


@given(st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_integers_survive_packing(values: list[int]) -> None:
    assert unpacked(packed(np.array(values, dtype=np.int64))).tolist() == values


def test_small_integers_take_one_byte_and_broken_ones_are_refused() -> None:
    assert packed(np.array([0, -1, 1, -64, 63, 64])) == bytes([0, 1, 2, 127, 126, 128, 1])
    with pytest.raises(ValueError, match="end within"):
        unpacked(b"\x80")
    with pytest.raises(ValueError, match="more than 64 bits"):
        unpacked(b"\x80" * 10 + b"\x01")

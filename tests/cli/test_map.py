"""`dateline map`, on small maps drawn here."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dateline.cli.guard import run


def write(folder: Path, day: str, east: float) -> None:
    ring = [[37.2, 47.6], [east, 47.6], [east, 48.2], [37.2, 48.2], [37.2, 47.6]]
    text = json.dumps({"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}})
    (folder / f"deepstatemap_data_{day}.geojson").write_text(text, encoding="utf-8")


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    folder = tmp_path / "maps"
    folder.mkdir()
    for day, east in (("20310101", 37.8), ("20310115", 37.85), ("20310201", 37.9)):
        write(folder, day, east)
    return folder


def drawn(maps: Path, *more: str) -> tuple[int, str]:
    out = maps.parent / "map.svg"
    code = run(["map", "--from", "2031-01-01", "--to", "2031-01-31", "--maps", str(maps), "--out", str(out), *more])
    return code, out.read_text(encoding="utf-8") if out.exists() else ""


def desc(svg: str) -> str:
    return ElementTree.fromstring(svg).findtext("{http://www.w3.org/2000/svg}desc") or ""


def test_it_compares_the_day_after_the_last_with_the_first(maps: Path) -> None:
    code, svg = drawn(maps)
    assert code == 0
    assert "Map of 1 February 2031 compared with that of 1 January 2031, by DeepState" in desc(svg)
    assert "Crimea and Sevastopol included" in svg
    assert "for your own use" in svg


def test_one_region_is_drawn_and_counted_alone(maps: Path) -> None:
    _, whole = drawn(maps)
    code, svg = drawn(maps, "--place", "Donetsk region")
    assert code == 0
    assert "Donetsk region" in svg
    assert desc(svg).count(": gained") == 1
    assert desc(whole) != desc(svg) or desc(whole).count(": gained") == 1


def test_a_broken_day_is_passed_over_for_the_one_before(maps: Path) -> None:
    (maps / "deepstatemap_data_20310201.geojson").write_bytes(b"{")
    assert "Map of 15 January 2031" in desc(drawn(maps)[1])


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--from", "2030-01-01", "--to", "2030-02-01"], "begin on 2031-01-01"),
        (["--from", "2031-02-01", "--to", "2031-03-01"], "no map in"),
        (["--from", "2031-02-01", "--to", "2031-01-01"], "swap them"),
        (["--from", "2031-01-01", "--to", "2031-01-31", "--out", "map.png"], "ends in .svg"),
        (["--from", "2031-01-01", "--to", "2031-01-31", "--place", "Kramatorsk"], "no region"),
        (["--from", "2031-01-01", "--to", "2031-01-31", "--theatre", "gaza"], "no regions"),
        (["--from", "2031-01-01", "--to", "2031-01-31", "--maps", "absent"], "get them from"),
    ],
)
def test_what_cannot_be_drawn_is_one_line(
    maps: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], line: str
) -> None:
    usual = ["--maps", str(maps), "--out", str(tmp_path / "map.svg")]
    assert run(["map", *usual, *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert line in told.err
    assert not (tmp_path / "map.svg").exists()

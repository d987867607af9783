"""The explorer's page: one file, one policy, one edge file that gives back every day."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import subprocess
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
import shapely.geometry
from tests.mapping.conftest import BROWSER, MODULES

import toy_front
from dateline import mapping
from dateline.mapping import MappingError, Record, exploring, grounds, library
from dateline.publishing.maps import explorer as page_maker
from dateline.territory import edgefile
from dateline.territory.front import Front
from dateline.territory.projection import about, area_km2
from dateline.territory.vertices import unpack
from dateline.theatres.loader import Theatre

START, END = toy_front.FIRST + timedelta(days=2), toy_front.FIRST + timedelta(days=19)
Edge = tuple[int, ...]
REAL = Path(__file__).parents[3] / "shared" / "data" / "deepstate"


@pytest.fixture
def page(maps: Record, theatre: Theatre, set_up: Path) -> str:
    return mapping.explorer(maps, theatre, START, END, library.load())


def scripts(page: str, kind: str) -> list[str]:
    return re.findall(rf'<script type="{kind}"[^>]*>(.*?)</script>', page, re.DOTALL)


def test_its_policy_lets_these_scripts_run_and_nothing_be_fetched(page: str) -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    policy = policy.replace("&#39;", "'")
    own = scripts(page, "module")
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in own]
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(own) == 2 and all(f"'sha256-{found}'" in policy for found in hashes)
    assert f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"unsafe|https?:|\*|self", policy)
    assert not re.search(r'(?:src|href)="(?!data:,)', page) and "style=" not in page


def test_our_modules_are_joined_without_imports_and_no_name_twice() -> None:
    text = page_maker.script_text()
    assert not re.search(r"^\s*(import|export)\b", text, re.MULTILINE)
    names = re.findall(r"^(?:async )?function (\w+)|^const (\w+)", text, re.MULTILINE)
    flat = [one or two for one, two in names]
    assert len(flat) > 30 and len(flat) == len(set(flat))
    assert {path.stem for path in MODULES.glob("*.js")} == set(page_maker.MODULES)


def test_it_holds_the_record_whole_in_one_small_file(page: str, maps: Record, tmp_path: Path) -> None:
    (edges,) = scripts(page, "application/octet-stream")
    record = edgefile.parse(gzip.decompress(base64.b64decode(edges)))
    assert list(record.days) == maps.days
    assert "may not be passed on" in record.notice


def test_what_the_script_reads_are_the_engines_figures(page: str, maps: Record, theatre: Theatre) -> None:
    (text,) = scripts(page, "application/json")
    data = json.loads(text)
    front = Front.of(maps.outlines(), grounds.borders(theatre))
    assert data["day"] == (END + timedelta(days=1)).isoformat() and data["since"] == START.isoformat()
    assert data["layers"][0]["rows"]["held"] == pytest.approx([front.area(day) for day in maps.days], abs=0.001)
    moved = front.change(maps.days[0], maps.days[-1])
    assert sum(data["layers"][0]["rows"]["gained"]) == pytest.approx(moved.gained_by_day, abs=0.02)
    assert sum(data["layers"][0]["rows"]["lost"]) == pytest.approx(moved.lost_by_day, abs=0.02)
    assert len(data["regions"]["features"]) == len(front.regions.ids)


def test_a_region_has_its_own_figures_and_is_shown_first(maps: Record, theatre: Theatre, set_up: Path) -> None:
    from dateline.editing import naming

    page = mapping.explorer(maps, theatre, START, END, library.load(), naming.place("UA-23"))
    (text,) = scripts(page, "application/json")
    data = json.loads(text)
    front = Front.of(maps.outlines(), grounds.borders(theatre))
    assert data["layers"][0]["rows"]["held"][-1] == pytest.approx(front.area(maps.days[-1], "UA-23"), abs=0.001)
    assert "Held in Zaporizhzhia" in page


@pytest.fixture
def layered(toy: Path, tmp_path: Path) -> Path:
    """The toy's maps with a second layer beside the first: a strip to its west, from the fifth day on."""
    folder = tmp_path / "layered"
    folder.mkdir()
    for number, path in enumerate(sorted(toy.glob("*.geojson"))):
        document = json.loads(path.read_text(encoding="utf-8"))
        document["features"][0]["properties"] = {"status": "occupied"}
        if number >= 4:
            strip = shapely.geometry.mapping(shapely.box(36.2, 47.5, 36.3 + number / 1000, 48.0))
            document["features"].append({"type": "Feature", "properties": {"status": "contested"}, "geometry": strip})
        (folder / path.name).write_text(json.dumps(document), encoding="utf-8")
    return folder


def test_every_layer_of_the_maps_can_be_chosen(layered: Path, theatre: Theatre, maps: Record, set_up: Path) -> None:
    record = mapping.record(theatre, layered, layer="status")
    page = mapping.explorer(record, theatre, START, END, library.load())
    (text,) = scripts(page, "application/json")
    first, second = json.loads(text)["layers"]
    assert (first["name"], second["name"]) == ("occupied", "contested")
    front = Front.of(maps.outlines(), grounds.borders(theatre))
    assert first["rows"]["held"] == pytest.approx([front.area(day) for day in maps.days], abs=0.001)
    assert second["rows"]["held"][3] == 0 < second["rows"]["held"][4] < second["rows"]["held"][-1]
    (edges,) = scripts(page, "application/octet-stream")
    held = edgefile.parse(gzip.decompress(base64.b64decode(edges)))
    assert list(held.layers) == ["occupied", "contested"]
    assert '<select id="layer">' in page and "Marked as contested" in page


def test_of_one_layer_there_is_nothing_to_choose(page: str) -> None:
    assert '<select id="layer">' not in page and "Held by Russia" in page


def test_layers_that_do_not_fit_are_left_out_and_named(
    layered: Path, theatre: Theatre, set_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exploring, "MOST_BYTES", 10)
    page = mapping.explorer(mapping.record(theatre, layered, layer="status"), theatre, START, END, library.load())
    (text,) = scripts(page, "application/json")
    assert [layer["name"] for layer in json.loads(text)["layers"]] == ["occupied"]
    assert "Left out, for the file would be too large: contested." in page


def test_maps_without_the_property_are_refused_in_one_line(toy: Path, theatre: Theatre, set_up: Path) -> None:
    with pytest.raises(mapping.MappingError, match="has no 'status', which names its layer") as raised:
        mapping.explorer(mapping.record(theatre, toy, layer="status"), theatre, START, END, library.load())
    assert "\n" not in str(raised.value)


def test_around_a_settlement_it_opens_there_with_the_figures_of_its_region(
    maps: Record, theatre: Theatre, set_up: Path
) -> None:
    from dateline.editing import naming

    page = mapping.explorer(maps, theatre, START, END, library.load(), naming.place("Kramatorsk"))
    (text,) = scripts(page, "application/json")
    (west, south), (east, north) = json.loads(text)["bounds"]
    assert west < 37.556 < east and south < 48.723 < north
    assert north - south == pytest.approx(60 / 111.2, rel=1e-3) and east - west > north - south
    assert "Held in Donetsk" in page and "around Kramatorsk, Ukraine" in page


def test_the_months_stand_in_a_table_for_those_who_see_no_map(page: str, maps: Record) -> None:
    assert page.count('<th scope="row">') == len({(day.year, day.month) for day in maps.days[1:]})
    assert "do not publish this file" in page and 'name="robots" content="noindex' in page


def answers(node: str, *asked: Any) -> Any:
    script = Path(__file__).parents[1] / "browser" / "words.mjs"
    ran = subprocess.run(
        [node, str(script), str(MODULES), json.dumps(asked)], capture_output=True, text=True, check=True
    )
    return json.loads(ran.stdout)


def test_the_address_keeps_day_and_view(node: str) -> None:
    place = {"day": "2031-03-05", "since": "2031-03-01", "view": [6.25, 48.5, 37.25]}
    (hash_,) = answers(node, ["place", "write", [place]])
    read, nothing, odd = answers(
        node, ["place", "read", [hash_]], ["place", "read", [""]],
        ["place", "read", ["#day=1 March&since=2031-03-02&view=1/99/5"]],
    )  # fmt: skip
    assert read == place and nothing == {} and odd == {"since": "2031-03-02"}


def test_a_day_without_a_map_shows_the_nearest_earlier(node: str) -> None:
    days = ["2031-03-01", "2031-03-02", "2031-03-05"]
    asked = [["place", "snapshotOf", [days, day]] for day in ("2031-02-01", "2031-03-04", "2031-03-05", "2032-01-01")]
    assert answers(node, *asked) == [0, 1, 2, 2]


def test_amounts_are_written_as_elsewhere(node: str) -> None:
    asked = [["words", "signed", [value]] for value in (1234.5, -0.04, 0.06, -12.345, 0)]
    assert answers(node, *asked) == ["+1,235 km²", "0.0 km²", "+0.1 km²", "−12.3 km²", "0.0 km²"]
    assert answers(node, ["words", "dayWords", ["2031-03-09"]]) == ["9 March 2031"]


def test_figures_run_either_way(node: str) -> None:
    rows = {"held": [10, 14, 13], "gained": [0, 5, 1], "lost": [0, 1, 2]}
    there, back = answers(node, ["words", "figures", [rows, 0, 2]], ["words", "figures", [rows, 2, 0]])
    assert there == {"held": 13, "net": 3, "gained": 6, "lost": 3}
    assert back == {"held": 10, "net": -3, "gained": 3, "lost": 6}


def rebuilt(node: str, folder: Path, front: Front, asked: list[list[int]]) -> Any:
    path = folder / "record.edges"
    edgefile.write(path, front.days, {"occupied": front.lives.rows()}, "")
    command = [node, str(BROWSER / "rings.mjs"), str(MODULES), str(path), json.dumps(asked)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def edges_of(rings: Any) -> set[Edge]:
    """Directed edges as four whole numbers each."""
    return one_way({(*one, *two) for xs, ys in rings for one, two in pairwise(zip(xs, ys, strict=True))})


def engines(start: Any, end: Any) -> set[Edge]:
    return one_way({tuple(row) for row in np.concatenate([unpack(start), unpack(end)], axis=1).tolist()})


def one_way(edges: set[Edge]) -> set[Edge]:
    """Without those that run both ways: they died and were born again, and enclose nothing."""
    return {edge for edge in edges if (*edge[2:], *edge[:2]) not in edges}


def enclosed_km2(rings: Any, per_degree: int) -> float:
    """By the even-odd rule of rings that neither cross nor cover ground twice: each adds or takes by its turn."""
    outlines = [shapely.LinearRing(np.column_stack(ring) / per_degree) for ring in rings]
    return sum(
        (1 if shapely.is_ccw(line) else -1) * area_km2(shapely.Polygon(line), about(32, 48.5)) for line in outlines
    )


def check_rebuilt(node: str, folder: Path, front: Front, sampled: list[int]) -> None:
    """The browser's rings of sampled snapshots are the engine's edges, close, and enclose the engine's area."""
    rows = front.lives.rows()
    pairs = [[n] for n in sampled] + [[a, b] for a, b in pairwise(sampled)]
    found = rebuilt(node, folder, front, pairs)
    assert found["days"] == [day.isoformat() for day in front.days]
    for asked, rings in zip(pairs, found["rings"], strict=True):
        assert all(xs[0] == xs[-1] and ys[0] == ys[-1] for xs, ys in rings)
        if len(asked) == 1:
            assert rings
            assert edges_of(rings) == engines(*rows.alive(asked[0]))
            area = front.area(front.days[asked[0]])
            assert enclosed_km2(rings, found["perDegree"]) == pytest.approx(area, abs=0.01)
        else:
            assert edges_of(rings) == engines(*rows.between(*asked))


def test_the_browsers_rings_are_the_engines(node: str, maps: Record, theatre: Theatre, tmp_path: Path) -> None:
    front = Front.of(maps.outlines(), grounds.borders(theatre))
    check_rebuilt(node, tmp_path, front, [0, 5, 6, 13, len(front.days) - 1])


@pytest.mark.skipif(not REAL.is_dir(), reason="no maps of a publisher beside the project")
def test_so_are_those_of_real_maps(node: str, theatre: Theatre, tmp_path: Path) -> None:
    real = mapping.record(theatre, REAL)
    real.days = real.days[::40]
    front = Front.of(real.outlines(), grounds.borders(theatre))
    check_rebuilt(node, tmp_path, front, [0, 7, 12, len(front.days) - 1])


def test_without_the_library_one_line_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    with pytest.raises(MappingError, match="dateline map --set-up"):
        library.load()


def test_the_library_becomes_classic_scripts(set_up: Path) -> None:
    loaded = library.load()
    assert "const maplibre={Map:M,setWorkerUrl:s,M:M};" in loaded.script
    assert "export" not in loaded.script and "</script" not in loaded.script
    assert 'var a=\\"<\\/script>\\";class W{}' in loaded.script


@pytest.mark.parametrize("name", ["maplibre-gl.mjs", "maplibre-gl-worker.mjs"])
def test_another_library_is_refused_in_one_line(name: str, set_up: Path) -> None:
    (set_up / "dist" / name).write_text("module.exports = {}", encoding="utf-8")
    with pytest.raises(MappingError, match="run `dateline map --set-up` again"):
        library.load()


def test_set_up_is_not_tried_offline_or_without_npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    monkeypatch.setenv("DATELINE_OFFLINE", "1")
    with pytest.raises(MappingError, match="DATELINE_OFFLINE"):
        library.set_up()
    monkeypatch.delenv("DATELINE_OFFLINE")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MappingError, match="npm is not installed"):
        library.set_up()
    assert list(tmp_path.iterdir()) == []


def test_set_up_says_what_npm_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = tmp_path / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text("#!/bin/sh\necho 'npm error network is away' >&2\nexit 1\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", f"{npm.parent}:/usr/bin:/bin")
    with pytest.raises(MappingError, match="network is away"):
        library.set_up()
    locked = json.loads((library.folder() / "package-lock.json").read_text(encoding="utf-8"))
    asked = json.loads((library.folder() / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert locked["packages"]["node_modules/maplibre-gl"]["version"] == asked["maplibre-gl"]
    assert all("integrity" in package for name, package in locked["packages"].items() if name)


def test_the_version_tested_is_the_version_set_up() -> None:
    tested, shipped = (
        json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]["maplibre-gl"]
        for folder in (BROWSER, MODULES)
    )
    assert tested == shipped

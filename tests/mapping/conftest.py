"""A toy front line on disk, and the explorer's library where the tests' own npm packages hold it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import toy_front
from dateline.mapping import Record, library, record
from dateline.theatres import loader
from dateline.theatres.loader import Theatre

DAYS = 24
BROWSER = Path(__file__).parents[1] / "browser"
MODULES = Path(library.__file__).parents[1] / "publishing" / "maps" / "browser"
#: A module of MapLibre's shape: exports at its end, a worker that is a module as well.
MADE_UP = {
    "maplibre-gl.mjs": "class M{}\nfunction s(){}\nexport{M as Map,s as setWorkerUrl,M};\n//# sourceMappingURL=x.map\n",
    "maplibre-gl-worker.mjs": 'var a="</script>";class W{}\nexport{W as default};\n//# sourceMappingURL=w.map',
    "maplibre-gl.css": ".maplibregl-map{overflow:hidden}",
}


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("toy")
    toy_front.write(folder, DAYS)
    return folder


@pytest.fixture(scope="session")
def theatre() -> Theatre:
    return loader.load("ukraine")


@pytest.fixture
def maps(toy: Path, theatre: Theatre) -> Record:
    return record(theatre, toy)


@pytest.fixture
def open_maps(maps: Record) -> Record:
    """As if their producer let its rows be passed on."""
    maps.producer = replace(maps.producer, redistribute="rows")
    return maps


@pytest.fixture
def set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which a made-up library is set up."""
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    package = library.folder() / "node_modules" / "maplibre-gl"
    (package / "dist").mkdir(parents=True)
    (package / "package.json").write_text(json.dumps({"version": "0.0.1"}), encoding="utf-8")
    for name, text in MADE_UP.items():
        (package / "dist" / name).write_text(text, encoding="utf-8")
    return package


@pytest.fixture
def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.skip("no node on this machine: the explorer's modules are not run")
    return found

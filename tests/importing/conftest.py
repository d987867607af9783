"""Stores for imports: an empty one that is the user's, and one with every starter's layer in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.importing.bringing import starter_layers
from dateline.ledgers.store import Store, open_store
from dateline.ledgers.tables import starter_releases
from dateline.theatres import loader

TWINS = Path(__file__).parents[1] / "fixtures" / "sources"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's store, absent at first."""
    at = tmp_path / "home"
    monkeypatch.setenv("DATELINE_HOME", str(at))
    return at


@pytest.fixture(scope="session")
def layered(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store that holds what ships with the theatres and nothing else."""
    store = open_store(tmp_path_factory.mktemp("layered") / "home")
    for theatre in map(loader.load, loader.installed()):
        for shipped in starter_releases(theatre.folder / "starter"):
            for release, entries in starter_layers(shipped.source, theatre.folder, store):
                store.append(release, entries)
    return store

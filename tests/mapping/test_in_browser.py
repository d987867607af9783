"""The explorer in a real browser, opened as a file: it draws under its own policy, by keyboard, at both widths."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.mapping.conftest import BROWSER

import toy_front
from dateline import mapping
from dateline.mapping import library
from dateline.theatres import loader

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = [name for name, there in (
    ("a Chromium", CHROMIUM), ("node", shutil.which("node")),
    ("npm ci in tests/browser", (BROWSER / "node_modules" / "maplibre-gl").is_dir()),
) if not there]  # fmt: skip
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"the explorer is not opened: no {', no '.join(MISSING)}")


@pytest.fixture(scope="module")
def found(toy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("explorer")
    theatre = loader.load("ukraine")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "folder", lambda: BROWSER)
        drawn_by = library.load()
    start, end = toy_front.FIRST + timedelta(days=2), toy_front.FIRST + timedelta(days=19)
    page = folder / "toy.html"
    page.write_text(mapping.explorer(mapping.record(theatre, toy), theatre, start, end, drawn_by), encoding="utf-8")
    ran = subprocess.run(
        ["node", str(BROWSER / "explorer.mjs"), str(page), "--steps", "2", "--screens", str(folder)],
        capture_output=True, text=True, timeout=300, check=False, env={**os.environ, "CHROMIUM": str(CHROMIUM)},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    yield {**json.loads(ran.stdout), "folder": folder}


def test_it_draws_without_an_error_and_without_asking_anybody(found: dict[str, Any]) -> None:
    assert found["errors"] == []
    assert found["requests"] == []


def test_days_are_stepped_by_keyboard_and_kept_in_the_address(found: dict[str, Any]) -> None:
    assert found["keyboard"] == []
    assert found["links"] == []


def test_nothing_runs_off_the_edge_and_axe_finds_no_fault(found: dict[str, Any]) -> None:
    assert found["wide"] == []
    assert found["violations"] == []


def test_held_gained_and_lost_ground_are_on_the_canvas(found: dict[str, Any]) -> None:
    assert found["painted"]["held"] > 1000
    assert found["painted"]["gained"] > 0 and found["painted"]["lost"] > 0


def test_what_is_painted_of_a_day_is_what_its_figure_says(found: dict[str, Any]) -> None:
    """The share of the window that is held, by pixels, against the engine's km2: the canvas shows the day it names."""
    assert found["painted"]["ratio"] == pytest.approx(1.0, abs=0.02)

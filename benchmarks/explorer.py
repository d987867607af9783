"""Maps: how large and how fast. Pictures from Python, the explorer in headless Chromium with software rendering.

    python benchmarks/explorer.py [--maps FOLDER] [--screens FOLDER]

Without the publisher's maps beside the project a front line of our own making stands in (toy_front.py), of as many
days. The browser's part needs Node, Chromium and `npm ci` in tests/browser; without them it says so.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import toy_front
from dateline import mapping
from dateline.mapping import library
from dateline.theatres import loader

ROOT = Path(__file__).parent.parent
BROWSER = ROOT / "tests" / "browser"
REAL = ROOT.parent / "shared" / "data" / "deepstate"
TOY_DAYS = 769
STEPS = 60
Row = tuple[str, str, str]


def main() -> int:
    given = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    given.add_argument("--maps", type=Path, help="folder of daily maps; a toy front line without it")
    given.add_argument("--screens", type=Path, help="folder for screenshots at both widths, light and dark")
    options = given.parse_args()
    if not (BROWSER / "node_modules" / "maplibre-gl").is_dir():
        print("nothing to measure the explorer with: npm ci in tests/browser first")
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        maps = options.maps or (REAL if REAL.is_dir() else folder / "toy")
        if not maps.exists():
            toy_front.write(maps, TOY_DAYS)
        library.folder = lambda: BROWSER
        rows = _drawn(maps, folder)
        rows += _browser(folder / "explorer.html", options.screens)
    rows.append(
        ("load of this machine while it was measured", "", f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    )
    for what, asked, measured in rows:
        print(f"{what:62} {asked:12} {measured}")
    return 0


def _drawn(maps: Path, folder: Path) -> list[Row]:
    theatre = loader.load("ukraine")
    days = mapping.record(theatre, maps).days
    start, end = days[-31], days[-1] - timedelta(days=1)
    picture, picture_ms = _timed(lambda: mapping.private(mapping.record(theatre, maps), theatre, start, end))
    page, page_ms = _timed(lambda: mapping.explorer(mapping.record(theatre, maps), theatre, start, end, library.load()))
    (folder / "explorer.html").write_text(page, encoding="utf-8")
    (packed,) = re.findall(r'id="edges">([^<]*)<', page)
    edges = len(base64.b64decode(packed))
    return [
        (f"maps in {maps.name}", "", f"{len(days)}"),
        ("picture of a month, SVG", "<= 150 kB", f"{len(picture.encode()) / 1000:.0f} kB, {picture_ms:.0f} ms CPU"),
        ("edge file of all days, gzip", "<= 200 kB", f"{edges / 1000:.0f} kB"),
        ("explorer, one file with all days", "", f"{len(page.encode()) / 1e6:.1f} MB, {page_ms / 1000:.1f} s CPU"),
    ]


def _timed(work: Callable[[], str]) -> tuple[str, float]:
    started = time.process_time()
    text = work()
    return text, (time.process_time() - started) * 1000


def _browser(page: Path, screens: Path | None) -> list[Row]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None or shutil.which("node") is None:
        return [("in a browser", "", "not run: no Chromium or no node")]
    command = ["node", str(BROWSER / "explorer.mjs"), str(page), "--steps", str(STEPS)]
    if screens is not None:
        screens.mkdir(parents=True, exist_ok=True)
        command += ["--screens", str(screens)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "CHROMIUM": found})
    if ran.returncode:
        return [
            ("in a browser", "", f"failed: {ran.stderr.strip().splitlines()[-1] if ran.stderr else ran.returncode}")
        ]
    seen = json.loads(ran.stdout)
    steps = sorted(seen["stepMs"])
    faults = {name: len(seen[name]) for name in ("errors", "requests", "keyboard", "links", "violations", "wide")}
    return [
        ("first day drawn, from opening the file, 1280 x 900", "<= 2 s", f"{seen['drawnMs'] / 1000:.2f} s"),
        ("the same with all names", "", f"{seen['namedMs'] / 1000:.2f} s"),
        (f"a step to the frame after it, median of {len(steps)}", "<= 100 ms", f"{statistics.median(steps):.0f} ms"),
        ("of it in our script, before the canvas is drawn", "", f"{statistics.median(seen['workMs']):.0f} ms"),
        ("a step, 95th of 100", "", f"{steps[int(len(steps) * 0.95)]:.0f} ms"),
        ("pixels held, last day to first, to the engine's areas", "1.00", f"{seen['painted']['ratio']:.3f}"),
        ("errors, requests, faults by keyboard, of links, axe, width", "0", " ".join(map(str, faults.values()))),
    ]  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())

"""MapLibre GL, which draws the explorer: built into the user's own folder at set-up, never shipped with Dateline."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from importlib import resources
from pathlib import Path

from dateline.ledgers.store import home
from dateline.mapping.record import MappingError
from dateline.publishing.maps import Library

#: Seconds that npm may take.
_PATIENCE_S = 600
_EXPORTS = re.compile(r"export\s*\{([^{}]*)\};?\s*(?://# sourceMappingURL=\S*\s*)?$")
_PAIR = re.compile(r"([\w$]+)(?:\s+as\s+([\w$]+))?$")
_FILES = ("maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css")
_LISTS = ("package.json", "package-lock.json")


def folder() -> Path:
    """Where the library lies."""
    return home() / "explorer"


def set_up() -> str:
    """Installs the library by npm, at the version and hash that Dateline was tested with; gives that version. Raises
    MappingError where npm is missing or fails."""
    if os.environ.get("DATELINE_OFFLINE"):
        raise MappingError("DATELINE_OFFLINE is set; unset it to let npm fetch MapLibre GL")
    npm = shutil.which("npm")
    if npm is None:
        raise MappingError("npm is not installed (https://nodejs.org); the SVG maps need none of it")
    where = folder()
    where.mkdir(parents=True, exist_ok=True)
    shipped = resources.files("dateline.publishing.maps") / "browser"
    for name in _LISTS:
        (where / name).write_bytes((shipped / name).read_bytes())
    asked = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev"]
    try:
        ran = subprocess.run(asked, cwd=where, capture_output=True, text=True, timeout=_PATIENCE_S, check=False)
    except subprocess.TimeoutExpired as fault:
        raise MappingError(f"npm did not finish within {_PATIENCE_S // 60} minutes; try again") from fault
    if ran.returncode:
        said = [line for line in ran.stderr.splitlines() if "error" in line.lower()]
        raise MappingError(f"npm could not install MapLibre GL: {said[0] if said else ran.returncode}")
    load()
    version: str = json.loads((_package() / "package.json").read_text(encoding="utf-8"))["version"]
    return version


def load() -> Library:
    """The library as it was set up. Raises MappingError, with how to set it up, where it is not."""
    try:
        script, worker, style = ((_package() / "dist" / name).read_text(encoding="utf-8") for name in _FILES)
    except OSError as fault:
        raise MappingError("the explorer needs MapLibre GL: run `dateline map --set-up` once (it needs npm)") from fault
    try:
        text = f"{_with_exports(script)}\nglobalThis.datelineMap={{maplibre,workerSource:{_quoted(_plain(worker))}}};\n"
    except ValueError as fault:
        raise MappingError(f"{_package()}: {fault}; run `dateline map --set-up` again") from fault
    return Library(text, re.sub(r"/\*# sourceMappingURL=.*?\*/", "", style))


def _package() -> Path:
    return folder() / "node_modules" / "maplibre-gl"


def _with_exports(script: str) -> str:
    """A module that no other can import (it is written into a page), with its exports in one constant instead."""
    found = _EXPORTS.search(script)
    if found is None or "</script" in script:
        raise ValueError("not the MapLibre GL that Dateline knows")
    pairs = [_PAIR.match(part.strip()) for part in found[1].split(",")]
    named = ",".join(f"{p[2] or p[1]}:{p[1]}" for p in pairs if p is not None)
    return f"{script[: found.start()]}const maplibre={{{named}}};"


def _plain(worker: str) -> str:
    """The worker as a classic script, which a browser starts from a page of no origin: a file."""
    found = _EXPORTS.search(worker)
    if found is None or "import.meta" in worker:
        raise ValueError("not the worker that Dateline knows")
    return worker[: found.start()]


def _quoted(text: str) -> str:
    """As a literal of JavaScript that cannot end the element which holds it."""
    return json.dumps(text).replace("</", "<\\/").replace("<!--", "<\\!--")

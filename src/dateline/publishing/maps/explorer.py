"""The explorer: one HTML file that holds a whole record and draws any day of it, with no server and no network.

Its own policy (Content-Security-Policy) lets nothing run but the scripts written into it, by their hashes, and lets
nothing be fetched at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "browser"
#: Our own modules, each after those that it imports.
MODULES = ("edgefile", "rings", "place", "words", "paint", "chart", "main")
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./\w+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |const )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Library:
    """MapLibre GL as classic scripts: `script` leaves `globalThis.datelineMap` with the library and its worker's
    source, `style` is its style sheet."""

    script: str
    style: str


@dataclass(frozen=True, slots=True)
class Month:
    """One row of the table that says the same as the map; the days are words, the amounts km2."""

    start: str
    end: str
    net: str
    gained: str
    lost: str


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the edge file, of that `name`: `held`, `gained` and `lost` are km2 by snapshot, the latter two of
    the step to it; `said` stands in the legend."""

    name: str
    said: str
    held: Sequence[float]
    gained: Sequence[float]
    lost: Sequence[float]
    months: Sequence[Month]


@dataclass(frozen=True, slots=True)
class Explorer:
    """What the page holds. `edges` is an edge file (docs/explanation/edge-file.md) and `layers` its layers, in its
    order, the first shown first. `day` and `since` are shown first. `bounds` are west, south, east and
    north in degrees. `regions` and `towns` are GeoJSON; a town has a `name` and a `size` to order it by. `legend` has
    words for gained and lost."""

    title: str
    notice: str
    notes: tuple[str, ...]
    legend: Mapping[str, str]
    edges: bytes
    days: Sequence[str]
    day: str
    since: str
    layers: Sequence[Layer]
    bounds: tuple[float, float, float, float]
    regions: Mapping[str, Any]
    towns: Mapping[str, Any]
    within: str = ""


def page(shown: Explorer, library: Library) -> str:
    """The file, whole."""
    template = (_FOLDER / "page.html").read_text(encoding="utf-8")
    from jinja2 import Environment, StrictUndefined

    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    style = library.style + (_FOLDER / "page.css").read_text(encoding="utf-8")
    script = script_text()
    return made.from_string(template).render(
        title=shown.title, notice=shown.notice, notes=shown.notes, legend=shown.legend, within=shown.within,
        layers=shown.layers, first=shown.days[0], last=shown.days[-1], style=style, script=script,
        library=library.script, policy=policy((library.script, script), style), data=_data(shown),
        edges=base64.b64encode(shown.edges).decode(),
    )  # fmt: skip


def policy(scripts: Sequence[str], style: str) -> str:
    """Nothing but these very scripts and this style; pictures only from within; a worker from what they made."""
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'sha256-{_digest(style)}'; img-src data: blob:; "
        "worker-src blob:; connect-src blob:; base-uri 'none'; form-action 'none'"
    )


@lru_cache(maxsize=1)
def script_text() -> str:
    """Our modules as one: their imports of each other and their exports taken away."""
    texts = [(_FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in MODULES]
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)) for text in texts)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _data(shown: Explorer) -> str:
    """What the script reads beside the edges, as JSON that cannot end the element that holds it."""
    west, south, east, north = shown.bounds
    layers = [
        {"name": layer.name, "said": layer.said, "rows": {
            name: [round(value, 3) for value in values]
            for name, values in (("held", layer.held), ("gained", layer.gained), ("lost", layer.lost))
        }}
        for layer in shown.layers
    ]  # fmt: skip
    data = {
        "day": shown.day,
        "since": shown.since,
        "layers": layers,
        "bounds": [[west, south], [east, north]],
        "regions": shown.regions,
        "towns": shown.towns,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

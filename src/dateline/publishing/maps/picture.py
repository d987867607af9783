"""The picture of a front: control on the later day, what was gained and lost since the earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.publishing.maps import sheet
from dateline.publishing.maps.labels import placed
from dateline.publishing.maps.plane import WIDTH, Box, Plane

_TOWN_SIZE = 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A first-level region, a shapely geometry in metres."""

    id: str
    name: str
    shape: Any


@dataclass(frozen=True, slots=True)
class Town:
    """A settlement, in metres; the greater `size` is named first."""

    name: str
    x: float
    y: float
    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """Shapely geometries in metres of an equal-area plane; `shown` is the box to show. `words` has no key yet for
    what nothing was gained or lost of: its maker says so in words."""

    words: sheet.Words
    held: Any
    gained: Any
    lost: Any
    regions: Sequence[Region]
    towns: Sequence[Town]
    shown: Box


def picture(made: Picture) -> str:
    """One SVG file, at most 150 kB: no script, no link, nothing fetched."""
    plane = Plane.around(made.shown)
    colours = {name: light for name, (light, _) in sheet.COLOURS.items()}
    bar, bar_box = sheet.scale_bar(plane.metres, plane.height)
    units = [(t.name, *plane.unit(t.x, t.y)) for t in sorted(made.towns, key=lambda t: -t.size)]
    labels = placed(units, (0, 0, WIDTH, plane.height), _TOWN_SIZE, (bar_box,))
    borders = "".join(plane.path(region.shape) for region in made.regions)
    defs = f'<path id="map-b" fill-rule="evenodd" d="{borders}"/>'
    front = f'stroke="{colours["front"]}" fill-rule="evenodd"'
    drawing = (
        f'<use href="#map-b" class="m-land" fill="{colours["land"]}"/>'
        f'<path class="m-held m-front" fill="{colours["held"]}" {front} stroke-width=".7" d="{plane.path(made.held)}"/>'
        f'<path class="m-gained m-edge" fill="{colours["gained"]}" stroke="{colours["gained"]}" stroke-width=".8" '
        f'fill-rule="evenodd" d="{plane.path(made.gained)}"/>'
        f'<path class="m-line" fill="url(#map-s)" stroke="{colours["lost"]}" stroke-width=".8" fill-rule="evenodd" '
        f'd="{plane.path(made.lost)}"/>'
        f'<use href="#map-b" class="m-border" fill="none" stroke="{colours["border"]}" stroke-width=".7"/>'
        f"{bar}{sheet.names(labels, _TOWN_SIZE)}"
    )
    edge = f".m-edge{{stroke:var(--l-gained,{colours['gained']})}}"
    return sheet.assemble(made.words, drawing, defs, plane.height, edge)

"""The picture of a front: control on the later day, what was gained and lost since the earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.publishing.maps import sheet
from dateline.publishing.maps.labels import centred, placed
from dateline.publishing.maps.plane import WIDTH, Box, Plane

_TOWN_SIZE = 10.0
#: Units from which a part that changed hands may stand under a name: names keep clear of smaller ones.
_LARGE = 40.0
#: A region is named where at least this part of the picture is its ground.
_SEEN = 0.02
#: Points tried along either side of a region's ground.
_TRIES = 13


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
    frame = (0.0, 0.0, WIDTH, plane.height)
    labels = placed(units, frame, _TOWN_SIZE, (bar_box, *_moved(made, plane)))
    over = [bar_box, *(box for label in labels for box in label.boxes(_TOWN_SIZE))]
    titles = centred(_titles(made, plane), frame, _TOWN_SIZE, over)
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
        f"{bar}{sheet.names(labels, _TOWN_SIZE)}{sheet.titles(titles, _TOWN_SIZE)}"
    )
    edge = f".m-edge{{stroke:var(--l-gained,{colours['gained']})}}"
    return sheet.assemble(made.words, drawing, defs, plane.height, edge)


def _moved(made: Picture, plane: Plane) -> Iterator[Box]:
    """Where ground changed hands, part by part."""
    import shapely

    for part in shapely.get_parts([made.gained, made.lost]):
        west, south, east, north = shapely.bounds(part).tolist()
        (left, top), (right, bottom) = plane.unit(west, north), plane.unit(east, south)
        if max(right - left, bottom - top) < _LARGE:
            yield left, top, right, bottom


def _titles(made: Picture, plane: Plane) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """The names of the regions, and points within what is seen of them, those in its middle first."""
    import numpy as np
    import shapely

    window = plane.window()
    for region in made.regions:
        seen = shapely.intersection(region.shape, window)
        if shapely.area(seen) > _SEEN * shapely.area(window):
            west, south, east, north = shapely.bounds(seen).tolist()
            grid = np.meshgrid(np.linspace(west, east, _TRIES), np.linspace(south, north, _TRIES))
            points = shapely.points(np.column_stack([axis.ravel() for axis in grid]))
            points = points[shapely.contains(seen, points)]
            order = np.argsort(shapely.distance(points, shapely.centroid(seen)), kind="stable")
            yield region.name.upper(), [plane.unit(x, y) for x, y in shapely.get_coordinates(points[order]).tolist()]

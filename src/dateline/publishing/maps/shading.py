"""The map for a public page where a producer's geometry may not be shown: first-level regions shaded by a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dateline.publishing.maps import sheet
from dateline.publishing.maps.labels import width
from dateline.publishing.maps.picture import Region
from dateline.publishing.maps.plane import Box, Plane

_SIZE = 10.0
#: Shades from faint to full: a region has the first whose part of the greatest figure it does not exceed.
_SHADES = ((0.1, 0.25), (0.3, 0.45), (0.6, 0.7), (1.0, 1.0))


@dataclass(frozen=True, slots=True, eq=False)
class Shaded:
    """A region and its figure: shaded where it is above nought, striped where it is below; `label` is printed in it."""

    region: Region
    value: float
    label: str


@dataclass(frozen=True, slots=True, eq=False)
class Shading:
    """`regions` are all of the country, `shown` the box to show in metres."""

    words: sheet.Words
    regions: Sequence[Shaded]
    shown: Box


def shaded(made: Shading) -> str:
    """One SVG file without any geometry but the regions' borders."""
    plane = Plane.around(made.shown)
    colours = {name: light for name, (light, _) in sheet.COLOURS.items()}
    most = max((abs(s.value) for s in made.regions), default=0.0)
    bar, taken = sheet.scale_bar(plane.metres, plane.height)
    drawn = "".join(_region(s, most, plane, colours) for s in made.regions)
    labels = f'stroke-width="2.4" stroke-linejoin="round" text-anchor="middle" font-size="{_SIZE:g}"'
    drawing = (
        f'<g class="m-border" stroke="{colours["border"]}" stroke-width=".7" fill-rule="evenodd">{drawn}</g>{bar}'
        f'<g class="m-ink m-halo" fill="{colours["ink"]}" stroke="{colours["land"]}" {labels}>'
        f"{''.join(_labels(made.regions, plane, [taken]))}</g>"
    )
    return sheet.assemble(made.words, drawing, "", plane.height)


def _region(shown: Shaded, most: float, plane: Plane, colours: dict[str, str]) -> str:
    path = plane.path(shown.region.shape)
    below = f'<path class="m-land" fill="{colours["land"]}" d="{path}"/>'
    if not shown.value:
        return below
    shade = next(opacity for part, opacity in _SHADES if abs(shown.value) <= part * most * (1 + 1e-9))
    kind, fill = ("m-gained", colours["gained"]) if shown.value > 0 else ("", "url(#map-s)")
    return f'{below}<path class="{kind}" fill="{fill}" fill-opacity="{shade}" d="{path}"/>'


def _labels(regions: Sequence[Shaded], plane: Plane, taken: list[Box]) -> Iterator[str]:
    """Names and figures in the middle of their regions, the greatest first; what has no room is in the text alone."""
    import shapely

    seen: Any = plane.window()
    for shown in sorted(regions, key=lambda s: -abs(s.value)):
        inside = shapely.intersection(shown.region.shape, seen)
        if not shown.label or shapely.is_empty(inside):
            continue
        x, y = plane.unit(*shapely.get_coordinates(shapely.point_on_surface(inside))[0].tolist())
        half = max(width(shown.region.name, _SIZE), width(shown.label, _SIZE)) / 2
        box = (x - half, y - _SIZE, x + half, y + _SIZE * 1.5)
        if box[0] < 0 or box[2] > plane.unit(seen.bounds[2], 0)[0]:
            continue
        if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            continue
        taken.append(box)
        yield (
            f'<text x="{x:.1f}" y="{y:.1f}">{escape(shown.region.name)}</text>'
            f'<text x="{x:.1f}" y="{y + _SIZE * 1.15:.1f}" font-weight="700">{escape(shown.label)}</text>'
        )

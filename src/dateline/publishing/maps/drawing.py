"""A sheet as one SVG: no script and nothing fetched; readable at the width of a phone, sharp in print."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape
from math import floor, log10
from typing import Any

from dateline.publishing import dates
from dateline.publishing.amounts import amount, number
from dateline.publishing.maps.labels import Box, Label, around, centred, placed
from dateline.publishing.maps.sheet import Sheet

WIDTH = 420
_EDGE, _TITLE, _TEXT, _NAME = 10, 15.0, 11.0, 9.5
_LINE = 14
#: The height of the picture, of its width.
_LOWEST, _HIGHEST = 0.6, 1.3
_MOST_TOWNS = 24
#: Half of the free room of a dot, and how far the next one must be, in pixels.
_DOT, _APART = 2.5, 14
#: Pixels from which a part that changed hands may stand under a name.
_LARGE = 40
#: Vermilion and blue of Okabe and Ito: told apart by colour-blind readers, and in grey by the hatching.
STYLE = (
    "<style>text{font:11px sans-serif;fill:#222}.t{font-size:15px;font-weight:bold}.n{font-size:9.5px}"
    ".r{font-size:9.5px;font-style:italic;fill:#666}.n,.r{paint-order:stroke;stroke:#fff;stroke-width:2.5px;"
    "stroke-linejoin:round}.land{fill:#f3f0e9}.held{fill:#d3cbc2}.gain{fill:#d55e00;stroke:#d55e00;stroke-width:.5}"
    ".loss{fill:url(#lost);stroke:#0072b2;stroke-width:.8}.line{fill:none;stroke:#8a8a8a;stroke-width:.7}"
    ".dot{fill:#222}.bar{fill:none;stroke:#222;stroke-width:1.5}"
    ".rim{fill:none;stroke:#999}</style>"
    '<defs><pattern id="lost" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="4" height="4" fill="#fff"/><rect width="2.4" height="4" fill="#0072b2"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """From metres to pixels: `view` in metres fills the picture, whose upper left corner is (_EDGE, top)."""

    west: float
    north: float
    metres: float  # a pixel
    top: float
    width: float
    height: float

    def x(self, x: float) -> float:
        return _EDGE + (x - self.west) / self.metres

    def y(self, y: float) -> float:
        return self.top + (self.north - y) / self.metres

    @property
    def frame(self) -> tuple[float, float, float, float]:
        return _EDGE, self.top, _EDGE + self.width, self.top + self.height

    def path(self, ground: Any) -> str:
        """A polygon's outline in the picture, thinned to what can be seen; empty where it lies outside."""
        import shapely

        box = (self.west, self.north - self.height * self.metres, self.west + self.width * self.metres, self.north)
        seen = shapely.simplify(shapely.clip_by_rect(ground, *box), self.metres / 3)
        rings = shapely.get_rings(shapely.get_parts(seen)) if shapely.get_dimensions(seen) == 2 else []
        return "".join(self._ring(shapely.get_coordinates(ring)) for ring in rings)

    def _ring(self, coordinates: Any) -> str:
        points = [f"{self.x(x):.1f} {self.y(y):.1f}" for x, y in coordinates[:-1]]
        return f"M{'L'.join(points)}z"


def draw(sheet: Sheet) -> str:
    """The map as a file of its own."""
    head = _head(sheet)
    plan = _plan(sheet.view, 2 * _EDGE + _LINE * (len(head) + 2))
    foot = _foot(sheet)
    base = plan.top + plan.height + _LINE + 3
    height = base + _LINE * len(foot)
    title, told = escape(sheet.title), escape(describe(sheet))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img" '
        f'aria-labelledby="map-t map-d"><title id="map-t">{title}</title><desc id="map-d">{told}</desc>{STYLE}'
        f'<rect width="{WIDTH}" height="{height:.0f}" fill="#fff"/>'
        f'<text class="t" x="{_EDGE}" y="{_EDGE + _LINE}">{title}</text>{_lines(head, _EDGE + 2 * _LINE + 2)}'
        f"{_legend(sheet, plan.top - _LINE)}{_picture(sheet, plan)}{_lines(foot, base)}</svg>\n"
    )


def describe(sheet: Sheet) -> str:
    """The map in words."""
    said = [
        f"Map of {dates.day(sheet.end)} compared with that of {dates.day(sheet.start)}, by {sheet.producer}.",
        _figures(sheet),
    ]
    moved = sorted((r for r in sheet.regions if r.gained + r.lost >= 0.05), key=lambda r: -(r.gained + r.lost))
    said += [f"{r.name}: gained {amount(r.gained, 'km2')}, lost {amount(r.lost, 'km2')}." for r in moved]
    return " ".join([*said, f"Borders: {sheet.policy}."]).replace("\u00a0", " ")


def _figures(sheet: Sheet) -> str:
    net = sheet.gained_km2 - sheet.lost_km2
    sign = "+" if net > 0 else ""
    return (
        f"{sheet.side} gained {amount(sheet.gained_km2, 'km2')} and lost {amount(sheet.lost_km2, 'km2')}: "
        f"net {sign}{amount(net, 'km2')}."
    )


def _head(sheet: Sheet) -> list[str]:
    words = f"{_figures(sheet)} Map of {dates.day(sheet.end)} against {dates.day(sheet.start)}."
    return _wrapped(words)


def _foot(sheet: Sheet) -> list[str]:
    return [*_wrapped(f"Map: {sheet.producer}. {sheet.use}"), *_wrapped(f"Borders: {sheet.policy}.")]


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(words.replace("\u00a0", " "), int((WIDTH - 2 * _EDGE) / (0.49 * _TEXT)))


def _lines(lines: list[str], top: float) -> str:
    return "".join(
        f'<text x="{_EDGE}" y="{top + number_ * _LINE:.0f}">{escape(line)}</text>' for number_, line in enumerate(lines)
    )


def _plan(view: tuple[float, float, float, float], top: float) -> _Plan:
    """The view widened to a picture of the map's width that is neither a strip nor a tower."""
    west, south, east, north = view
    wide, high = max(east - west, 1000.0), max(north - south, 1000.0)
    shape = min(max(high / wide, _LOWEST), _HIGHEST)
    width = WIDTH - 2 * _EDGE
    metres = max(wide / width, high / (shape * width))
    height = shape * width
    return _Plan((west + east - width * metres) / 2, (south + north + height * metres) / 2, metres, top, width, height)


def _picture(sheet: Sheet, plan: _Plan) -> str:
    land = "".join(plan.path(region.outline) for region in sheet.regions)
    x, y, right, bottom = plan.frame
    scale, scale_box = _scale(plan)
    return (
        f'<g fill-rule="evenodd"><path class="land" d="{land}"/><path class="held" d="{plan.path(sheet.held)}"/>'
        f'<path class="gain" d="{plan.path(sheet.gained)}"/><path class="loss" d="{plan.path(sheet.lost)}"/></g>'
        f'<path class="line" d="{land}"/>{_names(sheet, plan, scale_box)}{scale}'
        f'<rect class="rim" x="{x}" y="{y}" width="{right - x:.0f}" height="{bottom - y:.0f}"/>'
    )


def _names(sheet: Sheet, plan: _Plan, scale: Box) -> str:
    """Towns by size, then regions where room is left; a dot is drawn with its name or not at all."""
    x, y, right, bottom = plan.frame
    dots: list[tuple[str, float, float]] = []
    for town in sorted(sheet.towns, key=lambda t: (-t.population, t.name)):
        at_x, at_y = plan.x(town.x), plan.y(town.y)
        inside = x + _DOT < at_x < right - _DOT and y + _DOT < at_y < bottom - _DOT
        apart = all(abs(at_x - other_x) + abs(at_y - other_y) > _APART for _, other_x, other_y in dots)
        if inside and apart and len(dots) < _MOST_TOWNS:
            dots.append((town.name, at_x, at_y))
    taken = [
        scale,
        *_moved(sheet, plan),
        *((at_x - _DOT, at_y - _DOT, at_x + _DOT, at_y + _DOT) for _, at_x, at_y in dots),
    ]
    named = placed([around(name, at_x, at_y, _NAME) for name, at_x, at_y in dots], plan.frame, taken)
    kept = [(dot, label) for dot, label in zip(dots, named, strict=True) if label is not None]
    over = [*taken, *(label.box for _, label in kept)]
    regions = [label for label in placed(_regions(sheet, plan), plan.frame, over) if label is not None]
    return "".join(
        [f'<circle class="dot" cx="{at_x:.1f}" cy="{at_y:.1f}" r="1.8"/>' for (_, at_x, at_y), _ in kept]
        + [_text(label, "n") for _, label in kept]
        + [_text(label, "r") for label in regions]
    )


def _moved(sheet: Sheet, plan: _Plan) -> list[Box]:
    """Where ground changed hands, part by part: no name covers it, but for a part too large to leave names room."""
    import shapely

    parts = shapely.get_parts([sheet.gained, sheet.lost])
    boxes = [(plan.x(west), plan.y(north), plan.x(east), plan.y(south))
             for west, south, east, north in shapely.bounds(parts)]  # fmt: skip
    return [box for box in boxes if box[2] - box[0] < _LARGE and box[3] - box[1] < _LARGE]


def _regions(sheet: Sheet, plan: _Plan) -> list[list[Label]]:
    import shapely

    x, y, right, bottom = plan.frame
    box = (plan.west, plan.north - (bottom - y) * plan.metres, plan.west + (right - x) * plan.metres, plan.north)
    seen = [(r, shapely.clip_by_rect(r.outline, *box)) for r in sheet.regions]
    seen = [(r, part) for r, part in seen if shapely.area(part) > 0.02 * shapely.area(shapely.box(*box))]
    middles = [(r.name, shapely.point_on_surface(part)) for r, part in seen]
    return [centred(name.upper(), plan.x(at.x), plan.y(at.y), _NAME) for name, at in middles]


def _text(label: Label, kind: str) -> str:
    return f'<text class="{kind}" x="{label.x:.1f}" y="{label.y:.1f}">{escape(label.text)}</text>'


def _legend(sheet: Sheet, top: float) -> str:
    """What the colours mean, in one line above the picture."""
    x, drawn = float(_EDGE), []
    for kind, words in (("held", f"held by {sheet.side} on the later day"), ("gain", "gained"), ("loss", "lost")):
        drawn.append(
            f'<rect class="{kind}" x="{x:.1f}" y="{top - 2:.1f}" width="11" height="9"/>'
            f'<text x="{x + 15:.1f}" y="{top + 6:.1f}">{escape(words)}</text>'
        )
        x += 33 + 0.5 * _TEXT * len(words)
    return "".join(drawn)


def _scale(plan: _Plan) -> tuple[str, Box]:
    """A bar of a round length, about a quarter of the width."""
    longest = plan.width * plan.metres / 4000
    power = 10.0 ** floor(log10(longest))
    km = next(m * power for m in (5, 2, 1) if m * power <= longest)
    x, _, _, bottom = plan.frame
    left, y, length = x + 8, bottom - 8, km * 1000 / plan.metres
    words = f"{number(km)} km"
    box = (x, y - 18, left + max(length, 40) + 8, bottom)
    return (
        f'<rect x="{box[0]:.1f}" y="{box[1]:.1f}" width="{box[2] - box[0]:.1f}" height="{box[3] - box[1]:.1f}" '
        f'fill="#fff" fill-opacity=".88"/><path class="bar" d="M{left:.1f} {y - 4:.1f}v4h{length:.1f}v-4"/>'
        f'<text x="{left:.1f}" y="{y - 7:.1f}">{words}</text>'
    ), box

"""The demo's lead pictures, drawn from the bundled figures: regions shaded by change, nights as bars, a total as a
line. No photograph, no drawing of anybody's."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

#: Pixels; drawn at twice the size and made smaller, so that edges are smooth.
SIZE = (1600, 900)
_FINER = 2
_PAPER, _INK, _FAINT, _LINE = "#f3f1ea", "#22303c", "#d8d4c6", "#8d97a0"
_GAINED, _LOST, _LIT, _BAR = (179, 38, 30), (11, 95, 158), "#b3261e", "#7d8a96"
_MARGIN = 150


def shaded_regions(start: dt.date, end: dt.date) -> bytes:
    """Ukraine's regions by the net change of the ground held, as PNG: red gained by Russia, blue lost."""
    from dateline import desk
    from dateline.mapping import grounds
    from dateline.theatres import loader

    theatre = loader.load("ukraine")
    found = desk.figure("territory.net_change", start, end, by="region", theatre="ukraine")
    values = {point.label: point.value or 0.0 for point in found.series.points}
    regions = grounds.in_metres(theatre, grounds.borders(theatre))
    most = max(abs(value) for value in values.values())
    bounds = [region.shape.bounds for region in regions]
    west, south = min(b[0] for b in bounds), min(b[1] for b in bounds)
    east, north = max(b[2] for b in bounds), max(b[3] for b in bounds)
    image, pen = _canvas()
    height = image.height - 2 * _MARGIN
    scale = min(height / (north - south), (image.width - 2 * _MARGIN) / (east - west))
    left = (image.width - scale * (east - west)) / 2
    for region in regions:
        fill = _shade(values.get(region.id, 0.0) / most)
        for ring in _rings(region.shape):
            points = [(left + (x - west) * scale, image.height - _MARGIN - (y - south) * scale) for x, y in ring]
            pen.polygon(points, fill=fill)
            pen.line([*points, points[0]], fill=_PAPER, width=5)
    return _png(image)


def nights(first: dt.date, last: dt.date, lit: dt.date) -> bytes:
    """Weapons launched a night as bars, one night lit, as PNG."""
    from dateline import desk

    found = desk.figure("strikes.launched", first, last, by="day", theatre="ukraine")
    image, pen = _canvas()
    _bars(pen, [(p.value or 0.0, p.start == lit) for p in found.series.points])
    return _png(image)


def running_total(months: Sequence[dt.date]) -> bytes:
    """The Gaza Health Ministry's toll at those days as a line above a filled area, as PNG."""
    from dateline import desk

    began = dt.date(2023, 10, 7)
    found = [desk.figure("casualties.killed", began, day, theatre="gaza").value or 0.0 for day in months]
    image, pen = _canvas()
    width, height = image.width - 2 * _MARGIN, image.height - 2 * _MARGIN
    most = max(found)
    points = [
        (_MARGIN + width * place / (len(found) - 1), image.height - _MARGIN - height * value / most)
        for place, value in enumerate(found)
    ]
    base = image.height - _MARGIN
    pen.polygon([(points[0][0], base), *points, (points[-1][0], base)], fill=_FAINT)
    pen.line(points, fill=_LIT, width=14, joint="curve")
    pen.ellipse([(points[-1][0] - 22, points[-1][1] - 22), (points[-1][0] + 22, points[-1][1] + 22)], fill=_LIT)
    pen.line([(_MARGIN, base), (_MARGIN + width, base)], fill=_INK, width=6)
    return _png(image)


def _bars(pen: ImageDraw, values: Sequence[tuple[float, bool]]) -> None:
    width, height = (side * _FINER for side in SIZE)
    base, room = height - _MARGIN, height - 2 * _MARGIN
    most = max(value for value, _ in values)
    step = (width - 2 * _MARGIN) / len(values)
    for line in range(1, 4):
        y = base - room * line / 4
        pen.line([(_MARGIN, y), (width - _MARGIN, y)], fill=_FAINT, width=4)
    for place, (value, lit) in enumerate(values):
        left = _MARGIN + place * step
        top = base - room * value / most
        pen.rectangle([left + step * 0.14, top, left + step * 0.86, base], fill=_LIT if lit else _BAR)
    pen.line([(_MARGIN, base), (width - _MARGIN, base)], fill=_INK, width=6)


def _canvas() -> tuple[Image, ImageDraw]:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (SIZE[0] * _FINER, SIZE[1] * _FINER), _PAPER)
    return image, ImageDraw.Draw(image)


def _png(image: Image) -> bytes:
    out = io.BytesIO()
    image.resize(SIZE, resample=1).save(out, "PNG")
    return out.getvalue()


def _shade(part: float) -> tuple[int, int, int]:
    """From the colour of land to that of gain or loss; `part` is -1 to 1."""
    land = (216, 212, 198)
    goal = _GAINED if part > 0 else _LOST
    strength = 0.0 if abs(part) < 0.005 else 0.25 + 0.75 * min(1.0, abs(part))
    red, green, blue = (round(a + (b - a) * strength) for a, b in zip(land, goal, strict=True))
    return red, green, blue


def _rings(shape: object) -> list[list[tuple[float, float]]]:
    parts = getattr(shape, "geoms", [shape])
    return [list(part.exterior.coords) for part in parts]

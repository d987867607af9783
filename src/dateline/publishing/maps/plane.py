"""From metres of an equal-area plane to the units of a picture: what is seen, how large a kilometre is, paths."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

#: Width of every map in units of its view box: 1:1 on the narrowest phones, so that its letters stay letters.
WIDTH = 400.0
_LOWEST, _HIGHEST = 240.0, 460.0
_MARGIN = 0.05
#: Units by which a line may be drawn off its place: a third of the thinnest stroke.
TOLERANCE = 0.15

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Plane:
    """West and north edge in metres, metres to a unit, height in units."""

    west: float
    north: float
    metres: float
    height: float

    @classmethod
    def around(cls, box: Box) -> Plane:
        """Shows the whole of a box (west, south, east, north) with a margin, in a picture neither flat nor tall."""
        west, south, east, north = box
        wide, tall = max(east - west, 1000.0) * (1 + 2 * _MARGIN), max(north - south, 1000.0) * (1 + 2 * _MARGIN)
        height = min(_HIGHEST, max(_LOWEST, WIDTH * tall / wide))
        metres = max(wide / WIDTH, tall / height)
        left, top = (west + east - WIDTH * metres) / 2, (south + north + height * metres) / 2
        return cls(left, top, metres, height)

    def window(self) -> Any:
        """What is seen, a shapely box in metres."""
        import shapely

        return shapely.box(
            self.west, self.north - self.height * self.metres, self.west + WIDTH * self.metres, self.north
        )

    def unit(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.west) / self.metres, (self.north - y) / self.metres

    def path(self, shape: Any) -> str:
        """The `d` of a polygon's or multipolygon's outlines, clipped to the window, in tenths of a unit."""
        import shapely

        seen = shapely.intersection(shape, shapely.buffer(self.window(), 2 * self.metres))
        drawn = shapely.simplify(seen, TOLERANCE * self.metres, preserve_topology=True)
        parts = shapely.get_parts(drawn)
        rings = shapely.get_rings(parts[shapely.get_dimensions(parts) == 2])
        return "".join(self._ring(shapely.get_coordinates(ring)) for ring in rings)

    def _ring(self, metres: Any) -> str:
        import numpy as np

        units = (metres - (self.west, self.north)) / (self.metres, -self.metres)
        tenths = np.rint(units * 10).astype(np.int64)
        steps = np.diff(tenths, axis=0)
        steps = steps[np.abs(steps).sum(axis=1) > 0]
        if len(steps) < 3:
            return ""
        moved = "".join(
            _tenths(dx, after=n > 0) + _tenths(dy, after=True) for n, (dx, dy) in enumerate(steps[:-1].tolist())
        )
        x, y = tenths[0].tolist()
        return f"M{_tenths(x)}{_tenths(y, after=True)}l{moved}z"


def ruler(metres: float) -> tuple[int, float]:
    """A scale bar: kilometres (1, 2 or 5 times a power of ten) and its length in units, at most a quarter."""
    most = WIDTH / 4 * metres / 1000
    power = 10 ** math.floor(math.log10(most))
    km = next(m * power for m in (5, 2, 1) if m * power <= most)
    return max(1, int(km)), km * 1000 / metres


def _tenths(value: int, after: bool = False) -> str:
    """A number of tenths in as few letters as a path needs."""
    whole, tenth = divmod(abs(value), 10)
    text = (str(whole) if whole or not tenth else "") + (f".{tenth}" if tenth else "")
    sign = "-" if value < 0 else " " if after else ""
    return sign + text

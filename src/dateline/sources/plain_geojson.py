"""The common form of a map read fast: one Polygon or MultiPolygon a file, points of two numbers.

Daily maps repeat nearly all of the points of the day before, so the text of a point is parsed once and looked up from
then on. What is not exactly of the common form is left to the general reader: nothing is guessed here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_KEY = re.compile(rb'"coordinates"\s*:\s*(?=\[)')
_NUMBER = rb"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
#: The text before a closing bracket that opens a point: a comma unless it is the very first, brackets, two numbers.
_POINT = re.compile(rb"\s*(,?)\s*((?:\[\s*){1,4})(" + _NUMBER + rb")\s*,\s*(" + _NUMBER + rb")\s*")
#: Texts remembered; a folder of maps of a whole war needs some 20,000.
_MOST_TEXTS = 1_000_000
#: Of a code: how many brackets open, and whether a comma goes before, in the bits below the number of the point.
_OPENED, _COMMA, _BITS = 14, 1, 4
_CLOSING = -1


class Texts(dict[bytes, int]):
    """The code of each text between closing brackets, and the points in degrees that the codes number, rounded."""

    def __init__(self, decimals: int) -> None:
        import numpy as np

        super().__init__()
        self.points = np.empty((1024, 2))
        self._number = 0
        self._per_degree = 10**decimals

    def __missing__(self, text: bytes) -> int:
        """Raises ValueError for a text that neither opens a point nor only closes."""
        if not text.strip(b" \t\r\n"):
            code = _CLOSING
        else:
            read = _POINT.fullmatch(text)
            if read is None:
                raise ValueError("not the common form")
            code = self._point(float(read[3]), float(read[4])) << _BITS | read[2].count(b"[") << 1 | bool(read[1])
        self[text] = code
        return code

    def clear(self) -> None:
        """Forgets all texts and points."""
        super().clear()
        self._number = 0

    def _point(self, x: float, y: float) -> int:
        import numpy as np

        number = self._number
        if number == len(self.points):
            self.points = np.concatenate([self.points, np.empty_like(self.points)])
        self.points[number] = [round(c * self._per_degree) / self._per_degree for c in (x, y)]
        self._number += 1
        return number


def multipolygon(content: bytes, texts: Texts) -> Any:
    """The map as one shapely multipolygon, its points rounded, or None where it is not of the common form (which
    includes everything that is not whole)."""
    import numpy as np

    keys = _KEY.findall(content)
    found = _KEY.search(content)
    if len(keys) != 1 or found is None:
        return None
    if len(texts) > _MOST_TEXTS:
        texts.clear()
    stop = content.find(b"}", found.end())
    end = content.rfind(b"]", found.end(), stop if stop >= 0 else None)
    kind = _kind(content[: found.end()], content[end + 1 :])
    if end < 0 or kind is None:
        return None
    pieces = content[found.end() : end].split(b"]")
    try:
        codes = np.fromiter(map(texts.__getitem__, pieces), dtype=np.int64, count=len(pieces))
    except (ValueError, OverflowError):
        return None
    return _shaped(codes, texts, depth=4 if kind == "MultiPolygon" else 3)


def _kind(before: bytes, after: bytes) -> str | None:
    """The geometry's type, where the file is whole and holds that geometry alone."""
    try:
        read = json.loads(before + b"[]" + after)
    except (ValueError, RecursionError):
        return None
    if isinstance(read, Mapping) and read.get("type") == "FeatureCollection":
        features = read.get("features")
        read = features[0] if isinstance(features, list) and len(features) == 1 else None
    if isinstance(read, Mapping) and read.get("type") == "Feature":
        read = read.get("geometry")
    if not isinstance(read, Mapping) or read.get("coordinates") != []:
        return None
    kind = read.get("type")
    return kind if kind in ("Polygon", "MultiPolygon") else None


def _shaped(codes: Any, texts: Texts, depth: int) -> Any:
    """The multipolygon of the codes, None where brackets and commas do not match or a ring is not closed."""
    import numpy as np
    import shapely

    at = np.flatnonzero(codes != _CLOSING)
    if not len(at) or at[0] != 0:
        return None
    opened = (codes[at] & _OPENED) >> 1
    comma = (codes[at] & _COMMA).astype(bool)
    closed = np.diff(at) - 1  # closing texts before each point but the first: brackets closed besides the point's own
    sound = opened[0] == depth and not comma[0] and comma[1:].all() and (closed == opened[1:] - 1).all()
    if not sound or len(codes) - at[-1] != depth or (opened[1:] >= depth).any():
        return None
    points = texts.points[codes[at] >> _BITS]
    rings = np.append(np.flatnonzero(opened > 1), len(at))
    if (np.diff(rings) < 4).any() or (points[rings[:-1]] != points[rings[1:] - 1]).any():
        return None
    parts = np.append(np.flatnonzero(opened[rings[:-1]] > 2), len(rings) - 1)
    kind = shapely.GeometryType.MULTIPOLYGON
    return shapely.from_ragged_array(kind, points, (rings, parts, np.array([0, len(parts) - 1])))[0]

"""Names beside their dots, none over another: the largest places first, each where there is room, else not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: Width of a letter in parts of its size, so wide that no common sans-serif runs beyond it.
_NARROW, _USUAL, _CAPITAL = 0.36, 0.6, 0.74
_SLIM, _BROAD = frozenset("iljtfrI'’.,- "), frozenset("mwMW")
_GAP = 4.0
_APART = 2.0
#: A map with more names than this is read no better.
MOST = 26

#: Left, top, right, bottom.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name and its dot, in units; `anchor` is SVG's text-anchor. `x` and `y` are of the text, `dot` of the place."""

    name: str
    dot: tuple[float, float]
    x: float
    y: float
    anchor: str

    def boxes(self, size: float) -> tuple[Box, Box]:
        """What the text and the dot take."""
        wide, (x, y) = width(self.name, size), self.dot
        left = {"start": self.x, "middle": self.x - wide / 2}.get(self.anchor, self.x - wide)
        return (_around(left, self.y, wide, size), (x - _APART, y - _APART, x + _APART, y + _APART))


def width(text: str, size: float) -> float:
    """At least as wide as the text is drawn."""
    return size * sum(_NARROW if c in _SLIM else 0.95 if c in _BROAD else _CAPITAL if c.isupper() else _USUAL
                      for c in text)  # fmt: skip


def placed(
    towns: Iterable[tuple[str, float, float]], frame: Box, size: float, taken: Iterable[Box] = ()
) -> list[Label]:
    """Labels for (name, x, y) in order of importance within a frame (left, top, right, bottom), clear of the boxes that
    are taken, of each other and of each other's dots."""
    boxes = list(taken)
    found: list[Label] = []
    for name, x, y in towns:
        if len(found) == MOST:
            break
        dot = (x - _APART, y - _APART, x + _APART, y + _APART)
        if not _inside(dot, frame) or any(_touch(dot, box) for box in boxes):
            continue
        for label, box in _tried(name, x, y, size):
            if _inside(box, frame) and not any(_touch(box, other) for other in boxes):
                boxes += [box, dot]
                found.append(label)
                break
    return found


def _tried(name: str, x: float, y: float, size: float) -> Iterator[tuple[Label, Box]]:
    """Right, left, above and below of the dot; the box of each with a little air."""
    wide, dot = width(name, size), (x, y)
    middle = y + size * 0.35
    for text_x, text_y, anchor, left in (
        (x + _GAP, middle, "start", x + _GAP),
        (x - _GAP, middle, "end", x - _GAP - wide),
        (x, y - _GAP, "middle", x - wide / 2),
        (x, y + _GAP + size * 0.75, "middle", x - wide / 2),
    ):
        yield Label(name, dot, text_x, text_y, anchor), _around(left, text_y, wide, size)


def centred(
    names: Iterable[tuple[str, list[tuple[float, float]]]], frame: Box, size: float, taken: Iterable[Box]
) -> list[Label]:
    """Names over the first of their points that is free."""
    boxes = list(taken)
    found: list[Label] = []
    for name, points in names:
        wide = width(name, size)
        for x, y in points:
            level = y + size * 0.35
            box = _around(x - wide / 2, level, wide, size)
            if _inside(box, frame) and not any(_touch(box, other) for other in boxes):
                boxes.append(box)
                found.append(Label(name, (x, y), x, level, "middle"))
                break
    return found


def _around(left: float, level: float, wide: float, size: float) -> Box:
    """The box of a text on its line, with a little air."""
    return left - _APART / 2, level - size * 0.85, left + wide + _APART / 2, level + size * 0.3


def _inside(box: Box, frame: Box) -> bool:
    return frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

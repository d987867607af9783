"""Names on a map: the most important first, each where it covers no other, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: Mean width of a letter, of its size.
_LETTER = 0.56
_GAP = 4.0
#: Least x and y, then the greatest.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name at its left end and base line, in pixels."""

    text: str
    x: float
    y: float
    size: float

    @property
    def box(self) -> Box:
        width = _LETTER * self.size * len(self.text)
        return self.x - 1, self.y - 0.8 * self.size, self.x + width + 1, self.y + 0.25 * self.size


def around(text: str, x: float, y: float, size: float) -> list[Label]:
    """Where the name of a dot may stand: right of it, left, above, below."""
    width = _LETTER * size * len(text)
    level = y + 0.35 * size
    return [
        Label(text, x + _GAP, level, size),
        Label(text, x - _GAP - width, level, size),
        Label(text, x - width / 2, y - _GAP, size),
        Label(text, x - width / 2, y + _GAP + 0.7 * size, size),
    ]


def centred(text: str, x: float, y: float, size: float) -> list[Label]:
    """A name over the middle of its ground."""
    return [Label(text, x - _LETTER * size * len(text) / 2, y + 0.35 * size, size)]


def placed(wanted: Iterable[Sequence[Label]], frame: Box, taken: Sequence[Box] = ()) -> list[Label | None]:
    """For each name the first of its places that lies in the frame and over no box taken before, or None."""
    boxes, found = list(taken), []
    for options in wanted:
        fit = next((label for label in options if _inside(label.box, frame) and not _meets(label.box, boxes)), None)
        if fit is not None:
            boxes.append(fit.box)
        found.append(fit)
    return found


def _inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _meets(box: Box, others: Iterable[Box]) -> bool:
    return any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in others)

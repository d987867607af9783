"""Where a stretch of a text lies in lines and columns, as editors and code-scanning tools count them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1; `end_column` is that of the character after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """The line starts of one text, found once. Lines end in a line feed, a carriage return or both together."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = 0
        for line in text.splitlines(keepends=True):
            at += len(line)
            if line.endswith(("\n", "\r")):
                self._starts.append(at)

    def region(self, start: int, end: int) -> Region:
        """Where the characters from `start` up to `end` stand."""
        return Region(*self._place(start), *self._place(end))

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

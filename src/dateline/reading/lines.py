"""Plain text to lines: one for each paragraph, exact offsets, hard wrapping undone."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dateline.reading.draft import Line
from dateline.reading.phrases import ends_sentence

#: Writers who wrap by hand do so between these widths; a longer line is a paragraph of its own.
_NARROWEST, _WIDEST = 40, 120
_BULLETS = ("- ", "* ", "• ", "– ", "— ", "#", ">", "|")


def split_lines(text: str) -> list[Line]:
    """The text's paragraphs in order. A line is a paragraph of its own, unless the writer wrapped lines by hand:
    then those that one paragraph fills are one."""
    runs = _runs(text)
    wrapped = any(_continues(one, two) for run in runs for one, two in pairwise(run))
    return [line for run in runs for line in (_unwrap(run, text) if wrapped else run)]


def _runs(text: str) -> list[list[Line]]:
    runs: list[list[Line]] = [[]]
    at = 0
    for row in text.splitlines(keepends=True):
        words = row.strip()
        if words:
            start = at + len(row) - len(row.lstrip())
            runs[-1].append(Line(start, start + len(words), " ".join(words.split()), len(runs) - 1))
        elif runs[-1]:
            runs.append([])
        at += len(row)
    return [run for run in runs if run]


def _continues(one: Line, two: Line) -> bool:
    """Whether the second line goes on in the middle of the first one's sentence."""
    return two.words[0].islower() and not ends_sentence(one.words) and len(one.words) >= _NARROWEST


def _unwrap(run: list[Line], text: str) -> list[Line]:
    """Join the lines that greedy wrapping would have cut: the next line's first word did not fit any more."""
    width = max((line.end - line.start for line in run), default=0)
    joined = [run[0]]
    for one, two in pairwise(run):
        first_word = two.words.split(maxsplit=1)[0]
        cut = _NARROWEST <= width <= _WIDEST and one.end - one.start + 1 + len(first_word) > width
        if (cut or _continues(one, two)) and not two.words.startswith(_BULLETS):
            start = joined[-1].start
            joined[-1] = replace(joined[-1], end=two.end, words=" ".join(text[start : two.end].split()))
        else:
            joined.append(two)
    return joined

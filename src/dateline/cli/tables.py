"""Plain tables for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

GAP = "  "


def table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Columns as wide as they need, the last one wrapped into what is left of `width`."""
    widths = [max(len(row[i]) for row in (head, *rows)) for i in range(len(head))]
    widths[-1] = max(20, min(widths[-1], width - sum(widths[:-1]) - len(GAP) * (len(head) - 1)))
    lines = [_line(head, widths), GAP.join("─" * w for w in widths)]
    for row in rows:
        last = textwrap.wrap(row[-1], widths[-1], break_long_words=False, break_on_hyphens=False) or [""]
        lines.append(_line((*row[:-1], last[0]), widths))
        indent = " " * (sum(widths[:-1]) + len(GAP) * (len(head) - 1))
        lines += [indent + more for more in last[1:]]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(cell.ljust(w) for cell, w in zip(cells, widths, strict=True)).rstrip()

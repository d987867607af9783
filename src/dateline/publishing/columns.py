"""Text in columns of a terminal: what is safe to print there, how wide it is, where it may break."""

from __future__ import annotations

import unicodedata

_NBSP = "\u00a0"
#: Marks that turn the direction of what follows: in a terminal they would scramble the table.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """`text` on one line without control codes (escape sequences among them) and direction marks."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = "".join(" " if unicodedata.category(c) == "Cc" else "" if c in _BIDI else c for c in text)
    return " ".join(kept.split(" ")) if _NBSP in kept else " ".join(kept.split())


def wide(text: str) -> int:
    """Columns that `text` takes: two for East Asian wide letters and emoji, none for combining marks."""
    if text.isascii():
        return len(text)
    total = 0
    for c in text:
        if unicodedata.combining(c) or c in "\u200b\u200d\ufe0e\ufe0f":
            continue
        total += 2 if unicodedata.east_asian_width(c) in "WF" else 1
    return total


def pad(text: str, width: int) -> str:
    """`text` filled with spaces to `width` columns."""
    return text + " " * max(0, width - wide(text))


def wrap(text: str, width: int, hang: int = 0) -> list[str]:
    """Lines of at most `width` columns, later ones indented by `hang`. Breaks at spaces, at a no-break space only
    where nothing else helps, inside a word only where it holds no digit: a number is never cut."""
    lines, line, used = [], "", 0
    for word in _fitting(text.split(" "), width - hang):
        size = wide(word)
        if line.strip() and used + 1 + size > width:
            lines.append(line)
            line, used = " " * hang + word, hang + size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line.strip() else (line + word, used + size)
    if line.strip():
        lines.append(line)
    return [done.replace(_NBSP, " ").rstrip() for done in lines]


def _fitting(words: list[str], width: int) -> list[str]:
    out: list[str] = []
    for word in words:
        if wide(word) <= width:
            out.append(word)
        elif _NBSP in word:
            out += _fitting(word.split(_NBSP), width)
        elif any(c.isdigit() for c in word):
            out.append(word)
        else:
            step = max(1, width // max(1, wide(word) // len(word)))
            out += [word[i : i + step] for i in range(0, len(word), step)]
    return out

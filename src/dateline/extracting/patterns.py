"""Patterns compiled when they are first asked for: a page needs few of those that the frames hold, and compiling all
of them took longer than reading it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast


class _Waiting:
    """Stands for a compiled pattern and becomes as quick as one: what it is asked for it then has itself. Two threads
    that ask at once compile twice and agree."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def when_asked(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`pattern` for its methods (`search`, `finditer`, ...), compiled with the first of them. re.error is raised then
    and not here. A match's `re` is the compiled pattern and not what this returns."""
    return cast("re.Pattern[str]", _Waiting(pattern, flags))


def alternation(words: Iterable[str]) -> str:
    """A pattern of any of `words`, the longest that fits first, written by their common beginnings: the same matches
    as the words side by side, tried in a fraction of the time. Where case is ignored, words of one case are wanted."""
    first: dict[str, list[str]] = {}
    for word in {*words}:
        first.setdefault(word[:1], []).append(word)
    ends = first.pop("", None) is not None
    branches = "|".join(_branch(found) for _, found in sorted(first.items()))
    return f"(?:{branches})?" if ends and branches else branches


def _branch(words: list[str]) -> str:
    """Words that begin alike."""
    low, high = min(words), max(words)
    shared = next((low[:i] for i, letter in enumerate(low) if letter != high[i]), low)
    behind = alternation(word[len(shared) :] for word in words)
    return re.escape(shared) + (f"(?:{behind})" if behind and shared not in words else behind)

"""Patterns compiled when they are first asked for: a page needs few of those that the frames hold, and compiling all
of them took longer than reading it."""

from __future__ import annotations

import re
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

"""Waiting for a draft to change: `dateline check --watch`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

#: Seconds between two looks at the file.
INTERVAL = 0.5

Mark = tuple[int, int] | None


def changes(path: Path, wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Yields at once, then each time that the file has changed and was left alone for one interval.

    Editors that write a new file in the old one's place are followed; while there is no file, nothing is yielded.
    """
    seen = _mark(path)
    yield
    while True:
        wait(INTERVAL)
        now = _mark(path)
        if now is None or now == seen:
            continue
        wait(INTERVAL)
        if _mark(path) == now:  # not in the middle of a write
            seen = now
            yield


def _mark(path: Path) -> Mark:
    """Time of change and size; None where there is no file."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return state.st_mtime_ns, state.st_size

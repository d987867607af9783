"""One writer at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.ledgers.store.release import StoreError

#: Seconds a second writer waits; an import holds the lock while it writes, not while it reads its files.
WAIT_S = 30.0
_STEP_S = 0.05


@contextmanager
def locked(home: Path, wait_s: float | None = None) -> Iterator[None]:
    """Holds the store's lock. Raises StoreError where another process still holds it after `wait_s` seconds. The lock
    goes with its process: none that died leaves it behind."""
    import fcntl

    with (home / "lock").open("a+", encoding="utf-8") as file:
        until = time.monotonic() + (WAIT_S if wait_s is None else wait_s)
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise StoreError(
                        f"{home}: {_holder(file.name)} is writing there; try again when it is done"
                    ) from None
                time.sleep(_STEP_S)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def _holder(lock: str) -> str:
    number = Path(lock).read_text(encoding="utf-8").strip()
    return f"another import (process {number})" if number else "another import"

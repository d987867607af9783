"""Failures of the disk as one line that says how to mend them."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.ledgers.store.release import StoreError


@contextmanager
def told(at: Path) -> Iterator[None]:
    """Raises StoreError for an OSError of what is done with the store in `at`."""
    try:
        yield
    except OSError as fault:
        if fault.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreError(f"{at}: no space left; nothing was changed. Free some space and import again") from fault
        if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise StoreError(f"{at}: cannot be written to; DATELINE_HOME names another folder") from fault
        if fault.errno in (errno.ENOENT, errno.ENOTDIR) and not at.is_dir():
            raise StoreError(f"{at}: no such folder can be made; DATELINE_HOME names another") from fault
        raise StoreError(f"{at}: {fault.strerror or fault}; nothing was changed") from fault

"""Who works on what, and until when.

A worker holds what it does for a short time, and says again and again that it still does. What a dead one held comes
free when that time is over. Clocks of machines that share a database must agree to within a few seconds.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import platform
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.utils import timezone

log = logging.getLogger(__name__)

#: Seconds that a worker is taken to live after it last said so.
SECONDS = 30.0
#: What lasts longer than this many seconds hangs: its lease is let go.
LONGEST = 1800.0


def seconds() -> float:
    """The length of a lease: $DATELINE_SITE_LEASE, in seconds, or `SECONDS`."""
    try:
        return max(0.5, float(os.environ.get("DATELINE_SITE_LEASE", "")))
    except ValueError:
        return SECONDS


def until() -> dt.datetime:
    """When a lease that is taken now is over."""
    return timezone.now() + dt.timedelta(seconds=seconds())


def new_name() -> str:
    """A worker's name that no other has had: its machine, its process, and chance."""
    return f"{platform.node()[:32]}-{os.getpid()}-{secrets.token_hex(6)}"


@contextmanager
def renewed(renew: Callable[[], bool], *, longest: float | None = LONGEST) -> Iterator[None]:
    """Calls `renew` from a thread, three times a lease, until the block is left, `renew` says that there is nothing
    left to hold, or `longest` seconds are over."""
    ended = threading.Event()
    thread = threading.Thread(target=_renew, args=(renew, ended, longest), name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _renew(renew: Callable[[], bool], ended: threading.Event, longest: float | None) -> None:
    pause = seconds() / 3
    end = None if longest is None else time.monotonic() + longest
    try:
        while not ended.wait(pause) and (end is None or time.monotonic() < end):
            try:
                if not renew():
                    return
            except DatabaseError as error:  # what is held is lost only when the lease is over
                log.warning("a lease could not be renewed: %s", error)
                connection.close()
    finally:
        connection.close()

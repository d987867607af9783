"""The edition: moves on whenever what readers see has changed, so that kept pages of an older one are thrown away.

It is a file in the site's folder that grows by a byte each time: its size is the edition. Every process on the folder
sees a new one at once, for the price of a `stat`, and no database is asked.
"""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.db import transaction

FILE = "edition"


def bump(*slugs: str) -> None:
    """What was published changed: publications, visible comments, corrections, authors, sections. To be called when the
    change can be seen by others (`transaction.on_commit`). `slugs` name the stories it was in."""
    path = settings.SITE_FOLDER / FILE
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(file, b".")
    finally:
        os.close(file)


def moved_on(**signal: Any) -> None:
    """Receives Django's signals: at once, for those who look before the transaction's end, and when it is over."""
    bump()
    transaction.on_commit(bump)


def current() -> int:
    """The edition's number; 0 before the first change."""
    try:
        return int((settings.SITE_FOLDER / FILE).stat().st_size)
    except FileNotFoundError:
        return 0

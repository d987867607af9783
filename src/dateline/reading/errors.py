"""What reading says when it cannot read: one line, with the way to mend it."""

from __future__ import annotations


class ReadingError(Exception):
    """A report that cannot be read. The message is one line for the person who gave the report: what is wrong and
    how to mend it."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))

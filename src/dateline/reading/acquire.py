"""Bytes from a file or standard input, never more than the limit."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from dateline.reading.errors import ReadingError

#: The longest text read, in bytes: about 800,000 words, some hundred times the longest report.
TEXT_LIMIT = 5_000_000
#: Pages carry scripts and styles: more than a text may have, far less than a film.
PAGE_LIMIT = 3 * TEXT_LIMIT
#: A DOCX carries pictures beside its text.
FILE_LIMIT = 30_000_000


@dataclass(frozen=True, slots=True)
class Raw:
    """What was given: its bytes, the name shown to people, the suffix of its file name (".docx", or empty), and the
    character set that a server stated, if any. `data` stops after `FILE_LIMIT`; `cut` says that there is more."""

    data: bytes
    name: str
    suffix: str = ""
    charset: str | None = None
    size: int | None = None
    cut: bool = False

    @property
    def shown(self) -> str:
        """The name as a sentence begins with it."""
        name = "Standard input" if self.name == "-" else self.name
        return name if len(name) <= 120 else name[:117] + "..."


def from_path(path: str | os.PathLike[str]) -> Raw:
    """The bytes of a file, or of a pipe with a name.

    Errors: ReadingError for a missing file, a folder, a file that may not be read.
    """
    name = os.fspath(path)
    file = Path(name).expanduser()
    try:
        if file.is_dir():
            raise ReadingError(f"{name} is a folder: name one report inside it.")
        with file.open("rb") as stream:
            raw = _limited(stream, name, file.suffix.lower())
        return replace(raw, size=file.stat().st_size) if raw.cut and file.is_file() else raw
    except FileNotFoundError:
        raise ReadingError(f"There is no file {name}: check the name, or give an address or - instead.") from None
    except PermissionError:
        raise ReadingError(f"{name} may not be read: change its permissions (chmod u+r) or copy it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadingError(f"{Raw(b'', name).shown} cannot be read as a file ({reason}): check the name.") from None


def from_stdin(given: bytes | None) -> Raw:
    """The bytes given as standard input, or those on the process's own."""
    if given is not None:
        return Raw(given, "-")
    if sys.stdin is None or sys.stdin.closed:
        raise ReadingError("Nothing is connected to standard input: pipe a report into it or name a file.")
    return _limited(sys.stdin.buffer, "-")


def too_large(raw: Raw, limit: int) -> ReadingError:
    """The error for a report over the limit, in bytes."""
    size = raw.size if raw.size is not None else len(raw.data)
    stated = f"{'more than ' if raw.cut and raw.size is None else ''}{size / 1e6:.1f} MB"
    return ReadingError(f"{raw.shown} is {stated}; Dateline reads up to {limit / 1e6:.0f} MB: give one report alone.")


def _limited(stream: BinaryIO, name: str, suffix: str = "") -> Raw:
    data = stream.read(FILE_LIMIT + 1)
    return Raw(data[:FILE_LIMIT], name, suffix, cut=len(data) > FILE_LIMIT)

"""Opens a publisher's file as bytes, plain or packed (.zip, .gz), never more of it than its description allows."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from dateline.sources.description import Description
from dateline.sources.intake import SourceError

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_EMPTY_ZIP = b"PK\x05\x06"
_MILLION = 1_000_000


class _Bounded(io.RawIOBase):
    """A stream that stops with a SourceError past `limit` bytes, so that a packed file cannot fill the memory."""

    def __init__(self, stream: IO[bytes], limit: int, path: Path) -> None:
        self._stream, self._left, self._limit, self._path = stream, limit, limit, path

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            found = self._stream.read(len(view))
        except (EOFError, OSError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError) as fault:
            raise SourceError(f"{self._path}: cannot be unpacked, it is cut short or damaged ({fault})") from fault
        self._left -= len(found)
        if self._left < 0:
            raise SourceError(
                f"{self._path}: holds more than {self._limit / _MILLION:,.0f} MB, which no sound copy does; "
                "get it again from its publisher"
            )
        view[: len(found)] = found
        return len(found)


@contextmanager
def opened(path: Path, description: Description) -> Iterator[io.BufferedReader]:
    """The bytes of the file, or of the one file of that kind which an archive holds.

    Raises SourceError, here or while they are read, where the file is missing, damaged or larger than the
    description's `megabytes`.
    """
    if not path.is_file():
        raise SourceError(f"{path}: no such file; it holds {description.title} ({description.address})")
    limit = description.megabytes * _MILLION
    try:
        with path.open("rb") as plain:
            start = plain.read(4)
            plain.seek(0)
            if start in (_ZIP, _EMPTY_ZIP):
                with zipfile.ZipFile(plain) as archive, archive.open(_member(path, archive, description)) as inside:
                    yield io.BufferedReader(_Bounded(inside, limit, path))
            elif start.startswith(_GZIP):
                with gzip.open(plain) as inside:
                    yield io.BufferedReader(_Bounded(cast(IO[bytes], inside), limit, path))
            else:
                yield io.BufferedReader(_Bounded(plain, limit, path))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as fault:  # RuntimeError: it asks for a password
        raise SourceError(f"{path}: not an archive that can be unpacked ({fault})") from fault
    except OSError as fault:
        raise SourceError(f"{path}: cannot be read ({fault.strerror or fault})") from fault


def _member(path: Path, archive: zipfile.ZipFile, description: Description) -> zipfile.ZipInfo:
    endings = {Path(name).suffix.lower() for name in description.files}
    found = [
        entry
        for entry in archive.infolist()
        if Path(entry.filename).suffix.lower() in endings and not Path(entry.filename).name.startswith((".", "_"))
    ]
    if len(found) != 1:
        wanted = " or ".join(sorted(endings))
        raise SourceError(f"{path}: holds {len(found)} files {wanted}, where one is expected; unpack it and name one")
    if found[0].file_size > description.megabytes * _MILLION:
        raise SourceError(
            f"{path}: unpacks to {found[0].file_size / _MILLION:,.0f} MB, expected at most {description.megabytes} MB; "
            "get it again from its publisher"
        )
    return found[0]

"""The bytes of imported files by their hash, compressed (zstd): what a figure was read from can be read again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dateline.ledgers.store.release import StoreError


def hashed(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def keep(folder: Path, content: bytes) -> str:
    """Puts the bytes into the archive, whole or not at all, and gives their SHA-256. Bytes it has stay as they are."""
    import pyarrow as pa

    sha256 = hashed(content)
    path = folder / sha256[:2] / sha256
    if path.exists() and path.stat().st_size:
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    packed = pa.BufferOutputStream()
    with pa.CompressedOutputStream(packed, "zstd") as stream:
        stream.write(content)
    write_whole(path, packed.getvalue().to_pybytes())
    return sha256


def find(folder: Path, sha256: str) -> Path | None:
    """The archived file of a hash, or of its first 8 or more digits."""
    if len(sha256) < 8 or not sha256.isalnum():
        return None
    return next(iter(sorted((folder / sha256[:2]).glob(f"{sha256}*"))), None)


def read(folder: Path, sha256: str) -> bytes:
    """The bytes as they were imported. Raises StoreError where the archive has none, or damaged ones."""
    import pyarrow as pa

    path = find(folder, sha256)
    if path is None:
        raise StoreError(f"{folder}: holds no file {sha256[:16]}; import it again")
    try:
        with pa.OSFile(str(path)) as packed, pa.CompressedInputStream(packed, "zstd") as stream:
            content: bytes = stream.read()
    except OSError as fault:
        raise StoreError(f"{path}: damaged; delete it and import the file again") from fault
    if hashed(content) != path.name:
        raise StoreError(f"{path}: damaged; delete it and import the file again")
    return content


def held(folder: Path) -> Iterator[Path]:
    """Every archived file."""
    return (path for path in folder.glob("??/*") if len(path.name) == 64)


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside `path`, to the disk, and moves into place. Raises OSError; then nothing is left behind."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

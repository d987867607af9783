"""What is kept beside a fetched file, so that the next time only what is new is fetched."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class Receipt:
    """Whose bytes a file holds: `retrieved_at` in UTC as ISO 8601, `size` in bytes, `etag` and `last_modified` as the
    server gave them, or empty."""

    address: str
    retrieved_at: str
    sha256: str
    size: int
    etag: str = ""
    last_modified: str = ""

    @classmethod
    def made(cls, address: str, told: Answered, size: int) -> Receipt:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(address, now, told.sha256, size, told.etag, told.last_modified)

    def conditions(self) -> dict[str, str]:
        """Headers that ask for the file only where it is another one."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer says of its body: it begins at byte `start` of a file of `expected` bytes, where that is known.
    `packed` bodies are unpacked on their way and cannot be taken up again. `sha256` is of the whole file."""

    start: int
    expected: int | None
    etag: str
    last_modified: str
    packed: bool
    sha256: str = ""

    def hashed(self, sha256: str) -> Answered:
        return replace(self, sha256=sha256)

    @property
    def validator(self) -> str:
        """What the server can tell this very file by, byte for byte; empty where it gave nothing that strong."""
        return "" if self.packed else self.last_modified if self.etag.startswith("W/") or not self.etag else self.etag


def answered(headers: Mapping[str, str], begun: int) -> Answered:
    """From an answer's headers; `begun` is the byte that a partial answer was asked to start at, else 0."""
    packed = headers.get("content-encoding", "identity").strip().lower() not in ("", "identity")
    length = headers.get("content-length", "")
    expected = int(length) if length.isascii() and length.isdigit() and len(length) < 16 and not packed else None
    start = 0
    if begun:
        found = _RANGE.match(headers.get("content-range", ""))
        start = int(found[1]) if found and not packed else -1
        if found and found[2] != "*":
            expected = int(found[2])
        elif expected is not None:
            expected += begun
    return Answered(start, expected, headers.get("etag", ""), headers.get("last-modified", ""), packed)


def of(target: Path) -> Receipt | None:
    """The receipt of a file that is still the one received, else None."""
    import hashlib

    try:
        told = Receipt(**json.loads(_beside(target, "receipt.json").read_text(encoding="utf-8")))
        if target.stat().st_size != told.size:
            return None
        with target.open("rb") as file:
            return told if hashlib.file_digest(file, "sha256").hexdigest() == told.sha256 else None
    except (OSError, ValueError, TypeError):
        return None


def part_of(target: Path) -> Path:
    """Where a file waits until it is whole."""
    return _beside(target, "part")


def resume(part: Path, address: str) -> tuple[int, dict[str, str]]:
    """How many bytes of the file at this address are here, and the headers that ask for the rest of that same file."""
    try:
        told = json.loads(_beside(part, "json").read_text(encoding="utf-8"))
        begun = part.stat().st_size
    except (OSError, ValueError):
        return 0, {}
    if not isinstance(told, dict) or told.get("address") != address or not told.get("validator") or not begun:
        return 0, {}
    return begun, {"Range": f"bytes={begun}-", "If-Range": str(told["validator"])}


def begin(part: Path, address: str, told: Answered) -> None:
    """Before the first byte: notes by what the file can be asked for again, or that it cannot."""
    if told.validator:
        _write(_beside(part, "json"), {"address": address, "validator": told.validator})
    else:
        _beside(part, "json").unlink(missing_ok=True)


def drop(part: Path) -> None:
    """Forgets a part."""
    part.unlink(missing_ok=True)
    _beside(part, "json").unlink(missing_ok=True)


def keep(part: Path, target: Path, receipt: Receipt, *, written: bool) -> None:
    """Puts a whole file in its place. Without its receipt, should that fail, it would be fetched once more."""
    part.replace(target)
    _beside(part, "json").unlink(missing_ok=True)
    if written:
        _write(_beside(target, "receipt.json"), asdict(receipt))


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}.{ending}")


def _write(path: Path, value: Mapping[str, Any]) -> None:
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        waiting.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
        waiting.replace(path)
    finally:
        waiting.unlink(missing_ok=True)

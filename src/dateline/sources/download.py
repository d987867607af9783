"""One file from an address: taken up again where it was cut, not fetched again where it has not changed, within limits.

Beside `name` lie `name.receipt.json` (whose bytes they are, and since when) and, until it is whole, `name.part` with
`name.part.json`. A file is put in place whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dateline.sources import receipts
from dateline.sources.connection import Again, Connection, DownloadError, Limits, Missing, TooLarge
from dateline.sources.receipts import Receipt

if TYPE_CHECKING:
    import httpx

__all__ = ["DownloadError", "Downloads", "Limits", "Missing"]

Result = TypeVar("Result")
#: Called with the bytes that are here, and with how many there will be where the server has said so.
OnBytes = Callable[[int, int | None], None]
#: Left free on the disk whatever is fetched, in bytes.
SPARE = 20_000_000
#: What a page begins with, in lower case, where a login or a portal answers instead of the data.
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<body")


class Downloads:
    """Downloads over one kept-open line; use it in a `with`. Not for several threads at once. `authorization` is sent
    with every request: addresses are printed and kept, so a password is no part of one."""

    def __init__(self, limits: Limits, authorization: str = "") -> None:
        self.limits = limits
        self._line = Connection(limits, authorization)

    def __enter__(self) -> Downloads:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()

    def fetch(
        self, address: str, target: Path, *, largest: int, on_bytes: OnBytes | None = None, receipt: bool = True
    ) -> tuple[Receipt, bool]:
        """The file at `address` as `target`, at most `largest` bytes: its receipt, and whether it is another one than
        before. Makes the folder. Without `receipt` none is written: the caller knows the file by other means.

        Raises DownloadError, in one line, where it cannot be had; Missing where the server has no such file. What
        stood at `target` is then as it was, and a part that can be taken up again is kept.
        """
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            return self._patiently(address, lambda: self._attempt(address, target, largest, on_bytes, receipt))
        except OSError as fault:
            raise DownloadError(f"{target.parent}: {fault.strerror or fault}; make room or name another folder with"
                                " DATELINE_HOME, then run it again: it goes on where it stopped") from None  # fmt: skip

    def read(self, address: str, *, largest: int) -> bytes:
        """A short answer as it is, in memory. Raises DownloadError."""

        def attempt() -> bytes:
            with self._line.ask(address, {}) as answer:
                self._line.check(answer, address, accepted=(200,))
                return b"".join(self._line.chunks(answer, address, largest))

        return self._patiently(address, attempt)

    def _patiently(self, address: str, work: Callable[[], Result]) -> Result:
        """Again after a while, each time a longer one, as long as the fault is one that passes."""
        wait_s = self.limits.wait_s
        for left in reversed(range(self.limits.attempts)):
            try:
                return work()
            except Again as fault:
                asked = f"; it asks to come back in {fault.wait_s:.0f} seconds" if fault.wait_s else ""
                if not left or fault.wait_s > self.limits.longest_wait_s:
                    raise DownloadError(f"{address} {fault}{asked}: try again later") from None
                time.sleep(max(fault.wait_s, wait_s * random.uniform(0.5, 1.0)))
                wait_s *= 2
        raise DownloadError(f"{address} was not asked: allow at least one attempt")

    def _attempt(
        self, address: str, target: Path, largest: int, on_bytes: OnBytes | None, receipt: bool
    ) -> tuple[Receipt, bool]:
        before = receipts.of(target)
        part = receipts.part_of(target)
        begun, headers = receipts.resume(part, address)
        if not begun and before is not None and before.address == address:
            headers = before.conditions()
        with self._line.ask(address, headers) as answer:
            if answer.status_code == 304 and before is not None and not begun:
                return before, False
            if answer.status_code == 416:
                receipts.drop(part)
                raise Again("has another file now than the one that was begun")
            self._line.check(answer, address, accepted=(200, 206) if begun else (200,))
            try:
                whole = self._receive(answer, address, part, begun, largest, on_bytes)
            except TooLarge:
                receipts.drop(part)
                raise
        _check_data(part, address)
        told = Receipt.made(address, whole, part.stat().st_size)
        receipts.keep(part, target, told, written=receipt)
        return told, before is None or before.sha256 != told.sha256

    def _receive(
        self, answer: httpx.Response, address: str, part: Path, begun: int, largest: int, on_bytes: OnBytes | None
    ) -> receipts.Answered:
        """Writes the answer's body to `part`, after the `begun` bytes of it where the server goes on from there."""
        told = receipts.answered(answer.headers, begun if answer.status_code == 206 else 0)
        if told.start not in (0, begun):
            receipts.drop(part)
            raise Again("goes on from another place than the one asked for")
        if told.expected is not None:
            self._check_room(address, part, told, largest)
        receipts.begin(part, address, told)
        digest, size = _digest(part, told.start), told.start
        with part.open("ab" if told.start else "wb") as file:
            for chunk in self._line.chunks(answer, address, largest - told.start):
                file.write(chunk)
                digest.update(chunk)
                size += len(chunk)
                if on_bytes is not None:
                    on_bytes(size, told.expected)
            file.flush()
            os.fsync(file.fileno())
        if told.expected is not None and size != told.expected:
            raise Again(f"was cut after {size:,} of {told.expected:,} bytes")
        return told.hashed(digest.hexdigest())

    def _check_room(self, address: str, part: Path, told: receipts.Answered, largest: int) -> None:
        assert told.expected is not None
        if told.expected > largest:
            raise TooLarge(f"{address} is {told.expected / 1e6:,.0f} MB, more than the {largest / 1e6:,.0f} MB that a"
                           " sound copy can be: look at it by hand")  # fmt: skip
        needed = told.expected - told.start + SPARE
        free = shutil.disk_usage(part.parent).free
        if free < needed:
            raise DownloadError(f"{part.parent}: {free / 1e6:,.0f} MB free, {needed / 1e6:,.0f} MB needed; make room or"
                                " name another folder with DATELINE_HOME")  # fmt: skip


def _digest(part: Path, start: int) -> hashlib._Hash:
    """A hash that knows the bytes that are here already."""
    digest = hashlib.sha256()
    if start:
        with part.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    return digest


def _check_data(part: Path, address: str) -> None:
    """Raises DownloadError, and drops the part, where nothing came or a page did."""
    with part.open("rb") as file:
        head = file.read(512).removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head and not head.startswith(_PAGES):
        return
    receipts.drop(part)
    what = "a web page, not with data: it may ask for a login" if head else "nothing"
    raise DownloadError(f"{address} answers with {what}; open it in a browser and save the file by hand")  # fmt: skip

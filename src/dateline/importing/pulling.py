"""Fetching what sources publish and importing it: one source after the other, none harmed by another's failure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, Protocol

from dateline import hosts
from dateline.ledgers.store import StoreError
from dateline.sources import receipts
from dateline.sources.addresses import Listed, Pull, listed, name_of, pull_of
from dateline.sources.description import describe
from dateline.sources.download import DownloadError, Downloads, Limits, Missing
from dateline.sources.intake import SourceError
from dateline.theatres.loader import TheatreError

#: Bytes of a list of files.
LISTING = 20_000_000
State = Literal["fetched", "unchanged", "by hand", "kept by hand", "failed"]


@dataclass(frozen=True, slots=True)
class Step:
    """How far a pull is: file `number` of `of`, `received` bytes of the `expected` ones where their number is known."""

    source: str
    name: str
    number: int
    of: int
    received: int
    expected: int | None


@dataclass(frozen=True, slots=True)
class Pulled:
    """What became of one source: `files` in all, of which `fetched` came new, `size` bytes; `newest` is the last of
    them and `since` the day on which it was fetched, where that is kept. `imported` is what each import gave. `said` is
    the reason of a failure, or what to do by hand; `notices` tell of files that are not there any more."""

    source: str
    state: State
    files: int = 0
    fetched: int = 0
    size: int = 0
    newest: str = ""
    since: str = ""
    imported: tuple[Any, ...] = ()
    said: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """What a pull would fetch: from `addresses`, into `folder`, where `files` files lie, the newest `newest` as of
    `since`; or what to do `by_hand`."""

    source: str
    addresses: tuple[str, ...]
    folder: Path
    files: int
    newest: str
    since: str
    by_hand: str


class Importer(Protocol):
    """`dateline.importing.import_source`, as far as a pull needs it."""

    def __call__(self, source: str, path: Path, *, released: date | None = None) -> Any: ...


Watch = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class _Got:
    """The paths to import, one after the other."""

    paths: tuple[Path, ...]
    files: int
    fetched: int
    size: int
    newest: str
    since: str = ""
    notices: tuple[str, ...] = ()


def pull(
    source: str,
    home: Path,
    importer: Importer,
    *,
    limits: Limits | None = None,
    watch: Watch | None = None,
    today: date | None = None,
    mirror: str = "",
) -> Pulled:
    """Fetches what is new of a source into `home`/incoming/SOURCE and imports it; from the address `mirror` instead of
    its own where one is given.

    Never raises for what a server, a file or a disk does: such a source has failed, and what stood here stands.
    """
    tell = watch or (lambda step: None)
    try:
        how = stated(source, today or date.today(), mirror)
        if how.by_hand:
            return Pulled(source, "by hand" if how.published else "kept by hand", said=_by_hand(how))
        if hosts.offline():
            raise SourceError(f"{hosts.OFFLINE} is set, so nothing is fetched; unset it, or fetch the file on another"
                              f" machine and `dateline import {source} FILE`")  # fmt: skip
        folder = home / "incoming" / source
        with _alone(folder), Downloads(limits or Limits(), how.authorization) as downloads:
            get = _listing if how.listing else _addresses
            got = get(how, folder, downloads, tell)
            imported = tuple(_imported(source, got.paths, importer, tell))
    except (SourceError, StoreError, TheatreError) as fault:
        return Pulled(source, "failed", said=str(fault))
    except OSError as fault:
        why = f"{fault.filename or home}: {fault.strerror or fault}"
        return Pulled(source, "failed", said=f"{why}; mend that, or name another folder with DATELINE_HOME")
    return Pulled(source, "fetched" if got.fetched else "unchanged", got.files, got.fetched, got.size, got.newest,
                  got.since, imported, notices=got.notices)  # fmt: skip


def plan(source: str, home: Path, *, today: date | None = None, mirror: str = "") -> Planned:
    """What `pull` would do. Asks nobody."""
    how = stated(source, today or date.today(), mirror)
    folder = home / "incoming" / source
    here = _here(folder, how)
    newest = max(here, key=lambda path: (_since(path), path.name), default=None)
    addresses = (how.listing,) if how.listing else (*how.addresses, *how.also)
    return Planned(source, addresses, folder, len(here), newest.name if newest else "",
                   _since(newest) if newest else "", _by_hand(how) if how.by_hand else "")  # fmt: skip


def stated(source: str, today: date, mirror: str = "") -> Pull:
    """How a source is fetched. Raises SourceError where a mirror is given for a whole folder."""
    how = pull_of(describe(source), today)
    if not mirror:
        return how
    if how.listing:
        raise SourceError(f"{source} is a folder of files: another address can be given only for a single file")
    address, authorization = hosts.without_login(mirror)
    name_of(address)
    return replace(how, addresses=(address,), also=(), want="all", by_hand="", authorization=authorization)


def _imported(source: str, paths: tuple[Path, ...], importer: Importer, watch: Watch) -> Iterator[Any]:
    for number, path in enumerate(paths, start=1):
        watch(Step(source, f"importing {path.name}", number, len(paths), 0, None))
        yield importer(source, path, released=_day(path))


def _addresses(how: Pull, folder: Path, downloads: Downloads, watch: Watch) -> _Got:
    """Single files: all of them, the first that exists, or any that exist."""
    paths: list[Path] = []
    fetched = size = 0
    notices: list[str] = []
    for number, address in enumerate((*how.addresses, *how.also), start=1):
        target = folder / name_of(address)
        try:
            receipt, new = downloads.fetch(
                address, target, largest=how.largest, on_bytes=_counter(how, target.name, number, watch)
            )
        except Missing as fault:
            if address in how.also:
                notices.append(str(fault))
                continue
            if how.want == "all":
                raise
            if not paths and number == len(how.addresses):
                raise SourceError(
                    f"none of {number} addresses up to {address} is there: the files may have moved"
                ) from None
            continue
        paths.append(target)
        fetched, size = fetched + new, size + (receipt.size if new else 0)
        if how.want == "first":
            break
    return _Got(tuple(paths), len(paths), fetched, size, paths[-1].name, max(map(_since, paths)), tuple(notices))


def _listing(how: Pull, folder: Path, downloads: Downloads, watch: Watch) -> _Got:
    """A folder: files of the list that are not here, or are other ones here. What is only here stays."""
    files = listed(downloads.read(how.listing, largest=LISTING), how)
    wanted = [file for file in files if not _same(folder / file.name, file)]
    for number, file in enumerate(wanted, start=1):
        waiting = folder / f".{file.name}"
        counter = _counter(how, file.name, number, watch, len(wanted))
        address = how.each.format(name=file.name)
        try:
            downloads.fetch(address, waiting, largest=how.largest, on_bytes=counter, receipt=False)
        except DownloadError as fault:
            raise SourceError(
                f"{fault}; {number - 1} of {len(wanted)} files are fetched and stay: run it again"
            ) from None
        if not _same(waiting, file):
            waiting.unlink()
            raise SourceError(f"{address} is another file than its list says; run it again in some minutes")
        waiting.replace(folder / file.name)
    return _Got((folder,), len(files), len(wanted), sum(file.size for file in wanted), files[-1].name)


def _same(path: Path, file: Listed) -> bool:
    """Whether the file here is the one that the list tells of, by the hash that Git gives its content."""
    try:
        if path.stat().st_size != file.size:
            return False
        content = path.read_bytes()
    except OSError:
        return False
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest() == file.blob


def _counter(how: Pull, name: str, number: int, watch: Watch, of: int = 0) -> Callable[[int, int | None], None]:
    total = of or (1 if how.want == "first" else len(how.addresses) + len(how.also))
    return lambda received, expected: watch(Step(how.source, name, min(number, total), total, received, expected))


def _here(folder: Path, how: Pull) -> list[Path]:
    """Whole files of this source that were fetched before."""
    import re

    if how.listing:
        return sorted(path for path in folder.glob("*") if re.fullmatch(how.names, path.name))
    return [path for path in map(folder.joinpath, map(name_of, (*how.addresses, *how.also))) if receipts.of(path)]


def _since(path: Path) -> str:
    """The day on which a file was fetched, as it stands in its receipt; a file of a folder has its day in its name."""
    receipt = receipts.of(path)
    return receipt.retrieved_at[:10] if receipt else ""


def _day(path: Path) -> date | None:
    """The day of a release whose name tells none."""
    since = _since(path)
    return date.fromisoformat(since) if since else None


def _by_hand(how: Pull) -> str:
    return f"{how.by_hand.rstrip('.')}; then `dateline import {how.source} PATH`"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Raises SourceError where another process is pulling the same source. The lock goes with its process."""
    import fcntl

    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SourceError(f"{folder}: another pull is writing there; try again when it is done") from None
        yield

"""Importing a source: its files are read, kept in the archive, and appended to the store as a release."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path

from dateline.importing.finding import Batch, batches
from dateline.importing.reading import WHOLE, Read, read
from dateline.ledgers.shapes import SHAPES
from dateline.ledgers.store import Appended, Archived, Release, Stated, Store, chain, open_store
from dateline.ledgers.tables import starter_releases
from dateline.sources.description import describe
from dateline.sources.intake import Skipped, SourceError
from dateline.theatres import loader

#: Sources whose files say in their names alone of which day they are: the same bytes may be another day's. A file that
#: comes after later ones changes the steps and flags of days that those have stated, so it is known from the last on.
_NAMED_BY_DAY = frozenset({"deepstate"})


@dataclass(frozen=True, slots=True)
class Brought:
    """One release as it was imported. `counts.known`: the store had these bytes, nothing was read or written. `after`
    are the later releases that it was put before, as they now differ from it, with their days."""

    files: tuple[str, ...]
    released: date
    counts: Appended
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    after: tuple[tuple[Appended, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an import, release by release in order of their days."""

    source: str
    theatre: str
    releases: tuple[Brought, ...]

    @property
    def known(self) -> bool:
        """The store held all of it already."""
        return all(release.counts.known for release in self.releases)

    @property
    def tables(self) -> dict[str, Appended]:
        """By table, what was added, changed, dropped, late and as before, over all releases."""
        found: dict[str, list[Appended]] = {}
        for release in self.releases:
            for table, counts in release.counts.tables.items():
                found.setdefault(table, []).append(counts)
        return {table: Appended.over({str(n): c for n, c in enumerate(each)}) for table, each in found.items()}

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        return tuple(item for release in self.releases for item in release.skipped)

    @property
    def notices(self) -> tuple[str, ...]:
        return tuple(notice for release in self.releases for notice in release.notices)


def import_source(
    source: str,
    path: Path,
    *,
    theatre: str | None = None,
    released: date | None = None,
    strict: bool = False,
    store: Store | None = None,
) -> Imported:
    """Imports what lies at `path`, a file or a folder of them, into the store (the user's own without one).

    The day of release is the one in a file's name, else `released`, else today. A row that cannot be read is put
    aside and named; with `strict` the import is refused then. Raises SourceError, StoreError or TheatreError, each one
    line; nothing of the release that failed is in the store, and those before it are whole.
    """
    found = batches(source, path)
    home = loader.load(theatre or describe(source).theatre)
    into = store or open_store()
    brought = [_bring(source, batch, released, home.folder, into, strict) for batch in found]
    if all(release.counts.known for release in brought):  # what is new was tidied as it came
        into.tidy()
    return Imported(source, home.id, tuple(brought))


def _bring(source: str, batch: Batch, released: date | None, theatre: Path, store: Store, strict: bool) -> Brought:
    hashes = {file: _sha256(file) for file in batch.files}
    day = batch.stamp or released or date.today()
    together = _together(hashes, named=source in _NAMED_BY_DAY)
    file_names = tuple(file.name for file in batch.files)
    held = next((r for r in store.releases() if _same(r, theatre.name, source, together)), None)
    if held is not None:
        return Brought(file_names, held.released, Appended(known=True))
    found = read(source, batch.files, hashes, theatre, store)
    if strict and found.skipped:
        raise SourceError(_refused(found))
    below = starter_layers(source, theatre, store)
    if source in _NAMED_BY_DAY:
        standing = (*chain(store.releases(), theatre.name, found.stream), *(layer for layer, _ in below))
        day = max(day, *(other.released for other in standing), date.min)
    release = Release(
        theatre.name, found.stream, day, date.today(), together, found.parts,
        _archived(hashes, theatre.name, found.stream, store), reader=_reader(),
    )  # fmt: skip
    for file in batch.files:
        _keep(file, hashes[file], store)
    counts = store.append(release, found.entries, below)
    return Brought(file_names, day, counts, found.skipped, found.notices, _after(release, store))


def _after(release: Release, store: Store) -> tuple[tuple[Appended, date], ...]:
    """The releases of the same source that follow, as they differ from what stands before them now."""
    following = [r for r in chain(store.releases(), release.theatre, release.source) if r.released > release.released]
    return tuple((Appended.over({t: Appended.of(c) for t, c in r.tables.items()}), r.released) for r in following)


def starter_layers(source: str, theatre: Path, store: Store) -> list[Stated]:
    """The starter's rows of this source as a release of their own, to stand below whatever is imported; none where the
    store has them."""
    found: list[Stated] = []
    for shipped in starter_releases(theatre / "starter"):
        files = {table: theatre / "starter" / f"{table}.csv" for table in shipped.tables}
        if shipped.source != source:
            continue
        together = _together({path: _sha256(path) for path in files.values()})
        if any(_same(r, theatre.name, source, together) for r in store.releases()):
            continue
        parts = frozenset(files) - WHOLE if describe(source).statement == "part" else frozenset[str]()
        release = Release(theatre.name, source, shipped.released, shipped.released, together, parts,
                          origin="starter", reader=_reader())  # fmt: skip
        found.append((release, {table: SHAPES[table].entries(_rows(path)) for table, path in files.items()}))
    return found


def _same(release: Release, theatre: str, source: str, sha256: str) -> bool:
    """Whether a release is of these bytes, read by this version. The starter's are read by one shape for good."""
    return (
        release.theatre == theatre
        and release.source.partition(".")[0] == source
        and release.sha256 == sha256
        and (release.origin == "starter" or release.reader == _reader())
    )


def _refused(found: Read) -> str:
    first, more = found.skipped[0], len(found.skipped) - 1
    others = f" (and {more} more)" if more else ""
    return f"{first.what}: {first.why}{others}; refused, since --strict takes no file with rows put aside"


def _keep(file: Path, sha256: str, store: Store) -> None:
    if not store.has_archived(sha256):
        store.archive(file)


def _archived(hashes: Mapping[Path, str], theatre: str, stream: str, store: Store) -> tuple[Archived, ...]:
    """The files that no earlier release of the source named: a folder grows by a file a day."""
    own = (release for release in store.releases() if (release.theatre, release.source) == (theatre, stream))
    named = {file for release in own for file in release.files}
    return tuple(file for path, sha256 in hashes.items() if (file := Archived(path.name, sha256)) not in named)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _together(hashes: Mapping[Path, str], named: bool = False) -> str:
    """One hash of several files: of their names and hashes, so that it does not depend on where they lie. `named`: of
    a single file the name counts as well."""
    if len(hashes) == 1 and not named:
        return next(iter(hashes.values()))
    lines = sorted(f"{path.name} {sha256}\n" for path, sha256 in hashes.items())
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _rows(path: Path) -> Sequence[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _reader() -> str:
    return metadata.version("dateline")

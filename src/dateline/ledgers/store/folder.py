"""The store's folder: reading what stands, appending what a release brings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType

from dateline.ledgers.pieces import Piece, apart, pieces
from dateline.ledgers.shapes import FACTS
from dateline.ledgers.store import archive, manifest, merging, retention, views
from dateline.ledgers.store.difference import Row, replay
from dateline.ledgers.store.faults import told
from dateline.ledgers.store.locking import locked
from dateline.ledgers.store.placing import Placed, Rows, place
from dateline.ledgers.store.release import Appended, Release, StoreError, chain
from dateline.records.entry import Entry

#: A release with its entries by table.
Stated = tuple[Release, Mapping[str, Sequence[Entry]]]
_NOTHING: Mapping[str, Mapping[str, int]] = MappingProxyType({})


def home() -> Path:
    """Where the store lies: DATELINE_HOME, else the user's data folder."""
    stated = os.environ.get("DATELINE_HOME")
    if stated:
        return Path(stated).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("dateline", appauthor=False))


def open_store(at: Path | None = None) -> Store:
    """The store in `at`, else in `home()`. An absent folder is an empty store; opening creates nothing. Raises
    StoreError where the folder holds a store that this version cannot read."""
    folder = at or home()
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: is a file and no folder; DATELINE_HOME names another")
    return Store(folder)


class Store:
    """A store as it stood when it was opened, or when this object last wrote to it."""

    def __init__(self, at: Path) -> None:
        self.home = at
        self._read: dict[tuple[str, str], dict[int, list[Row]]] = {}
        if manifest.outdated(at):
            with self._writing():
                self._tidy()
        self._manifest = manifest.read(at)

    @property
    def generation(self) -> int:
        """How often the store was written to; 0 where there is none."""
        return self._manifest.generation

    def releases(self) -> tuple[Release, ...]:
        """In order of import."""
        return self._manifest.releases

    def tables(self, theatre: str) -> frozenset[str]:
        """The tables that any release of the theatre states."""
        return frozenset(table for release in self.releases() if release.theatre == theatre for table in release.tables)

    def entries(self, theatre: str, table: str, as_of: date | None = None) -> list[Entry]:
        """What stands in a table, in order of arrival. With `as_of` as it stood on that day: without the revisions,
        tombstones and late entries that came after it. What was new and in time stays whatever `as_of` says: the day
        on which it was known stands in the entry. Tables of facts have no as-of view."""
        try:
            return self._entries(theatre, table, None if table in FACTS else as_of)
        except FileNotFoundError:  # another process wrote, and wrote again, since this one read the manifest
            self._manifest = manifest.read(self.home)
        try:
            return self._entries(theatre, table, None if table in FACTS else as_of)
        except FileNotFoundError as fault:
            raise StoreError(
                f"{fault.filename}: the manifest names it; move the folder away and import again"
            ) from fault

    def _entries(self, theatre: str, table: str, day: date | None) -> list[Entry]:
        found: list[Entry] = []
        for releases in self._chains(theatre, table):
            rows = replay((self._rows(release, table) for release in releases), day)
            found += [row.entry for row in rows.values()]
        return found

    def view(self, theatre: str, table: str) -> Path | None:
        """The file of a table of rows as it stands now, ready to read; None where it has to be worked out."""
        path = self._view(self._manifest, theatre, table)
        return path if path.exists() else None

    def pieces(self, theatre: str, table: str) -> tuple[Piece, ...]:
        """What reads the entries of a table as they stand now, by measure and producer, each on its own where the
        store has them ready."""
        try:
            found = views.pieces(self._view(self._manifest, theatre, table))
        except OSError:
            return pieces(self.entries(theatre, table))
        return tuple(replace(piece, read=partial(self._piece, piece, theatre, table)) for piece in found)

    def _piece(self, piece: Piece, theatre: str, table: str) -> Sequence[Entry]:
        try:
            return piece.read()
        except OSError:  # another process has written since, and cleared the view away
            return apart(self.entries(theatre, table)).get((piece.measure, piece.producer), ())

    def span(self, source: str, table: str) -> tuple[str, date, date] | None:
        """The theatre, the first and the last day of what stands of a source in a table; None where nothing does. Of
        several theatres the one with the latest day."""
        found = []
        for theatre in dict.fromkeys(release.theatre for release in self.releases()):
            releases = [r for r in chain(self.releases(), theatre, source) if table in r.tables]
            rows = replay((self._rows(release, table) for release in releases), None).values()
            if rows:
                found.append((
                    max(row.entry.period.last for row in rows), min(row.entry.period.start for row in rows), theatre
                ))  # fmt: skip
        return next(((theatre, first, last) for last, first, theatre in sorted(found, reverse=True)), None)

    def totals(
        self, theatre: str, table: str, measure: str, by: Sequence[str], as_of: date | None = None
    ) -> dict[tuple[date | str, ...], float]:
        """The sums of a measure by parts of `totals.PARTS` ("month", "place" ...), as of a day, without making its
        entries: for tables of millions. Raises KeyError for a part that there is none of."""
        from dateline.ledgers.store.totals import totals

        found: dict[tuple[date | str, ...], float] = {}
        for releases in self._chains(theatre, table):
            names = dict.fromkeys(release.segment for release in releases if release.segment)
            paths = [self.home / "segments" / name for name in names]
            turned = any(table in release.turns for release in releases)
            if paths:
                for total in totals(paths, table, measure, by, revised=turned, as_of=as_of):
                    found[total.parts] = found.get(total.parts, 0.0) + total.value
        return found

    def turns(self, theatre: str, table: str) -> tuple[date, ...]:
        """Days on which a revision, a tombstone or a late entry changed what is known, in order. Between two of them
        every as-of view is the same."""
        if table in FACTS:
            return ()
        return tuple(sorted({r.released for r in self.releases() if r.theatre == theatre and table in r.turns}))

    def holds(self, theatre: str, source: str, sha256: str, reader: str) -> Release | None:
        """The release of these bytes, read by this version, if there is one."""
        return next(
            (release for release in self.releases() if _bytes_of(release) == (theatre, source, sha256, reader)), None
        )

    def append(
        self, release: Release, entries: Mapping[str, Sequence[Entry]], below: Sequence[Stated] = ()
    ) -> Appended:
        """Puts a release in its place among those of its source and gives what it changed against the one before it.
        The releases of `below` are put in before it, in the same step.

        Bytes that the store holds already, read by the same version, add nothing. Raises StoreError where another
        process keeps the lock or there is no room; then the store is as it was.
        """
        with self._writing() as standing:
            if self.holds(*_bytes_of(release)) is not None:
                return Appended(known=True, unchanged=sum(map(len, entries.values())))
            chains: dict[str, list[tuple[Release, Rows]]] = {}
            placed: dict[Release, Placed] = {}
            new = [layer for layer in below if self.holds(*_bytes_of(layer[0])) is None]
            for added, stated in (*new, (release, entries)):
                before = chains.get(added.source) or self._chain(standing, added)
                made = place(added, stated, before)
                placed |= {_bare(each.release): each for each in made}
                chains[added.source] = [*before[: len(before) + 1 - len(made)], *((m.release, m.rows) for m in made)]
            self._commit(standing, placed)
            self._tidy()
        return placed[_bare(release)].counts

    def _chain(self, standing: manifest.Manifest, release: Release) -> list[tuple[Release, Rows]]:
        """The releases of the same source with their rows."""
        before = chain(standing.releases, release.theatre, release.source)
        return [(stood, {table: self._rows(stood, table) for table in stood.tables}) for stood in before]

    def archive(self, content: Path | bytes) -> str:
        """Keeps a file's bytes, compressed, and gives their SHA-256. Bytes that are there already are not kept twice.
        Raises StoreError where there is no room."""
        with told(self.home):
            self.home.mkdir(parents=True, exist_ok=True)
            return archive.keep(self._archive, content if isinstance(content, bytes) else content.read_bytes())

    def archived(self, digits: str) -> bytes:
        """The bytes of an archived file by its SHA-256 (or the first 8 digits or more of it). Raises StoreError where
        there are none, or damaged ones."""
        return archive.read(self._archive, digits)

    def has_archived(self, digits: str) -> bool:
        return archive.find(self._archive, digits) is not None

    def sweep(self) -> tuple[int, int]:
        """Removes archived files that no release names and segments that the manifest does not; gives how many files
        and how many bytes."""
        with self._writing() as standing:
            return retention.sweep(self.home, standing, self._views(standing), archived=True)

    @property
    def _archive(self) -> Path:
        return self.home / "archive"

    def _chains(self, theatre: str, table: str) -> list[list[Release]]:
        return _chained(self._manifest, theatre, table)

    def _view(self, standing: manifest.Manifest, theatre: str, table: str) -> Path:
        return views.path_of(self.home, theatre, table, _chained(standing, theatre, table))

    def _views(self, standing: manifest.Manifest) -> list[Path]:
        named = {(release.theatre, table) for release in standing.releases for table in release.tables}
        return [self._view(standing, *each) for each in sorted(named)]

    def _rows(self, release: Release, table: str) -> list[Row]:
        from dateline.ledgers.store import segments

        if not release.segment:
            return []
        key = (release.segment, table)
        if key not in self._read:
            self._read[key] = segments.read(merging.folder(self.home) / release.segment, table)
        return self._read[key].get(release.part, [])

    def _commit(self, standing: manifest.Manifest, placed: Mapping[Release, Placed]) -> None:
        """Writes the segments, then the manifest that names them. What is in it already stays where it stands."""
        written = {bare: merging.write(self.home, [(each.release, each.rows)])[0] for bare, each in placed.items()}
        for left in merging.torn(standing.releases, lambda release: _bare(release) in placed):
            written |= {_bare(again): again for again in self._together(left)}
        again = [written.pop(_bare(release), release) for release in standing.releases]
        self._put(manifest.Manifest(standing.generation + 1, (*again, *written.values())))

    def _put(self, made: manifest.Manifest) -> None:
        manifest.write(self.home, made)
        self._manifest = made

    def _together(self, releases: Sequence[Release]) -> list[Release]:
        rows = [(release, {table: self._rows(release, table) for table in release.tables}) for release in releases]
        return merging.write(self.home, rows)

    def tidy(self) -> None:
        """Does what an import before left undone: merges small segments, makes views. Raises StoreError where another
        process keeps the lock."""
        if self.unmerged() or self.unready():
            with self._writing():
                self._tidy()

    def unmerged(self) -> int:
        """How many small segments the next import puts together."""
        return sum(len({r.segment for r in own}) for own in merging.due(self.home, self.releases()))

    def unready(self) -> int:
        """How many tables have no view: what stands in them is worked out by whoever reads them."""
        return sum(not path.exists() for path in self._views(self._manifest))

    def _tidy(self) -> None:
        """Merges small segments where there are many, and writes the views that are not there. What a full disk leaves
        undone does no harm and is done by the next import. Call it holding the lock."""
        with suppress(OSError):
            self._merge()
            for theatre, table in sorted({(r.theatre, table) for r in self.releases() for table in r.tables}):
                path = self._view(self._manifest, theatre, table)
                if not path.exists():
                    views.write(path, table, self._entries(theatre, table, None))

    def _merge(self) -> None:
        standing = self._manifest
        merged = {
            _bare(release): release
            for releases in merging.due(self.home, standing.releases)
            for release in self._together(releases)
        }
        if merged:
            releases = tuple(merged.get(_bare(release), release) for release in standing.releases)
            self._put(manifest.Manifest(standing.generation + 1, releases))

    @contextmanager
    def _writing(self) -> Iterator[manifest.Manifest]:
        """Holds the lock over the newest manifest; what an earlier writer left unfinished is cleared away first."""
        with told(self.home):
            self.home.mkdir(parents=True, exist_ok=True)
            with locked(self.home):
                manifest.migrate(self.home)
                self._manifest = manifest.read(self.home)
                retention.sweep(self.home, self._manifest, self._views(self._manifest), archived=False)
                yield self._manifest


def _chained(standing: manifest.Manifest, theatre: str, table: str) -> list[list[Release]]:
    """The releases that state a table, those of one source together and in order."""
    own = [r for r in standing.releases if r.theatre == theatre and table in r.tables]
    return [chain(own, theatre, source) for source in dict.fromkeys(r.source for r in own)]


def _bytes_of(release: Release) -> tuple[str, str, str, str]:
    """What two releases share where they are the same bytes, read by the same version."""
    return release.theatre, release.source, release.sha256, release.reader


def _bare(release: Release) -> Release:
    """A release without what the store has worked out for it."""
    return replace(release, segment="", part=0, tables=_NOTHING, turns=frozenset())

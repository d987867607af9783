"""Small segments of a source put together into one: a store that is pulled into every day stays one of few files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline.ledgers.store import archive, segments
from dateline.ledgers.store.placing import Rows
from dateline.ledgers.store.release import Release

#: So many small segments of one source are merged, and a segment is small up to so many bytes: what is merged is
#: merged again until it is large, so that each row is written a few times and no file is written over and over.
MANY = 8
SMALL = 4_000_000


def folder(home: Path) -> Path:
    return home / "segments"


def due(home: Path, releases: Sequence[Release]) -> list[list[Release]]:
    """The releases whose segments are to be merged, those of one source together in their order."""
    sources: dict[tuple[str, str], list[Release]] = {}
    for release in releases:
        if release.segment:
            sources.setdefault((release.theatre, release.source), []).append(release)
    found: list[list[Release]] = []
    for own in sources.values():
        if len({release.segment for release in own}) >= MANY:
            small = [r for r in own if (folder(home) / r.segment).stat().st_size <= SMALL]
            if len({release.segment for release in small}) >= MANY:
                found.append(small)
    return found


def torn(standing: Sequence[Release], replaced: Callable[[Release], bool]) -> list[list[Release]]:
    """The releases that share a segment with one that is replaced: they are put together anew, so that no segment
    holds rows of a release that does not stand."""
    files = {release.segment for release in standing if release.segment and replaced(release)}
    left: dict[str, list[Release]] = {}
    for release in standing:
        if release.segment in files and not replaced(release):
            left.setdefault(release.segment, []).append(release)
    return list(left.values())


def write(home: Path, parts: Sequence[tuple[Release, Rows]]) -> list[Release]:
    """Writes the rows of these releases, of one source, as one segment, and gives the releases that name it; one that
    changed nothing names none. Raises OSError; then nothing is left behind."""
    filled = [(release, rows) for release, rows in parts if any(rows.values())]
    named: Mapping[int, tuple[str, int]] = {}
    if filled:
        content = segments.packed([(rows, release.retrieved_at) for release, rows in filled])
        last: date = max(release.released for release, _ in filled)
        first = filled[0][0]
        name = f"{first.theatre}/{first.source}/{last}-{archive.hashed(content)[:8]}.parquet"
        path = folder(home) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        archive.write_whole(path, content)
        named = {id(release): (name, number) for number, (release, _) in enumerate(filled)}
    at = [named.get(id(release), ("", 0)) for release, _ in parts]
    return [replace(release, segment=name, part=part) for (release, _), (name, part) in zip(parts, at, strict=True)]

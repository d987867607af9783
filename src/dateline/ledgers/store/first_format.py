"""Stores of format 1, whose segments held one release each and whose rows did not say what they replaced."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.ledgers.store.difference import Row
from dateline.ledgers.store.release import Release, chain


def migrated(home: Path, stated: dict[str, Any]) -> dict[str, Any]:
    """The manifest in the next format, its segments written anew beside the old ones. Raises StoreError where one is
    damaged, OSError where there is no room."""
    from dateline.ledgers.store import merging, segments

    releases = [Release.of({**release, "part": 0}) for release in stated["releases"]]
    named: dict[int, Release] = {}
    for theatre, source in dict.fromkeys((r.theatre, r.source) for r in releases):
        stood: dict[tuple[str, int], Row] = {}
        for release in chain(releases, theatre, source):
            rows: dict[str, list[Row]] = {}
            for table in release.tables if release.segment else ():
                read = segments.read(merging.folder(home) / release.segment, table).get(0, [])
                rows[table] = [_told(row, table, stood) for row in read]
            named[id(release)] = merging.write(home, [(release, rows)])[0]
    return {**stated, "releases": [named[id(release)].as_dict() for release in releases]}


def _told(row: Row, table: str, stood: dict[tuple[str, int], Row]) -> Row:
    """The row with the value that it replaces."""
    before = stood.pop((table, row.entry_id), None)
    if not row.gone:
        stood[table, row.entry_id] = row
    return replace(row, was=before.entry.value if before is not None else None)

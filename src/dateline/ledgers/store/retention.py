"""What may be removed: what a killed import left, segments no manifest names, bytes no release names."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from dateline.ledgers.store import archive, views
from dateline.ledgers.store.manifest import Manifest

#: Seconds for which bytes that no release names are kept all the same: an import keeps them before it names them.
KEPT_S = 3600.0


def sweep(home: Path, standing: Manifest, current: Iterable[Path], *, archived: bool) -> tuple[int, int]:
    """Removes what `standing` does not name and views that are not `current`; with `archived` also files of the
    archive. Gives the number of files and of bytes. Call it holding the lock."""
    kept = standing.segments()
    segments = home / "segments"
    stale = [p for p in segments.glob("*/*/*.parquet") if p.relative_to(segments).as_posix() not in kept]
    stale += views.stale(home, current)
    stale += [p for p in (*home.glob(".*.part"), *segments.glob("*/*/.*.part")) if p.is_file()]
    if archived:
        named = {file.sha256 for release in standing.releases for file in release.files}
        unnamed = [path for path in archive.held(home / "archive") if path.name not in named]
        unnamed += (home / "archive").glob("??/.*.part")
        stale += [path for path in unnamed if time.time() - path.stat().st_mtime > KEPT_S]
    freed = sum(path.stat().st_size for path in stale)
    for path in stale:
        path.unlink(missing_ok=True)
    return len(stale), freed

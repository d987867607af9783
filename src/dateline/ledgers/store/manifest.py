"""The manifest: which releases a store holds and where their rows are. Replaced whole, it is the store's one truth."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dateline.ledgers.store import first_format
from dateline.ledgers.store.archive import write_whole
from dateline.ledgers.store.release import Release, StoreError

NAME = "manifest.json"
#: The format that this version writes. A store of an older one is copied aside and brought up to it, step by step.
FORMAT = 2
#: By format, what turns a store's folder and manifest into the next one; the manifest is written afterwards.
MIGRATIONS: Mapping[int, Callable[[Path, dict[str, Any]], dict[str, Any]]] = MappingProxyType({
    1: first_format.migrated,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manifest:
    """`generation` counts the writes; `releases` stand in order of import."""

    generation: int = 0
    releases: tuple[Release, ...] = ()

    def segments(self) -> frozenset[str]:
        return frozenset(release.segment for release in self.releases if release.segment)


def stamp(home: Path) -> tuple[int, int, int] | None:
    """Tells one manifest from the next without reading it; None where there is none."""
    try:
        found = (home / NAME).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def read(home: Path) -> Manifest:
    """The manifest, an empty one where there is none. Raises StoreError where it does not read or is of another
    format than this version's."""
    stated = _stated(home)
    if stated is None:
        return Manifest()
    if stated["format"] != FORMAT:
        raise StoreError(f"{home}: a store of format {stated['format']}, to be migrated to {FORMAT}; import anything")
    try:
        return Manifest(stated["generation"], tuple(map(Release.of, stated["releases"])))
    except (KeyError, TypeError, ValueError) as fault:
        raise StoreError(_damaged(home, fault)) from fault


def write(home: Path, manifest: Manifest) -> None:
    """Replaces the manifest in one step. Raises OSError; then the old one stands."""
    releases = [release.as_dict() for release in manifest.releases]
    stated = {"format": FORMAT, "generation": manifest.generation, "releases": releases}
    write_whole(home / NAME, (json.dumps(stated, ensure_ascii=False, indent=1) + "\n").encode())


def outdated(home: Path) -> bool:
    """Whether the store there is of an older format. Raises StoreError for a newer one."""
    stated = _stated(home)
    return stated is not None and stated["format"] < FORMAT


def migrate(home: Path) -> Path | None:
    """Brings an older store up to this format and gives the folder of the copy made before; None where there was
    nothing to do. Call it holding the lock."""
    stated = _stated(home)
    if stated is None or stated["format"] == FORMAT:
        return None
    kept = home / f"before-format-{FORMAT}"
    if not kept.exists():
        copying = home / f".{kept.name}.part"
        shutil.rmtree(copying, ignore_errors=True)
        copying.mkdir()
        shutil.copy2(home / NAME, copying / NAME)
        if (home / "segments").is_dir():
            shutil.copytree(home / "segments", copying / "segments")
        copying.rename(kept)
    while stated["format"] < FORMAT:
        step = MIGRATIONS.get(stated["format"])
        if step is None:
            raise StoreError(f"{home}: a store of format {stated['format']}, which this version cannot read any more")
        try:
            stated = {**step(home, stated), "format": stated["format"] + 1}
        except (KeyError, TypeError, ValueError) as fault:
            if isinstance(fault, StoreError):
                raise
            raise StoreError(_damaged(home, fault)) from fault
    write_whole(home / NAME, (json.dumps(stated, ensure_ascii=False, indent=1) + "\n").encode())
    return kept


def _stated(home: Path) -> dict[str, Any] | None:
    try:
        stated = json.loads((home / NAME).read_text(encoding="utf-8"))
        found = stated["format"]
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError) as fault:
        raise StoreError(_damaged(home, fault)) from fault
    if not isinstance(found, int) or found > FORMAT:
        raise StoreError(
            f"{home}: a store of format {found}, newer than this version reads ({FORMAT}); update dateline"
        )
    assert isinstance(stated, dict)
    return stated


def _damaged(home: Path, fault: Exception) -> str:
    return f"{home / NAME}: damaged ({type(fault).__name__}); move the folder away and import again"

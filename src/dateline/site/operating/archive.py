"""A backup as a file: a zip with a manifest that says what is in it, with the hash of every part."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from dateline.site.operating.setting_up import SiteError

SCHEMA = 1
MANIFEST = "manifest.json"
MEDIA = "media/"
#: How the database is kept: SQLite's own file, what pg_dump writes, or rows that either database can take.
Kind = Literal["sqlite", "pg_dump", "rows"]
NAMES: Mapping[Kind, str] = {"sqlite": "database.sqlite3", "pg_dump": "database.sql", "rows": "database.jsonl"}
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a backup: `size` in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `made` is a time in ISO 8601; `migrations` are those that its database has had, by app;
    `parts` every other file of the zip by its name."""

    made: str
    dateline: str
    kind: Kind
    migrations: Mapping[str, list[str]]
    parts: Mapping[str, Part]
    schema: int = SCHEMA

    @property
    def database(self) -> str:
        return NAMES[self.kind]

    @property
    def media(self) -> list[str]:
        """The pictures' names in the zip."""
        return [name for name in self.parts if name.startswith(MEDIA)]


@contextmanager
def written(path: Path) -> Iterator[zipfile.ZipFile]:
    """A zip that stands at `path` once all is in it, and not before; readable by its owner alone."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                yield archive
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def add(archive: zipfile.ZipFile, name: str, source: Path) -> Part:
    """Puts a file into the zip and says what went in."""
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as file, archive.open(name, "w", force_zip64=True) as into:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            into.write(chunk)
    return Part(digest.hexdigest(), size)


def close(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """The manifest goes in last: a zip without one is no backup."""
    archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1, sort_keys=True) + "\n")


@contextmanager
def opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """A backup's zip and manifest. Raises SiteError where it is none, or one that this version cannot read."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive, _manifest(archive, path)
    except zipfile.BadZipFile as fault:
        raise SiteError(
            f"{path}: is no backup, or was cut short; name a file that `dateline site backup` wrote"
        ) from fault


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        said: dict[str, Any] = json.loads(archive.read(MANIFEST))
        if said["schema"] != SCHEMA:
            raise SiteError(
                f"{path}: is a backup of schema {said['schema']}, this version reads {SCHEMA}; install a newer one"
            )
        parts = {name: Part(**part) for name, part in said.pop("parts").items()}
        found = Manifest(**said, parts=parts)
        listed = {*found.parts, MANIFEST}
        sound = found.database in listed and listed == set(archive.namelist()) and all(map(_safe, listed))
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise SiteError(f"{path}: is no backup of a newsroom ({MANIFEST} is missing or damaged)") from fault
    if not sound:
        raise SiteError(f"{path}: what is in it is not what its {MANIFEST} lists; take another backup")
    return found


def _safe(name: str) -> bool:
    """Nothing that would lie outside the folder it is unpacked in."""
    parts = PurePosixPath(name).parts
    inside = not name.startswith("/") and ".." not in parts and "\\" not in name and "\0" not in name
    return inside and (name.startswith(MEDIA) or len(parts) == 1)


def unpack(archive: zipfile.ZipFile, manifest: Manifest, into: Path) -> None:
    """Every part into a folder, each with the hash that the manifest says. Raises SiteError at one that differs."""
    for name, part in manifest.parts.items():
        target = into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with suppress(zipfile.BadZipFile), archive.open(name) as source, target.open("wb") as file:
            _copy(source.read, file.write, digest.update, part.size)
        if digest.hexdigest() != part.sha256 or target.stat().st_size != part.size:
            raise SiteError(f"{name} in the backup is damaged; nothing was changed; take another backup")


def _copy(read: Callable[[int], bytes], *sinks_and_size: Any) -> None:
    """Copies at most one byte more than was stated: a part that swells is found out and fills no disk."""
    *sinks, size = sinks_and_size
    left = size + 1
    while left > 0 and (chunk := read(min(_CHUNK, left))):
        left -= len(chunk)
        for sink in sinks:
            sink(chunk)


def put(source: Path, target: Path) -> None:
    """Moves a file into place, whole, also from another disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, part)
    part.replace(target)

"""Backup and restore: the database and the pictures as one file with hashes, and back, wholly or not at all.

The site's secret stays out: a backup that is lost opens nobody's session. After a restore people log in again."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from importlib import metadata
from pathlib import Path

from dateline.site.operating import archive, databases
from dateline.site.operating.archive import MEDIA, Manifest, Part
from dateline.site.operating.setting_up import SiteError, begin, prepare, reachable


def back_up(path: Path, *, portable: bool = False) -> Manifest:
    """Writes the site as it stands to `path`, a zip. The database is copied first: every picture that it names is there
    when the pictures are. `portable` writes rows that SQLite and PostgreSQL can both take. Raises SiteError."""
    begin()
    if path.is_dir():
        raise SiteError(f"{path}: is a folder; name a file in it, such as {path / 'newsroom.zip'}")
    if not path.parent.is_dir():
        raise SiteError(f"{path}: there is no folder {path.parent}; make it first")
    reachable()
    applied = _applied()
    if not applied:
        raise SiteError("there is no site yet, so there is nothing to keep; `dateline serve` makes one")
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=path.parent) as folder, archive.written(path) as into:
        copy = Path(folder) / "database"
        kind = databases.dump(copy, portable=portable)
        parts: dict[str, Part] = {archive.NAMES[kind]: archive.add(into, archive.NAMES[kind], copy)}
        for picture in _pictures():
            name = f"{MEDIA}{picture.relative_to(_media()).as_posix()}"
            parts[name] = archive.add(into, name, picture)
        made = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        manifest = Manifest(made, metadata.version("dateline"), kind, applied, parts)
        archive.close(into, manifest)
    return manifest


def restore(path: Path, *, replace: bool = False) -> Manifest:
    """Puts the site as `path` holds it in the place of this one. Everything is unpacked and its hash compared before
    anything is touched. Pictures are added first and those that the backup does not have removed last, so that whenever
    this is broken off, the database that stands has all of its pictures. Raises SiteError."""
    begin()
    reachable()
    with (
        archive.opened(path) as (zipped, manifest),
        tempfile.TemporaryDirectory(prefix=".restore-", dir=_media().parent) as folder,
    ):
        _acceptable(manifest, replace)
        archive.unpack(zipped, manifest, Path(folder))
        if manifest.kind == "rows":
            prepare()
        pictures = {name.removeprefix(MEDIA): Path(folder) / name for name in manifest.media}
        differing = _added(pictures)
        databases.load(Path(folder) / manifest.database, manifest.kind)
        for name in differing:
            archive.put(pictures[name], _media() / name)
        for picture in _pictures():
            if picture.relative_to(_media()).as_posix() not in pictures:
                picture.unlink()
        prepare()
    _noted(manifest)
    return manifest


def _acceptable(manifest: Manifest, replace: bool) -> None:
    """Raises SiteError where the backup is newer than this program, or would overwrite a site."""
    unknown = [f"{app}.{name}" for app, names in manifest.migrations.items() for name in names
               if name not in _known().get(app, [])]  # fmt: skip
    if unknown:
        raise SiteError(f"the backup is of a newer version ({manifest.dateline}; {unknown[0]}); install that first")
    if not replace and _occupied():
        raise SiteError("this site already holds accounts or stories; --replace puts the backup in their place")


def _added(pictures: dict[str, Path]) -> list[str]:
    """Adds the pictures that are missing; gives those of whose name another lies there."""
    differing = []
    for name, source in pictures.items():
        target = _media() / name
        if not target.exists():
            archive.put(source, target)
        elif target.read_bytes() != source.read_bytes():
            differing.append(name)
    return differing


def _media() -> Path:
    from django.conf import settings

    return Path(settings.MEDIA_ROOT)


def _pictures() -> list[Path]:
    """Every file that readers or the desk uploaded; half-written ones begin with a dot."""
    found = (Path(folder) / name for folder, _, names in os.walk(_media()) for name in names)
    return sorted(p for p in found if p.is_file() and not p.is_symlink() and not p.name.startswith("."))


def _applied() -> dict[str, list[str]]:
    """The migrations that the database has had, by app."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    found: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        found.setdefault(app, []).append(name)
    return found


def _known() -> dict[str, list[str]]:
    """The migrations that this installation has, by app."""
    from django.db.migrations.loader import MigrationLoader

    found: dict[str, list[str]] = {}
    loader = MigrationLoader(None, ignore_no_migrations=True)
    for app, name in loader.disk_migrations:
        found.setdefault(app, []).append(name)
    for app, name in loader.replacements:
        found.setdefault(app, []).append(name)
    return found


def _occupied() -> bool:
    """Whether somebody has an account here, or something was written."""
    from django.db import connection

    from dateline.site.accounts.models import User
    from dateline.site.stories.models import Story

    there = set(connection.introspection.table_names())
    return any(m._meta.db_table in there and m.objects.exists() for m in (User, Story))


def _noted(manifest: Manifest) -> None:
    """Says so in the trail, and throws away what was kept of the pages before."""
    from django.core.cache import cache

    from dateline.site.audit import trail
    from dateline.site.stories import edition
    from dateline.site.stories.models import Story

    trail.note(None, "site.restored", made=manifest.made, version=manifest.dateline)
    cache.clear()
    edition.bump(*Story.objects.values_list("slug", flat=True))

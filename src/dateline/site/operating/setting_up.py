"""From an empty folder to a site that can be served: what must be there, the database, the files that pages load."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from importlib import metadata, util
from pathlib import Path
from typing import Any

#: What the extra `site` brings, as it is imported.
_PACKAGES = (
    "allauth", "axes", "cattrs", "csp", "dj_database_url", "django", "django_tasks", "django_tasks_db", "feedparser",
    "granian", "nh3", "PIL", "whitenoise",
)  # fmt: skip
SETTINGS = "dateline.site.settings"
#: Says which files were collected last.
_STAMP = ".collected"


class SiteError(Exception):
    """One line that says why the site cannot do that, and how to mend it."""


def installed() -> None:
    """Raises SiteError where a part of the extra is missing."""
    if any(util.find_spec(name) is None for name in _PACKAGES):
        raise SiteError("the newsroom is not installed: pip install 'dateline[site]'")
    if os.environ.get("DATABASE_URL", "").startswith("postgres") and util.find_spec("psycopg") is None:
        raise SiteError("DATABASE_URL names PostgreSQL, whose driver is missing: pip install 'dateline[postgres]'")


def begin() -> None:
    """Django with the site's settings, once a process. Raises SiteError where parts are missing or settings wrong."""
    installed()
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except OSError as fault:
        raise SiteError(
            f"the site's folder: {fault.strerror or fault}; name another with DATELINE_SITE_HOME"
        ) from fault
    except ImproperlyConfigured as fault:
        raise SiteError(_first_line(fault)) from fault
    except ValueError as fault:
        raise SiteError(f"DATABASE_URL: {fault}; write postgres://USER:PASSWORD@HOST/NAME") from fault


def prepare() -> None:
    """The database as this version wants it, the cache's table, and the files that pages load. Raises SiteError."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    reachable()
    try:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    except DatabaseError as fault:
        raise SiteError(f"the database: {_first_line(fault)}") from fault
    finally:
        connection.close()
    collect()


def manage(arguments: Sequence[str]) -> None:
    """One of Django's own commands. Ends the process with another code than 0 where it fails."""
    begin()
    from django.core.management import ManagementUtility

    ManagementUtility(["dateline site manage", *arguments]).execute()


def work() -> int:
    """Does what waits in the background until told to stop; gives the number of tasks done."""
    begin()
    from dateline.site.checks import working

    reachable()
    return working.work()


def reachable() -> None:
    """Raises SiteError where the database does not answer."""
    from django.conf import settings
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except DatabaseError as fault:
        name = settings.DATABASES["default"]["NAME"]
        raise SiteError(f"the database {name} cannot be opened: {_first_line(fault)} (DATABASE_URL)") from fault


def collect() -> bool:
    """The files that pages load, put where they are served from; whether any had changed since the last time."""
    from django.conf import settings
    from django.core.management import call_command

    root = Path(settings.STATIC_ROOT)
    stamp, path = _fingerprint(), root / _STAMP
    if path.is_file() and path.read_text(encoding="ascii") == stamp:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    root.mkdir(parents=True, exist_ok=True)
    path.write_text(stamp, encoding="ascii")
    return True


def _fingerprint() -> str:
    """Of every file to collect, and of the versions of those that collect it."""
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256()
    for part in ("dateline", "django", "whitenoise"):
        digest.update(f"{part} {metadata.version(part)}\n".encode())
    found: list[tuple[str, Any]] = sorted(
        (path, storage) for finder in get_finders() for path, storage in finder.list(["CVS", ".*", "*~"])
    )
    for path, storage in found:
        with storage.open(path) as file:
            digest.update(f"{path}\n{hashlib.sha256(file.read()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _first_line(fault: BaseException) -> str:
    return str(fault).strip().splitlines()[0] if str(fault).strip() else type(fault).__name__

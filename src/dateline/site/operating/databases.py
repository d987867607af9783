"""The site's database as one file, and back: SQLite's own copy, PostgreSQL's own dump, or rows that either can take."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from dateline.site.operating.archive import Kind
from dateline.site.operating.setting_up import SiteError

#: Tables that a copy as rows leaves out: what is made anew, or is of no use elsewhere.
_TRANSIENT = {"sessions.session", "contenttypes.contenttype", "auth.permission", "axes.accessattempt"}


def dump(path: Path, *, portable: bool = False) -> Kind:
    """Writes the database as it stands at one moment; says how. `portable` asks for rows."""
    from django.db import connection

    if not portable and connection.vendor == "sqlite":
        _copy_sqlite(path)
        return "sqlite"
    if not portable and connection.vendor == "postgresql" and shutil.which("pg_dump") and _pg_dumped(path):
        return "pg_dump"
    _write_rows(path)
    return "rows"


def load(path: Path, kind: Kind) -> None:
    """Puts a copy in the place of all that the database holds, or leaves it as it was. Raises SiteError."""
    from django.db import connection

    if kind == "rows":
        _read_rows(path)
    elif kind == "sqlite" and connection.vendor == "sqlite":
        _restore_sqlite(path)
    elif kind == "pg_dump" and connection.vendor == "postgresql":
        _run_sql(path)
    else:
        here = "SQLite" if connection.vendor == "sqlite" else "PostgreSQL"
        raise SiteError(
            f"this backup is of another kind of database than this site's {here}; `dateline site backup --portable` "
            f"writes one for either"
        )


def _copy_sqlite(path: Path) -> None:
    """SQLite's own backup: consistent while others write, WAL included."""
    with closing(sqlite3.connect(_sqlite_file())) as live, closing(sqlite3.connect(path)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _restore_sqlite(path: Path) -> None:
    """The copy's pages into the live file as one transaction: it holds all of the old or all of the new."""
    from django.db import connection

    connection.close()
    with closing(sqlite3.connect(path)) as copy:
        _whole(copy)
    try:
        with closing(sqlite3.connect(path)) as copy, closing(sqlite3.connect(_sqlite_file(), timeout=20)) as live:
            live.execute("PRAGMA journal_mode=WAL")
            copy.backup(live)
    except sqlite3.Error as fault:
        raise SiteError(f"the database could not be put in place ({fault}); stop the site and try again") from fault


def _whole(copy: sqlite3.Connection) -> None:
    """Raises SiteError where a file is no database, or a damaged one."""
    try:
        sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except sqlite3.Error:
        sound = False
    if not sound:
        raise SiteError("the database in the backup is damaged; nothing was changed; take another backup")


def _sqlite_file() -> str:
    from django.db import connection

    return str(connection.settings_dict["NAME"])


def _pg_dumped(path: Path) -> bool:
    """Whether pg_dump could: an older one than the server cannot."""
    arguments, environment = _postgres("pg_dump")
    done = subprocess.run(
        [*arguments, "--no-owner", "--no-privileges", "--file", str(path)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0 and "version mismatch" not in done.stderr:
        raise SiteError(f"pg_dump: {_said(done.stderr)}")
    return done.returncode == 0


def _run_sql(path: Path) -> None:
    """In place of all there was, in one transaction: where a line fails, nothing has changed."""
    from django.db import connection

    if shutil.which("psql") is None:
        raise SiteError(
            "this backup is pg_dump's, and psql, which reads it, is not installed (package postgresql-client)"
        )
    connection.close()
    arguments, environment = _postgres("psql")
    empty = ["--command", "DROP SCHEMA public CASCADE", "--command", "CREATE SCHEMA public"]
    done = subprocess.run(
        [*arguments, "--no-psqlrc", "--quiet", "--single-transaction", "--set", "ON_ERROR_STOP=1",
         *empty, "--file", str(path)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise SiteError(f"psql: {_said(done.stderr)}; nothing was changed")


def _postgres(program: str) -> tuple[list[str], dict[str, str]]:
    """A command line of PostgreSQL's own programs, with the password out of others' sight."""
    from django.db import connection

    said: Mapping[str, Any] = connection.settings_dict
    options = {"--host": said["HOST"], "--port": said["PORT"], "--username": said["USER"], "--dbname": said["NAME"]}
    arguments = [word for option, value in options.items() if value for word in (option, str(value))]
    password = {"PGPASSWORD": str(said["PASSWORD"])} if said["PASSWORD"] else {}
    others = {name: str(said["OPTIONS"][key]) for key, name in (("sslmode", "PGSSLMODE"),) if key in said["OPTIONS"]}
    return [program, *arguments, "--no-password"], {**os.environ, **password, **others}


def _said(errors: str) -> str:
    lines = [line for line in errors.strip().splitlines() if "error" in line.lower()] or errors.strip().splitlines()
    return lines[0].strip() if lines else "failed without a word"


def _models() -> list[type[Any]]:
    """Every model whose rows are kept, those that others point at first."""
    from django.apps import apps
    from django.core.serializers import sort_dependencies

    listed: Sequence[type[Any]] = sort_dependencies([(app, None) for app in apps.get_app_configs()])
    return [m for m in listed if m._meta.managed and not m._meta.proxy and m._meta.label_lower not in _TRANSIENT]


def _write_rows(path: Path) -> None:
    """Every row as a line of JSON, all as they stand at one moment."""
    from django.core import serializers
    from django.db import connection, transaction

    with transaction.atomic(), path.open("w", encoding="utf-8") as file:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        rows = (row for model in _models() for row in model._base_manager.order_by("pk").iterator(2000))
        serializers.serialize("jsonl", rows, stream=file, use_natural_foreign_keys=True)


def _read_rows(path: Path) -> None:
    """The rows in place of all there are, in one transaction."""
    from django.core.serializers.base import DeserializationError
    from django.db import DatabaseError, connection, transaction

    models = _models()
    tables = [m._meta.db_table for m in models] + [
        f.m2m_db_table()
        for m in models
        for f in m._meta.local_many_to_many
        if f.remote_field.through._meta.auto_created
    ]
    try:
        with connection.constraint_checks_disabled(), transaction.atomic():
            _emptied(dict.fromkeys([*tables, "django_session"]))
            for row in _rows(path):
                row.save()
            connection.check_constraints()
            _numbered(models)
    except (DeserializationError, DatabaseError, ValueError) as fault:
        raise SiteError(f"the rows in the backup do not fit this version ({fault}); nothing was changed") from fault


def _rows(path: Path) -> Iterator[Any]:
    from django.core import serializers

    with path.open(encoding="utf-8") as file:
        yield from serializers.deserialize("jsonl", file)


def _emptied(tables: Mapping[str, None]) -> None:
    from django.db import connection

    quoted = [connection.ops.quote_name(name) for name in tables]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(quoted)} CASCADE")
        else:
            for name in quoted:
                cursor.execute(f"DELETE FROM {name}")


def _numbered(models: Sequence[type[Any]]) -> None:
    """The next row's number comes after those that were read."""
    from django.core.management.color import no_style
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)

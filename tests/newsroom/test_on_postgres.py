"""The site on a real PostgreSQL: what is asked of SQLite is asked of it too."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import postgres

HERE = Path(__file__).parent
#: Where databases differ: locks, transactions, constraints, JSON, what an address is.
FILES = (
    "test_accounts.py", "test_comments.py", "test_deciding.py", "test_drift.py", "test_feeds.py", "test_foundation.py",
    "test_limits.py", "test_progress.py", "test_publishing_stories.py", "test_running.py", "test_second_factor.py",
)  # fmt: skip


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """The address of a server's database, as DATABASE_URL writes it."""
    try:
        with postgres.server() as (folder, _):
            yield postgres.address(folder)
    except postgres.Unavailable as error:
        pytest.skip(f"PostgreSQL: {error}")


def test_what_holds_on_sqlite_holds_on_postgresql(database: str) -> None:
    settings = {**os.environ, "DATABASE_URL": database}
    settings.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "pytest", "-v", "-x", "-p", "no:cacheprovider", *FILES]
    done = subprocess.run(command, env=settings, cwd=HERE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None and int(passed[1]) > 100, done.stdout[-400:]

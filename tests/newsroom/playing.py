"""Plays a scene of scenes.py on a site of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SCENES = Path(__file__).with_name("scenes.py")


def played(scene: str, database: str, folder: Path, site: str = "site") -> dict[str, Any]:
    """What came of the scene, on the site `site` in `folder` with this DATABASE_URL ("" for SQLite)."""
    files = folder / "files"
    files.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, str(SCENES), scene, str(files)],
        env={**kept, "DATELINE_SITE_HOME": str(folder / site), "DATABASE_URL": database,
             "DATELINE_HOME": str(folder / "store")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found

"""What the site's settings read from the environment, each with the default that needs nothing set up."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from dateline.ledgers.store.folder import home

#: Where this site's database, uploads, secret and built pages lie, below the folder of the store.
FOLDER = "site"


def folder() -> Path:
    """The site's own folder: $DATELINE_SITE_HOME, else `site` in the folder of the store. Made where missing, for its
    owner alone."""
    given = os.environ.get("DATELINE_SITE_HOME", "").strip()
    path = Path(given).expanduser() if given else home() / FOLDER
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def secret(where: Path) -> str:
    """$DATELINE_SITE_SECRET, else one made once and kept in the site's folder, readable by its owner alone."""
    given = os.environ.get("DATELINE_SITE_SECRET", "").strip()
    if given:
        return given
    path = where / "secret"
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        pass
    made = secrets.token_urlsafe(64)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(made)
    except FileExistsError:  # another process was first
        return path.read_text(encoding="ascii").strip()
    return made


def words(name: str) -> list[str]:
    """A list in a variable, parted by commas or spaces."""
    return [word for word in os.environ.get(name, "").replace(",", " ").split() if word]


def flag(name: str) -> bool:
    """Whether a variable is set to anything but nothing or 0."""
    return os.environ.get(name, "").strip() not in ("", "0")

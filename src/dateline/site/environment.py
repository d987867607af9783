"""What the site's settings read from the environment, each with the default that needs nothing set up."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

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


class Mail(NamedTuple):
    """A server that takes mail."""

    host: str
    port: int
    user: str
    password: str
    ssl: bool
    starttls: bool


def mail(name: str) -> Mail | None:
    """The mail server that a variable names: `smtps://USER:PASSWORD@HOST` (port 465), `smtp://...` (port 587, encrypted
    by STARTTLS) or `smtp+plain://...` (port 25, for a server on this machine). None where it is not set: mail is
    printed. Raises ImproperlyConfigured."""
    given = os.environ.get(name, "").strip()
    if not given:
        return None
    ports = {"smtps": 465, "smtp": 587, "smtp+plain": 25}
    try:
        parts = urlsplit(given)
        host, port, scheme = parts.hostname or "", parts.port, parts.scheme
    except ValueError:
        host, port, scheme = "", None, ""
    if not host or scheme not in ports:
        raise ImproperlyConfigured(f"{name}: write smtp://USER:PASSWORD@HOST:587, or smtps:// for port 465")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Mail(host, port or ports[scheme], user, password, scheme == "smtps", scheme == "smtp")


def number(name: str, default: int) -> int:
    """A whole number, not negative. Raises ImproperlyConfigured."""
    given = os.environ.get(name, "").strip()
    if given and not (given.isascii() and given.isdecimal()):
        raise ImproperlyConfigured(f"{name}: {given!r} is no whole number")
    return int(given) if given else default


def choice(name: str, choices: tuple[str, ...]) -> str:
    """One of `choices`, the first where nothing is set. Raises ImproperlyConfigured."""
    given = os.environ.get(name, "").strip().lower() or choices[0]
    if given not in choices:
        raise ImproperlyConfigured(f"{name}: {given!r} is none of {', '.join(choices)}")
    return given

"""What `dateline doctor` looks at: each part of an installation, how it is, and what mends it."""

from __future__ import annotations

import os
import platform
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from dateline.ledgers import Ledgers
    from dateline.ledgers.store import Store
    from dateline.theatres.loader import Theatre

#: Free bytes below which an import may not end: a full history is some tens of MB.
LITTLE_SPACE = 500_000_000
#: Days after which a ledger is called old, by family; what is published seldom ages slowly.
OLD_DAYS = {"territory": 14, "strikes": 14, "casualties": 60, "area_published": 90, "talks": 120, "officials": 400}
_PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")
_AGAIN = "install again (README.md says how)"


@dataclass(frozen=True, slots=True)
class Part:
    """`state` "bad": no check can run before it is mended; "old" and "note" only tell. `remedy` is what to do."""

    state: Literal["ok", "note", "old", "bad"]
    name: str
    found: str
    remedy: str = ""


def examine(today: date) -> Iterator[Part]:
    """Every part, the program first, then where the data are, then how old they are. Needs no network."""
    yield _python()
    yield from _packages()
    yield from _proxy()
    yield from _home()
    yield from _theatres(today)


def _python() -> Part:
    """The package's own metadata refuse an older Python; what is run here is what is told."""
    return Part("ok", "Python", f"{platform.python_version()} on {platform.platform(terse=True)}")


def _packages() -> Iterator[Part]:
    """The run-time requirements as the installed package states them."""
    yield Part("ok", "dateline", metadata.version("dateline"))
    for requirement in metadata.requires("dateline") or ():
        if "extra ==" in requirement:
            continue
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            yield Part("ok", name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Part("bad", name, "not installed", _AGAIN)


def _proxy() -> Iterator[Part]:
    """The proxies that a pull goes through, without the password that may stand in their address."""
    named = [(name, os.environ.get(name) or os.environ.get(name.lower()) or "") for name in _PROXIES]
    shown = [f"{name} {urlsplit(value).hostname or 'an address that cannot be read'}" for name, value in named if value]
    if not shown:
        yield Part("ok", "proxy", "none named; checks need no network")
    elif any("cannot be read" in one for one in shown):
        yield Part("note", "proxy", ", ".join(shown), "write it as http://HOST:PORT")
    else:
        yield Part("ok", "proxy", ", ".join(shown))


def _home() -> Iterator[Part]:
    """The data folder: where, in which format, how much room, and what lies there without use."""
    from dateline.ledgers import corrections
    from dateline.ledgers.files import LedgerError
    from dateline.ledgers.store import open_store
    from dateline.ledgers.store.folder import home
    from dateline.ledgers.store.manifest import FORMAT

    at = home()
    try:
        store = open_store()
        releases = store.releases()
        log = corrections.read(at)
    except (LedgerError, OSError) as error:
        yield Part("bad", "data folder", " ".join(str(error).split()), f"mend or move {at} away, then import again")
        return
    if not at.exists():
        yield Part("ok", "data folder", f"{at}: not there yet; the figures that ship are used")
    else:
        told = f"{at}: format {FORMAT}, {len(releases)} releases, {len(log)} corrections"
        writable = os.access(at, os.W_OK)
        yield Part(
            "ok" if writable else "note", "data folder", told, "" if writable else f"make {at} writable to import"
        )
        yield from _unused(at, frozenset(release.segment for release in releases))
        yield from _segments(store)
    yield _space(at)


def _unused(at: Path, named: frozenset[str]) -> Iterator[Part]:
    """Files that no release names: what a killed import left."""
    segments = at / "segments"
    left = [
        p for p in segments.glob("*/*/*.parquet")
        if not named & {p.relative_to(at).as_posix(), p.relative_to(segments).as_posix()}
    ]  # fmt: skip
    left += [*at.glob(".*.part"), *segments.glob("*/*/.*.part"), *(at / "archive").glob("??/.*.part")]
    size = sum(p.stat().st_size for p in left) / 1e6
    if left:
        yield Part("note", "unused files", f"{len(left)}, {size:.1f} MB", "the next import removes them")


def _segments(store: Store) -> Iterator[Part]:
    """In how many files the rows lie, how many of them wait to be merged, and whether what stands is ready to read."""
    names = {release.segment for release in store.releases()} - {""}
    if names:
        shown, waiting = f"{len(names)} segment{'s' * (len(names) > 1)}", store.unmerged()
        told = f"{shown}, {waiting} of them small ones to be merged" if waiting else shown
        yield Part("note" if waiting else "ok", "store", told, "the next import merges them" if waiting else "")
    if unread := store.unready():
        yield Part("note", "views", f"{unread} tables have to be worked out each time", "the next import makes them")


def _space(at: Path) -> Part:
    standing = next(p for p in (at, *at.absolute().parents) if p.exists())
    free = shutil.disk_usage(standing).free
    shown = f"{free / 1e9:.1f} GB free at {standing}"
    if free >= LITTLE_SPACE:
        return Part("ok", "disk", shown)
    return Part("note", "disk", shown, "make room, or set DATELINE_HOME to another disk")


def _theatres(today: date) -> Iterator[Part]:
    """Every theatre's files, and every family that its producers fill: its days and age, or why it does not read."""
    from dateline import ledgers
    from dateline.ledgers.files import LedgerError
    from dateline.theatres import loader

    try:
        names = loader.installed()
    except loader.TheatreError as error:
        yield Part("bad", "theatres", str(error), f"mend or unset {loader.VARIABLE}")
        return
    for name in names:
        try:
            theatre = loader.load(name)
            read = (len(theatre.actors), len(theatre.gazetteer), len(theatre.weapons))
            found = ledgers.load(theatre.folder)
            families = found.producers.families()
        except (loader.TheatreError, LedgerError) as error:
            own = loader.FOLDER not in loader.folders()[name].parents
            yield Part("bad", name, str(error), "mend the file" if own else _AGAIN)
            continue
        yield Part("ok", name, "{} actors, {} places, {} weapons".format(*read))
        yield from _families(theatre, found, families, today)


def _families(theatre: Theatre, found: Ledgers, filled: frozenset[str], today: date) -> Iterator[Part]:
    from dateline.ledgers.files import LedgerError
    from dateline.ledgers.folder import FAMILIES

    sources = _sources(theatre)
    for family in (f for f in FAMILIES if f in filled):
        name = f"{theatre.id}: {family.replace('_', ' ')}"
        try:
            coverage = getattr(found, family).coverage()
        except LedgerError as error:
            yield Part("bad", name, str(error), "mend the file, or import the source again")
            continue
        if coverage.end == date.max:
            yield Part("ok", name, f"{coverage.start} on")
            continue
        age = max(0, (today - coverage.end).days)
        shown = f"{coverage.start} to {coverage.end}, {age} days old"
        if age <= OLD_DAYS.get(family, age):
            yield Part("ok", name, shown)
            continue
        source = sources.get(family)
        remedy = f"dateline pull {source}, or import its file" if source else f"add to {theatre.folder.name}/starter"
        yield Part("old", name, shown, remedy)


def _sources(theatre: Theatre) -> dict[str, str]:
    """The source of each family, as the starter's list of releases names it."""
    from dateline.ledgers.tables import starter_releases

    found = {}
    for release in starter_releases(theatre.folder / "starter"):
        for table in release.tables:
            found[table if table == "area_published" else table.partition("_")[0]] = release.source
    return found

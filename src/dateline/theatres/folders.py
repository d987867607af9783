"""Where theatres are: those that ship with the package, and the user's own in the folders of DATELINE_THEATRES."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
#: Folders of the user's theatres (or of one), with the system's path separator between; read at every use.
VARIABLE = "DATELINE_THEATRES"
FILE = "theatre.yml"


class TheatreError(Exception):
    """One line that says which theatre is missing and which are installed, or what in a theatre's folder is wrong."""


def folders() -> dict[str, Path]:
    """Every theatre's folder by its name. Raises TheatreError where a folder of the user's is not there, holds no
    theatre, or has one with the name of another."""
    return dict(_folders(os.environ.get(VARIABLE, "")))


@lru_cache(maxsize=4)
def _folders(listed: str) -> tuple[tuple[str, Path], ...]:
    found = {path.parent.name: path.parent for path in sorted(FOLDER.glob(f"*/{FILE}"))}
    for entry in filter(None, listed.split(os.pathsep)):
        own = _in(Path(entry))
        if not own:
            raise TheatreError(f"{VARIABLE}: {entry} is no folder with a {FILE}, and none in it has one")
        for folder in own:
            if found.setdefault(folder.name, folder) != folder:
                raise TheatreError(
                    f"{VARIABLE}: {folder} has the name of {found[folder.name]}; give the folder another name"
                )
    return tuple(found.items())


def _in(entry: Path) -> list[Path]:
    """The theatre that `entry` is, or those that it holds."""
    entry = entry.absolute()
    if (entry / FILE).is_file():
        return [entry]
    return sorted(path.parent for path in entry.glob(f"*/{FILE}")) if entry.is_dir() else []

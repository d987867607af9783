"""Which files of a path are a source's, and on which day they were released."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from dateline.sources import SOURCES, deepstate
from dateline.sources.description import describe
from dateline.sources.intake import SourceError


@dataclass(frozen=True, slots=True)
class _Named:
    """How a source's files are called: `mains` are each a release of their own, `beside` are read together with one."""

    mains: tuple[str, ...]
    beside: tuple[str, ...] = ()


#: By source. One that is not here takes whatever file it is given.
_NAMES: Mapping[str, _Named] = MappingProxyType({
    "airforce": _Named(("missile_attacks_daily*.csv",)),
    "hrmmu": _Named(("hrmmu_monthly*.csv",), ("hrmmu_reference*.csv",)),
    "mapped_area": _Named(("published*.csv",)),
    "talks": _Named(("talks*.csv",)),
    "officials": _Named(("officials*.csv",), ("executive*.yaml",)),
    "gaza": _Named(("casualties_daily*.json", "west_bank_daily*.json", "lebanon_casualties_daily*.json")),
})  # fmt: skip
#: A stamp of a day or a month in a file's name: 20260607, 2026-06-07, 202603, 2026-03.
_STAMP = re.compile(r"(?<!\d)(20\d{2})-?(0[1-9]|1[0-2])(?:-?([0-2]\d|3[01]))?(?!\d)")


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one release. `stamp` is the day that their names state; None where they state none."""

    files: tuple[Path, ...]
    stamp: date | None


def batches(source: str, path: Path) -> list[Batch]:
    """The releases of `source` at `path`, a file or a folder, in order of their stamps.

    Raises SourceError, in one line, where there is no such source or path, or nothing of the source is there.
    """
    if source not in SOURCES:
        raise SourceError(f"{source}: no such source; there are {', '.join(SOURCES)}")
    if not path.exists():
        raise SourceError(f"{path}: no such file or folder; name what you have of {describe(source).title}")
    if source == "deepstate":
        return [_maps(path)]
    names = _NAMES.get(source, _Named(()))
    mains = _in_folder(path, names) if path.is_dir() else [_main(path, names)]
    found = [Batch((main, *(_other(main, pattern) for pattern in names.beside)), stamp_of(main)) for main in mains]
    return sorted(found, key=lambda batch: batch.stamp or date.max)


def _in_folder(folder: Path, names: _Named) -> list[Path]:
    if not names.mains:
        raise SourceError(f"{folder}: is a folder; name the file to import")
    found = sorted(path for pattern in names.mains for path in folder.glob(pattern))
    if not found:
        raise SourceError(f"{folder}: no {names.mains[0]} in it; name the file itself if it goes by another name")
    return found


def _main(path: Path, names: _Named) -> Path:
    """The file itself, or where it is one that is read together with another, the newest of those beside it."""
    if any(path.match(pattern) for pattern in names.beside):
        return _in_folder(path.parent, names)[-1]
    return path


def _other(main: Path, pattern: str) -> Path:
    found = sorted(main.parent.glob(pattern))
    if not found:
        raise SourceError(f"{main.parent}: lacks {pattern.replace('*', '')}, which is read together with {main.name}")
    return found[-1]


def _maps(path: Path) -> Batch:
    folder = path if path.is_dir() else path.parent
    days = [(day, file) for day, file in deepstate.files(folder) if path.is_dir() or file == path]
    if not days:
        raise SourceError(f"{path}: not named as DeepState's maps are ({describe('deepstate').files[0]})")
    return Batch(tuple(file for _, file in days), days[-1][0])


def stamp_of(path: Path) -> date | None:
    """The day that a file's name states, the last one of a month where it states no day."""
    found = [_day(*match.groups()) for match in _STAMP.finditer(path.name)]
    return max((day for day in found if day is not None), default=None)


def _day(year: str, month: str, day: str | None) -> date | None:
    last = monthrange(int(year), int(month))[1]
    return date(int(year), int(month), last) if day is None else date(int(year), int(month), min(int(day), last))


def names(files: Sequence[Path]) -> str:
    return ", ".join(file.name for file in files[:2]) + (f" and {len(files) - 2} more" if len(files) > 2 else "")

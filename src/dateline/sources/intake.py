"""What reading a file gives: its rows, and whatever was put aside, with the reason."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from dateline.sources.description import Description

Row = TypeVar("Row")


class SourceError(Exception):
    """A file that cannot be read at all. The message is one line and says how to mend it."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not taken over: `what` names the file or row, `why` is a clause for the reader."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Intake(Generic[Row]):
    """The rows of one source. `skipped` were put aside; `notices` are oddities that changed nothing."""

    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()


def read_table(path: Path, description: Description) -> tuple[list[dict[str, str]], list[str]]:
    """The rows of a comma-separated UTF-8 file as stripped text by column, and notices of what differs from its
    description: columns that nobody expects, a number of rows out of the expected range.

    Raises SourceError where the file is missing or lacks a column that is read.
    """
    if not path.is_file():
        raise SourceError(f"{path}: no such file; it holds {description.title} ({description.address})")
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            columns = list(reader.fieldnames or ())
            rows = [_stripped(row) for row in reader]
    except (UnicodeDecodeError, csv.Error) as fault:
        raise SourceError(f"{path}: not a comma-separated UTF-8 file ({fault})") from fault
    missing = [name for name in description.consumed if name not in columns]
    if missing:
        raise SourceError(f"{path}: lacks the column {', '.join(missing)}, which {description.id} reads")
    return rows, list(_differences(path, columns, len(rows), description))


def out_of_range(where: str, field: str, value: float, description: Description) -> list[str]:
    """A notice where a value lies outside what its description expects of the field; the value is kept."""
    low, high = description.ranges[field]
    return [] if low <= value <= high else [f"{where}: {field} {value:,g}, expected {low:,g} to {high:,g}"]


def _stripped(row: dict[str | None, str | list[str] | None]) -> dict[str, str]:
    return {key: (value or "").strip() for key, value in row.items() if key and not isinstance(value, list)}


def _differences(path: Path, columns: list[str], count: int, description: Description) -> Iterable[str]:
    known = {*description.consumed, *description.ignored}
    unknown = [name for name in columns if name and name not in known]
    if unknown:
        yield f"{path.name}: columns not consumed and not known: {', '.join(unknown)}"
    low, high = description.rows
    if not low <= count <= high:
        yield f"{path.name}: {count:,} rows, expected {low:,} to {high:,}"

"""Reading the ledgers' tables: CSV files (UTF-8, comma, one header line, ISO dates, empty cells mean unknown), or rows
that stand elsewhere and look the same."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Protocol


class LedgerError(ValueError):
    """A ledger's file is missing or does not read as its format says."""


class LedgerAbsent(LedgerError):
    """The theatre has no such ledger."""


#: Columns of the ledgers' files that hold a date, a whole date, or a number; empty cells mean unknown in all of them.
_DATES = frozenset({"start", "end", "last", "known_at", "since"})
_DAYS = frozenset({"night", "day"})
_NUMBERS = frozenset(
    {"value", "value_km2", "low", "high", "launched", "destroyed", "lost", "still", "gained_km2", "lost_km2"}
)
#: Columns of territory_held.csv that hold no number.
_HELD_BY = frozenset({"day", "source", "sha256"})


class Table(Protocol):
    """Rows that are no file."""

    @property
    def name(self) -> str: ...

    def rows(self) -> list[dict[str, str]]: ...


class Folder(Protocol):
    """A folder of tables: of files, or of something that stands for them."""

    @property
    def parent(self) -> Path: ...

    def __truediv__(self, name: str, /) -> Path | Table: ...


def table(path: Path | Table, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows of `path` as dictionaries. Raises `LedgerError` where a column of `columns` is missing."""
    if not isinstance(path, Path):
        yield from path.rows()
        return
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            absent = [name for name in columns if name not in (reader.fieldnames or ())]
            if absent:
                raise LedgerError(f"{path.name}: no column {', '.join(absent)}")
            yield from reader
    except FileNotFoundError as error:
        raise LedgerAbsent(f"{path.name}: no such ledger file in {path.parent}") from error


def grid(path: Path | Table) -> tuple[list[str], list[list[str]]]:
    """Header and rows of a wide file, as lists: quicker than dictionaries where the columns are data."""
    if not isinstance(path, Path):
        rows = path.rows()
        return list(rows[0]) if rows else [], [list(row.values()) for row in rows]
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            return header, [row for row in reader if row]
    except FileNotFoundError as error:
        raise LedgerAbsent(f"{path.name}: no such ledger file in {path.parent}") from error


def number(cell: str) -> float | None:
    """The cell's number, None where it is empty: an unknown is never a zero."""
    return float(cell) if cell.strip() else None


def day(cell: str, last: bool = False) -> date | None:
    """An ISO date, also a partial one ("2023", "2024-11"): its first day, or its last day with `last`."""
    text = cell.strip()
    if not text:
        return None
    if len(text) >= 10:
        return date.fromisoformat(text[:10])
    year, _, month = text.partition("-")
    if not month:
        return date(int(year), 12, 31) if last else date(int(year), 1, 1)
    first = date(int(year), int(month), 1)
    if not last:
        return first
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def first_wrong(path: Path) -> str | None:
    """The first cell of the file that cannot be read, with its row; None where every cell can. Asked only once reading
    has failed."""
    held = path.name == "territory_held.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            where = f"{path.parent.parent.name}/{path.parent.name}/{path.name} row {reader.line_num}"
            for column, cell in row.items():
                if cell is None or not isinstance(column, str):
                    return f"{where}: it has not the {len(reader.fieldnames or ())} cells of the header"
                wanted = _unread(column, cell, column in _NUMBERS or (held and column not in _HELD_BY))
                if wanted:
                    return f"{where}: {column} {cell!r} is no {wanted}"
    return None


def _unread(column: str, cell: str, numeric: bool) -> str:
    """What the cell should have been, empty where it can be read."""
    try:
        if numeric:
            number(cell)
        elif column in _DAYS:
            date.fromisoformat(cell)
        elif column in _DATES:
            day(cell)
    except ValueError:
        return "number" if numeric else "date as 2025-05-30"
    return ""

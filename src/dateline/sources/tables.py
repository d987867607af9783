"""Reads comma-separated files as publishers write them: a bad row is put aside by its line, a bad file refused."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path

from dateline.sources.description import Description
from dateline.sources.intake import BY_FAR, Skipped, SourceError
from dateline.sources.opening import opened

#: Bytes of a line. The longest of any source is below a hundred thousand.
_LONGEST_LINE = 1_000_000
Cells = Mapping[str, str]


@dataclass(slots=True)
class Table:
    """`rows` are the line on which a row starts and its stripped text by column; `counted` is how many the file holds,
    whether kept or not."""

    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    counted: int = 0


def read_table(
    path: Path, description: Description, keep: Callable[[Cells], bool] | None = None, every_column: bool = False
) -> Table:
    """The rows of a UTF-8 file, those for which `keep` is true, by the columns that its description consumes (all of
    them with `every_column`).

    A row with too few or too many cells, or with a NUL byte, is put aside. Raises SourceError where the file is
    missing, not UTF-8, cut inside a quoted cell, lacks a column that is read, or is empty or far too long.
    """
    table = Table()
    with opened(path, description) as stream:
        ending = _Ending()
        rows = _rows(stream, path, ending)
        line, header = next(rows, (1, []))
        table.columns = _columns(path, header, description)
        wanted = [(place, name) for place, name in enumerate(table.columns)
                  if name and (every_column or name in description.consumed)]  # fmt: skip
        for line, cells in rows:
            if cells:
                table.counted += 1
                _take(table, cells, line, path, wanted, keep)
            if table.counted > BY_FAR * description.rows[1]:
                raise SourceError(f"{path} line {line}: more than {BY_FAR * description.rows[1]:,} rows, "
                                  f"{BY_FAR} times what is expected; is it {description.title}?")  # fmt: skip
    if not table.counted:
        raise SourceError(f"{path}: holds no rows; get it again from {description.address}")
    table.notices += _differences(path, table, description, every_column)
    if ending.cut:
        table.notices.append(f"{path.name} line {line}: the last line does not end; the file may be cut short")
    return table


@dataclass(slots=True)
class _Ending:
    """Whether the last line read lacks its line break."""

    cut: bool = False


def _take(
    table: Table, cells: list[str], line: int, path: Path, wanted: list[tuple[int, str]],
    keep: Callable[[Cells], bool] | None,
) -> None:  # fmt: skip
    where = f"{path.name} line {line}"
    if len(cells) != len(table.columns):
        table.skipped.append(Skipped(where, f"has {len(cells)} cells, where the header has {len(table.columns)}"))
        return
    row = {name: cells[place].strip() for place, name in wanted}
    if any("\0" in cell for cell in cells):
        table.skipped.append(Skipped(where, "holds a NUL byte: the file is damaged there"))
    elif keep is None or keep(row):
        table.rows.append((line, row))


def _rows(stream: BufferedReader, path: Path, ending: _Ending) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(_lines(stream, path, ending), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            raise SourceError(f"{path} line {line}: not a row of comma-separated cells ({fault}); "
                              "the file is cut short or damaged")  from fault  # fmt: skip
        yield line, cells


def _lines(stream: BufferedReader, path: Path, ending: _Ending) -> Iterator[str]:
    number = 0
    while raw := stream.readline(_LONGEST_LINE + 1):
        number += 1
        if len(raw) > _LONGEST_LINE:
            raise SourceError(f"{path} line {number}: longer than {_LONGEST_LINE:,} bytes; the file is damaged")
        ending.cut = not raw.endswith((b"\n", b"\r"))
        try:
            yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as fault:
            byte = raw[fault.start]
            raise SourceError(f"{path} line {number}: not UTF-8 (byte 0x{byte:02x}); "
                              "save the file as comma-separated UTF-8") from fault  # fmt: skip


def _columns(path: Path, header: list[str], description: Description) -> tuple[str, ...]:
    columns = tuple(name.strip() for name in header)
    missing = [name for name in description.consumed if name not in columns]
    if missing:
        raise SourceError(f"{path}: lacks the column {', '.join(missing)}, which {description.id} reads")
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise SourceError(f"{path}: has the column {', '.join(twice)} more than once; rename or delete one")
    return columns


def _differences(path: Path, table: Table, description: Description, every_column: bool) -> Iterator[str]:
    known = {*description.consumed, *description.ignored}
    unknown = [name for name in table.columns if name and name not in known]
    if unknown and not every_column:
        yield f"{path.name}: columns not consumed and not known: {', '.join(unknown)}"
    low, high = description.rows
    if not low <= table.counted <= high:
        yield f"{path.name}: {table.counted:,} rows, expected {low:,} to {high:,}"

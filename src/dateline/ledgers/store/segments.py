"""Segments: the rows of one release, or of several small ones together, as a Parquet file (zstd), one table after the
other."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.ledgers.store.difference import Row
from dateline.ledgers.store.release import StoreError
from dateline.records.entry import Entry
from dateline.records.period import Granularity, Period

if TYPE_CHECKING:
    import pyarrow as pa

#: The rows of one release by table, with the day on which its files were got.
Part = tuple[Mapping[str, Sequence[Row]], date]
#: Columns in order, with their types in Arrow's words. `stop` is not inside the period. `dimensions` is a JSON object.
#: `part` tells the releases of one segment apart.
COLUMNS: Mapping[str, str] = {
    "table": "string", "entry_id": "int64", "revision": "int32", "gone": "bool", "late": "bool", "since": "date32",
    "was": "float64", "part": "int32",
    "measure": "string", "start": "date32", "stop": "date32", "granularity": "string", "place": "string",
    "value": "float64", "low": "float64", "high": "float64", "unit": "string", "producer": "string",
    "known_at": "date32", "known": "string", "stated_at": "date32", "definition": "string", "dimensions": "string",
    "original_value": "string", "note": "string", "source": "string", "sha256": "string", "retrieved_at": "date32",
}  # fmt: skip
_TEXT = [name for name, kind in COLUMNS.items() if kind == "string"]
#: The day from which Arrow counts days.
_EPOCH = date(1970, 1, 1).toordinal()


def schema() -> pa.Schema:
    import pyarrow as pa

    return pa.schema([(name, getattr(pa, "bool_" if kind == "bool" else kind)()) for name, kind in COLUMNS.items()])


def packed(parts: Sequence[Part]) -> bytes:
    """The segment of these releases, as the bytes of its file: the same rows give the same bytes. A release's number
    among `parts` is its `part`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    target = BytesIO()
    with pq.ParquetWriter(target, schema(), compression="zstd") as writer:
        for table in sorted({name for rows, _ in parts for name in rows}):
            made = [
                pa.table(_columns(table, rows[table], number, retrieved_at), schema())
                for number, (rows, retrieved_at) in enumerate(parts)
                if rows.get(table)
            ]
            if made:
                writer.write_table(pa.concat_tables(made), row_group_size=1 << 20)
    return target.getvalue()


def read(path: Path, table: str) -> dict[int, list[Row]]:
    """The rows of one table by part, in the order in which they were written. Raises FileNotFoundError where the file
    is gone, StoreError where it is damaged."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path, read_dictionary=_TEXT) as file:
            groups = [n for n in range(file.num_row_groups) if _of(file.metadata.row_group(n), table)]
            found = file.read_row_groups(groups, use_threads=False) if groups else None
    except FileNotFoundError:
        raise
    except (OSError, pa.ArrowException) as fault:
        raise StoreError(f"{path}: damaged ({fault}); delete the store's folder and import again") from fault
    if found is None:
        return {}
    held = set(found.column_names)
    empty = [None] * found.num_rows  # a column that came with a later format
    columns = {name: _values(found.column(name)) if name in held else empty for name in COLUMNS}
    rows = _rows(columns)
    if not any(columns["part"]):
        return {0: rows}
    by_part: dict[int, list[Row]] = {}
    for part, row in zip(columns["part"], rows, strict=True):
        by_part.setdefault(part, []).append(row)
    return by_part


def _of(group: Any, table: str) -> bool:
    """A row group holds one table: the least and the greatest of its first column are it."""
    statistics = group.column(0).statistics
    return statistics is not None and statistics.min == table


def _columns(table: str, rows: Sequence[Row], part: int, retrieved_at: date) -> dict[str, list[Any]]:
    entries = [row.entry for row in rows]
    taken: dict[str, list[Any]] = {
        "table": [table] * len(rows),
        "part": [part] * len(rows),
        "start": [entry.period.start for entry in entries],
        "stop": [entry.period.stop for entry in entries],
        "granularity": [entry.period.granularity for entry in entries],
        "dimensions": [_written(entry.dimensions) for entry in entries],
        "retrieved_at": [retrieved_at] * len(rows),
    }
    own = ("entry_id", "revision", "gone", "late", "since", "was", "stated_at")
    return {
        name: taken[name] if name in taken
        else [getattr(row, name) for row in rows] if name in own
        else [getattr(entry, name) for entry in entries]
        for name in COLUMNS
    }  # fmt: skip


def _values(column: pa.ChunkedArray) -> list[Any]:
    """The values of a column, in ways that do without numpy and pandas: importing those takes longer than reading.
    Text and days repeat, so each is made once."""
    import pyarrow as pa

    found: list[Any] = []
    for chunk in column.chunks:
        if pa.types.is_dictionary(chunk.type):
            words = chunk.dictionary.to_pylist()
            found += [None if at is None else words[at] for at in chunk.indices.to_pylist()]
        elif pa.types.is_date(chunk.type):
            found += map(_date, chunk.view(pa.int32()).to_pylist())
        else:
            found += chunk.to_pylist()
    return found


@lru_cache(maxsize=65536)
def _date(days: int | None) -> date | None:
    return None if days is None else date.fromordinal(_EPOCH + days)


def _rows(columns: dict[str, list[Any]]) -> list[Row]:
    """Rows of columns. Positional, and without looking for garbage among what is being made: this is done for every
    entry that a family reads."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _made(columns)
    finally:
        if collecting:
            gc.enable()


def _made(c: dict[str, list[Any]]) -> list[Row]:
    given = {**c, "dimensions": list(map(_read_dimensions, c["dimensions"]))}
    return list(
        map(
            Row,
            c["entry_id"],
            entries(given),
            c["stated_at"],
            c["revision"],
            c["gone"],
            c["late"],
            c["since"],
            c["was"],
        )
    )


def entries(c: Mapping[str, Sequence[Any]]) -> Iterator[Entry]:
    """The entries of columns, all as an entry has them but for the three of its period."""
    return map(
        Entry, c["measure"], map(_period, c["start"], c["stop"], c["granularity"]), c["place"], c["value"],
        c["producer"], c["known_at"], c["known"], c["source"], c["original_value"], c["definition"], c["unit"],
        c["low"], c["high"], c["note"], c["dimensions"], c["sha256"],
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _period(start: date, stop: date, granularity: Granularity) -> Period:
    return Period(start, stop, granularity)


@lru_cache(maxsize=65536)
def _written(dimensions: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(dict(dimensions), ensure_ascii=False, separators=(",", ":")) if dimensions else ""


@lru_cache(maxsize=65536)
def _read_dimensions(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(json.loads(text).items()) if text else ()

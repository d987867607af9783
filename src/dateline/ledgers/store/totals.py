"""Sums over many entries without making one: DuckDB, in memory, over the Parquet segments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

#: What a total can be told apart by: the column of a row, and what is made of it. Days are counted first and then put
#: into months, which takes two thirds of the time of asking each row for its month.
PARTS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "day": ("start", "start"),
    "month": ("start", "date_trunc('month', start)::date"),
    "year": ("start", "date_trunc('year', start)::date"),
    "place": ("place", "place"),
    "producer": ("producer", "producer"),
})  # fmt: skip
#: The measure's rows of the segments, each with what it adds to a sum and to a count. A row that stands in the place of
#: another takes that one's value off again, a tombstone nothing but that: so no row has to look for another.
_ROWS = """
    SELECT *, value AS added, 1 AS counted FROM read_parquet($segments) WHERE "table" = $table AND measure = $measure
"""
_TURNED = """
    SELECT *, CASE WHEN gone THEN 0 ELSE value END - coalesce(was, 0) AS added,
        CASE WHEN gone THEN 0 ELSE 1 END - CASE WHEN was IS NULL THEN 0 ELSE 1 END AS counted
    FROM read_parquet($segments)
    WHERE "table" = $table AND measure = $measure AND (since IS NULL OR since <= $as_of)
"""


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of `entries` entries. `parts` are the values of what was asked for, in that order."""

    parts: tuple[date | str, ...]
    value: float
    entries: int


def totals(
    segments: Sequence[Path], table: str, measure: str, by: Sequence[str], *, revised: bool, as_of: date | None
) -> list[Total]:
    """The totals over one source's releases, in order of their parts.

    `revised`: some row stands in the place of another, or is a tombstone, or late. Without it a plain grouping does.
    Raises KeyError where `by` names what no total is told apart by.
    """
    import duckdb

    columns = ", ".join(dict.fromkeys(PARTS[name][0] for name in by))
    keys = ", ".join(f"{PARTS[name][1]} AS part{number}" for number, name in enumerate(by))
    numbers = ", ".join(str(number) for number in range(1, len(by) + 1))
    rows_of = _TURNED if revised else _ROWS
    query = f"""
        SELECT {keys}, sum(total), sum(entries)::bigint FROM (
            SELECT {columns}, sum(added) AS total, sum(counted) AS entries FROM ({rows_of}) GROUP BY ALL
        ) GROUP BY {numbers} HAVING sum(entries) > 0 ORDER BY {numbers}
    """
    asked = {"segments": [str(path) for path in segments], "table": table, "measure": measure}
    with duckdb.connect() as connection:
        rows = connection.execute(query, asked | ({"as_of": as_of or date.max} if revised else {})).fetchall()
    return [Total(tuple(row[:-2]), row[-2], row[-1]) for row in rows]

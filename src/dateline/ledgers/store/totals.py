"""Sums over many entries without making one: DuckDB, in memory, over the Parquet segments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

#: What a total can be told apart by, as DuckDB works it out of a row.
PARTS: Mapping[str, str] = MappingProxyType({
    "day": "start", "month": "date_trunc('month', start)::date", "year": "date_trunc('year', start)::date",
    "place": "place", "producer": "producer",
})  # fmt: skip


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

    `revised`: some row stands in the place of another, or is a tombstone, or late; then the rows that were replaced are
    left out by an anti-join with the few that replaced them. Without it a plain grouping does.
    Raises KeyError where `by` names what no total is told apart by.
    """
    import duckdb

    keys = ", ".join(f"{PARTS[name]} AS part{n}" for n, name in enumerate(by))
    numbers = ", ".join(str(n + 1) for n in range(len(by)))
    source = "read_parquet(?)"
    chosen = '"table" = ? AND measure = ?'
    asked: list[object] = [[str(path) for path in segments], table, measure]
    if revised:
        seen = "(since IS NULL OR since <= ?)"
        newest = f"SELECT entry_id, max(revision) AS newest FROM {source} WHERE {chosen} AND revision > 0 AND {seen} GROUP BY 1"
        source = (
            f"(SELECT r.* FROM {source} r LEFT JOIN ({newest}) n USING (entry_id) "
            f"WHERE (n.newest IS NULL OR r.revision = n.newest) AND NOT r.gone AND {seen.replace('since', 'r.since')})"
        )
        last = as_of or date.max
        asked = [asked[0], *asked, last, last, table, measure]
    grouped = f"SELECT {keys}, sum(value), count(*) FROM {source} WHERE {chosen} GROUP BY {numbers} ORDER BY {numbers}"
    with duckdb.connect() as connection:
        rows = connection.execute(grouped, asked).fetchall()
    return [Total(tuple(row[:-2]), row[-2], row[-1]) for row in rows]

"""A release in its place among those of its source: it is compared with the one before it, and every later one is
compared again with what now stands before that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.ledgers.shapes import FACTS
from dateline.ledgers.store.difference import Before, Row, compare, identified, replay, restated
from dateline.ledgers.store.release import Appended, Release
from dateline.records.entry import Entry

Rows = Mapping[str, Sequence[Row]]
Statement = Mapping[str, Sequence[tuple[int, Entry]]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A release with the rows that it differs by, by table."""

    release: Release
    rows: Rows
    counts: Appended


def place(
    release: Release, entries: Mapping[str, Iterable[Entry]], standing: Sequence[tuple[Release, Rows]]
) -> list[Placed]:
    """The release, and after it those of `standing` (the source's releases in order) that follow it, as they now are.

    A later release of parts keeps what it changed: what it repeated of older days was not kept and is not known.
    """
    earlier = [(other, rows) for other, rows in standing if other.released <= release.released]
    later = standing[len(earlier) :]
    statements: list[tuple[Release, Statement]] = [
        (release, {table: list(identified(table, stated)) for table, stated in entries.items()}),
        *((other, _statement(other, standing[: len(earlier) + number])) for number, (other, _) in enumerate(later, 1)),
    ]
    before = list(earlier)
    placed: list[Placed] = []
    for stated, statement in statements:
        made = _placed(stated, statement, before)
        placed.append(made)
        before.append((made.release, made.rows))
    return placed


def _statement(release: Release, upto: Sequence[tuple[Release, Rows]]) -> Statement:
    """What the last release of `upto` stated, worked out from the differences."""
    own = upto[-1][1]
    return {
        table: [restated(row) for row in own.get(table, ()) if not row.gone]
        if table in release.parts
        else [restated(row) for row in replay(rows.get(table, ()) for _, rows in upto).values()]
        for table in release.tables
    }


def _placed(release: Release, statement: Statement, before: Sequence[tuple[Release, Rows]]) -> Placed:
    rows: dict[str, list[Row]] = {}
    counts: dict[str, Appended] = {}
    for table, stated in statement.items():
        stood = Before.of([r.get(table, ()) for _, r in before], any(table in other.tables for other, _ in before))
        whole, revised = table not in release.parts, table not in FACTS
        rows[table], counts[table] = compare(stood, stated, release.released, whole=whole, revised=revised)
    turned = frozenset(
        table for table, made in rows.items() if table not in FACTS and any(row.since is not None for row in made)
    )
    tables = MappingProxyType({table: MappingProxyType(found.as_dict()) for table, found in counts.items()})
    return Placed(replace(release, tables=tables, turns=turned), rows, Appended.over(counts))

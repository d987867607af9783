"""What a release changes, against what stood before it. Pure: rows in, rows out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

from dateline.ledgers.store.release import Appended
from dateline.records.entry import Entry


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a segment: an entry as some release left it.

    `entry_id` hashes its identity. `revision` counts the rows of one identity from 0. `gone`: the release no longer
    has it (a tombstone; the entry is the last one that stood). `late`: it should have stood in the release before.
    `since` is the day from which this row is what is known, None for an entry that was never known otherwise.
    `stated_at` is the day of knowing as the release stated it, before lateness or revision moved it. `was` is the value
    of the row that this one replaces or withdraws, None where none stood: a sum needs no other row to leave that out.
    """

    entry_id: int
    entry: Entry
    stated_at: date
    revision: int = 0
    gone: bool = False
    late: bool = False
    since: date | None = None
    was: float | None = None


#: What stands in one table, by identity, in order of arrival.
State = dict[int, Row]


@dataclass(frozen=True, slots=True)
class Before:
    """What stood in a table before a release. `revisions` are the last of every identity that ever stood there.
    `stated` says whether any release before stated the table at all."""

    standing: State
    revisions: Mapping[int, int]
    stated: bool

    @classmethod
    def of(cls, releases: Iterable[Sequence[Row]], stated: bool) -> Before:
        standing, revisions = _replayed(releases, None)
        return cls(standing, revisions, stated)


def replay(releases: Iterable[Sequence[Row]], as_of: date | None = None) -> State:
    """What stands after the releases; with `as_of`, without what turned only after that day."""
    return _replayed(releases, as_of)[0]


def _replayed(releases: Iterable[Sequence[Row]], as_of: date | None) -> tuple[State, dict[int, int]]:
    standing: State = {}
    revisions: dict[int, int] = {}
    for rows in releases:
        for row in rows:
            revisions[row.entry_id] = row.revision
            if as_of is not None and row.since is not None and row.since > as_of:
                continue
            if row.gone:
                standing.pop(row.entry_id, None)
            else:
                standing[row.entry_id] = row
    return standing, revisions


def identified(table: str, entries: Iterable[Entry]) -> Iterator[tuple[int, Entry]]:
    """The entries with the ids of their identities. Several of one identity in one release are told apart by their
    order: the second is another entry than the first."""
    seen: dict[int, int] = {}
    for entry in entries:
        plain = identity(table, entry)
        again = seen.get(plain, 0)
        seen[plain] = again + 1
        yield (identity(table, entry, again) if again else plain), entry


def identity(table: str, entry: Entry, again: int = 0) -> int:
    """64 bits, signed. The value and the address are no part of it; a recorded day of publication is: the next one is
    another publication and no correction of this one."""
    period = entry.period
    published = entry.known_at.isoformat() if entry.known == "recorded" else ""
    parts = [table, entry.measure, entry.producer, period.start.isoformat(), period.stop.isoformat(), entry.place]
    parts += [entry.definition, published, str(again), *(f"{key}={value}" for key, value in entry.dimensions)]
    digest = blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def same(one: Entry, other: Entry) -> bool:
    """Whether two entries of one identity say the same; another address for the same figure changes nothing."""
    return (one.value, one.low, one.high, one.original_value, one.note) == (
        other.value, other.low, other.high, other.original_value, other.note
    )  # fmt: skip


def compare(
    before: Before, statement: Iterable[tuple[int, Entry]], released: date, *, whole: bool, revised: bool
) -> tuple[list[Row], Appended]:
    """The rows by which a release differs from what stood before it.

    `whole`: what it leaves out has vanished, and what it adds to days that the release before covered is late.
    `revised`: the table holds figures, which are known from some day on; facts are not late.
    """
    covered = max((row.entry.period.last for row in before.standing.values()), default=None) if before.stated else None
    rows: list[Row] = []
    seen: set[int] = set()
    late_rows: set[tuple[object, ...]] = set()
    changed = unchanged = late = 0
    for entry_id, entry in statement:
        seen.add(entry_id)
        stood = before.standing.get(entry_id)
        if stood is not None and same(stood.entry, entry):
            unchanged += 1
            continue
        revision = before.revisions.get(entry_id, -1) + 1
        own = _known_from(entry, released)
        if stood is not None:
            changed += 1
            rows.append(Row(entry_id, own, entry.known_at, revision, since=released, was=stood.entry.value))
        elif whole and revised and entry.known != "recorded" and covered is not None and entry.period.last <= covered:
            late += 1
            late_rows.add((entry.producer, entry.period, entry.place, entry.definition, entry.dimensions))
            rows.append(Row(entry_id, own, entry.known_at, revision, late=True, since=released))
        elif revision:  # it had vanished and is back
            rows.append(Row(entry_id, own, entry.known_at, revision, since=released))
        else:
            rows.append(Row(entry_id, entry, entry.known_at))
    vanished = [row for entry_id, row in before.standing.items() if entry_id not in seen] if whole else []
    added = len(rows) - changed
    rows += [
        replace(row, revision=before.revisions[row.entry_id] + 1, gone=True, late=False, since=released,
                was=row.entry.value)
        for row in vanished
    ]  # fmt: skip
    return rows, Appended(added, changed, len(vanished), late, unchanged, len(late_rows))


def restated(row: Row) -> tuple[int, Entry]:
    """An entry as its release stated it."""
    return row.entry_id, replace(row.entry, known_at=row.stated_at)


def _known_from(entry: Entry, released: date) -> Entry:
    """What was inferred to be known at once was known with this release only; what is recorded stays."""
    if entry.known == "recorded" or entry.known_at >= released:
        return entry
    return replace(entry, known_at=released)

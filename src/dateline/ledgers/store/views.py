"""What stands today in each table, ready to read: the starter's kind of file, worked out once, after a write.

A view is named after the segments that it was worked out from, so that one of another state is never read. Where there
is none (its writer was killed, the disk was full) or a damaged one (a file's first line is a hash of the rest) the
segments are read instead. Reading a view takes neither pyarrow nor a replay.
"""

from __future__ import annotations

import csv
import errno
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dateline.ledgers.shapes import SHAPES, Row
from dateline.ledgers.store import archive
from dateline.ledgers.store.release import Release
from dateline.records.entry import Entry

#: How views are written; another number for another way.
_WAY = 1
#: Columns of a view of a table that has no shape: fields of an entry, its days as ordinals.
_DAYS = ("start", "stop", "known_at")
_COLUMNS = (
    "measure", *_DAYS, "granularity", "place", "value", "producer", "known", "source", "original_value", "definition",
    "unit", "low", "high", "note", "dimensions", "sha256",
)  # fmt: skip

#: What reads the entries of one measure.
Read = Callable[[], list[Entry]]


def path_of(home: Path, theatre: str, table: str, chains: Iterable[Sequence[Release]]) -> Path:
    """Where the view of a table over these releases stands, if it does."""
    told = [f"{_WAY} {table}", *(SHAPES[table].columns if table in SHAPES else _COLUMNS)]
    told += [f"{r.theatre} {r.source} {r.segment} {r.part}" for releases in chains for r in releases]
    key = blake2b("\n".join(told).encode(), digest_size=8).hexdigest()
    return home / "views" / theatre / f"{table}-{key}.view"


def write(path: Path, table: str, entries: Sequence[Entry]) -> None:
    """Writes the view of what stands in a table. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if table in SHAPES:
        rows = SHAPES[table].rows(entries)
        if rows:
            archive.write_whole(path, _sealed(_csv(rows)))
        return
    by_measure: dict[str, list[Entry]] = {}
    for entry in entries:
        by_measure.setdefault(entry.measure, []).append(entry)
    for number, own in enumerate(by_measure.values()):
        archive.write_whole(_of(path, number), _sealed(_json(_columns(own))))
    archive.write_whole(path, _sealed(_json(list(by_measure))))


def measures(path: Path) -> Mapping[str, Read]:
    """By measure what reads its entries, in the order in which they stand. Raises OSError where there is no view."""
    names: list[str] = json.loads(_opened(path))
    return {name: _reading(_of(path, number)) for number, name in enumerate(names)}


def rows(path: Path) -> list[Row]:
    """The rows of a table's view. Raises OSError where there is none."""
    header, *cells = csv.reader(io.StringIO(_opened(path).decode(), newline=""))
    return [dict(zip(header, row, strict=True)) for row in cells]


def stale(home: Path, current: Iterable[Path]) -> list[Path]:
    """The files of views that are not of those `current`."""
    kept = {(path.parent.name, path.stem) for path in current}
    return [p for p in (home / "views").glob("*/*") if (p.parent.name, p.name.partition(".")[0]) not in kept]


def _of(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}.{number}{path.suffix}")


def _reading(path: Path) -> Read:
    def entries() -> list[Entry]:
        from dateline.ledgers.store import segments

        columns = {name: _spread(column, name in _DAYS) for name, column in json.loads(_opened(path)).items()}
        return list(segments.entries(columns))

    return entries


def _sealed(content: bytes) -> bytes:
    return _hash(content) + b"\n" + content


def _opened(path: Path) -> bytes:
    """The content of a view's file. Raises OSError where it is gone or damaged."""
    told, _, content = path.read_bytes().partition(b"\n")
    if told != _hash(content):
        raise OSError(errno.EIO, "damaged", str(path))
    return content


def _hash(content: bytes) -> bytes:
    return blake2b(content, digest_size=8).hexdigest().encode()


def _csv(rows: Sequence[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(rows[0])
    writer.writerows(row.values() for row in rows)
    return text.getvalue().encode()


def _json(stated: Any) -> bytes:
    return json.dumps(stated, ensure_ascii=False, separators=(",", ":")).encode()


def _columns(entries: Sequence[Entry]) -> dict[str, Any]:
    """The fields of the entries: of each column its different values, and which of them each entry has."""
    given: dict[str, Sequence[Any]] = {
        "start": [e.period.start.toordinal() for e in entries],
        "stop": [e.period.stop.toordinal() for e in entries],
        "known_at": [e.known_at.toordinal() for e in entries],
        "granularity": [e.period.granularity for e in entries],
        "dimensions": [json.dumps(dict(e.dimensions), ensure_ascii=False) if e.dimensions else "" for e in entries],
    }
    found = {}
    for name in _COLUMNS:
        column = given[name] if name in given else [getattr(e, name) for e in entries]
        words = dict.fromkeys(column)
        at = {word: number for number, word in enumerate(words)}
        found[name] = [list(words), [at[value] for value in column]]
    return found


def _spread(column: Sequence[Sequence[Any]], days: bool) -> list[Any]:
    words, at = column
    if days:
        words = list(map(date.fromordinal, words))
    return [words[number] for number in at]

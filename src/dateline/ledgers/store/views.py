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
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dateline.ledgers.pieces import Piece, apart, span
from dateline.ledgers.shapes import SHAPES, Row
from dateline.ledgers.store import archive
from dateline.ledgers.store.release import Release
from dateline.records.entry import Entry
from dateline.records.period import Period

#: How views are written; another number for another way.
_WAY = 1
#: Columns of a view of a table that has no shape: fields of an entry, its days as ordinals.
_DAYS = ("start", "stop", "known_at")
_COLUMNS = (
    "measure", *_DAYS, "granularity", "place", "value", "producer", "known", "source", "original_value", "definition",
    "unit", "low", "high", "note", "dimensions", "sha256",
)  # fmt: skip


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
        archive.write_whole(path, _sealed(_csv(SHAPES[table].rows(entries))))
        return
    listed = []
    for number, (key, own) in enumerate(apart(entries).items()):
        archive.write_whole(_of(path, number), _sealed(_json(_columns(own))))
        days = span(own)
        listed.append([*key, days.start.toordinal(), days.stop.toordinal()])
    archive.write_whole(path, _sealed(_json(listed)))


def pieces(path: Path) -> tuple[Piece, ...]:
    """What reads the entries of each measure and producer. Raises OSError where there is no view."""
    listed: list[tuple[str, str, int, int]] = json.loads(_opened(path))
    return tuple(
        Piece(measure, producer, Period(date.fromordinal(start), date.fromordinal(stop)), _reading(_of(path, number)))
        for number, (measure, producer, start, stop) in enumerate(listed)
    )


def rows(path: Path) -> list[Row]:
    """The rows of a table's view. Raises OSError where there is none."""
    lines = csv.reader(io.StringIO(_opened(path).decode(), newline=""))
    header = next(lines, [])
    return [dict(zip(header, row, strict=True)) for row in lines]


def stale(home: Path, current: Iterable[Path]) -> list[Path]:
    """The files of views that are not of those `current`."""
    kept = {(path.parent.name, path.stem) for path in current}
    return [p for p in (home / "views").glob("*/*") if (p.parent.name, p.name.partition(".")[0]) not in kept]


def _of(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}.{number}{path.suffix}")


def _reading(path: Path) -> Callable[[], list[Entry]]:
    def entries() -> list[Entry]:
        from dateline.ledgers.store import segments

        columns = {name: _spread(column, name) for name, column in json.loads(_opened(path)).items()}
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
    if rows:
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
    }
    found = {}
    for name in _COLUMNS:
        column = given[name] if name in given else [getattr(e, name) for e in entries]
        words = dict.fromkeys(column)
        at = {word: number for number, word in enumerate(words)}
        found[name] = [list(words), [at[value] for value in column]]
    return found


def _spread(column: Sequence[Sequence[Any]], name: str) -> list[Any]:
    words, at = column
    if name in _DAYS:
        words = list(map(date.fromordinal, words))
    elif name == "dimensions":
        words = [tuple(map(tuple, word)) for word in words]
    return [words[number] for number in at]

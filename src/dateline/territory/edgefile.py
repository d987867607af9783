"""A whole record in one small file, from which a browser draws any day; docs/explanation/edge-file.md has its bytes.

Edges that live and die together and join end to end are one chain: a start, and small steps from vertex to vertex. The
rings of a day are its chains joined where one ends and another begins, filled by the even-odd rule.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.territory.chains import chains
from dateline.territory.lives import OPEN, Rows
from dateline.territory.varints import Reader, packed
from dateline.territory.vertices import PER_DEGREE, pack, unpack

FORMAT = "dateline-edges"
VERSION = 1
#: Columns of a layer in the order in which the file holds them.
COLUMNS = ("length", "born", "life", "start_x", "start_y", "step_x", "step_y")


class EdgeFileError(ValueError):
    """A file that is no edge file, or not whole."""


@dataclass(frozen=True, slots=True, eq=False)
class EdgeFile:
    """The days of the snapshots, the lives of each layer's edges, and what is said of the producer."""

    days: tuple[date, ...]
    layers: Mapping[str, Rows]
    notice: str


def write(path: Path, days: Sequence[date], layers: Mapping[str, Rows], notice: str) -> int:
    """Writes the file, gzipped, whole or not at all, the same bytes for the same record; gives its size in bytes."""
    content = gzip.compress(dump(days, layers, notice), 9, mtime=0)
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        waiting.write_bytes(content)
        waiting.replace(path)
    finally:
        waiting.unlink(missing_ok=True)
    return len(content)


def dump(days: Sequence[date], layers: Mapping[str, Rows], notice: str) -> bytes:
    """The bytes of the file before they are compressed."""
    described, body = [], []
    for name, rows in layers.items():
        columns = {column: packed(values) for column, values in _columns(rows).items()}
        described.append({"name": name, "edges": len(rows), "bytes": [len(columns[c]) for c in COLUMNS]})
        body += [columns[c] for c in COLUMNS]
    first = days[0] if days else date.min
    header = {
        "format": FORMAT,
        "version": VERSION,
        "per_degree": PER_DEGREE,
        "first_day": first.isoformat(),
        "days": [(day - first).days for day in days],
        "layers": described,
        "notice": notice,
    }
    return json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" + b"".join(body)


def read(path: Path) -> EdgeFile:
    """Reads a file. Raises EdgeFileError, with the file's name, where it is no edge file or not whole."""
    try:
        return parse(gzip.decompress(path.read_bytes()))
    except (EOFError, gzip.BadGzipFile, ValueError, KeyError, TypeError, IndexError) as fault:
        raise EdgeFileError(f"{path}: no whole edge file of version {VERSION}; write it again") from fault


def parse(content: bytes) -> EdgeFile:
    """The reverse of `dump`. Raises ValueError, KeyError, TypeError or IndexError for anything else."""
    head, _, body = content.partition(b"\n")
    header = json.loads(head)
    if header["format"] != FORMAT or header["version"] != VERSION:
        raise ValueError("another format")
    first = date.fromisoformat(header["first_day"])
    reader = Reader(body)
    layers = {layer["name"]: _rows(reader, layer["edges"], layer["bytes"]) for layer in header["layers"]}
    if reader.left:
        raise ValueError("more bytes than the header names")
    return EdgeFile(tuple(first + timedelta(days=n) for n in header["days"]), layers, header["notice"])


def _columns(rows: Rows) -> dict[str, Any]:
    """The integers of each column, chains in order of birth."""
    import numpy as np

    life = np.where(rows.died == OPEN, 0, rows.died - rows.born)
    by_age = np.lexsort((rows.low, life, rows.born))
    born, life = rows.born[by_age], life[by_age]
    forward = rows.sign[by_age] > 0
    low, high = rows.low[by_age], rows.high[by_age]
    start, end = np.where(forward, low, high), np.where(forward, high, low)
    # Vertices numbered apart for every span of life, so that chains never run from one into another.
    fate = np.cumsum(np.append(0, (np.diff(born) != 0) | (np.diff(life) != 0))) if len(born) else born
    distinct, vertex = np.unique(np.concatenate([start, end]), return_inverse=True)
    apart = vertex + np.tile(fate, 2) * len(distinct)
    order, begins = chains(apart[: len(start)], apart[len(start) :])
    steps = unpack(end[order]) - unpack(start[order])
    starts = unpack(start[order[begins]])
    jumps = np.diff(starts, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    return {
        "length": np.diff(np.append(begins, len(order))),
        "born": np.diff(born[order[begins]], prepend=0),
        "life": life[order[begins]],
        "start_x": jumps[:, 0],
        "start_y": jumps[:, 1],
        "step_x": steps[:, 0],
        "step_y": steps[:, 1],
    }


def _rows(reader: Reader, edges: int, sizes: Sequence[int]) -> Rows:
    import numpy as np

    column = dict(zip(COLUMNS, (reader.take(size) for size in sizes), strict=True))
    length = column["length"]
    if int(length.sum()) != edges or len(column["step_x"]) != edges or len(column["step_y"]) != edges:
        raise ValueError("columns of different lengths")
    born = np.repeat(np.cumsum(column["born"]), length)
    life = np.repeat(column["life"], length)
    begins = np.repeat(np.cumsum(length) - length, length)
    origin = np.cumsum(np.stack([column["start_x"], column["start_y"]], axis=1), axis=0)
    steps = np.stack([column["step_x"], column["step_y"]], axis=1)
    walked = np.cumsum(steps, axis=0)
    before = walked - steps
    start = np.repeat(origin, length, axis=0) + before - before[begins]
    one, two = pack(start), pack(start + steps)
    sign = np.where(one < two, 1, -1).astype(np.int8)
    return Rows(np.minimum(one, two), np.maximum(one, two), sign, born, np.where(life == 0, OPEN, born + life))

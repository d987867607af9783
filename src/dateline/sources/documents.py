"""Reads JSON files as publishers write them: whole or not at all, and no key that nobody knows left unsaid."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.sources.description import Description
from dateline.sources.intake import BY_FAR, SourceError
from dateline.sources.opening import opened


def read_json(path: Path, description: Description) -> Any:
    """What the file holds, NaN and infinity included: a row that states one is its reader's to put aside.

    Raises SourceError where it is missing, cut short or not UTF-8."""
    with opened(path, description) as stream:
        content = stream.read()
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise SourceError(f"{path} line {line}: not UTF-8 (byte 0x{content[fault.start]:02x})") from fault
    except (ValueError, RecursionError) as fault:
        raise SourceError(f"{path}: not a JSON file, or cut short ({fault}); "
                          f"get it again from {description.address}") from fault  # fmt: skip


def count_rows(path: Path, rows: Sequence[object], description: Description) -> list[str]:
    """A notice where there are fewer or more than expected. Raises SourceError for none, and for far too many."""
    low, high = description.rows
    if not rows:
        raise SourceError(f"{path}: holds no rows; get it again from {description.address}")
    if len(rows) > BY_FAR * high:
        raise SourceError(f"{path}: {len(rows):,} rows, {BY_FAR} times what is expected (at most {high:,}); "
                          f"is it {description.title}?")  # fmt: skip
    return [] if low <= len(rows) <= high else [f"{path.name}: {len(rows):,} rows, expected {low:,} to {high:,}"]


def unknown_keys(path: Path, rows: Iterable[Mapping[str, Any]], description: Description) -> list[str]:
    """A notice of the keys that the description neither consumes nor ignores."""
    unknown = sorted({key for row in rows for key in row} - {*description.consumed, *description.ignored})
    return [f"{path.name}: fields not consumed and not known: {', '.join(unknown)}"] if unknown else []

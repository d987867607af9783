"""Releases of a made-up source, small enough to read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.ledgers.store import Release, Store, open_store
from dateline.records.entry import Entry
from dateline.records.finding import Known
from dateline.records.period import Period

#: Releases are retrieved long after they were published: retrieval is not publication.
RETRIEVED = date(2032, 1, 1)


def figure(day: str, value: float, *, known: Known = "inferred", known_at: str = "", note: str = "") -> Entry:
    """A day's count of crossings, known on its day unless said otherwise."""
    when = date.fromisoformat(day)
    return Entry(
        "bridges.crossed", Period.of_day(when), "XA-01", value, "ferryman", date.fromisoformat(known_at or day), known,
        "https://example.org/log", original_value=str(value), unit="carts", note=note, dimensions=(("by", "cart"),),
    )  # fmt: skip


def release(released: str, *, source: str = "log", parts: frozenset[str] = frozenset(), sha256: str = "") -> Release:
    return Release("river", source, date.fromisoformat(released), RETRIEVED, sha256 or f"{source} {released}", parts)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "home")

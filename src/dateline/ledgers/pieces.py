"""Entries of one measure and producer that are read on their own: of a figure only those that can bear on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from dateline.records.entry import Entry
from dateline.records.period import Period


@dataclass(frozen=True, slots=True)
class Piece:
    """`span` reaches from the first day of its entries to their last; `read` gives them in the order in which they
    came."""

    measure: str
    producer: str
    span: Period
    read: Callable[[], Sequence[Entry]]


def apart(entries: Iterable[Entry]) -> dict[tuple[str, str], list[Entry]]:
    """Entries by measure and producer, in the order in which they come."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault((entry.measure, entry.producer), []).append(entry)
    return found


def pieces(entries: Iterable[Entry]) -> tuple[Piece, ...]:
    """The pieces of entries that are there already."""
    return tuple(Piece(*key, span(own), partial(tuple, own)) for key, own in apart(entries).items())


def span(entries: Sequence[Entry]) -> Period:
    """From the first day of the entries, of which there is at least one, to their last."""
    return Period(min(e.period.start for e in entries), max(e.period.stop for e in entries))

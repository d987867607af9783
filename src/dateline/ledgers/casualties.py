"""Casualties as a body published them: every vintage of every period, visible as of a day.

A period is whatever the body counts over: a month, a day, or from a war's start to a day (a running total).
"""

from __future__ import annotations

from datetime import date

from dateline.ledgers.files import Folder, LedgerError, day, number, table
from dateline.records.entry import Entry
from dateline.records.finding import Coverage, Known
from dateline.records.period import Period

_COLUMNS = ("body", "start", "end", "measure", "value", "known_at", "known", "definition", "source")


class CasualtyLedger:
    """Entries by measure and exact period; vintages and periods are never summed across."""

    def __init__(self, folder: Folder) -> None:
        self.entries: list[Entry] = [
            made for row in table(folder / "casualties.csv", _COLUMNS) if (made := _entry(row)) is not None
        ]
        if not self.entries:
            raise LedgerError("casualties.csv: no entries")
        self._by: dict[tuple[str, date, date], list[Entry]] = {}
        for entry in self.entries:
            self._by.setdefault((entry.measure, entry.period.start, entry.period.stop), []).append(entry)
        for vintages in self._by.values():
            vintages.sort(key=lambda entry: entry.known_at, reverse=True)

    def coverage(self) -> Coverage:
        months = [e.period for e in self.entries if e.period.days <= 31]
        return Coverage("casualties", min(p.start for p in months), max(p.last for p in months))

    def vintages(self, measure: str, period: Period, as_of: date) -> tuple[Entry, ...]:
        """Entries for exactly `period` known on `as_of`, the latest published first."""
        found = self._by.get((measure, period.start, period.stop), ())
        return tuple(entry for entry in found if entry.known_at <= as_of)

    def later(self, measure: str, period: Period, as_of: date) -> tuple[Entry, ...]:
        """Entries for exactly `period` that came only after `as_of`, latest first."""
        found = self._by.get((measure, period.start, period.stop), ())
        return tuple(entry for entry in found if entry.known_at > as_of)

    def cumulative(self, measure: str, start: date, by: date, as_of: date) -> tuple[Entry, ...]:
        """Totals that run from `start` and end on or before `by`, known on `as_of`, the latest end first."""
        found = [
            entry
            for entry in self.entries
            if entry.measure == measure
            and entry.period.start == start
            and entry.period.days > 31
            and entry.period.last <= by
            and entry.known_at <= as_of
        ]
        return tuple(sorted(found, key=lambda entry: (entry.period.stop, entry.known_at), reverse=True))


def _entry(row: dict[str, str]) -> Entry | None:
    start, end, value = day(row["start"]), day(row["end"], last=True), number(row["value"])
    if start is None or end is None or value is None:
        return None
    known_at = day(row["known_at"], last=True)
    known: Known = row["known"] if row["known"] in ("recorded", "inferred", "unknown") else "unknown"  # type: ignore[assignment]
    return Entry(
        measure=row["measure"],
        period=Period.through(start, end),
        place=row.get("place") or "",
        value=value,
        producer=row["body"],
        known_at=known_at or end,
        known=known,
        source=row["source"],
        original_value=row.get("original_value") or "",
        definition=row["definition"],
        unit="people",
        note=row.get("note") or "",
    )

"""Casualties as a body published them: every vintage of every period, visible as of a day.

A period is whatever the body counts over: a month, a day, or from a war's start to a day (a running total).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.ledgers.files import Folder, LedgerError, day, number, table
from dateline.records.entry import Entry
from dateline.records.finding import Coverage, Known
from dateline.records.period import Period

_COLUMNS = ("body", "start", "end", "measure", "value", "known_at", "known", "definition", "source")


#: Definitions of entries, as the importers write them, begin with these.
_REPORT, _RUNNING = "reported in", "cumulative"


@dataclass(frozen=True, slots=True)
class Runs:
    """What one body reports day by day: `reports` of a day or a few in order of their ends, and the running totals from
    its first day on by the day after their last."""

    producer: str
    reports: tuple[Entry, ...]
    running: Mapping[date, Entry]

    def within(self, period: Period, as_of: date) -> list[Entry]:
        """Reports inside the period, known on the day."""
        first = bisect_left(self.reports, period.start, key=lambda e: e.period.stop)
        last = bisect_right(self.reports, period.stop, key=lambda e: e.period.stop)
        return [e for e in self.reports[first:last] if e.period.start >= period.start and e.known_at <= as_of]

    def total(self, stop: date, as_of: date) -> Entry | None:
        """The running total up to and without `stop`, known on the day."""
        found = self.running.get(stop)
        return found if found is not None and found.known_at <= as_of else None


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

        self._runs: dict[str, tuple[Runs, ...]] = {}

    def runs(self, measure: str) -> tuple[Runs, ...]:
        """The bodies that report the measure day by day, of all victims and the whole country."""
        if measure not in self._runs:
            own = [e for e in self.entries if e.measure == measure and not e.dimensions]
            producers = dict.fromkeys(e.producer for e in own if e.definition.startswith(_REPORT))
            self._runs[measure] = tuple(_runs(name, [e for e in own if e.producer == name]) for name in producers)
        return self._runs[measure]

    def coverage(self) -> Coverage:
        return self._coverage

    @cached_property
    def _coverage(self) -> Coverage:
        months = [e.period for e in self.entries if e.period.days <= 31]
        return Coverage("casualties", min(p.start for p in months), max(p.last for p in months))

    @cached_property
    def _totals(self) -> dict[tuple[str, date], list[Entry]]:
        """Entries of more than a month by measure and first day."""
        found: dict[tuple[str, date], list[Entry]] = {}
        for entry in self.entries:
            if entry.period.days > 31:
                found.setdefault((entry.measure, entry.period.start), []).append(entry)
        return found

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
            for entry in self._totals.get((measure, start), ())
            if entry.period.last <= by and entry.known_at <= as_of
        ]
        return tuple(sorted(found, key=lambda entry: (entry.period.stop, entry.known_at), reverse=True))


def _runs(producer: str, entries: list[Entry]) -> Runs:
    reports = sorted((e for e in entries if e.definition.startswith(_REPORT)), key=lambda e: e.period.stop)
    totals = [e for e in entries if e.definition.startswith(_RUNNING)]
    start = min((e.period.start for e in totals), default=date.min)
    return Runs(producer, tuple(reports), {e.period.stop: e for e in totals if e.period.start == start})


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

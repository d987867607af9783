"""Areas as map-makers and officials published them, for periods of their own choice."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.ledgers.files import Folder, day, number, table
from dateline.records.entry import Entry
from dateline.records.finding import Coverage, Known
from dateline.records.period import Period

_COLUMNS = ("producer", "start", "end", "value_km2", "low", "high", "measure", "definition", "known_at", "source")


#: A total published shortly before its period ended still is that period's, cut off early.
CUT_DAYS = 3


class AreaLedger:
    """Published totals of the whole `country`; each answers only for exactly the period that it states."""

    def __init__(self, folder: Folder, country: str) -> None:
        rows = table(folder / "area_published.csv", _COLUMNS)
        self.entries = [made for row in rows if (made := _entry(row, country)) is not None]

    def coverage(self) -> Coverage:
        return Coverage(
            "area_published",
            min(entry.period.start for entry in self.entries),
            max(entry.period.last for entry in self.entries),
        )

    def published(self, measures: tuple[str, ...], period: Period, as_of: date) -> tuple[Entry, ...]:
        """Entries of `measures` for exactly `period`, known on `as_of`, the latest published first."""
        found = [
            entry
            for entry in self.entries
            if entry.measure in measures
            and entry.period.start == period.start
            and entry.period.stop == period.stop
            and entry.known_at <= as_of
        ]
        return tuple(sorted(found, key=lambda entry: entry.known_at, reverse=True))

    def nearly(self, measures: tuple[str, ...], period: Period, as_of: date) -> tuple[Entry, ...]:
        """Entries that start with `period` and end up to `CUT_DAYS` before it does: a year "to 30 December"."""
        return tuple(
            entry
            for entry in self.entries
            if entry.measure in measures
            and entry.period.start == period.start
            and 0 < (period.stop - entry.period.stop).days <= CUT_DAYS
            and entry.known_at <= as_of
        )


def _entry(row: dict[str, str], country: str) -> Entry | None:
    start, end, value = day(row["start"]), day(row["end"], last=True), number(row["value_km2"])
    if start is None or end is None or value is None:
        return None
    stated = day(row["known_at"], last=True)
    state = row.get("known") or ""
    known: Known = state if state in ("recorded", "inferred", "unknown") else "inferred"  # type: ignore[assignment]
    return Entry(
        measure=row["measure"],
        period=Period.through(start, end),
        place=country,
        value=value,
        producer=row["producer"],
        known_at=stated or end + timedelta(days=1),
        known=known if stated else "inferred",
        source=row["source"],
        original_value=row.get("original_value") or "",
        definition=row["definition"],
        unit="km2",
        low=number(row["low"]),
        high=number(row["high"]),
        note=row.get("note") or "",
    )

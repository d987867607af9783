"""Dated events of the theatre: the start of the war and its phases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.ledgers.files import Folder, day, table
from dateline.records.finding import Coverage


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """`last` None: it goes on."""

    id: str
    start: date
    last: date | None
    name: str
    source: str


class CalendarLedger:
    def __init__(self, folder: Folder) -> None:
        rows = list(table(folder / "calendar.csv", ("id", "start", "end", "name", "source")))
        self.events = {
            row["id"]: DatedEvent(row["id"], start, day(row["end"], last=True), row["name"], row["source"])
            for row in rows
            if (start := day(row["start"])) is not None
        }

    def war(self) -> DatedEvent | None:
        return self.events.get("war")

    def coverage(self) -> Coverage:
        first = min(event.start for event in self.events.values())
        return Coverage("calendar", first, date.max)

"""Meetings between the parties: dates, place, kind, and whether they were direct and were held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.ledgers.files import Folder, day, table
from dateline.records.finding import Coverage


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, first and last day inclusive."""

    start: date
    last: date
    place: str
    parties: str
    kind: str
    direct: bool
    held: bool
    source: str


class TalksLedger:
    def __init__(self, folder: Folder) -> None:
        rows = table(folder / "talks.csv", ("start", "end", "place", "parties", "kind", "direct", "held", "source"))
        self.meetings = tuple(sorted((_meeting(row) for row in rows), key=lambda meeting: meeting.start))

    def coverage(self) -> Coverage:
        return Coverage("talks", self.meetings[0].start, max(m.last for m in self.meetings))

    def direct(self) -> tuple[Meeting, ...]:
        """Direct talks that were held, in order; exchanges and truces agreed elsewhere are not talks."""
        return tuple(m for m in self.meetings if m.direct and m.held and "talk" in m.kind.casefold())


def _meeting(row: dict[str, str]) -> Meeting:
    start = day(row["start"])
    assert start is not None, "talks.csv: a meeting without a date"
    return Meeting(
        start,
        day(row["end"], last=True) or start,
        row["place"],
        row["parties"],
        row["kind"],
        row["direct"].strip().casefold() == "true",
        row["held"].strip().casefold() != "false",
        row["source"],
    )

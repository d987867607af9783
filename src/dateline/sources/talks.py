"""Talks, calls, truces and exchanges since the full-scale invasion: who met, where, and whether directly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.sources.description import Description, describe
from dateline.sources.intake import Intake, Skipped, plausible
from dateline.sources.tables import read_table

_TRUTH = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Meeting:
    """`start` to `end`, both inside. `kind` is the publisher's word ("direct talks", "phone call", "truce (Easter)"):
    not every row is a meeting. `direct` says whether Russia and Ukraine faced each other, `held` whether it took
    place at all: announced and postponed talks are kept and marked."""

    start: date
    end: date
    place: str
    parties: str
    kind: str
    direct: bool
    held: bool
    source: str
    note: str


def read(path: Path) -> Intake[Meeting]:
    """The meetings in order of time."""
    description = describe("talks")
    table = read_table(path, description)
    rows: list[Meeting] = []
    skipped = list(table.skipped)
    for number, row in table.rows:
        try:
            rows.append(_meeting(row, description))
        except ValueError as fault:
            skipped.append(Skipped(f"{path.name} line {number}", str(fault)))
    rows.sort(key=lambda m: (m.start, m.end))
    return Intake(tuple(rows), tuple(skipped), tuple(table.notices), table.counted)


def _meeting(row: Mapping[str, str], description: Description) -> Meeting:
    start = plausible(date.fromisoformat(row["date"]), description)
    end = date.fromisoformat(row["end_date"]) if row["end_date"] else start
    if end < start:
        raise ValueError(f"ends on {end}, before it starts on {start}")
    if row["direct_ru_ua"] not in _TRUTH:
        raise ValueError(f"direct_ru_ua is {row['direct_ru_ua']!r}, neither true nor false")
    held = not row["kind"].upper().startswith("NOT HELD")
    return Meeting(start, end, row["place"], row["parties"], row["kind"], _TRUTH[row["direct_ru_ua"]], held,
                   row["source_url"], row["note"])  # fmt: skip
